#include <array>
#include <cstdio>

#include "app/Commands.h"
#include "app/ReportText.h"
#include "export/CsvWriter.h"
#include "export/XlsxWriter.h"
#include "service/Reports.h"

namespace campus::app {

namespace {

const std::array kFiguresOptions{
    kDataOption,
    kConfigOption,
    Option{"from", "YYYY-MM-DD", "first day of the period"},
    Option{"to", "YYYY-MM-DD", "last day of the period"},
    Option{"cutoff", "WHEN",
           "统计截止: what happened by then counts; a day or an instant (default: end of --to)"},
    Option{"known-by", "WHEN", "入库截止: what the server knew by then counts (default: now)"},
    Option{"by", "WHAT",
           "breakdown: category, school_type, township, ownership, level, campaign, source"},
    Option{"campaign", "NAME", "only one campaign"},
    Option{"json", "", "as JSON with the members behind every number"},
    Option{"out", "FILE", "also as a workbook (.xlsx) with the members and the ambiguous cases"},
    kDrillClockOption};
const std::array kLedgerOptions{
    kDataOption,
    kConfigOption,
    Option{"out", "FILE", "where to write it: .xlsx or .csv"},
    Option{"from", "YYYY-MM-DD", "only hazards found on or after this day"},
    Option{"to", "YYYY-MM-DD", "only hazards found on or before this day"},
    Option{"cutoff", "WHEN", "as it stood then (default: now)"},
    Option{"known-by", "WHEN", "as the server knew it then (default: now)"},
    Option{"category", "CODE", "only one category, for instance BUS"},
    Option{"township", "ID", "only one township"},
    Option{"school", "ID", "only one school"},
    Option{"open", "", "only what is not closed"},
    kDrillClockOption};

Result<std::optional<Day>> dayOf(const Arguments &arguments, std::string_view name)
{
    const std::string text = arguments.value(name);
    if (text.empty())
        return std::optional<Day>();
    const auto day = Day::parse(text);
    if (!day)
        return {ErrorCode::InvalidInput,
                "--" + std::string(name) + ": '" + text + "' is not a day like 2026-03-01"};
    return day;
}

// A day holds the whole day; an instant everything up to and with it (domain.md §12.10(1)).
Result<std::optional<Millis>> momentOf(const Arguments &arguments, std::string_view name)
{
    const std::string text = arguments.value(name);
    if (text.empty())
        return std::optional<Millis>();
    if (const auto day = Day::parse(text))
        return std::optional<Millis>(day->end());
    if (const auto instant = parseInstant(text))
        return std::optional<Millis>(*instant);
    return {ErrorCode::InvalidInput,
            "--" + std::string(name) + ": '" + text +
                "' is neither a day nor an instant like 2026-03-01T08:00:00+08:00"};
}

Result<figures::Breakdown> breakdownOf(const std::string &name)
{
    using figures::Breakdown;
    for (const Breakdown one :
         {Breakdown::None, Breakdown::Category, Breakdown::SchoolType, Breakdown::Township,
          Breakdown::Ownership, Breakdown::Level, Breakdown::Campaign, Breakdown::Source}) {
        if (figures::nameOf(one) == name)
            return one;
    }
    return {ErrorCode::InvalidInput,
            "--by: '" + name +
                "' is none of category, school_type, township, ownership, level, campaign, source"};
}

bool endsWith(const std::string &text, std::string_view end)
{
    return text.size() > end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

Result<int> figuresCommand(const Context &context)
{
    const std::string file = context.arguments.value("out");
    if (context.arguments.has("out") && !endsWith(file, ".xlsx"))
        return {ErrorCode::InvalidInput, "--out FILE ends in .xlsx"};
    const auto from = dayOf(context.arguments, "from");
    const auto to = dayOf(context.arguments, "to");
    const auto cutoff = momentOf(context.arguments, "cutoff");
    const auto knownBy = momentOf(context.arguments, "known-by");
    const auto by =
        breakdownOf(context.arguments.has("by") ? context.arguments.value("by") : "none");
    if (!from || !to || !cutoff || !knownBy || !by)
        return !from      ? from.error()
               : !to      ? to.error()
               : !cutoff  ? cutoff.error()
               : !knownBy ? knownBy.error()
                          : by.error();
    if (!*from || !*to)
        return {ErrorCode::InvalidInput, "--from and --to are needed"};
    auto server = OpenServer::open(context, storage::DataFolder::Use::Read);
    if (!server)
        return server.error();
    service::Reports &reports = (*server)->services().reports();
    // One instant for the text and the workbook: both say the same.
    const service::FiguresRequest request{**from,
                                          **to,
                                          *cutoff,
                                          knownBy->value_or((*server)->clock().wall()),
                                          *by,
                                          context.arguments.value("campaign")};
    const auto answer = reports.figures(service::Reports::operatorAtServer(), request);
    if (!answer)
        return answer.error();
    if (!file.empty()) {
        const auto workbook = reports.figureTable(service::Reports::operatorAtServer(), request);
        if (!workbook)
            return workbook.error();
        if (auto written = exports::writeXlsx(*workbook, file); !written)
            return written.error();
    }
    const std::string text =
        context.arguments.has("json") ? wire::encode(messageOf(*answer)) + "\n" : tableOf(*answer);
    std::fputs(text.c_str(), stdout);
    return 0;
}

Result<int> ledgerCommand(const Context &context)
{
    const std::string file = context.arguments.value("out");
    if (!endsWith(file, ".xlsx") && !endsWith(file, ".csv"))
        return {ErrorCode::InvalidInput, "--out FILE is needed, ending in .xlsx or .csv"};
    const auto from = dayOf(context.arguments, "from");
    const auto to = dayOf(context.arguments, "to");
    const auto cutoff = momentOf(context.arguments, "cutoff");
    const auto knownBy = momentOf(context.arguments, "known-by");
    if (!from || !to || !cutoff || !knownBy)
        return !from ? from.error() : !to ? to.error() : !cutoff ? cutoff.error() : knownBy.error();
    auto server = OpenServer::open(context, storage::DataFolder::Use::Read);
    if (!server)
        return server.error();
    service::LedgerRequest request;
    request.cutoff = *cutoff;
    request.knownBy = *knownBy;
    request.from = *from;
    request.to = *to;
    request.category = context.arguments.value("category");
    request.township = context.arguments.value("township");
    request.school = context.arguments.value("school");
    request.openOnly = context.arguments.has("open");
    const auto workbook =
        (*server)->services().reports().ledger(service::Reports::operatorAtServer(), request);
    if (!workbook)
        return workbook.error();
    const auto written = endsWith(file, ".xlsx")
                             ? exports::writeXlsx(*workbook, file)
                             : exports::writeCsv(workbook->tables.front(), file);
    if (!written)
        return written.error();
    std::printf("%zu rows in %s\n", workbook->tables.front().rows.size(), file.c_str());
    return 0;
}

} // namespace

const Command kFigures{"figures", "print the safety paragraph and its figures", kFiguresOptions,
                       figuresCommand};
const Command kLedger{"ledger", "write the ledger 隐患排查整改台账 as xlsx or csv", kLedgerOptions,
                      ledgerCommand};

} // namespace campus::app
