// Writes values as JSON text: members in the order they are named, absent and default values left
// out, numbers in their shortest form that reads back equal. Equal values give equal octets.
// A number that is not finite becomes null and a bad UTF-8 sequence U+FFFD; `fault` then says
// where. Private to wire. One thread at a time.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/Day.h"
#include "core/Sha256.h"
#include "wire/JsonWords.h"

namespace campus::wire {

// The type of a struct in `fields(io, value)`: const while writing.
template <typename Io, typename T>
using Seen = std::conditional_t<Io::kReads, T, const T>;

class JsonWriter
{
public:
    static constexpr bool kReads = false;

    // Always written.
    template <typename T>
    void need(std::string_view name, const T &value)
    {
        key(name);
        put(value);
    }
    // Left out when equal to `absent`; the reader then leaves that value in place.
    template <typename T>
    void field(std::string_view name, const T &value, const std::type_identity_t<T> &absent = T{})
    {
        if (!(value == absent))
            need(name, value);
    }
    void id(std::string_view name, const std::string &value) { field(name, value); }
    void needId(std::string_view name, const std::string &value) { need(name, value); }
    void whole(std::string_view name, const std::string &value) { field(name, value); }

    template <typename T>
    void put(const T &value)
    {
        if constexpr (std::is_same_v<T, bool>)
            raw(value ? "true" : "false");
        else if constexpr (std::signed_integral<T>)
            integer(value);
        else if constexpr (std::unsigned_integral<T>)
            natural(value);
        else if constexpr (std::floating_point<T>)
            number(value);
        else if constexpr (std::is_convertible_v<T, std::string_view>)
            text(value);
        else if constexpr (std::is_enum_v<T>)
            text(wordOf(value));
        else
            object([&] { fields(*this, value); });
    }
    // Not templates: a bool must not become a FieldValue on its way.
    void put(const domain::FieldValue &value);
    void put(const domain::Fields &values);
    void put(const Day &day) { text(day.iso()); }
    void put(const Digest &digest) { text(digest.hex()); }
    template <std::size_t N>
    void put(const std::array<std::uint8_t, N> &octets)
    {
        text(toBase64(octets));
    }
    template <typename T>
    void put(const std::optional<T> &value)
    {
        if (value)
            put(*value);
        else
            raw("null");
    }
    template <typename T>
    void put(const std::vector<T> &values)
    {
        open('[');
        for (const T &value : values) {
            separate();
            put(value);
        }
        close(']');
    }

    template <typename Members>
    void object(Members &&members)
    {
        open('{');
        members();
        close('}');
    }
    void key(std::string_view name);
    void text(std::string_view value);
    void raw(std::string_view json) { m_out += json; }

    std::string take() { return std::move(m_out); }
    const std::string &fault() const { return m_fault; } // empty = all values were writable

private:
    void open(char bracket)
    {
        m_out += bracket;
        m_first = true;
    }
    void close(char bracket)
    {
        m_out += bracket;
        m_first = false;
    }
    void separate();
    void integer(std::int64_t value);
    void natural(std::uint64_t value);
    void number(double value);
    void quote(std::string_view value);

    std::string m_out;
    std::string m_lastKey;
    std::string m_fault;
    bool m_first = true; // nothing stands before the next member or item
};

template <typename T>
std::string jsonOf(const T &value)
{
    JsonWriter writer;
    writer.put(value);
    return writer.take();
}

} // namespace campus::wire
