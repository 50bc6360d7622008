#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include <sys/prctl.h>

#include "mobile/app/ScreenHand.h"
#include "viewmodels/Core.h"
#include "viewmodels/InspectionEditor.h"

using namespace campus;
using namespace campus::support;
using viewmodels::ChecklistItemModel;
using viewmodels::Core;
using viewmodels::InspectionEditor;

namespace {

constexpr QSize kTablet(1280, 800);
constexpr QSize kPhone(412, 892);
const QString kOfficer = QStringLiteral("U005");
const QString kPrincipal = QStringLiteral("U023");
const QString kSchool = QStringLiteral("S003");
const QString kChecklist = QStringLiteral("school-bus@1.0");
const QString kBus = QStringLiteral("B001");
const QString kSchoolInitials = QStringLiteral("wcxq"); // 望澄星桥

} // namespace

// One hazard from the checklist to its closing, through the screens of the real program on its real
// view models and store, beside the real server: what is pressed leads on, what was written arrives,
// and no screen gives a QML warning.
class tst_TabletScreens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void officer_inspectsAndIssuesANotice();
    void principal_signsAndReports();
    void officer_reviewsAndCloses();
    void noScreenGaveAWarning();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString runServer(const QStringList &arguments);
    app::Arguments argumentsOf(const QString &user);
    void drawPhoto(const QString &name, QColor color);
    QString failGeneralItem(InspectionEditor &editor) const;
    void answerTheRest(InspectionEditor &editor);
    void look(const ScreenHand &hand, const QString &name)
    {
        hand.picture(name + QStringLiteral("-tablet"));
        hand.picture(name + QStringLiteral("-phone"), kPhone);
    }
    bool sentAndVerified(const ScreenHand &hand);

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_address;
    QString m_hazard;
    QStringList m_warnings;
};

QString tst_TabletScreens::runServer(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(CAMPUS_SERVER_PROGRAM), arguments);
    if (!process.waitForFinished(kScreenPatienceMillis) || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

void tst_TabletScreens::initTestCase()
{
    QVERIFY(!runServer({QStringLiteral("init"), QStringLiteral("--data"),
                        path(QStringLiteral("server")), QStringLiteral("--sample")})
                 .isNull());
    m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_server.setStandardErrorFile(path(QStringLiteral("server.log")));
    m_server.start(QStringLiteral(CAMPUS_SERVER_PROGRAM),
                   {QStringLiteral("serve"), QStringLiteral("--data"),
                    path(QStringLiteral("server")), QStringLiteral("--port"), QStringLiteral("0")});
    QByteArray output;
    const QByteArray mark = "listening on ";
    QVERIFY(QTest::qWaitFor(
        [&] {
            m_server.waitForReadyRead(50);
            output += m_server.readAllStandardOutput();
            const qsizetype at = output.indexOf(mark);
            return at >= 0 && output.indexOf('\n', at) > 0;
        },
        kScreenPatienceMillis));
    m_address = QString::fromUtf8(
        output.mid(output.indexOf(mark) + mark.size()).split('\n').first().trimmed());
    drawPhoto(QStringLiteral("before"), QColor(178, 120, 40));
    drawPhoto(QStringLiteral("after"), QColor(60, 140, 90));
    drawPhoto(QStringLiteral("proof"), QColor(70, 90, 160));
}

void tst_TabletScreens::cleanupTestCase()
{
    m_server.terminate();
    m_server.waitForFinished(kScreenPatienceMillis);
}

void tst_TabletScreens::drawPhoto(const QString &name, QColor color)
{
    QImage image(1600, 1200, QImage::Format_RGB32);
    image.fill(color);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::white, 24));
    painter.drawRect(300, 250, 700, 600);
    painter.drawLine(300, 250, 1000, 850);
    painter.end();
    QVERIFY(image.save(path(name + QStringLiteral(".jpg")), "JPEG", 90));
}

