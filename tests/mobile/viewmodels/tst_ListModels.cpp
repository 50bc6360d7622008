#include <QBuffer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include "mobile/fieldwork/FieldBench.h"
#include "mobile/viewmodels/ScreenBench.h"
#include "viewmodels/AssetListModel.h"
#include "viewmodels/Core.h"
#include "viewmodels/HazardListModel.h"
#include "viewmodels/InboxModel.h"
#include "viewmodels/SchoolListModel.h"

using namespace campus;
using namespace campus::support;
using namespace campus::viewmodels;

namespace {

constexpr Millis kDay = 86'400'000;
const QString kSchoolId = QString::fromLatin1(kSchool);

Bytes realPhoto(QColor color)
{
    QImage image(640, 480, QImage::Format_RGB32);
    image.fill(color);
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 90);
    return {octets.begin(), octets.end()};
}

bool receive(Hand &principal, const std::string &notice)
{
    const auto hash = principal.work().noticeContentHash(notice);
    const auto signature =
        principal.work().signatureBy("school", principal.penStroke("姜文峰"), *hash);
    const auto outcome = principal.work().signFor(notice, *signature);
    return outcome && outcome->saved();
}

bool confirm(Hand &principal, const std::string &hazard)
{
    fieldwork::RectificationForm form;
    form.done = "已清除堆放物";
    form.after = {principal.photo("东门")};
    form.doneOn = principal.store().today();
    const auto outcome = principal.work().confirm(hazard, form);
    return outcome && outcome->saved() && principal.tablet.synced();
}

fieldwork::ReviewForm reviewed(Hand &hand, const std::string &text)
{
    fieldwork::ReviewForm form;
    form.text = text;
    form.photos = {hand.photo("东门")};
    return form;
}

} // namespace

// The lists people choose from, on a real tablet beside the reference server.
class tst_ListModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_field = std::make_unique<FieldBench>();
        look(*m_field->officerTablet);
    }
    void cleanup()
    {
        m_screen.reset();
        m_field.reset();
    }

    void schools_areFoundByNameAndInitials();
    void schools_countWhatIsOpenThere();
    void assets_tellTheirLastResult();
    void hazard_tellsWhatIsDueAndWhatState();
    void hazard_filtersAndSearch_narrowTheList();
    void hazard_photo_isItsPreview();
    void hazard_photoWithoutPreview_isStillShown();
    void inbox_followsWhatTheSchoolHasToDo();
    void reviews_holdWhatTheSchoolReported();

private:
    void look(Tablet &tablet)
    {
        m_screen.reset();
        m_screen = std::make_unique<ScreenBench>(m_field->bench, tablet);
        m_screen->useLanguage(QStringLiteral("en"));
    }
    std::string registered(Hand &hand, const domain::HazardAct &act)
    {
        const auto outcome = hand.work().registerHazard(kSchool, act);
        CAMPUS_ASSERT(outcome && outcome->saved());
        return outcome->object;
    }

    std::unique_ptr<FieldBench> m_field;
    std::unique_ptr<ScreenBench> m_screen;
};

void tst_ListModels::schools_areFoundByNameAndInitials()
{
    SchoolListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(settle(model));
    const int all = model.count();
    QVERIFY(all > 5);
    for (int row = 0; row < all; ++row) { // of the officer's two townships only
        const auto school = m_screen->workplace->store().school(
            valueAt(model, row, "schoolId").toString().toStdString());
        QVERIFY(school && (school->township == "T01" || school->township == "T02"));
    }
    for (const QString &search : {QStringLiteral("星桥"), QStringLiteral("wcxq"),
                                  QStringLiteral("WCXQ"), QStringLiteral("  星桥 ")}) {
        model.setSearch(search);
        QVERIFY(settle(model));
        QCOMPARE(model.count(), 1);
        QCOMPARE(valueAt(model, 0, "schoolId").toString(), kSchoolId);
    }
    QCOMPARE(valueAt(model, 0, "name").toString(), QStringLiteral("望澄星桥幼儿园"));
    QCOMPARE(valueAt(model, 0, "townshipName").toString(), QStringLiteral("望澄街道"));
    QCOMPARE(valueAt(model, 0, "typeText").toString(), QStringLiteral("Kindergarten"));
    QCOMPARE(valueAt(model, 0, "lastInspectionText").toString(),
             QStringLiteral("Not inspected yet"));
    model.setSearch(QStringLiteral("没有这所学校"));
    QVERIFY(settle(model));
    QCOMPARE(model.count(), 0);
    model.setSearch({});
    QVERIFY(settle(model));
    QCOMPARE(model.count(), all);
}

