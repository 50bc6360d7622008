#include "app/QuitSignals.h"

#include <QCoreApplication>
#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

#include "core/Assert.h"

namespace campus::app {

namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};
std::array<int, 2> s_pipe = {-1, -1};

void onSignal(int)
{
    const char octet = 1;
    // Nothing sensible can be done about a failed write inside a signal handler.
    [[maybe_unused]] const ssize_t written = ::write(s_pipe[1], &octet, 1);
}

} // namespace

QuitSignals::QuitSignals()
{
    const int made = ::pipe2(s_pipe.data(), O_CLOEXEC | O_NONBLOCK);
    CAMPUS_ASSERT(made == 0);
    m_notifier = std::make_unique<QSocketNotifier>(s_pipe[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [] {
        char octet = 0;
        [[maybe_unused]] const ssize_t taken = ::read(s_pipe[0], &octet, 1);
        QCoreApplication::quit();
    });
    for (const int number : kSignals)
        std::signal(number, onSignal);
}

QuitSignals::~QuitSignals()
{
    for (const int number : kSignals)
        std::signal(number, SIG_DFL);
    m_notifier.reset();
    ::close(s_pipe[0]);
    ::close(s_pipe[1]);
}

} // namespace campus::app
