// Confirmed state as the server gave it, the tablet's position in the log, and the shadow of a
// bootstrap coming in. A doc changes only by a higher version, a bootstrap swap, or a rollback to a
// common head (I7). Lives as long as one transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/Sql.h"
#include "store/StoreRows.h"
#include "sync/SyncStore.h"
#include "wire/Messages.h"

namespace campus::store {

struct StoredDoc {
    std::string json;
    std::uint64_t version = 0;
};

class DocTable
{
public:
    explicit DocTable(Sql &sql) : m_sql(sql) {}

    std::optional<StoredDoc> find(const ObjectRef &object) const;
    std::vector<StoredDoc> all(domain::ObjectKind kind) const;              // by id
    std::vector<StoredDoc> ofSchool(domain::ObjectKind kind, const std::string &school) const;
    std::vector<ObjectRef> refs() const;

    sync::SyncPosition position() const;
    std::uint64_t durableSize() const;
    // Newest first: the pages' own cursors, so one lineage only; at most kHeadsOfferedMax, dense at
    // the new end.
    std::vector<journal::Head> knownHeads() const;
    std::vector<ObjectRef> awaited(std::size_t max) const;

    // Doc and remove rows, between these two; verdict rows are the journal's.
    void beginPage(const wire::PullAnswer &page);
    void take(const wire::FeedRow &row);
    void finishPage(const wire::PullAnswer &page);
    void takeFetched(const wire::FeedRow &row);
    void seeHead(const journal::Head &head); // the highest of all answers

    // The objects dropped with what came after the common head.
    std::vector<ObjectRef> rollBackTo(const journal::Head &common);

    void beginBootstrap(const journal::Head &at);
    void dropShadow(); // no bootstrap is under way any more
    void addToShadow(const std::vector<wire::FeedRow> &rows);
    // Returns the verdict rows that came with the parts. Conflict when the parts are of another head.
    std::vector<wire::FeedRow> finishBootstrap(const journal::Head &at, const std::string &scopeMark);

    std::vector<ObjectRef> takeTouched();

private:
    void put(const wire::FeedRow &row);
    void drop(const ObjectRef &object);
    void await(const ObjectRef &object);
    void thinHeads();
    std::vector<wire::FeedRow> takeShadowVerdicts();
    Sql &m_sql;
    std::vector<ObjectRef> m_touched;
};

} // namespace campus::store
