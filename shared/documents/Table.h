// A printed table as values: what stands in which cell and how wide a column is, not how a file
// of some format is made. export/ writes it as xlsx and csv. A plain value.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/Clock.h"
#include "core/Day.h"

namespace campus::documents {

enum class CellType : std::uint8_t { Text = 1, Number = 2, Date = 3, Percent = 4, Money = 5 };

// Hundredths of a percent, already rounded by the rule of domain.md §12.7.
struct Percent {
    int hundredths = 0;
    bool operator==(const Percent &) const = default;
};

// Yuan × 100; prints as 万元 with two decimals.
struct Money {
    std::int64_t cents = 0;
    std::int64_t wanHundredths() const; // hundredths of 万元, half away from zero
    bool operator==(const Money &) const = default;
};

// monostate = empty. Text may stand in a column of any type ("—", "少于3").
using Cell = std::variant<std::monostate, std::string, std::int64_t, Day, Percent, Money>;

struct Column {
    std::string title;
    double width = 10; // in characters of a Latin font; a Chinese character counts 2
    CellType type = CellType::Text;
    bool operator==(const Column &) const = default;
};

struct Table {
    std::string name;      // of the sheet: at most 31 characters, none of []:*?/\ and unique
    std::string title;     // line above the header row; empty = none
    int frozenColumns = 0; // stay in sight when scrolling to the right
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; // each as long as `columns`
    bool operator==(const Table &) const = default;
};

struct Note {
    std::string subject;
    std::string text;
    bool operator==(const Note &) const = default;
};

// Several tables that leave the house as one file; the notes become the sheet 说明.
struct Workbook {
    std::string title;
    std::string author;   // name of the bureau
    Millis createdAt = 0; // K of what it shows, never the clock
    std::vector<Table> tables;
    std::vector<Note> notes;
    bool operator==(const Workbook &) const = default;
};

// A cell as text, as a csv or a printed page shows it: 2025-06-30, 42.86%, 1.20 (万元), empty.
std::string cellText(const Cell &cell);

} // namespace campus::documents
