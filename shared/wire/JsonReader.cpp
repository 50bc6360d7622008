#include "wire/JsonReader.h"

#include <algorithm>
#include <cmath>

namespace campus::wire {

void JsonReading::fail(std::string_view what, ErrorCode code)
{
    if (m_failed)
        return;
    m_failed = true;
    m_code = code;
    for (const Step &step : m_path) {
        if (step.kind == Step::Index)
            m_detail += "[" + std::to_string(step.index) + "]";
        else if (step.kind == Step::Item)
            m_detail += (m_detail.empty() ? "item " : ": item ") + std::string(step.name) + ": ";
        else
            m_detail +=
                (m_detail.empty() || m_detail.ends_with(": ") ? "" : ".") + std::string(step.name);
    }
    if (!m_detail.empty() && !m_detail.ends_with(": "))
        m_detail += ": ";
    m_detail += what;
}

void readValue(JsonReading &reading, const JsonNode &node, bool &value)
{
    if (const auto *flag = std::get_if<bool>(&node.value))
        value = *flag;
    else
        reading.fail("expected true or false");
}

void readValue(JsonReading &reading, const JsonNode &node, double &value)
{
    if (const auto *number = std::get_if<double>(&node.value))
        value = *number;
    else if (const auto *whole = std::get_if<std::int64_t>(&node.value))
        value = static_cast<double>(*whole);
    else if (const auto *natural = std::get_if<std::uint64_t>(&node.value))
        value = static_cast<double>(*natural);
    else
        return reading.fail("expected a number");
    if (!std::isfinite(value))
        reading.fail("expected a finite number");
}

void readText(JsonReading &reading, const JsonNode &node, std::string &value, std::size_t charsMax)
{
    const auto *text = std::get_if<std::string>(&node.value);
    if (!text)
        return reading.fail("expected a text");
    const auto chars =
        static_cast<std::size_t>(std::count_if(text->begin(), text->end(), [](char c) {
            return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80;
        }));
    if (chars > charsMax)
        return reading.fail("longer than " + std::to_string(charsMax) + " characters",
                            ErrorCode::TooLarge);
    value = *text;
}

void readValue(JsonReading &reading, const JsonNode &node, std::string &value)
{
    readText(reading, node, value, limits::kTextCharsMax);
}

void readValue(JsonReading &reading, const JsonNode &node, Day &value)
{
    const auto *text = std::get_if<std::string>(&node.value);
    const auto day = text ? Day::parse(*text) : std::nullopt;
    if (day)
        value = *day;
    else
        reading.fail("expected a date as YYYY-MM-DD");
}

void readValue(JsonReading &reading, const JsonNode &node, Digest &value)
{
    const auto *text = std::get_if<std::string>(&node.value);
    const auto digest = text ? Digest::fromHex(*text) : std::nullopt;
    if (digest)
        value = *digest;
    else
        reading.fail("expected 64 hexadecimal digits");
}

void readValue(JsonReading &reading, const JsonNode &node, domain::FieldValue &value)
{
    if (node.isNull()) {
        value = std::monostate{};
    } else if (const auto *flag = std::get_if<bool>(&node.value)) {
        value = *flag;
    } else if (std::holds_alternative<std::string>(node.value)) {
        std::string text;
        readValue(reading, node, text);
        value = std::move(text);
    } else if (node.items() || node.members()) {
        reading.fail("expected a text, a number, true, false or null");
    } else {
        double number = 0;
        readValue(reading, node, number);
        value = number;
    }
}

void readValue(JsonReading &reading, const JsonNode &node, domain::Fields &value)
{
    const JsonNode::Members *members = node.members();
    if (!members)
        return reading.fail("expected an object");
    value.clear();
    for (const auto &[name, member] : *members) {
        reading.push(name);
        if (name.empty() || name.size() > limits::kIdCharsMax)
            reading.fail("not the name of a field");
        readValue(reading, member, value[name]);
        reading.pop();
        if (reading.failed())
            return;
    }
}

std::optional<std::int64_t> wholeNumber(JsonReading &reading, const JsonNode &node,
                                        std::int64_t min, std::int64_t max)
{
    std::optional<std::int64_t> number;
    if (const auto *whole = std::get_if<std::int64_t>(&node.value))
        number = *whole;
    else if (const auto *natural = std::get_if<std::uint64_t>(&node.value);
             natural &&
             *natural <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        number = static_cast<std::int64_t>(*natural);
    if (!number || *number < min || *number > max) {
        reading.fail("expected a whole number from " + std::to_string(min) + " to " +
                     std::to_string(max));
        return std::nullopt;
    }
    return number;
}

std::optional<std::uint64_t> naturalNumber(JsonReading &reading, const JsonNode &node,
                                           std::uint64_t max)
{
    const auto *natural = std::get_if<std::uint64_t>(&node.value);
    if (!natural || *natural > max) {
        reading.fail("expected a whole number from 0 to " + std::to_string(max));
        return std::nullopt;
    }
    return *natural;
}

std::optional<Bytes> base64Octets(JsonReading &reading, const JsonNode &node, std::size_t length)
{
    const auto *text = std::get_if<std::string>(&node.value);
    auto octets = text ? fromBase64(*text) : std::nullopt;
    if (!octets || octets->size() != length) {
        reading.fail("expected " + std::to_string(length) + " octets in base64");
        return std::nullopt;
    }
    return octets;
}

const JsonNode *JsonReader::find(std::string_view name)
{
    if (!m_members)
        return nullptr;
    for (std::size_t step = 0; step < m_members->size(); ++step) {
        const std::size_t i = (m_next + step) % m_members->size();
        if ((*m_members)[i].name != name)
            continue;
        m_next = i + 1;
        if (!m_taken.empty())
            m_taken[i] = true;
        return (*m_members)[i].node.isNull() ? nullptr : &(*m_members)[i].node;
    }
    return nullptr;
}

void JsonReader::idText(std::string_view name, std::string &value, bool needed)
{
    take(name, needed, [&](const JsonNode &node) {
        readText(m_reading, node, value, limits::kIdCharsMax);
        if (m_reading.failed())
            return;
        if (needed && value.empty())
            m_reading.fail("is empty");
        const auto control = [](char c) {
            return static_cast<std::uint8_t>(c) < 0x20 || c == 0x7F;
        };
        if (std::any_of(value.begin(), value.end(), control))
            m_reading.fail("holds a control character");
    });
}

void JsonReader::finish()
{
    for (std::size_t i = 0; i < m_taken.size() && !m_reading.failed(); ++i) {
        if (!m_taken[i]) {
            m_reading.push((*m_members)[i].name);
            m_reading.fail("is not known here");
            m_reading.pop();
        }
    }
}

} // namespace campus::wire
