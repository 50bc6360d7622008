// campus-safety: the tablet program.
#include <QFont>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QQuickStyle>
#include <QTextStream>

#include <sys/stat.h>

#include "app/QuitSignals.h"
#include "app/TabletApp.h"

int main(int argc, char *argv[])
{
    ::umask(S_IRWXG | S_IRWXO); // records and photos are nobody else's
    // The other backend fills the log when its plugins are not installed.
    if (qEnvironmentVariableIsEmpty("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    // Qt Multimedia tells which codecs it lists.
    QLoggingCategory::setFilterRules(QStringLiteral("default.debug=false"));
    QCoreApplication::setApplicationName(QStringLiteral("campus-safety"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CAMPUS_VERSION));

    // Help and version need no display.
    QStringList commandLine;
    for (int i = 0; i < argc; ++i)
        commandLine.append(QString::fromLocal8Bit(argv[i]));
    {
        const QCoreApplication words(argc, argv);
        const auto read = campus::app::readArguments(commandLine);
        if (!read.arguments) {
            QTextStream(read.exitCode == 0 ? stdout : stderr) << read.message;
            return read.exitCode;
        }
    }

    QGuiApplication gui(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Material"));
    QGuiApplication::setFont(QFont(QStringLiteral("Noto Sans CJK SC")));
    const campus::app::QuitSignals quitSignals;
    campus::app::TabletApp tablet(*campus::app::readArguments(commandLine).arguments);
    return tablet.start() ? QGuiApplication::exec() : 1;
}
