// How far this tablet and the server are apart, for the badge and the page of synchronisation.
// Follows the store and the sync thread. UI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <QtQml/qqmlregistration.h>

#include "store/StoreRows.h"
#include "viewmodels/Workplace.h"

class QJSEngine;
class QQmlEngine;

namespace campus::viewmodels {

class SyncStatus : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool running READ isRunning NOTIFY changed)
    Q_PROPERTY(bool offline READ isOffline NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString phaseText READ phaseText NOTIFY changed)
    Q_PROPERTY(int unsentEvents READ unsentEvents NOTIFY changed)
    Q_PROPERTY(int unsentPhotos READ unsentPhotos NOTIFY changed)
    Q_PROPERTY(QString unsentText READ unsentText NOTIFY changed)
    Q_PROPERTY(QString lastSyncText READ lastSyncText NOTIFY changed)
    Q_PROPERTY(int daysSinceSync READ daysSinceSync NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(QString nextTryText READ nextTryText NOTIFY changed)
    Q_PROPERTY(int cardCount READ cardCount NOTIFY changed)
    Q_PROPERTY(bool storageLow READ isStorageLow NOTIFY changed)

public:
    explicit SyncStatus(Workplace &workplace, QObject *parent = nullptr);
    static SyncStatus *create(QQmlEngine *qml, QJSEngine *js);

    bool isRunning() const { return m_activity.running; }
    bool isOffline() const;  // the last run met no network
    double progress() const; // 0–1; −1 unknown
    QString phaseText() const;
    int unsentEvents() const { return static_cast<int>(m_overview.unsentEvents); }
    int unsentPhotos() const { return static_cast<int>(m_overview.unsentPhotos); }
    QString unsentText() const;
    QString lastSyncText() const;
    int daysSinceSync() const { return m_overview.daysSinceSync.value_or(-1); }
    QString errorText() const;
    QString nextTryText() const;
    int cardCount() const { return static_cast<int>(m_overview.cards); }
    bool isStorageLow() const { return m_overview.storageLow; }

    Q_INVOKABLE bool syncNow();
    Q_INVOKABLE bool stop();

Q_SIGNALS:
    void changed();

private:
    void takeActivity();
    void askOverview();

    Workplace &m_workplace;
    SyncActivity m_activity;
    store::SyncOverview m_overview;
    QTimer m_clockTimer; // "3 minutes ago" grows old by itself
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace campus::viewmodels
