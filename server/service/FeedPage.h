// One page of the feed inside one snapshot: rows of docs, moves and own verdicts in the order of
// the log, cut where a commit ends. One thread; lives as long as the reading.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/Directory.h"
#include "storage/Store.h"
#include "wire/Messages.h"

namespace campus::service {

// Rows of one page, and octets of their docs: a page of many long docs ends early.
inline constexpr std::size_t kPageBytesMax = 2 * 1024 * 1024;

wire::FeedRow docRow(const storage::StoredDoc &doc);
wire::FeedRow removeRow(domain::ObjectKind kind, const std::string &object, std::uint64_t seq);
wire::FeedRow verdictRow(const journal::LogRecord &record, const std::string &event);

class FeedPage
{
public:
    FeedPage(const storage::Books &books, const RegisterView &registers, const domain::Scope &scope,
             std::string_view device)
        : m_books(books),
          m_registers(registers),
          m_scope(scope),
          m_device(device)
    {
    }

    // What lies behind `after`, at most about `limit` rows; end() says how far it goes.
    Result<void> fill(std::uint64_t after, std::uint64_t headSize, std::size_t limit);
    std::uint64_t end() const { return m_end; }
    std::vector<wire::FeedRow> takeRows() { return std::move(m_rows); }
    bool sees(const storage::StoredDoc &doc) const;

private:
    Result<std::uint64_t> reach(std::uint64_t after, std::uint64_t headSize, std::size_t limit);
    Result<void> addDocs(std::uint64_t after);
    Result<void> addMoves(std::uint64_t after);
    Result<void> addVerdicts(std::uint64_t after);

    const storage::Books &m_books;
    const RegisterView &m_registers;
    const domain::Scope &m_scope;
    std::string_view m_device;
    std::uint64_t m_end = 0;
    std::vector<wire::FeedRow> m_rows;
};

} // namespace campus::service
