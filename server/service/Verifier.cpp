#include "service/Verifier.h"

#include <algorithm>

#include "service/ChainCheck.h"
#include "service/RawEvent.h"
#include "service/Replay.h"
#include "storage/BlobFolder.h"
#include "storage/Store.h"
#include "wire/DocCodec.h"
#include "wire/EventCodec.h"

namespace campus::service {

using journal::Head;
using journal::LogRecord;
using storage::Books;

namespace {

constexpr std::size_t kFindingsMax = 20;
constexpr std::uint64_t kProgressEvery = 1000;

// One verification inside one snapshot.
class Verification
{
public:
    Verification(const Books &books, const storage::BlobFolder &blobs,
                 const std::set<Digest> &absent, const std::function<bool(std::uint64_t)> &progress)
        : m_books(books),
          m_blobs(blobs),
          m_absent(absent),
          m_progress(progress),
          m_chains(books, [this](std::uint64_t seq, const std::string &event,
                                 const std::string &what) { report(seq, event, what); })
    {
    }
    Result<VerifyReport> run();

private:
    void report(std::uint64_t seq, const std::string &event, const std::string &what);
    Result<void> walkLog();
    Result<void> checkRecord(const LogRecord &record, const std::string &event,
                             const Digest &chain);
    void checkLink(const LogRecord &record, const std::string &event, const Digest &chain);
    Result<void> replay(const LogRecord &record, const std::string &event);
    Result<void> compareDocs();
    void compareDoc(const storage::StoredDoc &stored);
    Result<void> checkBlobs();
    Result<void> tick();

