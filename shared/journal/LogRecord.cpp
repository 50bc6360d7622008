#include "journal/LogRecord.h"

#include <array>

#include "core/Assert.h"
#include "journal/Octets.h"

namespace campus::journal {

namespace {

constexpr std::array<std::string_view, 4> kVerdictNames{"accepted", "accepted_noop", "rejected",
                                                        "quarantined"};

} // namespace

std::string_view nameOf(VerdictKind kind)
{
    const auto index = static_cast<std::size_t>(kind) - 1;
    CAMPUS_ASSERT(index < kVerdictNames.size());
    return kVerdictNames[index];
}

std::optional<VerdictKind> verdictNamed(std::string_view name)
{
    for (std::size_t i = 0; i < kVerdictNames.size(); ++i) {
        if (kVerdictNames[i] == name)
            return static_cast<VerdictKind>(i + 1);
    }
    return std::nullopt;
}

Digest digestOf(const LogRecord &record)
{
    Sha256 hash;
    addField(hash, "campus-safety/log/1");
    addNumber(hash, record.seq);
    addField(hash, record.device);
    addField(hash, record.install);
    addNumber(hash, record.number);
    for (const Millis instant :
         {record.receivedAt, record.earliest, record.latest, record.claimed})
        addNumber(hash, static_cast<std::uint64_t>(instant));
    addField(hash, nameOf(record.verdict));
    addField(hash, record.reason);
    addField(hash, record.by);
    addNumber(hash, static_cast<std::uint64_t>(record.at));
    addField(hash, record.officialNumber);
    addField(hash, record.line);
    return hash.finish();
}

Head headAfter(const Head &before, const LogRecord &record)
{
    CAMPUS_ASSERT(record.seq == before.size + 1);
    Sha256 hash;
    hash.add(before.chain.view());
    hash.add(digestOf(record).view());
    return {record.seq, hash.finish()};
}

} // namespace campus::journal
