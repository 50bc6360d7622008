// The lines of a rectification notice, drawn up or issued. UI thread.
#pragma once

#include <QAbstractListModel>
#include <vector>

#include <QtQml/qqmlregistration.h>

namespace campus::viewmodels {

struct NoticeLineRow {
    QString hazardId;
    bool included = true;
    int no = 0;
    QString place, problem, basis;
    int level = 1;
    QString levelText, measure, interim, responsible;
    int days = 0;
    QString dueText;
    bool operator==(const NoticeLineRow &) const = default;
};

class NoticeLineModel : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    QML_ELEMENT
    QML_UNCREATABLE("made by NoticeEditor and NoticePage")

public:
    enum Roles {
        HazardId = Qt::UserRole,
        Included,
        No,
        Place,
        Problem,
        Basis,
        Level,
        LevelText,
        Measure,
        Interim,
        Responsible,
        Days,
        DueText,
    };

    explicit NoticeLineModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}
    int count() const { return static_cast<int>(m_rows.size()); }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : count();
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void show(std::vector<NoticeLineRow> rows);
    const std::vector<NoticeLineRow> &rows() const { return m_rows; }

Q_SIGNALS:
    void countChanged();

private:
    std::vector<NoticeLineRow> m_rows;
};

} // namespace campus::viewmodels
