// The hash chain of one install's events and the signature over a batch (sync.md §3, §4).
// Lines are opaque octets here: what is hashed is exactly what was written. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/Ed25519.h"
#include "core/Sha256.h"

namespace campus::journal {

// chain_0 of an install.
Digest chainStart(std::string_view device, std::string_view install);
// chain_n from chain_{n-1} and the n-th line (without its line end).
Digest chainNext(const Digest &previous, std::string_view line);

// One signature a batch, over the chain value after its last event, so that it covers every
// event since the install began.
Digest batchText(std::string_view device, std::string_view install, std::uint64_t lastNumber,
                 const Digest &chain); // what is signed, for a key that is kept elsewhere
Signature signBatch(const SigningKey &key, std::string_view device, std::string_view install,
                    std::uint64_t lastNumber, const Digest &chain);
bool verifyBatch(const PublicKey &key, std::string_view device, std::string_view install,
                 std::uint64_t lastNumber, const Digest &chain, const Signature &signature);

} // namespace campus::journal
