#include "sim/TabletNode.h"

#include <filesystem>

#include "core/Limits.h"

namespace campus::sim {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kEveryEvent = 1'000'000;

} // namespace

TabletNode::TabletNode(int index, std::string folder, std::uint64_t seed, Millis now,
                       ServerNode &server, Oracle &oracle, Bug bug)
    : m_index(index),
      m_folder(std::move(folder)),
      m_server(server),
      m_oracle(oracle),
      m_bug(bug),
      m_clock(now),
      m_random(seed),
      m_ids(m_clock, m_random),
      m_acts(m_clock, m_ids),
      m_disk("sim-tablet-" + std::to_string(index)),
      m_files(m_disk),
      m_loopback(&server),
      m_faulty(m_loopback, seed + 1),
      m_watched(m_faulty, oracle, index)
{
    m_clock.reboot("boot-" + std::to_string(index) + "-0");
    m_disk.skipSyncs(bug == Bug::SkippedSync);
}

Result<void> TabletNode::open()
{
    store::StoreOptions options;
    options.files = &m_files;
    options.vfs = m_disk.name();
    options.reserveBytes = 4096;
    auto opened = store::TabletStore::open(m_folder, m_clock, m_random, options);
    if (!opened)
        return opened.error();
    m_store = std::move(*opened);
    m_buggy = std::make_unique<BuggyStore>(*m_store, m_bug);
    m_engine = std::make_unique<sync::SyncEngine>(m_watched, *m_buggy, m_clock, "sim");
    return {};
}

void TabletNode::close()
{
    m_engine.reset();
    m_buggy.reset();
    m_store.reset();
}

Result<void> TabletNode::signIn(const std::string &user)
{
    const auto code = m_server.services().accounts().issueCode(user);
    if (!code)
        return code.error();
    wire::EnrolRequest request;
    request.code = code->code;
    request.label = "PAD-" + std::to_string(m_index);
    request.key = m_store->deviceKey();
    request.app = "sim";
    request.proof = m_store->sign(asBytes(wire::enrolProofText(request)));
    const auto answer = m_server.enrol(request);
    if (!answer)
        return answer.error();
    return m_store->keepEnrolment(*answer);
}

Result<void> TabletNode::crashAndReopen(CrashVfs::Loss loss)
{
    m_disk.breakNow();
    close();
    m_disk.repair(loss, m_random);
    if (loss == CrashVfs::Loss::PowerCut)
        m_clock.reboot("boot-" + std::to_string(m_index) + "-" + std::to_string(m_random.next()));
    auto opened = open();
    if (opened)
        checkJournal();
    return opened;
}

void TabletNode::backUp()
{
    close();
    fs::remove_all(m_folder + ".backup");
    fs::copy(m_folder, m_folder + ".backup", fs::copy_options::recursive);
    m_hasBackup = true;
    const auto opened = open();
    CAMPUS_ASSERT(opened.has_value());
}

Result<void> TabletNode::putBackupBack()
{
    close();
    fs::remove_all(m_folder);
    fs::copy(m_folder + ".backup", m_folder, fs::copy_options::recursive);
    if (auto opened = open(); !opened)
        return opened;
    store::JournalQuery all;
    all.page.limit = kEveryEvent;
    const auto journal = m_store->journal(all);
    if (!journal)
        return journal.error();
    std::set<std::string> stillThere;
    for (const store::OwnEvent &event : *journal)
        stillThere.insert(event.id);
    m_putBack = true;
    m_oracle.tabletPutBack(m_index, stillThere, m_server.eventsInLog());
    return {};
}

void TabletNode::save(const domain::Event &event, bool alsoRefused)
{
    store::Save save;
    save.events = {event};
    save.onlyIfAccepted = !alsoRefused;
    const auto saved = m_store->append(save);
    if (!saved || !saved->saved)
        return;
    // The person has seen "saved": whatever happens to the disk now, the line was promised.
    const auto line = m_store->eventLine(event.id);
    m_oracle.expect(line.has_value(), "I1", "event " + event.id + " was saved and is not there");
    if (line)
        m_oracle.saved(m_index, event.id, *line);
}

Result<sync::SyncSummary> TabletNode::run(bool withBlobs)
{
    auto summary = m_engine->run(withBlobs);
    if (!isBroken())
        checkJournal();
    return summary;
}

void TabletNode::setLink(const support::FaultRates &rates, double damage)
{
    m_faulty.setRates(rates);
    m_loopback.tamperWith([this, damage](support::LoopbackSyncApi::Way, std::string &octets) {
        if (octets.empty() || !m_random.chance(damage))
            return;
        if (m_random.chance(0.5))
            octets.resize(m_random.below(octets.size())); // the link broke
        else
            octets[m_random.below(octets.size())] = '\x01';
    });
}

void TabletNode::checkJournal()
{
    store::JournalQuery all;
    all.page.limit = kEveryEvent;
    const auto journal = m_store->journal(all);
    m_oracle.expect(journal.has_value(), "I4", "the journal of a tablet cannot be read");
    if (!journal)
        return;
    std::set<std::string> here;
    for (const store::OwnEvent &event : *journal) {
        here.insert(event.id);
        if (event.state == store::EventState::Settled)
            m_oracle.expect(m_oracle.maySettle(m_index, event.id), "I5",
                            "event " + event.id + " left the outbox unseen");
    }
    for (const auto &[event, act] : m_oracle.acts()) {
        if (act.tablet != m_index || act.lostWithDevice || here.contains(event))
            continue;
        // A tablet put back to an older copy lacks what it had sent; everything else must be here.
        m_oracle.expect(m_putBack, "I4", "event " + event + " is gone from its tablet");
    }
}

} // namespace campus::sim
