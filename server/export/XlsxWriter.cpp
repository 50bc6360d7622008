#include "export/XlsxWriter.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <type_traits>

#include <xlsxwriter.h>

#include "core/Bytes.h"
#include "export/AtomicFile.h"

namespace campus::exports {

namespace {

using documents::Cell;
using documents::Column;
using documents::Table;
using documents::Workbook;

constexpr const char *kNotesSheet = "说明";
constexpr const char *kFont = "等线";
constexpr std::size_t kSheetNameMax = 31;     // characters; a limit of the format
constexpr std::size_t kCellCharsMax = 32'767; // same
constexpr std::size_t kRowsMax = 1'048'000;   // same, with room for title and header
constexpr std::size_t kColumnsMax = 256;
constexpr int kSerialOfEpoch = 25'569; // 1970-01-01 in days of a spreadsheet
constexpr int kPaperA4 = 9;
constexpr double kSubjectWidth = 34; // columns of the sheet 说明
constexpr double kNoteWidth = 110;
constexpr lxw_color_t kHeadFill = 0xE8EEF4;
constexpr lxw_color_t kLine = 0xB0B8C0;

std::size_t codePoints(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

// Lines the text takes in a column: a Chinese character is two wide.
int linesIn(std::string_view text, double columnWidth)
{
    constexpr int kPadding = 1;
    const int room = std::max(2, static_cast<int>(columnWidth) - kPadding);
    int lines = 1;
    int used = 0;
    for (const char c : text) {
        const auto octet = static_cast<unsigned char>(c);
        if (c == '\n') {
            ++lines;
            used = 0;
            continue;
        }
        if ((octet & 0xC0) == 0x80) // the rest of a character
            continue;
        const int width = octet < 0x80 ? 1 : 2;
        if (used + width > room) {
            ++lines;
            used = 0;
        }
        used += width;
    }
    return lines;
}

// Not every program makes room for wrapped text by itself.
double heightOf(int lines)
{
    constexpr double kLinePoints = 13;
    constexpr double kPointsMax = 409; // of the format
    return std::min(kPointsMax, kLinePoints * lines + 2);
}

Error invalid(const std::string &place, const char *what)
{
    return {ErrorCode::InvalidInput, place + ": " + what};
}

// The library takes C strings and believes they are UTF-8.
Result<void> checkText(std::string_view text, const std::string &place)
{
    if (!isUtf8(text))
        return invalid(place, "not UTF-8");
    if (text.find('\0') != std::string_view::npos)
        return invalid(place, "holds a zero octet");
    if (codePoints(text) > kCellCharsMax)
        return invalid(place, "longer than a cell may be");
    return {};
}

Result<void> checkSheetName(const std::string &name, std::set<std::string> &names)
{
    if (auto checked = checkText(name, "sheet name"); !checked)
        return checked;
    const std::string place = "sheet '" + name + "'";
    if (name.empty() || codePoints(name) > kSheetNameMax)
        return invalid(place, "name of no or more than 31 characters");
    if (name.find_first_of("[]:*?/\\") != std::string::npos || name.front() == '\'' ||
        name.back() == '\'')
        return invalid(place, "name holds a character that is not allowed");
    if (!names.insert(name).second)
        return invalid(place, "name is used twice");
    return {};
}

Result<void> checkTable(const Table &table)
{
    if (auto checked = checkText(table.title, table.name + ": title"); !checked)
        return checked;
    if (table.rows.size() > kRowsMax || table.columns.empty() || table.columns.size() > kColumnsMax)
        return invalid("sheet '" + table.name + "'",
                       "more rows or columns than a sheet may have, or none");
    for (const Column &column : table.columns) {
        if (auto checked = checkText(column.title, table.name + ": header"); !checked)
            return checked;
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string place = table.name + ": row " + std::to_string(row + 1);
        if (table.rows[row].size() != table.columns.size())
            return invalid(place, "not as many cells as columns");
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const auto *text = std::get_if<std::string>(&table.rows[row][column]);
            if (text == nullptr)
                continue;
            if (auto checked = checkText(*text, place + ", column " + table.columns[column].title);
                !checked)
                return checked;
        }
    }
    return {};
}

Result<void> checkWorkbook(const Workbook &workbook)
{
    std::set<std::string> names{kNotesSheet};
    for (const Table &table : workbook.tables) {
        if (auto checked = checkSheetName(table.name, names); !checked)
            return checked;
        if (auto checked = checkTable(table); !checked)
            return checked;
    }
    for (const documents::Note &note : workbook.notes) {
        for (const std::string *text : {&note.subject, &note.text}) {
            if (auto checked = checkText(*text, std::string(kNotesSheet) + ": " + note.subject);
                !checked)
                return checked;
        }
    }
    if (auto checked = checkText(workbook.author, "author"); !checked)
        return checked;
    return checkText(workbook.title, "title");
}

class Book
{
public:
    Book(const Workbook &workbook, const std::filesystem::path &part)
        : m_workbook(workbook),
          m_folder(part.has_parent_path() ? part.parent_path().string() : ".")
    {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = m_folder.data();
        m_book = workbook_new_opt(part.c_str(), &options);
    }

