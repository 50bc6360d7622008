#include "e2e/story/ServerProcess.h"

#include <QElapsedTimer>
#include <QThread>
#include <csignal>

#include <sys/prctl.h>

namespace campus::story {

namespace {

constexpr int kStartMillis = 30'000;
constexpr unsigned kPauseMillis = 50;
constexpr int kCommandMillis = 120'000;

} // namespace

ServerProcess::ServerProcess(QString program, QString dataDirectory, QString clockFile)
    : m_program(std::move(program)),
      m_data(std::move(dataDirectory)),
      m_clock(std::move(clockFile))
{
}

ServerProcess::~ServerProcess()
{
    stop();
}

Result<void> ServerProcess::initialise(const QString &referenceDate)
{
    const auto done = run("init", {"--sample", "--reference-date", referenceDate, "--if-needed"});
    if (!done)
        return done.error();
    return {};
}

Result<void> ServerProcess::start()
{
    QElapsedTimer waited;
    waited.start();
    while (!isRunning() && waited.elapsed() < kStartMillis) {
        // A server killed a moment ago may still hold the data directory's lock: then once more.
        if (launch())
            return {};
        QThread::msleep(kPauseMillis);
    }
    if (isRunning())
        return {};
    return {ErrorCode::ServerFailed,
            "the server did not start; see " + (m_data + "/server.log").toStdString()};
}

// Whether it listens now; false when it ended before it did.
bool ServerProcess::launch()
{
    m_process = std::make_unique<QProcess>();
    m_process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process->setStandardErrorFile(m_data + "/server.log", QIODevice::Append);
    m_process->start(m_program,
                     {"serve", "--data", m_data, "--port", "0", "--drill-clock", m_clock});
    QByteArray output;
    do {
        output += m_process->readAllStandardOutput();
        const QByteArray mark = "listening on ";
        const qsizetype at = output.indexOf(mark);
        if (at >= 0 && output.indexOf('\n', at) > 0) {
            m_address =
                QString::fromUtf8(output.mid(at + mark.size()).split('\n').first().trimmed());
            return true;
        }
    } while (m_process->waitForReadyRead(kStartMillis));
    m_process->kill();
    m_process->waitForFinished(kStartMillis);
    return false;
}

void ServerProcess::stop()
{
    if (!isRunning())
        return;
    m_process->terminate();
    if (!m_process->waitForFinished(10'000))
        m_process->kill();
    m_process->waitForFinished(5'000);
}

bool ServerProcess::isRunning() const
{
    if (!m_process)
        return false;
    m_process->waitForFinished(0); // lets QProcess notice a death nobody announced
    return m_process->state() == QProcess::Running;
}

Result<QString> ServerProcess::run(const QString &command, const QStringList &arguments) const
{
    QProcess process;
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process.start(m_program,
                  QStringList{command, "--data", m_data, "--drill-clock", m_clock} + arguments);
    if (!process.waitForFinished(kCommandMillis) || process.exitStatus() != QProcess::NormalExit)
        return {ErrorCode::ServerFailed, ("'" + command + "' did not finish").toStdString()};
    if (process.exitCode() != 0) {
        return {ErrorCode::ServerFailed,
                ("'" + command + "' ended with " + QString::number(process.exitCode()) + ": " +
                 QString::fromUtf8(process.readAllStandardError()).trimmed())
                    .toStdString()};
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace campus::story
