// One page of the feed inside one snapshot: rows of docs, moves and own verdicts in the order of
// the log, cut where a commit ends. One thread; lives as long as the reading.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/Limits.h"
#include "service/Caller.h"
#include "service/Directory.h"
#include "service/EventEffects.h"
#include "storage/Store.h"
#include "wire/Messages.h"

namespace campus::service {

// A page that has more octets of docs than this ends with the commit it is in. A commit holds at
// most as much and the two docs of one more event, and a doc can double where it travels as a text
// inside a text: what is left of a tablet's limit is for the rows around the docs.
static_assert(2 * (2 * kPageBytesMax + 2 * kDocBytesMax) <= limits::kInflatedBytesMax / 8 * 7);

wire::FeedRow removeRow(domain::ObjectKind kind, const std::string &object, std::uint64_t seq);
wire::FeedRow verdictRow(const journal::LogRecord &record, const std::string &event);
wire::FeedRow asideRow(const storage::AsideEvent &aside);

class FeedPage
{
public:
    FeedPage(const storage::Books &books, Directory &directory, const RegisterView &registers,
             const domain::Scope &scope, const Caller &caller)
        : m_books(books),
          m_directory(directory),
          m_registers(registers),
          m_scope(scope),
          m_caller(caller)
    {
    }

    // What lies behind `after`, at most about `limit` rows; end() says how far it goes.
    Result<void> fill(std::uint64_t after, std::uint64_t headSize, std::size_t limit);
    std::uint64_t end() const { return m_end; }
    std::vector<wire::FeedRow> takeRows() { return std::move(m_rows); }
    bool sees(const storage::StoredDoc &doc) const;
    // The doc as this person may read it: of colleagues the name and role, of an inspection no answer
    // to a restricted item (domain.md §11.3).
    Result<wire::FeedRow> docRow(const storage::StoredDoc &doc) const;

private:
    Result<std::uint64_t> reach(std::uint64_t after, std::uint64_t headSize, std::size_t limit);
    Result<void> addDocs(std::uint64_t after);
    Result<void> addMoves(std::uint64_t after);
    Result<void> addVerdicts(std::uint64_t after);
    Result<std::string> readable(const storage::StoredDoc &doc) const;

    const storage::Books &m_books;
    Directory &m_directory;
    const RegisterView &m_registers;
    const domain::Scope &m_scope;
    const Caller &m_caller;
    std::uint64_t m_end = 0;
    std::vector<wire::FeedRow> m_rows;
};

} // namespace campus::service
