// The tablet's own events: numbered and chained within an install (sync.md §3), with what the
// server said about each. Lines are written once and never change; rows are never deleted.
// Lives as long as one transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/Event.h"
#include "store/Sql.h"
#include "store/StoreRows.h"
#include "sync/SyncStore.h"
#include "wire/Messages.h"

namespace campus::store {

struct Install {
    std::string id, device;
    std::uint64_t lastNumber = 0;
    Digest lastChain;
    std::uint64_t acknowledged = 0; // the server answered for 1 … acknowledged
};

struct StoredEvent {
    std::int64_t position = 0;
    std::string line;
    std::string main;               // a merge: the other hazard
    OwnEvent own;
};

struct JournalCounts {
    std::uint64_t cards = 0;                             // of one person …
    std::uint64_t othersCards = 0, othersUnfinished = 0; // … and of all others
};

class JournalTable
{
public:
    explicit JournalTable(Sql &sql) : m_sql(sql) {}

    // ---- installs ----
    Install install() const;
    // A fresh install; every event that is not settled and not sent raw is chained in it from 1.
    void beginInstall(const std::string &id, const std::string &device);
    // Whether some unsettled event is in no chain of the current install.
    bool hasLooseEvents() const;

    // ---- a person's acts ----
    std::int64_t add(const domain::Event &event, std::string_view line, const std::string &main);
    // Fails with NotFound, or Forbidden when another than `actor` made the event.
    void answerCard(const std::string &event, const std::string &actor, CardAnswer answer);
    void noteOverlayRefusal(std::int64_t position, domain::Refusal refusal);

    // ---- reading ----
    std::vector<StoredEvent> eventsOn(const std::string &object) const; // oldest first, merges into it too
    std::optional<StoredEvent> find(const std::string &event) const;
    std::vector<OwnEvent> list(const JournalQuery &query) const;        // newest first
    std::vector<StoredEvent> openCards(const std::string &actor) const;
    JournalCounts counts(const std::string &actor) const;
    std::uint64_t unsentCount() const;

    // ---- sync ----
    sync::OutboxBatch unsent(std::size_t maxEvents, std::size_t maxBytes);
    // The head of the answer proves events below the cursor only if it is the highest head.
    void takeAnswer(const sync::OutboxBatch &sent, const wire::PushAnswer &answer,
                    std::uint64_t cursorSize, bool headIsHighest);
    bool rewindTo(std::uint64_t first, const Digest &chainBefore);
    void takeRawVerdict(const std::string &event, const wire::Verdict &verdict);
    // A verdict row of a page: settles. False when the event is not ours although it names our
    // current install: this install lives elsewhere too.
    bool settle(const wire::FeedRow &row);
    // Answered below the cursor, and the accepted page proved that answer's head.
    void settleBehind(const Digest &provenChain);
    void unsettleUnseen();                        // answered, but in no page up to the head
    void unsettleAfter(std::uint64_t commonSize); // settled in a history that is gone

    // Objects whose events changed state since the last call.
    std::vector<ObjectRef> takeTouched();

    // StorageCorrupt names the first broken link of a chain.
    Result<void> verify() const;

private:
    void touch(const std::string &event);
    void unsettle(std::int64_t position);
    void setAcknowledged(std::uint64_t number);
    std::vector<std::int64_t> positions(std::string_view condition, std::uint64_t bound) const;
    Sql &m_sql;
    std::vector<ObjectRef> m_touched;
};

} // namespace campus::store
