#include "store/ListWriter.h"

#include <algorithm>
#include <iterator>

#include "domain/Permission.h"
#include "domain/WorkCalendar.h"
#include "store/Initials.h"
#include "wire/DocCodec.h"

namespace campus::store {

namespace {

using domain::ObjectKind;

constexpr std::size_t kTitleChars = 120;

std::string oneLine(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    return firstCodePoints(line, kTitleChars);
}

std::string refusalOf(const std::vector<OwnEvent> &own)
{
    for (const OwnEvent &event : own) {
        if (event.delivery == Delivery::Refused)
            return event.reason;
    }
    return {};
}

std::string checklistKind(const std::string &checklist)
{
    return checklist.substr(0, checklist.find('@'));
}

std::size_t photoCount(const domain::Hazard &hazard)
{
    std::set<Digest> originals;
    for (const domain::TimelineEntry &entry : hazard.timeline) {
        for (const domain::Photo &photo : entry.photos)
            originals.insert(photo.original);
    }
    return originals.size();
}

// The preview of the first photo that has one; else the first photo itself, so that a hazard with a
// photo never looks like one without.
std::optional<Digest> firstPicture(const domain::Hazard &hazard)
{
    for (const domain::Photo &photo : hazard.found.before) {
        if (photo.preview != Digest{})
            return photo.preview;
    }
    for (const domain::Photo &photo : hazard.found.before) {
        if (photo.original != Digest{})
            return photo.original;
    }
    return std::nullopt;
}

} // namespace

void ListWriter::write(const std::vector<ObjectRef> &objects)
{
    std::set<std::pair<ObjectKind, std::string>> once;
    bool bureau = false;
    for (const ObjectRef &object : objects) {
        if (once.emplace(object.kind, object.id).second)
            write(object);
        bureau = bureau || object.kind == ObjectKind::Bureau;
    }
    if (!bureau)
        return;
    std::vector<std::string> submitted; // review dates follow the bureau's calendar
    m_sql.each("SELECT id FROM hazard_list WHERE submitted IS NOT NULL",
               [&](const sqlite::Statement &row) { submitted.push_back(row.text(0)); });
    for (const std::string &id : submitted)
        write({ObjectKind::Hazard, id});
}

void ListWriter::rebuild(const std::vector<ObjectRef> &objects)
{
    for (const std::string_view table :
         {"DELETE FROM school_list", "DELETE FROM asset_list", "DELETE FROM hazard_list",
          "DELETE FROM inspection_list", "DELETE FROM notice_list", "DELETE FROM notice_line",
          "DELETE FROM blob_reference WHERE event = 0"})
        m_sql.run(table);
    std::vector<ObjectRef> all = objects;
    m_sql.each("SELECT DISTINCT kind, object FROM journal ORDER BY kind, object",
               [&](const sqlite::Statement &row) {
                   all.push_back({static_cast<ObjectKind>(row.integer(0)), row.text(1)});
               });
    write(all);
}

void ListWriter::write(const ObjectRef &object)
{
    switch (object.kind) {
    case ObjectKind::School: return writeSchool(object.id, m_overlay.view(object));
    case ObjectKind::Asset: return writeAsset(object.id, m_overlay.view(object));
    case ObjectKind::Hazard: return writeHazard(object.id, m_overlay.view(object));
    case ObjectKind::Inspection: return writeInspection(object.id, m_overlay.view(object));
    case ObjectKind::Notice: return writeNotice(object.id, m_overlay.view(object));
    case ObjectKind::Township:
    case ObjectKind::User:
    case ObjectKind::Checklist:
    case ObjectKind::Bureau: return;
    }
}

void ListWriter::writeSchool(const std::string &id, const ObjectView &view)
{
    const auto *school = std::get_if<domain::School>(&view.doc);
    if (school == nullptr)
        return m_sql.run("DELETE FROM school_list WHERE id = ?1", id);
    m_sql.run("INSERT OR REPLACE INTO school_list(id, code, name, initials, type, ownership, status,"
              " township, pending) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
              id, school->code, school->name, initialsOf(school->name), school->type,
              school->ownership, school->status, school->township, view.pending);
}

void ListWriter::writeAsset(const std::string &id, const ObjectView &view)
{
    const auto *asset = std::get_if<domain::Asset>(&view.doc);
    if (asset == nullptr)
        return m_sql.run("DELETE FROM asset_list WHERE id = ?1", id);
    m_sql.run("INSERT OR REPLACE INTO asset_list(id, school, kind, name, in_use, pending)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
              id, asset->school, asset->kind, asset->name, asset->inUse, view.pending);
}

void ListWriter::writeHazard(const std::string &id, const ObjectView &view)
{
    const ObjectRef object{ObjectKind::Hazard, id};
    writeReferences(object, view.doc);
    const auto *hazard = std::get_if<domain::Hazard>(&view.doc);
    m_sql.run("DELETE FROM hazard_list WHERE id = ?1", id);
    if (hazard == nullptr || hazard->state == domain::HazardState::Draft || hazard->rounds.empty())
        return;
    const domain::Round &round = hazard->round();
    const bool submitted = hazard->state == domain::HazardState::Submitted;
    std::optional<Day> reviewDue;
    if (submitted && round.submittedOn)
        reviewDue = domain::reviewDue(*round.submittedOn, hazard->isMajor(), *m_overlay.bureau());
    m_sql.run("INSERT INTO hazard_list(id, number, school, asset, checklist, item, notice, finder,"
              " submitter, preparer, state, open, level, awaits_level, category, place, title, found,"
              " due, submitted, closed, review_due, fixed_on_spot, extension_asked, restricted,"
              " returns, photos, preview, delivery, pending, refusal, version)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,"
              " ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32)",
              id, hazard->number, hazard->school, hazard->found.asset, hazard->found.checklist,
              hazard->found.item, round.notice, hazard->finder, hazard->submittedBy,
              hazard->preparedBy, hazard->state, hazard->isOpen(),
              hazard->confirmedLevel.value_or(hazard->proposedLevel), hazard->awaitsLevel(),
              hazard->category, hazard->found.place, oneLine(hazard->found.description),
              hazard->foundOn, hazard->effectiveDue(), submitted ? round.submittedOn : std::nullopt,
              round.closedOn, reviewDue, hazard->fixedOnSpot,
              hazard->extensionAskedUntil.has_value(), domain::isRestricted(*hazard), hazard->returns,
              photoCount(*hazard), firstPicture(*hazard), view.delivery, view.pending,
              refusalOf(view.own), view.confirmedVersion);
}

void ListWriter::writeInspection(const std::string &id, const ObjectView &view)
{
    const auto *inspection = std::get_if<domain::Inspection>(&view.doc);
    writeReferences({ObjectKind::Inspection, id}, view.doc);
    m_sql.run("DELETE FROM inspection_list WHERE id = ?1", id);
    if (inspection == nullptr || !inspection->submitted)
        return;
    const domain::InspectionSubmitted &head = inspection->head;
    m_sql.run("INSERT INTO inspection_list(id, school, asset, checklist, kind, campaign, type, actor,"
              " day, pass, fail, na, hazards, delivery, pending)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
              id, inspection->school, head.asset, head.checklist, checklistKind(head.checklist),
              head.campaign, head.type, inspection->actor, head.on, head.passCount, head.failCount,
              head.notApplicableCount, head.hazards.size(), view.delivery, view.pending);
}

void ListWriter::writeNotice(const std::string &id, const ObjectView &view)
{
    const auto *notice = std::get_if<domain::Notice>(&view.doc);
    writeReferences({ObjectKind::Notice, id}, view.doc);
    m_sql.run("DELETE FROM notice_list WHERE id = ?1", id);
    m_sql.run("DELETE FROM notice_line WHERE notice = ?1", id);
    if (notice == nullptr)
        return;
    m_sql.run("INSERT INTO notice_list(id, number, temporary, school, issuer, day, served, receipted,"
              " cancelled, delivery, pending) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
              id, notice->number, notice->issued.temporaryNumber, notice->school, notice->issuer,
              notice->issued.on, notice->issued.servedOn, notice->receiptedOn, notice->cancelledOn,
              view.delivery, view.pending);
    for (const domain::NoticeLine &line : notice->issued.lines)
        m_sql.run("INSERT OR IGNORE INTO notice_line(notice, hazard) VALUES (?1, ?2)", id, line.hazard);
}

// ---- blobs named by a doc -------------------------------------------------------------------------

void ListWriter::addReference(const ObjectRef &object, const Digest &blob, bool preview)
{
    if (blob != Digest{}) {
        m_sql.run("INSERT OR IGNORE INTO blob_reference(sha, kind, object, event, preview)"
                  " VALUES (?1, ?2, ?3, 0, ?4)",
                  blob, object.kind, object.id, preview);
    }
}

void ListWriter::addReferences(const ObjectRef &object, const std::vector<domain::Photo> &photos)
{
    for (const domain::Photo &photo : photos) {
        addReference(object, photo.preview, true);
        addReference(object, photo.original, false);
    }
}

void ListWriter::writeReferences(const ObjectRef &object, const domain::Doc &doc)
{
    m_sql.run("DELETE FROM blob_reference WHERE kind = ?1 AND object = ?2 AND event = 0", object.kind,
              object.id);
    if (const auto *hazard = std::get_if<domain::Hazard>(&doc)) {
        addReferences(object, hazard->found.before);
        addReferences(object, hazard->found.failActionProof);
        addReferences(object, hazard->after);
        for (const domain::TimelineEntry &entry : hazard->timeline)
            addReferences(object, entry.photos);
        for (const domain::HandSignature &signature : hazard->found.signatures)
            addReference(object, signature.image, false);
    } else if (const auto *inspection = std::get_if<domain::Inspection>(&doc)) {
        for (const domain::Answer &answer : inspection->answers)
            addReferences(object, answer.photos);
    } else if (const auto *notice = std::get_if<domain::Notice>(&doc)) {
        for (const domain::HandSignature &signature : notice->issued.signatures)
            addReference(object, signature.image, false);
        if (notice->receipt)
            addReference(object, notice->receipt->image, false);
    }
}

// ---- whom it is shown to --------------------------------------------------------------------------

void ListWriter::writeVisibleSchools(const std::optional<domain::User> &acting)
{
    struct School {
        std::string id, township, status, successor;
    };
    m_sql.run("DELETE FROM visible_school");
    if (!acting)
        return;
    const domain::Scope scope = domain::scopeOf(*acting);
    std::vector<School> schools;
    m_sql.each("SELECT id, township, status FROM school_list",
               [&](const sqlite::Statement &row) {
                   schools.push_back({row.text(0), row.text(1), row.text(2), {}});
               });
    for (School &school : schools) {
        bool visible = domain::sees(scope, ObjectKind::School, school.id, school.id, school.township,
                                    false);
        if (!visible && school.status == "merged") { // its people are the successor's
            if (const auto doc = m_overlay.school(school.id))
                visible = domain::sees(scope, ObjectKind::School, doc->successor, doc->successor,
                                       school.township, false);
        }
        if (visible)
            m_sql.run("INSERT INTO visible_school(id) VALUES (?1)", school.id);
    }
}

} // namespace campus::store
