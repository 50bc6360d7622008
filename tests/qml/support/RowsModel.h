// A list model whose rows are plain maps given from QML, with fixed role names.
// Guarantees: changing `rows` to a list of the same length changes rows in place, so views keep their delegates.
// It is for tests and pictures only; it stores nothing.
// Thread: GUI thread.
#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace campus::testing {

class RowsModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QStringList roleList READ roleList WRITE setRoleList NOTIFY roleListChanged)
    Q_PROPERTY(QVariantList rows READ rows WRITE setRows NOTIFY rowsChanged)
    Q_PROPERTY(int count READ count NOTIFY rowsChanged)

public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] QStringList roleList() const { return m_roles; }
    void setRoleList(const QStringList& roles);
    [[nodiscard]] QVariantList rows() const { return m_rows; }
    void setRows(const QVariantList& rows);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    Q_INVOKABLE QVariantMap row(int index) const;
    Q_INVOKABLE void change(int index, const QVariantMap& values);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void roleListChanged();
    void rowsChanged();

private:
    QStringList m_roles;
    QVariantList m_rows;
};

}  // namespace campus::testing
