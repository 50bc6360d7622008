// The ledger of domain.md §14: its columns, its order, and what stands in a row.
#include <QTest>

#include "documents/Ledger.h"
#include "documents/NaturalOrder.h"
#include "figures/AsOf.h"
#include "shared/figures/Chronicle.h"

using namespace campus;
using namespace campus::tests;
using documents::LedgerChoice;
using documents::LedgerSources;
using documents::Table;
using documents::Workbook;
using K = domain::HazardActKind;

namespace {

domain::Photo photo(const char *name)
{
    domain::Photo photo;
    photo.original = sha256(name);
    photo.place = "东门";
    return photo;
}

domain::HazardAct actOf(K kind)
{
    domain::HazardAct act;
    act.kind = kind;
    return act;
}

// One hazard with every column filled, told as acts.
Chronicle fullStory()
{
    Chronicle log;
    domain::HazardAct found = actOf(K::Register);
    found.inspection = "I1";
    found.category = "FIRE.EXIT";
    found.place = "东门门卫室";
    found.description = "安全出口堆放杂物";
    found.basis = "《中华人民共和国消防法》第二十八条";
    found.campaign = "开学检查";
    found.level = domain::Level::Major;
    found.foundOn = day("2025-03-03");
    found.before = {photo("b1"), photo("b2")};
    log.act("H1", found, "2025-03-03");
    log.levelConfirmed("H1", domain::Level::Major, "2025-03-04");
    domain::HazardAct order = actOf(K::Assign);
    order.notice = "N1";
    order.measure = "清除堆放物";
    order.interim = "专人值守";
    order.responsible = "张立刚";
    order.phone = "000-5550-1007";
    order.due = day("2025-03-10");
    log.act("H1", order, "2025-03-04");
    domain::HazardAct listing = actOf(K::List);
    listing.number = "挂〔2025〕1号";
    listing.unit = "县教育局";
    listing.on = day("2025-03-05");
    log.act("H1", listing, "2025-03-05");
    domain::HazardAct transfer = actOf(K::Transfer);
    transfer.unit = "县消防大队";
    transfer.number = "函3号";
    transfer.on = day("2025-03-06");
    log.act("H1", transfer, "2025-03-06");
    log.extended("H1", "2025-03-20", "2025-03-08");
    domain::HazardAct done = actOf(K::Confirm);
    done.done = "已清除";
    done.doneOn = day("2025-03-15");
    done.moneyCents = 1'234'567;
    done.moneySource = "公用经费";
    done.after = {photo("a1")};
    log.act("H1", done, "2025-03-16");
    log.returned("H1", "2025-03-17");
    log.act("H1", done, "2025-03-18");
    log.passed("H1", "2025-03-19");
    return log;
}

LedgerSources sourcesOf(const Chronicle &log, Millis cutoff)
{
    LedgerSources sources;
    auto facts = log.facts();
    int number = 0;
    for (figures::Fact &fact : facts) {
        const auto *act = std::get_if<domain::HazardAct>(&fact.event.body);
        if (act != nullptr && (act->kind == K::Register || act->kind == K::FixOnSpot))
            fact.officialNumber = "澄安隐〔2025〕" + std::to_string(++number) + "号";
    }
    for (auto &[id, hazard] : figures::hazardsAsOf(facts, cutoff, day("2026-01-01").end()))
        sources.hazards.push_back(hazard);
    sources.schools["S01"] = schoolNamed("S01");
    sources.townships["T01"] = {"T01", "990101", "望澄街道", "subdistrict"};
    sources.people = {{"U001", "尤立琴"}, {"U010", "贺庆伟"}, {"U011", "云秀辉"}};
    sources.bureau.name = "澄岚县教育局";
    domain::Inspection inspection;
    inspection.head.on = day("2025-03-02");
    inspection.head.type = "unannounced";
    inspection.head.inspectors = {"U010", "U011"};
    inspection.head.companion = "苏光勇";
    sources.inspections["I1"] = inspection;
    domain::Notice notice;
    notice.number = "澄教安改〔2025〕12号";
    sources.notices["N1"] = notice;
    return sources;
}

LedgerChoice choiceAt(const char *cutoff)
{
    LedgerChoice choice;
    choice.cutoff = day(cutoff).end();
    choice.knownBy = day(cutoff).end();
    choice.restricted = true;
    return choice;
}

Table ledgerAt(const Chronicle &log, const char *cutoff)
{
    return documents::ledger(sourcesOf(log, day(cutoff).end()), choiceAt(cutoff)).tables.front();
}

QString cell(const Table &table, std::size_t row, const char *title)
{
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (table.columns[column].title == title)
            return QString::fromStdString(documents::cellText(table.rows.at(row).at(column)));
    }
    return "no such column";
}

