#include "sqlite/Statement.h"

#include <sqlite3.h>
#include <utility>

#include "sqlite/Database.h"

namespace campus::sqlite {

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement::Statement(Statement &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_statement, other.m_statement);
    return *this;
}

Statement &Statement::bind(int index, std::int64_t value)
{
    CAMPUS_ASSERT(sqlite3_bind_int64(m_statement, index, value) == SQLITE_OK);
    return *this;
}

Statement &Statement::bind(int index, double value)
{
    CAMPUS_ASSERT(sqlite3_bind_double(m_statement, index, value) == SQLITE_OK);
    return *this;
}

Statement &Statement::bind(int index, std::string_view text)
{
    CAMPUS_ASSERT(sqlite3_bind_text(m_statement, index, text.data() != nullptr ? text.data() : "",
                                    static_cast<int>(text.size()), SQLITE_TRANSIENT)
                  == SQLITE_OK);
    return *this;
}

Statement &Statement::bind(int index, BytesView blob)
{
    CAMPUS_ASSERT(sqlite3_bind_blob(m_statement, index,
                                    blob.data() != nullptr ? static_cast<const void *>(blob.data())
                                                           : static_cast<const void *>(""),
                                    static_cast<int>(blob.size()), SQLITE_TRANSIENT)
                  == SQLITE_OK);
    return *this;
}

Statement &Statement::bindNull(int index)
{
    CAMPUS_ASSERT(sqlite3_bind_null(m_statement, index) == SQLITE_OK);
    return *this;
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    Error error = errorOf(sqlite3_db_handle(m_statement), code, sqlite3_sql(m_statement));
    sqlite3_reset(m_statement);
    return error;
}

Result<void> Statement::run()
{
    const Result<bool> stepped = step();
    reset();
    if (!stepped)
        return stepped.error();
    return {};
}

Statement &Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    return *this;
}

int Statement::columns() const
{
    return sqlite3_column_count(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string Statement::text(int column) const
{
    return std::string(textView(column));
}

std::string_view Statement::textView(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return text == nullptr ? std::string_view{} : std::string_view{text, size};
}

Bytes Statement::blob(int column) const
{
    const BytesView view = blobView(column);
    return {view.begin(), view.end()};
}

BytesView Statement::blobView(int column) const
{
    const auto *octets = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return octets == nullptr ? BytesView{} : BytesView{octets, size};
}

} // namespace campus::sqlite
