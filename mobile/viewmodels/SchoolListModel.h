// The schools of the acting person's scope, most overdue first; `search` takes part of a name, a
// code or the initials of the pinyin. UI thread.
#pragma once

#include "store/StoreRows.h"
#include "viewmodels/LiveRows.h"

namespace campus::viewmodels {

class SchoolListModel : public LiveRows<store::SchoolRow>
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)

public:
    enum Roles {
        SchoolId = Qt::UserRole,
        Name,
        TypeText,
        TownshipName,
        OpenCount,
        OverdueCount,
        ReviewCount,
        LastInspectionText,
    };
    Q_ENUM(Roles)

    explicit SchoolListModel(QObject *parent = nullptr);
    QString search() const { return m_search; }
    void setSearch(const QString &search);

Q_SIGNALS:
    void searchChanged();

protected:
    bool concerns(const store::Change &change) const override;
    Question question() const override;
    QVariant valueOf(const store::SchoolRow &row, int role) const override;
    bool isSame(const store::SchoolRow &a, const store::SchoolRow &b) const override
    {
        return a.id == b.id;
    }

private:
    QString m_search;
};

} // namespace campus::viewmodels
