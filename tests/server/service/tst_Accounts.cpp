// Ways in: codes, passwords, locks, renewal; and what disabling and revoking close.
#include <QFile>
#include <QTest>

#include "server/service/County.h"
#include "service/CodeText.h"

using namespace campus;
using namespace campus::test;

class tst_Accounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void code_enrolsOneTabletForOnePerson();
    void codeTypedCarelessly_isRead();
    void sameEnrolmentAgain_givesTheSameDevice();
    void usedCodeOnAnotherTablet_isRefused();
    void wrongCode_isRefusedAndDiesAfterFiveAttempts();
    void expiredCode_isRefused();
    void proofByAnotherKey_isRefused();
    void codeForADisabledPerson_isNotIssued();
    void passwordSetAtEnrolment_signsIn();
    void shortPassword_isRefusedBeforeTheCodeIsUsed();
    void wrongPassword_isTheSameAnswerAsAnUnknownPerson();
    void fiveFailures_lockTheTabletForAGrowingTime();
    void successInBetween_startsCountingAnew();
    void otherTablet_isNotLockedAlong();
    void signInWithoutTheTabletsKey_isRefusedAndNotCounted();
    void passwordAgainSet_unlocks();
    void refresh_givesANewSessionAndLeavesTheOldOne();
    void refreshWithin30Days_worksAfterExpiry();
    void refreshAfter30Days_asksForThePerson();
    void refreshByAnotherTablet_isRefused();
    void revokedDevice_isToldSo();
    void disabledPerson_isToldSoAndComesBack();
    void newPassword_endsSessionsButTakesTheirWork();
    void passwordSetByACode_endsOtherSessions();
    void refreshProof_fitsItsTokenAlone();
    void tokens_areNotKept();
    void list_namesDevicesAndPasswords();
};

namespace {

struct Way {
    SigningKey key = SigningKey::generate();
    wire::EnrolRequest request(const std::string &code, const std::string &password = {}) const
    {
        wire::EnrolRequest request;
        request.code = code;
        request.label = "PAD-01";
        request.key = key.publicKey();
        request.password = password;
        request.app = "test";
        request.proof = key.sign(asBytes(wire::enrolProofText(request)));
        return request;
    }
    wire::SignInRequest signIn(const std::string &user, const std::string &password,
                               const std::string &device) const
    {
        wire::SignInRequest request;
        request.user = user;
        request.password = password;
        request.device = device;
        request.proof = key.sign(asBytes(wire::signInProofText(request)));
        return request;
    }
    wire::RefreshRequest refresh(const std::string &device, const std::string &token) const
    {
        wire::RefreshRequest request;
        request.device = device;
        request.proof = key.sign(asBytes(wire::refreshProofText(request, token)));
        return request;
    }
};

const std::string kPassword = "隐患排查2025";

struct Enrolled {
    Way way;
    wire::EnrolAnswer answer;
    explicit Enrolled(County &county, const std::string &user = kOfficer)
        : answer(county.accounts()
                     .enrol(way.request(county.accounts().issueCode(user).value().code, kPassword))
                     .value())
    {
    }
};

} // namespace

void tst_Accounts::code_enrolsOneTabletForOnePerson()
{
    County county;
    Way way;
    const auto code = county.accounts().issueCode(kOfficer).value();
    QCOMPARE(code.code.size(), std::size_t(14));
    const auto answer = county.accounts().enrol(way.request(code.code)).value();
    QVERIFY(isUuid(answer.device));
    QCOMPARE(answer.server, county.services().serverId());
    QCOMPARE(answer.session.user.id, std::string(kOfficer));
    const auto caller = county.accounts().authenticate(answer.session.token).value();
    QCOMPARE(caller.device, answer.device);
    QCOMPARE(caller.user.id, std::string(kOfficer));
    QCOMPARE(caller.scope.townships, std::set<std::string>{"T1"});
}

