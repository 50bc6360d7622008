#include "store/JournalTable.h"

#include <utility>

#include "journal/Chain.h"

namespace campus::store {

namespace {

constexpr std::string_view kByObject =
    "SELECT position, line, main, id, type, school, actor, kind, object, number, install, wall, state,"
    " verdict, reason, by_whom, verdict_at, seq, overlay_refusal, card_answer,"
    " (SELECT count(*) FROM blob_reference r WHERE r.event = j.position),"
    " (SELECT count(*) FROM blob_reference r JOIN blob b USING (sha)"
    "   WHERE r.event = j.position AND b.state = 3),"
    " (SELECT number FROM setting WHERE name = 'durable')"
    " FROM journal j WHERE object = ?1 OR (main = ?1 AND main <> '') ORDER BY position";
constexpr std::string_view kColumns =
    kByObject.substr(0, kByObject.find(" WHERE object"));

constexpr std::string_view kIsCard = "(verdict IN (3, 4) AND card_answer = 0)";
constexpr std::string_view kIsUnfinished =
    "(state < 4 OR (verdict IN (3, 4) AND card_answer = 0) OR EXISTS (SELECT 1 FROM blob_reference r"
    " JOIN blob b USING (sha) WHERE r.event = j.position AND b.state <> 3))";

std::string_view nameOf(CardAnswer answer)
{
    switch (answer) {
    case CardAnswer::Redone: return "redone";
    case CardAnswer::AttachedAsNote: return "attached_as_note";
    case CardAnswer::Noted: return "noted";
    }
    return {};
}

Delivery deliveryOf(const OwnEvent &event)
{
    const bool refused = event.verdict == journal::VerdictKind::Rejected
        || event.verdict == journal::VerdictKind::Quarantined;
    if (refused && event.cardAnswer.empty())
        return Delivery::Refused;
    if (event.state == EventState::Saved || event.state == EventState::Sent)
        return Delivery::OnDevice;
    return event.state == EventState::Settled && event.blobs == event.blobsVerified
        ? Delivery::Verified
        : Delivery::Delivered;
}

StoredEvent eventAt(const sqlite::Statement &row)
{
    StoredEvent stored;
    stored.position = row.integer(0);
    stored.line = std::string(asText(row.blobView(1)));
    stored.main = row.text(2);
    OwnEvent &own = stored.own;
    own.id = row.text(3);
    own.type = row.text(4);
    own.school = row.text(5);
    own.actor = row.text(6);
    own.object = {static_cast<domain::ObjectKind>(row.integer(7)), row.text(8)};
    own.number = row.size(9);
    own.install = row.text(10);
    own.wall = row.integer(11);
    own.state = static_cast<EventState>(row.integer(12));
    if (row.integer(13) != 0)
        own.verdict = static_cast<journal::VerdictKind>(row.integer(13));
    own.reason = row.text(14);
    own.by = row.text(15);
    own.verdictAt = row.integer(16);
    own.seq = row.size(17);
    own.overlayRefusal = static_cast<domain::Refusal>(row.integer(18));
    if (row.integer(19) != 0)
        own.cardAnswer = nameOf(static_cast<CardAnswer>(row.integer(19)));
    own.blobs = countAt(row, 20);
    own.blobsVerified = countAt(row, 21);
    own.durable = own.state == EventState::Settled && own.seq != 0 && own.seq <= row.size(22);
    own.delivery = deliveryOf(own);
    return stored;
}

} // namespace

// ---- installs -------------------------------------------------------------------------------------

Install JournalTable::install() const
{
    Install current;
    m_sql.first("SELECT id, device, last_number, last_chain, acknowledged FROM install"
                " ORDER BY position DESC LIMIT 1",
                [&](const sqlite::Statement &row) {
                    current = {row.text(0), row.text(1), row.size(2), digestAt(row, 3), row.size(4)};
                });
    return current;
}

void JournalTable::beginInstall(const std::string &id, const std::string &device)
{
    struct Loose {
        std::int64_t position;
        std::string line;
    };
    std::vector<Loose> loose;
    m_sql.each("SELECT position, line FROM journal WHERE state < 4"
               " AND NOT (number = 0 AND state = 3) ORDER BY position",
               [&](const sqlite::Statement &row) {
                   loose.push_back({row.integer(0), std::string(asText(row.blobView(1)))});
               });
    Digest chain = journal::chainStart(device, id);
    std::uint64_t number = 0;
    for (const Loose &event : loose) {
        chain = journal::chainNext(chain, event.line);
        m_sql.run("UPDATE journal SET install = ?2, number = ?3, chain = ?4 WHERE position = ?1",
                  event.position, id, ++number, chain);
    }
    m_sql.run("INSERT INTO install(id, device, last_number, last_chain) VALUES (?1, ?2, ?3, ?4)", id,
              device, number, chain);
}

bool JournalTable::hasLooseEvents() const
{
    return m_sql.any("SELECT 1 FROM journal WHERE state < 3 AND (number = 0 OR install <> ?1)",
                     install().id);
}

// ---- a person's acts ------------------------------------------------------------------------------

std::int64_t JournalTable::add(const domain::Event &event, std::string_view line,
                               const std::string &main)
{
    const Install current = install();
    const std::uint64_t number = current.lastNumber + 1;
    const Digest chain = journal::chainNext(current.lastChain, line);
    m_sql.run("INSERT INTO journal(id, line, actor, type, kind, object, main, school, wall, install,"
              " number, chain) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
              event.id, asBytes(line), event.actor, event.type, event.kind, event.object, main,
              event.school, event.wall, current.id, number, chain);
    const std::int64_t position = m_sql.lastRowId();
    m_sql.run("UPDATE install SET last_number = ?2, last_chain = ?3 WHERE id = ?1", current.id, number,
              chain);
    m_touched.push_back({event.kind, event.object});
    if (!main.empty())
        m_touched.push_back({event.kind, main});
    return position;
}

void JournalTable::answerCard(const std::string &event, const std::string &actor, CardAnswer answer)
{
    if (m_sql.any("SELECT 1 FROM journal WHERE id = ?1 AND actor <> ?2", event, actor))
        m_sql.fail({ErrorCode::Forbidden, "the refused event is somebody else's"});
    m_sql.run("UPDATE journal SET card_answer = ?2 WHERE id = ?1 AND verdict IN (3, 4)", event, answer);
    if (m_sql.ok() && m_sql.changes() == 0)
        m_sql.fail({ErrorCode::NotFound, "no refused event " + event});
    touch(event);
}

void JournalTable::noteOverlayRefusal(std::int64_t position, domain::Refusal refusal)
{
    m_sql.run("UPDATE journal SET overlay_refusal = ?2 WHERE position = ?1 AND overlay_refusal <> ?2",
              position, refusal);
}

// ---- reading --------------------------------------------------------------------------------------

std::vector<StoredEvent> JournalTable::eventsOn(const std::string &object) const
{
    std::vector<StoredEvent> events;
    m_sql.each(kByObject, [&](const sqlite::Statement &row) { events.push_back(eventAt(row)); }, object);
    return events;
}

std::optional<StoredEvent> JournalTable::find(const std::string &event) const
{
    static const std::string text = std::string(kColumns) + " WHERE id = ?1";
    std::optional<StoredEvent> found;
    m_sql.first(text, [&](const sqlite::Statement &row) { found = eventAt(row); }, event);
    return found;
}

std::vector<OwnEvent> JournalTable::list(const JournalQuery &query) const
{
    static const std::string text = std::string(kColumns)
        + " WHERE (?1 = '' OR actor = ?1) AND (?2 = '' OR school = ?2)"
          " AND (?3 = '' OR (object = ?3 AND kind = ?4)) AND (?5 = 0 OR CASE ?5 WHEN 1 THEN "
        + std::string(kIsCard) + " WHEN 2 THEN " + std::string(kIsUnfinished) + " ELSE NOT ("
        + std::string(kIsUnfinished) + ") END) ORDER BY position DESC LIMIT ?6 OFFSET ?7";
    std::vector<OwnEvent> events;
    const ObjectRef object = query.object.value_or(ObjectRef{});
    m_sql.each(text, [&](const sqlite::Statement &row) { events.push_back(eventAt(row).own); },
               query.actor, query.school, object.id, object.kind, query.part, query.page.limit,
               query.page.offset);
    return events;
}

JournalCounts JournalTable::counts(const std::string &actor) const
{
    static const std::string text = "SELECT coalesce(sum(actor = ?1 AND card), 0),"
                                    " coalesce(sum(actor <> ?1 AND card), 0),"
                                    " coalesce(sum(actor <> ?1 AND unfinished), 0) FROM (SELECT actor, "
        + std::string(kIsCard) + " AS card, " + std::string(kIsUnfinished)
        + " AS unfinished FROM journal j)";
    JournalCounts counts;
    m_sql.first(text,
                [&](const sqlite::Statement &row) {
                    counts = {row.size(0), row.size(1), row.size(2)};
                },
                actor);
    return counts;
}

std::vector<StoredEvent> JournalTable::openCards(const std::string &actor) const
{
    static const std::string text = std::string(kColumns)
        + " WHERE verdict IN (3, 4) AND card_answer = 0 AND actor = ?1 ORDER BY position";
    std::vector<StoredEvent> events;
    m_sql.each(text, [&](const sqlite::Statement &row) { events.push_back(eventAt(row)); }, actor);
    return events;
}

std::uint64_t JournalTable::unsentCount() const
{
    return static_cast<std::uint64_t>(m_sql.number("SELECT count(*) FROM journal WHERE state < 3"));
}

// An older install keeps what was settled in it: its numbers may have gaps, the current one's not.
Result<void> JournalTable::verify() const
{
    const std::string current = install().id;
    std::string broken, install;
    Digest chain;
    std::uint64_t number = 0;
    m_sql.each("SELECT j.id, j.line, j.install, j.number, j.chain, i.device FROM journal j"
               " JOIN install i ON i.id = j.install WHERE j.number > 0 ORDER BY i.position, j.number",
               [&](const sqlite::Statement &row) {
                   if (row.textView(2) != install) {
                       install = row.text(2);
                       chain = journal::chainStart(row.textView(5), install);
                       number = 0;
                   }
                   const bool next = row.size(3) == number + 1;
                   const bool linked =
                       digestAt(row, 4) == journal::chainNext(chain, asText(row.blobView(1)));
                   if (broken.empty() && (next ? !linked : install == current))
                       broken = row.text(0);
                   number = row.size(3);
                   chain = digestAt(row, 4);
               });
    if (!m_sql.ok())
        return m_sql.outcome();
    return broken.empty() ? Result<void>()
                          : Result<void>(ErrorCode::StorageCorrupt, "the chain breaks at event " + broken);
}

std::vector<ObjectRef> JournalTable::takeTouched()
{
    return std::exchange(m_touched, {});
}

void JournalTable::touch(const std::string &event)
{
    m_sql.each("SELECT kind, object, main FROM journal WHERE id = ?1",
               [&](const sqlite::Statement &row) {
                   const auto kind = static_cast<domain::ObjectKind>(row.integer(0));
                   m_touched.push_back({kind, row.text(1)});
                   if (!row.textView(2).empty())
                       m_touched.push_back({kind, row.text(2)});
               },
               event);
}

} // namespace campus::store
