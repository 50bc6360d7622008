// The real server program as a child process: initialised, started, asked through its command
// line, stopped or killed. It dies with its parent, so that a killed story leaves no orphan.
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <memory>

#include "core/Result.h"

namespace campus::story {

class ServerProcess
{
public:
    ServerProcess(QString program, QString dataDirectory, QString clockFile);
    ~ServerProcess();

    // Creates the sample county unless the data directory has been initialised.
    Result<void> initialise(const QString &referenceDate);
    Result<void> start(); // returns when it listens; at once when it is running
    void stop();          // SIGTERM, waits
    bool isRunning() const;
    QString address() const { return m_address; } // "http://127.0.0.1:PORT"
    // One command of the command line with --data and --drill-clock added; its standard output.
    Result<QString> run(const QString &command, const QStringList &arguments) const;

private:
    bool launch();
    QString m_program, m_data, m_clock, m_address;
    std::unique_ptr<QProcess> m_process;
};

} // namespace campus::story