void tst_Accounts::codeTypedCarelessly_isRead()
{
    const service::CodeText code{"0A1B", "2C3D4E5F"};
    QCOMPARE(code.shown(), std::string("0A1B-2C3D-4E5F"));
    const auto typed = service::CodeText::parse(" oaib 2c3d4e5f");
    QVERIFY(typed.has_value());
    QCOMPARE(typed->selector, code.selector);
    QCOMPARE(typed->secret, code.secret);
    QVERIFY(!service::CodeText::parse("0A1B-2C3D-4E5"));
    QVERIFY(!service::CodeText::parse("0A1B-2C3D-4E5FF"));
    QVERIFY(!service::CodeText::parse("0A1B-2C3D-4E5U"));
}

void tst_Accounts::sameEnrolmentAgain_givesTheSameDevice()
{
    County county;
    Way way;
    const auto request = way.request(county.accounts().issueCode(kOfficer).value().code);
    const auto first = county.accounts().enrol(request).value();
    const auto again = county.accounts().enrol(request).value(); // the first answer was lost
    QCOMPARE(again.device, first.device);
    QVERIFY(again.session.token != first.session.token);
    QVERIFY(county.accounts().authenticate(first.session.token));
}

void tst_Accounts::usedCodeOnAnotherTablet_isRefused()
{
    County county;
    const auto code = county.accounts().issueCode(kOfficer).value().code;
    QVERIFY(county.accounts().enrol(Way().request(code)));
    QCOMPARE(county.accounts().enrol(Way().request(code)).error().code,
             ErrorCode::WrongCredentials);
}

void tst_Accounts::wrongCode_isRefusedAndDiesAfterFiveAttempts()
{
    County county;
    Way way;
    const auto code = county.accounts().issueCode(kOfficer).value().code;
    std::string wrong = code;
    wrong.back() = wrong.back() == 'A' ? 'B' : 'A';
    for (int i = 0; i < 5; ++i)
        QCOMPARE(county.accounts().enrol(way.request(wrong)).error().code,
                 ErrorCode::WrongCredentials);
    QCOMPARE(county.accounts().enrol(way.request(code)).error().code, ErrorCode::WrongCredentials);
    QCOMPARE(county.accounts().enrol(way.request("no code at all")).error().code,
             ErrorCode::WrongCredentials);
}

void tst_Accounts::expiredCode_isRefused()
{
    County county;
    const auto code = county.accounts().issueCode(kOfficer).value();
    county.clock().advance(24 * 3'600'000 + 1);
    const auto refused = county.accounts().enrol(Way().request(code.code));
    QCOMPARE(refused.error().code, ErrorCode::WrongCredentials);
    QVERIFY2(refused.error().detail.find("expired") != std::string::npos,
             refused.error().detail.c_str());
}

void tst_Accounts::proofByAnotherKey_isRefused()
{
    County county;
    auto request = Way().request(county.accounts().issueCode(kOfficer).value().code);
    request.key = SigningKey::generate().publicKey();
    QCOMPARE(county.accounts().enrol(request).error().code, ErrorCode::WrongCredentials);
}

void tst_Accounts::codeForADisabledPerson_isNotIssued()
{
    County county;
    QVERIFY(county.accounts().setActive(kOfficer, false));
    QCOMPARE(county.accounts().issueCode(kOfficer).error().code, ErrorCode::AccountDisabled);
    QCOMPARE(county.accounts().issueCode("nobody").error().code, ErrorCode::NotFound);
}

void tst_Accounts::passwordSetAtEnrolment_signsIn()
{
    County county;
    Enrolled tablet(county);
    const auto answer = county.accounts()
                            .signIn(tablet.way.signIn(kOfficer, kPassword, tablet.answer.device))
                            .value();
    QVERIFY(county.accounts().authenticate(answer.session.token));
    QCOMPARE(answer.session.user.id, std::string(kOfficer));
    QVERIFY(answer.session.expiresAt > county.clock().wall());
}

