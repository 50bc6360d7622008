// Stand-ins for a tablet whose store could not be opened: nothing can be asked of them. UI thread.
#pragma once

#include "viewmodels/AccountDesk.h"
#include "viewmodels/Synchroniser.h"

namespace campus::app {

class NoSynchroniser final : public viewmodels::Synchroniser
{
    Q_OBJECT
public:
    viewmodels::SyncActivity activity() const override { return {}; }
    void syncNow() override {}
    void stop() override {}
};

class NoAccountDesk final : public viewmodels::AccountDesk
{
    Q_OBJECT
public:
    bool isBusy() const override { return false; }
    void enrol(const QString &, const QString &, const QString &) override {}
    void signIn(const QString &, const QString &) override {}
    QString serverAddress() const override { return {}; }
};

} // namespace campus::app
