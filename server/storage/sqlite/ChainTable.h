// ChainBook on the tables installs, batches and repeats.
#pragma once

#include "sqlite/Database.h"
#include "storage/ChainBook.h"

namespace campus::storage {

class ChainTable final : public ChainBook
{
public:
    explicit ChainTable(sqlite::Database &database) : m_database(database) {}

    Result<InstallChain> find(std::string_view device, std::string_view install) const override;
    Result<void> visit(const std::function<bool(const InstallChain &)> &see) const override;
    Result<void> visitBatches(std::int64_t install,
                              const std::function<bool(const SignedBatch &)> &see) const override;
    Result<void> visitRepeats(std::int64_t install,
                              const std::function<bool(const RepeatedEvent &)> &see) const override;
    Result<std::int64_t> keyOf(std::string_view device, std::string_view install) override;
    Result<void> advance(const InstallChain &to) override;
    Result<void> addBatch(std::int64_t install, const SignedBatch &batch) override;
    Result<void> addRepeat(std::int64_t install, const RepeatedEvent &repeat) override;

private:
    sqlite::Database &m_database;
};

} // namespace campus::storage