void tst_Accounts::shortPassword_isRefusedBeforeTheCodeIsUsed()
{
    County county;
    Way way;
    const auto code = county.accounts().issueCode(kOfficer).value().code;
    QCOMPARE(county.accounts().enrol(way.request(code, "七个字密码啊")).error().code,
             ErrorCode::InvalidInput);
    QVERIFY(county.accounts().enrol(way.request(code, "八个字的密码啊啊")));
}

void tst_Accounts::wrongPassword_isTheSameAnswerAsAnUnknownPerson()
{
    County county;
    Enrolled tablet(county);
    const auto wrong = county.accounts().signIn(
        tablet.way.signIn(kOfficer, "wrong password", tablet.answer.device));
    const auto unknown =
        county.accounts().signIn(tablet.way.signIn("nobody", kPassword, tablet.answer.device));
    QCOMPARE(wrong.error().code, ErrorCode::WrongCredentials);
    QCOMPARE(unknown.error().code, wrong.error().code);
    QCOMPARE(unknown.error().detail, wrong.error().detail);
}

void tst_Accounts::fiveFailures_lockTheTabletForAGrowingTime()
{
    County county;
    Enrolled tablet(county);
    const auto device = tablet.answer.device;
    const auto fail = [&] {
        return county.accounts()
            .signIn(tablet.way.signIn(kOfficer, "wrong password", device))
            .error()
            .code;
    };
    for (int i = 0; i < 5; ++i)
        QCOMPARE(fail(), ErrorCode::WrongCredentials);
    QCOMPARE(county.accounts().lockedSeconds(kOfficer, device), 15 * 60);
    const auto right = [&] {
        return county.accounts().signIn(tablet.way.signIn(kOfficer, kPassword, device));
    };
    QCOMPARE(right().error().code, ErrorCode::Locked);
    county.clock().advance(15 * 60'000 + 1);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(fail(), ErrorCode::WrongCredentials);
    QCOMPARE(county.accounts().lockedSeconds(kOfficer, device), 30 * 60);
    county.clock().advance(30 * 60'000 + 1);
    QVERIFY(right());
    QCOMPARE(county.accounts().lockedSeconds(kOfficer, device), 0);
}

void tst_Accounts::successInBetween_startsCountingAnew()
{
    County county;
    Enrolled tablet(county);
    const auto device = tablet.answer.device;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i)
            QVERIFY(
                !county.accounts().signIn(tablet.way.signIn(kOfficer, "wrong password", device)));
        QVERIFY(county.accounts().signIn(tablet.way.signIn(kOfficer, kPassword, device)));
    }
}

void tst_Accounts::otherTablet_isNotLockedAlong()
{
    County county;
    Enrolled tablet(county);
    Way other;
    const auto otherDevice =
        county.accounts()
            .enrol(other.request(county.accounts().issueCode(kOtherOfficer).value().code))
            .value()
            .device;
    for (int i = 0; i < 5; ++i)
        QVERIFY(!county.accounts().signIn(other.signIn(kOfficer, "wrong password", otherDevice)));
    QCOMPARE(county.accounts().signIn(other.signIn(kOfficer, kPassword, otherDevice)).error().code,
             ErrorCode::Locked);
    QVERIFY(county.accounts().signIn(tablet.way.signIn(kOfficer, kPassword, tablet.answer.device)));
}

void tst_Accounts::signInWithoutTheTabletsKey_isRefusedAndNotCounted()
{
    County county;
    Enrolled tablet(county);
    Way thief;
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(county.accounts()
                     .signIn(thief.signIn(kOfficer, kPassword, tablet.answer.device))
                     .error()
                     .code,
                 ErrorCode::WrongCredentials);
    }
    QVERIFY(county.accounts().signIn(tablet.way.signIn(kOfficer, kPassword, tablet.answer.device)));
}

void tst_Accounts::passwordAgainSet_unlocks()
{
    County county;
    Enrolled tablet(county);
    const auto device = tablet.answer.device;
    for (int i = 0; i < 5; ++i)
        QVERIFY(!county.accounts().signIn(tablet.way.signIn(kOfficer, "wrong password", device)));
    QVERIFY(county.accounts().setPassword(kOfficer, "a new password"));
    QVERIFY(county.accounts().signIn(tablet.way.signIn(kOfficer, "a new password", device)));
    QCOMPARE(county.accounts().setPassword(kOfficer, "short").error().code,
             ErrorCode::InvalidInput);
}

