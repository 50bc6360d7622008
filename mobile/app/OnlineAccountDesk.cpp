#include "app/OnlineAccountDesk.h"

#include <QFile>
#include <QFileInfo>
#include <QMetaObject>
#include <QSaveFile>
#include <algorithm>

#include "core/Log.h"

namespace campus::app {

// ---- ServerAddress ------------------------------------------------------------------------------

namespace {

constexpr qint64 kAddressBytesMax = 2000;

} // namespace

ServerAddress::ServerAddress(QString file, QString override)
    : m_file(std::move(file)),
      m_address(std::move(override))
{
    QFile kept(m_file);
    if (m_address.isEmpty() && kept.open(QIODevice::ReadOnly))
        m_address = QString::fromUtf8(kept.read(kAddressBytesMax)).trimmed();
}

QString ServerAddress::get() const
{
    const std::lock_guard lock(m_mutex);
    return m_address;
}

Result<void> ServerAddress::keep(const QString &address)
{
    QSaveFile file(m_file);
    const QByteArray line = address.toUtf8() + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(line) != line.size() || !file.commit())
        return {ErrorCode::StorageFailed, file.errorString().toStdString()};
    const std::lock_guard lock(m_mutex);
    m_address = address;
    return {};
}

// ---- OnlineAccountDesk --------------------------------------------------------------------------

OnlineAccountDesk::OnlineAccountDesk(Parts parts, QObject *parent)
    : AccountDesk(parent),
      m_parts(std::move(parts))
{
    m_thread.setMaxThreadCount(1);
}

OnlineAccountDesk::~OnlineAccountDesk()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        if (m_api)
            m_api->cancel();
    }
    m_thread.waitForDone();
}

void OnlineAccountDesk::enrol(const QString &server, const QString &code, const QString &password)
{
    begin(server, [this, server, code = code.toStdString(), secret = password.toStdString()](
                      sync::SyncApi &api) { return enrolWith(api, server, code, secret); });
}

void OnlineAccountDesk::signIn(const QString &user, const QString &password)
{
    begin(serverAddress(), [this, id = user.toStdString(), secret = password.toStdString()](
                               sync::SyncApi &api) { return signInWith(api, id, secret); });
}

void OnlineAccountDesk::begin(const QString &server, Call call)
{
    if (m_busy)
        return;
    m_busy = true;
    Q_EMIT busyChanged();
    m_thread.start([this, server, call = std::move(call)] {
        const std::unique_ptr<sync::SyncApi> api = m_parts.makeApi(server);
        {
            const std::lock_guard lock(m_mutex);
            if (m_closing)
                return;
            m_api = api.get();
        }
        const Result<void> outcome = call(*api);
        {
            const std::lock_guard lock(m_mutex);
            m_api = nullptr;
        }
        if (!outcome)
            log(LogLevel::Warning, "account_request_failed",
                {{"error", factsOf(outcome.error().code).name},
                 {"detail", outcome.error().detail}});
        QMetaObject::invokeMethod(
            this,
            [this, outcome] {
                m_busy = false;
                Q_EMIT busyChanged();
                Q_EMIT ended(outcome);
            },
            Qt::QueuedConnection);
    });
}

Result<void> OnlineAccountDesk::enrolWith(sync::SyncApi &api, const QString &server,
                                          const std::string &code, const std::string &password)
{
    wire::EnrolRequest request;
    request.code = code;
    request.label = m_parts.label;
    request.key = m_parts.store->deviceKey();
    request.password = password;
    request.app = m_parts.app;
    request.proof = m_parts.store->sign(asBytes(wire::enrolProofText(request)));
    const auto answer = api.enrol(request);
    if (!answer)
        return answer.error();
    // The address first: an identity without it could not be used after a restart.
    const QString before = m_parts.address->get();
    if (const auto kept = m_parts.address->keep(server); !kept)
        return kept.error();
    if (const auto kept = m_parts.store->keepEnrolment(*answer); !kept) {
        if (const auto back = m_parts.address->keep(before); !back)
            log(LogLevel::Error, "address_not_put_back", {{"detail", back.error().detail}});
        return kept.error();
    }
    if (password.empty())
        return {};
    return m_parts.passwords->remember(answer->session.user.id, password);
}

Result<void> OnlineAccountDesk::signInWith(sync::SyncApi &api, const std::string &user,
                                           const std::string &password)
{
    wire::SignInRequest request;
    request.user = user;
    request.password = password;
    request.device = m_parts.store->identity().device;
    request.wall = m_parts.clock->wall();
    request.proof = m_parts.store->sign(asBytes(wire::signInProofText(request)));
    const auto answer = api.signIn(request);
    if (!answer)
        return signInWithoutServer(user, password, answer.error());
    if (const auto kept = m_parts.store->signIn(answer->session); !kept)
        return kept.error();
    return m_parts.passwords->remember(answer->session.user.id, password);
}

Result<void> OnlineAccountDesk::signInWithoutServer(const std::string &user,
                                                    const std::string &password, const Error &error)
{
    const bool serverSilent = error.code == ErrorCode::NetworkFailed ||
                              error.code == ErrorCode::ServerFailed ||
                              error.code == ErrorCode::CertificateRejected;
    if (!serverSilent)
        return error;
    const std::vector<domain::User> people = m_parts.store->peopleHere();
    const bool known = std::any_of(people.begin(), people.end(),
                                   [&](const domain::User &person) { return person.id == user; });
    if (!known)
        return error;
    const auto fits = m_parts.passwords->check(user, password);
    if (!fits)
        return fits.error().code == ErrorCode::NotFound ? error : fits.error();
    return m_parts.store->handOverTo(user);
}

} // namespace campus::app
