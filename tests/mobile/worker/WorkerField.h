// A tablet, a server behind a real socket, and the worker between them. The test touches the
// tablet's memory only while the worker rests or waits for an answer of the test. For tests only.
#pragma once

#include <QSignalSpy>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "mobile/net/HttpFront.h"
#include "mobile/net/ScriptedServer.h"
#include "net/HttpSyncApi.h"
#include "shared/sync/SyncBench.h"
#include "worker/SyncWorker.h"

namespace campus::support {

inline constexpr int kPatienceMillis = 20'000;
inline constexpr Millis kNever = 24 * 3'600'000; // a pause no test waits for

class Field
{
public:
    Field()
        : front(bench.server),
          server([this](const Asked &asked) { return front(asked); }),
          tablet(bench.tablet(bench.officer))
    {
        options.gatherEvents = std::chrono::milliseconds(0);
        options.lookAgain = std::chrono::milliseconds(kNever);
        options.delayAfter = [this](int inARow, int retryAfter) {
            failuresSeen.push_back(inARow);
            retryAfterSeen = retryAfter;
            return pause;
        };
    }

    worker::SyncWorker &worker()
    {
        if (!m_worker) {
            const QUrl address = server.address();
            net::HttpOptions http;
            http.transferTimeout = transferTimeout;
            m_worker = std::make_unique<worker::SyncWorker>(
                tablet.store, bench.clock,
                [address, http] { return std::make_unique<net::HttpSyncApi>(address, http); },
                options);
            started = std::make_unique<QSignalSpy>(m_worker.get(), &worker::SyncWorker::started);
            finished = std::make_unique<QSignalSpy>(m_worker.get(), &worker::SyncWorker::finished);
            failed = std::make_unique<QSignalSpy>(m_worker.get(), &worker::SyncWorker::failed);
        }
        return *m_worker;
    }
    void endWorker() { m_worker.reset(); }

    bool finishes()
    {
        worker().syncNow();
        return waitFor(*finished) && failed->isEmpty();
    }
    static bool waitFor(QSignalSpy &spy, int count = 1)
    {
        while (spy.count() < count) {
            if (!spy.wait(kPatienceMillis))
                return false;
        }
        return true;
    }
    worker::SyncFailure failure(int index = 0) const
    {
        return failed->at(index).first().value<worker::SyncFailure>();
    }
    bool allInLogOnce(const std::vector<std::string> &ids) const
    {
        return std::all_of(ids.begin(), ids.end(),
                           [this](const std::string &id) { return bench.inLog(id) == 1; });
    }

    SyncBench bench;
    HttpFront front;
    ScriptedServer server;
    BenchTablet &tablet;
    worker::SyncWorkerOptions options;
    std::chrono::milliseconds transferTimeout = std::chrono::seconds(60);
    Millis pause = 0;
    std::vector<int> failuresSeen; // written on the sync thread, read when it rests
    int retryAfterSeen = 0;
    std::unique_ptr<QSignalSpy> started, finished, failed;

private:
    std::unique_ptr<worker::SyncWorker> m_worker;
};

inline Scripted busy(const Asked &)
{
    return ours(503, "", "");
}

inline Scripted silent(const Asked &)
{
    return {{}, true};
}

} // namespace campus::support
