// The measurements of ./campus bench; each prints its own lines and starts what it needs.
#pragma once

#include <QString>
#include <QTemporaryDir>
#include <memory>

#include "core/Result.h"
#include "e2e/story/ServerProcess.h"
#include "e2e/story/StoryTablet.h"

namespace campus::bench {

inline constexpr int kRuns = 5;

// A server process with the fresh sample county in a temporary folder.
struct Site {
    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<story::ServerProcess> server;
    Result<void> start();
    Result<std::unique_ptr<story::StoryTablet>> tablet(const std::string &user,
                                                       const QString &name);
    quint16 port() const;
};

Result<void> benchPush();      // events per second until acknowledged, beside raw SQLite
Result<void> benchBootstrap(); // the sample county into an empty tablet: time and bytes
Result<void> benchAnswer();    // one answer until it is on disk
Result<void> benchFigures();   // statistics over a million hazards, beside plain SQL
Result<void> benchStart();     // from exec to the first screen

} // namespace campus::bench
