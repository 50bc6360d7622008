// The part of TabletStore that the sync engine drives (sync.md §4–§6). Each method is one transaction.
#include <algorithm>

#include "core/Log.h"
#include "store/StoreParts.h"
#include "store/TabletStore.h"

namespace campus::store {

namespace {

constexpr std::int64_t kTimeSamplesKept = 20;
constexpr Millis kPurgeEvery = 3'600'000;

} // namespace

sync::TabletIdentity TabletStore::identity() const
{
    return m_parts->readOrEmpty([](Work &work) {
        return sync::TabletIdentity{work.settings.text(setting::kDevice), work.journal.install().id,
                                    work.settings.text(setting::kServer)};
    });
}

Signature TabletStore::sign(BytesView text) const
{
    return m_parts->key->sign(text);
}

std::optional<wire::Session> TabletStore::session() const
{
    return m_parts->readOrEmpty([&](Work &work) -> std::optional<wire::Session> {
        const auto user = work.acting();
        if (!user)
            return std::nullopt;
        wire::Session session;
        session.user = *user;
        work.sql.first("SELECT session, expires FROM person WHERE id = ?1",
                       [&](const sqlite::Statement &row) {
                           session.id = row.text(0);
                           session.expiresAt = row.integer(1);
                       },
                       user->id);
        const auto token = m_parts->token(user->id);
        if (session.id.empty() || !token)
            return std::nullopt;
        session.token = *token;
        return session;
    });
}

// ---- push -----------------------------------------------------------------------------------------

Result<sync::OutboxBatch> TabletStore::unsent(std::size_t maxEvents, std::size_t maxBytes)
{
    sync::OutboxBatch batch;
    const auto done = m_parts->write([&](Work &work) {
        batch = work.journal.unsent(std::max<std::size_t>(maxEvents, 1), maxBytes);
    });
    return done ? Result<sync::OutboxBatch>(std::move(batch)) : Result<sync::OutboxBatch>(done.error());
}

std::uint64_t TabletStore::unsentCount() const
{
    return m_parts->readOrEmpty([](Work &work) { return work.journal.unsentCount(); });
}

Result<void> TabletStore::recordAnswer(const sync::OutboxBatch &sent, const wire::PushAnswer &answer)
{
    return m_parts->write([&](Work &work) {
        const bool proves = !work.settings.has(setting::kWitness)
            && answer.head.size >= work.docs.position().highest.size;
        if (proves)
            work.settings.set(setting::kHighest, answer.head);
        work.journal.takeAnswer(sent, answer, work.docs.position().cursor.size, proves);
        work.change.outbox = true;
    });
}

Result<bool> TabletStore::rewindTo(std::uint64_t first, const Digest &chainBefore)
{
    bool rewound = false;
    const auto done = m_parts->write([&](Work &work) {
        rewound = work.journal.rewindTo(first, chainBefore);
        if (rewound && work.journal.hasLooseEvents())
            work.journal.beginInstall(m_parts->ids.next(), work.settings.text(setting::kDevice));
        work.change.outbox = rewound;
    });
    return done ? Result<bool>(rewound) : Result<bool>(done.error());
}

Result<void> TabletStore::startNewInstall()
{
    return m_parts->write([&](Work &work) {
        work.journal.beginInstall(m_parts->ids.next(), work.settings.text(setting::kDevice));
        work.change.outbox = true;
    });
}

Result<void> TabletStore::recordQuarantined(const std::string &event, const wire::Verdict &verdict)
{
    return m_parts->write([&](Work &work) {
        work.journal.takeRawVerdict(event, verdict);
        work.change.outbox = true;
    });
}

// ---- pull -----------------------------------------------------------------------------------------

sync::SyncPosition TabletStore::position() const
{
    return m_parts->readOrEmpty([](Work &work) { return work.docs.position(); });
}

Result<void> TabletStore::applyPage(const wire::PullAnswer &page)
{
    if (auto room = m_parts->roomFor(m_parts->reserveBytes / 2); !room)
        return room;
    return m_parts->write([&](Work &work) {
        const journal::Head proven = work.docs.position().highest;
        bool livesElsewhere = false;
        work.docs.beginPage(page);
        for (const wire::FeedRow &row : page.rows) {
            if (row.kind == wire::FeedRow::Kind::Verdict)
                livesElsewhere = !work.journal.settle(row) || livesElsewhere;
            else
                work.docs.take(row);
        }
        work.journal.settleBehind(proven.chain);
        work.docs.finishPage(page);
        if (!page.more)
            work.journal.unsettleUnseen();
        // I9: a cloned or rolled-back tablet gets a new install before its next push.
        if (livesElsewhere || work.journal.hasLooseEvents())
            work.journal.beginInstall(m_parts->ids.next(), work.settings.text(setting::kDevice));
        work.change.outbox = true;
    }, Reserve::Keep);
}

std::vector<wire::Head> TabletStore::knownHeads() const
{
    return m_parts->readOrEmpty([](Work &work) { return work.docs.knownHeads(); });
}

Result<std::vector<wire::ObjectRef>> TabletStore::rollBackTo(const wire::Head &common)
{
    std::vector<wire::ObjectRef> dropped;
    const auto done = m_parts->write([&](Work &work) {
        dropped = work.docs.rollBackTo(common);
        work.journal.unsettleAfter(common.size);
        if (work.journal.hasLooseEvents())
            work.journal.beginInstall(m_parts->ids.next(), work.settings.text(setting::kDevice));
        work.change.outbox = true;
        work.change.everything = true;
    });
    return done ? Result<std::vector<wire::ObjectRef>>(std::move(dropped))
                : Result<std::vector<wire::ObjectRef>>(done.error());
}

std::vector<wire::ObjectRef> TabletStore::awaitedObjects(std::size_t max) const
{
    return m_parts->readOrEmpty([&](Work &work) { return work.docs.awaited(max); });
}

Result<void> TabletStore::applyFetched(const wire::FetchAnswer &answer)
{
    if (auto room = m_parts->roomFor(m_parts->reserveBytes / 2); !room)
        return room;
    return m_parts->write([&](Work &work) {
        for (const wire::FeedRow &row : answer.rows)
            work.docs.takeFetched(row);
        work.docs.seeHead(answer.head);
    }, Reserve::Keep);
}

namespace {

// Parts that nothing will be made of give their pages back, to text.
template <typename Parts>
Result<void> orDropShadow(Parts &parts, Result<void> done)
{
    if (!done && done.error().code == ErrorCode::StorageFull) {
        const auto dropped = parts.write([](Work &work) { work.docs.dropShadow(); }, Reserve::Keep);
        if (!dropped)
            log(LogLevel::Warning, "shadow_not_dropped", {{"detail", dropped.error().detail}});
    }
    return done;
}

} // namespace

Result<void> TabletStore::beginBootstrap(const wire::Head &at)
{
    if (!m_parts->hasRoomToReceive())
        return orDropShadow(*m_parts, {ErrorCode::StorageFull, "no room for a bootstrap"});
    return m_parts->write([&](Work &work) { work.docs.beginBootstrap(at); }, Reserve::Keep);
}

Result<void> TabletStore::addBootstrapPart(const wire::BootstrapAnswer &part)
{
    if (!m_parts->hasRoomToReceive())
        return orDropShadow(*m_parts, {ErrorCode::StorageFull, "no room for a part of a bootstrap"});
    return orDropShadow(*m_parts, m_parts->write(
        [&](Work &work) { work.docs.addToShadow(part.rows); }, Reserve::Keep));
}

Result<void> TabletStore::finishBootstrap(const wire::Head &at, const std::string &scopeMark)
{
    return orDropShadow(*m_parts, m_parts->write([&](Work &work) {
        bool livesElsewhere = false;
        for (const wire::FeedRow &row : work.docs.finishBootstrap(at, scopeMark))
            livesElsewhere = !work.journal.settle(row) || livesElsewhere;
        if (livesElsewhere)
            work.journal.beginInstall(m_parts->ids.next(), work.settings.text(setting::kDevice));
        work.change.outbox = true;
        work.change.everything = true;
    }, Reserve::Keep));
}

// ---- blobs ----------------------------------------------------------------------------------------

Result<std::optional<sync::PendingUpload>> TabletStore::nextUpload()
{
    for (;;) {
        auto next = m_parts->read([&](Work &work) { return work.blobs.nextUpload(); });
        if (!next || !*next)
            return next;
        (*next)->path = m_parts->blobPath((*next)->sha256);
        if (m_parts->files.size((*next)->path))
            return next;
        const Digest missing = (*next)->sha256; // the next one may still go
        if (auto lost = m_parts->write([&](Work &work) { work.blobs.lose(missing); }); !lost)
            return lost.error();
    }
}

Result<void> TabletStore::recordUpload(const Digest &sha, const wire::UploadState &state)
{
    return m_parts->write([&](Work &work) {
        work.blobs.takeUpload(sha, state, m_parts->serverNow(work).value_or(0));
        work.change.blobs = true;
        if (state.complete) {
            for (const ObjectRef &object : work.blobs.objectsOf(sha))
                work.touch(object);
        }
    });
}

Result<void> TabletStore::recordUploadRefused(const Digest &sha, const Error &error)
{
    return m_parts->write([&](Work &work) {
        work.blobs.takeRefusal(sha, factsOf(error.code).name);
        work.change.blobs = true;
    });
}

Result<std::vector<sync::WantedBlob>> TabletStore::wantedBlobs(std::size_t max)
{
    if (!m_parts->hasRoomToReceive())
        return std::vector<sync::WantedBlob>();
    return m_parts->read([&](Work &work) { return work.blobs.wanted(max); });
}

// ---- time and end ---------------------------------------------------------------------------------

Result<void> TabletStore::recordTime(const sync::TimeSample &sample)
{
    return m_parts->write([&](Work &work) {
        // Of two samples of one boot the one with the shorter way is nearer the truth; an old one drifts.
        constexpr Millis kDrifts = 3'600'000;
        work.sql.run("INSERT INTO time_sample(boot, mono, server, half) VALUES (?1, ?2, ?3, ?4)"
                     " ON CONFLICT(boot) DO UPDATE SET mono = excluded.mono, server = excluded.server,"
                     " half = excluded.half"
                     " WHERE excluded.half <= half OR excluded.mono > mono + ?5",
                     sample.boot, sample.mono, sample.server, sample.halfRoundTrip, kDrifts);
        work.sql.run("DELETE FROM time_sample WHERE position <="
                     " (SELECT max(position) FROM time_sample) - ?1",
                     kTimeSamplesKept);
    });
}

Result<void> TabletStore::recordSyncEnd(const Result<void> &outcome, Millis at)
{
    if (outcome && (!m_parts->purgedAt || m_parts->clock.monotonic() - *m_parts->purgedAt >= kPurgeEvery)) {
        m_parts->purgedAt = m_parts->clock.monotonic();
        if (const auto freed = purge(); !freed)
            log(LogLevel::Warning, "nothing_freed", {{"detail", freed.error().detail}});
    }
    m_parts->renewReserve();
    return m_parts->write([&](Work &work) {
        if (outcome)
            work.settings.set(setting::kLastSync, at);
        if (outcome || outcome.error().code != ErrorCode::Cancelled) // somebody stopped it: no fault
            work.settings.set(setting::kLastError,
                              outcome ? std::string_view() : factsOf(outcome.error().code).name);
        work.change.outbox = true;
    });
}

} // namespace campus::store
