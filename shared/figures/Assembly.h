// Makes the figures of a report out of a tally, and puts the records behind them. Checks on the way
// that parts add up to their whole. Internal to this folder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "figures/Dimension.h"
#include "figures/Report.h"
#include "figures/Tally.h"

namespace campus::figures {

// One record that counts and may be named.
struct Listed {
    std::string name;
    FigureSet figures = 0;
    Line line;
    std::uint32_t reopenings = 1; // N13 names a hazard once an event
};

class Assembly
{
public:
    Assembly(const Tally &tally, const Dimension &rows, const Dimension &columns);

    const std::vector<RowHead> &rowHeads() const { return m_rowHeads.heads; }
    const std::vector<RowHead> &columnHeads() const { return m_columnHeads.heads; }
    std::vector<FigureOf<Number>> numbers() const;
    // `lists` by MemberKind, each in the order of names.
    std::vector<Figure> measures(const std::vector<std::vector<Listed>> &lists) const;

private:
    template <typename Value>
    std::vector<FigureOf<Value>> figures() const;
    template <typename Value>
    void addCells(std::vector<FigureOf<Value>> &figures) const;
    void name(std::vector<Figure> &figures, const Listed &record) const;
    std::uint32_t rowOf(Line line, MemberKind members) const;
    std::uint32_t columnOf(Line line, MemberKind members) const;

    const Tally &m_tally;
    const Dimension &m_rows;
    const Dimension &m_columns;
    Dimension::Heads m_rowHeads, m_columnHeads;
};

} // namespace campus::figures
