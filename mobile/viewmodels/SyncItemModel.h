// What the acting person recorded here and how far each record and its photos have come: all that
// is unfinished, then the newest finished ones, each newest first; a refused one is a card that
// waits for an answer. The parts of an inspection's answers count with its submission. UI thread.
#pragma once

#include "store/StoreRows.h"
#include "viewmodels/LiveRows.h"

namespace campus::viewmodels {

struct SyncItemRow {
    store::OwnEvent event;
    domain::BilingualText title; // of an inspection's checklist
    std::string subject;         // hazard, notice or asset
    std::string school;
    bool card = false;
    std::size_t events = 1;      // an inspection: of all its parts
    bool operator==(const SyncItemRow &) const = default;
};

class SyncItemModel : public LiveRows<SyncItemRow>
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool onlyUnfinished READ onlyUnfinished WRITE setOnlyUnfinished NOTIFY
                   onlyUnfinishedChanged)

public:
    enum Roles {
        ItemId = Qt::UserRole,
        Title,
        Subtitle,
        TimeText,
        State,
        StateText,
        ReasonText,
        PhotosVerified,
        PhotosTotal,
        IsCard,
    };
    Q_ENUM(Roles)

    explicit SyncItemModel(QObject *parent = nullptr);
    bool onlyUnfinished() const { return m_onlyUnfinished; }
    void setOnlyUnfinished(bool only);
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    // Answers of a card; false leaves why in errorText.
    Q_INVOKABLE bool takeNote(const QString &itemId);
    Q_INVOKABLE bool attachAsNote(const QString &itemId);

Q_SIGNALS:
    void onlyUnfinishedChanged();

protected:
    bool concerns(const store::Change &change) const override
    {
        return change.outbox || change.blobs;
    }
    Question question() const override;
    QVariant valueOf(const SyncItemRow &row, int role) const override;
    bool isSame(const SyncItemRow &a, const SyncItemRow &b) const override
    {
        return a.event.id == b.event.id;
    }

private:
    static constexpr std::size_t kFinishedPage = 200;

    bool m_onlyUnfinished = false;
    std::size_t m_finishedMax = kFinishedPage;
};

} // namespace campus::viewmodels
