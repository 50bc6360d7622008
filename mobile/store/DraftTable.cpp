#include "store/DraftTable.h"

#include <algorithm>

#include "wire/DocCodec.h"

namespace campus::store {

namespace {

enum Step : int { Prefilled = 1, Answered = 2, Undone = 3 }; // frozen: on disk

domain::ObjectKind docKind(DraftKind kind)
{
    return kind == DraftKind::Inspection ? domain::ObjectKind::Inspection : domain::ObjectKind::Notice;
}

std::optional<BytesView> octetsOf(const std::optional<std::string> &text)
{
    return text ? std::optional(asBytes(*text)) : std::nullopt;
}

Result<Draft> draftAt(const sqlite::Statement &row)
{
    Draft draft;
    draft.id = row.text(0);
    draft.author = row.text(1);
    draft.kind = static_cast<DraftKind>(row.integer(2));
    draft.startedAt = row.integer(3);
    draft.touchedAt = row.integer(4);
    auto doc = wire::decodeDoc(docKind(draft.kind), asText(row.blobView(5)));
    if (!doc)
        return doc.error();
    draft.doc = std::move(doc).value();
    return draft;
}

} // namespace

void DraftTable::begin(const Draft &draft, const std::vector<domain::Answer> &prefilled)
{
    const std::string json = wire::encodeDoc(draft.doc);
    m_sql.run("INSERT INTO draft(id, author, kind, school, started, touched, doc)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
              draft.id, draft.author, draft.kind, wire::schoolOf(draft.doc), draft.startedAt,
              draft.touchedAt, asBytes(json));
    for (const domain::Answer &answer : prefilled)
        append(draft.id, Prefilled, wire::encodeAnswer(answer), draft.touchedAt);
}

void DraftTable::keep(const std::string &id, const domain::Doc &doc, Millis now)
{
    const std::string json = wire::encodeDoc(doc);
    m_sql.run("UPDATE draft SET doc = ?2 WHERE id = ?1", id, asBytes(json));
    touch(id, now);
}

void DraftTable::drop(const std::string &id)
{
    m_sql.run("DELETE FROM draft WHERE id = ?1", id);
    m_sql.run("DELETE FROM form WHERE owner = ?1", id);
}

std::optional<Draft> DraftTable::find(const std::string &id)
{
    std::optional<Draft> found;
    m_sql.first("SELECT id, author, kind, started, touched, doc FROM draft WHERE id = ?1",
                [&](const sqlite::Statement &row) {
                    auto draft = draftAt(row);
                    if (draft)
                        found = std::move(draft).value();
                    else
                        m_sql.fail(draft.error());
                },
                id);
    return found;
}

std::vector<Draft> DraftTable::all()
{
    std::vector<Draft> drafts;
    m_sql.each("SELECT id, author, kind, started, touched, doc FROM draft ORDER BY touched DESC, id",
               [&](const sqlite::Statement &row) {
                   if (auto draft = draftAt(row))
                       drafts.push_back(std::move(draft).value());
               });
    return drafts;
}

// ---- answers --------------------------------------------------------------------------------------

void DraftTable::append(const std::string &draft, int step, std::optional<std::string> answer,
                        Millis now)
{
    m_sql.run("INSERT INTO draft_answer(draft, position, step, answer) VALUES (?1,"
              " (SELECT coalesce(max(position), 0) + 1 FROM draft_answer WHERE draft = ?1), ?2, ?3)",
              draft, step, octetsOf(answer));
    touch(draft, now);
}

void DraftTable::appendAnswer(const std::string &draft, const domain::Answer &answer, Millis now)
{
    append(draft, Answered, wire::encodeAnswer(answer), now);
}

bool DraftTable::undoAnswer(const std::string &draft, Millis now)
{
    if (answersToUndo(draft) == 0)
        return false;
    append(draft, Undone, std::nullopt, now);
    return true;
}

std::vector<DraftTable::Kept> DraftTable::replay(const std::string &draft)
{
    std::vector<Kept> kept;
    m_sql.each("SELECT step, answer FROM draft_answer WHERE draft = ?1 ORDER BY position",
               [&](const sqlite::Statement &row) {
                   const auto step = row.integer(0);
                   if (step == Undone && !kept.empty())
                       kept.pop_back();
                   else if (step != Undone)
                       kept.push_back({std::string(asText(row.blobView(1))), step == Prefilled});
               },
               draft);
    return kept;
}

std::uint32_t DraftTable::answersToUndo(const std::string &draft)
{
    const std::vector<Kept> kept = replay(draft);
    return static_cast<std::uint32_t>(std::count_if(
        kept.begin(), kept.end(), [](const Kept &answer) { return !answer.prefilled; }));
}

std::vector<domain::Answer> DraftTable::answers(const std::string &draft)
{
    std::vector<domain::Answer> newest;
    for (const Kept &kept : replay(draft)) {
        auto answer = wire::decodeAnswer(kept.answer);
        if (!answer) {
            m_sql.fail(answer.error());
            break;
        }
        const auto known = std::find_if(newest.begin(), newest.end(), [&](const domain::Answer &earlier) {
            return earlier.item == answer->item;
        });
        if (known == newest.end())
            newest.push_back(std::move(answer).value());
        else
            *known = std::move(answer).value();
    }
    return newest;
}

// ---- hazards --------------------------------------------------------------------------------------

void DraftTable::keepHazard(const std::string &draft, const DraftedHazard &hazard, Millis now)
{
    const std::string json = wire::encodeAct(hazard.act);
    m_sql.run("INSERT INTO draft_hazard(draft, hazard, position, act) VALUES (?1, ?2,"
              " (SELECT coalesce(max(position), 0) + 1 FROM draft_hazard WHERE draft = ?1), ?3)"
              " ON CONFLICT(draft, hazard) DO UPDATE SET act = excluded.act",
              draft, hazard.id, asBytes(json));
    m_sql.run("DELETE FROM form WHERE owner = ?1 AND key = ?2", draft, hazard.act.item);
    touch(draft, now);
}

void DraftTable::dropHazard(const std::string &draft, const std::string &hazard, Millis now)
{
    m_sql.run("DELETE FROM draft_hazard WHERE draft = ?1 AND hazard = ?2", draft, hazard);
    touch(draft, now);
}

std::vector<DraftedHazard> DraftTable::hazards(const std::string &draft)
{
    std::vector<DraftedHazard> hazards;
    m_sql.each("SELECT hazard, act FROM draft_hazard WHERE draft = ?1 ORDER BY position",
               [&](const sqlite::Statement &row) {
                   auto act = wire::decodeAct(asText(row.blobView(1)));
                   if (act)
                       hazards.push_back({row.text(0), std::move(act).value()});
                   else
                       m_sql.fail(act.error());
               },
               draft);
    return hazards;
}

// ---- forms ----------------------------------------------------------------------------------------

void DraftTable::keepForm(const Form &form, const std::string &author, const domain::HazardAct &act,
                          Millis now)
{
    const std::string json = wire::encodeAct(act);
    m_sql.run("INSERT INTO form(owner, key, author, touched, act) VALUES (?1, ?2, ?3, ?4, ?5)"
              " ON CONFLICT(owner, key, author) DO UPDATE SET touched = excluded.touched,"
              " act = excluded.act",
              form.owner, form.key, author, now, asBytes(json));
}

std::optional<domain::HazardAct> DraftTable::form(const Form &form, const std::string &author)
{
    std::optional<domain::HazardAct> found;
    m_sql.first("SELECT act FROM form WHERE owner = ?1 AND key = ?2 AND author = ?3",
                [&](const sqlite::Statement &row) {
                    auto act = wire::decodeAct(asText(row.blobView(0)));
                    if (act)
                        found = std::move(act).value();
                    else
                        m_sql.fail(act.error());
                },
                form.owner, form.key, author);
    return found;
}

void DraftTable::dropForm(const Form &form, const std::string &author)
{
    m_sql.run("DELETE FROM form WHERE owner = ?1 AND key = ?2 AND author = ?3", form.owner, form.key,
              author);
}

namespace {

// Every hash that stands in the text, whatever the field is called: rather one too many.
void addDigests(std::string_view json, std::set<Digest> &found)
{
    constexpr std::size_t kHexOfHash = 64;
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    std::size_t run = 0;
    for (std::size_t i = 0; i <= json.size(); ++i) {
        if (i < json.size() && isHex(json[i])) {
            ++run;
            continue;
        }
        if (run == kHexOfHash) {
            if (const auto digest = Digest::fromHex(json.substr(i - run, run)))
                found.insert(*digest);
        }
        run = 0;
    }
}

} // namespace

std::set<Digest> DraftTable::namedBlobs()
{
    std::set<Digest> named;
    m_sql.each("SELECT doc FROM draft UNION ALL SELECT answer FROM draft_answer WHERE answer IS NOT NULL"
               " UNION ALL SELECT act FROM draft_hazard UNION ALL SELECT act FROM form",
               [&](const sqlite::Statement &row) { addDigests(asText(row.blobView(0)), named); });
    return named;
}

std::vector<Form> DraftTable::formsOf(const std::string &owner, const std::string &author)
{
    std::vector<Form> forms;
    m_sql.each("SELECT key FROM form WHERE owner = ?1 AND author = ?2 ORDER BY touched DESC, key",
               [&](const sqlite::Statement &row) { forms.push_back({owner, row.text(0)}); }, owner,
               author);
    return forms;
}

void DraftTable::touch(const std::string &id, Millis now)
{
    m_sql.run("UPDATE draft SET touched = ?2 WHERE id = ?1", id, now);
    if (m_sql.ok() && m_sql.changes() == 0)
        m_sql.fail({ErrorCode::NotFound, "no draft " + id});
}

} // namespace campus::store
