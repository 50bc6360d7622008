#include "sim/ServerNode.h"

#include <filesystem>

#include "storage/Store.h"

namespace campus::sim {

namespace fs = std::filesystem;

namespace {

service::ServiceOptions optionsOn(const CrashVfs &disk)
{
    service::ServiceOptions options;
    options.vfs = disk.name();
    options.readers = 1;
    options.accounts.cost = {2, 1, 1}; // guessing passwords is not what is simulated
    return options;
}

} // namespace

ServerNode::ServerNode(std::string folder, std::uint64_t seed, Millis now, Oracle &oracle, Bug bug)
    : m_folder(std::move(folder)),
      m_backup(m_folder + ".backup"),
      m_oracle(oracle),
      m_bug(bug),
      m_clock(now),
      m_random(seed),
      m_disk("sim-server")
{
    m_clock.reboot("server-boot");
    m_disk.skipSyncs(bug == Bug::ServerSkippedSync);
}

ServerNode::~ServerNode()
{
    m_port.reset();
    m_services.reset();
}

Result<void> ServerNode::create(const wire::Region &region)
{
    auto made = storage::DataFolder::create(m_folder);
    if (!made)
        return made.error();
    m_data.emplace(std::move(*made));
    auto opened = service::Services::open(*m_data, m_clock, m_random, optionsOn(m_disk));
    if (!opened)
        return opened.error();
    m_services = std::move(*opened);
    m_port = std::make_unique<support::ServicePort>(*m_services);
    return m_services->registers().initialise(region, {});
}

Result<void> ServerNode::start()
{
    auto data = storage::DataFolder::open(m_folder, storage::DataFolder::Use::Write);
    if (!data)
        return data.error();
    m_data.emplace(std::move(*data));
    auto opened = service::Services::open(*m_data, m_clock, m_random, optionsOn(m_disk));
    if (!opened)
        return opened.error();
    m_services = std::move(*opened);
    m_port = std::make_unique<support::ServicePort>(*m_services);
    return {};
}

void ServerNode::stop()
{
    m_port.reset();
    m_services.reset();
    m_data.reset();
}

Result<void> ServerNode::crashAndRestart(CrashVfs::Loss loss)
{
    m_disk.breakNow();
    stop();
    m_disk.repair(loss, m_random);
    return start();
}

Result<void> ServerNode::backUp()
{
    fs::remove(m_backup);
    m_backupSize = logSize();
    return m_services->store().copyTo(m_backup);
}

Result<void> ServerNode::putBackupBack()
{
    CAMPUS_ASSERT(m_backupSize.has_value());
    stop();
    for (const char *end : {"", "-wal", "-shm"})
        fs::remove(m_folder + "/campus.db" + end);
    fs::copy_file(m_backup, m_folder + "/campus.db");
    m_lastNumber.clear();
    if (auto started = start(); !started)
        return started;
    m_oracle.serverPutBack(*m_backupSize, eventsInLog());
    return {};
}

std::uint64_t ServerNode::logSize()
{
    std::uint64_t size = 0;
    const auto read = m_services->store().read([&](const storage::Books &books) -> Result<void> {
        const auto head = books.log().head();
        if (!head)
            return head.error();
        size = head->size;
        return {};
    });
    CAMPUS_ASSERT(read.has_value());
    return size;
}

std::set<std::string> ServerNode::eventsInLog()
{
    std::set<std::string> events;
    const auto read = m_services->store().read([&](const storage::Books &books) {
        return books.log().visit(
            0, UINT64_MAX >> 1,
            [&](const journal::LogRecord &, const std::string &event, const Digest &) {
                events.insert(event);
                return true;
            });
    });
    CAMPUS_ASSERT(read.has_value());
    return events;
}

// ---- the protocol --------------------------------------------------------------------------------

template <typename Answer, typename Serve>
Result<Answer> ServerNode::serve(Serve call)
{
    if (!isUp())
        return {ErrorCode::NetworkFailed, "the server is down"};
    Result<Answer> answer = call();
    if (!isUp())
        return {ErrorCode::NetworkFailed, "the server broke while it answered"};
    return answer;
}

Result<wire::EnrolAnswer> ServerNode::enrol(const wire::EnrolRequest &r)
{
    return serve<wire::EnrolAnswer>([&] { return m_port->enrol(r); });
}

Result<wire::SignInAnswer> ServerNode::signIn(const wire::SignInRequest &r)
{
    return serve<wire::SignInAnswer>([&] { return m_port->signIn(r); });
}

Result<wire::SignInAnswer> ServerNode::refresh(const std::string &token,
                                               const wire::RefreshRequest &r)
{
    return serve<wire::SignInAnswer>([&] { return m_port->refresh(token, r); });
}

std::optional<wire::PushAnswer> ServerNode::bugOnPush(const wire::PushRequest &request)
{
    const std::uint64_t last = request.first + request.lines.size() - 1;
    if (m_bug == Bug::DedupeByNumber && last <= m_lastNumber[request.device]) {
        wire::PushAnswer answer; // "I have these": the numbers, not the events
        answer.head = {logSize(), {}};
        answer.serverTime = m_clock.wall();
        for (const std::string &line : request.lines) {
            wire::Verdict verdict;
            verdict.event = line.substr(line.find("\"id\":\"") + 6, 36);
            verdict.seq = 1;
            verdict.duplicate = true;
            answer.verdicts.push_back(verdict);
        }
        return answer;
    }
    m_lastNumber[request.device] = std::max(m_lastNumber[request.device], last);
    return std::nullopt;
}

Result<wire::PushAnswer> ServerNode::push(const std::string &token, const wire::PushRequest &r)
{
    return serve<wire::PushAnswer>([&]() -> Result<wire::PushAnswer> {
        if (auto wrong = bugOnPush(r); wrong && m_bug == Bug::DedupeByNumber)
            return *wrong;
        auto answer = m_port->push(token, r);
        if (answer && isUp())
            m_oracle.answered(r, *answer);
        return answer;
    });
}

void ServerNode::bugBeforePull(wire::PullRequest &request)
{
    if (m_bug != Bug::CursorIsNumber)
        return;
    const std::uint64_t size = logSize();
    for (wire::Head *head : {&request.cursor, &request.highest}) {
        head->size = std::min(head->size, size);
        const auto read =
            m_services->store().read([&](const storage::Books &books) -> Result<void> {
                const auto chain = books.log().chainAt(head->size);
                if (chain && *chain)
                    head->chain = **chain; // any history with so many records will do
                return {};
            });
        CAMPUS_ASSERT(read.has_value());
    }
}

Result<wire::PullAnswer> ServerNode::pull(const std::string &token, const wire::PullRequest &r)
{
    return serve<wire::PullAnswer>([&] {
        wire::PullRequest request = r;
        bugBeforePull(request);
        auto page = m_port->pull(token, request);
        if (page && isUp())
            m_oracle.headSeen(page->head);
        if (page && m_bug == Bug::PageEndOffByOne && page->rows.size() > 3)
            page->rows.pop_back();
        return page;
    });
}

Result<wire::HeadsAnswer> ServerNode::heads(const std::string &token, const wire::HeadsRequest &r)
{
    return serve<wire::HeadsAnswer>([&] { return m_port->heads(token, r); });
}

Result<wire::FetchAnswer> ServerNode::fetch(const std::string &token, const wire::FetchRequest &r)
{
    return serve<wire::FetchAnswer>([&] { return m_port->fetch(token, r); });
}

Result<wire::BootstrapAnswer> ServerNode::bootstrap(const std::string &token,
                                                    const wire::BootstrapRequest &r)
{
    return serve<wire::BootstrapAnswer>([&] { return m_port->bootstrap(token, r); });
}

Result<wire::Verdict> ServerNode::quarantine(const std::string &token,
                                             const wire::QuarantineRequest &r)
{
    return serve<wire::Verdict>([&] { return m_port->quarantine(token, r); });
}

Result<wire::UploadState> ServerNode::startUpload(const std::string &token,
                                                  const wire::UploadStart &start)
{
    return serve<wire::UploadState>([&] { return m_port->startUpload(token, start); });
}

Result<wire::UploadState> ServerNode::uploadState(const std::string &token,
                                                  const std::string &upload)
{
    return serve<wire::UploadState>([&] { return m_port->uploadState(token, upload); });
}

Result<wire::UploadState> ServerNode::patchUpload(const std::string &token,
                                                  const std::string &upload, std::uint64_t offset,
                                                  BytesView chunk)
{
    return serve<wire::UploadState>(
        [&] { return m_port->patchUpload(token, upload, offset, chunk); });
}

Result<Bytes> ServerNode::blob(const std::string &token, const Digest &sha,
                               const wire::ObjectRef &referrer)
{
    return serve<Bytes>([&] { return m_port->blob(token, sha, referrer); });
}

} // namespace campus::sim