    const Books &m_books;
    const storage::BlobFolder &m_blobs;
    const std::set<Digest> &m_absent;
    const std::function<bool(std::uint64_t)> &m_progress;
    VerifyReport m_report;
    ChainCheck m_chains;
    Replay m_replay;
    Head m_byStored, m_byComputed; // before the next record, after the two readings of the last one
    std::map<std::uint64_t, std::string> m_eventAt;
    std::uint64_t m_done = 0;
};

void Verification::report(std::uint64_t seq, const std::string &event, const std::string &what)
{
    const auto known = m_eventAt.find(seq);
    m_report.findings.push_back(
        {seq, !event.empty() || known == m_eventAt.end() ? event : known->second, what});
}

Result<void> Verification::tick()
{
    ++m_done;
    if (m_progress && m_done % kProgressEvery == 0 && !m_progress(m_done))
        return {ErrorCode::Cancelled, "the verification was stopped"};
    return {};
}

void Verification::checkLink(const LogRecord &record, const std::string &event, const Digest &chain)
{
    if (record.seq != m_byStored.size + 1) {
        report(record.seq, event, "the record before it is missing");
        m_byStored.size = m_byComputed.size = record.seq - 1;
    }
    const Head fromStored = journal::headAfter(m_byStored, record);
    const Head fromComputed = journal::headAfter(m_byComputed, record);
    if (chain != fromStored.chain && chain != fromComputed.chain) {
        report(record.seq, event,
               "the record was altered: its chain value is " + chain.hex() +
                   ", its content gives " + fromStored.chain.hex());
    }
    m_byComputed = fromStored;
    m_byStored = {record.seq, chain};
}

Result<void> Verification::replay(const LogRecord &record, const std::string &event)
{
    const auto decoded = wire::decodeEvent(record.line);
    const std::string id = decoded ? decoded->id : idOfRaw(record.line);
    if (id != event)
        report(record.seq, event, "its line carries the id " + id);
    if (!decoded || std::holds_alternative<std::monostate>(decoded->body)) {
        if (record.verdict != journal::VerdictKind::Quarantined)
            report(record.seq, event, "its line cannot be read, yet its verdict says otherwise");
        return {};
    }
    if (record.verdict != journal::VerdictKind::Quarantined) {
        const auto alike = m_replay.decidesAlike(record, *decoded);
        if (!alike)
            return alike.error();
        m_report.decidedOtherwise += *alike ? 0 : 1;
    }
    const auto number = m_replay.expectedNumber(record, *decoded);
    if (!number)
        return number.error();
    if (*number != record.officialNumber)
        report(record.seq, event,
               "its official number is " + record.officialNumber + ", due was " + *number);
    return m_replay.apply(record, *decoded);
}

Result<void> Verification::checkRecord(const LogRecord &record, const std::string &event,
                                       const Digest &chain)
{
    m_eventAt.emplace_hint(m_eventAt.end(), record.seq, event);
    checkLink(record, event, chain);
    if (auto added = m_chains.add(record); !added)
        return added;
    if (auto replayed = replay(record, event); !replayed)
        return replayed;
    ++m_report.records;
    return tick();
}

Result<void> Verification::walkLog()
{
    if (auto opened = m_chains.open(); !opened)
        return opened;
    Result<void> checked;
    auto visited = m_books.log().visit(
        0, UINT64_MAX, [&](const LogRecord &record, const std::string &event, const Digest &chain) {
            checked = checkRecord(record, event, chain);
            return checked.has_value();
        });
    if (!visited)
        return visited;
    if (!checked)
        return checked;
    m_report.head = m_byStored;
    if (auto closed = m_chains.close(); !closed)
        return closed;
    m_report.batches = m_chains.batches();
    return {};
}

void Verification::compareDoc(const storage::StoredDoc &stored)
{
    const std::string name = std::string(nameOf(stored.kind)) + " " + stored.id;
    const auto made = m_replay.docs().find({stored.kind, stored.id});
    if (made == m_replay.docs().end()) {
        report(stored.version, {}, "the doc of " + name + " is made by no event");
        return;
    }
    const domain::Doc &doc = made->second.doc;
    if (stored.version != made->second.version || stored.json != wire::encodeDoc(doc))
        report(made->second.version, {}, "the doc of " + name + " is not what the log makes of it");
    else if (stored.school != wire::schoolOf(doc) || stored.restricted != wire::isRestricted(doc))
        report(made->second.version, {},
               "the doc of " + name + " is filed under another school or restriction");
}

Result<void> Verification::compareDocs()
{
    auto visited = m_books.docs().visitFrom(static_cast<domain::ObjectKind>(0), {},
                                            [&](const storage::StoredDoc &stored) {
                                                ++m_report.docs;
                                                compareDoc(stored);
                                                return true;
                                            });
    if (!visited)
        return visited;
    for (const auto &[key, entry] : m_replay.docs()) {
        const auto stored = m_books.docs().find(key.first, key.second);
        if (!stored)
            return stored.error();
        if (!*stored)
            report(entry.version, {},
                   "the doc of " + std::string(nameOf(key.first)) + " " + key.second +
                       " is missing");
    }
    return {};
}

Result<void> Verification::checkBlobs()
{
    Result<void> checked;
    auto visited = m_books.blobs().visitBlobs([&](const storage::BlobRow &row) {
        const auto hash = m_blobs.hashOf(row.sha256);
        const bool isGone = !hash && hash.error().code == ErrorCode::NotFound;
        if (isGone && m_absent.contains(row.sha256))
            return true;
        if (isGone)
            report(0, {}, "the blob " + row.sha256.hex() + " is recorded and its file is missing");
        else if (!hash)
            report(0, {},
                   "the blob " + row.sha256.hex() + " cannot be read: " + hash.error().detail);
        else if (*hash != row.sha256)
            report(0, {},
                   "the blob " + row.sha256.hex() + " was altered: its octets have the hash " +
                       hash->hex());
        ++m_report.blobs;
        checked = tick();
        return checked.has_value();
    });
    if (!visited || !checked)
        return visited ? checked : visited;
    const auto missing = m_books.blobs().countMissing();
    if (!missing)
        return missing.error();
    m_report.blobsMissing = *missing;
    return {};
}

Result<VerifyReport> Verification::run()
{
    for (const auto part :
         {&Verification::walkLog, &Verification::compareDocs, &Verification::checkBlobs}) {
        if (auto done = (this->*part)(); !done)
            return done.error();
    }
    std::stable_sort(
        m_report.findings.begin(), m_report.findings.end(), [](const Finding &a, const Finding &b) {
            return (a.seq == 0 ? UINT64_MAX : a.seq) < (b.seq == 0 ? UINT64_MAX : b.seq);
        });
    if (m_report.findings.size() > kFindingsMax)
        m_report.findings.resize(kFindingsMax);
    return std::move(m_report);
}

} // namespace

Result<VerifyReport> Verifier::run(const std::function<bool(std::uint64_t)> &progress)
{
    Result<VerifyReport> report = VerifyReport{};
    const auto looked = m_store.read([&](const Books &books) -> Result<void> {
        report = Verification(books, m_blobs, m_absent, progress).run();
        return report ? Result<void>() : Result<void>(report.error());
    });
    if (!looked)
        return looked.error();
    return report;
}

} // namespace campus::service
