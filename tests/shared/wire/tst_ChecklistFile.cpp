#include <QTest>

#include "Samples.h"
#include "core/Limits.h"
#include "wire/ChecklistFile.h"

using namespace campus;
using namespace campus::samples;

namespace {

std::string text(const char *name)
{
    return fileText(std::string("checklists/") + name);
}

} // namespace

class tst_ChecklistFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFile_isValid_data();
    void everyFile_isValid();
    void everyFile_writesAndReadsBackEqual_data();
    void everyFile_writesAndReadsBackEqual();
    void limits_keepTheirOrder();
    void members_areAllRead();
    void breakage_namesFileItemAndField_data();
    void breakage_namesFileItemAndField();
    void tooManyItems_areTooLarge();
    void truncatedFile_isRefused();
};

void tst_ChecklistFile::everyFile_isValid_data()
{
    QTest::addColumn<int>("items");
    QTest::newRow("school-bus.json") << 44;
    QTest::newRow("canteen.json") << 44;
    QTest::newRow("flood.json") << 37;
    QTest::newRow("building.json") << 42;
    QTest::newRow("fire.json") << 20;
    QTest::newRow("three-defences.json") << 19;
    QTest::newRow("drowning-prevention.json") << 15;
    QTest::newRow("campus-perimeter-traffic.json") << 17;
}

void tst_ChecklistFile::everyFile_isValid()
{
    QFETCH(int, items);
    const auto read = wire::readChecklist(text(QTest::currentDataTag()), QTest::currentDataTag());
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->items.size(), static_cast<std::size_t>(items));
    QCOMPARE(read->version, std::string("1.0"));
    QCOMPARE(read->status, std::string("published"));
    QCOMPARE(read->kind + ".json", std::string(QTest::currentDataTag()));
}

void tst_ChecklistFile::everyFile_writesAndReadsBackEqual_data()
{
    everyFile_isValid_data();
}

void tst_ChecklistFile::everyFile_writesAndReadsBackEqual()
{
    const auto read = wire::readChecklist(text(QTest::currentDataTag()), "file");
    const std::string written = wire::writeChecklist(*read);
    const auto again = wire::readChecklist(written, "written");
    QVERIFY2(again.has_value(), again ? "" : again.error().detail.c_str());
    QVERIFY(*again == *read);
    QCOMPARE(wire::writeChecklist(*again), written);
}

void tst_ChecklistFile::limits_keepTheirOrder()
{
    const Checklist written = checklist();
    const std::string json = wire::writeChecklist(written);
    QVERIFY(json.find("bus.type=primary") < json.find("bus.type=kindergarten"));
}

void tst_ChecklistFile::members_areAllRead()
{
    const auto bus = wire::readChecklist(text("school-bus.json"), "school-bus.json");
    QCOMPARE(bus->title.en, std::string("School-bus inspection"));
    QCOMPARE(bus->asset, AssetKind::Bus);
    QCOMPARE(bus->category, std::string("BUS"));
    QVERIFY(bus->note.starts_with("凡 on_fail_action=stop_use"));
    QVERIFY(bus->frequency.en.starts_with("every bus"));
    QCOMPARE(bus->bases.at("BUS").title, std::string("校车安全管理条例"));
    QVERIFY(bus->bases.at("BUS").articleTextChecked);
    QVERIFY(!bus->bases.at("DRILL").articleTextChecked);
    QCOMPARE(bus->sections.size(), std::size_t{7});
    const ChecklistItem &plate = *bus->find("bus.permit.plate-valid");
    QCOMPARE(plate.no, std::string("A2"));
    QCOMPARE(plate.basis.front().article, std::string("第十六条、第十八条"));
    QCOMPARE(plate.response.type, ResponseType::DateNotExpired);
    QCOMPARE(plate.response.warnDays, 30);
    QCOMPARE(plate.response.assetField, std::string("bus.plate_valid_until"));
    QCOMPARE(plate.level, Level::Major);
    QCOMPARE(plate.failAction, FailAction::StopUse);
    QVERIFY(plate.uncertain);
    const auto building = wire::readChecklist(text("building.json"), "building.json");
    bool limited = false, stopped = false;
    for (const ChecklistItem &item : building->items) {
        limited = limited || item.response.limitBy.size() == 2;
        for (const ChoiceOption &option : item.response.options)
            stopped =
                stopped || (option.value == "D-used" && option.action == FailAction::StopUse &&
                            option.level == Level::Major && option.days == 0);
    }
    QVERIFY(limited);
    QVERIFY(stopped);
}

