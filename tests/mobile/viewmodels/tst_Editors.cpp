#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "mobile/fieldwork/FieldBench.h"
#include "mobile/viewmodels/ScreenBench.h"
#include "viewmodels/Core.h"
#include "viewmodels/HazardEditor.h"
#include "viewmodels/HazardPage.h"
#include "viewmodels/InspectionEditor.h"

using namespace campus;
using namespace campus::support;
using namespace campus::viewmodels;

// Inspections, hazards and acts while they are written, on a real tablet: nothing that was typed or
// photographed is lost, and what was refused stays said.
class tst_Editors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void refusedCompletion_staysSaid();
    void clearedNumber_isNoAnswer();
    void clearedCount_isNoAnswer();
    void photo_comesInAfterThePageIsLeft();
    void completing_waitsForPhotos();
    void hazardForm_survivesLeaving();
    void hazardPhoto_comesInAfterTheFormIsLeft();
    void savedHazard_endsItsForm();
    void wipedSignature_isNone();
    void signature_isAPictureOnlyWhenSaved();
    void actForm_survivesLeaving();
    void droppedActForm_isGone();
    void doneAct_endsItsForm();

private:
    QUrl photoFile() const
    {
        return QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("photo.jpg")));
    }
    QString itemOf(InspectionEditor &editor, Core::Response response) const;
    QString failedItem(InspectionEditor &editor) const;

    QTemporaryDir m_folder;
    std::unique_ptr<FieldBench> m_field;
    std::unique_ptr<ScreenBench> m_screen;
    QString m_draft;
};

namespace {

const QVariantList kStroke{
    QVariant(QVariantList{QVariantMap{{"x", 0.1}, {"y", 0.5}}, QVariantMap{{"x", 0.9}, {"y", 0.4}}})};

// Until what was asked of the readers has come back.
void waitForPhotos(ScreenBench &screen, const QString &owner)
{
    QTRY_VERIFY_WITH_TIMEOUT(!screen.workplace->isPhotoUnderWay(owner), kPatienceMillis);
}

} // namespace

