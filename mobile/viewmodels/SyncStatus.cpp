#include "viewmodels/SyncStatus.h"

#include <QCoreApplication>
#include <algorithm>
#include <utility>

#include "viewmodels/ErrorText.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

namespace {

constexpr int kClockMillis = 30'000;
constexpr int kPauseMillis = 500; // a run changes something with every part that it sends
constexpr Millis kMinute = 60'000;

QString translate(const char *context, const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate(context, text, note, n);
}

} // namespace

SyncStatus::SyncStatus(Workplace &workplace, QObject *parent)
    : QObject(parent),
      m_workplace(workplace)
{
    if (!workplace.isOpen())
        return;
    connect(&workplace, &Workplace::changed, this, &SyncStatus::askOverview);
    connect(&workplace, &Workplace::dayChanged, this, &SyncStatus::askOverview);
    connect(&workplace, &Workplace::languageChanged, this, &SyncStatus::changed);
    connect(&workplace.sync(), &Synchroniser::activityChanged, this, &SyncStatus::takeActivity);
    m_clockTimer.setInterval(kClockMillis);
    connect(&m_clockTimer, &QTimer::timeout, this, &SyncStatus::changed);
    m_clockTimer.start();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMillis);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_askAgain, false))
            askOverview();
    });
    m_activity = workplace.sync().activity();
    askOverview();
}

SyncStatus *SyncStatus::create(QQmlEngine *, QJSEngine *)
{
    return new SyncStatus(Workplace::instance());
}

void SyncStatus::takeActivity()
{
    const bool wasRunning = m_activity.running;
    m_activity = m_workplace.sync().activity();
    if (wasRunning && !m_activity.running)
        askOverview();
    Q_EMIT changed();
}

void SyncStatus::askOverview()
{
    if (m_asking || m_pause.isActive()) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_pause.start();
    m_workplace.ask<store::SyncOverview>(
        this, [&store = m_workplace.store()] { return store.syncOverview(); },
        [this](store::SyncOverview overview) {
            m_asking = false;
            m_overview = std::move(overview);
            if (!m_pause.isActive() && std::exchange(m_askAgain, false))
                askOverview();
            Q_EMIT changed();
        });
}

bool SyncStatus::isOffline() const
{
    if (m_activity.failure)
        return m_activity.failure->code == ErrorCode::NetworkFailed;
    return !m_overview.lastError.empty() &&
           errorCodeNamed(m_overview.lastError) == ErrorCode::NetworkFailed;
}

double SyncStatus::progress() const
{
    const sync::Progress &progress = m_activity.progress;
    if (!m_activity.running || progress.total == 0)
        return -1;
    return std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
}

QString SyncStatus::phaseText() const
{
    if (!m_activity.running)
        return {};
    const sync::Progress &progress = m_activity.progress;
    const QString phase = texts::of(progress.phase);
    const bool octets =
        progress.phase == sync::Phase::Upload || progress.phase == sync::Phase::Download;
    if (progress.total == 0 || phase.isEmpty())
        return phase;
    return octets
               ? translate("SyncStatus", "%1 (%2 of %3)")
                     .arg(phase, texts::octets(progress.done), texts::octets(progress.total))
               : translate("SyncStatus", "%1 (%2 of %3)")
                     .arg(phase, QString::number(progress.done), QString::number(progress.total));
}

QString SyncStatus::unsentText() const
{
    const int events = unsentEvents();
    const int photos = unsentPhotos();
    if (events == 0 && photos == 0)
        return {};
    if (photos == 0)
        return translate("SyncStatus", "%n record(s) not sent yet", nullptr, events);
    const QString size = texts::octets(m_overview.unsentBytes);
    if (events == 0)
        return translate("SyncStatus", "%n photo(s) not sent yet (%1)", nullptr, photos).arg(size);
    return translate("SyncStatus", "%n record(s) and %1 photos not sent yet (%2)", nullptr, events)
        .arg(QString::number(photos), size);
}

QString SyncStatus::lastSyncText() const
{
    if (!m_overview.lastSyncAt)
        return translate("SyncStatus", "Never synchronised");
    return translate("SyncStatus", "Last synchronised: %1")
        .arg(texts::ago(*m_overview.lastSyncAt, m_workplace.clock().wall()));
}

QString SyncStatus::errorText() const
{
    if (m_activity.running)
        return {};
    const std::optional<ErrorCode> code =
        m_activity.failure             ? std::optional(m_activity.failure->code)
        : m_overview.lastError.empty() ? std::nullopt
                                       : std::optional(errorCodeNamed(m_overview.lastError));
    if (!code || *code == ErrorCode::Cancelled)
        return {};
    if (*code == ErrorCode::StorageFull && !m_overview.roomToReceive)
        return translate("SyncStatus",
                         "This tablet's storage is full: what the server has cannot be received. "
                         "Free some space on the tablet, then synchronise.");
    return m_activity.failure ? ErrorText::of(*m_activity.failure) : ErrorText::of(*code);
}

QString SyncStatus::freeableText() const
{
    return m_overview.storageLow ? texts::octets(m_overview.freeableBytes) : QString();
}

void SyncStatus::freeSpace()
{
    if (!m_workplace.isOpen())
        return;
    m_workplace.ask<Result<std::uint64_t>>(
        this, [&store = m_workplace.store()] { return store.purge(); },
        [this](const Result<std::uint64_t> &) { askOverview(); });
}

QString SyncStatus::nextTryText() const
{
    if (m_activity.running || !m_activity.nextTryAt)
        return {};
    const Millis left = *m_activity.nextTryAt - m_workplace.clock().wall();
    if (left < kMinute)
        return translate("SyncStatus", "Tries again in a moment");
    const int minutes = static_cast<int>(left / kMinute);
    return translate("SyncStatus", "Tries again in %n minute(s)", nullptr, minutes);
}

bool SyncStatus::syncNow()
{
    if (!m_workplace.isOpen())
        return false;
    m_workplace.sync().syncNow();
    return true;
}

bool SyncStatus::stop()
{
    if (!m_workplace.isOpen())
        return false;
    m_workplace.sync().stop();
    return true;
}

} // namespace campus::viewmodels
