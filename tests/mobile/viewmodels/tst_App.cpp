#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "mobile/viewmodels/ScreenBench.h"
#include "viewmodels/App.h"
#include "viewmodels/ErrorText.h"

using namespace campus;
using namespace campus::support;
using namespace campus::viewmodels;

namespace {

const QString kServer = QStringLiteral("https://campus.example");

} // namespace

// The stages of the start, the rights of each role and the settings.
class tst_App : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bench = std::make_unique<TabletBench>(); }
    void cleanup()
    {
        m_screen.reset();
        m_fresh.reset();
        m_bench.reset();
    }

    void freshTablet_asksForEnrolment();
    void freshTabletEnrollingByItself_isStarting();
    void enrolment_wrongForm_isRefusedOnTheSpot_data();
    void enrolment_wrongForm_isRefusedOnTheSpot();
    void enrolment_goesOnToReady();
    void enrolment_failed_saysWhyAndStays();
    void signedOut_asksForSignInAndKnowsThePeople();
    void storeNotOpened_isFailedWithAReason();
    void role_decidesWhatIsOffered_data();
    void role_decidesWhatIsOffered();
    void settings_areKeptAndChecked();
    void language_changesTheRole();
    void bureau_givesNameAndDrill();

private:
    ScreenBench &freshScreen()
    {
        m_fresh =
            std::make_unique<Tablet>(m_folder.filePath(QString::number(++m_count)).toStdString(),
                                     m_bench->server, m_bench->clock, 7);
        m_fresh->open();
        m_screen = std::make_unique<ScreenBench>(*m_bench, *m_fresh);
        m_screen->useLanguage(QStringLiteral("en"));
        return *m_screen;
    }
    ScreenBench &screenOf(const domain::User &user)
    {
        m_screen = std::make_unique<ScreenBench>(*m_bench, m_bench->tablet(user));
        m_screen->useLanguage(QStringLiteral("en"));
        return *m_screen;
    }

    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<TabletBench> m_bench;
    std::unique_ptr<Tablet> m_fresh;
    std::unique_ptr<ScreenBench> m_screen;
};

void tst_App::freshTablet_asksForEnrolment()
{
    const App app(*freshScreen().workplace);
    QCOMPARE(app.stage(), Core::Stage::Enrol);
    QCOMPARE(app.userId(), QString());
    QCOMPARE(app.role(), 0);
    QVERIFY(!app.canInspect() && !app.canIssueNotice() && !app.canRectify() && !app.canReview());
    QVERIFY(app.knownUsers().isEmpty());
    QVERIFY(!app.isBusy());
}

void tst_App::freshTabletEnrollingByItself_isStarting()
{
    ScreenBench &screen = freshScreen();
    screen.accounts.enrol(kServer, QStringLiteral("code"), {});
    const App app(*screen.workplace);
    QCOMPARE(app.stage(), Core::Stage::Starting);
    QSignalSpy stages(&app, &App::stageChanged);
    screen.accounts.end(Error{ErrorCode::WrongCredentials, "used"});
    QCOMPARE(app.stage(), Core::Stage::Enrol);
    QCOMPARE(app.errorText(), ErrorText::of(ErrorCode::WrongCredentials));
    QCOMPARE(stages.count(), 1);
}

void tst_App::enrolment_wrongForm_isRefusedOnTheSpot_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("password");
    QTest::newRow("no server") << ""
                               << "1234"
                               << "long enough";
    QTest::newRow("no scheme") << "campus.example"
                               << "1234"
                               << "long enough";
    QTest::newRow("another scheme") << "ftp://campus.example"
                                    << "1234"
                                    << "long enough";
    QTest::newRow("no host") << "https:///path"
                             << "1234"
                             << "long enough";
    QTest::newRow("no code") << kServer << "  "
                             << "long enough";
    QTest::newRow("short password") << kServer << "1234"
                                    << "short";
}

