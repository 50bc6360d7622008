// The acts of every hazard and notice, packed: an act takes some 12 octets, those of one object lie
// together by seq. Guarantees to give back exactly what was put in. The owner keeps the handles;
// changing calls need the pool alone, visit() may run beside itself.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include "figures/Act.h"

namespace campus::figures {

class ActPool
{
public:
    using Handle = std::uint32_t; // 0 = no acts
    // `act` comes after all acts of the handle, by seq. Amortised O(1).
    Handle append(Handle handle, const Act &act);
    // `acts` by seq, in place of what the handle had.
    Handle rewrite(Handle handle, std::span<const Act> acts);
    template <typename Visit>
    void visit(Handle handle, Visit &&visit) const
    {
        const std::span<const std::uint8_t> packed = octetsOf(handle);
        const std::uint8_t *at = packed.data();
        const std::uint8_t *const end = at + packed.size();
        Act act;
        Anchor anchor;
        while (at != end) {
            at = unpack(at, anchor, act);
            visit(static_cast<const Act &>(act));
        }
    }

private:
    struct Anchor { // later acts are told as distances from the first
        std::uint64_t seq = 0;
        Millis happened = 0;
        bool isSet = false;
    };
    static constexpr std::size_t kUnit = 8;
    static constexpr std::size_t kChunk = 1u << 20;
    static constexpr std::size_t kHeader = 3; // size class, octets in use
    static constexpr std::uint32_t kLarge = 1u << 31;
    static constexpr std::size_t kPackedMax = 80; // octets of one act
    static constexpr std::size_t kClasses = 48;
    static const std::array<std::uint32_t, kClasses> kCapacities; // octets with header

    static std::uint64_t number(const std::uint8_t *&at)
    {
        std::uint64_t value = 0;
        for (int shift = 0;; shift += 7) {
            const std::uint8_t octet = *at++;
            value |= static_cast<std::uint64_t>(octet & 0x7F) << shift;
            if (octet < 0x80)
                return value;
        }
    }
    static std::int64_t difference(const std::uint8_t *&at)
    {
        const std::uint64_t value = number(at);
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    static const std::uint8_t *unpack(const std::uint8_t *at, Anchor &anchor, Act &act)
    {
        const std::uint8_t head = *at++;
        act.kind = static_cast<domain::HazardActKind>(head & 0x1F);
        act.major = (head & 0x20) != 0;
        Moment &moment = act.moment;
        moment.seq = anchor.seq + number(at);
        moment.happened = anchor.happened + difference(at);
        moment.receivedAt = moment.happened + difference(at);
        act.date =
            (head & 0x40) != 0 ? static_cast<DayNumber>(moment.day() + difference(at)) : kNoDay;
        moment.decided = moment.earliest = moment.latest = moment.happened;
        if ((head & 0x80) != 0) {
            moment.decided += difference(at);
            moment.earliest = moment.decided - difference(at);
            moment.latest = moment.decided + difference(at);
        }
        if (!anchor.isSet)
            anchor = {moment.seq, moment.happened, true};
        return at;
    }
    static std::size_t pack(const Anchor &anchor, const Act &act, std::uint8_t *out);

    std::uint8_t *block(Handle handle) const
    {
        const std::size_t at = handle * kUnit;
        return m_chunks[at / kChunk].get() + at % kChunk;
    }
    static std::uint16_t usedOf(const std::uint8_t *block)
    {
        std::uint16_t used = 0;
        std::memcpy(&used, block + 1, sizeof used);
        return used;
    }
    std::span<const std::uint8_t> octetsOf(Handle handle) const
    {
        if (handle == 0)
            return {};
        if ((handle & kLarge) != 0)
            return m_large[handle & ~kLarge];
        const std::uint8_t *start = block(handle);
        return {start + kHeader, usedOf(start)};
    }
    Anchor anchorOf(Handle handle) const;
    Handle extended(Handle handle, std::span<const std::uint8_t> more);
    Handle allocate(std::size_t octets); // 0 when no class is large enough
    void release(Handle handle);

    std::vector<std::unique_ptr<std::uint8_t[]>> m_chunks;
    std::size_t m_inChunk = kChunk;                 // octets given out of the last chunk
    std::array<Handle, kClasses> m_free{};          // first free block of each class
    std::vector<std::vector<std::uint8_t>> m_large; // lives too long for a class
};

} // namespace campus::figures
