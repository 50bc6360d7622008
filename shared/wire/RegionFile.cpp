#include "wire/RegionFile.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/Limits.h"
#include "wire/JsonReader.h"
#include "wire/RegisterEntry.h"

namespace campus::wire {

namespace {

using domain::AssetKind;
using domain::FieldValue;

constexpr std::string_view kFormat = "campus-safety-region/1";
constexpr std::array<std::string_view, 7> kSchoolTypes{
    "kindergarten", "primary", "junior", "nine_year", "senior", "vocational", "special"};
constexpr std::array<std::string_view, 2> kOwnerships{"public", "private"};
constexpr std::array<std::string_view, 3> kStatuses{"active", "closed", "merged"};
constexpr std::array<std::string_view, 3> kTownshipKinds{"subdistrict", "town", "township"};

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// What stands before the message of one entry: "schools[12] (S013): ".
struct EntryPlace {
    std::string_view list;
    std::size_t index = 0;
    std::string id;
    std::string text() const
    {
        return std::string(list) + "[" + std::to_string(index) + "]" +
               (id.empty() ? "" : " (" + id + ")");
    }
};

class RegionReader
{
public:
    Result<Region> read(const JsonNode &root);

private:
    bool fail(const std::string &what)
    {
        if (!m_failed)
            m_error = {ErrorCode::InvalidInput, what};
        m_failed = true;
        return false;
    }
    bool failAt(const EntryPlace &place, const std::string &what)
    {
        return fail(place.text() + ": " + what);
    }

    // Reads every entry of a list; `one(reader, place)` fills and checks it.
    template <typename One>
    void list(const JsonNode &root, std::string_view name, bool needed, One &&one);
    void bureau(const JsonNode &root);
    void townships(const JsonNode &root);
    void schools(const JsonNode &root);
    void school(JsonReader &reader, const JsonNode &node, const EntryPlace &place);
    void checkSuccessors();
    void history(const JsonNode &root);
    void studentsBefore(const JsonNode &node, const domain::School &school);
    void arrangeChanges();
    void assets(const JsonNode &root, std::string_view list, AssetKind kind,
                std::string_view nameField);
    void users(const JsonNode &root);

    domain::School *schoolOf(const std::string &id);
    // Everything of the entry that is not in `mapped` becomes a field.
    void addFields(const JsonNode &node, const std::set<std::string_view> &mapped,
                   domain::Fields &fields, const EntryPlace &place)
    {
        if (const auto added = addRegisterFields(node, mapped, fields); !added)
            failAt(place, added.error().detail);
    }

