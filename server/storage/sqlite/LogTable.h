// LogBook on the tables log, commits, aside and repeats.
#pragma once

#include "sqlite/Database.h"
#include "storage/LogBook.h"

namespace campus::storage {

class LogTable final : public LogBook
{
public:
    explicit LogTable(sqlite::Database &database) : m_database(database) {}

    Result<journal::Head> head() const override;
    Result<std::optional<Digest>> chainAt(std::uint64_t size) const override;
    Result<std::optional<journal::LogRecord>> record(std::uint64_t seq) const override;
    Result<std::optional<std::uint64_t>> seqOf(std::string_view event) const override;
    Result<Millis> receivedAt(std::uint64_t seq) const override;
    Result<void> visit(std::uint64_t after, std::uint64_t until, const Visit &see) const override;
    Result<void> visitOwn(std::string_view device, std::uint64_t after, std::uint64_t until,
                          const Visit &see) const override;
    Result<void> visitRepeated(std::string_view device, std::uint64_t logSize,
                               const Visit &see) const override;
    Result<std::uint64_t> commitEnd(std::uint64_t seq) const override;
    Result<void> append(journal::LogRecord &record, std::string_view event,
                        std::int64_t installKey) override;
    Result<void> closeCommit(std::uint64_t before) override;
    Result<void> putAside(const AsideEvent &event, std::int64_t installKey) override;
    Result<bool> isAside(std::string_view event, std::string_view line) const override;
    Result<std::uint64_t> asideCount() const override;
    Result<void> visitAside(const std::function<bool(const AsideEvent &)> &see) const override;
    Result<void> visitAsideOf(std::string_view device, std::uint64_t logSize,
                              const std::function<bool(const AsideEvent &)> &see) const override;

    void forget() { m_head.reset(); } // the transaction was begun or undone

private:
    sqlite::Database &m_database;
    mutable std::optional<journal::Head> m_head; // of the writing under way
};

} // namespace campus::storage
