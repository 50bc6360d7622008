#include "service/Intake.h"

#include <vector>

#include "core/Limits.h"
#include "core/Log.h"
#include "journal/Chain.h"
#include "service/EventIntake.h"
#include "service/QuarantineReasons.h"
#include "service/RawEvent.h"
#include "wire/EventCodec.h"

namespace campus::service {

using storage::Books;
using Outcome = wire::PushAnswer::Outcome;

namespace {

// A batch after everything that needs no transaction: read, chained, its signature verified.
struct Batch {
    std::vector<Arrival> arrivals;
    std::vector<Digest> chain; // chain[i] stands before arrival i; one more at the end
    bool hasUnreadable = false;
};

Result<void> checkBounds(const Caller &caller, const wire::PushRequest &request)
{
    if (request.protocol < 1 || request.protocol > wire::kProtocol) {
        return {ErrorCode::UnsupportedVersion, "protocol " + std::to_string(request.protocol) +
                                                   "; this server takes 1 to " +
                                                   std::to_string(wire::kProtocol)};
    }
    if (caller.device.empty() || request.device != caller.device)
        return {ErrorCode::Forbidden, "the batch is of another device than the session"};
    if (request.install.empty() || request.first == 0 || request.lines.empty())
        return {ErrorCode::InvalidInput,
                "a batch has an install, a first number from 1 and events"};
    if (request.first > INT64_MAX - limits::kBatchEventsMax)
        return {ErrorCode::InvalidInput, "the first number is beyond any chain"};
    if (request.lines.size() > limits::kBatchEventsMax)
        return {ErrorCode::TooLarge,
                "more than " + std::to_string(limits::kBatchEventsMax) + " events"};
    std::size_t octets = 0;
    for (const std::string &line : request.lines)
        octets += line.size();
    if (octets > limits::kBatchBytesMax)
        return {ErrorCode::TooLarge,
                "more than " + std::to_string(limits::kBatchBytesMax) + " octets"};
    return {};
}

Batch readBatch(const wire::PushRequest &request)
{
    Batch batch;
    batch.chain.push_back(request.previous);
    for (const std::string &line : request.lines) {
        Arrival arrival;
        arrival.line = line;
        arrival.device = request.device;
        arrival.install = request.install;
        arrival.number = request.first + batch.arrivals.size();
        if (auto event = wire::decodeEvent(line)) {
            arrival.id = event->id;
            arrival.event = std::move(*event);
        } else {
            arrival.id = idOfRaw(line);
            batch.hasUnreadable = true;
        }
        batch.chain.push_back(journal::chainNext(batch.chain.back(), line));
        batch.arrivals.push_back(std::move(arrival));
    }
    return batch;
}

// An unreadable line is taken only as one that lies in quarantine already: then it is known.
Result<void> checkReadable(const Books &books, const Batch &batch)
{
    for (std::size_t i = 0; batch.hasUnreadable && i < batch.arrivals.size(); ++i) {
        const Arrival &arrival = batch.arrivals[i];
        if (arrival.event)
            continue;
        const auto seq = books.log().seqOf(arrival.id);
        if (!seq)
            return seq.error();
        const auto why = wire::decodeEvent(arrival.line);
        if (!*seq) {
            return {why ? ErrorCode::Internal : why.error().code,
                    "event " + std::to_string(i + 1) +
                        " of the batch: " + (why ? std::string("unreadable") : why.error().detail)};
        }
    }
    return {};
}

// Other octets under a known id change nothing: they are set aside, with an alarm the first time
// (I16). `inChain`: the chain of the install goes on over them, so its proof needs them.
Result<wire::Verdict> setAside(Books &books, const Arrival &arrival, bool inChain,
                               Millis receivedAt)
{
    const auto head = books.log().head();
    if (!head)
        return head.error();
    const auto aside = books.log().isAside(arrival.id, arrival.line);
    if (!aside)
        return aside.error();
    if (!*aside) {
        log(LogLevel::Error, "event_id_conflict",
            {{"event", arrival.id}, {"device", arrival.device}, {"install", arrival.install}});
    }
    const auto put =
        books.log().putAside({arrival.id, arrival.device, arrival.install,
                              inChain ? arrival.number : 0, receivedAt, head->size, arrival.line},
                             arrival.installKey);
    if (!put)
        return put.error();
    wire::Verdict verdict;
    verdict.event = arrival.id;
    verdict.kind = journal::VerdictKind::Quarantined;
    verdict.reason = quarantine::kIdConflict;
    verdict.duplicate = *aside;
    return verdict;
}

// One push inside its transaction.
class PushWork
{
public:
    PushWork(Books &books, Directory &directory, const wire::PushRequest &request,
             const Batch &batch, Millis receivedAt)
        : m_books(books),
          m_request(request),
          m_batch(batch),
          m_receivedAt(receivedAt),
          m_intake(books, directory, receivedAt)
    {
    }

