// What waits for a principal or a school safety officer, most urgent first: notices to sign for,
// hazards to rectify, returned ones with the reason. UI thread.
#pragma once

#include <optional>
#include <string>

#include <QtQml/qqmlregistration.h>

#include "core/Sha256.h"
#include "viewmodels/LiveRows.h"

namespace campus::viewmodels {

struct InboxRow {
    store::InboxItem::Kind what = store::InboxItem::Kind::Rectify;
    store::ObjectRef object;
    std::string title, subtitle, reason;
    std::optional<Day> due;
    bool major = false;
    std::optional<domain::HazardState> state;
    Digest photo; // all zero = none
    bool operator==(const InboxRow &) const = default;
};

class InboxModel : public LiveRows<InboxRow>
{
    Q_OBJECT
    QML_ELEMENT

public:
    enum Roles {
        Kind = Qt::UserRole,
        TargetId,
        Title,
        Subtitle,
        DueText,
        DueDays,
        Overdue,
        StateText,
        ReasonText,
        Photo
    };
    Q_ENUM(Roles)

    explicit InboxModel(QObject *parent = nullptr) : LiveRows(parent) {}

protected:
    bool concerns(const store::Change &change) const override;
    Question question() const override;
    QVariant valueOf(const InboxRow &row, int role) const override;
    bool isSame(const InboxRow &a, const InboxRow &b) const override
    {
        return a.object == b.object;
    }
};

} // namespace campus::viewmodels
