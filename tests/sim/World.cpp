#include "sim/World.h"

#include <cstdio>
#include <filesystem>

#include "sim/County.h"

namespace campus::sim {

namespace fs = std::filesystem;

namespace {

constexpr Millis kBegin = 1'751'241'600'000; // 2025-06-30 08:00, local time
constexpr Millis kHour = 3'600'000;
constexpr int kRoundsMax = 3; // I33

support::FaultRates linkOf(double badness)
{
    const double b = badness;
    return {0.05 * b, 0.05 * b, 0.05 * b, 0.05 * b, 0.03 * b,
            0.03 * b, 0.02 * b, 0.02 * b, 0.02 * b};
}

} // namespace

void Tally::add(const Tally &other)
{
    acts += other.acts;
    runs += other.runs;
    completeRuns += other.completeRuns;
    tabletCrashes += other.tabletCrashes;
    serverCrashes += other.serverCrashes;
    serverPutBacks += other.serverPutBacks;
    tabletPutBacks += other.tabletPutBacks;
    logSize += other.logSize;
}

World::World(std::string folder, const WorldOptions &options)
    : m_folder(std::move(folder)),
      m_options(options),
      m_random(options.seed)
{
    fs::remove_all(m_folder);
    if (options.verbose)
        m_oracle.tellTo([this](const std::string &what) { say(what); });
}

World::World(std::string folder, const std::string &prepared, const WorldOptions &options)
    : World(std::move(folder), options)
{
    fs::copy(prepared, m_folder, fs::copy_options::recursive);
    makeNodes();
    must(m_server->start(), "start the server");
    for (auto &tablet : m_tablets) {
        must(tablet->open(), "open a tablet");
        tablet->setLink(linkOf(static_cast<double>(m_random.below(3))),
                        m_random.chance(0.5) ? 0.02 : 0);
    }
}

World::~World()
{
    m_tablets.clear();
    m_server.reset();
    fs::remove_all(m_folder);
}

void World::makeNodes()
{
    m_server = std::make_unique<ServerNode>(m_folder + "/server", m_random.next(), kBegin, m_oracle,
                                            m_options.bug);
    for (int i = 0; i < kTablets; ++i) {
        m_tablets.push_back(std::make_unique<TabletNode>(
            i, m_folder + "/tablet-" + std::to_string(i), m_random.next(), kBegin, *m_server,
            m_oracle, m_options.bug));
    }
}

void World::prepare(const std::string &folder)
{
    World world(folder, WorldOptions{});
    fs::create_directories(folder);
    world.makeNodes();
    world.must(world.m_server->create(county()), "create the county");
    for (auto &tablet : world.m_tablets) {
        world.must(tablet->open(), "open a tablet");
        for (const std::string &person : peopleOn(tablet->index()))
            world.must(tablet->signIn(person), "sign in");
        const auto summary = tablet->run(true);
        world.must(summary ? Result<void>() : Result<void>(summary.error()), "synchronise");
    }
    world.m_tablets.clear();
    world.m_server.reset();
    world.m_folder = folder + ".gone"; // the files stay
}

// Whatever the weather: what must not fail, and ends the program when it does.
void World::must(const Result<void> &result, const std::string &what)
{
    if (result)
        return;
    m_oracle.expect(false, "harness", what + ": " + result.error().detail);
    std::fprintf(stderr, "seed %llu, step %d: cannot %s: %s\n",
                 static_cast<unsigned long long>(m_options.seed), m_step, what.c_str(),
                 result.error().detail.c_str());
}

void World::say(const std::string &what) const
{
    if (m_options.verbose)
        std::printf("  %4d  %s\n", m_step, what.c_str());
}

CrashVfs::Loss World::drawLoss()
{
    return m_random.chance(0.5) ? CrashVfs::Loss::PowerCut : CrashVfs::Loss::Killed;
}

const std::vector<Violation> &World::run()
{
    for (m_step = 1; m_step <= m_options.steps && m_oracle.violations().empty(); ++m_step)
        step();
    if (m_oracle.violations().empty())
        calm();
    if (m_oracle.violations().empty())
        checkEnd();
    return m_oracle.violations();
}

// ---- trouble -------------------------------------------------------------------------------------

void World::step()
{
    letTimePass();
    TabletNode &tablet = anyTablet();
    const std::uint64_t draw = m_random.below(1000);
    if (draw < 560) {
        if (m_random.chance(0.05))
            tablet.breakAt(1 + m_random.below(12));
        act(tablet);
    } else if (draw < 880) {
        synchronise(tablet);
    } else if (draw < 910) {
        say("tablet " + std::to_string(tablet.index()) + " dies");
        tablet.breakAt(1);
    } else if (draw < 930) {
        say("the server dies");
        ++m_tally.serverCrashes;
        must(m_server->crashAndRestart(drawLoss()), "restart the server");
    } else if (draw < 955) {
        const auto people = tablet.store().peopleHere();
        if (!people.empty()) {
            const auto &next = people[m_random.below(people.size())];
            say("tablet " + std::to_string(tablet.index()) + " is handed to " + next.id);
            std::ignore = tablet.store().handOverTo(next.id);
        }
    } else if (draw < 970) {
        moveScope();
    } else if (draw < 980) {
        say("the server is backed up");
        must(m_server->backUp(), "back up the server");
    } else if (draw < 986 && m_server->hasBackup()) {
        say("the server is put back");
        ++m_tally.serverPutBacks;
        must(m_server->putBackupBack(), "put the server back");
    } else if (draw < 994) {
        say("tablet " + std::to_string(tablet.index()) + " is copied");
        tablet.backUp();
    } else if (tablet.hasBackup()) {
        say("tablet " + std::to_string(tablet.index()) + " is put back");
        ++m_tally.tabletPutBacks;
        must(tablet.putBackupBack(), "put a tablet back");
    }
    recoverServer();
    recover(tablet);
}

void World::letTimePass()
{
    const auto passed = static_cast<Millis>(m_random.below(static_cast<std::uint64_t>(kHour)));
    m_server->clock().advance(passed);
    for (auto &tablet : m_tablets)
        tablet->clock().advance(passed);
    if (m_random.chance(0.02)) {
        TabletNode &tablet = anyTablet();
        const Millis years = static_cast<Millis>(m_random.below(20)) - 10;
        const Millis jump = m_random.chance(0.3)
                                ? years * 365 * kDayMillis
                                : static_cast<Millis>(m_random.below(48)) * kHour - 24 * kHour;
        say("the clock of tablet " + std::to_string(tablet.index()) + " jumps");
        tablet.clock().jumpWall(jump);
    }
}

void World::moveScope()
{
    if (!m_server->isUp())
        return;
    m_wide = !m_wide;
    say(m_wide ? "an officer gains a township" : "an officer loses a township");
    must(m_server->services().registers().record(movedOfficer(m_wide)), "move an officer");
}

void World::recover(TabletNode &tablet)
{
    if (!tablet.isBroken())
        return;
    ++m_tally.tabletCrashes;
    must(tablet.crashAndReopen(drawLoss()), "reopen a tablet");
}

void World::recoverServer()
{
    if (m_server->isUp())
        return;
    ++m_tally.serverCrashes;
    say("the server starts again");
    must(m_server->crashAndRestart(drawLoss()), "restart the server");
}

void World::synchronise(TabletNode &tablet)
{
    if (m_random.chance(0.12))
        tablet.breakAt(1 + m_random.below(120));
    if (m_random.chance(0.08))
        m_server->breakAt(1 + m_random.below(60));
    ++m_tally.runs;
    const auto summary = tablet.run(m_random.chance(0.6));
    m_server->breakAt(0);
    if (!tablet.isBroken())
        tablet.breakAt(0);
    m_tally.completeRuns += summary.has_value();
    say("tablet " + std::to_string(tablet.index()) + " synchronises: " +
        (summary ? std::to_string(summary->eventsSent) + " sent" : summary.error().detail));
    if (summary || tablet.isBroken() || !m_server->isUp())
        return;
    if (summary.error().code == ErrorCode::Unauthenticated) {
        if (const auto person = tablet.store().actingUser())
            std::ignore = tablet.signIn(person->id);
    }
}

// ---- people --------------------------------------------------------------------------------------

bool World::givePhoto(TabletNode &tablet)
{
    Bytes octets(200 + m_random.below(3000));
    m_random.fill(octets);
    const auto photo = tablet.store().keepBlob(octets, "image/jpeg");
    if (photo)
        tablet.acts().usePhoto(*photo);
    return photo.has_value();
}

void World::act(TabletNode &tablet)
{
    const auto by = tablet.store().actingUser();
    if (!by || !givePhoto(tablet))
        return;
    const bool finds =
        by->role != domain::Role::Principal && (m_places.empty() || m_random.chance(0.35));
    domain::Event event;
    if (finds) {
        const std::string school = by->role == domain::Role::SchoolSafety
                                       ? by->school
                                       : "S" + std::to_string(1 + m_random.below(8));
        event = tablet.acts().registered(*by, school, "隐患 " + std::to_string(m_step));
        m_places.push_back({event.object, school});
    } else if (m_places.empty()) {
        return;
    } else {
        event = eventOn(tablet, *by, m_places[m_random.below(m_places.size())]);
    }
    say("tablet " + std::to_string(tablet.index()) + ": " + by->id + " " + event.type);
    ++m_tally.acts;
    tablet.save(event, m_random.chance(0.5));
}

// Mostly what the state asks for, now and then anything.
domain::Event World::eventOn(TabletNode &tablet, const domain::User &by, const Place &place)
{
    using domain::HazardState;
    support::FieldActs &acts = tablet.acts();
    const support::Subject subject{place.hazard, place.school, 0};
    const auto hazard = tablet.store().hazard(place.hazard);
    const std::string words = "第 " + std::to_string(m_step) + " 步";
    const bool officer =
        by.role == domain::Role::SafetyOfficer || by.role == domain::Role::BureauAdmin;
    std::uint64_t choice = m_random.below(7);
    if (hazard && m_random.chance(0.7)) {
        switch (hazard->state) {
        case HazardState::Registered: choice = officer ? 0 : 5; break;
        case HazardState::Assigned: choice = officer ? 5 : 1 + m_random.below(2); break;
        case HazardState::Rectifying: choice = officer ? 5 : 2; break;
        case HazardState::Submitted: choice = officer ? 3 + m_random.below(2) : 5; break;
        default: choice = 5; break;
        }
    }
    switch (choice) {
    case 0: return acts.assigned(by, subject);
    case 1: return acts.received(by, subject);
    case 2: return acts.confirmed(by, subject, words);
    case 3: return acts.passed(by, subject);
    case 4: return acts.returned(by, subject, words);
    case 6: return acts.merged(by, subject, m_places[m_random.below(m_places.size())].hazard);
    default: return acts.noted(by, subject, words);
    }
}

// ---- the end -------------------------------------------------------------------------------------

void World::calm()
{
    for (auto &tablet : m_tablets) {
        tablet->breakAt(0);
        tablet->setLink({}, 0);
    }
    for (int round = 1; round <= kRoundsMax; ++round) {
        letTimePass(); // before the round alone: a session that served in it serves the checks too
        for (auto &tablet : m_tablets) {
            auto summary = tablet->run(true);
            if (!summary && summary.error().code == ErrorCode::Unauthenticated) {
                const auto person = tablet->store().actingUser();
                must(tablet->signIn(person ? person->id : peopleOn(tablet->index()).back()),
                     "sign in");
                summary = tablet->run(true);
            }
            say("calm round " + std::to_string(round) + ", tablet " +
                std::to_string(tablet->index()) + ": " + (summary ? "ok" : summary.error().detail));
            if (round == kRoundsMax)
                m_oracle.expect(summary.has_value(), "I33",
                                "tablet " + std::to_string(tablet->index()) + " still fails: " +
                                    (summary ? std::string() : summary.error().detail));
        }
    }
    m_tally.logSize = m_server->logSize();
}

} // namespace campus::sim
