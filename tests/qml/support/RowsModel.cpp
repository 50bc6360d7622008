#include "RowsModel.h"

namespace campus::testing {

void RowsModel::setRoleList(const QStringList& roles) {
    if (m_roles == roles) {
        return;
    }
    beginResetModel();
    m_roles = roles;
    endResetModel();
    Q_EMIT roleListChanged();
}

void RowsModel::setRows(const QVariantList& rows) {
    if (rows.size() == m_rows.size() && !rows.isEmpty()) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0), index(count() - 1));
    } else {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    Q_EMIT rowsChanged();
}

QVariantMap RowsModel::row(int index) const {
    return index >= 0 && index < count() ? m_rows.at(index).toMap() : QVariantMap();
}

void RowsModel::change(int index, const QVariantMap& values) {
    if (index < 0 || index >= count()) {
        return;
    }
    QVariantMap row = m_rows.at(index).toMap();
    for (auto value = values.begin(); value != values.end(); ++value) {
        row.insert(value.key(), value.value());
    }
    m_rows[index] = row;
    Q_EMIT dataChanged(this->index(index), this->index(index));
    Q_EMIT rowsChanged();
}

int RowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
    const int place = role - Qt::UserRole;
    if (!index.isValid() || place < 0 || place >= m_roles.size()) {
        return {};
    }
    return m_rows.at(index.row()).toMap().value(m_roles.at(place));
}

QHash<int, QByteArray> RowsModel::roleNames() const {
    QHash<int, QByteArray> names;
    for (int place = 0; place < m_roles.size(); ++place) {
        names.insert(Qt::UserRole + place, m_roles.at(place).toUtf8());
    }
    return names;
}

}  // namespace campus::testing
