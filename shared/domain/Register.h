// The registers an inspection stands on: bureau, townships, schools, assets, people.
// School attributes are dated (domain.md §12.6): the current value plus its changes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/Day.h"
#include "domain/Words.h"

namespace campus::domain {

// A register field. The four forms a region file and a checklist condition know.
using FieldValue = std::variant<std::monostate, bool, double, std::string>;
using Fields = std::map<std::string, FieldValue>; // ordered: iteration must not depend on a hash

struct Bureau {
    std::string id, name, office, phone, hotline;
    std::string documentPrefix;   // 澄教安改
    std::string regionCode, regionName;
    std::string noticeBasis;      // legal basis text of a notice, chosen by the bureau
    std::string noticeRequirements, noticeConsequences;
    std::string countWord = "处"; // 处 条 项 个 (§12.2)
    int reopenWithinDays = 90;    // §10.2 (15)
    int reviewWorkingDays = 5;    // general; §10.3
    int reviewMajorDays = 10;
    bool remotePhotoReview = false; // §10.2 (7)
    std::vector<Day> holidays;    // not worked though Monday to Friday
    std::vector<Day> workdays;    // 调休: worked though Saturday or Sunday
    bool drill = false;           // 演练: everything here is an exercise, and every screen says so
    bool operator==(const Bureau &) const = default;
};

struct Township {
    std::string id, code, name, kind; // kind: subdistrict | town | township
    bool operator==(const Township &) const = default;
};

struct SchoolChange { // one dated change of one attribute, known from the event's seq on
    std::string school;
    Day on;
    std::string field;   // type | ownership | township_id | status | any register field
    FieldValue before, after;
    std::string successor; // school id, when merged
    std::string note;
    bool operator==(const SchoolChange &) const = default;
};

struct School {
    std::string id, code, name;
    std::string type;      // kindergarten primary junior nine_year senior vocational special
    std::string subtype;   // teaching_point or empty
    std::string ownership; // public | private
    std::string township;  // id
    std::string status;    // active closed merged
    std::string successor;
    std::string principalName, principalPhone, safetyOfficerName, safetyOfficerPhone;
    std::int64_t students = 0, boarders = 0;
    Fields fields;                     // what a checklist may ask, without the prefix: has_pool …
    std::vector<SchoolChange> changes; // ordered by date
    std::uint64_t version = 0;
    bool operator==(const School &) const = default;
};

struct Asset {
    std::string id;
    AssetKind kind = AssetKind::Bus;
    std::string school;
    std::string name;      // plate, building name, canteen name, location of a flood point
    Fields fields;         // bus.approved_seats …, without the prefix; driver.* keep "driver."
    bool inUse = true;
    std::uint64_t version = 0;
    bool operator==(const Asset &) const = default;
};

// asset.observed: what an inspection saw differently from the register, written back. Its object
// is the asset, or the school for fields of the school: fields of another object change nothing.
struct AssetObserved {
    std::string inspection;
    Fields fields;         // full field names of the register: "bus.plate_valid_until", "school.…"
    Day on;
    bool operator==(const AssetObserved &) const = default;
};

struct User {
    std::string id, name;
    Role role = Role::Leader;
    std::vector<std::string> townships; // safety and town officers
    std::string school;                 // principal, school safety officer
    std::string tablet;                 // label of the tablet, if any
    bool active = true;
    std::uint64_t version = 0;
    std::vector<std::string> assigned;  // experts: ids of the hazards they are asked about
    bool operator==(const User &) const = default;
};

} // namespace campus::domain
