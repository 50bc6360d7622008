// How far this tablet and the server are apart, for the badge and the page of synchronisation.
// Follows the store and the sync thread. UI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <algorithm>

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
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    Q_PROPERTY(bool received READ isReceived NOTIFY changed)
    Q_PROPERTY(bool settled READ isSettled NOTIFY changed)
    Q_PROPERTY(int lostPhotos READ lostPhotos NOTIFY changed)
    Q_PROPERTY(int refusedPhotos READ refusedPhotos NOTIFY changed)
    Q_PROPERTY(int othersUnfinished READ othersUnfinished NOTIFY changed)
    Q_PROPERTY(QString freeableText READ freeableText NOTIFY changed)

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
    // −1 = never; the device's clock may stand before the last run
    int daysSinceSync() const
    {
        return m_overview.daysSinceSync ? std::max(0, *m_overview.daysSinceSync) : -1;
    }
    QString errorText() const;
    QString nextTryText() const;
    int cardCount() const { return static_cast<int>(m_overview.cards); }
    bool isStorageLow() const { return m_overview.storageLow; }
    bool isKnown() const { return m_overview.known; }          // before it nothing here is so
    bool isReceived() const { return m_overview.bootstrapped; } // schools and hazards came once
    // All of everybody's records and photos are with the server, and no own card is open.
    bool isSettled() const
    {
        return m_overview.known && m_overview.bootstrapped && m_overview.unsettledEvents == 0 &&
               m_overview.unsentPhotos == 0 && m_overview.lostPhotos == 0 && m_overview.cards == 0;
    }
    int lostPhotos() const { return static_cast<int>(m_overview.lostPhotos); }
    int refusedPhotos() const { return static_cast<int>(m_overview.refusedPhotos); }
    // Records of other people that are not finished; cards are theirs to answer.
    int othersUnfinished() const { return static_cast<int>(m_overview.othersUnfinished); }
    QString freeableText() const; // octets that freeSpace() gives back; empty unless `storageLow`

    Q_INVOKABLE bool syncNow();
    Q_INVOKABLE bool stop();
    Q_INVOKABLE void freeSpace();

Q_SIGNALS:
    void changed();

private:
    void takeActivity();
    void askOverview();

    Workplace &m_workplace;
    SyncActivity m_activity;
    store::SyncOverview m_overview;
    QTimer m_clockTimer; // "3 minutes ago" grows old by itself
    QTimer m_pause;      // between two questions
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace campus::viewmodels
