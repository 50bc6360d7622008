#include "support/MemorySyncStore.h"

#include <algorithm>

#include "core/Limits.h"
#include "journal/Chain.h"
#include "wire/EventCodec.h"

namespace campus::support {

MemorySyncStore::MemorySyncStore(const SigningKey &key, const std::string &device) : m_key(key)
{
    m_state.identity = {device, device + "-install-1", "reference"};
    m_state.chain = {journal::chainStart(device, m_state.identity.install)};
}

Result<void> MemorySyncStore::change(std::string_view name)
{
    m_changes.emplace_back(name);
    return m_gate ? m_gate(name) : Result<void>();
}

// ---- own events ------------------------------------------------------------------------------------

std::string MemorySyncStore::save(const domain::Event &event)
{
    return saveLine(event.id, wire::encodeEvent(event).value());
}

std::string MemorySyncStore::saveLine(const std::string &id, const std::string &line)
{
    m_state.own.push_back({id, line, Stage::Saved, false, {}});
    chainOn(m_state.own.size() - 1);
    return id;
}

void MemorySyncStore::chainOn(std::size_t index)
{
    m_state.chained.push_back(index);
    m_state.chain.push_back(journal::chainNext(m_state.chain.back(), m_state.own[index].line));
}

MemorySyncStore::OwnEvent *MemorySyncStore::find(const std::string &id)
{
    const auto found = std::find_if(m_state.own.begin(), m_state.own.end(),
                                    [&](const OwnEvent &event) { return event.id == id; });
    return found == m_state.own.end() ? nullptr : &*found;
}

const MemorySyncStore::OwnEvent &MemorySyncStore::own(const std::string &id) const
{
    const OwnEvent *event = const_cast<MemorySyncStore *>(this)->find(id);
    CAMPUS_ASSERT(event != nullptr);
    return *event;
}

std::size_t MemorySyncStore::countIn(Stage stage) const
{
    return static_cast<std::size_t>(
        std::count_if(m_state.own.begin(), m_state.own.end(),
                      [&](const OwnEvent &e) { return e.stage == stage; }));
}

Result<void> MemorySyncStore::keepSession(const wire::Session &session)
{
    if (auto open = change("keepSession"); !open)
        return open;
    m_state.session = session;
    return {};
}

Result<sync::OutboxBatch> MemorySyncStore::unsent(std::size_t maxEvents, std::size_t maxBytes)
{
    sync::OutboxBatch batch;
    batch.first = m_state.acknowledged + 1;
    batch.previous = m_state.chain[m_state.acknowledged];
    std::size_t bytes = 0;
    for (std::size_t n = m_state.acknowledged; n < m_state.chained.size(); ++n) {
        const OwnEvent &event = m_state.own[m_state.chained[n]];
        bytes += event.line.size() + 1;
        if (batch.lines.size() == maxEvents || (bytes > maxBytes && !batch.lines.empty()))
            break;
        batch.lines.push_back(event.line);
        batch.ids.push_back(event.id);
    }
    return batch;
}

Result<void> MemorySyncStore::recordAnswer(const sync::OutboxBatch &sent,
                                           const wire::PushAnswer &answer)
{
    if (auto open = change("recordAnswer"); !open)
        return open;
    for (const wire::Verdict &verdict : answer.verdicts) {
        OwnEvent *event = find(verdict.event);
        // Seen in a page before its answer came: the feed does not bring it twice.
        if (event->stage == Stage::Settled && event->verdict->seq == verdict.seq)
            continue;
        event->stage = Stage::Answered;
        event->verdict = verdict;
    }
    m_state.acknowledged = std::max(m_state.acknowledged, sent.first + sent.lines.size() - 1);
    raiseHighest(answer.head);
    return {};
}

Result<bool> MemorySyncStore::rewindTo(std::uint64_t first, const Digest &chainBefore)
{
    if (auto open = change("rewindTo"); !open)
        return open.error();
    if (first == 0 || first > m_state.chain.size() || m_state.chain[first - 1] != chainBefore)
        return false;
    m_state.acknowledged = first - 1;
    unsettle([&](std::uint64_t number, const OwnEvent &) { return number >= first; });
    return true;
}

void MemorySyncStore::unsettle(
    const std::function<bool(std::uint64_t number, const OwnEvent &)> &which)
{
    for (std::size_t n = m_state.chained.size(); n > 0; --n) {
        OwnEvent &event = m_state.own[m_state.chained[n - 1]];
        if (!which(n, event))
            continue;
        event.stage = Stage::Saved;
        m_state.acknowledged = std::min<std::uint64_t>(m_state.acknowledged, n - 1);
    }
}

Result<void> MemorySyncStore::startNewInstall()
{
    if (auto open = change("startNewInstall"); !open)
        return open;
    m_state.identity.install =
        m_state.identity.device + "-install-" + std::to_string(++m_state.installs);
    m_state.chain = {journal::chainStart(m_state.identity.device, m_state.identity.install)};
    m_state.chained.clear();
    m_state.acknowledged = 0;
    for (std::size_t i = 0; i < m_state.own.size(); ++i) {
        OwnEvent &event = m_state.own[i];
        if (event.stage == Stage::Settled || event.raw)
            continue;
        event.stage = Stage::Saved;
        chainOn(i);
    }
    return {};
}

Result<void> MemorySyncStore::recordQuarantined(const std::string &eventId,
                                                const wire::Verdict &verdict)
{
    if (auto open = change("recordQuarantined"); !open)
        return open;
    OwnEvent *event = find(eventId);
    event->stage = Stage::Answered;
    event->raw = true;
    event->verdict = verdict;
    // The chain closes over the hole.
    const std::vector<std::size_t> before = std::move(m_state.chained);
    m_state.chained.clear();
    m_state.chain.resize(1);
    for (const std::size_t index : before) {
        if (!m_state.own[index].raw)
            chainOn(index);
    }
    return {};
}

// ---- the feed --------------------------------------------------------------------------------------

void MemorySyncStore::raiseHighest(const wire::Head &head)
{
    if (head.size > m_state.position.highest.size)
        m_state.position.highest = head;
}

void MemorySyncStore::noteHead(const wire::Head &head)
{
    if (m_state.heads.empty() || m_state.heads.back() != head)
        m_state.heads.push_back(head);
}

void MemorySyncStore::applyRow(Docs &docs, const wire::FeedRow &row)
{
    const Key key{row.objectKind, row.object};
    const auto known = docs.find(key);
    switch (row.kind) {
    case wire::FeedRow::Kind::Verdict:
        settle(row.verdict);
        if (row.install == m_state.identity.install) // the answer was lost, the server has it
            m_state.acknowledged = std::max(m_state.acknowledged, row.number);
        break;
    case wire::FeedRow::Kind::Remove:
        if (known != docs.end() && row.seq >= known->second.version)
            docs.erase(known);
        break;
    case wire::FeedRow::Kind::Doc:
        if (known == docs.end() || row.seq > known->second.version)
            docs[key] = {row.doc, row.seq};
        break;
    }
}

void MemorySyncStore::settle(const wire::Verdict &verdict)
{
    if (OwnEvent *event = find(verdict.event)) {
        event->stage = Stage::Settled;
        event->verdict = verdict;
    }
}

Result<void> MemorySyncStore::applyPage(const wire::PullAnswer &page)
{
    if (auto open = change("applyPage"); !open)
        return open;
    for (const wire::FeedRow &row : page.rows)
        applyRow(m_state.docs, row);
    m_state.position.cursor = page.cursor;
    m_state.position.scopeMark = page.scopeMark;
    raiseHighest(page.head);
    noteHead(page.cursor);
    if (page.more)
        return {};
    // At the head: what was answered and is not there, never was.
    unsettle([](std::uint64_t, const OwnEvent &event) { return event.stage == Stage::Answered; });
    return {};
}

std::vector<wire::Head> MemorySyncStore::knownHeads() const
{
    std::vector<wire::Head> newest(m_state.heads.rbegin(), m_state.heads.rend());
    newest.resize(std::min(newest.size(), limits::kHeadsOfferedMax));
    return newest;
}

Result<std::vector<wire::ObjectRef>> MemorySyncStore::rollBackTo(const wire::Head &common)
{
    if (auto open = change("rollBackTo"); !open)
        return open.error();
    std::vector<wire::ObjectRef> dropped;
    for (auto it = m_state.docs.begin(); it != m_state.docs.end();) {
        if (it->second.version > common.size) {
            dropped.push_back({it->first.first, it->first.second});
            it = m_state.docs.erase(it);
        } else {
            ++it;
        }
    }
    m_state.position.cursor = m_state.position.highest = common;
    std::erase_if(m_state.heads, [&](const wire::Head &head) { return head.size > common.size; });
    unsettle([&](std::uint64_t, const OwnEvent &event) {
        return event.verdict && event.verdict->seq > common.size;
    });
    m_state.awaited.insert(m_state.awaited.end(), dropped.begin(), dropped.end());
    return dropped;
}

std::vector<wire::ObjectRef> MemorySyncStore::awaitedObjects(std::size_t max) const
{
    const auto count = static_cast<std::ptrdiff_t>(std::min(max, m_state.awaited.size()));
    return {m_state.awaited.begin(), m_state.awaited.begin() + count};
}

Result<void> MemorySyncStore::applyFetched(const wire::FetchAnswer &answer)
{
    if (auto open = change("applyFetched"); !open)
        return open;
    for (const wire::FeedRow &row : answer.rows) {
        applyRow(m_state.docs, row);
        std::erase(m_state.awaited, wire::ObjectRef{row.objectKind, row.object});
    }
    return {};
}

Result<void> MemorySyncStore::beginBootstrap(const wire::Head &)
{
    if (auto open = change("beginBootstrap"); !open)
        return open;
    m_state.shadow.clear();
    return {};
}

Result<void> MemorySyncStore::addBootstrapPart(const wire::BootstrapAnswer &part)
{
    if (auto open = change("addBootstrapPart"); !open)
        return open;
    for (const wire::FeedRow &row : part.rows)
        applyRow(m_state.shadow, row);
    return {};
}

Result<void> MemorySyncStore::finishBootstrap(const wire::Head &at, const std::string &scopeMark)
{
    if (auto open = change("finishBootstrap"); !open)
        return open;
    m_state.docs = std::move(m_state.shadow);
    m_state.shadow.clear();
    m_state.awaited.clear();
    m_state.position.cursor = at;
    m_state.position.scopeMark = scopeMark;
    m_state.position.bootstrapped = true;
    raiseHighest(at);
    noteHead(at);
    return {};
}

// ---- blobs, time -----------------------------------------------------------------------------------

Result<std::optional<sync::PendingUpload>> MemorySyncStore::nextUpload()
{
    for (const sync::PendingUpload &upload : m_state.uploads) {
        if (!m_state.uploaded.contains(upload.sha256) &&
            !m_state.uploadsRefused.contains(upload.sha256))
            return std::optional(upload);
    }
    return std::optional<sync::PendingUpload>();
}

Result<void> MemorySyncStore::recordUpload(const Digest &blob, const wire::UploadState &state)
{
    if (auto open = change("recordUpload"); !open)
        return open;
    for (sync::PendingUpload &upload : m_state.uploads) {
        if (upload.sha256 == blob)
            upload.upload = state.upload;
    }
    if (state.complete)
        m_state.uploaded.insert(blob);
    return {};
}

Result<void> MemorySyncStore::recordUploadRefused(const Digest &blob, const Error &error)
{
    if (auto open = change("recordUploadRefused"); !open)
        return open;
    m_state.uploadsRefused.insert_or_assign(blob, error);
    return {};
}

Result<std::vector<sync::WantedBlob>> MemorySyncStore::wantedBlobs(std::size_t max)
{
    std::vector<sync::WantedBlob> missing;
    for (const sync::WantedBlob &blob : m_state.wanted) {
        if (missing.size() < max && !m_state.blobs.contains(blob.sha256))
            missing.push_back(blob);
    }
    return missing;
}

Result<void> MemorySyncStore::storeBlob(const Digest &blob, BytesView octets)
{
    if (auto open = change("storeBlob"); !open)
        return open;
    m_state.blobs[blob] = Bytes(octets.begin(), octets.end());
    return {};
}

Result<void> MemorySyncStore::recordTime(const sync::TimeSample &sample)
{
    m_state.times.push_back(sample);
    return {};
}

Result<void> MemorySyncStore::recordSyncEnd(const Result<void> &outcome, Millis)
{
    if (auto open = change("recordSyncEnd"); !open)
        return open;
    m_state.syncEnds.emplace_back(outcome ? "ok" : factsOf(outcome.error().code).name);
    return {};
}

} // namespace campus::support