app::Arguments tst_TabletScreens::argumentsOf(const QString &user)
{
    app::Arguments arguments;
    arguments.dataFolder = path(user);
    arguments.server = m_address;
    arguments.language = QStringLiteral("zh_CN");
    arguments.size = kTablet;
    if (!QDir(arguments.dataFolder).exists())
        arguments.enrolCode =
            runServer({QStringLiteral("enrol-code"), QStringLiteral("--data"),
                       path(QStringLiteral("server")), QStringLiteral("--user"), user});
    return arguments;
}

// Fails the first open yes-or-no item that makes a general hazard; a major one is the bureau's to order.
QString tst_TabletScreens::failGeneralItem(InspectionEditor &editor) const
{
    const ChecklistItemModel &items = *editor.items();
    const auto at = [&](int row, int role) { return items.data(items.index(row, 0), role); };
    for (int row = 0; row < items.rowCount(); ++row) {
        const QString item = at(row, ChecklistItemModel::ItemId).toString();
        if (!at(row, ChecklistItemModel::Applicable).toBool() ||
            at(row, ChecklistItemModel::Outcome).toInt() != static_cast<int>(Core::Outcome::Open) ||
            at(row, ChecklistItemModel::Response).toInt() !=
                static_cast<int>(Core::Response::PassFailNa) ||
            !editor.fail(item))
            continue;
        if (at(row, ChecklistItemModel::Level).toInt() == static_cast<int>(Core::Level::General))
            return item;
        if (!editor.undo())
            return {};
    }
    return {};
}

// Every open item gets an answer that is fine.
void tst_TabletScreens::answerTheRest(InspectionEditor &editor)
{
    const ChecklistItemModel &items = *editor.items();
    const auto at = [&](int row, int role) { return items.data(items.index(row, 0), role); };
    for (int row = 0; row < items.rowCount(); ++row) {
        const QString item = at(row, ChecklistItemModel::ItemId).toString();
        if (!at(row, ChecklistItemModel::Applicable).toBool() ||
            at(row, ChecklistItemModel::Outcome).toInt() != static_cast<int>(Core::Outcome::Open))
            continue;
        switch (static_cast<Core::Response>(at(row, ChecklistItemModel::Response).toInt())) {
        case Core::Response::PassFailNa: QVERIFY(editor.pass(item)); break;
        case Core::Response::CountOfTotal:
            QVERIFY(editor.setCount(item, QStringLiteral("20"), QStringLiteral("20")));
            break;
        case Core::Response::Number:
        case Core::Response::DateNotExpired:
        case Core::Response::DateWithin:
        case Core::Response::Choice:
            QVERIFY(editor.notApplicable(item, QStringLiteral("演练不测")));
            break;
        }
    }
}

// Saved acts are sent without being asked for; the sync page says when all of it is verified.
bool tst_TabletScreens::sentAndVerified(const ScreenHand &hand)
{
    if (!hand.press(QStringLiteral("nav-sync")))
        return false;
    return QTest::qWaitFor(
        [&] {
            const QQuickItem *head = hand.see(QStringLiteral("syncHead"));
            return head && head->property("settled").toBool();
        },
        kScreenPatienceMillis);
}

