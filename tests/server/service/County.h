// A small county on the real service in a temporary data directory, and tablets that talk to it.
// Clock and randomness are the test's; password hashes are cheap. One thread unless said.
#pragma once

#include <QTemporaryDir>
#include <memory>
#include <string>
#include <vector>

#include "service/Directory.h"
#include "service/Reports.h"
#include "service/Services.h"
#include "service/Verifier.h"
#include "storage/BlobFolder.h"
#include "storage/DataFolder.h"
#include "storage/Store.h"
#include "support/FakeClock.h"
#include "support/FieldActs.h"
#include "support/SeededRandom.h"

namespace campus::test {

inline constexpr const char *kAdmin = "A1";          // bureau
inline constexpr const char *kOfficer = "O1";        // township T1: schools S1, S2
inline constexpr const char *kOtherOfficer = "O2";   // township T2: school S3
inline constexpr const char *kPrincipal = "P1";      // school S1
inline constexpr const char *kSchoolSafety = "Q1";   // school S1
inline constexpr const char *kOtherPrincipal = "P3"; // school S3

class County
{
public:
    explicit County(std::uint64_t seed = 1);
    ~County();

    void restart(); // closes and opens again
    void close();
    service::Services &services() { return *m_services; }
    service::Intake &intake() { return m_services->intake(); }
    service::Feed &feed() { return m_services->feed(); }
    service::Accounts &accounts() { return m_services->accounts(); }
    service::Uploads &uploads() { return m_services->uploads(); }
    support::FakeClock &clock() { return m_clock; }
    support::SeededRandom &random() { return m_random; }
    IdSource &ids() { return m_ids; }
    support::FieldActs &acts() { return m_acts; }
    std::string path() const { return m_folder.path().toStdString() + "/data"; }

    domain::User user(const std::string &id);
    wire::Head head();
    std::vector<journal::LogRecord> log();
    std::optional<domain::Hazard> hazard(const std::string &id);
    std::optional<domain::Doc> doc(domain::ObjectKind kind, const std::string &id);
    void record(domain::EventBody body); // a register fact of the server
    service::VerifyReport verify();

private:
    void open();
    QTemporaryDir m_folder;
    support::FakeClock m_clock;
    support::SeededRandom m_random;
    IdSource m_ids;
    support::FieldActs m_acts;
    std::unique_ptr<storage::DataFolder> m_data;
    std::unique_ptr<service::Services> m_services;
};

// A tablet with its key, its chain and one person signed in.
class Tablet
{
public:
    Tablet(County &county, const std::string &user, const std::string &label = "PAD-01");

    service::Caller caller(); // for push
    const std::string &device() const { return m_device; }
    const std::string &token() const { return m_token; }
    const SigningKey &key() const { return m_key; }
    void signInAs(const std::string &user); // by a further one-time code
    void startInstall(const std::string &install);
    const std::string &install() const { return m_install; }

    // The request for the next events; the chain goes on only by `sent`.
    wire::PushRequest batch(const std::vector<domain::Event> &events);
    wire::PushRequest batchOf(std::vector<std::string> lines);
    void sent(const wire::PushRequest &request);
    Result<wire::PushAnswer> push(const wire::PushRequest &request);
    // Pushes and expects it to be taken.
    wire::PushAnswer deliver(const std::vector<domain::Event> &events);
    wire::Verdict deliverOne(const domain::Event &event) { return deliver({event}).verdicts.at(0); }

    // Pulls page by page to the head; the first call bootstraps.
    std::vector<wire::FeedRow> pullAll(std::uint32_t limit = 0);
    wire::PullAnswer pullOnce(std::uint32_t limit = 0);
    std::vector<wire::FeedRow> bootstrap(std::uint32_t limit = 0);
    wire::Head cursor, highest;
    std::string scopeMark;
    std::uint64_t next = 1;
    Digest chain;

private:
    County &m_county;
    SigningKey m_key;
    std::string m_device, m_install, m_token;
};

std::string lineOf(const domain::Event &event);
bool hasDoc(const std::vector<wire::FeedRow> &rows, const std::string &object);
bool hasVerdict(const std::vector<wire::FeedRow> &rows, const std::string &event);
bool hasRemove(const std::vector<wire::FeedRow> &rows, const std::string &object);

} // namespace campus::test