void tst_Accounts::refresh_givesANewSessionAndLeavesTheOldOne()
{
    County county;
    Enrolled tablet(county);
    const auto token = tablet.answer.session.token;
    const auto renewed =
        county.accounts().refresh(token, tablet.way.refresh(tablet.answer.device, token)).value();
    QVERIFY(renewed.session.token != token);
    QVERIFY(county.accounts().authenticate(renewed.session.token));
    QVERIFY(county.accounts().authenticate(token)); // the answer may be lost
}

void tst_Accounts::refreshWithin30Days_worksAfterExpiry()
{
    County county;
    Enrolled tablet(county);
    const auto token = tablet.answer.session.token;
    county.clock().advance(20 * kDayMillis);
    QCOMPARE(county.accounts().authenticate(token).error().code, ErrorCode::Unauthenticated);
    for (int i = 0; i < 10; ++i) // as often as it takes
        QVERIFY(county.accounts().refresh(token, tablet.way.refresh(tablet.answer.device, token)));
}

void tst_Accounts::refreshAfter30Days_asksForThePerson()
{
    County county;
    Enrolled tablet(county);
    county.clock().advance(32 * kDayMillis);
    QCOMPARE(county.accounts()
                 .refresh(tablet.answer.session.token,
                          tablet.way.refresh(tablet.answer.device, tablet.answer.session.token))
                 .error()
                 .code,
             ErrorCode::Unauthenticated);
}

void tst_Accounts::refreshByAnotherTablet_isRefused()
{
    County county;
    Enrolled tablet(county);
    Enrolled other(county, kOtherOfficer);
    const auto token = tablet.answer.session.token;
    QCOMPARE(county.accounts()
                 .refresh(token, other.way.refresh(other.answer.device, token))
                 .error()
                 .code,
             ErrorCode::Unauthenticated);
    QCOMPARE(county.accounts()
                 .refresh(token, other.way.refresh(tablet.answer.device, token))
                 .error()
                 .code,
             ErrorCode::WrongCredentials);
    QCOMPARE(
        county.accounts().refresh("", tablet.way.refresh(tablet.answer.device, "")).error().code,
        ErrorCode::Unauthenticated);
}

void tst_Accounts::revokedDevice_isToldSo()
{
    County county;
    Enrolled tablet(county);
    QVERIFY(county.accounts().revokeDevice(tablet.answer.device));
    const auto token = tablet.answer.session.token;
    QCOMPARE(county.accounts().authenticate(token).error().code, ErrorCode::DeviceRevoked);
    QCOMPARE(county.accounts()
                 .refresh(token, tablet.way.refresh(tablet.answer.device, token))
                 .error()
                 .code,
             ErrorCode::DeviceRevoked);
    QCOMPARE(county.accounts()
                 .signIn(tablet.way.signIn(kOfficer, kPassword, tablet.answer.device))
                 .error()
                 .code,
             ErrorCode::DeviceRevoked);
    const auto code = county.accounts().issueCode(kOfficer).value().code;
    QCOMPARE(county.accounts().enrol(tablet.way.request(code)).error().code,
             ErrorCode::DeviceRevoked);
    QCOMPARE(county.accounts().authenticateForPush(token).value().standing,
             service::Standing::DeviceRevoked);
    QCOMPARE(county.accounts().revokeDevice("nothing").error().code, ErrorCode::NotFound);
}

