// Turns SIGINT, SIGTERM and SIGHUP into an orderly end of the event loop. One per program, on the
// UI thread.
#pragma once

#include <QSocketNotifier>
#include <memory>

namespace campus::app {

class QuitSignals
{
public:
    QuitSignals();
    ~QuitSignals();
    QuitSignals(const QuitSignals &) = delete;
    QuitSignals &operator=(const QuitSignals &) = delete;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace campus::app
