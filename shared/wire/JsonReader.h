// Reads values out of a JsonNode. The first wrong field is named with its whole path
// ("body.photos[3].original: expected 64 hexadecimal digits"); everything after it is left as it
// was. Strings and lists are bounded. Unknown members are ignored unless `strict`.
// Private to wire. One thread at a time.
#pragma once

#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/Day.h"
#include "core/Limits.h"
#include "core/Sha256.h"
#include "wire/JsonTree.h"
#include "wire/JsonWords.h"

namespace campus::wire {

// What is being read and where the first mistake was. One a decoded text.
class JsonReading
{
public:
    explicit JsonReading(bool strict = false) : m_strict(strict) {}
    bool failed() const { return m_failed; }
    bool strict() const { return m_strict; }
    Error error() const { return {m_code, m_detail}; }
    void fail(std::string_view what, ErrorCode code = ErrorCode::InvalidInput);
    // Names must outlive their place on the path.
    void push(std::string_view name) { m_path.push_back({Step::Member, name, 0}); }
    void pushIndex(std::size_t index) { m_path.push_back({Step::Index, {}, index}); }
    // A checklist's item by its own name: "item bus.permit.licence: ".
    void pushItem(std::string_view id) { m_path.push_back({Step::Item, id, 0}); }
    void pop() { m_path.pop_back(); }

private:
    struct Step {
        enum Kind : std::uint8_t { Member, Index, Item } kind;
        std::string_view name;
        std::size_t index;
    };
    std::vector<Step> m_path;
    std::string m_detail;
    ErrorCode m_code = ErrorCode::InvalidInput;
    bool m_failed = false;
    bool m_strict;
};

// Values without members.
void readValue(JsonReading &reading, const JsonNode &node, bool &value);
void readValue(JsonReading &reading, const JsonNode &node, double &value);
void readValue(JsonReading &reading, const JsonNode &node, std::string &value);
void readValue(JsonReading &reading, const JsonNode &node, Day &value);
void readValue(JsonReading &reading, const JsonNode &node, Digest &value);
void readValue(JsonReading &reading, const JsonNode &node, domain::FieldValue &value);
void readValue(JsonReading &reading, const JsonNode &node, domain::Fields &value);
void readText(JsonReading &reading, const JsonNode &node, std::string &value, std::size_t charsMax);
// A whole number within [min, max].
std::optional<std::int64_t> wholeNumber(JsonReading &reading, const JsonNode &node,
                                        std::int64_t min, std::int64_t max);
std::optional<std::uint64_t> naturalNumber(JsonReading &reading, const JsonNode &node,
                                           std::uint64_t max);
std::optional<Bytes> base64Octets(JsonReading &reading, const JsonNode &node, std::size_t length);

// The members of one object.
class JsonReader
{
public:
    static constexpr bool kReads = true;

    JsonReader(JsonReading &reading, const JsonNode &object) : m_reading(reading)
    {
        m_members = object.members();
        if (!m_members)
            reading.fail("expected an object");
        else if (reading.strict())
            m_taken.resize(m_members->size());
    }

    template <typename T>
    void need(std::string_view name, T &value)
    {
        take(name, true, [&](const JsonNode &node) { read(m_reading, node, value); });
    }
    template <typename T>
    void field(std::string_view name, T &value, const std::type_identity_t<T> &absent = T{})
    {
        value = absent;
        take(name, false, [&](const JsonNode &node) { read(m_reading, node, value); });
    }
    void id(std::string_view name, std::string &value) { idText(name, value, false); }
    void needId(std::string_view name, std::string &value) { idText(name, value, true); }
    // A text of any length the whole message may have.
    void whole(std::string_view name, std::string &value)
    {
        take(name, false, [&](const JsonNode &node) {
            readText(m_reading, node, value, std::numeric_limits<std::size_t>::max());
        });
    }
    // `visit(node)` with the path set, if the member is there and not null.
    template <typename Visit>
    void take(std::string_view name, bool needed, Visit &&visit)
    {
        const JsonNode *node = find(name);
        if (m_reading.failed())
            return;
        m_reading.push(name);
        if (node)
            visit(*node);
        else if (needed)
            m_reading.fail("is missing");
        m_reading.pop();
    }
    bool has(std::string_view name) { return find(name) != nullptr; }
    JsonReading &reading() { return m_reading; }
    void finish(); // strict: refuses members nobody asked for

    template <typename T>
    static void read(JsonReading &reading, const JsonNode &node, T &value)
    {
        if constexpr (requires { readValue(reading, node, value); }) {
            readValue(reading, node, value);
        } else if constexpr (std::signed_integral<T>) {
            if (const auto n = wholeNumber(reading, node, std::numeric_limits<T>::min(),
                                           std::numeric_limits<T>::max()))
                value = static_cast<T>(*n);
        } else if constexpr (std::unsigned_integral<T>) {
            if (const auto n = naturalNumber(reading, node, std::numeric_limits<T>::max()))
                value = static_cast<T>(*n);
        } else if constexpr (std::is_enum_v<T>) {
            readEnum(reading, node, value);
        } else {
            JsonReader reader(reading, node);
            if (reader.m_members) {
                fields(reader, value);
                reader.finish();
            }
        }
    }
    template <typename T>
    static void read(JsonReading &reading, const JsonNode &node, std::optional<T> &value)
    {
        T present{};
        read(reading, node, present);
        if (!reading.failed())
            value = std::move(present);
    }
    template <std::size_t N>
    static void read(JsonReading &reading, const JsonNode &node, std::array<std::uint8_t, N> &value)
    {
        if (const auto octets = base64Octets(reading, node, N))
            std::copy(octets->begin(), octets->end(), value.begin());
    }
    template <typename T>
    static void read(JsonReading &reading, const JsonNode &node, std::vector<T> &values)
    {
        const JsonNode::Items *items = node.items();
        if (!items)
            return reading.fail("expected a list");
        if (items->size() > limits::kListItemsMax)
            return reading.fail("more than " + std::to_string(limits::kListItemsMax) + " entries",
                                ErrorCode::TooLarge);
        values.clear();
        values.reserve(items->size());
        for (std::size_t i = 0; i < items->size() && !reading.failed(); ++i) {
            reading.pushIndex(i);
            T value{};
            read(reading, (*items)[i], value);
            values.push_back(std::move(value));
            reading.pop();
        }
    }

private:
    const JsonNode *find(std::string_view name);
    void idText(std::string_view name, std::string &value, bool needed);

    template <typename E>
    static void readEnum(JsonReading &reading, const JsonNode &node, E &value)
    {
        std::string word;
        readText(reading, node, word, limits::kIdCharsMax);
        if (reading.failed())
            return;
        if (const auto known = withWord<E>(word))
            value = *known;
        else
            reading.fail("unknown word \"" + word + "\"");
    }

    JsonReading &m_reading;
    const JsonNode::Members *m_members = nullptr;
    std::size_t m_next = 0; // members are mostly asked for in the order they were written
    std::vector<bool> m_taken;
};

template <typename T>
Result<T> readFrom(const JsonNode &node, bool strict = false)
{
    JsonReading reading(strict);
    T value{};
    JsonReader::read(reading, node, value);
    if (reading.failed())
        return reading.error();
    return value;
}

template <typename T>
Result<T> fromJson(std::string_view text, std::size_t valuesMax)
{
    const auto node = parseJson(text, valuesMax);
    if (!node)
        return node.error();
    return readFrom<T>(*node);
}

} // namespace campus::wire
