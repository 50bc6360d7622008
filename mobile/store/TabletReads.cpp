// What TabletStore tells the screens: objects as the overlay shows them, lists, and the state of sync.
#include <algorithm>

#include "domain/WorkCalendar.h"
#include "store/ListReader.h"
#include "store/StoreParts.h"
#include "store/TabletStore.h"
#include "wire/DocCodec.h"
#include "wire/EventCodec.h"

namespace campus::store {

using domain::ObjectKind;

// ---- objects --------------------------------------------------------------------------------------

namespace {

template <typename T>
std::optional<T> shown(Work &work, ObjectKind kind, const std::string &id)
{
    domain::Doc doc = work.overlay.view({kind, id}).doc;
    auto *value = std::get_if<T>(&doc);
    return value != nullptr ? std::optional<T>(std::move(*value)) : std::nullopt;
}

template <typename T>
std::vector<T> decoded(const std::vector<StoredDoc> &docs, ObjectKind kind)
{
    std::vector<T> values;
    for (const StoredDoc &stored : docs) {
        auto doc = wire::decodeDoc(kind, stored.json);
        auto *value = doc ? std::get_if<T>(&*doc) : nullptr;
        if (value != nullptr)
            values.push_back(std::move(*value));
    }
    return values;
}

} // namespace

Result<ObjectView> TabletStore::object(ObjectKind kind, const std::string &id) const
{
    return m_parts->read([&](Work &work) { return work.overlay.view({kind, id}); });
}

Result<domain::Doc> TabletStore::confirmed(ObjectKind kind, const std::string &id) const
{
    return m_parts->read([&](Work &work) { return work.overlay.confirmed({kind, id}); });
}

std::optional<domain::School> TabletStore::school(const std::string &id) const
{
    return m_parts->readOrEmpty([&](Work &work) { return shown<domain::School>(work, ObjectKind::School, id); });
}

std::optional<domain::Asset> TabletStore::asset(const std::string &id) const
{
    return m_parts->readOrEmpty([&](Work &work) { return shown<domain::Asset>(work, ObjectKind::Asset, id); });
}

std::optional<domain::User> TabletStore::user(const std::string &id) const
{
    return m_parts->readOrEmpty([&](Work &work) -> std::optional<domain::User> {
        const auto person = work.overlay.person(id);
        return person ? std::optional(*person) : std::nullopt;
    });
}

std::optional<domain::Hazard> TabletStore::hazard(const std::string &id) const
{
    return m_parts->readOrEmpty([&](Work &work) { return shown<domain::Hazard>(work, ObjectKind::Hazard, id); });
}

std::optional<domain::Inspection> TabletStore::inspection(const std::string &id) const
{
    return m_parts->readOrEmpty(
        [&](Work &work) { return shown<domain::Inspection>(work, ObjectKind::Inspection, id); });
}

std::optional<domain::Notice> TabletStore::notice(const std::string &id) const
{
    return m_parts->readOrEmpty([&](Work &work) { return shown<domain::Notice>(work, ObjectKind::Notice, id); });
}

std::optional<domain::Checklist> TabletStore::checklist(const std::string &id) const
{
    return m_parts->readOrEmpty([&](Work &work) -> std::optional<domain::Checklist> {
        const auto checklist = work.overlay.checklist(id);
        return checklist ? std::optional(*checklist) : std::nullopt;
    });
}

domain::Bureau TabletStore::bureau() const
{
    return m_parts->readOrEmpty([](Work &work) { return *work.overlay.bureau(); });
}

std::vector<domain::Township> TabletStore::townships() const
{
    return m_parts->readOrEmpty([](Work &work) {
        return decoded<domain::Township>(work.docs.all(ObjectKind::Township), ObjectKind::Township);
    });
}

std::vector<domain::Checklist> TabletStore::checklists() const
{
    return m_parts->readOrEmpty([](Work &work) {
        std::map<std::string, domain::Checklist> newest; // by kind
        for (auto &checklist :
             decoded<domain::Checklist>(work.docs.all(ObjectKind::Checklist), ObjectKind::Checklist)) {
            if (checklist.status != "published")
                continue;
            const auto known = newest.find(checklist.kind);
            const auto longer = [](const std::string &a, const std::string &b) { // 1.10 after 1.9
                return std::pair(a.size(), a) > std::pair(b.size(), b);
            };
            if (known == newest.end() || longer(checklist.version, known->second.version))
                newest[checklist.kind] = std::move(checklist);
        }
        std::vector<domain::Checklist> list;
        for (auto &[kind, checklist] : newest)
            list.push_back(std::move(checklist));
        return list;
    });
}

std::vector<domain::Asset> TabletStore::assetsOf(const std::string &school) const
{
    return m_parts->readOrEmpty([&](Work &work) {
        std::vector<domain::Asset> assets;
        std::vector<std::string> ids;
        work.sql.each("SELECT id FROM asset_list WHERE school = ?1 ORDER BY kind, name, id",
                      [&](const sqlite::Statement &row) { ids.push_back(row.text(0)); }, school);
        for (const std::string &id : ids) {
            if (auto asset = shown<domain::Asset>(work, ObjectKind::Asset, id))
                assets.push_back(std::move(*asset));
        }
        return assets;
    });
}

// ---- lists ----------------------------------------------------------------------------------------

Result<std::vector<SchoolRow>> TabletStore::schools(const SchoolQuery &query) const
{
    return m_parts->read([&](Work &work) { return ListReader(work, m_parts->today(work)).schools(query); });
}

Result<std::vector<AssetRow>> TabletStore::assets(const std::string &school) const
{
    return m_parts->read([&](Work &work) { return ListReader(work, m_parts->today(work)).assets(school); });
}

Result<std::vector<HazardRow>> TabletStore::hazards(const HazardQuery &query) const
{
    return m_parts->read([&](Work &work) { return ListReader(work, m_parts->today(work)).hazards(query); });
}

Result<std::vector<HazardRow>> TabletStore::reviewList() const
{
    return m_parts->read([&](Work &work) { return ListReader(work, m_parts->today(work)).reviewList(); });
}

Result<std::vector<InspectionRow>> TabletStore::inspections(const InspectionQuery &query) const
{
    return m_parts->read(
        [&](Work &work) { return ListReader(work, m_parts->today(work)).inspections(query); });
}

Result<std::vector<NoticeRow>> TabletStore::notices(const NoticeQuery &query) const
{
    return m_parts->read([&](Work &work) { return ListReader(work, m_parts->today(work)).notices(query); });
}

Result<std::vector<DraftRow>> TabletStore::drafts(const std::string &school) const
{
    return m_parts->read([&](Work &work) { return ListReader(work, m_parts->today(work)).drafts(school); });
}

Result<std::vector<InboxItem>> TabletStore::inbox() const
{
    return m_parts->read([&](Work &work) { return ListReader(work, m_parts->today(work)).inbox(); });
}

Result<OfficerDay> TabletStore::officerDay() const
{
    return m_parts->read([&](Work &work) { return ListReader(work, m_parts->today(work)).officerDay(); });
}

Result<HazardDetail> TabletStore::hazardDetail(const std::string &id) const
{
    auto read = m_parts->read([&](Work &work) -> std::optional<HazardDetail> {
        const Day today = m_parts->today(work);
        ListReader lists(work, today);
        HazardDetail detail;
        detail.view = work.overlay.view({ObjectKind::Hazard, id});
        const auto *hazard = std::get_if<domain::Hazard>(&detail.view.doc);
        if (hazard == nullptr)
            return std::nullopt;
        detail.hazard = *hazard;
        detail.schoolName = lists.schoolName(hazard->school);
        detail.assetName = lists.assetName(hazard->found.asset);
        detail.overdue = hazard->isOverdue(today);
        detail.photos = work.blobs.of({ObjectKind::Hazard, id});
        for (PhotoState &photo : detail.photos) {
            if (photo.here)
                photo.path = m_parts->blobPath(photo.sha256);
        }
        if (hazard->state == domain::HazardState::Submitted && hazard->round().submittedOn)
            detail.reviewDue = domain::reviewDue(*hazard->round().submittedOn, hazard->isMajor(),
                                                 *work.overlay.bureau());
        if (const auto acting = work.acting()) {
            const auto around = work.overlay.surroundings(acting->id, hazard->school,
                                                          hazard->found.checklist, m_parts->clock.wall());
            detail.acts = domain::actsOpenTo(*hazard, *acting, around.around());
        }
        return detail;
    });
    if (!read)
        return read.error();
    if (!*read)
        return Error{ErrorCode::NotFound, "no hazard " + id};
    return std::move(**read);
}

Result<std::map<std::string, domain::Answer>> TabletStore::lastAnswers(const std::string &checklistKind,
                                                                       const std::string &school,
                                                                       const std::string &asset) const
{
    return m_parts->read([&](Work &work) {
        std::map<std::string, domain::Answer> answers;
        std::string id;
        work.sql.first("SELECT id FROM inspection_list WHERE school = ?1 AND asset = ?2 AND kind = ?3"
                       " ORDER BY day DESC, id DESC LIMIT 1",
                       [&](const sqlite::Statement &row) { id = row.text(0); }, school, asset,
                       checklistKind);
        if (const auto last = shown<domain::Inspection>(work, ObjectKind::Inspection, id)) {
            for (const domain::Answer &answer : last->answers)
                answers[answer.item] = answer;
        }
        return answers;
    });
}

// ---- sync -----------------------------------------------------------------------------------------

SyncOverview TabletStore::syncOverview() const
{
    return m_parts->readOrEmpty([&](Work &work) {
        SyncOverview overview;
        overview.enrolled = !work.settings.text(setting::kDevice).empty();
        overview.bootstrapped = work.docs.position().bootstrapped;
        overview.unsentEvents = work.journal.unsentCount();
        overview.unsettledEvents =
            static_cast<std::uint64_t>(work.sql.number("SELECT count(*) FROM journal WHERE state < 4"));
        work.sql.first("SELECT coalesce(sum(here), 0), coalesce(sum(here * (bytes - sent)), 0),"
                       " coalesce(sum(1 - here), 0), coalesce(sum(here AND refused <> ''), 0),"
                       " coalesce(max(refused), '') FROM blob WHERE state <> 3"
                       " AND sha IN (SELECT sha FROM blob_reference WHERE event > 0)",
                       [&](const sqlite::Statement &row) {
                           overview.unsentPhotos = row.size(0);
                           overview.unsentBytes = row.size(1);
                           overview.lostPhotos = row.size(2);
                           overview.refusedPhotos = row.size(3);
                           overview.photoRefusal = row.text(4);
                       });
        const JournalCounts counts = work.journal.counts(work.settings.text(setting::kActing));
        overview.cards = counts.cards;
        overview.othersCards = counts.othersCards;
        overview.othersUnfinished = counts.othersUnfinished;
        const auto serverNow = m_parts->serverNow(work);
        if (work.settings.has(setting::kLastSync)) {
            overview.lastSyncAt = work.settings.number(setting::kLastSync);
            overview.daysSinceSync = m_parts->today(work) - Day::of(*overview.lastSyncAt);
        }
        overview.lastError = work.settings.text(setting::kLastError);
        overview.storageLow = m_parts->reserveIsFree();
        overview.roomToReceive = m_parts->hasRoomToReceive();
        if (overview.storageLow)
            overview.freeableBytes = m_parts->purgeable(work).bytes;
        overview.known = work.sql.ok();
        if (serverNow)
            overview.clockAheadMillis = m_parts->clock.wall() - *serverNow;
        return overview;
    });
}

Result<std::vector<OwnEvent>> TabletStore::journal(const JournalQuery &query) const
{
    return m_parts->read([&](Work &work) { return work.journal.list(query); });
}

Result<std::string> TabletStore::eventLine(const std::string &event) const
{
    auto found = m_parts->read([&](Work &work) { return work.journal.find(event); });
    if (!found)
        return found.error();
    return *found ? Result<std::string>((*found)->line)
                  : Result<std::string>(ErrorCode::NotFound, "no own event " + event);
}

namespace {

std::vector<std::string> wordsOf(const domain::Event &event)
{
    std::vector<std::string> words;
    const auto add = [&](const std::string &text) {
        if (!text.empty())
            words.push_back(text);
    };
    if (const auto *act = std::get_if<domain::HazardAct>(&event.body)) {
        for (const std::string *text :
             {&act->description, &act->text, &act->reason, &act->done, &act->measure, &act->interim,
              &act->opinion, &act->rule, &act->plan})
            add(*text);
    } else if (const auto *cancelled = std::get_if<domain::NoticeCancelled>(&event.body)) {
        add(cancelled->reason);
    }
    return words;
}

std::string titleOf(const domain::Doc &doc, const domain::Event &event)
{
    if (const auto *hazard = std::get_if<domain::Hazard>(&doc))
        return hazard->found.description;
    if (const auto *notice = std::get_if<domain::Notice>(&doc))
        return notice->number.empty() ? notice->issued.temporaryNumber : notice->number;
    const auto *act = std::get_if<domain::HazardAct>(&event.body);
    return act != nullptr ? act->description : std::string();
}

} // namespace

Result<std::vector<Card>> TabletStore::cards() const
{
    return m_parts->read([&](Work &work) {
        ListReader lists(work, m_parts->today(work));
        std::vector<Card> cards;
        for (StoredEvent &stored : work.journal.openCards(work.settings.text(setting::kActing))) {
            Card card;
            card.event = std::move(stored.own);
            card.schoolName = lists.schoolName(card.event.school);
            if (const auto event = wire::decodeEvent(stored.line)) {
                card.text = wordsOf(*event);
                card.title = titleOf(work.overlay.view(card.event.object).doc, *event);
            }
            cards.push_back(std::move(card));
        }
        return cards;
    });
}

} // namespace campus::store
