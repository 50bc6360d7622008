// The command line of campus-safety.
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>

namespace campus::app {

struct Arguments {
    QString dataFolder;   // never empty
    QString server;       // empty: the address kept at enrolment
    QString enrolCode;    // enrol by itself at the start, when the tablet is not enrolled yet
    QString passwordFile; // first line = the password for that; empty: one is made up and kept
    QString language;     // empty: the one chosen before
    QString theme;
    QString
        drillClockFile; // shifts the clock; only a server with sample data accepts such a tablet
    QString screenshotFile; // take a picture of the first screen and end
    QSize size;             // of the window; empty = the screen's own
};

struct ArgumentsRead {
    std::optional<Arguments> arguments; // nothing: print `message` and end with `exitCode`
    QString message;
    int exitCode = 0;
};

ArgumentsRead readArguments(const QStringList &commandLine);

} // namespace campus::app
