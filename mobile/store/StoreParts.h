// What TabletStore is made of: the connection and its lock, files, keys, cache and listeners; and the
// shape of one transaction. Inside mobile/store only.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/Ed25519.h"
#include "core/IdSource.h"
#include "sqlite/Database.h"
#include "store/BlobTable.h"
#include "store/DocCache.h"
#include "store/DocTable.h"
#include "store/DraftTable.h"
#include "store/JournalTable.h"
#include "store/ListWriter.h"
#include "store/Overlay.h"
#include "store/Setting.h"
#include "store/TabletStore.h"

namespace campus::store {

enum class Reserve : std::uint8_t { Free, Keep }; // Keep: what comes from the server must not use it

// The tables as one transaction or one read sees them, and what it changed.
struct Work {
    Work(sqlite::Database &database, DocCache &cache)
        : sql(database), settings(sql), journal(sql), docs(sql), overlay(sql, cache), blobs(sql),
          drafts(sql)
    {
    }
    Work(const Work &) = delete;
    Work &operator=(const Work &) = delete;

    std::optional<domain::User> acting(); // the person signed in
    void touch(const ObjectRef &object) { touched.push_back(object); }

    Sql sql;
    Settings settings;
    JournalTable journal;
    DocTable docs;
    Overlay overlay;
    BlobTable blobs;
    DraftTable drafts;
    Change change;
    std::vector<ObjectRef> touched;
    bool rebuild = false; // every list from nothing
};

class TabletStore::Parts
{
    std::unique_ptr<FileKeyVault> m_ownVault; // before what refers to it

    // The vault, for which a full disk gives up the reserve: without it nobody signs in and writes.
    class Secrets final : public KeyVault
    {
    public:
        explicit Secrets(Parts &parts) : m_parts(parts) {}
        Result<std::optional<Bytes>> read(std::string_view name) override;
        Result<void> write(std::string_view name, BytesView secret) override; // not under the lock

    private:
        Parts &m_parts;
    };

public:
    Parts(std::string folder, const Clock &theClock, Random &theRandom, const StoreOptions &options);

    // Key, file, schema, reserve, first install; recovers a damaged file.
    Result<void> open();

    // One transaction: `work(Work &)` returns void or Result<void>. When the disk is full the reserve
    // is freed and the work done once more; it must not keep anything from the first try.
    template <typename Do>
    Result<void> write(Do &&work, Reserve reserve = Reserve::Free)
    {
        Change change;
        Result<void> done;
        {
            const std::lock_guard lock(mutex);
            done = attempt(work, change);
            if (!done && done.error().code == ErrorCode::StorageFull && reserve == Reserve::Free
                && freeReserve())
                done = attempt(work, change);
            if (!done)
                noteDamage(done.error());
        }
        if (done)
            notify(change);
        return done;
    }

    // `ask(Work &)` returns the answer; the Result holds the first failure instead.
    template <typename Ask>
    auto read(Ask &&ask) const -> Result<std::decay_t<decltype(ask(std::declval<Work &>()))>>
    {
        const std::lock_guard lock(mutex);
        Work work(*database, cache);
        auto answer = ask(work);
        if (!work.sql.ok()) {
            noteDamage(work.sql.outcome().error());
            return work.sql.outcome().error();
        }
        return answer;
    }
    // The same where an empty answer is all a caller could show.
    template <typename Ask>
    auto readOrEmpty(Ask &&ask) const -> std::decay_t<decltype(ask(std::declval<Work &>()))>
    {
        auto answer = read(std::forward<Ask>(ask));
        if (answer)
            return std::move(answer).value();
        return {};
    }

    std::string blobPath(const Digest &sha256) const;
    struct Freeable {
        std::vector<Digest> settled; // safe with the server
        std::vector<Digest> loose;   // named by nothing for a day
        std::uint64_t bytes = 0;
    };
    Freeable purgeable(Work &work) const; // nothing while the server's time is unknown
    std::optional<Millis> serverNow(Work &work) const; // from this boot's newest sample
    Day today(Work &work) const;
    bool reserveIsFree() const; // used up: text only
    // What comes in must not take the room that text needs.
    bool hasRoomToReceive() const;
    Result<void> roomFor(std::uint64_t bytes) const; // StorageFull when the disk has less
    bool freeReserve(); // under the lock; false when there was none left
    void renewReserve();
    std::optional<std::string> token(const std::string &person) const;
    Result<void> keepToken(const std::string &person, const std::string &secret);
    void notify(const Change &change) const;

    const std::string directory;
    const Clock &clock;
    Random &random;
    IdSource ids;
    Files &files;
    KeyVault &vault;
    Secrets secrets{*this};
    const std::string vfs;
    const std::uint64_t reserveBytes;
    std::optional<SigningKey> key;
    OpenReport report;
    std::optional<Millis> purgedAt; // monotonic; of the sync thread

    std::mutex blobFiles;     // a file and its row come and go together; taken before `mutex`
    mutable std::mutex mutex; // guards what follows
    mutable std::optional<sqlite::Database> database;
    mutable DocCache cache;
    mutable std::map<std::string, std::string> tokens;

    mutable std::mutex listenerMutex;
    std::map<int, Listener> listeners;
    int lastListener = 0;

private:
    template <typename Do>
    Result<void> attempt(Do &work, Change &change)
    {
        auto transaction = sqlite::Transaction::begin(*database);
        if (!transaction)
            return transaction.error();
        Work now(*database, cache);
        Result<void> done;
        if constexpr (std::is_void_v<decltype(work(now))>)
            work(now);
        else
            done = work(now);
        if (done)
            done = finish(now);
        if (done)
            done = transaction->commit();
        if (done)
            change = std::move(now.change);
        else
            cache.clear();
        return done;
    }
    Result<void> finish(Work &work);
    Result<void> openKey();
    Result<void> openDatabase();
    Result<void> checkBlobFiles();
    void noteDamage(const Error &error) const;
    void keepLogShort();
    std::string path(std::string_view name) const { return directory + "/" + std::string(name); }

    static PosixFiles s_files;
};

} // namespace campus::store
