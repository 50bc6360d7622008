#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <map>

#include "app/OnlineAccountDesk.h"
#include "mobile/store/TabletBench.h"

using namespace campus;
using namespace campus::app;
using namespace campus::support;

namespace {

constexpr int kPatienceMillis = 20'000;
const QString kAddress = QStringLiteral("https://campus.example");
const QString kWords = QStringLiteral("right words");

// The reference server has no passwords; this one in front of it has, and it checks the proofs.
struct Gate {
    std::map<std::string, std::string> passwords;
    bool down = false;
    bool otherServer = false; // answers under another identity
};

class GatedApi final : public sync::SyncApi
{
public:
    GatedApi(Gate &gate, ReferenceServer &server) : m_gate(gate), m_loopback(&server)
    {
        if (gate.down)
            m_loopback.connectTo(nullptr);
    }
    Result<wire::EnrolAnswer> enrol(const wire::EnrolRequest &request) override
    {
        if (!verifySignature(request.key, asBytes(wire::enrolProofText(request)), request.proof))
            return {ErrorCode::BadSignature, "enrolment"};
        auto answer = m_loopback.enrol(request);
        if (answer && m_gate.otherServer)
            answer->server = "another-server";
        if (answer && !request.password.empty())
            m_gate.passwords[answer->session.user.id] = request.password;
        return answer;
    }
    Result<wire::SignInAnswer> signIn(const wire::SignInRequest &request) override
    {
        auto answer = m_loopback.signIn(request);
        if (answer && m_gate.passwords[request.user] != request.password)
            return {ErrorCode::WrongCredentials, "password"};
        return answer;
    }
    Result<wire::SignInAnswer> refresh(const wire::RefreshRequest &r) override
    {
        return m_loopback.refresh(r);
    }
    void useToken(const std::string &token) override { m_loopback.useToken(token); }
    Result<wire::PushAnswer> push(const wire::PushRequest &r) override
    {
        return m_loopback.push(r);
    }
    Result<wire::PullAnswer> pull(const wire::PullRequest &r) override
    {
        return m_loopback.pull(r);
    }
    Result<wire::HeadsAnswer> heads(const wire::HeadsRequest &r) override
    {
        return m_loopback.heads(r);
    }
    Result<wire::FetchAnswer> fetch(const wire::FetchRequest &r) override
    {
        return m_loopback.fetch(r);
    }
    Result<wire::BootstrapAnswer> bootstrap(const wire::BootstrapRequest &r) override
    {
        return m_loopback.bootstrap(r);
    }
    Result<wire::Verdict> quarantine(const wire::QuarantineRequest &r) override
    {
        return m_loopback.quarantine(r);
    }
    Result<wire::UploadState> startUpload(const wire::UploadStart &s) override
    {
        return m_loopback.startUpload(s);
    }
    Result<wire::UploadState> uploadState(const std::string &u) override
    {
        return m_loopback.uploadState(u);
    }
    Result<wire::UploadState> patchUpload(const std::string &u, std::uint64_t at,
                                          BytesView chunk) override
    {
        return m_loopback.patchUpload(u, at, chunk);
    }
    Result<Bytes> blob(const Digest &d, const wire::ObjectRef &o) override
    {
        return m_loopback.blob(d, o);
    }

private:
    Gate &m_gate;
    LoopbackSyncApi m_loopback;
};

} // namespace

// Enrolment and sign-in over the sync interface, and signing in again without a server.
class tst_OnlineAccountDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_gate = {};
        m_bench = std::make_unique<TabletBench>();
        m_place = m_folder.filePath(QString::number(++m_count));
        m_tablet =
            std::make_unique<Tablet>(m_place.toStdString(), m_bench->server, m_bench->clock, 5);
        m_tablet->open();
        openDesk();
    }
    void cleanup()
    {
        m_desk.reset();
        m_tablet.reset();
        m_bench.reset();
    }

    void enrolment_givesIdentityPersonAndAddress();
    void enrolment_refused_leavesNothing();
    void enrolment_withoutNetwork_saysSo();
    void enrolment_addressNotWritable_isNotKept();
    void address_ofTheCommandLine_goesBefore();
    void signIn_byTheServer();
    void signIn_wrongPassword_isRefusedEvenIfKnownHere();
    void signIn_withoutNetwork_whoWasHereBefore();
    void signIn_withoutNetwork_afterSigningOut();
    void enrolment_storeRefuses_addressStays();
    void signIn_withoutNetwork_strangerStaysOut();
    void whileBusy_asecondWishIsIgnored();

