// DocBook on the tables docs, doc_moves and counters.
#pragma once

#include "sqlite/Database.h"
#include "storage/DocBook.h"

namespace campus::storage {

class DocTable final : public DocBook
{
public:
    explicit DocTable(sqlite::Database &database) : m_database(database) {}

    Result<std::optional<StoredDoc>> find(domain::ObjectKind kind,
                                          std::string_view id) const override;
    Result<void> visitChanged(std::uint64_t after, std::uint64_t until,
                              const Visit &see) const override;
    Result<void> visitFrom(domain::ObjectKind kind, std::string_view id,
                           const Visit &see) const override;
    Result<void> visitKind(domain::ObjectKind kind, const Visit &see) const override;
    Result<void> visitMoves(std::uint64_t after, std::uint64_t until,
                            const std::function<bool(const DocMove &)> &see) const override;
    Result<std::uint64_t> registersVersion() const override;
    Result<void> put(const StoredDoc &doc) override;
    Result<void> addMove(const DocMove &move) override;
    Result<std::uint64_t> nextNumber(std::string_view series) override;

private:
    sqlite::Database &m_database;
};

} // namespace campus::storage
