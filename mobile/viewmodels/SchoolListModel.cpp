#include "viewmodels/SchoolListModel.h"

#include <QCoreApplication>

#include "viewmodels/Texts.h"

namespace campus::viewmodels {

namespace {

constexpr std::size_t kSchoolsMax = 2000; // a county has hundreds

bool isShown(const store::ObjectRef &object)
{
    using K = domain::ObjectKind;
    return object.kind == K::School || object.kind == K::Hazard || object.kind == K::Inspection ||
           object.kind == K::Township;
}

} // namespace

SchoolListModel::SchoolListModel(QObject *parent) : LiveRows(parent)
{
    refresh();
}

void SchoolListModel::setSearch(const QString &search)
{
    if (search == m_search)
        return;
    m_search = search;
    Q_EMIT searchChanged();
    refresh();
}

bool SchoolListModel::concerns(const store::Change &change) const
{
    return std::any_of(change.objects.begin(), change.objects.end(), isShown);
}

SchoolListModel::Question SchoolListModel::question() const
{
    store::SchoolQuery query;
    query.text = m_search.trimmed().toStdString();
    query.page.limit = kSchoolsMax;
    return [&store = Workplace::instance().store(), query] { return store.schools(query); };
}

QVariant SchoolListModel::valueOf(const store::SchoolRow &row, int role) const
{
    switch (role) {
    case SchoolId: return QString::fromStdString(row.id);
    case Qt::DisplayRole:
    case Name: return QString::fromStdString(row.name);
    case TypeText: return texts::schoolType(row.type);
    case TownshipName: return QString::fromStdString(row.townshipName);
    case OpenCount: return static_cast<int>(row.open);
    case OverdueCount: return static_cast<int>(row.overdue);
    case ReviewCount: return static_cast<int>(row.toReview);
    case LastInspectionText:
        return row.lastInspected
                   ? QCoreApplication::translate("SchoolListModel", "Last inspected %1")
                         .arg(texts::shortDay(*row.lastInspected, Workplace::instance().today()))
                   : QCoreApplication::translate("SchoolListModel", "Not inspected yet");
    default: return {};
    }
}

} // namespace campus::viewmodels
