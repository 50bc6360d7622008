// The AccountDesk over the server's interface, on a thread of its own. An enrolment is kept only
// when the server has accepted it; whatever fails leaves store and address as they were.
// Made, used and destroyed on the UI thread; the store and the password memory outlive it.
#pragma once

#include <QThreadPool>
#include <functional>
#include <memory>
#include <mutex>

#include "core/Clock.h"
#include "platform/PasswordMemory.h"
#include "store/TabletStore.h"
#include "sync/SyncApi.h"
#include "viewmodels/AccountDesk.h"

namespace campus::app {

// Where the server is: kept in the tablet's folder at enrolment, or said on the command line.
class ServerAddress
{
public:
    ServerAddress(QString file, QString override);
    QString get() const; // any thread; empty = unknown
    Result<void> keep(const QString &address);

private:
    QString m_file;
    mutable std::mutex m_mutex;
    QString m_address;
};

class OnlineAccountDesk final : public viewmodels::AccountDesk
{
    Q_OBJECT
public:
    using ApiMaker = std::function<std::unique_ptr<sync::SyncApi>(const QString &server)>;
    struct Parts {
        store::TabletStore *store = nullptr;
        platform::PasswordMemory *passwords = nullptr;
        ServerAddress *address = nullptr;
        const Clock *clock = nullptr;
        ApiMaker makeApi;
        std::string app;   // name and version, as the server logs them
        std::string label; // of the tablet
    };
    explicit OnlineAccountDesk(Parts parts, QObject *parent = nullptr);
    ~OnlineAccountDesk() override; // ends a request under way

    bool isBusy() const override { return m_busy; }
    void enrol(const QString &server, const QString &code, const QString &password) override;
    void signIn(const QString &user, const QString &password) override;
    QString serverAddress() const override { return m_parts.address->get(); }

private:
    using Call = std::function<Result<void>(sync::SyncApi &api)>;
    void begin(const QString &server, Call call);
    Result<void> enrolWith(sync::SyncApi &api, const QString &server, const std::string &code,
                           const std::string &password);
    Result<void> signInWith(sync::SyncApi &api, const std::string &user,
                            const std::string &password);
    Result<void> signInWithoutServer(const std::string &user, const std::string &password,
                                     const Error &error);

    Parts m_parts;
    bool m_busy = false;
    std::mutex m_mutex; // guards m_api
    sync::SyncApi *m_api = nullptr;
    bool m_closing = false;
    QThreadPool m_thread;
};

} // namespace campus::app