void tst_Editors::initTestCase()
{
    QImage image(640, 480, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QVERIFY(image.save(photoFile().toLocalFile(), "JPEG", 90));
}

void tst_Editors::init()
{
    m_field = std::make_unique<FieldBench>();
    m_screen = std::make_unique<ScreenBench>(m_field->bench, *m_field->officerTablet);
    m_screen->useLanguage(QStringLiteral("en"));
    Hand officer = m_field->officer();
    fieldwork::InspectionStart start;
    start.school = kSchool;
    start.checklist = kBusChecklist;
    start.asset = kBus;
    m_draft = QString::fromStdString(officer.work().startInspection(start).value()->id());
    QCoreApplication::processEvents();
}

void tst_Editors::cleanup()
{
    m_screen.reset();
    m_field.reset();
}

QString tst_Editors::itemOf(InspectionEditor &editor, Core::Response response) const
{
    const auto &items = *editor.items();
    for (int row = 0; row < items.rowCount(); ++row) {
        if (valueAt(items, row, "applicable").toBool() &&
            valueAt(items, row, "response").toInt() == static_cast<int>(response))
            return valueAt(items, row, "itemId").toString();
    }
    return {};
}

// One that makes a general hazard.
QString tst_Editors::failedItem(InspectionEditor &editor) const
{
    const auto &items = *editor.items();
    for (int row = 0; row < items.rowCount(); ++row) {
        const QString item = valueAt(items, row, "itemId").toString();
        if (!valueAt(items, row, "applicable").toBool() ||
            valueAt(items, row, "response").toInt() != static_cast<int>(Core::Response::PassFailNa))
            continue;
        if (editor.fail(item) &&
            valueAt(items, row, "level").toInt() == static_cast<int>(Core::Level::General))
            return item;
        editor.undo();
    }
    return {};
}

void tst_Editors::refusedCompletion_staysSaid()
{
    InspectionEditor editor;
    editor.setInspectionId(m_draft);
    QVERIFY(editor.isReady());
    const QSignalSpy changed(m_screen->workplace.get(), &Workplace::changed);
    QVERIFY(!editor.complete(QStringLiteral("苏光勇")));
    const QString said = editor.errorText();
    QVERIFY(!said.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(changed.count() > 0, kPatienceMillis); // of the companion kept first
    QCOMPARE(editor.errorText(), said);
    QVERIFY(editor.pass(itemOf(editor, Core::Response::PassFailNa)));
    QCOMPARE(editor.errorText(), QString());
}

void tst_Editors::clearedNumber_isNoAnswer()
{
    InspectionEditor editor;
    editor.setInspectionId(m_draft);
    const QString item = itemOf(editor, Core::Response::Number);
    QVERIFY(!item.isEmpty());
    QVERIFY(editor.setNumber(item, QStringLiteral("2")));
    QVERIFY(editor.setNote(item, QStringLiteral("后排")));
    QVERIFY(editor.setNumber(item, QString()));
    const int row = rowWith(*editor.items(), "itemId", item);
    QCOMPARE(valueAt(*editor.items(), row, "numberText").toString(), QString());
    QCOMPARE(valueAt(*editor.items(), row, "outcome").toInt(),
             static_cast<int>(Core::Outcome::Open));
    QCOMPARE(valueAt(*editor.items(), row, "note").toString(), QStringLiteral("后排"));
    QVERIFY(!editor.setNumber(item, QStringLiteral("两")));
    QVERIFY(!editor.errorText().isEmpty());
}

void tst_Editors::clearedCount_isNoAnswer()
{
    Hand officer = m_field->officer();
    fieldwork::InspectionStart start;
    start.school = kSchool;
    start.checklist = "fire@1.0";
    InspectionEditor editor;
    editor.setInspectionId(
        QString::fromStdString(officer.work().startInspection(start).value()->id()));
    const QString item = itemOf(editor, Core::Response::CountOfTotal);
    QVERIFY(!item.isEmpty());
    QVERIFY(editor.setCount(item, QStringLiteral("20"), QString()));
    QCOMPARE(editor.errorText(), QString());
    const int row = rowWith(*editor.items(), "itemId", item);
    QCOMPARE(valueAt(*editor.items(), row, "outcome").toInt(),
             static_cast<int>(Core::Outcome::Open));
    QVERIFY(editor.setCount(item, QStringLiteral("20"), QStringLiteral("20")));
    QCOMPARE(valueAt(*editor.items(), row, "outcome").toInt(),
             static_cast<int>(Core::Outcome::Pass));
    QVERIFY(editor.setCount(item, QString(), QStringLiteral("20")));
    QCOMPARE(valueAt(*editor.items(), row, "outcome").toInt(),
             static_cast<int>(Core::Outcome::Open));
    QCOMPARE(valueAt(*editor.items(), row, "totalText").toString(), QStringLiteral("20"));
}

void tst_Editors::photo_comesInAfterThePageIsLeft()
{
    QString item;
    {
        InspectionEditor editor;
        editor.setInspectionId(m_draft);
        item = itemOf(editor, Core::Response::PassFailNa);
        editor.addPhoto(item, photoFile());
    }
    waitForPhotos(*m_screen, m_draft);
    InspectionEditor editor;
    editor.setInspectionId(m_draft);
    const int row = rowWith(*editor.items(), "itemId", item);
    QCOMPARE(valueAt(*editor.items(), row, "photos").toList().size(), 1);
}

void tst_Editors::completing_waitsForPhotos()
{
    InspectionEditor editor;
    editor.setInspectionId(m_draft);
    const QSignalSpy busy(&editor, &InspectionEditor::busyChanged);
    editor.addPhoto(itemOf(editor, Core::Response::PassFailNa), photoFile());
    QVERIFY(editor.isBusy());
    QVERIFY(!editor.complete({}));
    QVERIFY(editor.missing().isEmpty()); // it did not even look
    waitForPhotos(*m_screen, m_draft);
    QVERIFY(!editor.isBusy());
    QCOMPARE(busy.count(), 2);
}

void tst_Editors::hazardForm_survivesLeaving()
{
    InspectionEditor inspection;
    inspection.setInspectionId(m_draft);
    const QString item = failedItem(inspection);
    QVERIFY(!item.isEmpty());
    {
        HazardEditor editor;
        editor.setInspectionId(m_draft);
        editor.setItemId(item);
        editor.setDescription(QStringLiteral("后排逃生锤缺失 1 把"));
        editor.setFixedOnSpot(true);
        editor.setSignerName(QStringLiteral("苏光勇"));
        editor.addPhoto(QStringLiteral("before"), photoFile());
        waitForPhotos(*m_screen, m_draft);
        QCOMPARE(editor.errorText(), QString());
    }
    HazardEditor editor;
    editor.setInspectionId(m_draft);
    editor.setItemId(item);
    QCOMPARE(editor.description(), QStringLiteral("后排逃生锤缺失 1 把"));
    QVERIFY(editor.isFixedOnSpot());
    QCOMPARE(editor.signerName(), QStringLiteral("苏光勇"));
    QCOMPARE(editor.beforePhotos().size(), 1);
    QVERIFY(editor.removePhoto(QStringLiteral("before"), 0));
    QCOMPARE(editor.beforePhotos().size(), 0);
}

void tst_Editors::hazardPhoto_comesInAfterTheFormIsLeft()
{
    InspectionEditor inspection;
    inspection.setInspectionId(m_draft);
    const QString item = failedItem(inspection);
    {
        HazardEditor editor;
        editor.setInspectionId(m_draft);
        editor.setItemId(item);
        editor.addPhoto(QStringLiteral("before"), photoFile());
        QVERIFY(!editor.saveHazard()); // waits for the photo
        QVERIFY(!editor.errorText().isEmpty());
        editor.setPlace(QStringLiteral("后排")); // meanwhile, and loses nothing
    }
    waitForPhotos(*m_screen, m_draft);
    HazardEditor editor;
    editor.setInspectionId(m_draft);
    editor.setItemId(item);
    QCOMPARE(editor.beforePhotos().size(), 1);
    QCOMPARE(editor.place(), QStringLiteral("后排"));
}

void tst_Editors::savedHazard_endsItsForm()
{
    InspectionEditor inspection;
    inspection.setInspectionId(m_draft);
    const QString item = failedItem(inspection);
    HazardEditor editor;
    editor.setInspectionId(m_draft);
    editor.setItemId(item);
    for (const char *kind : {"before", "proof"}) {
        editor.addPhoto(QLatin1String(kind), photoFile());
        waitForPhotos(*m_screen, m_draft);
    }
    editor.setDescription(QStringLiteral("缺 1 把"));
    QVERIFY2(editor.saveHazard(), qPrintable(editor.errorText()));
    const auto form = m_screen->workplace->store().form({m_draft.toStdString(), item.toStdString()});
    QVERIFY(form && !form->has_value());
    HazardEditor again;
    again.setInspectionId(m_draft);
    again.setItemId(item);
    QCOMPARE(again.description(), QStringLiteral("缺 1 把"));
}

void tst_Editors::wipedSignature_isNone()
{
    InspectionEditor inspection;
    inspection.setInspectionId(m_draft);
    HazardEditor editor;
    editor.setInspectionId(m_draft);
    editor.setItemId(failedItem(inspection));
    editor.sign(kStroke, 400, 200);
    QVERIFY(editor.hasSignature());
    editor.wipeSignature();
    QVERIFY(!editor.hasSignature());
    QCOMPARE(editor.errorText(), QString());
    editor.sign(kStroke, 400, 200);
    editor.setDescription(QStringLiteral("别的"));
    QVERIFY(!editor.hasSignature());
}

void tst_Editors::signature_isAPictureOnlyWhenSaved()
{
    InspectionEditor inspection;
    inspection.setInspectionId(m_draft);
    const QString item = failedItem(inspection);
    HazardEditor editor;
    editor.setInspectionId(m_draft);
    editor.setItemId(item);
    for (const char *kind : {"before", "after", "proof"}) {
        editor.addPhoto(QLatin1String(kind), photoFile());
        waitForPhotos(*m_screen, m_draft);
    }
    editor.setFixedOnSpot(true);
    int changes = 0;
    const int listener =
        m_screen->workplace->store().listen([&](const store::Change &) { ++changes; });
    for (int stroke = 0; stroke < 20; ++stroke)
        editor.sign(kStroke, 400, 200);
    QCOMPARE(changes, 0);
    m_screen->workplace->store().unlisten(listener);
    QVERIFY2(editor.saveFixedOnSpot(), qPrintable(editor.errorText()));
    HazardEditor again;
    again.setInspectionId(m_draft);
    again.setItemId(item);
    QVERIFY(again.hasSignature());
    QVERIFY(again.isFixedOnSpot());
}

void tst_Editors::actForm_survivesLeaving()
{
    Hand officer = m_field->officer();
    const QString hazard = QString::fromStdString(m_field->assignedHazard(officer));
    const int act = static_cast<int>(Core::Act::Note);
    {
        HazardPage page;
        page.setHazardId(hazard);
        page.begin(act);
        page.write({{"text", QStringLiteral("已电话告知")}, {"onSite", false}});
        page.addPhoto(photoFile());
    }
    waitForPhotos(*m_screen, hazard);
    HazardPage page;
    page.setHazardId(hazard);
    QCOMPARE(page.begun(), QVariantList{act});
    QCOMPARE(page.pendingPhotos().size(), 0); // of another act
    page.begin(act);
    QCOMPARE(page.form().value("text").toString(), QStringLiteral("已电话告知"));
    QCOMPARE(page.form().value("onSite").toBool(), false);
    QCOMPARE(page.pendingPhotos().size(), 1);
}

void tst_Editors::droppedActForm_isGone()
{
    Hand officer = m_field->officer();
    HazardPage page;
    page.setHazardId(QString::fromStdString(m_field->assignedHazard(officer)));
    page.begin(static_cast<int>(Core::Act::Note));
    page.write({{"text", QStringLiteral("写错了")}});
    QCOMPARE(page.begun().size(), 1);
    page.drop();
    QCOMPARE(page.begun().size(), 0);
    page.begin(static_cast<int>(Core::Act::Note));
    QVERIFY(page.form().isEmpty());
}

void tst_Editors::doneAct_endsItsForm()
{
    Hand officer = m_field->officer();
    HazardPage page;
    page.setHazardId(QString::fromStdString(m_field->assignedHazard(officer)));
    page.begin(static_cast<int>(Core::Act::Note));
    page.write({{"text", QStringLiteral("已电话告知")}});
    QVERIFY2(page.note(QStringLiteral("已电话告知")), qPrintable(page.errorText()));
    QCOMPARE(page.begun().size(), 0);
    QVERIFY(page.pendingPhotos().isEmpty());
}

QTEST_MAIN(tst_Editors)
#include "tst_Editors.moc"
