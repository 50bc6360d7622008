// What an event meets and what it changes, over any source of docs: the intake asks the database,
// the verifier its own replay, so both come to the same octets. No clock, no I/O of its own.
#pragma once

#include <string>
#include <vector>

#include "core/Result.h"
#include "domain/LifeCycle.h"

namespace campus::service {

// The docs an event may meet. find() gives null for an object that does not exist. What it gave
// stays where it is until the source is changed. One thread.
class DocSource
{
public:
    virtual ~DocSource() = default;
    virtual Result<const domain::Doc *> find(domain::ObjectKind kind, const std::string &id) = 0;
    virtual Result<const domain::Bureau *> bureau() = 0; // there is one; null before it is known
};

// domain::decide with everything around it. On a merged hazard the act is decided for the hazard
// it was merged into (sync.md §4).
Result<domain::Decision> decideFor(const domain::Event &event, const domain::Occurred &occurred,
                                   DocSource &docs);

// The docs an accepted event leaves behind: the object itself, and the main hazard of a merge.
Result<std::vector<domain::Doc>> changesOf(const domain::Event &event, const domain::Stamp &stamp,
                                           DocSource &docs);

// The series an accepted event takes its official number from ("hazard/2025"), or empty; and the
// number's text: 澄安隐〔2025〕12号 for a hazard, 澄教安改〔2025〕12号 for a notice.
std::string numberSeries(const domain::Event &event, int year);
std::string officialNumber(const domain::Event &event, const domain::Bureau &bureau, int year,
                           std::uint64_t number);

// The objects whose photos an accepted event names: its own, and the hazard it was led on to.
Result<std::vector<std::string>> objectsNaming(const domain::Event &event, DocSource &docs);

// Of what the log keeps, the octets of a doc over this are not written (abuse, sync.md I34).
inline constexpr std::size_t kDocBytesMax = 768 * 1024;
// A commit is closed once it changed this many octets of docs, so that a page can end behind it.
inline constexpr std::size_t kPageBytesMax = 1024 * 1024;

} // namespace campus::service
