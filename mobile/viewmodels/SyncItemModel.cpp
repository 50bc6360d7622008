#include "viewmodels/SyncItemModel.h"

#include <QCoreApplication>
#include <map>

#include "viewmodels/Core.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

namespace {

constexpr std::size_t kUnfinishedMax = 100'000; // all there can be
constexpr std::string_view kHazardPrefix = "hazard.";

QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

bool isCard(const store::OwnEvent &event)
{
    return event.delivery == store::Delivery::Refused && event.cardAnswer.empty();
}

void describe(const store::TabletStore &store, SyncItemRow &row)
{
    using K = domain::ObjectKind;
    const std::string &id = row.event.object.id;
    if (const auto school = store.school(row.event.school))
        row.school = school->name;
    if (row.event.object.kind == K::Hazard) {
        if (const auto hazard = store.hazard(id))
            row.subject = hazard->found.description;
    } else if (row.event.object.kind == K::Notice) {
        if (const auto notice = store.notice(id))
            row.subject = notice->number.empty() ? notice->issued.temporaryNumber : notice->number;
    } else if (row.event.object.kind == K::Inspection) {
        const auto inspection = store.inspection(id);
        if (!inspection)
            return;
        if (const auto checklist = store.checklist(inspection->head.checklist))
            row.title = checklist->title;
        if (const auto asset = store.asset(inspection->head.asset))
            row.subject = asset->name;
    }
}

// An inspection is as far as its slowest part.
void fold(store::OwnEvent &shown, const store::OwnEvent &part)
{
    const auto rank = [](store::Delivery delivery) {
        return delivery == store::Delivery::Refused ? 0 : static_cast<int>(delivery);
    };
    if (rank(part.delivery) < rank(shown.delivery)) {
        shown.delivery = part.delivery;
        shown.reason = part.reason;
    }
    shown.blobs += part.blobs;
    shown.blobsVerified += part.blobsVerified;
}

struct Wanted {
    bool onlyUnfinished = false;
    std::size_t finishedMax = 0;
};

Result<std::vector<SyncItemRow>> itemsOf(const store::TabletStore &store, const Wanted &wanted)
{
    using Part = store::JournalQuery::Part;
    const auto acting = store.actingUser();
    if (!acting)
        return std::vector<SyncItemRow>();
    std::vector<SyncItemRow> rows;
    std::map<std::string, std::size_t> inspections; // id → row
    for (const Part part : {Part::Unfinished, Part::Finished}) {
        if (part == Part::Finished && wanted.onlyUnfinished)
            break;
        store::JournalQuery query;
        query.actor = acting->id;
        query.part = part;
        query.page.limit = part == Part::Finished ? wanted.finishedMax : kUnfinishedMax;
        const auto events = store.journal(query);
        if (!events)
            return events.error();
        for (const store::OwnEvent &event : *events) {
            const bool inspection = event.object.kind == domain::ObjectKind::Inspection;
            const auto known =
                inspection ? inspections.find(event.object.id) : inspections.end();
            if (known != inspections.end() && !isCard(event)) {
                fold(rows[known->second].event, event);
                ++rows[known->second].events;
                continue;
            }
            SyncItemRow row;
            row.event = event;
            row.card = isCard(event);
            if (inspection && !row.card)
                inspections.emplace(event.object.id, rows.size());
            rows.push_back(std::move(row));
        }
    }
    for (SyncItemRow &row : rows)
        describe(store, row);
    return rows;
}

QString actOf(const SyncItemRow &row)
{
    const std::string_view type = row.event.type;
    if (type.starts_with(kHazardPrefix)) {
        const auto act = domain::hazardActNamed(type.substr(kHazardPrefix.size()));
        return act ? texts::of(*act) : texts::qt(type);
    }
    if (type == "notice.issued")
        return translate("SyncItemModel", "Notice issued");
    if (type == "notice.receipted")
        return translate("SyncItemModel", "Notice signed for");
    if (type == "notice.cancelled")
        return translate("SyncItemModel", "Notice cancelled");
    if (type.starts_with("inspection."))
        return row.title == domain::BilingualText{} ? translate("SyncItemModel", "Inspection")
                                                    : texts::both(row.title);
    if (type == "register.asset_observed")
        return translate("SyncItemModel", "Register corrected on site");
    return texts::qt(type);
}

QString titleOf(const SyncItemRow &row)
{
    const QString subject = QString::fromStdString(row.subject).section(QLatin1Char('\n'), 0, 0);
    return subject.isEmpty() ? actOf(row)
                             : translate("SyncItemModel", "%1: %2").arg(actOf(row), subject);
}

QString reasonOf(const store::OwnEvent &event)
{
    return event.reason.empty() || event.delivery != store::Delivery::Refused
               ? QString()
               : ErrorText::ofName(event.reason);
}

} // namespace

SyncItemModel::SyncItemModel(QObject *parent) : LiveRows(parent)
{
    refresh();
}

void SyncItemModel::setOnlyUnfinished(bool only)
{
    if (only == m_onlyUnfinished)
        return;
    m_onlyUnfinished = only;
    Q_EMIT onlyUnfinishedChanged();
    refresh();
}

bool SyncItemModel::canFetchMore(const QModelIndex &parent) const
{
    if (parent.isValid() || isLoading() || m_onlyUnfinished)
        return false;
    std::size_t events = 0;
    for (const SyncItemRow &row : rows())
        events += row.events;
    return events >= m_finishedMax;
}

void SyncItemModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_finishedMax += kFinishedPage;
    refresh();
}

bool SyncItemModel::takeNote(const QString &itemId)
{
    const auto answered =
        Workplace::instance().store().answerCard(itemId.toStdString(), store::CardAnswer::Noted);
    setErrorText(answered ? QString() : ErrorText::of(answered.error()));
    return answered.has_value();
}

bool SyncItemModel::attachAsNote(const QString &itemId)
{
    const auto outcome = Workplace::instance().work().attachAsNote(itemId.toStdString());
    if (!outcome)
        setErrorText(ErrorText::of(outcome.error()));
    else
        setErrorText(outcome->saved() ? QString() : ErrorText::of(*outcome));
    return outcome && outcome->saved();
}

SyncItemModel::Question SyncItemModel::question() const
{
    const Wanted wanted{m_onlyUnfinished, m_finishedMax};
    return [&store = Workplace::instance().store(), wanted] { return itemsOf(store, wanted); };
}

QVariant SyncItemModel::valueOf(const SyncItemRow &row, int role) const
{
    switch (role) {
    case ItemId: return QString::fromStdString(row.event.id);
    case Qt::DisplayRole:
    case Title: return titleOf(row);
    case Subtitle: return QString::fromStdString(row.school);
    case TimeText: return texts::moment(row.event.wall);
    case State: return numberOf(row.event.delivery);
    case StateText: return texts::of(row.event.delivery);
    case ReasonText: return reasonOf(row.event);
    case PhotosVerified: return static_cast<int>(row.event.blobsVerified);
    case PhotosTotal: return static_cast<int>(row.event.blobs);
    case IsCard: return row.card;
    default: return {};
    }
}

} // namespace campus::viewmodels