void tst_App::enrolment_wrongForm_isRefusedOnTheSpot()
{
    QFETCH(QString, server);
    QFETCH(QString, code);
    QFETCH(QString, password);
    ScreenBench &screen = freshScreen();
    App app(*screen.workplace);
    QVERIFY(!app.enrol(server, code, password));
    QVERIFY(!app.errorText().isEmpty());
    QVERIFY(screen.accounts.asked.isEmpty());
}

void tst_App::enrolment_goesOnToReady()
{
    ScreenBench &screen = freshScreen();
    App app(*screen.workplace);
    QVERIFY(app.enrol(QStringLiteral(" https://campus.example "), QStringLiteral(" U1 "),
                      QStringLiteral("long enough")));
    QVERIFY(app.isBusy());
    QCOMPARE(app.stage(), Core::Stage::Enrol); // asked for on the screen: the form stays
    QCOMPARE(screen.accounts.asked,
             QStringList({kServer, QStringLiteral("U1"), QStringLiteral("long enough")}));
    QVERIFY(
        !app.enrol(kServer, QStringLiteral("U1"), QStringLiteral("long enough"))); // one at a time
    m_fresh->enrol(m_bench->officer);
    screen.accounts.end({});
    QCOMPARE(app.stage(), Core::Stage::Ready);
    QCOMPARE(app.userId(), QStringLiteral("U1"));
    QCOMPARE(app.userName(), QStringLiteral("U1老师"));
    QCOMPARE(app.errorText(), QString());
}

void tst_App::enrolment_failed_saysWhyAndStays()
{
    ScreenBench &screen = freshScreen();
    App app(*screen.workplace);
    QVERIFY(app.enrol(kServer, QStringLiteral("1234"), QStringLiteral("long enough")));
    screen.accounts.end(Error{ErrorCode::NetworkFailed, "no route"});
    QCOMPARE(app.stage(), Core::Stage::Enrol);
    QCOMPARE(app.errorText(), ErrorText::of(ErrorCode::NetworkFailed));
    QVERIFY(!app.isBusy());
}

void tst_App::signedOut_asksForSignInAndKnowsThePeople()
{
    ScreenBench &screen = screenOf(m_bench->officer);
    App app(*screen.workplace);
    QCOMPARE(app.stage(), Core::Stage::Ready);
    QVERIFY(app.signOut());
    QCOMPARE(app.stage(), Core::Stage::SignIn);
    QCOMPARE(app.userId(), QString());
    QVERIFY(!app.signIn(QStringLiteral("U1"), {}));
    QVERIFY(!app.errorText().isEmpty());
    QVERIFY(app.signIn(QStringLiteral("U1"), QStringLiteral("secret words")));
    QCOMPARE(screen.accounts.asked,
             QStringList({QStringLiteral("U1"), QStringLiteral("secret words")}));
    screen.accounts.end(Error{ErrorCode::WrongCredentials, "no"});
    QCOMPARE(app.stage(), Core::Stage::SignIn);
    QCOMPARE(app.errorText(), ErrorText::of(ErrorCode::WrongCredentials));
}

void tst_App::storeNotOpened_isFailedWithAReason()
{
    m_screen = std::make_unique<ScreenBench>(*m_bench, Error{ErrorCode::StorageCorrupt, "page 7"});
    m_screen->useLanguage(QStringLiteral("en"));
    App app(*m_screen->workplace);
    QCOMPARE(app.stage(), Core::Stage::Failed);
    QCOMPARE(app.errorText(), ErrorText::of(ErrorCode::StorageCorrupt));
    QVERIFY(!app.enrol(kServer, QStringLiteral("1234"), QStringLiteral("long enough")));
    QVERIFY(!app.signIn(QStringLiteral("U1"), QStringLiteral("secret words")));
    QVERIFY(!app.signOut());
    m_screen->useLanguage(QStringLiteral("zh_CN"));
    QCOMPARE(app.errorText(), ErrorText::of(ErrorCode::StorageCorrupt));
}

