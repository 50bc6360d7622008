#include "viewmodels/ChecklistItemModel.h"

#include <QMetaEnum>
#include <algorithm>

namespace campus::viewmodels {

QVariant ChecklistItemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ChecklistItemRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case ItemId: return row.itemId;
    case No: return row.no;
    case SectionCode: return row.sectionCode;
    case SectionTitle: return row.sectionTitle;
    case Text: return row.text;
    case BasisText: return row.basisText;
    case Response: return row.response;
    case Unit: return row.unit;
    case LimitText: return row.limitText;
    case Outcome: return row.outcome;
    case OutcomeText: return row.outcomeText;
    case Applicable: return row.applicable;
    case Prefilled: return row.prefilled;
    case NumberText: return row.numberText;
    case DateIso: return row.dateIso;
    case CountText: return row.countText;
    case TotalText: return row.totalText;
    case Choice: return row.choice;
    case Choices: return row.choices;
    case Note: return row.note;
    case Reason: return row.reason;
    case Photos: return row.photos;
    case PhotoRequired: return row.photoRequired;
    case WarningText: return row.warningText;
    case FailText: return row.failText;
    case Level: return row.level;
    case LevelText: return row.levelText;
    case Days: return row.days;
    case FailActionText: return row.failActionText;
    case Fix: return row.fix;
    case Restricted: return row.restricted;
    case OpenBefore: return row.openBefore;
    default: return {};
    }
}

QHash<int, QByteArray> ChecklistItemModel::roleNames() const
{
    QHash<int, QByteArray> names;
    const QMetaEnum roles = QMetaEnum::fromType<Roles>();
    for (int i = 0; i < roles.keyCount(); ++i) {
        QByteArray name = roles.key(i);
        name[0] = static_cast<char>(name[0] - 'A' + 'a');
        names.insert(roles.value(i), name);
    }
    return names;
}

int ChecklistItemModel::indexOf(const QString &itemId) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const ChecklistItemRow &row) {
        return row.itemId == itemId;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ChecklistItemModel::show(std::vector<ChecklistItemRow> rows)
{
    const bool sameItems =
        rows.size() == m_rows.size() &&
        std::equal(rows.begin(), rows.end(), m_rows.begin(),
                   [](const auto &a, const auto &b) { return a.itemId == b.itemId; });
    if (!sameItems) {
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