void tst_TabletScreens::officer_inspectsAndIssuesANotice()
{
    ScreenHand hand;
    QVERIFY(hand.start(argumentsOf(kOfficer)));
    QVERIFY(hand.await(QStringLiteral("school-*")));
    look(hand, QStringLiteral("01-schools"));
    QVERIFY(hand.write(QStringLiteral("schoolSearch"), kSchoolInitials));
    QTRY_COMPARE_WITH_TIMEOUT(hand.await(QStringLiteral("schoolList"))->property("count").toInt(),
                              1, kScreenPatienceMillis);
    QVERIFY(hand.press(QStringLiteral("school-") + kSchool));
    QVERIFY(hand.await(QStringLiteral("noOpenHazards")));
    look(hand, QStringLiteral("02-school"));
    QVERIFY(hand.press(QStringLiteral("startInspection")));
    QVERIFY(hand.press(QStringLiteral("checklist-") + kChecklist));
    QVERIFY(hand.press(QStringLiteral("asset-") + kBus));
    look(hand, QStringLiteral("03-start"));
    QVERIFY(hand.press(QStringLiteral("begin")));

    QQuickItem *list = hand.await(QStringLiteral("itemList"));
    QVERIFY(list);
    auto *editor = qvariant_cast<InspectionEditor *>(list->property("editor"));
    QVERIFY(editor && editor->isReady());
    look(hand, QStringLiteral("04-inspection"));
    const QString failed = failGeneralItem(*editor);
    QVERIFY2(!failed.isEmpty(), qPrintable(editor->errorText()));
    answerTheRest(*editor);
    QCOMPARE(editor->doneCount(), editor->totalCount());
    QVERIFY(QMetaObject::invokeMethod(list, "goToItem", Q_ARG(QString, failed)));
    QQuickItem *form = hand.await(QStringLiteral("hazardForm"));
    QVERIFY(form);
    look(hand, QStringLiteral("05-hazard-form"));
    const auto *hazard = qvariant_cast<QObject *>(form->property("editor"));
    QVERIFY(hand.photograph(QStringLiteral("beforeTaker"), path(QStringLiteral("before.jpg"))));
    QTRY_COMPARE_WITH_TIMEOUT(hazard->property("beforePhotos").toStringList().size(), 1,
                              kScreenPatienceMillis);
    if (!hazard->property("proofText").toString().isEmpty()) {
        QVERIFY(hand.photograph(QStringLiteral("proofTaker"), path(QStringLiteral("proof.jpg"))));
        QTRY_COMPARE_WITH_TIMEOUT(hazard->property("proofPhotos").toStringList().size(), 1,
                                  kScreenPatienceMillis);
    }
    QVERIFY(hand.write(QStringLiteral("hazardDescription"), QStringLiteral("后排逃生锤缺失 1 把")));
    QVERIFY(hand.press(QStringLiteral("saveHazard")));
    QVERIFY(hand.gone(QStringLiteral("hazardForm")));
    look(hand, QStringLiteral("06-answered"));
    QVERIFY(hand.press(QStringLiteral("completeInspection")));
    QVERIFY(hand.write(QStringLiteral("companion"), QStringLiteral("苏光勇")));
    hand.picture(QStringLiteral("07-complete"));
    QVERIFY(hand.press(QStringLiteral("confirmComplete")));

    QQuickItem *row = hand.await(QStringLiteral("hazard-*"));
    QVERIFY(row);
    m_hazard = row->property("hazardId").toString();
    QTRY_VERIFY_WITH_TIMEOUT(row->property("photo").toString().startsWith(QStringLiteral("image:")),
                             kScreenPatienceMillis);
    look(hand, QStringLiteral("08-school-after"));
    QVERIFY(hand.await(QStringLiteral("noticeCandidates")));
    QVERIFY(hand.press(QStringLiteral("bannerAction")));
    QVERIFY(hand.await(QStringLiteral("line-") + m_hazard));
    look(hand, QStringLiteral("09-notice-draft"));
    QVERIFY(hand.press(QStringLiteral("officerSigns")));
    QVERIFY(hand.sign());
    QVERIFY(hand.press(QStringLiteral("schoolSigns")));
    QVERIFY(hand.write(QStringLiteral("signerName"), QStringLiteral("苏光勇")));
    QVERIFY(hand.sign());
    look(hand, QStringLiteral("10-notice-signed"));
    QVERIFY(hand.press(QStringLiteral("issueNotice")));
    hand.picture(QStringLiteral("10-notice-issued"));
    QVERIFY(hand.gone(QStringLiteral("issueNotice")));
    QVERIFY(hand.await(QStringLiteral("noticePaper")));
    look(hand, QStringLiteral("11-notice"));
    QVERIFY(hand.press(QStringLiteral("nav-hazards")));
    QVERIFY(hand.press(QStringLiteral("hazard-") + m_hazard));
    QVERIFY(hand.await(QStringLiteral("hazardPage")));
    look(hand, QStringLiteral("12-hazard"));
    QVERIFY(sentAndVerified(hand));
    look(hand, QStringLiteral("13-sync"));
    QVERIFY(hand.press(QStringLiteral("nav-reviews")));
    QVERIFY(hand.await(QStringLiteral("emptyState")));
    look(hand, QStringLiteral("14-reviews-none"));
    QVERIFY(hand.press(QStringLiteral("nav-settings")));
    QVERIFY(hand.await(QStringLiteral("settingsPage")));
    look(hand, QStringLiteral("15-settings"));
    m_warnings += ScreenHand::warnings();
}