    Region m_region;
    std::map<std::string, std::string> m_places;  // id → "list[n]", over all lists
    std::map<std::string, std::string> m_codes;   // school code → id
    std::map<std::string, std::size_t> m_schools; // id → index
    std::set<std::string> m_townships;
    std::map<std::string, std::string> m_parents; // school → parent, checked when all are known
    Error m_error;
    bool m_failed = false;
};

template <typename One>
void RegionReader::list(const JsonNode &root, std::string_view name, bool needed, One &&one)
{
    const JsonNode *node = root.member(name);
    if (m_failed || (!node && !needed))
        return;
    if (!node || !node->items()) {
        fail(std::string(name) + (node ? ": expected a list" : ": is missing"));
        return;
    }
    for (std::size_t i = 0; i < node->items()->size() && !m_failed; ++i) {
        const JsonNode &entry = (*node->items())[i];
        EntryPlace place{name, i, {}};
        if (const JsonNode *id = entry.member("id")) {
            if (const auto *text = std::get_if<std::string>(&id->value))
                place.id = text->substr(0, limits::kIdCharsMax);
        }
        JsonReading reading;
        JsonReader reader(reading, entry);
        if (!reading.failed())
            one(reader, entry, place);
        if (reading.failed())
            failAt(place, reading.error().detail);
    }
}

// ---- lists ---------------------------------------------------------------------------------------

void RegionReader::bureau(const JsonNode &root)
{
    const JsonNode *node = root.member("bureau");
    const JsonNode *region = root.member("region");
    if (!node || !region) {
        fail(node ? "region: is missing" : "bureau: is missing");
        return;
    }
    domain::Bureau &bureau = m_region.bureau;
    JsonReading reading;
    reading.push("bureau");
    JsonReader reader(reading, *node);
    reader.needId("id", bureau.id);
    reader.need("name", bureau.name);
    reader.field("office", bureau.office);
    reader.field("phone", bureau.phone);
    reader.field("hotline", bureau.hotline);
    reader.field("document_prefix", bureau.documentPrefix);
    reader.field("notice_basis", bureau.noticeBasis);
    reader.field("notice_requirements", bureau.noticeRequirements);
    reader.field("notice_consequences", bureau.noticeConsequences);
    reader.field("count_word", bureau.countWord, "处");
    reader.field("reopen_within_days", bureau.reopenWithinDays, 90);
    reader.field("review_working_days", bureau.reviewWorkingDays, 5);
    reader.field("review_major_days", bureau.reviewMajorDays, 10);
    reader.field("remote_photo_review", bureau.remotePhotoReview);
    reader.field("holidays", bureau.holidays);
    reader.field("workdays", bureau.workdays);
    reading.pop();
    reading.push("region");
    JsonReader regionReader(reading, *region);
    regionReader.needId("code", bureau.regionCode);
    regionReader.need("name", bureau.regionName);
    if (reading.failed())
        fail(reading.error().detail);
    m_places[bureau.id] = "bureau";
}

void RegionReader::townships(const JsonNode &root)
{
    list(root, "townships", true,
         [&](JsonReader &reader, const JsonNode &, const EntryPlace &place) {
             domain::Township township;
             reader.needId("id", township.id);
             reader.needId("code", township.code);
             reader.need("name", township.name);
             reader.needId("kind", township.kind);
             if (reader.reading().failed())
                 return;
             if (!isOneOf(township.kind, kTownshipKinds))
                 failAt(place, "kind: unknown word \"" + township.kind + "\"");
             if (!m_places.emplace(township.id, place.text()).second)
                 failAt(place, "id is already used by " + m_places[township.id]);
             m_townships.insert(township.id);
             m_region.townships.push_back(std::move(township));
         });
}

void readPerson(JsonReader &reader, std::string_view name, std::string &personName,
                std::string &phone)
{
    reader.take(name, false, [&](const JsonNode &node) {
        JsonReader person(reader.reading(), node);
        person.need("name", personName);
        person.field("phone", phone);
    });
}

void RegionReader::school(JsonReader &reader, const JsonNode &node, const EntryPlace &place)
{
    static const std::set<std::string_view> kMapped{"id",
                                                    "code",
                                                    "name",
                                                    "type",
                                                    "subtype",
                                                    "ownership",
                                                    "township_id",
                                                    "status",
                                                    "successor_id",
                                                    "principal",
                                                    "safety_officer",
                                                    "students",
                                                    "boarders",
                                                    "parent_school_id",
                                                    "status_date",
                                                    "students_before"};
    domain::School school;
    std::string parent;
    std::optional<Day> statusDate;
    reader.needId("id", school.id);
    reader.needId("code", school.code);
    reader.need("name", school.name);
    reader.needId("type", school.type);
    reader.id("subtype", school.subtype);
    reader.needId("ownership", school.ownership);
    reader.needId("township_id", school.township);
    reader.needId("status", school.status);
    reader.id("successor_id", school.successor);
    reader.id("parent_school_id", parent);
    readPerson(reader, "principal", school.principalName, school.principalPhone);
    readPerson(reader, "safety_officer", school.safetyOfficerName, school.safetyOfficerPhone);
    reader.field("students", school.students);
    reader.field("boarders", school.boarders);
    reader.field("status_date", statusDate);
    if (reader.reading().failed())
        return;
    if (!isOneOf(school.type, kSchoolTypes))
        failAt(place, "type: unknown word \"" + school.type + "\"");
    if (!isOneOf(school.ownership, kOwnerships))
        failAt(place, "ownership: unknown word \"" + school.ownership + "\"");
    if (!isOneOf(school.status, kStatuses))
        failAt(place, "status: unknown word \"" + school.status + "\"");
    if (school.students < 0 || school.boarders < 0)
        failAt(place, "students: expected no negative number");
    if (m_townships.count(school.township) == 0)
        failAt(place, "township_id: there is no township " + school.township);
    if (!m_places.emplace(school.id, place.text()).second)
        failAt(place, "id is already used by " + m_places[school.id]);
    if (const auto [used, added] = m_codes.emplace(school.code, school.id); !added)
        failAt(place, "code " + school.code + " is already used by " + used->second);
    if (!parent.empty()) {
        m_parents[school.id] = parent;
        school.fields["parent_school_id"] = parent;
    }
    addFields(node, kMapped, school.fields, place);
    studentsBefore(node, school);
    m_schools[school.id] = m_region.schools.size();
    m_region.schools.push_back(std::move(school));
}

void RegionReader::schools(const JsonNode &root)
{
    list(root, "schools", true,
         [this](JsonReader &reader, const JsonNode &node, const EntryPlace &place) {
             school(reader, node, place);
         });
}

domain::School *RegionReader::schoolOf(const std::string &id)
{
    const auto found = m_schools.find(id);
    return found == m_schools.end() ? nullptr : &m_region.schools[found->second];
}

void RegionReader::checkSuccessors()
{
    for (std::size_t i = 0; i < m_region.schools.size() && !m_failed; ++i) {
        const domain::School &school = m_region.schools[i];
        const EntryPlace place{"schools", i, school.id};
        if (!school.successor.empty() &&
            (!schoolOf(school.successor) || school.successor == school.id))
            failAt(place, "successor_id: there is no other school " + school.successor);
        const auto parent = m_parents.find(school.id);
        if (parent != m_parents.end() && (!schoolOf(parent->second) || parent->second == school.id))
            failAt(place, "parent_school_id: there is no other school " + parent->second);
    }
}

// A school that closed has no pupils today; the file keeps how many it had until then.
void RegionReader::studentsBefore(const JsonNode &node, const domain::School &school)
{
    const JsonNode *before = node.member("students_before");
    const JsonNode *date = node.member("status_date");
    const auto *count = before ? std::get_if<std::uint64_t>(&before->value) : nullptr;
    const auto *text = date ? std::get_if<std::string>(&date->value) : nullptr;
    const auto on = text ? Day::parse(*text) : std::nullopt;
    if (!count || !on)
        return;
    domain::SchoolChange change;
    change.school = school.id;
    change.on = *on;
    change.field = "students";
    change.before = static_cast<double>(*count);
    change.after = static_cast<double>(school.students);
    m_region.changes.push_back(std::move(change));
}

void RegionReader::history(const JsonNode &root)
{
    list(root, "school_history", false,
         [&](JsonReader &reader, const JsonNode &, const EntryPlace &place) {
             domain::SchoolChange change;
             reader.needId("school_id", change.school);
             reader.need("date", change.on);
             reader.needId("field", change.field);
             reader.field("old", change.before);
             reader.field("new", change.after);
             reader.id("successor_id", change.successor);
             reader.field("note", change.note);
             if (reader.reading().failed())
                 return;
             const EntryPlace named{place.list, place.index, change.school};
             if (!schoolOf(change.school))
                 failAt(named, "school_id: there is no school " + change.school);
             if (!change.successor.empty() && !schoolOf(change.successor))
                 failAt(named, "successor_id: there is no school " + change.successor);
             if (change.before == change.after)
                 failAt(named, "new: equals old");
             m_region.changes.push_back(std::move(change));
         });
}

FieldValue todaysValue(const domain::School &school, const std::string &field)
{
    if (field == "type")
        return school.type;
    if (field == "ownership")
        return school.ownership;
    if (field == "status")
        return school.status;
    if (field == "township_id")
        return school.township;
    if (field == "students")
        return static_cast<double>(school.students);
    if (field == "boarders")
        return static_cast<double>(school.boarders);
    const auto found = school.fields.find(field);
    return found == school.fields.end() ? FieldValue{} : found->second;
}

// Orders all changes by date, hands each school its own, and holds the last of each field against
// the value the school has today.
void RegionReader::arrangeChanges()
{
    std::stable_sort(m_region.changes.begin(), m_region.changes.end(),
                     [](const auto &a, const auto &b) { return a.on < b.on; });
    for (const domain::SchoolChange &change : m_region.changes)
        schoolOf(change.school)->changes.push_back(change);
    for (std::size_t i = 0; i < m_region.schools.size(); ++i) {
        const domain::School &school = m_region.schools[i];
        std::map<std::string, const FieldValue *> last;
        for (const domain::SchoolChange &change : school.changes) {
            const auto before = last.find(change.field);
            if (before != last.end() && *before->second != change.before)
                failAt({"schools", i, school.id},
                       change.field + ": school_history has a gap before " + change.on.iso());
            last[change.field] = &change.after;
        }
        for (const auto &[field, value] : last) {
            if (*value != todaysValue(school, field))
                failAt({"schools", i, school.id}, field + ": is not what school_history ends with");
        }
    }
}

void RegionReader::assets(const JsonNode &root, std::string_view listName, AssetKind kind,
                          std::string_view nameField)
{
    static const std::set<std::string_view> kMapped{"id", "school_id"};
    list(root, listName, false,
         [&](JsonReader &reader, const JsonNode &node, const EntryPlace &place) {
             domain::Asset asset;
             std::string township;
             asset.kind = kind;
             reader.needId("id", asset.id);
             reader.needId("school_id", asset.school);
             reader.need(nameField, asset.name);
             reader.field("in_use", asset.inUse, true);
             reader.id("township_id", township);
             if (reader.reading().failed())
                 return;
             if (!schoolOf(asset.school))
                 failAt(place, "school_id: there is no school " + asset.school);
             if (!township.empty() && m_townships.count(township) == 0)
                 failAt(place, "township_id: there is no township " + township);
             if (!m_places.emplace(asset.id, place.text()).second)
                 failAt(place, "id is already used by " + m_places[asset.id]);
             addFields(node, kMapped, asset.fields, place);
             m_region.assets.push_back(std::move(asset));
         });
}

void RegionReader::users(const JsonNode &root)
{
    list(root, "users", true, [&](JsonReader &reader, const JsonNode &, const EntryPlace &place) {
        domain::User user;
        reader.needId("id", user.id);
        reader.need("name", user.name);
        reader.need("role", user.role);
        reader.field("township_ids", user.townships);
        reader.id("school_id", user.school);
        reader.id("tablet", user.tablet);
        reader.field("active", user.active, true);
        if (reader.reading().failed())
            return;
        for (const std::string &township : user.townships) {
            if (m_townships.count(township) == 0)
                failAt(place, "township_ids: there is no township " + township);
        }
        if (!user.school.empty() && !schoolOf(user.school))
            failAt(place, "school_id: there is no school " + user.school);
        const bool ofSchool =
            user.role == domain::Role::Principal || user.role == domain::Role::SchoolSafety;
        if (ofSchool && user.school.empty())
            failAt(place, "school_id: is missing");
        if (user.role == domain::Role::System)
            failAt(place, "role: nobody signs in as the system");
        if (!m_places.emplace(user.id, place.text()).second)
            failAt(place, "id is already used by " + m_places[user.id]);
        m_region.users.push_back(std::move(user));
    });
}

Result<Region> RegionReader::read(const JsonNode &root)
{
    const JsonNode *format = root.member("format");
    const auto *text = format ? std::get_if<std::string>(&format->value) : nullptr;
    if (!text || *text != kFormat)
        return Error{ErrorCode::InvalidInput, "format: expected \"" + std::string(kFormat) + "\""};
    bureau(root);
    townships(root);
    schools(root);
    checkSuccessors();
    history(root);
    if (!m_failed)
        arrangeChanges();
    assets(root, "buses", AssetKind::Bus, "plate");
    assets(root, "canteens", AssetKind::Canteen, "name");
    assets(root, "buildings", AssetKind::Building, "name");
    assets(root, "flood_points", AssetKind::FloodPoint, "location");
    users(root);
    if (m_failed)
        return m_error;
    return std::move(m_region);
}

} // namespace

Result<Region> readRegion(std::string_view json, std::string_view fileName)
{
    const std::string prefix = std::string(fileName) + ": ";
    if (json.size() > limits::kRegionFileBytesMax)
        return Error{ErrorCode::TooLarge, prefix + "more than " +
                                              std::to_string(limits::kRegionFileBytesMax) +
                                              " octets"};
    const auto node = parseJson(json, limits::kJsonFileValuesMax);
    if (!node)
        return Error{node.error().code, prefix + node.error().detail};
    auto region = RegionReader{}.read(*node);
    if (!region)
        return Error{region.error().code, prefix + region.error().detail};
    return region;
}

} // namespace campus::wire
