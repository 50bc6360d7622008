#include "service/EventIntake.h"

#include <algorithm>

#include "core/Day.h"
#include "core/Log.h"
#include "service/QuarantineReasons.h"
#include "wire/DocCodec.h"

namespace campus::service {

using journal::VerdictKind;

namespace {

constexpr Millis kSmallStepBack = 10 * 60'000;

VerdictKind verdictFor(domain::Decision::Kind kind)
{
    switch (kind) {
    case domain::Decision::Kind::Accepted: return VerdictKind::Accepted;
    case domain::Decision::Kind::AcceptedNoop: return VerdictKind::AcceptedNoop;
    case domain::Decision::Kind::Refused: return VerdictKind::Rejected;
    case domain::Decision::Kind::Quarantined: break;
    }
    return VerdictKind::Quarantined;
}

} // namespace

Result<Millis> receiptTime(const storage::Books &books, Millis now)
{
    const auto head = books.log().head();
    if (!head)
        return head.error();
    const auto newest = books.log().receivedAt(head->size);
    if (!newest)
        return newest.error();
    return *newest > now && *newest - now <= kSmallStepBack ? *newest : now;
}

wire::Verdict verdictOf(const journal::LogRecord &record, const std::string &event, bool duplicate)
{
    return {event,     record.verdict, record.reason, record.by,
            record.at, record.seq,     duplicate,     record.officialNumber};
}

// Why the person behind an event is not heard; empty when he or she is.
Result<std::string> EventIntake::personReason(const Arrival &arrival)
{
    const auto device = m_books.accounts().device(arrival.device);
    if (!device)
        return device.error();
    if (!*device || (*device)->revokedAt)
        return std::string(quarantine::kDeviceRevoked);
    const auto actor = m_docs.find(domain::ObjectKind::User, arrival.event->actor);
    if (!actor)
        return actor.error();
    const auto *user = *actor != nullptr ? std::get_if<domain::User>(*actor) : nullptr;
    if (user == nullptr)
        return std::string(quarantine::kUnknownPerson);
    if (!user->active)
        return std::string(quarantine::kPersonDisabled);
    const auto signedIn = m_books.accounts().hasSignedIn(arrival.device, user->id);
    if (!signedIn)
        return signedIn.error();
    return std::string(*signedIn ? std::string_view() : quarantine::kNotSignedIn);
}

Result<domain::Occurred> EventIntake::placeInTime(const Arrival &arrival, bool bySystem)
{
    const domain::Event &event = *arrival.event;
    if (bySystem)
        return domain::Occurred{m_receivedAt, m_receivedAt, event.wall};
    OccurrenceClues clues;
    clues.receivedAt = m_receivedAt;
    auto sample = m_books.accounts().timeSample(arrival.device, event.boot);
    if (!sample)
        return sample.error();
    clues.sample = std::move(*sample);
    const auto head = m_books.log().head();
    if (!head)
        return head.error();
    // A tablet that knew nothing yet acted after the server began.
    const auto committed = m_books.log().receivedAt(
        std::clamp<std::uint64_t>(event.head, 1, std::max<std::uint64_t>(head->size, 1)));
    if (!committed)
        return committed.error();
    clues.headCommittedAt = *committed;
    return occurrenceOf(event, clues);
}

Result<EventIntake::Judgement> EventIntake::judge(const Arrival &arrival, bool bySystem)
{
    Judgement judgement;
    const auto occurred = placeInTime(arrival, bySystem);
    if (!occurred)
        return occurred.error();
    judgement.occurred = *occurred;
    if (std::holds_alternative<std::monostate>(arrival.event->body)) {
        judgement.reason = quarantine::kUnknownType;
        return judgement;
    }
    if (!bySystem) {
        auto person = personReason(arrival);
        if (!person)
            return person.error();
        if (!person->empty()) {
            judgement.reason = std::move(*person);
            return judgement;
        }
        if (arrival.event->role == domain::Role::System) { // nobody on a tablet is the server
            judgement.kind = VerdictKind::Rejected;
            judgement.reason = nameOf(domain::Refusal::RoleNotAllowed);
            return judgement;
        }
    }
    const auto decision = decideFor(*arrival.event, judgement.occurred, m_docs);
    if (!decision)
        return decision.error();
    judgement.kind = verdictFor(decision->kind);
    if (decision->reason != domain::Refusal::None)
        judgement.reason = nameOf(decision->reason);
    judgement.by = decision->by;
    judgement.at = decision->at;
    return judgement;
}

Result<wire::Verdict> EventIntake::take(const Arrival &arrival, bool bySystem)
{
    auto judgement = judge(arrival, bySystem);
    if (!judgement)
        return judgement.error();
    std::vector<BatchDocs::Change> changes;
    std::string number;
    if (judgement->kind == VerdictKind::Accepted) {
        const auto head = m_books.log().head();
        if (!head)
            return head.error();
        domain::Stamp stamp{head->size + 1, judgement->occurred, {}};
        const int year = Day::of(m_receivedAt).year();
        const std::string series = numberSeries(*arrival.event, year);
        if (!series.empty()) {
            const auto bureau = m_docs.bureau();
            if (!bureau)
                return bureau.error();
            const auto next = m_books.docs().nextNumber(series);
            if (!next)
                return next.error();
            static const domain::Bureau kNoBureau;
            number = officialNumber(*arrival.event, *bureau != nullptr ? **bureau : kNoBureau, year,
                                    *next);
            stamp.officialNumber = number;
        }
        auto changed = changesOf(*arrival.event, stamp, m_docs);
        if (!changed)
            return changed.error();
        auto encoded = BatchDocs::encoded(std::move(*changed));
        if (encoded) {
            changes = std::move(*encoded);
        } else {
            log(LogLevel::Error, "object_too_large",
                {{"event", arrival.id}, {"object", encoded.error().detail}});
            judgement->kind = VerdictKind::Quarantined;
            judgement->reason = quarantine::kObjectTooLarge;
        }
    }
    return record(arrival, *judgement, std::move(changes), std::move(number));
}

Result<wire::Verdict> EventIntake::takeRaw(const Arrival &arrival, std::string_view why)
{
    Judgement judgement;
    judgement.occurred = {0, m_receivedAt, arrival.event ? arrival.event->wall : 0};
    judgement.reason = why;
    return record(arrival, judgement, {}, {});
}

Result<std::uint64_t> EventIntake::splitCommit(std::uint64_t from)
{
    if (m_docs.octetsKept() - m_octetsBefore < kPageBytesMax)
        return from;
    if (auto closed = m_books.log().closeCommit(from); !closed)
        return closed.error();
    m_octetsBefore = m_docs.octetsKept();
    const auto head = m_books.log().head();
    return head ? Result<std::uint64_t>(head->size) : head.error();
}

Result<wire::Verdict> EventIntake::record(const Arrival &arrival, const Judgement &judgement,
                                          std::vector<BatchDocs::Change> changes,
                                          std::string officialNumber)
{
    journal::LogRecord record;
    record.device = arrival.device;
    record.install = arrival.install;
    record.number = arrival.number;
    record.receivedAt = m_receivedAt;
    record.earliest = judgement.occurred.earliest;
    record.latest = judgement.occurred.latest;
    record.claimed = judgement.occurred.claimed;
    record.verdict = judgement.kind;
    record.reason = judgement.reason;
    record.by = judgement.by;
    record.at = judgement.at;
    record.officialNumber = std::move(officialNumber);
    record.line = arrival.line;
    if (record.verdict == VerdictKind::Accepted || record.verdict == VerdictKind::AcceptedNoop) {
        // Before the docs change: a merge leads later acts elsewhere, not its own evidence.
        const auto objects = arrival.event->blobs.empty()
                                 ? Result<std::vector<std::string>>(std::vector<std::string>{})
                                 : objectsNaming(*arrival.event, m_docs);
        if (!objects)
            return objects.error();
        for (const std::string &object : *objects) {
            for (const Digest &blob : arrival.event->blobs) {
                if (auto named =
                        m_books.blobs().addName(blob, arrival.event->kind, object, m_receivedAt);
                    !named)
                    return named.error();
            }
        }
    }
    if (auto appended = m_books.log().append(record, arrival.id, arrival.installKey); !appended)
        return appended.error();
    if (auto kept = m_docs.keep(std::move(changes), record.seq); !kept)
        return kept.error();
    return verdictOf(record, arrival.id, false);
}

} // namespace campus::service
