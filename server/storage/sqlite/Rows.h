// Loops and look-ups over prepared statements, for the tables of this folder. One thread at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/IdSource.h"
#include "core/Result.h"
#include "core/Sha256.h"
#include "sqlite/Database.h"

namespace campus::storage {

// `see(statement)` for every row, until it returns false. Leaves the statement reset.
template <typename See>
Result<void> eachRow(sqlite::Statement &statement, See &&see)
{
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row) {
            statement.reset();
            return row.error();
        }
        if (!*row || !see(statement)) {
            statement.reset();
            return {};
        }
    }
}

// The first row made into a value, or nothing.
template <typename Make>
auto firstRow(sqlite::Statement &statement, Make &&make)
    -> Result<std::optional<decltype(make(statement))>>
{
    std::optional<decltype(make(statement))> value;
    if (auto read = eachRow(statement,
                            [&](sqlite::Statement &row) {
                                value = make(row);
                                return false;
                            });
        !read)
        return read.error();
    return value;
}

inline Result<std::uint64_t> oneNumber(sqlite::Statement &statement)
{
    auto found = firstRow(statement, [](sqlite::Statement &row) { return row.size(0); });
    if (!found)
        return found.error();
    return found->value_or(0);
}

inline Digest digestAt(const sqlite::Statement &row, int column)
{
    return Digest::fromBytes(row.blobView(column)).value_or(Digest{});
}

// An id as it lies in an index: a UUID is 16 octets there, anything else its own text.
inline Bytes keyOfId(std::string_view id)
{
    if (isUuid(id)) {
        std::string hex;
        for (const char c : id) {
            if (c != '-')
                hex += c;
        }
        return *fromHex(hex);
    }
    const BytesView text = asBytes(id);
    return {text.begin(), text.end()};
}

inline std::string idOfKey(BytesView key)
{
    if (key.size() != 16)
        return std::string(asText(key));
    const std::string hex = toHex(key);
    return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" +
           hex.substr(16, 4) + "-" + hex.substr(20);
}

// SQLite's integers are signed: a bound that no position reaches.
inline std::uint64_t bounded(std::uint64_t value)
{
    constexpr std::uint64_t kMax = static_cast<std::uint64_t>(INT64_MAX);
    return value < kMax ? value : kMax;
}

} // namespace campus::storage