void tst_ListModels::schools_countWhatIsOpenThere()
{
    SchoolListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(settle(model));
    int row = rowWith(model, "schoolId", kSchoolId);
    QVERIFY(row >= 0);
    QCOMPARE(valueAt(model, row, "openCount").toInt(), 0);
    Hand officer = m_field->officer();
    m_field->assignedHazard(officer);
    const auto here = [&](const char *role) {
        return valueAt(model, rowWith(model, "schoolId", kSchoolId), role).toInt();
    };
    QTRY_COMPARE_WITH_TIMEOUT(here("openCount"), 1, kPatienceMillis);
    QCOMPARE(here("overdueCount"), 0);
    m_field->bench.clock.advance(10 * kDay);
    model.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(here("overdueCount"), 1, kPatienceMillis);
    QCOMPARE(rowWith(model, "schoolId", kSchoolId), 0); // most overdue first
}

void tst_ListModels::assets_tellTheirLastResult()
{
    AssetListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSchoolId(kSchoolId);
    QVERIFY(settle(model));
    const auto bus = [&](const char *role) {
        return valueAt(model, rowWith(model, "assetId", QString::fromLatin1(kBus)), role);
    };
    QCOMPARE(bus("kind").toInt(), numberOf(Core::AssetKind::Bus));
    QCOMPARE(bus("name").toString(), QStringLiteral("测A·D1003"));
    QCOMPARE(bus("lastResultText").toString(), QStringLiteral("Not inspected yet"));
    QCOMPARE(bus("lastOutcome").toInt(), numberOf(Core::Outcome::Open));
    QCOMPARE(bus("openCount").toInt(), 0);

    Hand officer = m_field->officer();
    const std::string failing = "bus.equip.first-aid";
    auto draft =
        officer.work().startInspection({kSchool, kBusChecklist, kBus, {}, {}, {}, {}, {}}).value();
    for (const fieldwork::ItemState &state : draft->items()) {
        domain::Answer answer;
        answer.item = state.item->id;
        if (state.item->id == failing)
            answer.passed = false;
        else if (state.applies) {
            answer.notApplicable = true;
            answer.reason = "停驶";
        } else {
            continue;
        }
        QVERIFY(draft->answer(answer));
    }
    QCOMPARE(draft->missing().size(), 2u); // the photo, and the hazard
    domain::HazardAct act = draft->proposeHazard(failing);
    QVERIFY(act.before.empty());
    act.before = {officer.photo(act.place)};
    QVERIFY(draft->draftHazard(act)->saved());
    QVERIFY(draft->missing().empty()); // the hazard's photo shows the item as well
    QVERIFY(draft->complete()->saved());

    QTRY_COMPARE_WITH_TIMEOUT(bus("lastOutcome").toInt(), numberOf(Core::Outcome::Fail),
                              kPatienceMillis);
    QVERIFY2(bus("lastResultText").toString().endsWith(QStringLiteral(": 1 item failed")),
             qPrintable(bus("lastResultText").toString()));
    QTRY_COMPARE_WITH_TIMEOUT(bus("openCount").toInt(), 1, kPatienceMillis);
    QVERIFY(officer.tablet.synced());
    QVERIFY(officer.store().cards()->empty());
}

