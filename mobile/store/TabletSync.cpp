// The part of TabletStore that the sync engine drives (sync.md §4–§6). Each method is one transaction.
#include <algorithm>

#include "store/StoreParts.h"
#include "store/TabletStore.h"

namespace campus::store {

namespace {

constexpr std::int64_t kTimeSamplesKept = 20;

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
    });
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
    return m_parts->write([&](Work &work) {
        for (const wire::FeedRow &row : answer.rows)
            work.docs.takeFetched(row);
        work.docs.seeHead(answer.head);
    });
}

Result<void> TabletStore::beginBootstrap(const wire::Head &at)
{
    return m_parts->write([&](Work &work) { work.docs.beginBootstrap(at); });
}

Result<void> TabletStore::addBootstrapPart(const wire::BootstrapAnswer &part)
{
    return m_parts->write([&](Work &work) { work.docs.addToShadow(part.rows); });
}

Result<void> TabletStore::finishBootstrap(const wire::Head &at, const std::string &scopeMark)
{
    return m_parts->write([&](Work &work) {
        bool livesElsewhere = false;
        for (const wire::FeedRow &row : work.docs.finishBootstrap(at, scopeMark))
            livesElsewhere = !work.journal.settle(row) || livesElsewhere;
        if (livesElsewhere)
            work.journal.beginInstall(m_parts->ids.next(), work.settings.text(setting::kDevice));
        work.change.outbox = true;
        work.change.everything = true;
    });
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
    // What comes in must not take the room that text needs.
    if (m_parts->reserveIsFree() || m_parts->files.freeBytes(m_parts->directory) < 2 * m_parts->reserveBytes)
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
    m_parts->renewReserve();
    return m_parts->write([&](Work &work) {
        if (outcome)
            work.settings.set(setting::kLastSync, at);
        work.settings.set(setting::kLastError,
                          outcome ? std::string_view() : factsOf(outcome.error().code).name);
        work.change.outbox = true;
    });
}

} // namespace campus::store