private:
    void openDesk(const QString &override = {})
    {
        m_vault = std::make_unique<store::FileKeyVault>(m_place.toStdString());
        m_passwords = std::make_unique<platform::PasswordMemory>(*m_vault, m_random);
        m_address = std::make_unique<ServerAddress>(
            m_addressFile.isEmpty() ? m_place + QStringLiteral("/address") : m_addressFile,
            override);
        OnlineAccountDesk::Parts parts;
        parts.store = &m_tablet->store();
        parts.passwords = m_passwords.get();
        parts.address = m_address.get();
        parts.clock = &m_bench->clock;
        parts.makeApi = [this](const QString &server) {
            m_addresses.append(server);
            return std::make_unique<GatedApi>(m_gate, m_bench->server);
        };
        parts.app = "tst";
        parts.label = "PAD-01";
        m_desk = std::make_unique<OnlineAccountDesk>(std::move(parts));
        connect(m_desk.get(), &viewmodels::AccountDesk::ended, this,
                [this](const Result<void> &outcome) { m_outcomes.push_back(outcome); });
        m_outcomes.clear();
        m_addresses.clear();
    }
    // What came of the request under way: a success is Internal, which no request ends with.
    ErrorCode outcome()
    {
        if (!QTest::qWaitFor([this] { return !m_outcomes.empty(); }, kPatienceMillis))
            return ErrorCode::Cancelled;
        const Result<void> last = m_outcomes.back();
        m_outcomes.clear();
        return last ? ErrorCode::Internal : last.error().code;
    }
    static constexpr ErrorCode kWell = ErrorCode::Internal;

    QTemporaryDir m_folder;
    int m_count = 0;
    QString m_place, m_addressFile;
    Gate m_gate;
    SeededRandom m_random{3};
    std::unique_ptr<TabletBench> m_bench;
    std::unique_ptr<Tablet> m_tablet;
    std::unique_ptr<store::FileKeyVault> m_vault;
    std::unique_ptr<platform::PasswordMemory> m_passwords;
    std::unique_ptr<ServerAddress> m_address;
    std::unique_ptr<OnlineAccountDesk> m_desk;
    std::vector<Result<void>> m_outcomes;
    QStringList m_addresses;
};

void tst_OnlineAccountDesk::enrolment_givesIdentityPersonAndAddress()
{
    QCOMPARE(m_desk->serverAddress(), QString());
    m_desk->enrol(kAddress, QStringLiteral("U1"), kWords);
    QVERIFY(m_desk->isBusy());
    QCOMPARE(outcome(), kWell);
    QVERIFY(!m_desk->isBusy());
    QVERIFY(!m_tablet->store().identity().device.empty());
    QCOMPARE(m_tablet->store().actingUser()->id, std::string("U1"));
    QCOMPARE(m_desk->serverAddress(), kAddress);
    openDesk();
    QCOMPARE(m_desk->serverAddress(), kAddress); // after a restart too
}

void tst_OnlineAccountDesk::enrolment_refused_leavesNothing()
{
    m_desk->enrol(kAddress, QStringLiteral("no such code"), kWords);
    QCOMPARE(outcome(), ErrorCode::WrongCredentials);
    QVERIFY(m_tablet->store().identity().device.empty());
    QCOMPARE(m_desk->serverAddress(), QString());
    QVERIFY(!QFile::exists(m_place + QStringLiteral("/address")));
    m_desk->enrol(kAddress, QStringLiteral("U2"), kWords); // another code, the same tablet
    QCOMPARE(outcome(), kWell);
    QCOMPARE(m_tablet->store().actingUser()->id, std::string("U2"));
}

void tst_OnlineAccountDesk::enrolment_withoutNetwork_saysSo()
{
    m_gate.down = true;
    m_desk->enrol(kAddress, QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), ErrorCode::NetworkFailed);
    QVERIFY(m_tablet->store().identity().device.empty());
}

void tst_OnlineAccountDesk::enrolment_addressNotWritable_isNotKept()
{
    m_addressFile = m_place + QStringLiteral("/no-such-folder/address");
    openDesk();
    m_addressFile.clear();
    m_desk->enrol(kAddress, QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), ErrorCode::StorageFailed);
    QVERIFY(m_tablet->store().identity().device.empty());
}

