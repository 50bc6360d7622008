// Takes one event into the log inside a transaction: where it lies in time, the decision, the
// number, the docs, the record. Shared by the tablets' intake and the server's own registers.
// Lives as long as one work of the store. One thread.
#pragma once

#include <optional>
#include <string>

#include "domain/Event.h"
#include "journal/LogRecord.h"
#include "service/BatchDocs.h"
#include "service/Occurrence.h"
#include "storage/Store.h"
#include "wire/Messages.h"

namespace campus::service {

// An event on its way in.
struct Arrival {
    std::string id; // of the event, or one made from its octets
    std::string line;
    std::optional<domain::Event> event; // nothing: it cannot be read
    std::string device, install;
    std::uint64_t number = 0; // 0 = outside any chain
    std::int64_t installKey = 0;
};

class EventIntake
{
public:
    // `receivedAt` is the commit's; see receiptTime().
    EventIntake(storage::Books &books, Directory &directory, Millis receivedAt)
        : m_books(books),
          m_docs(books, directory),
          m_receivedAt(receivedAt)
    {
    }

    // Appends with a verdict, always: only the store itself can fail. `bySystem`: the server's own.
    Result<wire::Verdict> take(const Arrival &arrival, bool bySystem);
    // As it is, without looking into it.
    Result<wire::Verdict> takeRaw(const Arrival &arrival, std::string_view why);
    // Ends the commit that began at `from` when it would fill a page: gives where the next begins.
    Result<std::uint64_t> splitCommit(std::uint64_t from);

private:
    struct Judgement {
        domain::Occurred occurred;
        journal::VerdictKind kind = journal::VerdictKind::Quarantined;
        std::string reason, by;
        Millis at = 0;
    };
    Result<Judgement> judge(const Arrival &arrival, bool bySystem);
    Result<std::string> personReason(const Arrival &arrival);
    Result<domain::Occurred> placeInTime(const Arrival &arrival, bool bySystem);
    Result<wire::Verdict> record(const Arrival &arrival, const Judgement &judgement,
                                 std::vector<BatchDocs::Change> changes,
                                 std::string officialNumber);

    storage::Books &m_books;
    BatchDocs m_docs;
    Millis m_receivedAt;
    std::size_t m_octetsBefore = 0; // of docs in commits that are closed
};

// The instant of a commit: the clock, but not before the newest record when the clock was set back a
// little, so that "known by K" cuts the log in one place.
Result<Millis> receiptTime(const storage::Books &books, Millis now);

wire::Verdict verdictOf(const journal::LogRecord &record, const std::string &event, bool duplicate);

} // namespace campus::service
