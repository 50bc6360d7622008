// What only the server can give: an identity for the tablet and a session for a person.
// Implemented in mobile/app on a thread of its own; by a double in tests. One request at a time;
// methods and signals on the UI thread. Passwords are handed on and never kept as text.
#pragma once

#include <QObject>
#include <QString>

#include "core/Result.h"

namespace campus::viewmodels {

class AccountDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual bool isBusy() const = 0;
    // Each returns at once; ended() follows when the store holds the outcome, or with why not.
    // A failed enrolment leaves the store as it was. Ignored while busy.
    virtual void enrol(const QString &server, const QString &code, const QString &password) = 0;
    // Without a network a person who signed in here before is let in by the password used then.
    virtual void signIn(const QString &user, const QString &password) = 0;
    virtual QString serverAddress() const = 0; // of the identity; empty before enrolment

Q_SIGNALS:
    void busyChanged();
    void ended(const campus::Result<void> &outcome);
};

} // namespace campus::viewmodels
