// What the screen shows of one object: the confirmed doc with the tablet's own unsettled events on
// top, decided and evolved by the shared life cycle (I8). Computed each time, never stored as truth.
// Lives as long as one transaction.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "domain/LifeCycle.h"
#include "store/DocCache.h"
#include "store/DocTable.h"
#include "store/JournalTable.h"
#include "store/StoreRows.h"

namespace campus::store {

class Overlay
{
public:
    Overlay(Sql &sql, DocCache &cache) : m_sql(sql), m_cache(cache), m_docs(sql), m_journal(sql) {}

    ObjectView view(const ObjectRef &object);
    domain::Doc confirmed(const ObjectRef &object, std::uint64_t *version = nullptr);
    // What the life cycle says to the event on top of everything so far.
    domain::Decision decide(const domain::Event &event);

    std::shared_ptr<const domain::School> school(const std::string &id);
    std::shared_ptr<const domain::User> person(const std::string &id); // with an account here, else by doc
    std::shared_ptr<const domain::Bureau> bureau() { return m_cache.bureau(m_docs); }
    std::shared_ptr<const domain::Checklist> checklist(const std::string &id);

    // What a decision about an event, or the buttons on a hazard, may look at; owns what it names.
    struct Surroundings {
        std::shared_ptr<const domain::User> actor;
        std::shared_ptr<const domain::School> school;
        std::shared_ptr<const domain::Bureau> bureau;
        std::shared_ptr<const domain::Checklist> checklist;
        std::optional<domain::Hazard> main, ledFrom;
        std::vector<std::shared_ptr<const domain::User>> reviewers;
        std::vector<domain::Hazard> lines;
        domain::Occurred occurred;
        domain::Around around() const;
    };
    Surroundings surroundings(const std::string &actor, const std::string &school,
                              const std::string &checklist, Millis at);

private:
    // A merge looks at the other hazard, which may be merged itself: `depth` ends that.
    ObjectView view(const ObjectRef &object, int depth);
    domain::Decision decideOn(const domain::Doc &doc, const domain::Event &event, int depth,
                              const domain::Hazard *ledFrom = nullptr);
    void addNamed(Surroundings &around, const domain::Event &event, int depth);
    // The open end of a chain of merges that the act is meant for; nothing when it stays where it is.
    domain::Doc mainInstead(const domain::Doc &doc, const domain::Event &event, int depth);
    void applyOwn(ObjectView &view, const ObjectRef &object, int depth);
    void absorbInto(ObjectView &view, const OwnEvent &own, const domain::Event &event, int depth);
    Sql &m_sql;
    DocCache &m_cache;
    DocTable m_docs;
    JournalTable m_journal;
};

// The hazard that a merge names; empty for every other event.
std::string mainOf(const domain::Event &event);
// Of all own events on an object, the least that came through.
Delivery leastOf(const std::vector<OwnEvent> &own);

} // namespace campus::store
