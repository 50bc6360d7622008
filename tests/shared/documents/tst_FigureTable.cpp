// The statistics table: numbers, rows and members as the report has them, words as a bureau prints them.
#include <QTest>
#include <algorithm>

#include "documents/FigureTable.h"
#include "shared/figures/Chronicle.h"

using namespace campus;
using namespace campus::tests;
using documents::Table;
using documents::Workbook;
using figures::Breakdown;

namespace {

figures::Query half(Breakdown breakdown)
{
    auto query = figures::Query::of(day("2025-01-01"), day("2025-06-30"), day("2025-07-05").end());
    query.breakdown = breakdown;
    return query;
}

Chronicle threeHazards()
{
    Chronicle log;
    log.found("H1", "2025-03-03");
    log.assigned("H1", "2025-03-10", "2025-03-03");
    log.confirmed("H1", "2025-03-08");
    log.passed("H1", "2025-03-20");
    log.inCategory("BUS.EQUIP");
    log.found("H2", "2025-03-04");
    log.inCategory("BULLY.CASE");
    log.found("H3", "2025-03-04");
    log.inspected("I1", "S01", "甲组", "2025-03-03");
    return log;
}

const Table *sheet(const Workbook &book, const char *name)
{
    const auto found = std::find_if(book.tables.begin(), book.tables.end(),
                                    [&](const Table &table) { return table.name == name; });
    return found == book.tables.end() ? nullptr : &*found;
}

QStringList line(const Table &table, const char *head)
{
    for (const auto &cells : table.rows) {
        if (documents::cellText(cells.front()) != head)
            continue;
        QStringList texts;
        for (const documents::Cell &cell : cells)
            texts.append(QString::fromStdString(documents::cellText(cell)));
        return texts;
    }
    return {};
}

QString at(const Table &table, const char *head, const char *title)
{
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (table.columns[column].title == title)
            return line(table, head).value(static_cast<int>(column));
    }
    return "no such column";
}

QString noteOf(const Workbook &book, const char *subject)
{
    for (const documents::Note &note : book.notes) {
        if (note.subject == subject)
            return QString::fromStdString(note.text);
    }
    return "no such note";
}

} // namespace

