#include "export/CsvWriter.h"

#include "core/Bytes.h"
#include "export/AtomicFile.h"

namespace campus::exports {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kFormulaStarts = "=+-@\t\r\n";

bool isText(const documents::Cell &cell)
{
    return std::holds_alternative<std::string>(cell);
}

// A spreadsheet runs a cell that begins like a formula; the apostrophe makes it text.
std::string quoted(const std::string &text, bool mayBeFormula)
{
    std::string field;
    if (mayBeFormula && !text.empty() &&
        kFormulaStarts.find(text.front()) != std::string_view::npos)
        field = "'";
    field += text;
    if (field.find_first_of(",\"\r\n") == std::string::npos)
        return field;
    std::string escaped = "\"";
    for (const char c : field) {
        if (c == '"')
            escaped += '"';
        escaped += c;
    }
    return escaped + '"';
}

} // namespace

Result<std::string> csvOctets(const documents::Table &table)
{
    std::string octets(kByteOrderMark);
    const auto addLine = [&](const auto &fields, auto fieldOf) {
        bool first = true;
        for (const auto &field : fields) {
            if (!first)
                octets += ',';
            first = false;
            octets += fieldOf(field);
        }
        octets += kLineEnd;
    };
    addLine(table.columns,
            [](const documents::Column &column) { return quoted(column.title, true); });
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
            if (!isUtf8(documents::cellText(table.rows[row][column])))
                return Error{ErrorCode::InvalidInput,
                             table.name + ": row " + std::to_string(row + 1) + ", column " +
                                 std::to_string(column + 1) + ": not UTF-8"};
        }
        addLine(table.rows[row], [](const documents::Cell &cell) {
            return quoted(documents::cellText(cell), isText(cell));
        });
    }
    return octets;
}

Result<void> writeCsv(const documents::Table &table, const std::filesystem::path &file)
{
    const auto octets = csvOctets(table);
    return octets ? writeWhole(file, *octets) : Result<void>(octets.error());
}

} // namespace campus::exports
