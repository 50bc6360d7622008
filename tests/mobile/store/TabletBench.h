// Real tablets (SQLite files, blob folders) around the reference server: what every test of the store
// and of field work begins with. Each tablet has its own folder, link and engine. One thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include "store/TabletStore.h"
#include "support/FakeClock.h"
#include "support/FaultySyncApi.h"
#include "support/FieldActs.h"
#include "support/LoopbackSyncApi.h"
#include "support/ReferenceServer.h"
#include "support/SeededRandom.h"
#include "sync/SyncEngine.h"

namespace campus::support {

inline domain::User person(const std::string &id, domain::Role role, const std::string &place)
{
    domain::User user;
    user.id = id;
    user.name = id + "老师";
    user.role = role;
    user.tablet = "PAD-" + id;
    if (role == domain::Role::SafetyOfficer)
        user.townships = {place};
    else if (role != domain::Role::BureauAdmin)
        user.school = place;
    return user;
}

// A picture that no other has: JPEG's first octets and a number.
Bytes picture(std::uint32_t number, std::size_t bytes = 2000);

class Tablet
{
public:
    Tablet(std::string directory, ReferenceServer &server, FakeClock &clock, std::uint64_t seed);

    void open(const store::StoreOptions &options = {}); // an error ends the test
    void close() { m_store.reset(); }
    void reopen()
    {
        close();
        open(m_options);
    }
    void enrol(const domain::User &user);
    store::TabletStore &store() { return *m_store; }
    const std::string &directory() const { return m_directory; }
    Result<sync::SyncSummary> run(bool withBlobs = true);
    bool synced(bool withBlobs = true); // run() went well

    // Appends and expects it to be saved; the ids.
    std::vector<std::string> save(const std::vector<domain::Event> &events);
    std::string save(const domain::Event &event) { return save(std::vector{event}).front(); }

    LoopbackSyncApi loopback;
    FaultySyncApi api;

private:
    std::string m_directory;
    FakeClock &m_clock;
    SeededRandom m_random;
    ReferenceServer &m_server;
    store::StoreOptions m_options;
    std::unique_ptr<store::TabletStore> m_store;
};

class TabletBench
{
public:
    TabletBench();

    Tablet &tablet(const domain::User &user);       // enrolled, not yet synchronised
    Tablet &syncedTablet(const domain::User &user); // and with everything in its scope
    void giveSampleCounty();                        // 60 schools, their assets and people, 8 checklists
    // Saves `count` hazards at S1 on the tablet with a photo each; the hazards' ids.
    std::vector<std::string> saveHazards(Tablet &on, int count, const std::string &school = "S1");
    domain::Event hazardWithPhoto(Tablet &on, const std::string &what, const std::string &school = "S1");
    const domain::Hazard *onServer(const std::string &hazard) const;
    std::size_t inLog(const std::string &eventId) const;

    domain::User officer = person("U1", domain::Role::SafetyOfficer, "T1");
    domain::User colleague = person("U2", domain::Role::SafetyOfficer, "T1");
    domain::User principal = person("U3", domain::Role::Principal, "S1");
    domain::User safety = person("U4", domain::Role::SchoolSafety, "S1");
    domain::User admin = person("U5", domain::Role::BureauAdmin, "");
    domain::User stranger = person("U9", domain::Role::SafetyOfficer, "T2");
    FakeClock clock;
    SeededRandom random{1};
    IdSource ids{clock, random};
    FieldActs acts{clock, ids};
    ReferenceServer server{clock};

private:
    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<Tablet>> m_tablets;
    std::uint32_t m_pictures = 0;
};

} // namespace campus::support
