// The checklists that can be started at one school: those about the school, and those about assets
// it has. UI thread.
#pragma once

#include "viewmodels/LiveRows.h"

namespace campus::viewmodels {

struct StartableRow {
    std::string id;
    domain::BilingualText title;
    domain::AssetKind kind = domain::AssetKind::School;
    int assets = 0; // of that kind; 1 for the school itself
    int items = 0;
    bool operator==(const StartableRow &) const = default;
};

class StartableModel : public LiveRows<StartableRow>
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString schoolId READ schoolId WRITE setSchoolId NOTIFY schoolIdChanged)

public:
    enum Roles {
        ChecklistId = Qt::UserRole,
        Title,
        AssetKind,
        AssetKindText,
        AssetCount,
        ItemCount
    };
    Q_ENUM(Roles)

    explicit StartableModel(QObject *parent = nullptr);
    QString schoolId() const { return m_schoolId; }
    void setSchoolId(const QString &schoolId);

Q_SIGNALS:
    void schoolIdChanged();

protected:
    bool concerns(const store::Change &change) const override;
    Question question() const override;
    QVariant valueOf(const StartableRow &row, int role) const override;
    bool isSame(const StartableRow &a, const StartableRow &b) const override
    {
        return a.id == b.id;
    }

private:
    QString m_schoolId;
};

} // namespace campus::viewmodels
