// Proves that a data directory is what it was when it was written: every record and chain of the
// log, every tablet's chain and batch signature, every doc (made anew from the log and compared
// octet by octet), every blob's octets. Reads only. One thread; works beside a running server on
// the snapshot it began with.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "core/Result.h"
#include "core/Sha256.h"
#include "journal/LogRecord.h"

namespace campus::storage {
class Store;
class BlobFolder;
} // namespace campus::storage

namespace campus::service {

struct Finding {
    std::uint64_t seq = 0; // 0: not at a position of the log
    std::string event;     // id, or empty
    std::string what;      // "the line was altered", with what was expected and found
};

struct VerifyReport {
    journal::Head head;
    std::uint64_t records = 0, batches = 0, docs = 0, blobs = 0, blobsMissing = 0;
    // Events that today's rules would accept or refuse otherwise than was done. No breach: a verdict
    // is data (sync.md §2).
    std::uint64_t decidedOtherwise = 0;
    std::vector<Finding> findings; // empty = sound; the first altered event first, at most 20
    bool sound() const { return findings.empty(); }
};

class Verifier
{
public:
    // `absent`: recorded blobs that are known to have no file; they are no finding.
    Verifier(storage::Store &store, storage::BlobFolder &blobs, std::set<Digest> absent = {})
        : m_store(store),
          m_blobs(blobs),
          m_absent(std::move(absent))
    {
    }
    // `progress` hears records or blobs done; false stops (Cancelled).
    Result<VerifyReport> run(const std::function<bool(std::uint64_t)> &progress = {});

private:
    storage::Store &m_store;
    storage::BlobFolder &m_blobs;
    std::set<Digest> m_absent;
};

} // namespace campus::service
