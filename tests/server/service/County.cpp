#include "server/service/County.h"

#include <algorithm>

#include "core/Log.h"
#include "journal/Chain.h"
#include "wire/DocCodec.h"
#include "wire/EventCodec.h"
#include "wire/RegionFile.h"

namespace campus::test {

namespace {

domain::School school(const std::string &id, const std::string &township)
{
    domain::School school;
    school.id = id;
    school.code = "9901" + id;
    school.name = "学校" + id;
    school.type = "primary";
    school.ownership = "public";
    school.township = township;
    school.status = "active";
    return school;
}

domain::User person(const std::string &id, domain::Role role, const std::string &township,
                    const std::string &school)
{
    domain::User user;
    user.id = id;
    user.name = "人" + id;
    user.role = role;
    if (!township.empty())
        user.townships = {township};
    user.school = school;
    return user;
}

wire::Region region()
{
    using domain::Role;
    wire::Region region;
    region.bureau.id = "E1";
    region.bureau.name = "澄岚县教育局";
    region.bureau.documentPrefix = "澄教安改";
    region.townships = {{"T1", "990101", "望澄街道", "subdistrict"},
                        {"T2", "990102", "白沙渡镇", "town"}};
    region.schools = {school("S1", "T1"), school("S2", "T1"), school("S3", "T2")};
    domain::Asset bus;
    bus.id = "B1";
    bus.school = "S1";
    bus.name = "测A·0001";
    region.assets = {bus};
    region.users = {person(kAdmin, Role::BureauAdmin, "", ""),
                    person(kOfficer, Role::SafetyOfficer, "T1", ""),
                    person(kOtherOfficer, Role::SafetyOfficer, "T2", ""),
                    person(kPrincipal, Role::Principal, "", "S1"),
                    person(kSchoolSafety, Role::SchoolSafety, "", "S1"),
                    person(kOtherPrincipal, Role::Principal, "", "S3")};
    return region;
}

} // namespace

County::County(std::uint64_t seed)
    : m_random(seed),
      m_ids(m_clock, m_random),
      m_acts(m_clock, m_ids)
{
    setLogLevel(LogLevel::Warning);
    m_data = std::make_unique<storage::DataFolder>(storage::DataFolder::create(path()).value());
    open();
    CAMPUS_ASSERT(m_services->registers().initialise(region(), {}).has_value());
    m_clock.advance(60'000);
}

County::~County() = default;

void County::open()
{
    service::ServiceOptions options;
    options.accounts.cost.n = 16;
    auto opened = service::Services::open(*m_data, m_clock, m_random, options);
    CAMPUS_ASSERT(opened.has_value());
    m_services = std::move(*opened);
}

void County::close()
{
    m_services.reset();
}

void County::restart()
{
    close();
    open();
}

domain::User County::user(const std::string &id)
{
    return std::get<domain::User>(*doc(domain::ObjectKind::User, id));
}

wire::Head County::head()
{
    wire::Head head;
    CAMPUS_ASSERT(m_services->store()
                      .read([&](const storage::Books &books) -> Result<void> {
                          head = books.log().head().value();
                          return {};
                      })
                      .has_value());
    return head;
}

std::vector<journal::LogRecord> County::log()
{
    std::vector<journal::LogRecord> records;
    CAMPUS_ASSERT(m_services->store()
                      .read([&](const storage::Books &books) {
                          return books.log().visit(0, UINT64_MAX,
                                                   [&](const journal::LogRecord &record,
                                                       const std::string &, const Digest &) {
                                                       records.push_back(record);
                                                       return true;
                                                   });
                      })
                      .has_value());
    return records;
}

std::optional<domain::Doc> County::doc(domain::ObjectKind kind, const std::string &id)
{
    std::optional<domain::Doc> doc;
    CAMPUS_ASSERT(m_services->store()
                      .read([&](const storage::Books &books) -> Result<void> {
                          const auto stored = books.docs().find(kind, id).value();
                          if (stored)
                              doc = wire::decodeDoc(kind, stored->json).value();
                          return {};
                      })
                      .has_value());
    return doc;
}

std::optional<domain::Hazard> County::hazard(const std::string &id)
{
    const auto found = doc(domain::ObjectKind::Hazard, id);
    return found ? std::optional(std::get<domain::Hazard>(*found)) : std::nullopt;
}

void County::record(domain::EventBody body)
{
    const auto recorded = m_services->registers().record(std::move(body));
    if (!recorded)
        std::fprintf(stderr, "record: %s\n", recorded.error().detail.c_str());
    CAMPUS_ASSERT(recorded.has_value());
}

service::VerifyReport County::verify()
{
    service::Verifier verifier(m_services->store(), m_services->blobs());
    return verifier.run().value();
}

// ---- tablets -------------------------------------------------------------------------------------

Tablet::Tablet(County &county, const std::string &user, const std::string &label)
    : m_county(county),
      m_key(SigningKey::generate())
{
    wire::EnrolRequest request;
    request.code = county.accounts().issueCode(user).value().code;
    request.label = label;
    request.key = m_key.publicKey();
    request.app = "test";
    request.proof = m_key.sign(asBytes(wire::enrolProofText(request)));
    const auto answer = county.accounts().enrol(request).value();
    m_device = answer.device;
    m_token = answer.session.token;
    startInstall(county.ids().next());
}

void Tablet::signInAs(const std::string &user)
{
    wire::EnrolRequest request;
    request.code = m_county.accounts().issueCode(user).value().code;
    request.label = "again";
    request.key = m_key.publicKey();
    request.proof = m_key.sign(asBytes(wire::enrolProofText(request)));
    m_token = m_county.accounts().enrol(request).value().session.token;
}

void Tablet::startInstall(const std::string &install)
{
    m_install = install;
    next = 1;
    chain = journal::chainStart(m_device, m_install);
}

service::Caller Tablet::caller()
{
    return m_county.accounts().authenticateForPush(m_token).value();
}

wire::PushRequest Tablet::batchOf(std::vector<std::string> lines)
{
    wire::PushRequest request;
    request.device = m_device;
    request.install = m_install;
    request.first = next;
    request.previous = chain;
    request.lines = std::move(lines);
    Digest after = chain;
    for (const std::string &line : request.lines)
        after = journal::chainNext(after, line);
    request.signature =
        journal::signBatch(m_key, m_device, m_install, next + request.lines.size() - 1, after);
    request.sentAt = {m_county.clock().bootId(), m_county.clock().monotonic(),
                      m_county.clock().wall()};
    return request;
}

wire::PushRequest Tablet::batch(const std::vector<domain::Event> &events)
{
    std::vector<std::string> lines;
    for (const domain::Event &event : events)
        lines.push_back(lineOf(event));
    return batchOf(std::move(lines));
}

void Tablet::sent(const wire::PushRequest &request)
{
    for (const std::string &line : request.lines)
        chain = journal::chainNext(chain, line);
    next = request.first + request.lines.size();
}

Result<wire::PushAnswer> Tablet::push(const wire::PushRequest &request)
{
    return m_county.intake().push(caller(), request);
}

wire::PushAnswer Tablet::deliver(const std::vector<domain::Event> &events)
{
    const wire::PushRequest request = batch(events);
    auto answer = push(request);
    CAMPUS_ASSERT(answer.has_value());
    CAMPUS_ASSERT(answer->outcome == wire::PushAnswer::Outcome::Taken);
    sent(request);
    return *answer;
}

wire::PullAnswer Tablet::pullOnce(std::uint32_t limit)
{
    wire::PullRequest request;
    request.cursor = cursor;
    request.highest = highest;
    request.scopeMark = scopeMark;
    request.limit = limit;
    request.device = m_device;
    request.sentAt = {m_county.clock().bootId(), m_county.clock().monotonic(),
                      m_county.clock().wall()};
    return m_county.feed().pull(caller(), request).value();
}

std::vector<wire::FeedRow> Tablet::bootstrap(std::uint32_t limit)
{
    std::vector<wire::FeedRow> rows;
    wire::BootstrapRequest request;
    request.limit = limit;
    for (;;) {
        auto answer = m_county.feed().bootstrap(caller(), request).value();
        std::move(answer.rows.begin(), answer.rows.end(), std::back_inserter(rows));
        request.at = answer.at;
        request.after = answer.next;
        scopeMark = answer.scopeMark;
        if (answer.next.empty())
            break;
    }
    cursor = highest = *request.at;
    return rows;
}

std::vector<wire::FeedRow> Tablet::pullAll(std::uint32_t limit)
{
    std::vector<wire::FeedRow> rows;
    if (scopeMark.empty())
        rows = bootstrap(limit);
    for (;;) {
        auto page = pullOnce(limit);
        CAMPUS_ASSERT(page.outcome == wire::PullAnswer::Outcome::Page);
        std::move(page.rows.begin(), page.rows.end(), std::back_inserter(rows));
        cursor = page.cursor;
        highest = page.head;
        if (!page.more)
            return rows;
    }
}

// ---- rows ----------------------------------------------------------------------------------------

std::string lineOf(const domain::Event &event)
{
    return wire::encodeEvent(event).value();
}

namespace {

template <typename Fits>
bool anyRow(const std::vector<wire::FeedRow> &rows, Fits fits)
{
    return std::any_of(rows.begin(), rows.end(), fits);
}

} // namespace

bool hasDoc(const std::vector<wire::FeedRow> &rows, const std::string &object)
{
    return anyRow(rows, [&](const wire::FeedRow &row) {
        return row.kind == wire::FeedRow::Kind::Doc && row.object == object;
    });
}

bool hasVerdict(const std::vector<wire::FeedRow> &rows, const std::string &event)
{
    return anyRow(rows, [&](const wire::FeedRow &row) {
        return row.kind == wire::FeedRow::Kind::Verdict && row.verdict.event == event;
    });
}

bool hasRemove(const std::vector<wire::FeedRow> &rows, const std::string &object)
{
    return anyRow(rows, [&](const wire::FeedRow &row) {
        return row.kind == wire::FeedRow::Kind::Remove && row.object == object;
    });
}

} // namespace campus::test
