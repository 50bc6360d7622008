#include "figures/History.h"

#include <algorithm>
#include <variant>

#include "core/Assert.h"
#include "figures/Computation.h"
#include "figures/Contents.h"

namespace campus::figures {

History::History() : m_contents(std::make_unique<HistoryContents>()) {}
History::~History() = default;
History::History(History &&) noexcept = default;
History &History::operator=(History &&) noexcept = default;

void History::add(const Fact &fact)
{
    std::visit([&](const auto &body) { m_contents->add(fact, body); }, fact.event.body);
    m_contents->newestSeq = std::max(m_contents->newestSeq, fact.seq);
}

Report History::compute(const Query &query) const
{
    CAMPUS_ASSERT(validate(query).has_value());
    Computation computation(*m_contents, query, kAllFigures);
    return computation.report();
}

Counts History::count(const Query &query) const
{
    CAMPUS_ASSERT(validate(query).has_value());
    Computation computation(*m_contents, query, 0);
    return computation.counts();
}

Measure History::membersOf(const Query &query, std::string_view figure) const
{
    CAMPUS_ASSERT(validate(query).has_value());
    const Definition *definition = definitionOf(figure);
    CAMPUS_ASSERT(definition != nullptr);
    Query whole = query;
    whole.breakdown = whole.across = Breakdown::None;
    Computation computation(*m_contents, whole, bit(definition->key) | baseBit(definition->key));
    return computation.measure(definition->key);
}

std::vector<MonthRow> History::months(const MonthQuery &query) const
{
    return m_contents->board.months(query, m_contents->categories);
}

std::vector<OverdueSchool> History::mostOverdue(Day today, std::size_t count) const
{
    return m_contents->board.mostOverdue(today, count, m_contents->schools);
}

std::uint64_t History::newestSeq() const
{
    return m_contents->newestSeq;
}

} // namespace campus::figures