class tst_FigureTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFigure_standsWithNumberAndDefinition()
    {
        const auto report = threeHazards().history().compute(half(Breakdown::None));
        const Workbook book = documents::figureTable(report, {"澄岚县教育局", "条", true, {}});
        const Table &table = *sheet(book, "统计表");
        QCOMPARE(table.rows.size(), report.figures.size());
        QCOMPARE(line(table, "N3").mid(0, 4), QStringList({"N3", "排查隐患数", "条", "3"}));
        QCOMPARE(line(table, "N5").mid(0, 6),
                 QStringList({"N5", "整改率", "%", "33.33%", "1", "3"}));
        QCOMPARE(line(table, "M3").mid(3, 3), QStringList({"—", "0", "0"}));
        QVERIFY(!line(table, "N3").last().isEmpty());
        QVERIFY(QString::fromStdString(table.title)
                    .contains("（演练数据）（2025年1月1日至2025年6月30日）"));
        QVERIFY(sheet(book, "按隐患类别") == nullptr);
        QCOMPARE(book.createdAt, half(Breakdown::None).knownBy);
    }

    void notes_sayWhatWasAsked()
    {
        const Workbook book = documents::figureTable(
            threeHazards().history().compute(half(Breakdown::Category)), {"局", "处", false, {}});
        QCOMPARE(noteOf(book, "统计期"), QString("2025-01-01至2025-06-30（含首尾两日）"));
        QCOMPARE(noteOf(book, "统计截止时点"), QString("2025-06-30 24:00"));
        QCOMPARE(noteOf(book, "入库截止时点"), QString("2025-07-05 24:00"));
        QCOMPARE(noteOf(book, "平衡"),
                 QString("2025-01-01至2025-06-"
                         "30：往期结转0＋本期排查3＋往期重新打开0－本期销号1＝期末未销号2，平衡"));
        QCOMPARE(noteOf(book, "分组"), QString("隐患类别"));
        QCOMPARE(noteOf(book, "N3 排查隐患数"),
                 QString("发现日在期内、已登记、未合并未作废的隐患"));
    }

    void breakdown_addsUpInWords()
    {
        const auto report = threeHazards().history().compute(half(Breakdown::Category));
        const Workbook book = documents::figureTable(report, {"局", "处", false, {}});
        const Table &table = *sheet(book, "按隐患类别");
        QCOMPARE(at(table, "消防安全", "排查隐患数"), QString("1"));
        QCOMPARE(at(table, "消防安全", "整改率"), QString("100%"));
        QCOMPARE(at(table, "校车安全", "整改率"), QString("0%"));
        QCOMPARE(at(table, "防欺凌", "排查隐患数"), QString("1"));
        QCOMPARE(at(table, "合计", "排查隐患数"), QString("3"));
        QCOMPARE(documents::cellText(table.rows.front().front()),
                 std::string("校车安全")); // order of the field
        const Workbook byTownship = documents::figureTable(
            threeHazards().history().compute(half(Breakdown::Township)), {"局", "处", false, {}});
        QCOMPARE(at(*sheet(byTownship, "按乡镇（街道）"), "望澄街道", "检查学校数（所）"),
                 QString("1"));
    }

    void members_standByNameAndRestrictedOnesAsANumber()
    {
        figures::Query query = half(Breakdown::Category);
        query.scope.restricted = false;
        documents::FigureNames names;
        names.bureau = "局";
        names.labels = {{"H1", "澄安隐〔2025〕1号"}};
        const Workbook book =
            documents::figureTable(threeHazards().history().compute(query), names);
        const Table &table = *sheet(book, "名单");
        QStringList found;
        for (const auto &cells : table.rows) {
            if (documents::cellText(cells.front()) == "N3")
                found.append(QString::fromStdString(documents::cellText(cells[3])));
        }
        QCOMPARE(found, QStringList({"澄安隐〔2025〕1号", "H2", "另有限制查看的1处，只计数"}));
        // At county level the number itself is told; by school it is not.
        QCOMPARE(at(*sheet(book, "按隐患类别"), "防欺凌", "排查隐患数"), QString("1"));
        query.scope.county = false;
        query.scope.schools = {"S01"};
        const Workbook bySchool =
            documents::figureTable(threeHazards().history().compute(query), names);
        QCOMPARE(at(*sheet(bySchool, "按隐患类别"), "防欺凌", "排查隐患数"), QString("少于3"));
        QCOMPARE(at(*sheet(bySchool, "按隐患类别"), "校车安全", "排查隐患数"), QString("1"));
    }

    void ambiguousTimes_areASheetOfTheirOwn()
    {
        Chronicle log = threeHazards();
        domain::HazardAct found;
        found.kind = domain::HazardActKind::Register;
        found.category = "FIRE";
        found.foundOn = day("2025-06-30");
        log.add("H9", "S01", found, {noon("2025-06-30"), noon("2025-07-03")},
                {noon("2025-06-28"), noon("2025-07-03"), noon("2025-06-30")});
        const auto report = log.history().compute(half(Breakdown::None));
        const Workbook book = documents::figureTable(report, {"局", "处", false, {}});
        const Table &table = *sheet(book, "时间待核");
        QCOMPARE(line(table, "H9"),
                 QStringList({"H9", "hazard.registered", "期末", "2025-06-28 12:00",
                              "2025-07-03 12:00", "2025-06-30 12:00"}));
        QCOMPARE(noteOf(book, "提示"), QString("有动作时间跨界限、须人工核对的1处"));
    }
};

QTEST_GUILESS_MAIN(tst_FigureTable)
#include "tst_FigureTable.moc"
