// Synchronisation as the screens need it: whether it runs, how far it is, when it tries again, and
// the two wishes "now" and "stop". Implemented in mobile/app over the sync thread; by a double in
// tests. UI thread; signals come there too.
#pragma once

#include <QObject>
#include <optional>

#include "core/Clock.h"
#include "core/Result.h"
#include "sync/SyncEngine.h"

namespace campus::viewmodels {

struct SyncActivity {
    bool running = false;
    sync::Progress progress;         // of the run under way
    std::optional<Error> failure;    // of the last run; nothing = it went well or none was made
    std::optional<Millis> nextTryAt; // wall clock
};

class Synchroniser : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual SyncActivity activity() const = 0;
    virtual void
    syncNow() = 0;           // also before the next try is due; one more run when one is under way
    virtual void stop() = 0; // the run under way ends at its next step

Q_SIGNALS:
    void activityChanged();
};

} // namespace campus::viewmodels
