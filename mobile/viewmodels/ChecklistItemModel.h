// The items of a checklist being filled, in checklist order, with the answer and what it means.
// Rows belong to the InspectionEditor, which gives them anew after every answer; only rows that
// differ are reported as changed, so a view keeps its place. UI thread.
#pragma once

#include <QAbstractListModel>
#include <QVariantList>
#include <vector>

#include <QtQml/qqmlregistration.h>

namespace campus::viewmodels {

struct ChecklistItemRow {
    QString itemId, no, sectionCode, sectionTitle, text, basisText;
    int response = 0;
    QString unit, limitText;
    int outcome = 0;
    QString outcomeText;
    bool applicable = true, prefilled = false;
    QString numberText, dateIso, countText, totalText, choice;
    QVariantList choices; // {value, text}
    QString note, reason;
    QStringList photos;
    bool photoRequired = false;
    QString warningText, failText;
    int level = 1;
    QString levelText;
    int days = 0;
    QString failActionText;
    int fix = 0; // Core.ItemFix
    bool restricted = false;
    bool openBefore = false; // a hazard of this item is open here already
    bool operator==(const ChecklistItemRow &) const = default;
};

class ChecklistItemModel : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    QML_ELEMENT
    QML_UNCREATABLE("made by InspectionEditor")

public:
    enum Roles {
        ItemId = Qt::UserRole,
        No,
        SectionCode,
        SectionTitle,
        Text,
        BasisText,
        Response,
        Unit,
        LimitText,
        Outcome,
        OutcomeText,
        Applicable,
        Prefilled,
        NumberText,
        DateIso,
        CountText,
        TotalText,
        Choice,
        Choices,
        Note,
        Reason,
        Photos,
        PhotoRequired,
        WarningText,
        FailText,
        Level,
        LevelText,
        Days,
        FailActionText,
        Fix,
        Restricted,
        OpenBefore,
    };
    Q_ENUM(Roles)

    explicit ChecklistItemModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}
    int count() const { return static_cast<int>(m_rows.size()); }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : count();
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void show(std::vector<ChecklistItemRow> rows);
    const std::vector<ChecklistItemRow> &rows() const { return m_rows; }
    int indexOf(const QString &itemId) const; // -1 when there is none

Q_SIGNALS:
    void countChanged();

private:
    std::vector<ChecklistItemRow> m_rows;
};

} // namespace campus::viewmodels
