// A workbook with everything that goes wrong in spreadsheets: ids that look like numbers, text that
// looks like a formula, line breaks, dates, rates at their limits. For tests of writers.
#pragma once

#include "documents/Table.h"

namespace campus::tests {

inline documents::Table nastyTable()
{
    using documents::CellType;
    using documents::Money;
    using documents::Percent;
    documents::Table table;
    table.name = "隐患台账";
    table.title = "澄岚县教育局隐患排查整改台账（演练数据）";
    table.frozenColumns = 2;
    table.columns = {{"序号", 6, CellType::Number},
                     {"隐患编号", 22, CellType::Text},
                     {"说明, 带\"引号\"", 30, CellType::Text},
                     {"联系电话", 15, CellType::Text},
                     {"整改期限", 11, CellType::Date},
                     {"整改率", 9, CellType::Percent},
                     {"资金（万元）", 10, CellType::Money}};
    const auto day = [](const char *iso) { return *Day::parse(iso); };
    table.rows = {
        {std::int64_t{1}, "澄安隐〔2025〕1号", "=HYPERLINK(\"http://x\",\"点我\")", "000-5550-1007",
         day("2025-06-30"), Percent{4286}, Money{123'456'700}},
        {std::int64_t{2}, "00012345678901234567", "+86 开头", "12345678901", day("2024-02-29"),
         Percent{10'000}, Money{0}},
        {std::int64_t{3}, "@提及", "第一行\n第二行", "-1", day("1999-12-31"), Percent{0},
         Money{-5'000}},
        {std::int64_t{-4}, "a<b>&'c'", "他说：\"好\"，然后走了", "", std::monostate{},
         std::string("—"), std::monostate{}},
        {std::int64_t{1'000'000'007}, "𠮷田小学", "\tTAB 开头", "007", day("2025-01-01"),
         Percent{1}, Money{4'999}},
        {std::int64_t{6}, "1E5", "2025-3-4", "1/2", day("2025-12-31"), Percent{9'999},
         Money{5'000}},
        {std::int64_t{7}, "TRUE", "　全角空格", "0x10", day("2025-02-28"), Percent{313},
         std::string("少于3")},
    };
    return table;
}

inline documents::Workbook nastyWorkbook()
{
    documents::Workbook book;
    book.title = "隐患排查整改台账";
    book.author = "澄岚县教育局";
    book.createdAt = Day::parse("2025-07-05")->end();
    book.tables = {nastyTable()};
    book.notes = {{"统计期", "2025-01-01至2025-06-30"},
                  {"整改率", "已整改数÷排查数\n四舍五入到两位小数"}};
    return book;
}

} // namespace campus::tests
