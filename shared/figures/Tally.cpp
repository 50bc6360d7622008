#include "figures/Tally.h"

namespace campus::figures {

void Tally::grow()
{
    std::vector<std::uint32_t>(m_slots.size() * 2).swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        std::size_t slot = hashOf(m_entries[i].line, m_entries[i].figures) & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

} // namespace campus::figures