    // The library's word for what went wrong; nothing when all is on disk.
    lxw_error write()
    {
        if (m_book == nullptr)
            return LXW_ERROR_MEMORY_MALLOC_FAILED;
        describe();
        makeFormats();
        for (const Table &table : m_workbook.tables)
            addTable(table);
        if (!m_workbook.notes.empty())
            addNotes();
        const lxw_error closed = workbook_close(m_book); // frees the book in every case
        return m_first != LXW_NO_ERROR ? m_first : closed;
    }

private:
    void note(lxw_error error)
    {
        if (m_first == LXW_NO_ERROR)
            m_first = error;
    }

    void describe()
    {
        std::string title = m_workbook.title;
        std::string author = m_workbook.author;
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.author = author.data();
        properties.company = author.data();
        properties.created = static_cast<time_t>(m_workbook.createdAt / 1000);
        note(workbook_set_properties(m_book, &properties));
    }

    lxw_format *format(const char *numbers, lxw_format_alignments align)
    {
        lxw_format *format = workbook_add_format(m_book);
        if (numbers != nullptr)
            format_set_num_format(format, numbers);
        format_set_align(format, static_cast<std::uint8_t>(align));
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, kLine);
        format_set_font_name(format, kFont);
        format_set_font_size(format, 10);
        return format;
    }

    void makeFormats()
    {
        m_title = workbook_add_format(m_book);
        format_set_bold(m_title);
        format_set_font_size(m_title, 14);
        format_set_font_name(m_title, kFont);
        m_head = format(nullptr, LXW_ALIGN_CENTER);
        format_set_bold(m_head);
        format_set_text_wrap(m_head);
        format_set_bg_color(m_head, kHeadFill);
        format_set_align(m_head, LXW_ALIGN_VERTICAL_CENTER);
        m_text = format("@", LXW_ALIGN_LEFT);
        format_set_text_wrap(m_text);
        m_number = format("0", LXW_ALIGN_RIGHT);
        m_date = format("yyyy-mm-dd", LXW_ALIGN_CENTER);
        m_percent = format("[=1]0%;[=0]0%;0.00%", LXW_ALIGN_RIGHT); // domain.md §12.7
        m_money = format("#,##0.00", LXW_ALIGN_RIGHT);
    }

    lxw_error put(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const Cell &cell)
    {
        return std::visit(
            [&](const auto &value) {
                using T = std::decay_t<decltype(value)>;
                if constexpr (std::is_same_v<T, std::monostate>) {
                    return worksheet_write_blank(sheet, row, column, m_text);
                } else if constexpr (std::is_same_v<T, std::string>) {
                    return worksheet_write_string(sheet, row, column, value.c_str(), m_text);
                } else if constexpr (std::is_same_v<T, Day>) {
                    return worksheet_write_number(sheet, row, column, value.number + kSerialOfEpoch,
                                                  m_date);
                } else if constexpr (std::is_same_v<T, documents::Percent>) {
                    return worksheet_write_number(sheet, row, column, value.hundredths / 10'000.0,
                                                  m_percent);
                } else if constexpr (std::is_same_v<T, documents::Money>) {
                    const auto wan = static_cast<double>(value.wanHundredths()) / 100.0;
                    return worksheet_write_number(sheet, row, column, wan, m_money);
                } else {
                    return worksheet_write_number(sheet, row, column, static_cast<double>(value),
                                                  m_number);
                }
            },
            cell);
    }

    static int linesOf(const std::vector<Cell> &cells, const std::vector<Column> &columns)
    {
        int lines = 1;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (const auto *text = std::get_if<std::string>(&cells[i]))
                lines = std::max(lines, linesIn(*text, columns[i].width));
        }
        return lines;
    }

