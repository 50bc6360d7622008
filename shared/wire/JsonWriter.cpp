#include "wire/JsonWriter.h"

#include <array>
#include <charconv>
#include <cmath>

namespace campus::wire {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::string_view kHex = "0123456789abcdef";

std::string repaired(std::string_view text)
{
    std::string sound;
    while (!text.empty()) {
        std::size_t length = 1;
        while (length <= 4 && length <= text.size() && !isUtf8(text.substr(0, length)))
            ++length;
        if (length <= 4 && length <= text.size()) {
            sound += text.substr(0, length);
            text.remove_prefix(length);
        } else {
            sound += kReplacement;
            text.remove_prefix(1);
        }
    }
    return sound;
}

template <typename T>
void append(std::string &out, T value)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

} // namespace

void JsonWriter::separate()
{
    if (!m_first)
        m_out += ',';
    m_first = false;
}

void JsonWriter::key(std::string_view name)
{
    separate();
    m_lastKey = name;
    text(name);
    m_out += ':';
}

void JsonWriter::text(std::string_view value)
{
    if (isUtf8(value)) {
        quote(value);
        return;
    }
    if (m_fault.empty())
        m_fault = m_lastKey + ": not UTF-8";
    quote(repaired(value));
}

void JsonWriter::quote(std::string_view value)
{
    m_out += '"';
    for (const char c : value) {
        switch (c) {
        case '"': m_out += "\\\""; break;
        case '\\': m_out += "\\\\"; break;
        case '\b': m_out += "\\b"; break;
        case '\f': m_out += "\\f"; break;
        case '\n': m_out += "\\n"; break;
        case '\r': m_out += "\\r"; break;
        case '\t': m_out += "\\t"; break;
        default:
            if (const auto octet = static_cast<std::uint8_t>(c); octet < 0x20) {
                m_out += "\\u00";
                m_out += kHex[octet >> 4];
                m_out += kHex[octet & 0x0F];
            } else {
                m_out += c;
            }
        }
    }
    m_out += '"';
}

void JsonWriter::integer(std::int64_t value)
{
    append(m_out, value);
}

void JsonWriter::natural(std::uint64_t value)
{
    append(m_out, value);
}

void JsonWriter::number(double value)
{
    if (!std::isfinite(value)) {
        if (m_fault.empty())
            m_fault = m_lastKey + ": not a finite number";
        m_out += "null";
        return;
    }
    append(m_out, value == 0.0 ? 0.0 : value); // -0 equals 0 and must look like it
}

void JsonWriter::put(const domain::FieldValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        put(*flag);
    else if (const auto *number = std::get_if<double>(&value))
        put(*number);
    else if (const auto *text = std::get_if<std::string>(&value))
        put(*text);
    else
        raw("null");
}

void JsonWriter::put(const domain::Fields &values)
{
    object([&] {
        for (const auto &[name, value] : values)
            need(name, value);
    });
}

} // namespace campus::wire
