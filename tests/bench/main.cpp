// campus-bench [NAME …]: push, bootstrap, answer, figures, start; all without a name.
#include <QGuiApplication>
#include <QUrl>
#include <cstdio>
#include <map>

#include "Benches.h"
#include "Measure.h"

namespace campus::bench {

Result<void> Site::start()
{
    QFile file(folder.filePath("clock"));
    if (!file.open(QIODevice::WriteOnly) || file.write("0") != 1)
        return {ErrorCode::StorageFailed, "cannot write the clock file"};
    file.close();
    server = std::make_unique<story::ServerProcess>(
        CAMPUS_SERVER_PROGRAM, folder.filePath("server"), folder.filePath("clock"));
    if (auto made = server->initialise(QString::fromStdString(Day::of(clock.wall()).iso())); !made)
        return made;
    return server->start();
}

Result<std::unique_ptr<story::StoryTablet>> Site::tablet(const std::string &user,
                                                         const QString &name)
{
    auto tablet = story::StoryTablet::open(folder.filePath(name), user, clock);
    if (!tablet)
        return tablet.error();
    if (auto enrolled = (*tablet)->enrol(*server); !enrolled)
        return enrolled.error();
    return tablet;
}

quint16 Site::port() const
{
    return static_cast<quint16>(QUrl(server->address()).port());
}

} // namespace campus::bench

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    using campus::Result;
    const std::map<QString, Result<void> (*)()> benches{
        {"push", campus::bench::benchPush},
        {"bootstrap", campus::bench::benchBootstrap},
        {"answer", campus::bench::benchAnswer},
        {"figures", campus::bench::benchFigures},
        {"start", campus::bench::benchStart}};
    QStringList names = app.arguments().mid(1);
    if (names.contains("--help") || names.contains("-h")) {
        std::puts("campus-bench [push] [bootstrap] [answer] [figures] [start]   all without a name");
        return 0;
    }
    for (const QString &name : names) {
        if (benches.count(name) == 0) {
            std::fprintf(stderr,
                         "campus-bench: no measurement is called '%s'; there are push, bootstrap, "
                         "answer, figures, start\n",
                         qPrintable(name));
            return 2;
        }
    }
    campus::bench::printLine(
        "median (minimum–maximum) of runs",
        QString("load average %1").arg(campus::bench::loadAverage(), 0, 'f', 1));
    for (const auto &[name, run] : benches) {
        if (!names.isEmpty() && !names.contains(name))
            continue;
        if (const auto done = run(); !done) {
            std::fprintf(stderr, "campus-bench: %s: %s\n", qPrintable(name),
                         done.error().detail.c_str());
            return 1;
        }
    }
    return 0;
}
