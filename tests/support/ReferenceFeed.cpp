// What the reference server gives: pages, fetches, bootstraps, blobs.
#include <algorithm>

#include "support/ReferenceServer.h"
#include "wire/DocCodec.h"

namespace campus::support {

using domain::ObjectKind;
using wire::FeedRow;

// ---- the feed ------------------------------------------------------------------------------------------

bool ReferenceServer::knows(const wire::Head &known) const
{
    return known.size < m_state.heads.size() && m_state.heads[known.size] == known;
}

bool ReferenceServer::sees(const SessionEntry &who, const Key &key, const DocEntry &entry) const
{
    const std::string school = wire::schoolOf(entry.doc);
    const auto found = m_state.docs.find({ObjectKind::School, school});
    const auto *record =
        found == m_state.docs.end() ? nullptr : std::get_if<domain::School>(&found->second.doc);
    return domain::sees(domain::scopeOf(*user(who.user)), key.first, key.second, school,
                        record != nullptr ? record->township : std::string(),
                        wire::isRestricted(entry.doc));
}

std::string ReferenceServer::scopeMark(const SessionEntry &who) const
{
    const domain::Scope scope = domain::scopeOf(*user(who.user));
    std::string mark = scope.county ? "county" : "part";
    for (const auto *ids : {&scope.townships, &scope.schools, &scope.assigned})
        for (const std::string &id : *ids)
            mark += "-" + id;
    return mark;
}

FeedRow ReferenceServer::docRow(const Key &key, const DocEntry &entry) const
{
    FeedRow row;
    row.seq = entry.version;
    row.objectKind = key.first;
    row.object = key.second;
    row.school = wire::schoolOf(entry.doc);
    row.doc = wire::encodeDoc(entry.doc);
    return row;
}

void ReferenceServer::addVerdictRows(std::vector<FeedRow> &rows, const std::string &device,
                                     std::uint64_t after, std::uint64_t to) const
{
    for (const auto &[id, seq] : m_state.seqById) {
        if (seq <= after || seq > to || m_state.log[seq - 1].device != device)
            continue;
        FeedRow row;
        row.kind = FeedRow::Kind::Verdict;
        row.seq = seq;
        row.verdict = verdictOf(m_state.log[seq - 1], id, false);
        row.install = m_state.log[seq - 1].install;
        row.number = m_state.log[seq - 1].number;
        rows.push_back(std::move(row));
    }
}

Result<wire::PullAnswer> ReferenceServer::pull(const std::string &token,
                                               const wire::PullRequest &request)
{
    const auto who = caller(token);
    if (!who)
        return who.error();
    wire::PullAnswer answer;
    answer.head = head();
    answer.cursor = request.cursor;
    answer.serverTime = m_clock.wall();
    answer.durableSize = m_state.durableSize;
    answer.scopeMark = scopeMark(*who);
    if (!knows(request.cursor) || !knows(request.highest)) {
        answer.outcome = wire::PullAnswer::Outcome::Diverged;
        return answer;
    }
    if (request.scopeMark != answer.scopeMark) {
        answer.outcome = wire::PullAnswer::Outcome::Bootstrap;
        return answer;
    }
    std::vector<std::pair<std::uint64_t, FeedRow>> changed;
    for (const auto &[key, entry] : m_state.docs) {
        if (entry.version > request.cursor.size && sees(*who, key, entry))
            changed.emplace_back(entry.version, docRow(key, entry));
    }
    std::stable_sort(changed.begin(), changed.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::uint64_t end = head().size;
    if (changed.size() > m_pageRows) // whole commits only
        end = *std::lower_bound(m_state.commits.begin(), m_state.commits.end(),
                                changed[m_pageRows - 1].first);
    for (auto &[version, row] : changed) {
        if (version <= end)
            answer.rows.push_back(std::move(row));
    }
    addVerdictRows(answer.rows, who->device, request.cursor.size, end);
    answer.cursor = m_state.heads[end];
    answer.more = end < head().size;
    return answer;
}

Result<wire::HeadsAnswer> ReferenceServer::heads(const std::string &token,
                                                 const wire::HeadsRequest &request)
{
    if (const auto who = caller(token); !who)
        return who.error();
    wire::HeadsAnswer answer{{}, m_clock.wall()};
    for (const wire::Head &offered : request.offered) {
        if (knows(offered) && offered.size > answer.common.size)
            answer.common = offered;
    }
    return answer;
}

Result<wire::FetchAnswer> ReferenceServer::fetch(const std::string &token,
                                                 const wire::FetchRequest &request)
{
    const auto who = caller(token);
    if (!who)
        return who.error();
    wire::FetchAnswer answer{{}, head(), m_clock.wall()};
    for (const wire::ObjectRef &object : request.objects) {
        const auto found = m_state.docs.find({object.kind, object.id});
        if (found != m_state.docs.end() && sees(*who, found->first, found->second)) {
            answer.rows.push_back(docRow(found->first, found->second));
            continue;
        }
        FeedRow gone;
        gone.kind = FeedRow::Kind::Remove;
        gone.seq = head().size;
        gone.objectKind = object.kind;
        gone.object = object.id;
        answer.rows.push_back(gone);
    }
    return answer;
}

Result<wire::BootstrapAnswer> ReferenceServer::bootstrap(const std::string &token,
                                                         const wire::BootstrapRequest &request)
{
    const auto who = caller(token);
    if (!who)
        return who.error();
    if (request.at && !knows(*request.at))
        return {ErrorCode::Diverged, "at"};
    wire::BootstrapAnswer answer;
    answer.at = request.at.value_or(head());
    answer.scopeMark = scopeMark(*who);
    answer.serverTime = m_clock.wall();
    const std::size_t limit = request.limit != 0 ? request.limit : m_pageRows;
    for (const auto &[key, entry] : m_state.docs) {
        const std::string place = std::string(nameOf(key.first)) + ":" + key.second;
        if (place <= request.after || !sees(*who, key, entry))
            continue;
        answer.rows.push_back(docRow(key, entry));
    }
    const auto placeOf = [](const FeedRow &row) {
        return std::string(nameOf(row.objectKind)) + ":" + row.object;
    };
    std::sort(answer.rows.begin(), answer.rows.end(),
              [&](const FeedRow &a, const FeedRow &b) { return placeOf(a) < placeOf(b); });
    if (answer.rows.size() > limit) {
        answer.rows.resize(limit);
        answer.next = placeOf(answer.rows.back());
    } else {
        addVerdictRows(answer.rows, who->device, 0, answer.at.size);
    }
    return answer;
}

// ---- blobs ---------------------------------------------------------------------------------------------

Result<wire::UploadState> ReferenceServer::startUpload(const std::string &token,
                                                       const wire::UploadStart &start)
{
    const auto who = caller(token);
    if (!who)
        return who.error();
    const std::string id = "upload-" + who->device + "-" + start.sha256.hex();
    if (m_state.blobs.contains(start.sha256))
        return wire::UploadState{id, start.bytes, true};
    UploadEntry &entry = m_state.uploads.try_emplace(id, UploadEntry{start, {}}).first->second;
    return wire::UploadState{id, entry.octets.size(), false};
}

Result<wire::UploadState> ReferenceServer::uploadState(const std::string &token,
                                                       const std::string &upload)
{
    if (const auto who = caller(token); !who)
        return who.error();
    const auto found = m_state.uploads.find(upload);
    if (found == m_state.uploads.end())
        return {ErrorCode::NotFound, upload};
    return wire::UploadState{upload, found->second.octets.size(),
                             m_state.blobs.contains(found->second.start.sha256)};
}

Result<wire::UploadState> ReferenceServer::patchUpload(const std::string &token,
                                                       const std::string &upload,
                                                       std::uint64_t offset, BytesView chunk)
{
    const auto state = uploadState(token, upload);
    if (!state)
        return state;
    UploadEntry &entry = m_state.uploads.at(upload);
    if (offset != entry.octets.size())
        return {ErrorCode::OffsetMismatch, "at " + std::to_string(entry.octets.size())};
    entry.octets.insert(entry.octets.end(), chunk.begin(), chunk.end());
    const bool whole = entry.octets.size() >= entry.start.bytes;
    if (whole && sha256(entry.octets) != entry.start.sha256) {
        m_state.uploads.erase(upload);
        return {ErrorCode::ChecksumMismatch, "the whole"};
    }
    if (whole)
        m_state.blobs[entry.start.sha256] = entry.octets;
    return wire::UploadState{upload, entry.octets.size(), whole};
}

Result<Bytes> ReferenceServer::blob(const std::string &token, const Digest &sha256,
                                    const wire::ObjectRef &)
{
    if (const auto who = caller(token); !who)
        return who.error();
    const auto found = m_state.blobs.find(sha256);
    return found == m_state.blobs.end() ? Result<Bytes>(ErrorCode::NotFound, sha256.hex())
                                        : found->second;
}

} // namespace campus::support
