// The real server on a breakable disk: opened, killed, cut off power, backed up and put back. While
// it is down nothing answers. What it answers is told to the oracle first. One thread calls it; its
// own writer thread is inside the service.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "service/Services.h"
#include "sim/CrashVfs.h"
#include "sim/Oracle.h"
#include "sim/PlantedBugs.h"
#include "storage/DataFolder.h"
#include "support/FakeClock.h"
#include "support/SeededRandom.h"
#include "support/ServicePort.h"

namespace campus::sim {

class ServerNode final : public support::SyncServer
{
public:
    ServerNode(std::string folder, std::uint64_t seed, Millis now, Oracle &oracle, Bug bug);
    ~ServerNode() override;

    Result<void> create(const wire::Region &region); // a new county; then as after start()
    Result<void> start();
    void stop(); // in order
    bool isUp() const { return m_services != nullptr && !m_disk.isBroken(); }
    void breakAt(std::uint64_t changes) { m_disk.breakAt(changes); }
    // Ends a broken or running server without a farewell, and starts it again from its files.
    Result<void> crashAndRestart(CrashVfs::Loss loss);

    Result<void> backUp();
    Result<void> putBackupBack(); // and nobody is told
    bool hasBackup() const { return m_backupSize.has_value(); }

    service::Services &services() { return *m_services; }
    support::FakeClock &clock() { return m_clock; }
    std::uint64_t logSize();
    std::set<std::string> eventsInLog();

    Result<wire::EnrolAnswer> enrol(const wire::EnrolRequest &) override;
    Result<wire::SignInAnswer> signIn(const wire::SignInRequest &) override;
    Result<wire::SignInAnswer> refresh(const std::string &, const wire::RefreshRequest &) override;
    Result<wire::PushAnswer> push(const std::string &, const wire::PushRequest &) override;
    Result<wire::PullAnswer> pull(const std::string &, const wire::PullRequest &) override;
    Result<wire::HeadsAnswer> heads(const std::string &, const wire::HeadsRequest &) override;
    Result<wire::FetchAnswer> fetch(const std::string &, const wire::FetchRequest &) override;
    Result<wire::BootstrapAnswer> bootstrap(const std::string &,
                                            const wire::BootstrapRequest &) override;
    Result<wire::Verdict> quarantine(const std::string &, const wire::QuarantineRequest &) override;
    Result<wire::UploadState> startUpload(const std::string &, const wire::UploadStart &) override;
    Result<wire::UploadState> uploadState(const std::string &, const std::string &) override;
    Result<wire::UploadState> patchUpload(const std::string &, const std::string &, std::uint64_t,
                                          BytesView) override;
    Result<Bytes> blob(const std::string &, const Digest &, const wire::ObjectRef &) override;

private:
    template <typename Answer, typename Serve>
    Result<Answer> serve(Serve call);
    std::optional<wire::PushAnswer> bugOnPush(const wire::PushRequest &request);
    void bugBeforePull(wire::PullRequest &request);

    std::string m_folder, m_backup;
    Oracle &m_oracle;
    Bug m_bug;
    support::FakeClock m_clock;
    support::SeededRandom m_random;
    CrashVfs m_disk;
    std::optional<storage::DataFolder> m_data;
    std::unique_ptr<service::Services> m_services;
    std::unique_ptr<support::ServicePort> m_port;
    std::optional<std::uint64_t> m_backupSize;
    std::map<std::string, std::uint64_t> m_lastNumber; // by device; for a planted bug
};

} // namespace campus::sim
