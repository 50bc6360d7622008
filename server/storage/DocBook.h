// The newest state of every object, as the octets that travel. Part of a Books.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/Result.h"
#include "domain/Words.h"

namespace campus::storage {

struct StoredDoc {
    domain::ObjectKind kind = domain::ObjectKind::Hazard;
    std::string id, school;
    std::uint64_t version = 0; // seq of the last event that changed it
    bool restricted = false;
    std::string json;
};

// An object left a school: those who see only that school are told to remove it.
struct DocMove {
    std::uint64_t seq = 0;
    domain::ObjectKind kind = domain::ObjectKind::Hazard;
    std::string id, fromSchool;
};

class DocBook
{
public:
    virtual ~DocBook() = default;
    using Visit = std::function<bool(const StoredDoc &)>; // false stops

    virtual Result<std::optional<StoredDoc>> find(domain::ObjectKind kind,
                                                  std::string_view id) const = 0;
    // By version, those with after < version <= until.
    virtual Result<void> visitChanged(std::uint64_t after, std::uint64_t until,
                                      const Visit &see) const = 0;
    // By kind and id, those behind (kind, id).
    virtual Result<void> visitFrom(domain::ObjectKind kind, std::string_view id,
                                   const Visit &see) const = 0;
    virtual Result<void> visitKind(domain::ObjectKind kind, const Visit &see) const = 0;
    virtual Result<void> visitMoves(std::uint64_t after, std::uint64_t until,
                                    const std::function<bool(const DocMove &)> &see) const = 0;
    // Highest version among docs of the registers kept in memory (bureau, township, school, user).
    virtual Result<std::uint64_t> registersVersion() const = 0;

    virtual Result<void> put(const StoredDoc &doc) = 0;
    virtual Result<void> addMove(const DocMove &move) = 0;
    // The next running number of a series ("hazard/2025"): 1, 2, 3 … without gap.
    virtual Result<std::uint64_t> nextNumber(std::string_view series) = 0;
};

} // namespace campus::storage
