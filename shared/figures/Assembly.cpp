#include "figures/Assembly.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "core/Assert.h"

namespace campus::figures {

namespace {

// What a bit of a FigureSet stands for.
struct Slot {
    std::size_t figure = 0;
    bool isBase = false;
};

Slot slotOf(unsigned bitNumber)
{
    if (bitNumber < kFigures)
        return {bitNumber, false};
    return {static_cast<std::size_t>(kRates[bitNumber - kFigures]), true};
}

template <typename Take>
void forEachSlot(FigureSet figures, Take &&take)
{
    for (; figures != 0; figures &= figures - 1)
        take(slotOf(static_cast<unsigned>(std::countr_zero(figures))));
}

void add(Number &number, bool isBase, const Tally::Entry &entry)
{
    (isBase ? number.base : number.count) += static_cast<std::int64_t>(entry.shown + entry.hidden);
    (isBase ? number.baseHidden : number.hidden) += static_cast<std::int64_t>(entry.hidden);
}

void add(Number &sum, const Number &part)
{
    sum.count += part.count;
    sum.base += part.base;
    sum.hidden += part.hidden;
    sum.baseHidden += part.baseHidden;
}

template <typename Parts, typename NumberOf>
bool addUpTo(const Number &total, const Parts &parts, NumberOf numberOf)
{
    Number sum;
    for (const auto &part : parts)
        add(sum, numberOf(part));
    return parts.empty() || sum == total;
}

template <typename Value>
void checkSums(const std::vector<FigureOf<Value>> &figures)
{
    using F = FigureId;
    const auto plain = [](const Value &value) -> const Number & { return value; };
    const auto ofCell = [](const auto &cell) -> const Number & { return cell.value; };
    for (const FigureOf<Value> &figure : figures) {
        CAMPUS_ASSERT(addUpTo(figure.total, figure.rows, plain) &&
                      addUpTo(figure.total, figure.columns, plain) &&
                      addUpTo(figure.total, figure.cells, ofCell));
    }
    const auto n = [&](F figure) { return figures[static_cast<std::size_t>(figure)].total.count; };
    CAMPUS_ASSERT(n(F::Found) == n(F::Rectified) + n(F::Unrectified));
    CAMPUS_ASSERT(n(F::Unrectified) == n(F::UnrectifiedPending) + n(F::UnrectifiedReview) +
                                           n(F::UnrectifiedOverdue) + n(F::UnrectifiedExtended) +
                                           n(F::UnrectifiedRunning));
    CAMPUS_ASSERT(n(F::MajorFound) == n(F::MajorRectified) + n(F::MajorOpen));
}

bool isWhole(const Measure &measure)
{
    return measure.count == std::ssize(measure.members) + measure.hidden &&
           measure.base == std::ssize(measure.baseMembers) + measure.baseHidden;
}

} // namespace

Assembly::Assembly(const Tally &tally, const Dimension &rows, const Dimension &columns)
    : m_tally(tally),
      m_rows(rows),
      m_columns(columns)
{
    std::vector<bool> usedRows(rows.lines()), usedColumns(columns.lines());
    for (const Tally::Entry &entry : tally.entries()) {
        if (entry.line.row != kNoLine)
            usedRows[entry.line.row] = true;
        if (entry.line.column != kNoLine)
            usedColumns[entry.line.column] = true;
    }
    m_rowHeads = rows.heads(usedRows);
    m_columnHeads = columns.heads(usedColumns);
}

std::uint32_t Assembly::rowOf(Line line, MemberKind members) const
{
    return line.row != kNoLine && m_rows.divides(members) ? m_rowHeads.places[line.row] : kNoLine;
}

std::uint32_t Assembly::columnOf(Line line, MemberKind members) const
{
    return line.column != kNoLine && m_columns.divides(members) ? m_columnHeads.places[line.column]
                                                                : kNoLine;
}

template <typename Value>
std::vector<FigureOf<Value>> Assembly::figures() const
{
    std::vector<FigureOf<Value>> figures;
    for (const Definition &definition : definitions()) {
        FigureOf<Value> &figure = figures.emplace_back();
        figure.id = definition.id;
        figure.kind = definition.kind;
        figure.of = definition.of;
        if (m_rows.divides(definition.of))
            figure.rows.resize(rowHeads().size());
        if (m_columns.divides(definition.of))
            figure.columns.resize(columnHeads().size());
    }
    for (const Tally::Entry &entry : m_tally.entries()) {
        forEachSlot(entry.figures, [&](Slot slot) {
            FigureOf<Value> &figure = figures[slot.figure];
            add(figure.total, slot.isBase, entry);
            if (const auto row = rowOf(entry.line, figure.of); row != kNoLine)
                add(figure.rows[row], slot.isBase, entry);
            if (const auto column = columnOf(entry.line, figure.of); column != kNoLine)
                add(figure.columns[column], slot.isBase, entry);
        });
    }
    addCells(figures);
    checkSums(figures);
    return figures;
}

template <typename Value>
void Assembly::addCells(std::vector<FigureOf<Value>> &figures) const
{
    std::vector<std::tuple<std::uint32_t, std::uint32_t, const Tally::Entry *>> crossed;
    for (const Tally::Entry &entry : m_tally.entries()) {
        if (entry.line.row != kNoLine && entry.line.column != kNoLine)
            crossed.emplace_back(m_rowHeads.places[entry.line.row],
                                 m_columnHeads.places[entry.line.column], &entry);
    }
    std::stable_sort(crossed.begin(), crossed.end(), [](const auto &a, const auto &b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    for (const auto &[row, column, entry] : crossed) {
        forEachSlot(entry->figures, [&, row = row, column = column, entry = entry](Slot slot) {
            FigureOf<Value> &figure = figures[slot.figure];
            if (!m_rows.divides(figure.of) || !m_columns.divides(figure.of))
                return;
            if (figure.cells.empty() || figure.cells.back().row != row ||
                figure.cells.back().column != column)
                figure.cells.push_back({row, column, {}});
            add(figure.cells.back().value, slot.isBase, *entry);
        });
    }
}

std::vector<FigureOf<Number>> Assembly::numbers() const
{
    return figures<Number>();
}

void Assembly::name(std::vector<Figure> &figures, const Listed &record) const
{
    forEachSlot(record.figures, [&](Slot slot) {
        Figure &figure = figures[slot.figure];
        const std::uint32_t times =
            slot.figure == static_cast<std::size_t>(FigureId::Reopenings) ? record.reopenings : 1;
        const auto put = [&](Measure &measure) {
            auto &names = slot.isBase ? measure.baseMembers : measure.members;
            names.insert(names.end(), times, record.name);
        };
        put(figure.total);
        const std::uint32_t row = rowOf(record.line, figure.of);
        const std::uint32_t column = columnOf(record.line, figure.of);
        if (row != kNoLine)
            put(figure.rows[row]);
        if (column != kNoLine)
            put(figure.columns[column]);
        if (row == kNoLine || column == kNoLine)
            return;
        const auto cell = std::lower_bound(
            figure.cells.begin(), figure.cells.end(), std::pair(row, column),
            [](const Figure::Cell &a, const std::pair<std::uint32_t, std::uint32_t> &b) {
                return std::pair(a.row, a.column) < b;
            });
        put(cell->value);
    });
}

std::vector<Figure> Assembly::measures(const std::vector<std::vector<Listed>> &lists) const
{
    std::vector<Figure> measured = figures<Measure>();
    for (const auto &list : lists) {
        for (const Listed &record : list)
            name(measured, record);
    }
    for (const Figure &figure : measured) {
        const auto whole = [](const auto &parts) {
            return std::all_of(parts.begin(), parts.end(), isWhole);
        };
        CAMPUS_ASSERT(isWhole(figure.total) && whole(figure.rows) && whole(figure.columns));
        CAMPUS_ASSERT(std::all_of(figure.cells.begin(), figure.cells.end(),
                                  [](const auto &cell) { return isWhole(cell.value); }));
    }
    return measured;
}

} // namespace campus::figures
