// Statements of one transaction or one read. The first failure sticks: what follows does nothing,
// and outcome() tells it before the commit. Holds no text of its own; the tables do.
// One thread at a time, under the store's lock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "core/Day.h"
#include "core/Result.h"
#include "core/Sha256.h"
#include "sqlite/Database.h"

namespace campus::store {

class Sql
{
public:
    explicit Sql(sqlite::Database &database) : m_database(database) {}

    bool ok() const { return !m_error; }
    void fail(Error error)
    {
        if (!m_error)
            m_error = std::move(error);
    }
    Result<void> outcome() const { return m_error ? Result<void>(*m_error) : Result<void>(); }
    template <typename T>
    Result<T> outcomeWith(T value) const
    {
        return m_error ? Result<T>(*m_error) : Result<T>(std::move(value));
    }

    // Parameters are ?1, ?2 … in the order of `values`.
    template <typename... Values>
    void run(std::string_view text, const Values &...values)
    {
        if (m_error)
            return;
        if (auto done = bound(text, values...).run(); !done)
            fail(done.error());
    }

    // `onRow(sqlite::Statement &)` must not run the same text again.
    template <typename OnRow, typename... Values>
    void each(std::string_view text, OnRow &&onRow, const Values &...values)
    {
        if (m_error)
            return;
        sqlite::Statement &statement = bound(text, values...);
        for (;;) {
            const Result<bool> row = statement.step();
            if (!row)
                return fail(row.error());
            if (!*row)
                break;
            onRow(statement);
        }
        statement.reset();
    }

    // The first row only; false when there is none.
    template <typename OnRow, typename... Values>
    bool first(std::string_view text, OnRow &&onRow, const Values &...values)
    {
        if (m_error)
            return false;
        sqlite::Statement &statement = bound(text, values...);
        const Result<bool> row = statement.step();
        if (!row) {
            fail(row.error());
            return false;
        }
        if (*row)
            onRow(statement);
        statement.reset();
        return *row;
    }

    template <typename... Values>
    std::int64_t number(std::string_view text, const Values &...values)
    {
        std::int64_t value = 0;
        first(text, [&](const sqlite::Statement &row) { value = row.integer(0); }, values...);
        return value;
    }

    template <typename... Values>
    bool any(std::string_view text, const Values &...values)
    {
        return first(text, [](const sqlite::Statement &) {}, values...);
    }

    std::int64_t changes() const { return m_database.changes(); }
    std::int64_t lastRowId() const { return m_database.lastRowId(); }

    // For a text that is put together once per question; not kept.
    Result<sqlite::Statement> prepare(std::string_view text) { return m_database.prepare(text); }

    template <typename Value>
    static void bind(sqlite::Statement &statement, int index, const Value &value)
    {
        if constexpr (std::is_same_v<Value, bool>)
            statement.bind(index, value ? 1 : 0);
        else if constexpr (std::is_enum_v<Value>)
            statement.bind(index, static_cast<std::int64_t>(value));
        else if constexpr (std::is_floating_point_v<Value>)
            statement.bind(index, static_cast<double>(value));
        else if constexpr (std::is_integral_v<Value>)
            statement.bind(index, static_cast<std::int64_t>(value));
        else if constexpr (std::is_same_v<Value, Day>)
            statement.bind(index, static_cast<std::int64_t>(value.number));
        else if constexpr (std::is_same_v<Value, Digest>)
            statement.bind(index, value.view());
        else
            statement.bind(index, value);
    }
    template <typename Value>
    static void bind(sqlite::Statement &statement, int index, const std::optional<Value> &value)
    {
        if (value)
            bind(statement, index, *value);
        else
            statement.bindNull(index);
    }

private:
    template <typename... Values>
    sqlite::Statement &bound(std::string_view text, const Values &...values)
    {
        sqlite::Statement &statement = m_database.cached(text);
        [[maybe_unused]] int index = 0;
        (bind(statement, ++index, values), ...);
        return statement;
    }

    sqlite::Database &m_database;
    std::optional<Error> m_error;
};

// Columns of our own kinds.
inline Digest digestAt(const sqlite::Statement &row, int column)
{
    return Digest::fromBytes(row.blobView(column)).value_or(Digest{});
}
inline std::optional<Day> dayAt(const sqlite::Statement &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return Day{static_cast<std::int32_t>(row.integer(column))};
}
inline std::uint32_t countAt(const sqlite::Statement &row, int column)
{
    return static_cast<std::uint32_t>(row.integer(column));
}

} // namespace campus::store
