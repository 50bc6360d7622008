#include "core/Log.h"

#include <array>
#include <atomic>
#include <cstdio>

#include "core/Clock.h"
#include "core/Day.h"

namespace campus {

namespace {

std::atomic<LogLevel> g_least{LogLevel::Info};

constexpr std::array<std::string_view, 4> kNames{"debug", "info", "warning", "error"};

void appendQuoted(std::string &line, std::string_view text)
{
    line += '"';
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            line += '\\';
            line += c;
        } else if (code < 0x20) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", code);
            line += escape.data();
        } else {
            line += c;
        }
    }
    line += '"';
}

} // namespace

void setLogLevel(LogLevel least)
{
    g_least = least;
}

void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields)
{
    if (level < g_least.load())
        return;
    static const SystemClock clock;
    std::string line = "{\"at\":\"" + isoInstant(clock.wall()) + "\",\"level\":\""
        + std::string(kNames[static_cast<std::size_t>(level)]) + "\",\"event\":";
    appendQuoted(line, event);
    for (const LogField &field : fields) {
        line += ',';
        appendQuoted(line, field.name);
        line += ':';
        appendQuoted(line, field.value);
    }
    line += "}\n";
    std::fwrite(line.data(), 1, line.size(), stderr); // one call: lines of threads do not mix
}

} // namespace campus