void tst_ListModels::hazard_tellsWhatIsDueAndWhatState()
{
    Hand officer = m_field->officer();
    const QString hazard = QString::fromStdString(m_field->assignedHazard(officer));
    HazardListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(settle(model));
    QCOMPARE(model.count(), 1);
    QCOMPARE(valueAt(model, 0, "hazardId").toString(), hazard);
    QCOMPARE(valueAt(model, 0, "title").toString(), QStringLiteral("消防通道堵塞"));
    QCOMPARE(valueAt(model, 0, "place").toString(), QStringLiteral("东门"));
    QCOMPARE(valueAt(model, 0, "schoolName").toString(), QStringLiteral("望澄星桥幼儿园"));
    QCOMPARE(valueAt(model, 0, "state").toInt(), numberOf(Core::HazardState::Assigned));
    QVERIFY(!valueAt(model, 0, "stateText").toString().isEmpty());
    QVERIFY(!valueAt(model, 0, "number").toString().isEmpty());
    QCOMPARE(valueAt(model, 0, "level").toInt(), numberOf(Core::Level::General));
    QCOMPARE(valueAt(model, 0, "dueDays").toInt(), 7);
    QVERIFY2(valueAt(model, 0, "dueText").toString().contains(QLatin1Char('7')),
             qPrintable(valueAt(model, 0, "dueText").toString()));
    QCOMPARE(valueAt(model, 0, "overdue").toBool(), false);
    QCOMPARE(valueAt(model, 0, "syncState").toInt(), numberOf(Core::SyncState::Verified));
    QCOMPARE(valueAt(model, 0, "pending").toBool(), false);
    QVERIFY(officer.work().note(hazard.toStdString(), "已电话催办")->saved());
    QTRY_COMPARE_WITH_TIMEOUT(valueAt(model, 0, "pending").toBool(), true, kPatienceMillis);
    QCOMPARE(valueAt(model, 0, "syncState").toInt(), numberOf(Core::SyncState::LocalOnly));
}

void tst_ListModels::hazard_filtersAndSearch_narrowTheList()
{
    Hand officer = m_field->officer();
    const QString assigned = QString::fromStdString(m_field->assignedHazard(officer));
    const QString fresh = QString::fromStdString(
        registered(officer, m_field->finding(officer, "灭火器过期", "食堂")));
    HazardListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto shown = [&] {
        QStringList ids;
        if (settle(model)) {
            for (int row = 0; row < model.count(); ++row)
                ids << valueAt(model, row, "hazardId").toString();
        }
        ids.sort();
        return ids;
    };
    QStringList both{assigned, fresh};
    both.sort();
    QCOMPARE(shown(), both);
    model.setFilter(Core::HazardFilter::ToSign);
    QCOMPARE(shown(), QStringList{assigned});
    model.setFilter(Core::HazardFilter::Overdue);
    QCOMPARE(shown(), QStringList());
    m_field->bench.clock.advance(8 * kDay);
    model.refresh();
    QCOMPARE(shown(), QStringList{assigned});
    QCOMPARE(valueAt(model, 0, "overdue").toBool(), true);
    model.setFilter(Core::HazardFilter::All);
    model.setSearch(QStringLiteral("灭火器"));
    QCOMPARE(shown(), QStringList{fresh});
    model.setSearch({});
    model.setSchoolId(QStringLiteral("S001"));
    QCOMPARE(shown(), QStringList());
    model.setSchoolId(kSchoolId);
    QCOMPARE(shown(), both);
}

void tst_ListModels::hazard_photo_isItsPreview()
{
    Hand officer = m_field->officer();
    fieldwork::PhotoFacts facts;
    facts.place = "东门";
    const auto photo = fieldwork::PhotoIntake(officer.store(), &m_screen->previews)
                           .take(realPhoto(Qt::red), facts);
    QVERIFY(photo.has_value());
    QVERIFY(photo->preview != Digest{} && photo->preview != photo->original);
    domain::HazardAct act = m_field->finding(officer, "消防通道堵塞");
    act.before.push_back(*photo); // behind one that has no preview
    registered(officer, act);
    HazardListModel model;
    QVERIFY(settle(model));
    QCOMPARE(model.count(), 1);
    const QString shown = valueAt(model, 0, "photo").toString();
    QVERIFY2(shown.startsWith(QStringLiteral("image://photo/") +
                              QString::fromStdString(photo->preview.hex())),
             qPrintable(shown));
}

void tst_ListModels::hazard_photoWithoutPreview_isStillShown()
{
    Hand officer = m_field->officer();
    const domain::HazardAct act = m_field->finding(officer, "消防通道堵塞");
    QVERIFY(act.before.front().preview == Digest{});
    registered(officer, act);
    const QString original = QStringLiteral("image://photo/") +
                             QString::fromStdString(act.before.front().original.hex());
    HazardListModel model;
    QVERIFY(settle(model));
    QCOMPARE(model.count(), 1);
    QVERIFY2(valueAt(model, 0, "photo").toString().startsWith(original),
             qPrintable(valueAt(model, 0, "photo").toString()));
}

