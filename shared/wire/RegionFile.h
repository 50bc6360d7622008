// Reads a region file (format campus-safety-region/1): bureau, townships, schools with their
// dated changes, assets, people. Errors name file, list, position and id:
// "region.json: schools[12] (S013): code 99011013 is already used by S004". Duplicate ids, unknown
// townships or schools, and malformed dates are refused; nothing is half-read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/Result.h"
#include "domain/Register.h"

namespace campus::wire {

struct Region {
    domain::Bureau bureau;
    std::vector<domain::Township> townships;
    std::vector<domain::School> schools; // today's values; `changes` of each tells the days before
    std::vector<domain::SchoolChange> changes; // the same changes over all schools, by date
    std::vector<domain::Asset> assets;
    std::vector<domain::User> users;
};
Result<Region> readRegion(std::string_view json, std::string_view fileName);

} // namespace campus::wire