    Result<wire::PushAnswer> run();

private:
    bool isNext(std::size_t index) const
    {
        return m_batch.arrivals[index].number == m_chain.next &&
               m_batch.chain[index] == m_chain.chain;
    }
    Result<Outcome> weigh();
    Result<void> noteTime();
    Result<wire::Verdict> takeOne(std::size_t index);
    Result<wire::Verdict> known(const Arrival &arrival, std::uint64_t seq, bool next);
    Result<void> close(std::uint64_t sizeBefore);

    Books &m_books;
    const wire::PushRequest &m_request;
    const Batch &m_batch;
    Millis m_receivedAt;
    EventIntake m_intake;
    storage::InstallChain m_chain;
};

// What the chain says to the batch, before anything is changed (sync.md §4).
Result<Outcome> PushWork::weigh()
{
    const storage::InstallChain stored = m_chain;
    for (std::size_t i = 0; i < m_batch.arrivals.size(); ++i) {
        if (isNext(i)) {
            m_chain.next += 1;
            m_chain.chain = m_batch.chain[i + 1];
            continue;
        }
        const Arrival &arrival = m_batch.arrivals[i];
        const auto seq = m_books.log().seqOf(arrival.id);
        if (!seq)
            return seq.error();
        if (!*seq) {
            const Outcome outcome = arrival.number > m_chain.next ? Outcome::Gap : Outcome::Forked;
            m_chain = stored;
            return outcome;
        }
    }
    m_chain = stored;
    return Outcome::Taken;
}

Result<void> PushWork::noteTime()
{
    const storage::TimeSample sample{m_request.sentAt.boot, m_request.sentAt.mono, m_receivedAt};
    if (sample.boot.empty())
        return {};
    const auto known = m_books.accounts().timeSample(m_request.device, sample.boot);
    if (!known)
        return known.error();
    return isBetter(sample, *known) ? m_books.accounts().putTimeSample(m_request.device, sample)
                                    : Result<void>();
}

Result<wire::Verdict> PushWork::known(const Arrival &arrival, std::uint64_t seq, bool next)
{
    const auto record = m_books.log().record(seq);
    if (!record)
        return record.error();
    CAMPUS_ASSERT(record->has_value());
    if ((*record)->line != arrival.line)
        return setAside(m_books, arrival, next, m_receivedAt);
    if (next) {
        const auto head = m_books.log().head();
        if (!head)
            return head.error();
        if (auto added = m_books.chains().addRepeat(m_chain.key, {arrival.number, seq, head->size});
            !added)
            return added.error();
    }
    return verdictOf(**record, arrival.id, true);
}

Result<wire::Verdict> PushWork::takeOne(std::size_t index)
{
    const bool next = isNext(index);
    if (next) {
        m_chain.next += 1;
        m_chain.chain = m_batch.chain[index + 1];
    }
    Arrival arrival = m_batch.arrivals[index];
    arrival.installKey = m_chain.key;
    const auto seq = m_books.log().seqOf(arrival.id);
    if (!seq)
        return seq.error();
    if (*seq)
        return known(arrival, **seq, next);
    CAMPUS_ASSERT(next && arrival.event.has_value());
    return m_intake.take(arrival, false);
}

Result<void> PushWork::close(std::uint64_t sizeBefore)
{
    const auto stored = m_books.chains().find(m_request.device, m_request.install);
    if (!stored)
        return stored.error();
    if (stored->next != m_chain.next) {
        if (auto advanced = m_books.chains().advance(m_chain); !advanced)
            return advanced;
        const storage::SignedBatch signedBatch{stored->next, m_chain.next - 1, m_chain.chain,
                                               m_request.signature, m_receivedAt};
        if (auto added = m_books.chains().addBatch(m_chain.key, signedBatch); !added)
            return added;
    }
    return m_books.log().closeCommit(sizeBefore);
}

Result<wire::PushAnswer> PushWork::run()
{
    wire::PushAnswer answer;
    answer.serverTime = m_receivedAt;
    const auto before = m_books.log().head(); // the counter first: seqs are dense and in order
    if (!before)
        return before.error();
    answer.head = *before;
    auto chain = m_books.chains().find(m_request.device, m_request.install);
    if (!chain)
        return chain.error();
    m_chain = *chain;
    const auto outcome = weigh();
    if (!outcome)
        return outcome.error();
    answer.outcome = *outcome;
    if (answer.outcome == Outcome::Gap) {
        answer.expectedFirst = m_chain.next;
        answer.expectedChain = m_chain.chain;
    }
    if (answer.outcome != Outcome::Taken)
        return answer;
    const auto key = m_books.chains().keyOf(m_request.device, m_request.install);
    if (!key)
        return key.error();
    m_chain.key = *key;
    if (auto noted = noteTime(); !noted)
        return noted.error();
    std::uint64_t commitBegins = before->size;
    for (std::size_t i = 0; i < m_batch.arrivals.size(); ++i) {
        auto verdict = takeOne(i);
        if (!verdict)
            return verdict.error();
        answer.verdicts.push_back(std::move(*verdict));
        const auto next = m_intake.splitCommit(commitBegins);
        if (!next)
            return next.error();
        commitBegins = *next;
    }
    if (auto closed = close(commitBegins); !closed)
        return closed.error();
    const auto after = m_books.log().head();
    if (!after)
        return after.error();
    answer.head = *after;
    return answer;
}

// One raw line inside its transaction.
Result<wire::Verdict> takeRaw(Books &books, Directory &directory, Arrival arrival,
                              Millis receivedAt)
{
    const auto before = books.log().head();
    if (!before)
        return before.error();
    const auto key = books.chains().keyOf(arrival.device, arrival.install);
    if (!key)
        return key.error();
    arrival.installKey = *key;
    const auto seq = books.log().seqOf(arrival.id);
    if (!seq)
        return seq.error();
    if (*seq) {
        const auto record = books.log().record(**seq);
        if (!record)
            return record.error();
        CAMPUS_ASSERT(record->has_value());
        return (*record)->line == arrival.line ? verdictOf(**record, arrival.id, true)
                                               : setAside(books, arrival, false, receivedAt);
    }
    auto verdict = EventIntake(books, directory, receivedAt).takeRaw(arrival, quarantine::kRaw);
    if (!verdict)
        return verdict;
    if (auto closed = books.log().closeCommit(before->size); !closed)
        return closed.error();
    return verdict;
}

} // namespace

Result<wire::PushAnswer> Intake::push(const Caller &caller, const wire::PushRequest &request)
{
    if (auto bounded = checkBounds(caller, request); !bounded)
        return bounded.error();
    const Batch batch = readBatch(request);
    const std::uint64_t last = request.first + request.lines.size() - 1;
    const auto looked = m_store.read([&](const Books &books) -> Result<void> {
        const auto device = books.accounts().device(request.device);
        if (!device)
            return device.error();
        if (!*device || !journal::verifyBatch((*device)->key, request.device, request.install, last,
                                              batch.chain.back(), request.signature))
            return {ErrorCode::BadSignature, "the signature does not cover this batch"};
        return checkReadable(books, batch);
    });
    if (!looked)
        return looked.error();
    Result<wire::PushAnswer> answer = wire::PushAnswer{};
    const auto written = m_store.write([&](Books &books) -> Result<void> {
        const auto receivedAt = receiptTime(books, m_clock.wall());
        if (!receivedAt)
            return receivedAt.error();
        answer = PushWork(books, m_directory, request, batch, *receivedAt).run();
        return answer ? Result<void>() : Result<void>(answer.error());
    });
    if (!written)
        return written.error();
    return answer;
}

Result<wire::Verdict> Intake::quarantine(const Caller &caller,
                                         const wire::QuarantineRequest &request)
{
    if (caller.device.empty() || request.device != caller.device)
        return {ErrorCode::Forbidden, "the event is of another device than the session"};
    if (request.install.empty() || request.line.empty())
        return {ErrorCode::InvalidInput, "an install and the event's octets are needed"};
    if (request.line.size() > limits::kBatchBytesMax)
        return {ErrorCode::TooLarge,
                "more than " + std::to_string(limits::kBatchBytesMax) + " octets"};
    Arrival arrival;
    arrival.line = request.line;
    arrival.device = request.device;
    arrival.install = request.install;
    if (auto event = wire::decodeEvent(request.line)) {
        arrival.id = event->id;
        arrival.event = std::move(*event);
    } else {
        arrival.id = idOfRaw(request.line);
    }
    Result<wire::Verdict> verdict = wire::Verdict{};
    const auto written = m_store.write([&](Books &books) -> Result<void> {
        const auto receivedAt = receiptTime(books, m_clock.wall());
        if (!receivedAt)
            return receivedAt.error();
        verdict = takeRaw(books, m_directory, arrival, *receivedAt);
        return verdict ? Result<void>() : Result<void>(verdict.error());
    });
    if (!written)
        return written.error();
    return verdict;
}

} // namespace campus::service
