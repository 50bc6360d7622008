#include "viewmodels/NoticeLineModel.h"

#include <algorithm>

namespace campus::viewmodels {

QVariant NoticeLineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const NoticeLineRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case HazardId: return row.hazardId;
    case Included: return row.included;
    case No: return row.no;
    case Place: return row.place;
    case Problem: return row.problem;
    case Basis: return row.basis;
    case Level: return row.level;
    case LevelText: return row.levelText;
    case Measure: return row.measure;
    case Interim: return row.interim;
    case Responsible: return row.responsible;
    case Days: return row.days;
    case DueText: return row.dueText;
    default: return {};
    }
}

QHash<int, QByteArray> NoticeLineModel::roleNames() const
{
    return {{HazardId, "hazardId"}, {Included, "included"},       {No, "no"},
            {Place, "place"},       {Problem, "problem"},         {Basis, "basis"},
            {Level, "level"},       {LevelText, "levelText"},     {Measure, "measure"},
            {Interim, "interim"},   {Responsible, "responsible"}, {Days, "days"},
            {DueText, "dueText"}};
}

void NoticeLineModel::show(std::vector<NoticeLineRow> rows)
{
    const bool sameLines =
        rows.size() == m_rows.size() &&
        std::equal(rows.begin(), rows.end(), m_rows.begin(),
                   [](const auto &a, const auto &b) { return a.hazardId == b.hazardId; });
    if (!sameLines) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        Q_EMIT countChanged();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
}

} // namespace campus::viewmodels
