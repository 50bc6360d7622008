// What must hold when the trouble is over (sync.md §8).
#include <map>

#include "service/Verifier.h"
#include "sim/County.h"
#include "sim/World.h"
#include "sqlite/Database.h"
#include "storage/BlobFolder.h"
#include "storage/Store.h"
#include "wire/DocCodec.h"

namespace campus::sim {

namespace {

using Octets = std::map<std::pair<int, std::string>, std::string>; // by kind and id

// The tablet's docs as they lie in its file, read without any of the tablet's own code.
Result<Octets> docsInFile(const std::string &folder)
{
    sqlite::OpenOptions options;
    options.access = sqlite::Access::Reader;
    auto file = sqlite::Database::open(folder + "/tablet.db", options);
    if (!file)
        return file.error();
    auto rows = file->prepare("SELECT kind, id, json FROM doc");
    if (!rows)
        return rows.error();
    Octets docs;
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return row.error();
        if (!*row)
            return docs;
        docs[{static_cast<int>(rows->integer(0)), rows->text(1)}] = asText(rows->blobView(2));
    }
}

Result<Octets> docsInScope(ServerNode &server, const std::string &token)
{
    Octets docs;
    wire::BootstrapRequest request;
    do {
        const auto part = server.bootstrap(token, request);
        if (!part)
            return part.error();
        for (const wire::FeedRow &row : part->rows) {
            if (row.kind == wire::FeedRow::Kind::Doc)
                docs[{static_cast<int>(row.objectKind), row.object}] = row.doc;
        }
        request.at = part->at;
        request.after = part->next;
    } while (!request.after.empty());
    return docs;
}

std::string firstDifference(const Octets &ours, const Octets &theirs)
{
    for (const auto &[key, doc] : theirs) {
        const auto found = ours.find(key);
        if (found == ours.end())
            return key.second + " is missing";
        if (found->second != doc)
            return key.second + " differs:\n    tablet " + found->second + "\n    server " + doc;
    }
    for (const auto &[key, doc] : ours) {
        if (!theirs.contains(key))
            return key.second + " should not be there";
    }
    return {};
}

std::uint64_t openHazards(const Octets &docs)
{
    std::uint64_t open = 0;
    for (const auto &[key, json] : docs) {
        if (key.first != static_cast<int>(domain::ObjectKind::Hazard))
            continue;
        const auto doc = wire::decodeDoc(domain::ObjectKind::Hazard, json);
        CAMPUS_ASSERT(doc.has_value());
        open += std::get<domain::Hazard>(*doc).isOpen();
    }
    return open;
}

} // namespace

void World::checkEnd()
{
    checkLog();
    checkReplay();
    for (auto &tablet : m_tablets)
        checkTablet(*tablet);
}

void World::checkLog()
{
    std::map<std::string, std::vector<std::string>> lines; // by event id
    std::uint64_t expected = 1;
    const auto read = m_server->services().store().read([&](const storage::Books &books) {
        return books.log().visit(
            0, UINT64_MAX >> 1,
            [&](const journal::LogRecord &record, const std::string &event, const Digest &) {
                m_oracle.expect(record.seq == expected++, "I15",
                                "the log has a gap before " + std::to_string(record.seq));
                lines[event].push_back(record.line);
                return true;
            });
    });
    must(read, "read the log");
    for (const auto &[event, records] : lines)
        m_oracle.expect(records.size() == 1, "I16", "event " + event + " lies in the log twice");
    for (const auto &[event, act] : m_oracle.acts()) {
        if (act.lostWithDevice)
            continue;
        const auto found = lines.find(event);
        m_oracle.expect(found != lines.end(), "I30",
                        "event " + event + " of tablet " + std::to_string(act.tablet) +
                            " was saved and is not in the log");
        if (found != lines.end())
            m_oracle.expect(found->second.front() == act.line, "I16",
                            "event " + event + " has other octets in the log");
    }
    service::Verifier verifier(m_server->services().store(), m_server->services().blobs());
    const auto report = verifier.run();
    must(report ? Result<void>() : Result<void>(report.error()), "verify the server");
    if (report)
        m_oracle.expect(report->sound(), "I19",
                        report->findings.empty() ? std::string() : report->findings.front().what);
    const auto health = m_server->services().health();
    if (health) {
        m_oracle.expect(health->idConflicts == 0, "I16", "an event was set aside");
        if (m_tally.tabletPutBacks == 0)
            m_oracle.expect(health->blobsMissing == 0, "I33",
                            std::to_string(health->blobsMissing) + " blobs never arrived");
    }
}

