#include "e2e/StoryRun.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace campus::e2e {

namespace {

std::map<QString, qint64> countsOf(const QJsonObject &report)
{
    std::map<QString, qint64> counts;
    for (const QJsonValue &value : report.value("figures").toArray()) {
        const QJsonObject figure = value.toObject();
        const QString id = figure.value("id").toString();
        counts[id] = figure.value("count").toInteger(-1);
        if (figure.contains("base"))
            counts[id + "/"] = figure.value("base").toInteger(-1);
    }
    return counts;
}

QByteArray outputOf(const QString &program, const QStringList &arguments, int *code)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    *code = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit
                ? process.exitCode()
                : -1;
    return process.readAll();
}

} // namespace

StoryRun::StoryRun()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

void StoryRun::start()
{
    m_process.start(CAMPUS_STORY_PROGRAM,
                    {"--server-binary", CAMPUS_SERVER_PROGRAM, "--home", home(), "--quiet"});
    m_process.waitForStarted(30'000);
}

bool StoryRun::isRunning()
{
    return m_process.state() == QProcess::Running;
}

qint64 StoryRun::serverPid() const
{
    // The kernel's own list of children; one of them may be a short command of the same program.
    QFile children(QString("/proc/%1/task/%1/children").arg(m_process.processId()));
    if (!children.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &child : children.readAll().simplified().split(' ')) {
        QFile command("/proc/" + child + "/cmdline");
        if (!child.isEmpty() && command.open(QIODevice::ReadOnly) &&
            command.readAll().split('\0').contains("serve"))
            return child.toLongLong();
    }
    return 0;
}

bool StoryRun::waitForEnd(int millis)
{
    return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(millis);
}

QJsonObject StoryRun::report() const
{
    QFile json(file("out/figures.json"));
    return json.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(json.readAll()).object()
                                          : QJsonObject();
}

std::map<QString, qint64> StoryRun::figures() const
{
    return countsOf(report());
}

std::map<QString, qint64> StoryRun::recounted(QString *problem) const
{
    const QJsonObject query = report().value("query").toObject();
    int code = -1;
    const QByteArray output = outputOf(
        CAMPUS_PYTHON,
        {CAMPUS_RECOUNT, "--database", databaseFile(), "--from", query.value("from").toString(),
         "--to", query.value("to").toString(), "--cutoff", query.value("cutoff").toString(),
         "--known-by", query.value("known_by").toString()},
        &code);
    const QJsonDocument document = QJsonDocument::fromJson(output);
    if (code != 0 || !document.isObject())
        *problem = "the recount failed: " + QString::fromUtf8(output);
    std::map<QString, qint64> counts;
    const QJsonObject figures = document.object().value("figures").toObject();
    for (auto figure = figures.begin(); figure != figures.end(); ++figure) {
        const QJsonObject measure = figure.value().toObject();
        if (measure.value("value").isDouble())
            counts[figure.key()] = measure.value("value").toInteger(-1);
        if (measure.value("base").isDouble())
            counts[figure.key() + "/"] = measure.value("base").toInteger(-1);
    }
    return counts;
}

QString StoryRun::databaseFile() const
{
    return file("server/campus.db");
}

QByteArray StoryRun::server(const QStringList &arguments, int *code) const
{
    QStringList all = arguments;
    all.insert(1, "--data");
    all.insert(2, file("server"));
    return outputOf(CAMPUS_SERVER_PROGRAM, all, code);
}

} // namespace campus::e2e
