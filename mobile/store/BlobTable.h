// Which blobs the tablet has, how far each has come to the server, and who names it (sync.md §6).
// Knows rows only; files are the store's. Lives as long as one transaction.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/Clock.h"
#include "store/Sql.h"
#include "store/StoreRows.h"
#include "sync/SyncStore.h"

namespace campus::store {

class BlobTable
{
public:
    explicit BlobTable(Sql &sql) : m_sql(sql) {}

    bool isHere(const Digest &sha256) const;
    void addLocal(const Digest &sha256, std::uint64_t bytes, const std::string &mediaType,
                  const std::optional<Digest> &previewOf);
    void addDownloaded(const Digest &sha256, std::uint64_t bytes, const std::string &mediaType,
                       std::optional<Millis> serverNow);
    void addOwnReference(const Digest &sha256, const ObjectRef &object, std::int64_t event);
    void want(const Digest &sha256, const ObjectRef &referrer);
    void lose(const Digest &sha256); // its file is not there

    PhotoState state(const Digest &sha256) const; // without `path`
    std::vector<PhotoState> of(const ObjectRef &object) const;
    std::vector<ObjectRef> objectsOf(const Digest &sha256) const; // with own events

    // Text goes first: only blobs whose event the server has; previews before originals, oldest
    // event first; those refused before come last.
    std::optional<sync::PendingUpload> nextUpload() const; // without `path`
    void takeUpload(const Digest &sha256, const wire::UploadState &state, Millis now);
    void takeRefusal(const Digest &sha256, std::string_view reason);
    std::vector<sync::WantedBlob> wanted(std::size_t max) const;

    // Verified before `verifiedBefore`, and all own events that name it settled and durable.
    std::vector<Digest> purgeable(Millis verifiedBefore, std::uint64_t durableSize) const;
    // Only here, named by no record, and marked so before that time; the drafts may still name them.
    std::vector<Digest> looseSince(Millis before) const;
    void markLoose(const std::set<Digest> &named, Millis now); // all others of those, and none but those
    bool takeUp(const Digest &sha256); // isHere(), and no longer loose
    void forget(const Digest &sha256); // nothing names it and its file goes
    std::vector<std::pair<Digest, std::uint64_t>> here() const; // and their sizes

private:
    Sql &m_sql;
};

} // namespace campus::store
