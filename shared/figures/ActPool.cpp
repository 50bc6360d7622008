#include "figures/ActPool.h"

#include <algorithm>

#include "core/Assert.h"

namespace campus::figures {

namespace {

class Packer
{
public:
    explicit Packer(std::uint8_t *out) : m_begin(out), m_at(out) {}
    void octet(std::uint8_t value) { *m_at++ = value; }
    void number(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            octet(static_cast<std::uint8_t>(value | 0x80));
        octet(static_cast<std::uint8_t>(value));
    }
    void difference(std::int64_t value)
    {
        number(static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
    }
    std::size_t size() const { return static_cast<std::size_t>(m_at - m_begin); }

private:
    std::uint8_t *m_begin;
    std::uint8_t *m_at;
};

template <std::size_t N>
constexpr std::array<std::uint32_t, N> capacities()
{
    std::array<std::uint32_t, N> sizes{};
    std::uint32_t size = 16;
    for (std::uint32_t &entry : sizes) {
        entry = size;
        size = size < 128 ? size + 8 : (size + size / 4 + 7) / 8 * 8; // whole units
    }
    return sizes;
}

} // namespace

const std::array<std::uint32_t, ActPool::kClasses> ActPool::kCapacities = capacities<kClasses>();

std::size_t ActPool::pack(const Anchor &anchor, const Act &act, std::uint8_t *out)
{
    const Moment &moment = act.moment;
    const bool hasDate = act.date != kNoDay;
    const bool hasInterval = moment.decided != moment.happened ||
                             moment.earliest != moment.decided || moment.latest != moment.decided;
    Packer packer(out);
    packer.octet(static_cast<std::uint8_t>(static_cast<unsigned>(act.kind) |
                                           (act.major ? 0x20u : 0u) | (hasDate ? 0x40u : 0u) |
                                           (hasInterval ? 0x80u : 0u)));
    packer.number(moment.seq - anchor.seq);
    packer.difference(moment.happened - anchor.happened);
    packer.difference(moment.receivedAt - moment.happened);
    if (hasDate)
        packer.difference(static_cast<std::int64_t>(act.date) - moment.day());
    if (hasInterval) {
        packer.difference(moment.decided - moment.happened);
        packer.difference(moment.decided - moment.earliest);
        packer.difference(moment.latest - moment.decided);
    }
    return packer.size();
}

ActPool::Anchor ActPool::anchorOf(Handle handle) const
{
    Anchor anchor;
    Act first;
    if (const auto packed = octetsOf(handle); !packed.empty())
        unpack(packed.data(), anchor, first);
    return anchor;
}

ActPool::Handle ActPool::allocate(std::size_t octets)
{
    const auto fits = std::lower_bound(kCapacities.begin(), kCapacities.end(), octets + kHeader);
    if (fits == kCapacities.end() || octets > UINT16_MAX)
        return 0;
    const auto sizeClass = static_cast<std::size_t>(fits - kCapacities.begin());
    Handle handle = m_free[sizeClass];
    if (handle != 0) {
        std::memcpy(&m_free[sizeClass], block(handle), sizeof handle);
    } else {
        if (m_inChunk + *fits > kChunk) {
            m_chunks.push_back(std::make_unique_for_overwrite<std::uint8_t[]>(kChunk));
            m_inChunk = m_chunks.size() == 1 ? kUnit : 0; // handle 0 is none
        }
        handle = static_cast<Handle>(((m_chunks.size() - 1) * kChunk + m_inChunk) / kUnit);
        m_inChunk += *fits;
        CAMPUS_ASSERT((handle & kLarge) == 0);
    }
    block(handle)[0] = static_cast<std::uint8_t>(sizeClass);
    return handle;
}

void ActPool::release(Handle handle)
{
    if (handle == 0)
        return;
    if ((handle & kLarge) != 0) {
        m_large[handle & ~kLarge] = {};
        return;
    }
    std::uint8_t *start = block(handle);
    const std::size_t sizeClass = start[0];
    std::memcpy(start, &m_free[sizeClass], sizeof handle);
    m_free[sizeClass] = handle;
}

ActPool::Handle ActPool::extended(Handle handle, std::span<const std::uint8_t> more)
{
    if ((handle & kLarge) != 0) {
        auto &large = m_large[handle & ~kLarge];
        large.insert(large.end(), more.begin(), more.end());
        return handle;
    }
    const std::span<const std::uint8_t> before = octetsOf(handle);
    const std::size_t size = before.size() + more.size();
    Handle place = handle;
    if (handle == 0 || size > UINT16_MAX || size + kHeader > kCapacities[block(handle)[0]]) {
        place = allocate(size);
        if (place == 0) {
            std::vector<std::uint8_t> large(before.begin(), before.end());
            large.insert(large.end(), more.begin(), more.end());
            release(handle);
            m_large.push_back(std::move(large));
            return static_cast<Handle>(m_large.size() - 1) | kLarge;
        }
        std::copy(before.begin(), before.end(), block(place) + kHeader);
        release(handle);
    }
    std::uint8_t *start = block(place);
    std::copy(more.begin(), more.end(), start + kHeader + before.size());
    const auto used = static_cast<std::uint16_t>(size);
    std::memcpy(start + 1, &used, sizeof used);
    return place;
}

ActPool::Handle ActPool::append(Handle handle, const Act &act)
{
    std::array<std::uint8_t, kPackedMax> packed{};
    const std::size_t size = pack(anchorOf(handle), act, packed.data());
    return extended(handle, {packed.data(), size});
}

ActPool::Handle ActPool::rewrite(Handle handle, std::span<const Act> acts)
{
    std::vector<std::uint8_t> whole;
    Anchor anchor;
    for (const Act &act : acts) {
        std::array<std::uint8_t, kPackedMax> packed{};
        const std::size_t size = pack(anchor, act, packed.data());
        whole.insert(whole.end(), packed.begin(),
                     packed.begin() + static_cast<std::ptrdiff_t>(size));
        if (!anchor.isSet)
            anchor = {act.moment.seq, act.moment.happened, true};
    }
    release(handle);
    return whole.empty() ? 0 : extended(0, whole);
}

} // namespace campus::figures
