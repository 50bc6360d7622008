// The server program as a test runs it: commands to their end, and serving processes.
#pragma once

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>

namespace campus::test {

inline const QString kProgram = QStringLiteral(CAMPUS_SERVER_PROGRAM);
inline const QString kSamples = QStringLiteral(CAMPUS_SAMPLES);
inline constexpr int kCommandMillis = 60'000;

// A serving process; killed when the test forgets it.
class Server
{
public:
    explicit Server(const QString &data, const QStringList &more = {})
    {
        m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        m_process.start(kProgram, QStringList{"serve", "--data", data, "--port", "0"} + more);
        static const QRegularExpression listening("listening on http://127\\.0\\.0\\.1:(\\d+)\n");
        QString text;
        while (m_port == 0 && m_process.waitForReadyRead(kCommandMillis)) {
            text += QString::fromUtf8(m_process.readAllStandardOutput());
            m_port = static_cast<quint16>(listening.match(text).captured(1).toUInt());
        }
    }
    ~Server()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    quint16 port() const { return m_port; }
    int stopBy(int signal)
    {
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        m_process.waitForFinished(kCommandMillis);
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

struct Outcome {
    int code = -1;
    QString out, err;
};

inline Outcome run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(kProgram, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kCommandMillis) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

// A sample county of its own in a new folder under `folder`.
inline QString freshData(const QTemporaryDir &folder, const QStringList &more = {})
{
    static int count = 0;
    const QString data = folder.filePath("data" + QString::number(++count));
    const Outcome made = run(QStringList{"init", "--data", data, "--sample"} + more);
    if (made.code != 0)
        qWarning("%s", qPrintable(made.err));
    return data;
}

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace campus::test
