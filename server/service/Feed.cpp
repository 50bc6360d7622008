#include "service/Feed.h"

#include <algorithm>
#include <charconv>

#include "core/Limits.h"
#include "service/Directory.h"
#include "service/FeedPage.h"
#include "storage/Store.h"

namespace campus::service {

using storage::Books;
using wire::Head;

namespace {

std::size_t limitOf(std::uint32_t asked)
{
    return asked == 0 ? limits::kPageRowsMax : std::min<std::size_t>(asked, limits::kPageRowsMax);
}

Result<bool> isKnown(const Books &books, const Head &head)
{
    const auto chain = books.log().chainAt(head.size);
    if (!chain)
        return chain.error();
    return *chain && **chain == head.chain;
}

Result<Head> headAt(const Books &books, std::uint64_t size)
{
    const auto chain = books.log().chainAt(size);
    if (!chain)
        return chain.error();
    if (!*chain)
        return Error{ErrorCode::StorageCorrupt, "the log has no record " + std::to_string(size)};
    return Head{size, **chain};
}

// What the caller may see at this snapshot, which may be later than the sign-in check.
struct Sight {
    std::shared_ptr<const RegisterView> registers;
    domain::Scope scope;
    std::string mark;
};

Result<Sight> sightOf(const Books &books, Directory &directory, const Caller &caller)
{
    auto view = directory.view(books.docs());
    if (!view)
        return view.error();
    Sight sight;
    sight.registers = std::move(*view);
    const domain::User *user = sight.registers->user(caller.user.id);
    if (user == nullptr || !user->active)
        return Error{ErrorCode::AccountDisabled, "the account is closed"};
    sight.scope = domain::scopeOf(*user);
    // A tablet that changes hands begins anew: the docs of people are each person's own (docRow).
    sight.mark =
        sha256(user->id + "|" + directory.scopeMark(sight.scope, *sight.registers)).hex();
    return sight;
}

Result<std::uint64_t> durableSize(const Books &books, std::uint64_t headSize)
{
    const auto text = books.setting(storage::kDurableSizeSetting);
    if (!text)
        return text.error();
    std::uint64_t size = 0;
    std::from_chars(text->data(), text->data() + text->size(), size);
    return std::min(size, headSize);
}

// ---- where a bootstrap goes on -------------------------------------------------------------------

// "<mark>/doc/<kind>/<id>" or "<mark>/own/<seq>": opaque to the tablet.
struct Place {
    std::string mark;
    bool inDocs = true;
    int kind = 0;
    std::string id;
    std::uint64_t seq = 0;

