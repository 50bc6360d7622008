#include "mobile/store/TabletBench.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "wire/ChecklistFile.h"
#include "wire/RegionFile.h"

namespace campus::support {

namespace {

template <typename T>
T must(Result<T> result, const char *doing)
{
    if (!result)
        std::fprintf(stderr, "%s: %s\n", doing, result.error().detail.c_str());
    CAMPUS_ASSERT(result.has_value());
    return std::move(result).value();
}

std::string fileText(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

Bytes picture(std::uint32_t number, std::size_t bytes)
{
    Bytes octets{0xFF, 0xD8, 0xFF, 0xE0};
    SeededRandom random(number);
    octets.resize(std::max<std::size_t>(bytes, 16));
    random.fill(std::span(octets).subspan(4));
    return octets;
}

// ---- a tablet -------------------------------------------------------------------------------------

Tablet::Tablet(std::string directory, ReferenceServer &server, FakeClock &clock, std::uint64_t seed)
    : loopback(&server), api(loopback, seed), m_directory(std::move(directory)), m_clock(clock),
      m_random(seed), m_server(server)
{
}

void Tablet::open(const store::StoreOptions &options)
{
    m_options = options;
    m_store = must(store::TabletStore::open(m_directory, m_clock, m_random, options), "open the store");
}

void Tablet::enrol(const domain::User &user)
{
    wire::EnrolRequest request;
    request.code = user.id;
    request.key = m_store->deviceKey();
    const auto kept = m_store->keepEnrolment(must(m_server.enrol(request), "enrol"));
    CAMPUS_ASSERT(kept.has_value());
}

Result<sync::SyncSummary> Tablet::run(bool withBlobs)
{
    return sync::SyncEngine(api, *m_store, m_clock).run(withBlobs);
}

bool Tablet::synced(bool withBlobs)
{
    const auto summary = run(withBlobs);
    if (!summary)
        std::fprintf(stderr, "synchronisation: %s\n", summary.error().detail.c_str());
    return summary.has_value();
}

std::vector<std::string> Tablet::save(const std::vector<domain::Event> &events)
{
    store::Save save;
    save.events = events;
    save.onlyIfAccepted = false;
    return must(m_store->append(save), "append").events;
}

// ---- the bench ------------------------------------------------------------------------------------

TabletBench::TabletBench()
{
    CAMPUS_ASSERT(m_folder.isValid());
    for (const std::string place : {"T1", "T2"}) {
        domain::Township township;
        township.id = place;
        township.name = place + "镇";
        server.give(township);
    }
    for (const auto &[id, place] : {std::pair("S1", "T1"), {"S2", "T1"}, {"S9", "T2"}}) {
        domain::School school;
        school.id = id;
        school.code = std::string("9901") + id;
        school.name = std::string("第一中学") + id;
        school.township = place;
        school.status = "active";
        school.principalName = "王校长";
        school.principalPhone = "000-5550-0001";
        server.give(school);
    }
    for (const domain::User &user : {officer, colleague, principal, safety, admin, stranger})
        server.give(user);
}

void TabletBench::giveSampleCounty()
{
    const std::string data = CAMPUS_SAMPLE_DATA;
    const wire::Region region =
        must(wire::readRegion(fileText(data + "/sample-region.json"), "sample-region.json"), "region");
    server.give(region.bureau);
    for (const auto &township : region.townships)
        server.give(township);
    for (const auto &school : region.schools)
        server.give(school);
    for (const auto &asset : region.assets)
        server.give(asset);
    for (const auto &user : region.users)
        server.give(user);
    for (const char *name : {"building", "campus-perimeter-traffic", "canteen", "drowning-prevention",
                             "fire", "flood", "school-bus", "three-defences"}) {
        const std::string file = std::string(name) + ".json";
        domain::Checklist checklist =
            must(wire::readChecklist(fileText(data + "/checklists/" + file), file), name);
        checklist.status = "published";
        server.give(checklist);
    }
}

Tablet &TabletBench::tablet(const domain::User &user)
{
    const std::size_t number = m_tablets.size() + 1;
    const QString folder = m_folder.filePath(QStringLiteral("tablet-%1").arg(number));
    m_tablets.push_back(std::make_unique<Tablet>(folder.toStdString(), server, clock, number));
    m_tablets.back()->open();
    m_tablets.back()->enrol(user);
    return *m_tablets.back();
}

Tablet &TabletBench::syncedTablet(const domain::User &user)
{
    Tablet &made = tablet(user);
    CAMPUS_ASSERT(made.synced());
    return made;
}

domain::Event TabletBench::hazardWithPhoto(Tablet &on, const std::string &what, const std::string &school)
{
    clock.advance(1000);
    acts.usePhoto(must(on.store().keepBlob(picture(++m_pictures), "image/jpeg"), "keep a photo"));
    return acts.registered(on.store().actingUser().value(), school, what);
}

std::vector<std::string> TabletBench::saveHazards(Tablet &on, int count, const std::string &school)
{
    std::vector<std::string> hazards;
    for (int i = 0; i < count; ++i) {
        const domain::Event event = hazardWithPhoto(on, "通道堵塞 " + std::to_string(i), school);
        on.save(event);
        hazards.push_back(event.object);
    }
    return hazards;
}

const domain::Hazard *TabletBench::onServer(const std::string &hazard) const
{
    const auto found = server.state().docs.find({domain::ObjectKind::Hazard, hazard});
    return found == server.state().docs.end() ? nullptr : std::get_if<domain::Hazard>(&found->second.doc);
}

std::size_t TabletBench::inLog(const std::string &eventId) const
{
    const auto &log = server.state().log;
    return static_cast<std::size_t>(
        std::count_if(log.begin(), log.end(), [&](const journal::LogRecord &record) {
            return record.line.find("\"id\":\"" + eventId) != std::string::npos;
        }));
}

} // namespace campus::support
