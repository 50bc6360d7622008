// The composition root: makes store, sync thread, accounts, workplace and engine in this order,
// joins them, and takes them down in the opposite one. A folder in which an enrolment failed is
// left empty, so that the next start may try another code.
// Made after QGuiApplication, used and destroyed on its thread.
#pragma once

#include <QLockFile>
#include <QObject>
#include <QQmlApplicationEngine>
#include <QTimer>
#include <memory>

#include "app/Arguments.h"
#include "app/OnlineAccountDesk.h"
#include "app/WorkerSynchroniser.h"
#include "core/Clock.h"
#include "core/IdSource.h"
#include "platform/Cameras.h"
#include "platform/Connectivity.h"
#include "platform/PasswordMemory.h"
#include "store/KeyVault.h"
#include "store/TabletStore.h"
#include "viewmodels/Preferences.h"
#include "viewmodels/PreviewImages.h"
#include "viewmodels/Translations.h"
#include "viewmodels/Workplace.h"
#include "worker/SyncWorker.h"

namespace campus::app {

class TabletApp : public QObject
{
    Q_OBJECT
public:
    explicit TabletApp(Arguments arguments);
    ~TabletApp() override;

    // Shows the first screen; a store that cannot be opened is shown there too. False: no screen
    // could be made at all.
    bool start();

private:
    Error openStore();
    void makeParts();
    void prepareLooks();
    bool loadScreens();
    void enrolByItself();
    QString passwordForEnrolment();
    void watchForPicture();
    void takePicture();

    Arguments m_arguments;
    std::unique_ptr<Clock> m_clock;
    SystemRandom m_random;
    IdSource m_ids;
    QLockFile m_lock;
    store::FileKeyVault m_vault;
    viewmodels::Preferences m_preferences;
    viewmodels::Translations m_translations;
    viewmodels::PreviewImages m_previews;
    ServerAddress m_address;
    std::unique_ptr<platform::Connectivity> m_connectivity;
    std::unique_ptr<platform::Cameras> m_cameras;
    std::unique_ptr<store::TabletStore> m_store;
    std::optional<platform::PasswordMemory> m_passwords;
    std::unique_ptr<worker::SyncWorker> m_worker;
    std::unique_ptr<viewmodels::Synchroniser> m_sync;
    std::unique_ptr<viewmodels::AccountDesk> m_accounts;
    std::unique_ptr<viewmodels::Workplace> m_workplace;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QString m_madePasswordFile; // to be taken back when the enrolment fails
    QTimer m_pictureTimer;
    int m_quietTicks = 0;
    int m_ticks = 0;
};

} // namespace campus::app