void tst_OnlineAccountDesk::address_ofTheCommandLine_goesBefore()
{
    m_desk->enrol(kAddress, QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), kWell);
    openDesk(QStringLiteral("http://127.0.0.1:9"));
    m_desk->signIn(QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), kWell);
    QCOMPARE(m_addresses, QStringList{QStringLiteral("http://127.0.0.1:9")});
}

void tst_OnlineAccountDesk::signIn_byTheServer()
{
    m_desk->enrol(kAddress, QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), kWell);
    m_gate.passwords["U2"] = "words of U2";
    m_desk->signIn(QStringLiteral("U2"), QStringLiteral("words of U2"));
    QCOMPARE(outcome(), kWell);
    QCOMPARE(m_tablet->store().actingUser()->id, std::string("U2"));
    QCOMPARE(m_tablet->store().peopleHere().size(), std::size_t(2));
}

void tst_OnlineAccountDesk::signIn_wrongPassword_isRefusedEvenIfKnownHere()
{
    m_desk->enrol(kAddress, QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), kWell);
    QVERIFY(m_tablet->store().signOut().has_value());
    m_desk->signIn(QStringLiteral("U1"), QStringLiteral("wrong words"));
    QCOMPARE(outcome(), ErrorCode::WrongCredentials);
    m_gate.passwords["U1"] = "changed meanwhile"; // what this tablet remembers no longer counts
    m_desk->signIn(QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), ErrorCode::WrongCredentials);
    QVERIFY(!m_tablet->store().actingUser().has_value());
}

void tst_OnlineAccountDesk::signIn_withoutNetwork_whoWasHereBefore()
{
    m_desk->enrol(kAddress, QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), kWell);
    m_gate.passwords["U2"] = "words of U2";
    m_desk->signIn(QStringLiteral("U2"), QStringLiteral("words of U2"));
    QCOMPARE(outcome(), kWell);
    m_gate.down = true;
    m_desk->signIn(QStringLiteral("U1"), QStringLiteral("words of U2"));
    QCOMPARE(outcome(), ErrorCode::WrongCredentials);
    m_desk->signIn(QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), kWell);
    QCOMPARE(m_tablet->store().actingUser()->id, std::string("U1"));
}

void tst_OnlineAccountDesk::signIn_withoutNetwork_afterSigningOut()
{
    m_desk->enrol(kAddress, QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), kWell);
    QVERIFY(m_tablet->store().signOut().has_value());
    QCOMPARE(m_tablet->store().peopleHere().size(), std::size_t(1)); // whom the page offers
    m_gate.down = true;
    m_desk->signIn(QStringLiteral("U1"), QStringLiteral("wrong words"));
    QCOMPARE(outcome(), ErrorCode::WrongCredentials);
    m_desk->signIn(QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), kWell);
    QCOMPARE(m_tablet->store().actingUser()->id, std::string("U1"));
}

void tst_OnlineAccountDesk::enrolment_storeRefuses_addressStays()
{
    m_desk->enrol(kAddress, QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), kWell);
    m_bench->saveHazards(*m_tablet, 1);
    const auto device = m_tablet->store().identity().device;
    m_gate.otherServer = true; // its events are of the first one
    m_desk->enrol(QStringLiteral("http://127.0.0.1:9"), QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), ErrorCode::Conflict);
    QCOMPARE(m_desk->serverAddress(), kAddress);
    QCOMPARE(m_tablet->store().identity().device, device);
    openDesk();
    QCOMPARE(m_desk->serverAddress(), kAddress);
}

void tst_OnlineAccountDesk::signIn_withoutNetwork_strangerStaysOut()
{
    m_desk->enrol(kAddress, QStringLiteral("U1"), kWords);
    QCOMPARE(outcome(), kWell);
    m_gate.down = true;
    m_desk->signIn(QStringLiteral("U2"), kWords);
    QCOMPARE(outcome(), ErrorCode::NetworkFailed);
    QCOMPARE(m_tablet->store().actingUser()->id, std::string("U1"));
}

void tst_OnlineAccountDesk::whileBusy_asecondWishIsIgnored()
{
    m_desk->enrol(kAddress, QStringLiteral("U1"), kWords);
    m_desk->enrol(kAddress, QStringLiteral("U2"), kWords);
    QCOMPARE(outcome(), kWell);
    QCOMPARE(m_tablet->store().actingUser()->id, std::string("U1"));
    QCOMPARE(m_addresses.size(), qsizetype(1));
}

QTEST_GUILESS_MAIN(tst_OnlineAccountDesk)
#include "tst_OnlineAccountDesk.moc"
