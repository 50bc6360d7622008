// Hazards of the acting person's scope by filter, school and text, earliest deadline first; those to
// review by the day of the review, without the person's own, whatever school and text. Rows
// come in pages as the view scrolls. UI thread.
#pragma once

#include "store/StoreRows.h"
#include "viewmodels/Core.h"
#include "viewmodels/LiveRows.h"

namespace campus::viewmodels {

class HazardListModel : public LiveRows<store::HazardRow>
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString schoolId READ schoolId WRITE setSchoolId NOTIFY schoolIdChanged)
    Q_PROPERTY(campus::viewmodels::Core::HazardFilter filter READ filter WRITE setFilter NOTIFY
                   filterChanged)
    Q_PROPERTY(QString countText READ countText NOTIFY countTextChanged) // "200+" while more can come
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)

public:
    enum Roles {
        HazardId = Qt::UserRole,
        Number,
        Title,
        SchoolName,
        Place,
        CategoryText,
        Level,
        LevelText,
        State,
        StateText,
        DueText,
        DueDays,
        Overdue,
        Photo,
        SyncState,
        Pending,
    };
    Q_ENUM(Roles)

    explicit HazardListModel(QObject *parent = nullptr);
    QString schoolId() const { return m_schoolId; } // empty = all
    void setSchoolId(const QString &schoolId);
    Core::HazardFilter filter() const { return m_filter; }
    void setFilter(Core::HazardFilter filter);
    QString search() const { return m_search; }
    void setSearch(const QString &search);

    QString countText() const;

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void schoolIdChanged();
    void filterChanged();
    void searchChanged();
    void countTextChanged();

protected:
    bool concerns(const store::Change &change) const override;
    Question question() const override;
    QVariant valueOf(const store::HazardRow &row, int role) const override;
    bool isSame(const store::HazardRow &a, const store::HazardRow &b) const override
    {
        return a.id == b.id;
    }

private:
    void askAnew();

    QString m_schoolId;
    QString m_search;
    Core::HazardFilter m_filter = Core::HazardFilter::Open;
    std::size_t m_wanted; // rows
};

} // namespace campus::viewmodels
