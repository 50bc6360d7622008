#include "viewmodels/AssetListModel.h"

#include <QCoreApplication>

#include "viewmodels/AssetWords.h"
#include "viewmodels/Core.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

namespace {

QString lastResult(const std::optional<store::LastResult> &last, Day today)
{
    if (!last)
        return QCoreApplication::translate("AssetListModel", "Not inspected yet");
    const QString day = texts::shortDay(last->on, today);
    const int failed = static_cast<int>(last->fail);
    if (failed == 0)
        return QCoreApplication::translate("AssetListModel", "%1: passed").arg(day);
    return QCoreApplication::translate("AssetListModel", "%1: %n item(s) failed", nullptr, failed)
        .arg(day);
}

int outcomeOf(const std::optional<store::LastResult> &last)
{
    if (!last)
        return numberOf(Core::Outcome::Open);
    return numberOf(last->fail == 0 ? Core::Outcome::Pass : Core::Outcome::Fail);
}

} // namespace

AssetListModel::AssetListModel(QObject *parent) : LiveRows(parent) {}

void AssetListModel::setSchoolId(const QString &schoolId)
{
    if (schoolId == m_schoolId)
        return;
    m_schoolId = schoolId;
    Q_EMIT schoolIdChanged();
    refresh();
}

bool AssetListModel::concerns(const store::Change &change) const
{
    return std::any_of(change.objects.begin(), change.objects.end(),
                       [](const store::ObjectRef &object) {
                           using K = domain::ObjectKind;
                           return object.kind == K::Asset || object.kind == K::Hazard ||
                                  object.kind == K::Inspection;
                       });
}

AssetListModel::Question AssetListModel::question() const
{
    if (m_schoolId.isEmpty())
        return {};
    return [&store = Workplace::instance().store(),
            school = m_schoolId.toStdString()]() -> Result<Rows> {
        auto rows = store.assets(school);
        if (rows)
            std::erase_if(*rows, [](const store::AssetRow &row) { return !row.asset.inUse; });
        return rows;
    };
}

QVariant AssetListModel::valueOf(const store::AssetRow &row, int role) const
{
    const Day today = Workplace::instance().today();
    switch (role) {
    case AssetId: return QString::fromStdString(row.asset.id);
    case Kind: return numberOf(row.asset.kind);
    case KindText: return texts::of(row.asset.kind);
    case Qt::DisplayRole:
    case Name: return QString::fromStdString(row.asset.name);
    case Detail: return words::detailOf(row.asset);
    case LastResultText: return lastResult(row.last, today);
    case LastOutcome: return outcomeOf(row.last);
    case OpenCount: return static_cast<int>(row.open);
    case WarningText: return words::expiryOf(row.asset, today);
    default: return {};
    }
}

} // namespace campus::viewmodels
