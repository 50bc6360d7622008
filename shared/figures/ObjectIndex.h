// Ids of objects as numbers from 0, in the order of first mention. A UUID takes 16 octets, any other
// id a string. Internal to this folder; indexOf() needs it alone, the rest may run beside itself.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace campus::figures {

class ObjectIndex
{
public:
    std::uint32_t indexOf(std::string_view id); // a new one when it is not known
    std::optional<std::uint32_t> find(std::string_view id) const;
    std::string text(std::uint32_t index) const;
    bool isBefore(std::uint32_t a, std::uint32_t b) const; // in the order of their texts
    std::uint32_t size() const { return m_size; }

private:
    struct Key { // a UUID, high octets first; of any other id its place in m_texts
        std::uint64_t high = 0, low = 0;
        bool operator==(const Key &) const = default;
    };
    static constexpr std::uint32_t kPageBits = 12;
    static constexpr std::uint32_t kPageSize = 1u << kPageBits;
    using Page = std::array<Key, kPageSize>;

    static std::optional<Key> parsed(std::string_view id);
    const Key &key(std::uint32_t index) const
    {
        return (*m_pages[index >> kPageBits])[index & (kPageSize - 1)];
    }
    // The slot that holds the id, or the free one where it belongs.
    std::size_t slotOf(std::string_view id, const std::optional<Key> &key) const;
    std::uint64_t hashOf(std::uint32_t index) const;
    void grow();

    std::vector<std::unique_ptr<Page>> m_pages;
    std::vector<bool> m_isText;
    std::vector<std::string> m_texts;
    std::vector<std::uint32_t> m_slots; // index + 1; 0 = free; a power of two of them
    std::uint32_t m_size = 0;
};

} // namespace campus::figures
