#include <QElapsedTimer>

#include "Benches.h"
#include "CountingProxy.h"
#include "Measure.h"
#include "net/HttpSyncApi.h"
#include "sync/SyncEngine.h"

namespace campus::bench {

Result<void> benchBootstrap()
{
    Samples county;
    Samples officer;
    std::uint64_t up = 0;
    std::uint64_t down = 0;
    std::uint64_t rows = 0;
    std::uint64_t officerDown = 0;
    Site site;
    if (auto started = site.start(); !started)
        return started;
    for (int run = 0; run < kRuns; ++run) {
        for (const std::string user : {"U001", "U005"}) {
            auto tablet =
                site.tablet(user, QString::fromStdString(user) + "-" + QString::number(run));
            if (!tablet)
                return tablet.error();
            const CountingProxy proxy(site.port());
            net::HttpSyncApi api(QUrl(QString("http://127.0.0.1:%1").arg(proxy.port())));
            sync::SyncEngine engine(api, (*tablet)->store(), site.clock, "campus-bench");
            QElapsedTimer timer;
            timer.start();
            const auto done = engine.run(false);
            if (!done)
                return done.error();
            const double millis = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            if (user == "U001") {
                county.add(millis);
                up = proxy.up();
                down = proxy.down();
                rows = done->rowsTaken;
            } else {
                officer.add(millis);
                officerDown = proxy.down();
            }
        }
    }
    print("bootstrap, whole sample county", county, "ms",
          QString("%1 rows, %2 B down, %3 B up").arg(rows).arg(down).arg(up));
    print("bootstrap, one officer's townships", officer, "ms",
          QString("%1 B down").arg(officerDown));
    return {};
}

} // namespace campus::bench