void tst_ListModels::inbox_followsWhatTheSchoolHasToDo()
{
    Hand officer = m_field->officer();
    const std::string hazard = m_field->assignedHazard(officer);
    Hand principal = m_field->other(kPrincipal);
    look(principal.tablet);
    InboxModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(settle(model) || model.count() > 0);
    model.refresh();
    QVERIFY(settle(model));
    const int notice = rowWith(model, "kind", QStringLiteral("notice"));
    QVERIFY(notice >= 0);
    QCOMPARE(valueAt(model, notice, "targetId").toString(),
             QString::fromStdString(m_field->lastNotice));
    QVERIFY(!valueAt(model, notice, "title").toString().isEmpty());
    QVERIFY(receive(principal, m_field->lastNotice));
    QTRY_COMPARE_WITH_TIMEOUT(rowWith(model, "kind", QStringLiteral("notice")), -1,
                              kPatienceMillis);
    QCOMPARE(model.count(), 1);
    QCOMPARE(valueAt(model, 0, "kind").toString(), QStringLiteral("hazard"));
    QCOMPARE(valueAt(model, 0, "targetId").toString(), QString::fromStdString(hazard));
    QCOMPARE(valueAt(model, 0, "subtitle").toString(), QStringLiteral("东门"));
    QCOMPARE(valueAt(model, 0, "dueDays").toInt(), 7);
    QCOMPARE(valueAt(model, 0, "overdue").toBool(), false);
    QVERIFY2(valueAt(model, 0, "photo").toString().startsWith(QStringLiteral("image://photo/")),
             "a photo without a preview is a photo");
    QVERIFY(confirm(principal, hazard));
    QTRY_COMPARE_WITH_TIMEOUT(model.count(), 0, kPatienceMillis);
    QVERIFY(officer.tablet.synced());
    QVERIFY(officer.work().returnBack(hazard, reviewed(officer, "仍有堆放"))->saved());
    QVERIFY(officer.tablet.synced());
    QVERIFY(principal.tablet.synced());
    QTRY_COMPARE_WITH_TIMEOUT(model.count(), 1, kPatienceMillis);
    QCOMPARE(valueAt(model, 0, "kind").toString(), QStringLiteral("returned"));
    QCOMPARE(valueAt(model, 0, "reasonText").toString(), QStringLiteral("仍有堆放"));
}

void tst_ListModels::reviews_holdWhatTheSchoolReported()
{
    Hand officer = m_field->officer();
    const std::string hazard = m_field->assignedHazard(officer);
    Hand principal = m_field->other(kPrincipal);
    HazardListModel reviews;
    reviews.setFilter(Core::HazardFilter::ToReview);
    SchoolListModel schools;
    QVERIFY(settle(reviews) && settle(schools));
    QCOMPARE(reviews.count(), 0);
    QVERIFY(confirm(principal, hazard));
    QVERIFY(officer.tablet.synced());
    QTRY_COMPARE_WITH_TIMEOUT(reviews.count(), 1, kPatienceMillis);
    QCOMPARE(valueAt(reviews, 0, "hazardId").toString(), QString::fromStdString(hazard));
    QCOMPARE(valueAt(reviews, 0, "state").toInt(), numberOf(Core::HazardState::Submitted));
    QVERIFY2(valueAt(reviews, 0, "dueText").toString().startsWith(QStringLiteral("Review: ")),
             qPrintable(valueAt(reviews, 0, "dueText").toString()));
    QVERIFY(valueAt(reviews, 0, "dueDays").toInt() >= 5); // five working days
    QTRY_COMPARE_WITH_TIMEOUT(
        valueAt(schools, rowWith(schools, "schoolId", kSchoolId), "reviewCount").toInt(), 1,
        kPatienceMillis);
    QVERIFY(officer.work().pass(hazard, reviewed(officer, "合格"))->saved());
    QTRY_COMPARE_WITH_TIMEOUT(reviews.count(), 0, kPatienceMillis);
    reviews.setFilter(Core::HazardFilter::All);
    QVERIFY(settle(reviews));
    QCOMPARE(reviews.count(), 1);
    QCOMPARE(valueAt(reviews, 0, "state").toInt(), numberOf(Core::HazardState::Closed));
    QVERIFY(valueAt(reviews, 0, "dueText").toString().startsWith(QStringLiteral("Closed ")));
    QCOMPARE(valueAt(reviews, 0, "dueDays").toInt(), 0);
}

QTEST_MAIN(tst_ListModels)
#include "tst_ListModels.moc"
