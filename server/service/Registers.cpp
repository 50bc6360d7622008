#include "service/Registers.h"

#include "core/Limits.h"
#include "journal/Chain.h"
#include "service/EventIntake.h"
#include "wire/EventCodec.h"

namespace campus::service {

using storage::Books;

namespace {

// The object a register fact is about, and the school whose it is.
struct About {
    std::string object, school;
};

About aboutOf(const domain::EventBody &body)
{
    if (const auto *school = std::get_if<domain::School>(&body))
        return {school->id, school->id};
    if (const auto *change = std::get_if<domain::SchoolChange>(&body))
        return {change->school, change->school};
    if (const auto *asset = std::get_if<domain::Asset>(&body))
        return {asset->id, asset->school};
    if (const auto *bureau = std::get_if<domain::Bureau>(&body))
        return {bureau->id, {}};
    if (const auto *township = std::get_if<domain::Township>(&body))
        return {township->id, {}};
    if (const auto *user = std::get_if<domain::User>(&body))
        return {user->id, {}};
    if (const auto *checklist = std::get_if<domain::Checklist>(&body))
        return {checklist->id(), {}};
    return {};
}

// The server's own chain inside one transaction: batches of at most kBatchEventsMax, signed.
class OwnChain
{
public:
    OwnChain(Books &books, Directory &directory, const SigningKey &key, Millis receivedAt)
        : m_books(books),
          m_key(key),
          m_receivedAt(receivedAt),
          m_intake(books, directory, receivedAt)
    {
    }

    Result<void> append(const std::vector<domain::Event> &events,
                        const std::vector<std::string> &lines);

private:
    Result<void> open();
    Result<void> closeBatch();
    Books &m_books;
    const SigningKey &m_key;
    Millis m_receivedAt;
    EventIntake m_intake;
    storage::InstallChain m_chain;
    std::uint64_t m_first = 0, m_sizeBefore = 0;
};

Result<void> OwnChain::open()
{
    const auto head = m_books.log().head();
    if (!head)
        return head.error();
    m_sizeBefore = head->size;
    const auto key = m_books.chains().keyOf(kServerDevice, kServerDevice);
    if (!key)
        return key.error();
    auto chain = m_books.chains().find(kServerDevice, kServerDevice);
    if (!chain)
        return chain.error();
    m_chain = std::move(*chain);
    m_first = m_chain.next;
    return {};
}

Result<void> OwnChain::closeBatch()
{
    if (m_chain.next == m_first)
        return {};
    const std::uint64_t last = m_chain.next - 1;
    const Signature signature =
        journal::signBatch(m_key, kServerDevice, kServerDevice, last, m_chain.chain);
    if (auto advanced = m_books.chains().advance(m_chain); !advanced)
        return advanced;
    if (auto added = m_books.chains().addBatch(
            m_chain.key, {m_first, last, m_chain.chain, signature, m_receivedAt});
        !added)
        return added;
    return m_books.log().closeCommit(m_sizeBefore);
}

Result<void> OwnChain::append(const std::vector<domain::Event> &events,
                              const std::vector<std::string> &lines)
{
    if (auto opened = open(); !opened)
        return opened;
    for (std::size_t i = 0; i < events.size(); ++i) {
        Arrival arrival;
        arrival.id = events[i].id;
        arrival.line = lines[i];
        arrival.event = events[i];
        arrival.device = arrival.install = kServerDevice;
        arrival.number = m_chain.next;
        arrival.installKey = m_chain.key;
        const auto verdict = m_intake.take(arrival, true);
        if (!verdict)
            return verdict.error();
        if (verdict->kind != journal::VerdictKind::Accepted &&
            verdict->kind != journal::VerdictKind::AcceptedNoop) {
            return {ErrorCode::Conflict, events[i].type + " of " + events[i].object +
                                             " was refused: " + verdict->reason};
        }
        m_chain.chain = journal::chainNext(m_chain.chain, arrival.line);
        m_chain.next += 1;
        const auto next = m_intake.splitCommit(m_sizeBefore);
        if (!next)
            return next.error();
        m_sizeBefore = *next;
        if (m_chain.next - m_first == limits::kBatchEventsMax && i + 1 < events.size()) {
            if (auto closed = closeBatch(); !closed)
                return closed;
            if (auto opened = open(); !opened)
                return opened;
        }
    }
    return closeBatch();
}

} // namespace

Result<void> Registers::initialise(const wire::Region &region,
                                   std::span<const domain::Checklist> checklists)
{
    std::vector<domain::EventBody> bodies;
    bodies.emplace_back(region.bureau);
    bodies.insert(bodies.end(), region.townships.begin(), region.townships.end());
    bodies.insert(bodies.end(), region.schools.begin(), region.schools.end());
    bodies.insert(bodies.end(), region.assets.begin(), region.assets.end());
    bodies.insert(bodies.end(), region.users.begin(), region.users.end());
    bodies.insert(bodies.end(), checklists.begin(), checklists.end());
    return append(std::move(bodies), true);
}

Result<void> Registers::record(domain::EventBody body)
{
    std::vector<domain::EventBody> bodies;
    bodies.push_back(std::move(body));
    return append(std::move(bodies), false);
}

Result<void> Registers::append(std::vector<domain::EventBody> bodies, bool intoEmptyLog)
{
    std::vector<domain::Event> events;
    std::vector<std::string> lines;
    for (domain::EventBody &body : bodies) {
        domain::Event event;
        event.id = m_ids.next();
        const About about = aboutOf(body);
        event.object = about.object;
        event.school = about.school;
        event.actor = kServerDevice;
        event.role = domain::Role::System;
        event.wall = m_clock.wall();
        event.boot = m_clock.bootId();
        event.mono = m_clock.monotonic();
        event.body = std::move(body);
        auto line = wire::encodeEvent(event);
        if (!line)
            return Error{line.error().code, about.object + ": " + line.error().detail};
        // What is applied is what the octets say.
        auto read = wire::decodeEvent(*line);
        if (!read)
            return Error{read.error().code, about.object + ": " + read.error().detail};
        events.push_back(std::move(*read));
        lines.push_back(std::move(*line));
    }
    return m_store.write([&](Books &books) -> Result<void> {
        const auto head = books.log().head();
        if (!head)
            return head.error();
        if (intoEmptyLog && head->size != 0)
            return {ErrorCode::Conflict, "there are registers already"};
        const auto receivedAt = receiptTime(books, m_clock.wall());
        if (!receivedAt)
            return receivedAt.error();
        return OwnChain(books, m_directory, m_key, *receivedAt).append(events, lines);
    });
}

namespace {

void shift(domain::FieldValue &value, int days)
{
    if (auto *text = std::get_if<std::string>(&value)) {
        if (const auto day = Day::parse(*text))
            *text = (*day + days).iso();
    }
}

void shift(domain::Fields &fields, int days)
{
    for (auto &[name, value] : fields)
        shift(value, days);
}

void shift(domain::SchoolChange &change, int days)
{
    change.on = change.on + days;
    shift(change.before, days);
    shift(change.after, days);
}

} // namespace

void shiftDates(wire::Region &region, int days)
{
    for (auto *list : {&region.bureau.holidays, &region.bureau.workdays}) {
        for (Day &day : *list)
            day = day + days;
    }
    for (domain::School &school : region.schools) {
        shift(school.fields, days);
        for (domain::SchoolChange &change : school.changes)
            shift(change, days);
    }
    for (domain::SchoolChange &change : region.changes)
        shift(change, days);
    for (domain::Asset &asset : region.assets)
        shift(asset.fields, days);
}

} // namespace campus::service
