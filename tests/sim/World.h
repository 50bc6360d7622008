// One seeded history: three tablets, one server, people of several schools, every kind of trouble;
// then the trouble stops and everything must come together. One thread drives it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sim/Oracle.h"
#include "sim/PlantedBugs.h"
#include "sim/ServerNode.h"
#include "sim/TabletNode.h"

namespace campus::sim {

struct WorldOptions {
    std::uint64_t seed = 1;
    int steps = 160;
    Bug bug = Bug::None;
    bool verbose = false;
};

// What happened, for the line that is printed.
struct Tally {
    std::uint64_t acts = 0, runs = 0, completeRuns = 0, tabletCrashes = 0, serverCrashes = 0;
    std::uint64_t serverPutBacks = 0, tabletPutBacks = 0, logSize = 0;
    void add(const Tally &other);
};

class World
{
public:
    // `folder` holds this history's files and is emptied first; `prepared` is one that prepare() made.
    World(std::string folder, const std::string &prepared, const WorldOptions &options);
    ~World();

    // The county and its tablets, enrolled and synchronised once: every history begins there.
    static void prepare(const std::string &folder);

    // Runs the whole history; the violations, the first one first.
    const std::vector<Violation> &run();
    const Tally &tally() const { return m_tally; }

private:
    struct Place {
        std::string hazard, school;
    };
    World(std::string folder, const WorldOptions &options);
    void makeNodes();
    void step();
    void act(TabletNode &tablet);
    domain::Event eventOn(TabletNode &tablet, const domain::User &by, const Place &place);
    bool givePhoto(TabletNode &tablet);
    void synchronise(TabletNode &tablet);
    void recover(TabletNode &tablet);
    void recoverServer();
    void letTimePass();
    void moveScope();
    void calm();
    void checkEnd();
    void checkLog();
    void checkTablet(TabletNode &tablet);
    void checkDocs(TabletNode &tablet, const std::string &token);
    void checkReplay();
    void must(const Result<void> &result, const std::string &what);
    void say(const std::string &what) const;
    CrashVfs::Loss drawLoss();
    TabletNode &anyTablet() { return *m_tablets[m_random.below(m_tablets.size())]; }

    std::string m_folder;
    WorldOptions m_options;
    support::SeededRandom m_random;
    Oracle m_oracle;
    std::unique_ptr<ServerNode> m_server;
    std::vector<std::unique_ptr<TabletNode>> m_tablets;
    std::vector<Place> m_places; // hazards anybody ever registered
    Tally m_tally;
    int m_step = 0;
    bool m_wide = false; // the scope of the officer who is moved
};

} // namespace campus::sim