void tst_ChecklistFile::breakage_namesFileItemAndField_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, QByteArray before, QByteArray after, QByteArray message) {
        QTest::newRow(name) << before << after << "bus.json: " + message;
    };
    row("no JSON", "\"format\"", "format", "JSON: not well-formed");
    row("another format", "campus-safety-checklist/1", "campus-safety-checklist/2",
        "format: expected");
    row("no kind", "\"kind\":", "\"kinds\":", "kind: is missing");
    row("asset unknown", "\"asset\": \"bus\"", "\"asset\": \"tram\"",
        "asset: unknown word \"tram\"");
    row("count differs", "\"item_count\": 44", "\"item_count\": 45", "item_count: says 45");
    row("law without a title", "\"title\": \"校车安全管理条例\",", "",
        "bases.BUS.title: is missing");
    row("member nobody knows", "\"photo\": \"on_fail\"", "\"photo\": \"on_fail\", \"photos\": 3",
        "item bus.permit.licence: photos: is not known here");
    row("response unknown", "\"type\": \"pass_fail_na\"", "\"type\": \"maybe\"",
        "item bus.permit.licence: response.type: unknown word \"maybe\"");
    row("days a text", "\"default_days\": 0", "\"default_days\": \"0\"",
        "item bus.permit.licence: default_days: expected a whole number");
    row("level unknown", "\"default_level\": \"major\"", "\"default_level\": \"huge\"",
        "item bus.permit.licence: default_level: ");
    row("action unknown", "\"on_fail_action\": \"stop_use\"", "\"on_fail_action\": \"explode\"",
        "item bus.permit.licence: on_fail_action: ");
    row("no text", "\"zh\": \"该车已经", "\"zhh\": \"该车已经",
        "item bus.permit.licence: zh: is missing");
    row("article missing", "\"article\": \"第十四条、第十五条\"", "\"articles\": \"\"",
        "item bus.permit.licence: basis[0].article: is missing");
    row("warn days a text", "\"warn_days\": 30", "\"warn_days\": \"30\"",
        "item bus.permit.plate-valid: response.warn_days: ");
    row("item without an id", "\"id\": \"bus.permit.licence\",", "", "items[0].id: is missing");
    row("id twice", "\"id\": \"bus.permit.plate-valid\"", "\"id\": \"bus.permit.licence\"",
        "item bus.permit.licence: ");
    row("section unknown", "\"section\": \"A\"", "\"section\": \"Z\"", "item bus.permit.licence: ");
    row("law unknown", "\"law\": \"BUS\"", "\"law\": \"NONE\"", "item bus.permit.licence: ");
    row("register field unknown", "bus.plate_valid_until", "tram.plate",
        "item bus.permit.plate-valid: ");
}

void tst_ChecklistFile::breakage_namesFileItemAndField()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, message);
    QByteArray broken = QByteArray::fromStdString(text("school-bus.json"));
    const auto at = broken.indexOf(before);
    QVERIFY(at >= 0);
    broken.replace(at, before.size(), after);
    const auto read = wire::readChecklist(broken.toStdString(), "bus.json");
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY2(read.error().detail.starts_with(message.toStdString()), read.error().detail.c_str());
}

void tst_ChecklistFile::tooManyItems_areTooLarge()
{
    Checklist large = checklist();
    large.items.resize(1);
    for (std::size_t i = 0; i < limits::kChecklistItemsMax; ++i) {
        large.items.push_back(large.items.front());
        large.items.back().id += std::to_string(i);
    }
    QCOMPARE(wire::readChecklist(wire::writeChecklist(large), "large.json").error().code,
             ErrorCode::TooLarge);
    QCOMPARE(wire::readChecklist(std::string(limits::kChecklistFileBytesMax + 1, ' '), "large.json")
                 .error()
                 .code,
             ErrorCode::TooLarge);
}

void tst_ChecklistFile::truncatedFile_isRefused()
{
    const std::string whole =
        wire::writeChecklist(*wire::readChecklist(text("fire.json"), "fire.json"));
    for (std::size_t size = 0; size < whole.size(); size += 13)
        QVERIFY(wire::readChecklist(whole.substr(0, size), "fire.json")
                    .error()
                    .detail.starts_with("fire.json: "));
}

QTEST_GUILESS_MAIN(tst_ChecklistFile)
#include "tst_ChecklistFile.moc"
