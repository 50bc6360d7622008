#include "store/Setting.h"

namespace campus::store {

std::int64_t Settings::number(std::string_view name) const
{
    return m_sql.number("SELECT number FROM setting WHERE name = ?1", name);
}

std::string Settings::text(std::string_view name) const
{
    std::string value;
    m_sql.first("SELECT text FROM setting WHERE name = ?1",
                [&](const sqlite::Statement &row) { value = row.text(0); }, name);
    return value;
}

journal::Head Settings::head(std::string_view name) const
{
    journal::Head value;
    m_sql.first("SELECT number, octets FROM setting WHERE name = ?1",
                [&](const sqlite::Statement &row) { value = {row.size(0), digestAt(row, 1)}; }, name);
    return value;
}

bool Settings::has(std::string_view name) const
{
    return m_sql.any("SELECT 1 FROM setting WHERE name = ?1", name);
}

void Settings::set(std::string_view name, std::int64_t number)
{
    m_sql.run("INSERT INTO setting(name, number) VALUES (?1, ?2)"
              " ON CONFLICT(name) DO UPDATE SET number = excluded.number",
              name, number);
}

void Settings::set(std::string_view name, std::string_view text)
{
    m_sql.run("INSERT INTO setting(name, text) VALUES (?1, ?2)"
              " ON CONFLICT(name) DO UPDATE SET text = excluded.text",
              name, text);
}

void Settings::set(std::string_view name, const journal::Head &head)
{
    m_sql.run("INSERT INTO setting(name, number, octets) VALUES (?1, ?2, ?3)"
              " ON CONFLICT(name) DO UPDATE SET number = excluded.number, octets = excluded.octets",
              name, head.size, head.chain);
}

void Settings::clear(std::string_view name)
{
    m_sql.run("DELETE FROM setting WHERE name = ?1", name);
}

} // namespace campus::store
