#include "sqlite/Migration.h"

#include <string>

namespace campus::sqlite {

Result<void> migrate(Database &database, std::span<const Migration> steps)
{
    auto query = database.prepare("PRAGMA user_version");
    if (!query)
        return query.error();
    if (const Result<bool> row = query->step(); !row)
        return row.error();
    const auto current = static_cast<int>(query->integer(0));
    query->reset();
    if (!steps.empty() && current > steps.back().version) {
        return {ErrorCode::UnsupportedVersion,
                "the file has schema " + std::to_string(current) + ", this program knows up to "
                    + std::to_string(steps.back().version) + "; update the program"};
    }
    for (const Migration &step : steps) {
        if (step.version <= current)
            continue;
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return transaction.error();
        if (auto done = database.execute(step.sql); !done)
            return done.error();
        if (auto done = database.execute("PRAGMA user_version=" + std::to_string(step.version));
            !done)
            return done.error();
        if (auto done = transaction->commit(); !done)
            return done.error();
    }
    return {};
}

} // namespace campus::sqlite
