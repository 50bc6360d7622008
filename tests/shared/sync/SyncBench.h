// A small county on the reference server and tablets beside it: what every test of the engine begins
// with. One thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/IdSource.h"
#include "support/FakeClock.h"
#include "support/FaultySyncApi.h"
#include "support/FieldActs.h"
#include "support/LoopbackSyncApi.h"
#include "support/MemorySyncStore.h"
#include "support/ReferenceServer.h"
#include "support/SeededRandom.h"
#include "sync/SyncEngine.h"

namespace campus::support {

inline domain::User person(const std::string &id, domain::Role role, const std::string &place)
{
    domain::User user;
    user.id = id;
    user.name = id;
    user.role = role;
    if (role == domain::Role::SafetyOfficer)
        user.townships = {place};
    else
        user.school = place;
    return user;
}

// One tablet: its memory, its link and its engine. Held by pointer: its parts name each other.
struct BenchTablet {
    BenchTablet(ReferenceServer &server, const Clock &clock, const domain::User &user,
                std::uint8_t seed)
        : key(SigningKey::fromSeed(Bytes(32, seed)).value()),
          device(server.addDevice(key.publicKey())),
          store(key, device),
          loopback(&server),
          api(loopback, seed),
          engine(api, store, clock)
    {
        const std::string token = server.openSession(user.id, device);
        (void)store.keepSession({"session-of-" + token, token, clock.wall(), user});
    }
    Result<sync::SyncSummary> run(bool withBlobs = true) { return engine.run(withBlobs); }
    // One scripted fault on the n-th call of that name.
    void failOnce(std::string_view name, std::uint64_t n, Fault fault)
    {
        api.setScript([name, n, fault](const Call &call) -> std::optional<Fault> {
            return call.name == name && call.count == n ? std::optional(fault) : std::nullopt;
        });
    }

    SigningKey key;
    std::string device;
    MemorySyncStore store;
    LoopbackSyncApi loopback;
    FaultySyncApi api;
    sync::SyncEngine engine;
};

class SyncBench
{
public:
    SyncBench() : random(1), ids(clock, random), acts(clock, ids), server(clock)
    {
        for (const std::string place : {"T1", "T2"}) {
            domain::Township township;
            township.id = place;
            township.name = place;
            server.give(township);
        }
        for (const auto &[id, place] : {std::pair("S1", "T1"), {"S2", "T1"}, {"S9", "T2"}}) {
            domain::School school;
            school.id = id;
            school.name = id;
            school.township = place;
            school.status = "active";
            server.give(school);
        }
        for (const domain::User &user : {officer, colleague, principal, stranger})
            server.give(user);
    }

    BenchTablet &tablet(const domain::User &user)
    {
        tablets.push_back(std::make_unique<BenchTablet>(
            server, clock, user, static_cast<std::uint8_t>(tablets.size() + 1)));
        return *tablets.back();
    }

    // Saves `count` hazards on the tablet; their event ids.
    std::vector<std::string> saveHazards(BenchTablet &on, int count,
                                         const std::string &school = "S1")
    {
        std::vector<std::string> saved;
        for (int i = 0; i < count; ++i) {
            clock.advance(1000);
            saved.push_back(
                on.store.save(acts.registered(officer, school, "堵塞 " + std::to_string(i))));
        }
        return saved;
    }

    std::uint64_t inLog(const std::string &eventId) const // how often
    {
        return static_cast<std::uint64_t>(
            std::count_if(server.state().log.begin(), server.state().log.end(),
                          [&](const journal::LogRecord &record) {
                              return record.line.find(eventId) != std::string::npos;
                          }));
    }

    // The docs as the server has them in the user's scope.
    MemorySyncStore::Docs docsFor(BenchTablet &of)
    {
        MemorySyncStore::Docs docs;
        wire::BootstrapRequest request;
        do {
            const auto part = server.bootstrap(of.store.session()->token, request);
            CAMPUS_ASSERT(part.has_value());
            for (const wire::FeedRow &row : part->rows) {
                if (row.kind == wire::FeedRow::Kind::Doc)
                    docs[{row.objectKind, row.object}] = {row.doc, row.seq};
            }
            request.at = part->at;
            request.after = part->next;
        } while (!request.after.empty());
        return docs;
    }

    domain::User officer = person("U1", domain::Role::SafetyOfficer, "T1");
    domain::User colleague = person("U2", domain::Role::SafetyOfficer, "T1");
    domain::User principal = person("U3", domain::Role::Principal, "S1");
    domain::User stranger = person("U9", domain::Role::SafetyOfficer, "T2");
    FakeClock clock;
    SeededRandom random;
    IdSource ids;
    FieldActs acts;
    ReferenceServer server;
    std::vector<std::unique_ptr<BenchTablet>> tablets;
};

} // namespace campus::support