void tst_Accounts::disabledPerson_isToldSoAndComesBack()
{
    County county;
    Enrolled tablet(county);
    const auto token = tablet.answer.session.token;
    QVERIFY(county.accounts().setActive(kOfficer, false));
    QCOMPARE(county.accounts().authenticate(token).error().code, ErrorCode::AccountDisabled);
    QCOMPARE(county.accounts()
                 .signIn(tablet.way.signIn(kOfficer, kPassword, tablet.answer.device))
                 .error()
                 .code,
             ErrorCode::AccountDisabled);
    QCOMPARE(county.accounts().authenticateForPush(token).value().standing,
             service::Standing::PersonDisabled);
    const wire::Head head = county.head();
    QVERIFY(county.accounts().setActive(kOfficer, false)); // already so
    QCOMPARE(county.head(), head);
    QVERIFY(county.accounts().setActive(kOfficer, true));
    QVERIFY(county.accounts().authenticate(token));
    QVERIFY(county.verify().sound()); // both are register events in the log
}

void tst_Accounts::newPassword_endsSessionsButTakesTheirWork()
{
    County county;
    Enrolled tablet(county);
    const auto token = tablet.answer.session.token;
    const auto renewed = county.accounts()
                             .refresh(token, tablet.way.refresh(tablet.answer.device, token))
                             .value()
                             .session.token;
    QVERIFY(county.accounts().setPassword(kOfficer, "隐患排查2026"));
    for (const std::string &old : {token, renewed}) {
        QCOMPARE(county.accounts().authenticate(old).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(county.accounts()
                     .refresh(old, tablet.way.refresh(tablet.answer.device, old))
                     .error()
                     .code,
                 ErrorCode::Unauthenticated);
        QCOMPARE(county.accounts().authenticateForPush(old).value().device, tablet.answer.device);
    }
    const auto again =
        county.accounts()
            .signIn(tablet.way.signIn(kOfficer, "隐患排查2026", tablet.answer.device))
            .value();
    QVERIFY(county.accounts().authenticate(again.session.token));
}

void tst_Accounts::passwordSetByACode_endsOtherSessions()
{
    County county;
    Enrolled first(county);
    Enrolled other(county, kAdmin);
    Enrolled second(county); // a code for the same person, and a new password
    QCOMPARE(county.accounts().authenticate(first.answer.session.token).error().code,
             ErrorCode::Unauthenticated);
    QVERIFY(county.accounts().authenticate(second.answer.session.token));
    QVERIFY(county.accounts().authenticate(other.answer.session.token));
}

void tst_Accounts::refreshProof_fitsItsTokenAlone()
{
    County county;
    Enrolled tablet(county);
    const auto token = tablet.answer.session.token;
    const auto seen = tablet.way.refresh(tablet.answer.device, token);
    const auto renewed = county.accounts().refresh(token, seen).value().session.token;
    QCOMPARE(county.accounts().refresh(renewed, seen).error().code, ErrorCode::WrongCredentials);
    QVERIFY(county.accounts().refresh(token, seen)); // the answer was lost
}

void tst_Accounts::tokens_areNotKept()
{
    County county;
    Enrolled tablet(county);
    const auto code = county.accounts().issueCode(kAdmin).value().code;
    county.close();
    QFile file(QString::fromStdString(county.path() + "/campus.db"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray octets = file.readAll();
    QVERIFY(octets.contains(tablet.answer.device.c_str()));
    QVERIFY(!octets.contains(tablet.answer.session.token.c_str()));
    QVERIFY(!octets.contains(kPassword.c_str()));
    QVERIFY(!octets.contains(service::CodeText::parse(code)->secret.c_str()));
}

void tst_Accounts::list_namesDevicesAndPasswords()
{
    County county;
    Enrolled tablet(county);
    const auto lines = county.accounts().list().value();
    QCOMPARE(lines.size(), std::size_t(6));
    for (const auto &line : lines) {
        const bool officer = line.user.id == kOfficer;
        QCOMPARE(line.hasPassword, officer);
        QCOMPARE(line.devices.size(), std::size_t(officer ? 1 : 0));
        if (officer)
            QCOMPARE(line.devices[0].label, std::string("PAD-01"));
    }
}

QTEST_GUILESS_MAIN(tst_Accounts)
#include "tst_Accounts.moc"
