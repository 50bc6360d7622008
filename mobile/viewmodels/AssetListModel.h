// The buses, canteens, buildings and flood points of one school with their last result and what of
// their papers has run out. UI thread.
#pragma once

#include "store/StoreRows.h"
#include "viewmodels/LiveRows.h"

namespace campus::viewmodels {

class AssetListModel : public LiveRows<store::AssetRow>
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString schoolId READ schoolId WRITE setSchoolId NOTIFY schoolIdChanged)

public:
    enum Roles {
        AssetId = Qt::UserRole,
        Kind,
        KindText,
        Name,
        Detail,
        LastResultText,
        LastOutcome,
        OpenCount,
        WarningText,
    };
    Q_ENUM(Roles)

    explicit AssetListModel(QObject *parent = nullptr);
    QString schoolId() const { return m_schoolId; }
    void setSchoolId(const QString &schoolId);

Q_SIGNALS:
    void schoolIdChanged();

protected:
    bool concerns(const store::Change &change) const override;
    Question question() const override;
    QVariant valueOf(const store::AssetRow &row, int role) const override;
    bool isSame(const store::AssetRow &a, const store::AssetRow &b) const override
    {
        return a.asset.id == b.asset.id;
    }

private:
    QString m_schoolId;
};

} // namespace campus::viewmodels
