#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>

#include "app/Commands.h"
#include "core/Limits.h"
#include "storage/Store.h"
#include "wire/ChecklistFile.h"
#include "wire/RegionFile.h"

namespace campus::app {

namespace {

namespace fs = std::filesystem;

const std::array kOptions{
    kDataOption,
    kConfigOption,
    Option{"sample", "",
           "the sample county, marked as a drill (演练), its dates moved to the reference date"},
    Option{"reference-date", "YYYY-MM-DD", "day on which the sample is fresh (default: today)"},
    Option{"region", "FILE", "region file: bureau, townships, schools, assets, people"},
    Option{"checklists", "DIR", "folder of published checklist files (*.json)"},
    Option{"if-needed", "", "do nothing when the data directory holds a server's data already"},
    kDrillClockOption};

constexpr std::string_view kSampleReferenceDate = "2025-06-30";

Result<std::string> contentsOf(const fs::path &file, std::size_t maxBytes)
{
    std::error_code code;
    const auto size = fs::file_size(file, code);
    if (code)
        return {ErrorCode::NotFound, "cannot read " + file.string()};
    if (size > maxBytes)
        return {ErrorCode::TooLarge,
                file.string() + " is larger than " + std::to_string(maxBytes) + " octets"};
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (!(text << in.rdbuf()))
        return {ErrorCode::NotFound, "cannot read " + file.string()};
    return text.str();
}

// Beside an installed program, else where it was built.
fs::path sampleFolder(const std::string &program)
{
    std::error_code code;
    const fs::path self = fs::read_symlink("/proc/self/exe", code);
    const fs::path installed =
        (code ? fs::path(program) : self).parent_path() / "../share/campus-safety";
    return fs::exists(installed / "sample-region.json", code) ? installed
                                                              : fs::path(CAMPUS_DATA_DIR);
}

// A file that is not as it should be is a failure, not a wrong command line.
Error ofContent(Error error)
{
    if (error.code == ErrorCode::InvalidInput)
        error.code = ErrorCode::Conflict;
    return error;
}

Result<wire::Region> regionFrom(const fs::path &file)
{
    const auto text = contentsOf(file, limits::kRegionFileBytesMax);
    if (!text)
        return text.error();
    auto region = wire::readRegion(*text, file.filename().string());
    if (!region)
        return ofContent(region.error());
    return region;
}

Result<std::vector<domain::Checklist>> checklistsFrom(const fs::path &folder)
{
    std::error_code code;
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(folder, code)) {
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    }
    if (code || files.empty())
        return {ErrorCode::NotFound, "no checklist files (*.json) in " + folder.string()};
    std::sort(files.begin(), files.end());
    std::vector<domain::Checklist> checklists;
    for (const fs::path &file : files) {
        const auto text = contentsOf(file, limits::kChecklistFileBytesMax);
        if (!text)
            return text.error();
        auto checklist = wire::readChecklist(*text, file.filename().string());
        if (!checklist)
            return ofContent(checklist.error());
        if (checklist->status != "published")
            return {ErrorCode::Conflict, file.filename().string() + ": status is '" +
                                                 checklist->status +
                                                 "'; only published checklists are taken"};
        checklists.push_back(std::move(checklist).value());
    }
    return checklists;
}

struct Given {
    wire::Region region;
    std::vector<domain::Checklist> checklists;
};

Result<Given> given(const Context &context)
{
    const Arguments &arguments = context.arguments;
    const bool sample = arguments.has("sample");
    if (sample == arguments.has("region"))
        return {ErrorCode::InvalidInput,
                "give either --sample or --region FILE with --checklists DIR"};
    // The sample's checklists are drafts, and a published version stays for ever.
    if (!sample && !arguments.has("checklists"))
        return {ErrorCode::InvalidInput,
                "--region needs --checklists DIR: the checklists this bureau has approved"};
    if (!sample && arguments.has("drill-clock"))
        return {ErrorCode::InvalidInput, "--drill-clock is for drill data only (init --sample)"};
    const fs::path folder = sampleFolder(context.program);
    auto region =
        regionFrom(sample ? folder / "sample-region.json" : fs::path(arguments.value("region")));
    if (!region)
        return region.error();
    auto checklists =
        checklistsFrom(arguments.has("checklists") ? fs::path(arguments.value("checklists"))
                                                   : folder / "checklists");
    if (!checklists)
        return checklists.error();
    if (sample) {
        const std::string wanted = arguments.value("reference-date");
        const auto day =
            wanted.empty() ? std::optional(Day::of(clockOf(context)->wall())) : Day::parse(wanted);
        if (!day)
            return {ErrorCode::InvalidInput,
                    "--reference-date: '" + wanted + "' is not a day like 2026-03-01"};
        service::shiftDates(*region, *day - *Day::parse(kSampleReferenceDate));
        region->bureau.drill = true; // travels to the tablets with the register
    }
    return Given{std::move(region).value(), std::move(checklists).value()};
}

Result<void> fill(const std::string &path, const Context &context, const Given &given)
{
    auto folder = storage::DataFolder::create(path);
    if (!folder)
        return folder.error();
    const auto clock = clockOf(context);
    SystemRandom random;
    auto services = service::Services::open(*folder, *clock, random);
    if (!services)
        return services.error();
    if (auto done = (*services)->registers().initialise(given.region, given.checklists); !done)
        return done;
    if (!context.arguments.has("sample"))
        return {};
    return (*services)->store().write(
        [](storage::Books &books) { return books.setSetting(storage::kDrillSetting, "1"); });
}

Result<int> init(const Context &context)
{
    const fs::path target = context.configuration.data;
    std::error_code code;
    if (fs::exists(target / "campus.db", code)) {
        if (context.arguments.has("if-needed"))
            return 0;
        return {ErrorCode::Conflict, target.string()
                    + " holds a server's data already; nothing was changed. Choose another --data"};
    }
    const auto wanted = given(context);
    if (!wanted)
        return wanted.error();
    // Filled beside its place and renamed: a data directory is whole or not there.
    const fs::path draft = target.string() + ".draft-" + std::to_string(::getpid());
    fs::create_directories(target.parent_path().empty() ? fs::path(".") : target.parent_path(),
                           code);
    if (auto filled = fill(draft.string(), context, *wanted); !filled) {
        fs::remove_all(draft, code);
        return filled.error();
    }
    fs::rename(draft, target, code); // an empty folder at the target gives way
    if (code) {
        const std::string why = code.message();
        fs::remove_all(draft, code);
        return {ErrorCode::StorageFailed, "cannot put the data at " + target.string() + ": " + why};
    }
    const std::string parent = target.parent_path().string();
    if (auto synced = storage::syncFolder(parent.empty() ? "." : parent); !synced)
        return synced.error();
    const wire::Region &region = wanted->region;
    const auto count = [&](domain::AssetKind kind) {
        return std::count_if(region.assets.begin(), region.assets.end(),
                             [kind](const auto &asset) { return asset.kind == kind; });
    };
    const auto active = std::count_if(region.schools.begin(), region.schools.end(),
                                      [](const auto &school) { return school.status == "active"; });
    std::printf("%s: %zu schools (%td active), %td buses, %td canteens, %td buildings, %td flood "
                "points, %zu users, %zu checklists\n",
                region.bureau.name.c_str(), region.schools.size(), active,
                count(domain::AssetKind::Bus), count(domain::AssetKind::Canteen),
                count(domain::AssetKind::Building), count(domain::AssetKind::FloodPoint),
                region.users.size(), wanted->checklists.size());
    return 0;
}

} // namespace

const Command kInit{"init", "make a data directory with registers and checklists", kOptions, init};

} // namespace campus::app
