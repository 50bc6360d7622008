// Structured log: one JSON-like line an event, to stderr or a file. Never holds bodies,
// tokens, passwords or phone numbers; callers pass named fields. Any thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace campus {

enum class LogLevel { Debug = 0, Info = 1, Warning = 2, Error = 3 };

struct LogField {
    std::string_view name;
    std::string value;
    LogField(std::string_view n, std::string v) : name(n), value(std::move(v)) {}
    LogField(std::string_view n, std::string_view v) : name(n), value(v) {}
    LogField(std::string_view n, const char *v) : name(n), value(v) {}
    LogField(std::string_view n, std::int64_t v) : name(n), value(std::to_string(v)) {}
    LogField(std::string_view n, std::uint64_t v) : name(n), value(std::to_string(v)) {}
    LogField(std::string_view n, int v) : name(n), value(std::to_string(v)) {}
};

void setLogLevel(LogLevel least);
// `event` is a stable snake_case name.
void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});

} // namespace campus
