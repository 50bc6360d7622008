// One tablet of the simulation: the real store on a breakable disk, the real engine, a bad link, its
// own clock. Killed, cut off power, put back to an older copy. One thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/IdSource.h"
#include "sim/CrashVfs.h"
#include "sim/Oracle.h"
#include "sim/PlantedBugs.h"
#include "sim/ServerNode.h"
#include "sim/SimFiles.h"
#include "sim/WatchedSyncApi.h"
#include "store/TabletStore.h"
#include "support/FakeClock.h"
#include "support/FaultySyncApi.h"
#include "support/FieldActs.h"
#include "support/LoopbackSyncApi.h"
#include "support/SeededRandom.h"
#include "sync/SyncEngine.h"

namespace campus::sim {

class TabletNode
{
public:
    TabletNode(int index, std::string folder, std::uint64_t seed, Millis now, ServerNode &server,
               Oracle &oracle, Bug bug);

    Result<void> open();
    void close();
    // The bureau gives a code, the person enters it here; the last one acts.
    Result<void> signIn(const std::string &user);
    bool isBroken() const { return m_disk.isBroken(); }
    void breakAt(std::uint64_t changes) { m_disk.breakAt(changes); }
    Result<void> crashAndReopen(CrashVfs::Loss loss);
    void backUp();
    Result<void> putBackupBack();
    bool hasBackup() const { return m_hasBackup; }

    // Saves an act and tells the oracle when the person saw "saved".
    void save(const domain::Event &event, bool alsoRefused);
    Result<sync::SyncSummary> run(bool withBlobs);
    void setLink(const support::FaultRates &rates,
                 double damage); // damage: octets cut or altered, per way

    store::TabletStore &store() { return *m_store; }
    support::FakeClock &clock() { return m_clock; }
    support::FieldActs &acts() { return m_acts; }
    int index() const { return m_index; }
    const std::string &folder() const { return m_folder; }
    // I4, I5: own events are all here, and none settled that no page showed.
    void checkJournal();

private:
    int m_index;
    std::string m_folder;
    ServerNode &m_server;
    Oracle &m_oracle;
    Bug m_bug;
    support::FakeClock m_clock;
    support::SeededRandom m_random;
    IdSource m_ids;
    support::FieldActs m_acts;
    CrashVfs m_disk;
    SimFiles m_files;
    support::LoopbackSyncApi m_loopback;
    support::FaultySyncApi m_faulty;
    WatchedSyncApi m_watched;
    std::unique_ptr<store::TabletStore> m_store;
    std::unique_ptr<BuggyStore> m_buggy;
    std::unique_ptr<sync::SyncEngine> m_engine;
    bool m_hasBackup = false;
    bool m_putBack = false; // to an older copy, at least once
};

} // namespace campus::sim
