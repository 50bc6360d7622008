// A prepared statement. Parameters count from 1, columns from 0. One thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/Bytes.h"
#include "core/Result.h"

struct sqlite3_stmt;

namespace campus::sqlite {

class Statement
{
public:
    Statement() = default;
    explicit Statement(sqlite3_stmt *owned) : m_statement(owned) {}
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    // Values are copied. A wrong index is a programmer error.
    Statement &bind(int index, std::int64_t value);
    Statement &bind(int index, std::uint64_t value) { return bind(index, static_cast<std::int64_t>(value)); }
    Statement &bind(int index, int value) { return bind(index, static_cast<std::int64_t>(value)); }
    Statement &bind(int index, bool value) = delete;
    Statement &bind(int index, double value);
    Statement &bind(int index, std::string_view text);
    Statement &bind(int index, const std::string &text) { return bind(index, std::string_view(text)); }
    Statement &bind(int index, const char *text) { return bind(index, std::string_view(text)); }
    Statement &bind(int index, BytesView blob);
    Statement &bindNull(int index);
    template <typename T>
    Statement &bind(int index, const std::optional<T> &value)
    {
        return value ? bind(index, *value) : bindNull(index);
    }

    // true = a row is there, false = done. StorageFull, StorageCorrupt or StorageFailed otherwise;
    // Conflict when a constraint refused the change.
    Result<bool> step();
    // Runs a statement that gives no rows, and resets it.
    Result<void> run();
    Statement &reset(); // keeps nothing bound

    int columns() const;
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    std::uint64_t size(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    double real(int column) const;
    std::string text(int column) const;
    std::string_view textView(int column) const; // until the next step or reset
    Bytes blob(int column) const;
    BytesView blobView(int column) const;        // until the next step or reset

private:
    sqlite3_stmt *m_statement = nullptr;
};

} // namespace campus::sqlite
