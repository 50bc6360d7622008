#include "figures/ObjectIndex.h"

#include <functional>

namespace campus::figures {

namespace {

constexpr std::size_t kUuidLength = 36;
constexpr char kHex[] = "0123456789abcdef";

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool isDashAt(std::size_t place)
{
    return place == 8 || place == 13 || place == 18 || place == 23;
}

std::uint64_t mixed(std::uint64_t value)
{
    value = (value ^ value >> 32) * 0x9E3779B97F4A7C15u;
    value = (value ^ value >> 29) * 0xBF58476D1CE4E5B9u;
    return value ^ value >> 32;
}

std::uint64_t hashOfUuid(std::uint64_t high, std::uint64_t low)
{
    return mixed(high ^ mixed(low));
}

std::uint64_t hashOfText(std::string_view text)
{
    return mixed(std::hash<std::string_view>{}(text));
}

} // namespace

// Lower-case digits only: another spelling is another id, as everywhere.
std::optional<ObjectIndex::Key> ObjectIndex::parsed(std::string_view id)
{
    if (id.size() != kUuidLength)
        return std::nullopt;
    Key key;
    int digits = 0;
    for (std::size_t i = 0; i < kUuidLength; ++i) {
        if (isDashAt(i)) {
            if (id[i] != '-')
                return std::nullopt;
            continue;
        }
        const int digit = digitOf(id[i]);
        if (digit < 0)
            return std::nullopt;
        std::uint64_t &half = digits < 16 ? key.high : key.low;
        half = half << 4 | static_cast<std::uint64_t>(digit);
        ++digits;
    }
    return key;
}

std::uint64_t ObjectIndex::hashOf(std::uint32_t index) const
{
    const Key &known = key(index);
    return m_isText[index] ? hashOfText(m_texts[known.high]) : hashOfUuid(known.high, known.low);
}

std::size_t ObjectIndex::slotOf(std::string_view id, const std::optional<Key> &sought) const
{
    const std::uint64_t hash = sought ? hashOfUuid(sought->high, sought->low) : hashOfText(id);
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
        const std::uint32_t index = m_slots[slot] - 1;
        const bool isText = m_isText[index];
        if (isText != sought.has_value() &&
            (isText ? m_texts[key(index).high] == id : key(index) == *sought))
            break;
    }
    return slot;
}

void ObjectIndex::grow()
{
    constexpr std::size_t kSlotsAtFirst = 1024;
    std::vector<std::uint32_t>(m_slots.empty() ? kSlotsAtFirst : m_slots.size() * 2).swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (std::uint32_t index = 0; index < m_size; ++index) {
        std::size_t slot = hashOf(index) & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = index + 1;
    }
}

std::uint32_t ObjectIndex::indexOf(std::string_view id)
{
    if (m_size * 4ull >= m_slots.size() * 3ull)
        grow();
    auto sought = parsed(id);
    const std::size_t slot = slotOf(id, sought);
    if (m_slots[slot] != 0)
        return m_slots[slot] - 1;
    const std::uint32_t index = m_size++;
    if ((index & (kPageSize - 1)) == 0)
        m_pages.push_back(std::make_unique<Page>());
    m_isText.push_back(!sought);
    if (!sought) {
        sought = Key{m_texts.size(), 0};
        m_texts.emplace_back(id);
    }
    (*m_pages.back())[index & (kPageSize - 1)] = *sought;
    m_slots[slot] = index + 1;
    return index;
}

std::optional<std::uint32_t> ObjectIndex::find(std::string_view id) const
{
    if (m_size == 0)
        return std::nullopt;
    const std::uint32_t found = m_slots[slotOf(id, parsed(id))];
    return found == 0 ? std::nullopt : std::optional(found - 1);
}

std::string ObjectIndex::text(std::uint32_t index) const
{
    const Key &known = key(index);
    if (m_isText[index])
        return m_texts[known.high];
    std::string text(kUuidLength, '-');
    int digits = 0;
    for (std::size_t i = 0; i < kUuidLength; ++i) {
        if (isDashAt(i))
            continue;
        const std::uint64_t half = digits < 16 ? known.high : known.low;
        text[i] = kHex[half >> (60 - 4 * (digits % 16)) & 0xF];
        ++digits;
    }
    return text;
}

bool ObjectIndex::isBefore(std::uint32_t a, std::uint32_t b) const
{
    if (m_isText[a] || m_isText[b])
        return text(a) < text(b);
    const Key &first = key(a);
    const Key &second = key(b);
    return first.high != second.high ? first.high < second.high : first.low < second.low;
}

} // namespace campus::figures
