// The registers the server was given, and changes it makes itself, as events in the same log: the
// chain of device "server", install "server", signed by the server's key. So the log alone is the
// whole truth. Any thread.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/Clock.h"
#include "core/Ed25519.h"
#include "core/IdSource.h"
#include "core/Result.h"
#include "domain/Event.h"
#include "wire/RegionFile.h"

namespace campus::storage {
class Store;
}

namespace campus::service {

class Directory;

inline constexpr std::string_view kServerDevice = "server";

class Registers
{
public:
    Registers(storage::Store &store, Directory &directory, const Clock &clock, IdSource &ids,
              const SigningKey &key)
        : m_store(store),
          m_directory(directory),
          m_clock(clock),
          m_ids(ids),
          m_key(key)
    {
    }

    // Everything in one transaction, or nothing. Conflict when registers are there already.
    Result<void> initialise(const wire::Region &region,
                            std::span<const domain::Checklist> checklists);
    // One register fact by the server itself. Conflict when the life cycle refuses it.
    Result<void> record(domain::EventBody body);

private:
    Result<void> append(std::vector<domain::EventBody> bodies, bool intoEmptyLog);
    storage::Store &m_store;
    Directory &m_directory;
    const Clock &m_clock;
    IdSource &m_ids;
    const SigningKey &m_key;
};

// Moves every date of a sample region by `days`, so that it is as fresh as on its reference date.
void shiftDates(wire::Region &region, int days);

} // namespace campus::service
