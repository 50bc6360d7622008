// One playing of the story by the real program, for tests that look at its end or disturb it.
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <map>

namespace campus::e2e {

class StoryRun
{
public:
    StoryRun();
    QString home() const { return m_folder.filePath("story"); }
    QString file(const QString &name) const { return home() + "/" + name; }

    void start();
    bool isRunning();
    qint64 pid() const { return m_process.processId(); }
    qint64 serverPid() const;    // the server process it started; 0 when there is none now
    bool waitForEnd(int millis); // false: still running
    int exitCode() const { return m_process.exitCode(); }
    bool crashed() const { return m_process.exitStatus() == QProcess::CrashExit; }
    QByteArray output() { return m_process.readAll(); }

    // The figures the program printed: id → count, and of rates id + "/" → base.
    std::map<QString, qint64> figures() const;
    // The same counted anew from the server's log by a script that shares no code with us.
    std::map<QString, qint64> recounted(QString *problem) const;
    QJsonObject report() const;   // as printed with --json
    QString databaseFile() const; // of the server
    // Standard output of one server command over the story's data; exit code in `code`.
    QByteArray server(const QStringList &arguments, int *code) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace campus::e2e
