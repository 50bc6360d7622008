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
        const QString picture = site.folder.filePath(QString("first-%1.png").arg(run));
        app.start(CAMPUS_APP_PROGRAM,
                  {"--data", site.folder.filePath("tablet"), "--screenshot", picture});
        if (!app.waitForFinished(60'000) || app.exitCode() != 0 || !QFile::exists(picture))
            return {ErrorCode::Internal, "campus-safety: " + app.readAll().toStdString()};
        millis.add(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    print("app start to first screen", millis, "ms",
          "exec until the first screen is drawn, written as PNG and the program ended; "
          "offscreen, software renderer");
    return {};
}

} // namespace campus::bench