// I28: whatever was sent once may come again at any time.
void World::checkReplay()
{
    const std::uint64_t before = m_server->logSize();
    for (const wire::PushRequest &request : m_oracle.recorded()) {
        for (auto &tablet : m_tablets) {
            const auto session = tablet->store().session();
            if (session && tablet->store().identity().device == request.device)
                std::ignore =
                    m_server->push(session->token, request); // the oracle compares the verdicts
        }
    }
    m_oracle.expect(m_server->logSize() == before, "I28", "an old request changed the log");
}

void World::checkTablet(TabletNode &tablet)
{
    const std::string name = "tablet " + std::to_string(tablet.index());
    store::TabletStore &store = tablet.store();
    const store::SyncOverview overview = store.syncOverview();
    m_oracle.expect(overview.unsentEvents == 0 && overview.unsettledEvents == 0, "I33",
                    name + " holds " + std::to_string(overview.unsettledEvents) +
                        " unsettled events");
    m_oracle.expect(overview.unsentPhotos == 0, "I33",
                    name + " holds " + std::to_string(overview.unsentPhotos) + " unsent photos");
    const auto journal = store.verifyJournal();
    m_oracle.expect(journal.has_value(), "I9", journal ? std::string() : journal.error().detail);

    // I8: the lists are what recomputing gives.
    const auto before = store.fingerprint();
    must(store.rebuildLists(), "rebuild lists");
    const auto after = store.fingerprint();
    m_oracle.expect(before && after && *before == *after, "I8",
                    name + " shows other than it knows");

    // I12: cards are the refused events nobody answered.
    store::JournalQuery all;
    all.page.limit = 1'000'000;
    const auto own = store.journal(all);
    store::JournalQuery refusedOnly = all;
    refusedOnly.part = store::JournalQuery::Part::Cards; // of everybody who used the tablet
    const auto cards = store.journal(refusedOnly);
    std::size_t refused = 0;
    if (own) {
        for (const store::OwnEvent &event : *own) {
            const wire::Verdict *verdict = m_oracle.verdictOf(event.id);
            refused += verdict != nullptr && (verdict->kind == journal::VerdictKind::Rejected ||
                                              verdict->kind == journal::VerdictKind::Quarantined);
        }
    }
    m_oracle.expect(cards && cards->size() == refused, "I12",
                    name + " shows " + std::to_string(cards ? cards->size() : 0) + " cards of " +
                        std::to_string(refused));
    const auto session = store.session();
    m_oracle.expect(session.has_value(), "harness", name + " has no session");
    if (session)
        checkDocs(tablet, session->token);
}

// I14, I22, I23: counts and docs are the server's for the same scope, octet for octet.
void World::checkDocs(TabletNode &tablet, const std::string &token)
{
    const std::string name = "tablet " + std::to_string(tablet.index());
    const auto theirs = docsInScope(*m_server, token);
    must(theirs ? Result<void>() : Result<void>(theirs.error()), "read the server's docs");
    store::SchoolQuery query;
    query.inactiveToo = true;
    const auto schools = tablet.store().schools(query);
    tablet.close();
    const auto ours = docsInFile(tablet.folder());
    must(ours ? Result<void>() : Result<void>(ours.error()), "read the tablet's docs");
    if (!ours || !theirs)
        return;
    const std::string difference = firstDifference(*ours, *theirs);
    m_oracle.expect(difference.empty(), "I14", name + ": " + difference);
    std::uint64_t open = 0;
    if (schools) {
        for (const store::SchoolRow &row : *schools)
            open += row.open;
    }
    m_oracle.expect(schools && open == openHazards(*theirs), "I14",
                    name + " counts " + std::to_string(open) + " open hazards of " +
                        std::to_string(openHazards(*theirs)));
}

} // namespace campus::sim
