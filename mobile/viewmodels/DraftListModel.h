// The acting person's unfinished inspections, last touched first; of one school or of all. UI thread.
#pragma once

#include "store/StoreRows.h"
#include "viewmodels/LiveRows.h"

namespace campus::viewmodels {

struct InspectionDraftRow {
    store::DraftRow draft;
    domain::BilingualText title; // of the checklist; empty when it is not on this tablet
    std::uint32_t done = 0, total = 0, failed = 0;
    bool operator==(const InspectionDraftRow &) const = default;
};

class DraftListModel : public LiveRows<InspectionDraftRow>
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString schoolId READ schoolId WRITE setSchoolId NOTIFY schoolIdChanged)

public:
    enum Roles {
        InspectionId = Qt::UserRole,
        Title,
        AssetName,
        SchoolName,
        Done,
        Total,
        Failed,
        UpdatedText
    };
    Q_ENUM(Roles)

    explicit DraftListModel(QObject *parent = nullptr);
    QString schoolId() const { return m_schoolId; } // empty = all
    void setSchoolId(const QString &schoolId);

Q_SIGNALS:
    void schoolIdChanged();

protected:
    bool concerns(const store::Change &change) const override { return change.drafts; }
    Question question() const override;
    QVariant valueOf(const InspectionDraftRow &row, int role) const override;
    bool isSame(const InspectionDraftRow &a, const InspectionDraftRow &b) const override
    {
        return a.draft.id == b.draft.id;
    }

private:
    QString m_schoolId;
};

} // namespace campus::viewmodels
