// Named single values of the tablet: position in the log, who acts, when it last synchronised.
// Every name in use is listed here. Lives as long as one transaction.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/LogRecord.h"
#include "store/Sql.h"

namespace campus::store {

namespace setting {
inline constexpr std::string_view kDevice = "device";
inline constexpr std::string_view kServer = "server";
inline constexpr std::string_view kActing = "acting";             // user id
inline constexpr std::string_view kCursor = "cursor";             // head
inline constexpr std::string_view kHighest = "highest";           // head
inline constexpr std::string_view kWitness = "witness";           // head: the cursor before a bootstrap
inline constexpr std::string_view kBootstrapAt = "bootstrap_at";  // head: of the parts in doc_shadow
inline constexpr std::string_view kAhead = "ahead";               // highest version above the cursor; unset = none
inline constexpr std::string_view kScopeMark = "scope_mark";
inline constexpr std::string_view kBootstrapped = "bootstrapped"; // 0 or 1
inline constexpr std::string_view kDurable = "durable";           // size of the log
inline constexpr std::string_view kLastSync = "last_sync";        // milliseconds, device clock
inline constexpr std::string_view kLastError = "last_error";
inline constexpr std::string_view kPaperDay = "paper_day";
inline constexpr std::string_view kPaperNumber = "paper_number";
} // namespace setting

class Settings
{
public:
    explicit Settings(Sql &sql) : m_sql(sql) {}
    std::int64_t number(std::string_view name) const; // 0 when unset
    std::string text(std::string_view name) const;
    journal::Head head(std::string_view name) const;  // empty log when unset
    bool has(std::string_view name) const;
    void set(std::string_view name, std::int64_t number);
    void set(std::string_view name, std::string_view text);
    void set(std::string_view name, const journal::Head &head);
    void clear(std::string_view name);

private:
    Sql &m_sql;
};

} // namespace campus::store
