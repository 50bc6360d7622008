// The chains of installs: how far each has come, the signature of every batch (so that authorship
// can be proven later), and where known events came again. Part of a Books.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/Clock.h"
#include "core/Ed25519.h"
#include "core/Result.h"
#include "core/Sha256.h"

namespace campus::storage {

struct InstallChain {
    std::int64_t key = 0; // short name of (device, install) in other tables
    std::string device, install;
    std::uint64_t next = 1; // number of the next event
    Digest chain;           // value before it
};

struct SignedBatch {
    std::uint64_t first = 0, last = 0;
    Digest chain; // after `last`
    Signature signature{};
    Millis receivedAt = 0;
};

// Number `number` of an install is the event at `seq`, which was known already.
struct RepeatedEvent {
    std::uint64_t number = 0, seq = 0;
    std::uint64_t logSize = 0; // when it came again
};

class ChainBook
{
public:
    virtual ~ChainBook() = default;
    // Where the chain stands; an unknown install stands at its start, with key 0.
    virtual Result<InstallChain> find(std::string_view device, std::string_view install) const = 0;
    virtual Result<void> visit(const std::function<bool(const InstallChain &)> &see) const = 0;
    virtual Result<void>
    visitBatches(std::int64_t install,
                 const std::function<bool(const SignedBatch &)> &see) const = 0;
    virtual Result<void>
    visitRepeats(std::int64_t install,
                 const std::function<bool(const RepeatedEvent &)> &see) const = 0;

    virtual Result<std::int64_t> keyOf(std::string_view device,
                                       std::string_view install) = 0; // makes it
    virtual Result<void> advance(const InstallChain &to) = 0;
    virtual Result<void> addBatch(std::int64_t install, const SignedBatch &batch) = 0;
    virtual Result<void> addRepeat(std::int64_t install, const RepeatedEvent &repeat) = 0;
};

} // namespace campus::storage