    lxw_worksheet *addSheet(const char *name)
    {
        lxw_worksheet *sheet = workbook_add_worksheet(m_book, name);
        if (sheet == nullptr) {
            note(LXW_ERROR_PARAMETER_VALIDATION);
            return nullptr;
        }
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, kPaperA4);
        worksheet_fit_to_pages(sheet, 1, 0);
        worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6);
        note(worksheet_set_footer(sheet, "&C第 &P 页 共 &N 页"));
        return sheet;
    }

    void addTable(const Table &table)
    {
        lxw_worksheet *sheet = addSheet(table.name.c_str());
        if (sheet == nullptr)
            return;
        const auto lastColumn = static_cast<lxw_col_t>(table.columns.size() - 1);
        for (lxw_col_t column = 0; column <= lastColumn; ++column)
            note(worksheet_set_column(sheet, column, column, table.columns[column].width, nullptr));
        lxw_row_t row = 0;
        if (!table.title.empty()) {
            note(worksheet_set_row(sheet, row, 24, nullptr));
            note(worksheet_write_string(sheet, row++, 0, table.title.c_str(), m_title));
        }
        const lxw_row_t head = row++;
        int headLines = 1;
        for (const Column &column : table.columns)
            headLines = std::max(headLines, linesIn(column.title, column.width));
        note(worksheet_set_row(sheet, head, heightOf(headLines), nullptr));
        for (lxw_col_t column = 0; column <= lastColumn; ++column)
            note(worksheet_write_string(sheet, head, column, table.columns[column].title.c_str(),
                                        m_head));
        for (const std::vector<Cell> &cells : table.rows) {
            note(worksheet_set_row(sheet, row, heightOf(linesOf(cells, table.columns)), nullptr));
            for (lxw_col_t column = 0; column <= lastColumn; ++column)
                note(put(sheet, row, column, cells[column]));
            ++row;
        }
        worksheet_freeze_panes(sheet, head + 1, static_cast<lxw_col_t>(table.frozenColumns));
        note(worksheet_repeat_rows(sheet, 0, head));
        note(worksheet_autofilter(sheet, head, 0, std::max(head, row - 1), lastColumn));
    }

    void addNotes()
    {
        lxw_worksheet *sheet = addSheet(kNotesSheet);
        if (sheet == nullptr)
            return;
        note(worksheet_set_column(sheet, 0, 0, kSubjectWidth, nullptr));
        note(worksheet_set_column(sheet, 1, 1, kNoteWidth, nullptr));
        lxw_row_t row = 0;
        note(worksheet_write_string(sheet, row, 0, "项目", m_head));
        note(worksheet_write_string(sheet, row, 1, "内容", m_head));
        for (const documents::Note &line : m_workbook.notes) {
            ++row;
            const int lines =
                std::max(linesIn(line.subject, kSubjectWidth), linesIn(line.text, kNoteWidth));
            note(worksheet_set_row(sheet, row, heightOf(lines), nullptr));
            note(worksheet_write_string(sheet, row, 0, line.subject.c_str(), m_text));
            note(worksheet_write_string(sheet, row, 1, line.text.c_str(), m_text));
        }
        worksheet_freeze_panes(sheet, 1, 0);
        note(worksheet_repeat_rows(sheet, 0, 0));
    }

    const Workbook &m_workbook;
    std::string m_folder;
    lxw_workbook *m_book = nullptr;
    lxw_error m_first = LXW_NO_ERROR;
    lxw_format *m_title = nullptr, *m_head = nullptr, *m_text = nullptr, *m_number = nullptr,
               *m_date = nullptr, *m_percent = nullptr, *m_money = nullptr;
};

} // namespace

Result<void> writeXlsx(const Workbook &workbook, const std::filesystem::path &file)
{
    if (auto checked = checkWorkbook(workbook); !checked)
        return checked;
    if (workbook.tables.empty())
        return invalid("workbook", "has no table");
    const lxw_error error = Book(workbook, partOf(file)).write();
    if (error != LXW_NO_ERROR) {
        std::error_code ignored;
        std::filesystem::remove(partOf(file), ignored);
        return Error{ErrorCode::StorageFailed, file.string() + ": " + lxw_strerror(error)};
    }
    return publishPart(file);
}

} // namespace campus::exports
