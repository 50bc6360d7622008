// How many records count in which figures on which line of a breakdown. Records alike are one entry,
// so a million of them cost as much as their few hundred kinds. Internal to this folder.
#pragma once

#include <cstdint>
#include <vector>

#include "figures/HazardFigures.h"

namespace campus::figures {

// Where a record stands in the breakdowns asked for; kNoLine = not broken down.
inline constexpr std::uint32_t kNoLine = UINT32_MAX;
struct Line {
    std::uint32_t row = kNoLine, column = kNoLine;
    bool operator==(const Line &) const = default;
};

class Tally
{
public:
    struct Entry {
        FigureSet figures = 0;
        Line line;
        std::uint64_t shown = 0, hidden = 0; // records the scope may open, and others
    };
    Tally() : m_slots(kSlotsAtFirst) {}

    void add(Line line, FigureSet figures, bool isVisible, std::uint64_t times = 1)
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = hashOf(line, figures) & mask;
        for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
            Entry &entry = m_entries[m_slots[slot] - 1];
            if (entry.figures == figures && entry.line == line) {
                (isVisible ? entry.shown : entry.hidden) += times;
                return;
            }
        }
        m_entries.push_back({figures, line, isVisible ? times : 0, isVisible ? 0 : times});
        m_slots[slot] = static_cast<std::uint32_t>(m_entries.size());
        if (m_entries.size() * 2 > m_slots.size())
            grow();
    }
    const std::vector<Entry> &entries() const { return m_entries; }

private:
    static constexpr std::size_t kSlotsAtFirst = 4096;
    static std::size_t hashOf(Line line, FigureSet figures)
    {
        std::uint64_t value = figures ^ static_cast<std::uint64_t>(line.row) * 0x9E3779B97F4A7C15u ^
                              static_cast<std::uint64_t>(line.column) * 0xC2B2AE3D27D4EB4Fu;
        value = (value ^ value >> 31) * 0xBF58476D1CE4E5B9u;
        return static_cast<std::size_t>(value ^ value >> 29);
    }
    void grow();

    std::vector<Entry> m_entries;       // in the order of first mention
    std::vector<std::uint32_t> m_slots; // entry + 1; 0 = free
};

} // namespace campus::figures