QStringList numbers(const Table &table)
{
    QStringList list;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        list.append(cell(table, row, "隐患编号"));
    return list;
}

} // namespace

class tst_Ledger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columns_areThoseOfTheField()
    {
        QStringList titles;
        for (const documents::Column &column : ledgerAt(Chronicle(), "2025-06-30").columns)
            titles.append(QString::fromStdString(column.title));
        QCOMPARE(
            titles,
            QString(
                "序号, 隐患编号, 乡镇（街道）, 学校名称, 学段（类型）, 办学性质, 检查日期, "
                "检查类型/专项, "
                "检查人员, 陪检人, 隐患类别, 隐患部位, 隐患描述, 隐患等级, 判定依据, 整改措施, "
                "临时管控措施, 整改责任人, 联系电话, 整改期限, 延期至, 整改资金（万元）, 资金来源, "
                "完成日期, 整改情况, 未整改原因, 是否当场整改, 是否挂牌督办, 督办单位, 是否移交, "
                "复查人, "
                "复查日期, 复查结果, 销号日期, 整改前照片, 整改后照片, 通知书文号, 备注")
                .split(", "));
    }

    void wholeStory_fillsEveryColumn()
    {
        const Table table = ledgerAt(fullStory(), "2025-06-30");
        QStringList row;
        for (const documents::Cell &value : table.rows.at(0))
            row.append(QString::fromStdString(documents::cellText(value)));
        QCOMPARE(row, QStringList({"1",
                                   "澄安隐〔2025〕1号",
                                   "望澄街道",
                                   "S01小学",
                                   "小学",
                                   "公办",
                                   "2025-03-02",
                                   "暗访/开学检查",
                                   "贺庆伟、云秀辉",
                                   "苏光勇",
                                   "消防安全",
                                   "东门门卫室",
                                   "安全出口堆放杂物",
                                   "重大",
                                   "《中华人民共和国消防法》第二十八条",
                                   "清除堆放物",
                                   "专人值守",
                                   "张立刚",
                                   "000-5550-1007",
                                   "2025-03-10",
                                   "2025-03-20",
                                   "2.47",
                                   "公用经费",
                                   "2025-03-15",
                                   "已整改",
                                   "",
                                   "否",
                                   "是",
                                   "县教育局",
                                   "是",
                                   "尤立琴",
                                   "2025-03-19",
                                   "通过",
                                   "2025-03-19",
                                   "2张",
                                   "1张",
                                   "澄教安改〔2025〕12号",
                                   "退回1次；移交县消防大队 函3号"}));
    }

    void earlierDay_showsTheHazardAsItStood()
    {
        const Chronicle log = fullStory();
        QCOMPARE(ledgerAt(log, "2025-03-02").rows.size(), std::size_t(0));
        const Table third = ledgerAt(log, "2025-03-03");
        QCOMPARE(cell(third, 0, "整改情况"), QString("未整改"));
        QCOMPARE(cell(third, 0, "未整改原因"), QString("待交办"));
        QCOMPARE(cell(third, 0, "隐患等级"), QString("待核定重大"));
        const Table eleventh = ledgerAt(log, "2025-03-11");
        QCOMPARE(cell(eleventh, 0, "未整改原因"), QString("未到期")); // extended
        QCOMPARE(cell(eleventh, 0, "延期至"), QString("2025-03-20"));
        const Table sixteenth = ledgerAt(log, "2025-03-16");
        QCOMPARE(cell(sixteenth, 0, "整改情况"), QString("正在整改"));
        QCOMPARE(cell(sixteenth, 0, "复查结果"), QString("待复查"));
        const Table seventeenth = ledgerAt(log, "2025-03-17");
        QCOMPARE(cell(seventeenth, 0, "复查结果"), QString("退回"));
        QCOMPARE(cell(seventeenth, 0, "销号日期"), QString(""));
    }

    void overdueWithoutAReason_saysSo()
    {
        Chronicle log;
        log.found("H1", "2025-03-03");
        log.assigned("H1", "2025-03-10", "2025-03-03");
        QCOMPARE(cell(ledgerAt(log, "2025-03-10"), 0, "未整改原因"), QString("未到期"));
        QCOMPARE(cell(ledgerAt(log, "2025-03-11"), 0, "未整改原因"), QString("逾期未说明"));
        domain::HazardAct progress = actOf(K::Progress);
        progress.delayReason = domain::DelayReason::NoFunds;
        progress.reason = "年度预算未下达";
        log.act("H1", progress, "2025-03-11");
        QCOMPARE(cell(ledgerAt(log, "2025-03-12"), 0, "未整改原因"),
                 QString("资金未到位：年度预算未下达"));
    }

    void rows_standByTownshipSchoolAndNumber()
    {
        Chronicle log;
        LedgerSources sources;
        for (int i = 1; i <= 12; ++i) {
            log.at(i % 2 == 0 ? "S01" : "S02");
            log.found("H" + std::to_string(100 + i), "2025-03-03");
        }
        log.at("S03");
        log.fixedOnSpot("H200", "2025-03-03");
        sources = sourcesOf(log, day("2025-06-30").end());
        sources.schools["S02"] = schoolNamed("S02");
        sources.schools["S03"] = schoolNamed("S03");
        sources.schools["S03"].township = "T00"; // an earlier code
        sources.townships["T00"] = {"T00", "990100", "文澜街道", "subdistrict"};
        const Table table = documents::ledger(sources, choiceAt("2025-06-30")).tables.front();
        const auto number = [](int n) { return QString("澄安隐〔2025〕%1号").arg(n); };
        QCOMPARE(numbers(table),
                 QStringList({number(13), number(2), number(4), number(6), number(8), number(10),
                              number(12), number(1), number(3), number(5), number(7), number(9),
                              number(11)}));
        QCOMPARE(cell(table, 12, "序号"), QString("13"));
        QCOMPARE(cell(table, 0, "是否当场整改"), QString("是"));
        QCOMPARE(cell(table, 0, "复查结果"), QString("当场整改"));
    }

    void voidMergedAndRestricted_areLeftOut()
    {
        Chronicle log;
        log.found("H1", "2025-03-03");
        log.found("H2", "2025-03-03");
        log.voided("H2", "2025-03-04");
        log.found("H3", "2025-03-03");
        log.merged("H3", "H1", "2025-03-04");
        log.inCategory("CARE.TALK");
        log.found("H4", "2025-03-03");
        const LedgerSources sources = sourcesOf(log, day("2025-06-30").end());
        LedgerChoice choice = choiceAt("2025-06-30");
        QCOMPARE(documents::ledger(sources, choice).tables.front().rows.size(), std::size_t(2));
        choice.restricted = false;
        choice.drill = true;
        const Workbook book = documents::ledger(sources, choice);
        QCOMPARE(book.tables.front().rows.size(), std::size_t(1));
        QVERIFY(QString::fromStdString(book.tables.front().title).contains("（演练数据）"));
        const auto kept =
            std::find_if(book.notes.begin(), book.notes.end(),
                         [](const documents::Note &note) { return note.subject == "未列出"; });
        QVERIFY(kept != book.notes.end());
        QCOMPARE(QString::fromStdString(kept->text), QString("少于3处限制查看的隐患"));
    }

    void numbers_areReadAsNumbers()
    {
        using documents::naturallyBefore;
        QVERIFY(naturallyBefore("〔2025〕9号", "〔2025〕12号"));
        QVERIFY(!naturallyBefore("〔2025〕12号", "〔2025〕9号"));
        QVERIFY(naturallyBefore("〔2024〕12号", "〔2025〕9号"));
        QVERIFY(naturallyBefore("A", "A1"));
        QVERIFY(!naturallyBefore("A1", "A1"));
        QVERIFY(naturallyBefore("A01", "A1") != naturallyBefore("A1", "A01"));
    }
};

QTEST_GUILESS_MAIN(tst_Ledger)
#include "tst_Ledger.moc"