    std::string text() const
    {
        return mark +
               (inDocs ? "/doc/" + std::to_string(kind) + "/" + id : "/own/" + std::to_string(seq));
    }
};

template <typename Number>
bool readNumber(std::string_view text, Number &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

std::optional<Place> placeFrom(std::string_view text)
{
    Place place;
    const std::size_t first = text.find('/');
    if (first == std::string_view::npos)
        return std::nullopt;
    place.mark = text.substr(0, first);
    std::string_view rest = text.substr(first + 1);
    place.inDocs = rest.starts_with("doc/");
    if (!place.inDocs && !rest.starts_with("own/"))
        return std::nullopt;
    rest.remove_prefix(4);
    if (!place.inDocs)
        return readNumber(rest, place.seq) ? std::optional(place) : std::nullopt;
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos || !readNumber(rest.substr(0, slash), place.kind))
        return std::nullopt;
    place.id = rest.substr(slash + 1);
    return place;
}

// Adds docs behind `place`; moves it on, to the own events when the docs are through.
Result<void> addDocs(const Books &books, const FeedPage &page, std::size_t limit, Place &place,
                     std::vector<wire::FeedRow> &rows)
{
    bool full = false;
    std::optional<Error> failed;
    std::size_t octets = 0;
    auto visited = books.docs().visitFrom(
        static_cast<domain::ObjectKind>(place.kind), place.id, [&](const storage::StoredDoc &doc) {
            if (!page.sees(doc))
                return true;
            auto row = page.docRow(doc);
            if (!row) {
                failed = row.error();
                return false;
            }
            rows.push_back(std::move(*row));
            octets += doc.json.size();
            full = rows.size() >= limit || octets >= kPageBytesMax;
            if (full) {
                place.kind = static_cast<int>(doc.kind);
                place.id = doc.id;
            }
            return !full;
        });
    if (failed)
        return *failed;
    if (visited && !full)
        place.inDocs = false;
    return visited;
}

// Adds own verdicts; true = there are more.
Result<bool> addOwn(const Books &books, const Caller &caller, std::uint64_t until,
                    std::size_t limit, Place &place, std::vector<wire::FeedRow> &rows)
{
    bool full = false;
    const auto visited = books.log().visitOwn(
        caller.device, place.seq, until,
        [&](const journal::LogRecord &record, const std::string &event, const Digest &) {
            full = rows.size() >= limit;
            if (full)
                return false;
            rows.push_back(verdictRow(record, event));
            place.seq = record.seq;
            return true;
        });
    if (!visited)
        return visited.error();
    return full;
}

} // namespace

Result<wire::PullAnswer> Feed::pull(const Caller &caller, const wire::PullRequest &request)
{
    wire::PullAnswer answer;
    const auto looked = m_store.read([&](const Books &books) -> Result<void> {
        answer = {};
        const auto head = books.log().head();
        const auto knowsCursor = isKnown(books, request.cursor);
        const auto knowsHighest = isKnown(books, request.highest);
        if (!head)
            return head.error();
        if (!knowsCursor)
            return knowsCursor.error();
        if (!knowsHighest)
            return knowsHighest.error();
        const auto sight = sightOf(books, m_directory, caller);
        if (!sight)
            return sight.error();
        answer.cursor = request.cursor;
        answer.head = *head;
        answer.scopeMark = sight->mark;
        if (!*knowsCursor || !*knowsHighest) {
            answer.outcome = wire::PullAnswer::Outcome::Diverged;
            return {};
        }
        const auto durable = durableSize(books, head->size);
        if (!durable)
            return durable.error();
        answer.durableSize = *durable;
        if (request.scopeMark != sight->mark) {
            answer.outcome = wire::PullAnswer::Outcome::Bootstrap;
            return {};
        }
        FeedPage page(books, m_directory, *sight->registers, sight->scope, caller);
        if (auto filled = page.fill(request.cursor.size, head->size, limitOf(request.limit));
            !filled)
            return filled;
        auto cursor = headAt(books, page.end());
        if (!cursor)
            return cursor.error();
        answer.cursor = *cursor;
        answer.more = page.end() < head->size;
        answer.rows = page.takeRows();
        return {};
    });
    if (!looked)
        return looked.error();
    m_presence.note(caller.device, request.sentAt, request.declaredUnsent);
    answer.serverTime = m_clock.wall();
    return answer;
}

Result<wire::HeadsAnswer> Feed::heads(const wire::HeadsRequest &request)
{
    if (request.offered.size() > limits::kHeadsOfferedMax)
        return {ErrorCode::TooLarge,
                "more than " + std::to_string(limits::kHeadsOfferedMax) + " heads"};
    wire::HeadsAnswer answer;
    const auto looked = m_store.read([&](const Books &books) -> Result<void> {
        answer.common = {};
        for (const Head &offered : request.offered) {
            const auto known = isKnown(books, offered);
            if (!known)
                return known.error();
            if (*known && offered.size > answer.common.size)
                answer.common = offered;
        }
        return {};
    });
    if (!looked)
        return looked.error();
    answer.serverTime = m_clock.wall();
    return answer;
}

Result<wire::FetchAnswer> Feed::fetch(const Caller &caller, const wire::FetchRequest &request)
{
    if (request.objects.size() > limits::kFetchIdsMax)
        return {ErrorCode::TooLarge,
                "more than " + std::to_string(limits::kFetchIdsMax) + " objects"};
    wire::FetchAnswer answer;
    const auto looked = m_store.read([&](const Books &books) -> Result<void> {
        answer = {};
        const auto head = books.log().head();
        if (!head)
            return head.error();
        answer.head = *head;
        const auto sight = sightOf(books, m_directory, caller);
        if (!sight)
            return sight.error();
        const FeedPage page(books, m_directory, *sight->registers, sight->scope, caller);
        std::size_t octets = 0;
        for (const wire::ObjectRef &object : request.objects) {
            if (octets >= kPageBytesMax)
                break; // what is not told of is asked for again
            const auto doc = books.docs().find(object.kind, object.id);
            if (!doc)
                return doc.error();
            if (!*doc || !page.sees(**doc)) {
                answer.rows.push_back(removeRow(object.kind, object.id, head->size));
            } else {
                auto row = page.docRow(**doc);
                if (!row)
                    return row.error();
                answer.rows.push_back(std::move(*row));
            }
            octets += answer.rows.back().doc.size();
        }
        return {};
    });
    if (!looked)
        return looked.error();
    answer.serverTime = m_clock.wall();
    return answer;
}

Result<wire::BootstrapAnswer> Feed::bootstrap(const Caller &caller,
                                              const wire::BootstrapRequest &request)
{
    wire::BootstrapAnswer answer;
    const auto looked = m_store.read([&](const Books &books) -> Result<void> {
        answer = {};
        const auto head = books.log().head();
        if (!head)
            return head.error();
        answer.at = request.at.value_or(*head);
        const auto known = isKnown(books, answer.at);
        if (!known)
            return known.error();
        if (!*known)
            return {ErrorCode::Diverged, "the head of this bootstrap is not of this history"};
        const auto sight = sightOf(books, m_directory, caller);
        if (!sight)
            return sight.error();
        answer.scopeMark = sight->mark;
        Place place;
        place.mark = sight->mark;
        if (!request.after.empty()) {
            auto parsed = placeFrom(request.after);
            if (!parsed)
                return {ErrorCode::InvalidInput, "after: not a place this server gave"};
            if (parsed->mark != sight->mark)
                return {ErrorCode::Conflict, "the scope changed; begin the bootstrap anew"};
            place = std::move(*parsed);
        }
        const std::size_t limit = limitOf(request.limit);
        if (place.inDocs) {
            const FeedPage page(books, m_directory, *sight->registers, sight->scope, caller);
            if (auto added = addDocs(books, page, limit, place, answer.rows); !added)
                return added;
        }
        if (!place.inDocs) {
            const auto more = addOwn(books, caller, answer.at.size, limit, place, answer.rows);
            if (!more)
                return more.error();
            if (!*more)
                return {};
        }
        answer.next = place.text();
        return {};
    });
    if (!looked)
        return looked.error();
    answer.serverTime = m_clock.wall();
    return answer;
}

} // namespace campus::service