void tst_TabletScreens::principal_signsAndReports()
{
    QVERIFY2(!m_hazard.isEmpty(), "the officer found nothing");
    ScreenHand hand;
    QVERIFY(hand.start(argumentsOf(kPrincipal)));
    QVERIFY(hand.await(QStringLiteral("inbox-*")));
    look(hand, QStringLiteral("20-inbox"));
    QVERIFY(hand.press(QStringLiteral("inbox-*")));
    QVERIFY(hand.press(QStringLiteral("signFor")));
    QVERIFY(hand.sign());
    QVERIFY(hand.gone(QStringLiteral("signFor")));
    look(hand, QStringLiteral("21-notice-signed-for"));
    QVERIFY(hand.press(QStringLiteral("nav-inbox")));
    QVERIFY(hand.press(QStringLiteral("inbox-") + m_hazard));
    look(hand, QStringLiteral("22-hazard"));
    QVERIFY(hand.press(QStringLiteral("act-7"))); // confirm
    QVERIFY(hand.write(QStringLiteral("doneText"), QStringLiteral("已补装逃生锤 1 把")));
    QVERIFY(hand.photograph(QStringLiteral("actTaker"), path(QStringLiteral("after.jpg"))));
    QQuickItem *photos = hand.await(QStringLiteral("actPhotos"));
    QVERIFY(photos);
    QTRY_COMPARE_WITH_TIMEOUT(photos->property("photos").toList().size(), 1, kScreenPatienceMillis);
    look(hand, QStringLiteral("23-confirm"));
    QVERIFY(hand.press(QStringLiteral("submitAct")));
    QVERIFY(hand.gone(QStringLiteral("actCard")));
    look(hand, QStringLiteral("24-confirmed"));
    QVERIFY(hand.press(QStringLiteral("nav-own")));
    look(hand, QStringLiteral("25-own"));
    QVERIFY(sentAndVerified(hand));
    m_warnings += ScreenHand::warnings();
}

void tst_TabletScreens::officer_reviewsAndCloses()
{
    QVERIFY2(!m_hazard.isEmpty(), "the officer found nothing");
    ScreenHand hand;
    QVERIFY(hand.start(argumentsOf(kOfficer)));
    QVERIFY(sentAndVerified(hand));
    QVERIFY(hand.press(QStringLiteral("nav-reviews")));
    QVERIFY(hand.await(QStringLiteral("hazard-") + m_hazard));
    look(hand, QStringLiteral("30-reviews"));
    QVERIFY(hand.press(QStringLiteral("hazard-") + m_hazard));
    look(hand, QStringLiteral("31-review"));
    QVERIFY(hand.press(QStringLiteral("act-8"))); // pass
    QVERIFY(hand.photograph(QStringLiteral("actTaker"), path(QStringLiteral("after.jpg"))));
    QQuickItem *photos = hand.await(QStringLiteral("actPhotos"));
    QVERIFY(photos);
    QTRY_COMPARE_WITH_TIMEOUT(photos->property("photos").toList().size(), 1, kScreenPatienceMillis);
    QVERIFY(hand.press(QStringLiteral("submitAct")));
    QVERIFY(hand.gone(QStringLiteral("actCard")));
    look(hand, QStringLiteral("32-closed"));
    QVERIFY(sentAndVerified(hand));
    look(hand, QStringLiteral("33-sync"));
    m_warnings += ScreenHand::warnings();
}

void tst_TabletScreens::noScreenGaveAWarning()
{
    QVERIFY2(m_warnings.isEmpty(), qPrintable(m_warnings.join(QLatin1Char('\n'))));
}

QTEST_MAIN(tst_TabletScreens)
#include "tst_TabletScreens.moc"
