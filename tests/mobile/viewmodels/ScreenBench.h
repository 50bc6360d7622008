// What a screen stands on, without a screen: a real tablet beside the reference server, doubles for
// synchronisation and accounts, and the workplace over them. View models are made after it and
// destroyed before it. One thread; the tablet's readers are the workplace's own.
#pragma once

#include <QAbstractItemModel>
#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QTest>
#include <memory>

#include "mobile/store/TabletBench.h"
#include "viewmodels/PreviewImages.h"
#include "viewmodels/Translations.h"
#include "viewmodels/Workplace.h"

namespace campus::support {

inline constexpr int kPatienceMillis = 20'000;

class FakeSynchroniser final : public viewmodels::Synchroniser
{
public:
    viewmodels::SyncActivity activity() const override { return m_activity; }
    void syncNow() override { ++asked; }
    void stop() override { ++stopped; }
    void become(const viewmodels::SyncActivity &activity)
    {
        m_activity = activity;
        Q_EMIT activityChanged();
    }
    int asked = 0, stopped = 0;

private:
    viewmodels::SyncActivity m_activity;
};

class FakeAccountDesk final : public viewmodels::AccountDesk
{
public:
    bool isBusy() const override { return m_busy; }
    void enrol(const QString &server, const QString &code, const QString &password) override
    {
        begin({server, code, password});
    }
    void signIn(const QString &user, const QString &password) override { begin({user, password}); }
    QString serverAddress() const override { return QStringLiteral("https://campus.example"); }
    void end(const Result<void> &outcome)
    {
        m_busy = false;
        Q_EMIT busyChanged();
        Q_EMIT ended(outcome);
    }
    QStringList asked; // of the last request

private:
    void begin(const QStringList &request)
    {
        asked = request;
        m_busy = true;
        Q_EMIT busyChanged();
    }
    bool m_busy = false;
};

class ScreenBench
{
public:
    // Takes a tablet of `bench`, or a store that could not be opened.
    ScreenBench(TabletBench &bench, Tablet &theTablet) : tablet(&theTablet)
    {
        viewmodels::Workplace::Parts parts;
        parts.store = &theTablet.store();
        open(bench, parts);
    }
    ScreenBench(TabletBench &bench, const Error &failure)
    {
        viewmodels::Workplace::Parts parts;
        parts.failure = failure;
        open(bench, parts);
    }
    ~ScreenBench() { workplace.reset(); }

    // As the composition root does it.
    void useLanguage(const QString &language)
    {
        preferences.setLanguage(language);
        QVERIFY(translations.use(language));
        if (workplace)
            Q_EMIT workplace->languageChanged();
    }

    Tablet *tablet = nullptr;
    FakeSynchroniser sync;
    FakeAccountDesk accounts;
    viewmodels::Preferences preferences;
    viewmodels::Translations translations;
    viewmodels::PreviewImages previews;
    std::unique_ptr<viewmodels::Workplace> workplace;

private:
    void open(TabletBench &bench, viewmodels::Workplace::Parts parts)
    {
        parts.clock = &bench.clock;
        parts.ids = &bench.ids;
        parts.sync = &sync;
        parts.accounts = &accounts;
        parts.preferences = &preferences;
        parts.previews = &previews;
        workplace = std::make_unique<viewmodels::Workplace>(parts);
    }
};

// Until the questions asked by now are answered.
inline bool settle(const QAbstractItemModel &model)
{
    QCoreApplication::processEvents();
    return QTest::qWaitFor([&] { return !model.property("loading").toBool(); }, kPatienceMillis);
}

inline int roleNamed(const QAbstractItemModel &model, const QByteArray &name)
{
    return model.roleNames().key(name, -1);
}

// The value of a role of a row; an invalid one when the model has no such role.
inline QVariant valueAt(const QAbstractItemModel &model, int row, const QByteArray &role)
{
    const int number = roleNamed(model, role);
    return number < 0 ? QVariant() : model.data(model.index(row, 0), number);
}

// The row whose role has the value; −1 when there is none.
inline int rowWith(const QAbstractItemModel &model, const QByteArray &role, const QVariant &value)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (valueAt(model, row, role) == value)
            return row;
    }
    return -1;
}

} // namespace campus::support
