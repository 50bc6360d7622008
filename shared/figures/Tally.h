// Gathers the members of one figure and of its rows. Internal to this folder.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "figures/Definitions.h"
#include "figures/Report.h"

namespace campus::figures {

// One record that counts: its id, the breakdown row it stands in, and whether the scope may open it.
struct Counted {
    std::string id;
    std::string row;
    bool visible = true;
};

class Tally
{
public:
    void add(const Counted &record) { m_count.push_back(record); }
    void addBase(const Counted &record) { m_base.push_back(record); }
    void addRowsTo(std::set<std::string> &values) const;
    // `values` in print order; no rows when `hasRows` is false.
    Figure figure(const Definition &definition, const std::vector<RowHead> &values,
                  bool hasRows) const;

private:
    std::vector<Counted> m_count, m_base;
};

} // namespace campus::figures
