#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include "Benches.h"
#include "Measure.h"

namespace campus::bench {

Result<void> benchStart()
{
    Site site;
    if (auto started = site.start(); !started)
        return started;
    { // a tablet as after a day's work: enrolled, the registers on it
        auto tablet = site.tablet("U005", "tablet");
        if (!tablet)
            return tablet.error();
        if (auto done = (*tablet)->synchronise(*site.server); !done)
            return done;
    }
    Samples millis;
    for (int run = 0; run < kRuns; ++run) {
        QProcess app;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        app.setProcessEnvironment(environment);
        app.setProcessChannelMode(QProcess::MergedChannels);
        QElapsedTimer timer;
        timer.start();
        app.start(CAMPUS_APP_PROGRAM,
                  {"--data", site.folder.filePath("tablet"), "--quit-after-first-frame"});
        if (!app.waitForFinished(60'000) || app.exitCode() != 0)
            return {ErrorCode::Internal, "campus-safety: " + app.readAll().toStdString()};
        // The program prints how long after its start the first frame was on the screen.
        const QString output = QString::fromUtf8(app.readAll());
        const qsizetype at = output.indexOf("first frame after ");
        if (at < 0)
            return {ErrorCode::Internal, "no first frame was told of: " + output.toStdString()};
        millis.add(output.mid(at + 18).section(' ', 0, 0).toDouble());
    }
    print("app start to first screen", millis, "ms",
          "offscreen, software renderer, sample county on the tablet");
    return {};
}

} // namespace campus::bench
