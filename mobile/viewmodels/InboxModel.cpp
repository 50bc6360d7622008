#include "viewmodels/InboxModel.h"

#include <algorithm>

#include "viewmodels/Texts.h"
#include "viewmodels/Workplace.h"

namespace campus::viewmodels {

namespace {

using Waiting = store::InboxItem::Kind;

InboxRow rowOf(store::TabletStore &store, const store::InboxItem &item)
{
    InboxRow row;
    row.what = item.kind;
    row.object = item.object;
    row.title = item.title;
    row.due = item.due;
    row.major = item.major;
    if (item.object.kind != domain::ObjectKind::Hazard)
        return row;
    if (const auto hazard = store.hazard(item.object.id)) {
        row.subtitle = hazard->found.place;
        row.state = hazard->state;
        if (item.kind == Waiting::Returned)
            row.reason = hazard->reviewText;
        if (!hazard->found.before.empty()) {
            const domain::Photo &photo = hazard->found.before.front();
            row.photo = photo.preview != Digest{} ? photo.preview : photo.original;
        }
    }
    return row;
}

QString kindName(Waiting kind)
{
    return kind == Waiting::SignNotice ? "notice"
           : kind == Waiting::Returned ? "returned"
                                       : "hazard";
}

} // namespace

bool InboxModel::concerns(const store::Change &change) const
{
    return change.everything || change.people ||
           std::any_of(change.objects.begin(), change.objects.end(),
                       [](const store::ObjectRef &object) {
                           return object.kind == domain::ObjectKind::Hazard ||
                                  object.kind == domain::ObjectKind::Notice;
                       });
}

InboxModel::Question InboxModel::question() const
{
    if (!Workplace::instance().isOpen())
        return {};
    store::TabletStore *store = &Workplace::instance().store();
    return [store]() -> Result<Rows> {
        const auto items = store->inbox();
        if (!items)
            return items.error();
        Rows rows;
        for (const store::InboxItem &item : *items)
            rows.push_back(rowOf(*store, item));
        return rows;
    };
}

QVariant InboxModel::valueOf(const InboxRow &row, int role) const
{
    const Day today = Workplace::instance().today();
    switch (role) {
    case Kind: return kindName(row.what);
    case TargetId: return texts::qt(row.object.id);
    case Title: return texts::qt(row.title);
    case Subtitle: return texts::qt(row.subtitle);
    case DueText: return texts::due(row.due, today);
    case DueDays: return row.due ? *row.due - today : 0;
    case Overdue: return row.due && *row.due < today;
    case StateText:
        return row.what == store::InboxItem::Kind::SignNotice ? tr("Sign for the notice")
               : row.state                                    ? texts::of(*row.state)
                                                              : QString();
    case ReasonText: return texts::qt(row.reason);
    case Photo:
        return row.photo == Digest{} ? QString() : Workplace::instance().photoUrl(row.photo, 240);
    default: return {};
    }
}

} // namespace campus::viewmodels