void tst_App::role_decidesWhatIsOffered_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("offered"); // inspect, notice, rectify, review
    QTest::newRow("officer") << numberOf(Core::Role::SafetyOfficer) << "i n v";
    QTest::newRow("town officer") << numberOf(Core::Role::TownOfficer) << "i n v";
    QTest::newRow("admin") << numberOf(Core::Role::BureauAdmin) << "i n v";
    QTest::newRow("principal") << numberOf(Core::Role::Principal) << "r";
    QTest::newRow("school safety") << numberOf(Core::Role::SchoolSafety) << "i r";
    QTest::newRow("expert") << numberOf(Core::Role::Expert) << "";
    QTest::newRow("leader") << numberOf(Core::Role::Leader) << "";
}

void tst_App::role_decidesWhatIsOffered()
{
    QFETCH(int, role);
    QFETCH(QString, offered);
    domain::User user = m_bench->officer;
    user.id = "U50";
    user.role = static_cast<domain::Role>(role);
    user.school = "S1";
    m_bench->server.give(user);
    const App app(*screenOf(user).workplace);
    QStringList words;
    if (app.canInspect())
        words.append(QStringLiteral("i"));
    if (app.canIssueNotice())
        words.append(QStringLiteral("n"));
    if (app.canRectify())
        words.append(QStringLiteral("r"));
    if (app.canReview())
        words.append(QStringLiteral("v"));
    QCOMPARE(words.join(QLatin1Char(' ')), offered);
    QCOMPARE(app.role(), role);
    QVERIFY(!app.roleText().isEmpty());
    QCOMPARE(app.schoolId(), QStringLiteral("S1"));
}

void tst_App::settings_areKeptAndChecked()
{
    const QString file = m_folder.filePath(QStringLiteral("preferences.ini"));
    {
        Preferences preferences(file);
        QCOMPARE(preferences.language(), QStringLiteral("zh_CN"));
        QVERIFY(preferences.setTheme(QStringLiteral("dark")));
        QVERIFY(preferences.setTextScale(1.5));
        QVERIFY(preferences.setLanguage(QStringLiteral("en")));
        QVERIFY(!preferences.setTheme(QStringLiteral("pink")));
        QVERIFY(!preferences.setTextScale(2.5));
        QVERIFY(!preferences.setLanguage(QStringLiteral("xx")));
    }
    {
        const Preferences again(file);
        QCOMPARE(again.theme(), QStringLiteral("dark"));
        QCOMPARE(again.textScale(), 1.5);
        QCOMPARE(again.language(), QStringLiteral("en"));
    }
    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("[General]\ntheme=\x01\xff\nlanguage=klingon\ntext_scale=900\n");
    damaged.close();
    const Preferences defaults(file);
    QCOMPARE(defaults.theme(), QStringLiteral("light"));
    QCOMPARE(defaults.textScale(), 1.0);
    QCOMPARE(defaults.language(), QStringLiteral("zh_CN"));
}

void tst_App::language_changesTheRole()
{
    ScreenBench &screen = screenOf(m_bench->principal);
    App app(*screen.workplace);
    QCOMPARE(app.roleText(), QStringLiteral("Principal"));
    const QSignalSpy person(&app, &App::personChanged);
    screen.useLanguage(QStringLiteral("zh_CN"));
    QCOMPARE(app.roleText(), QStringLiteral("校（园）长"));
    QVERIFY(person.count() > 0);
    QCOMPARE(app.language(), QStringLiteral("zh_CN"));
}

void tst_App::bureau_givesNameAndDrill()
{
    domain::Bureau bureau;
    bureau.id = "E1";
    bureau.name = "测试县教育局";
    bureau.drill = true;
    m_bench->server.give(bureau);
    ScreenBench &screen = screenOf(m_bench->officer);
    const App app(*screen.workplace);
    QVERIFY(!app.isDrill());
    QVERIFY(screen.tablet->synced());
    QTRY_COMPARE_WITH_TIMEOUT(app.bureauName(), QStringLiteral("测试县教育局"), kPatienceMillis);
    QVERIFY(app.isDrill());
}

QTEST_MAIN(tst_App)
#include "tst_App.moc"
