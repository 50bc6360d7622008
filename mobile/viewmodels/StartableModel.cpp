#include "viewmodels/StartableModel.h"

#include <algorithm>

#include "viewmodels/Core.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

namespace {

Result<std::vector<StartableRow>> startable(const store::TabletStore &store,
                                            const std::string &school)
{
    const std::vector<domain::Asset> assets = store.assetsOf(school);
    std::vector<StartableRow> rows;
    for (const domain::Checklist &checklist : store.checklists()) {
        StartableRow row{checklist.id(), checklist.title, checklist.asset, 1,
                         static_cast<int>(checklist.items.size())};
        if (checklist.asset != domain::AssetKind::School)
            row.assets = static_cast<int>(
                std::count_if(assets.begin(), assets.end(), [&](const domain::Asset &asset) {
                    return asset.kind == checklist.asset && asset.inUse;
                }));
        if (row.assets > 0)
            rows.push_back(std::move(row));
    }
    // Buses, canteens and buildings first: they are what an officer comes for.
    std::stable_sort(rows.begin(), rows.end(), [](const StartableRow &a, const StartableRow &b) {
        return (a.kind == domain::AssetKind::School) < (b.kind == domain::AssetKind::School);
    });
    return rows;
}

} // namespace

StartableModel::StartableModel(QObject *parent) : LiveRows(parent) {}

void StartableModel::setSchoolId(const QString &schoolId)
{
    if (schoolId == m_schoolId)
        return;
    m_schoolId = schoolId;
    Q_EMIT schoolIdChanged();
    refresh();
}

bool StartableModel::concerns(const store::Change &change) const
{
    return std::any_of(change.objects.begin(), change.objects.end(),
                       [](const store::ObjectRef &object) {
                           return object.kind == domain::ObjectKind::Checklist ||
                                  object.kind == domain::ObjectKind::Asset;
                       });
}

StartableModel::Question StartableModel::question() const
{
    if (m_schoolId.isEmpty())
        return {};
    return [&store = Workplace::instance().store(), school = m_schoolId.toStdString()] {
        return startable(store, school);
    };
}

QVariant StartableModel::valueOf(const StartableRow &row, int role) const
{
    switch (role) {
    case ChecklistId: return QString::fromStdString(row.id);
    case Qt::DisplayRole:
    case Title: return texts::both(row.title);
    case AssetKind: return numberOf(row.kind);
    case AssetKindText: return texts::of(row.kind);
    case AssetCount: return row.assets;
    case ItemCount: return row.items;
    default: return {};
    }
}

} // namespace campus::viewmodels
