// The log of the server: one record per event, with its verdict, in one order for all. Append-only
// (sync.md I15–I18). Part of a Books; valid inside one reading or writing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/Result.h"
#include "journal/LogRecord.h"

namespace campus::storage {

// An event whose id is known with other octets: it changes nothing and raises an alarm (I16).
struct AsideEvent {
    std::string event, device, install;
    std::uint64_t number = 0; // where it stands in its install's chain; 0 = outside it
    Millis receivedAt = 0;
    std::uint64_t logSize = 0; // when it came, or came again
    std::string line;
};

class LogBook
{
public:
    virtual ~LogBook() = default;

    virtual Result<journal::Head> head() const = 0;
    // The chain value after `size` records; nothing beyond the end. Size 0 has the zero chain.
    virtual Result<std::optional<Digest>> chainAt(std::uint64_t size) const = 0;
    virtual Result<std::optional<journal::LogRecord>> record(std::uint64_t seq) const = 0;
    virtual Result<std::optional<std::uint64_t>> seqOf(std::string_view event) const = 0;
    // When the record was received; 0 for position 0 or one beyond the end.
    virtual Result<Millis> receivedAt(std::uint64_t seq) const = 0;

    // In order, those with after < seq <= until; `see` returns false to stop. `chain` is the
    // stored value after the record.
    using Visit = std::function<bool(const journal::LogRecord &record, const std::string &event,
                                     const Digest &chain)>;
    virtual Result<void> visit(std::uint64_t after, std::uint64_t until,
                               const Visit &see) const = 0;
    // The same for the records of one device alone.
    virtual Result<void> visitOwn(std::string_view device, std::uint64_t after, std::uint64_t until,
                                  const Visit &see) const = 0;
    // Records of the device that came again in one of its chains while the log had at least
    // `logSize` records: their verdicts are told once more.
    virtual Result<void> visitRepeated(std::string_view device, std::uint64_t logSize,
                                       const Visit &see) const = 0;
    // The last position of the commit that holds `seq`.
    virtual Result<std::uint64_t> commitEnd(std::uint64_t seq) const = 0;

    // Gives the next position: fills record.seq. `event` is the id, unique; Conflict otherwise.
    virtual Result<void> append(journal::LogRecord &record, std::string_view event,
                                std::int64_t installKey) = 0;
    // Ends a commit: what was appended since `before` travels in one page.
    virtual Result<void> closeCommit(std::uint64_t before) = 0;

    // One row for every number of a chain; outside the chain one for all times it came.
    virtual Result<void> putAside(const AsideEvent &event, std::int64_t installKey) = 0;
    virtual Result<bool> isAside(std::string_view event, std::string_view line) const = 0;
    virtual Result<std::uint64_t> asideCount() const = 0; // of different events
    virtual Result<void> visitAside(const std::function<bool(const AsideEvent &)> &see) const = 0;
    // Those of the device that came, or came again, while the log had at least `logSize` records.
    virtual Result<void> visitAsideOf(std::string_view device, std::uint64_t logSize,
                                      const std::function<bool(const AsideEvent &)> &see) const = 0;
};

} // namespace campus::storage
