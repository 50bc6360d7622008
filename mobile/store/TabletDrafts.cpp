// Drafts and blobs of TabletStore: what a person has begun, and the files behind photos.
#include <algorithm>

#include "store/MediaType.h"
#include "store/StoreParts.h"
#include "store/TabletStore.h"

namespace campus::store {

namespace {

constexpr std::uint64_t kRoomForText = 1024 * 1024;

} // namespace

// ---- drafts ---------------------------------------------------------------------------------------

Result<void> TabletStore::beginDraft(const Draft &draft, const std::vector<domain::Answer> &answers)
{
    return m_parts->write([&](Work &work) {
        work.drafts.begin(draft, answers);
        work.change.drafts = true;
    });
}

Result<void> TabletStore::keepDraft(const std::string &id, const domain::Doc &doc)
{
    return m_parts->write([&](Work &work) {
        work.drafts.keep(id, doc, m_parts->clock.wall());
        work.change.drafts = true;
    });
}

Result<std::optional<Draft>> TabletStore::draft(const std::string &id) const
{
    return m_parts->read([&](Work &work) { return work.drafts.find(id); });
}

Result<void> TabletStore::dropDraft(const std::string &id)
{
    return m_parts->write([&](Work &work) -> Result<void> {
        const auto draft = work.drafts.find(id);
        if (!draft)
            return {ErrorCode::NotFound, "no draft " + id};
        if (draft->author != work.settings.text(setting::kActing))
            return {ErrorCode::Forbidden, "the draft is somebody else's"};
        work.drafts.drop(id);
        work.change.drafts = true;
        return {};
    });
}

Result<void> TabletStore::appendAnswer(const std::string &draft, const domain::Answer &answer)
{
    return m_parts->write([&](Work &work) {
        work.drafts.appendAnswer(draft, answer, m_parts->clock.wall());
        work.change.drafts = true;
    });
}

Result<bool> TabletStore::undoAnswer(const std::string &draft)
{
    bool undone = false;
    const auto done = m_parts->write([&](Work &work) {
        undone = work.drafts.undoAnswer(draft, m_parts->clock.wall());
        work.change.drafts = undone;
    });
    return done ? Result<bool>(undone) : Result<bool>(done.error());
}

Result<std::vector<domain::Answer>> TabletStore::draftAnswers(const std::string &draft) const
{
    return m_parts->read([&](Work &work) { return work.drafts.answers(draft); });
}

Result<std::uint32_t> TabletStore::answersToUndo(const std::string &draft) const
{
    return m_parts->read([&](Work &work) { return work.drafts.answersToUndo(draft); });
}

Result<void> TabletStore::keepDraftedHazard(const std::string &draft, const DraftedHazard &hazard)
{
    return m_parts->write([&](Work &work) {
        work.drafts.keepHazard(draft, hazard, m_parts->clock.wall());
        work.change.drafts = true;
    });
}

Result<void> TabletStore::dropDraftedHazard(const std::string &draft, const std::string &hazard)
{
    return m_parts->write([&](Work &work) {
        work.drafts.dropHazard(draft, hazard, m_parts->clock.wall());
        work.change.drafts = true;
    });
}

Result<std::vector<DraftedHazard>> TabletStore::draftedHazards(const std::string &draft) const
{
    return m_parts->read([&](Work &work) { return work.drafts.hazards(draft); });
}

Result<domain::Answer> TabletStore::changeAnswer(const std::string &draft, const std::string &item,
                                                 const std::function<void(domain::Answer &)> &change)
{
    domain::Answer changed;
    const auto done = m_parts->write([&](Work &work) -> Result<void> {
        if (!work.drafts.find(draft))
            return {ErrorCode::NotFound, "no draft " + draft};
        changed = {};
        for (domain::Answer &answer : work.drafts.answers(draft)) {
            if (answer.item == item)
                changed = std::move(answer);
        }
        changed.item = item;
        change(changed);
        work.drafts.appendAnswer(draft, changed, m_parts->clock.wall());
        work.change.drafts = true;
        return {};
    });
    return done ? Result<domain::Answer>(std::move(changed)) : Result<domain::Answer>(done.error());
}

// ---- forms ----------------------------------------------------------------------------------------

namespace {

Result<std::string> authorOf(Work &work)
{
    std::string acting = work.settings.text(setting::kActing);
    if (acting.empty())
        return Error{ErrorCode::Unauthenticated, "nobody is signed in"};
    return acting;
}

} // namespace

Result<void> TabletStore::keepForm(const Form &form, const domain::HazardAct &act)
{
    return m_parts->write([&](Work &work) -> Result<void> {
        const auto author = authorOf(work);
        if (!author)
            return author.error();
        work.drafts.keepForm(form, *author, act, m_parts->clock.wall());
        work.change.forms = true;
        return {};
    });
}

Result<std::optional<domain::HazardAct>> TabletStore::form(const Form &form) const
{
    return m_parts->read([&](Work &work) {
        return work.drafts.form(form, work.settings.text(setting::kActing));
    });
}

Result<domain::HazardAct> TabletStore::changeForm(const Form &form, const domain::HazardAct &first,
                                                  const std::function<void(domain::HazardAct &)> &change)
{
    domain::HazardAct act;
    const auto done = m_parts->write([&](Work &work) -> Result<void> {
        const auto author = authorOf(work);
        if (!author)
            return author.error();
        act = work.drafts.form(form, *author).value_or(first);
        change(act);
        work.drafts.keepForm(form, *author, act, m_parts->clock.wall());
        work.change.forms = true;
        return {};
    });
    return done ? Result<domain::HazardAct>(std::move(act)) : Result<domain::HazardAct>(done.error());
}

Result<void> TabletStore::dropForm(const Form &form)
{
    return m_parts->write([&](Work &work) -> Result<void> {
        const auto author = authorOf(work);
        if (!author)
            return author.error();
        work.drafts.dropForm(form, *author);
        work.change.forms = true;
        return {};
    });
}

Result<std::vector<Form>> TabletStore::formsOf(const std::string &owner) const
{
    return m_parts->read([&](Work &work) {
        return work.drafts.formsOf(owner, work.settings.text(setting::kActing));
    });
}

Result<std::uint32_t> TabletStore::nextPaperNumber(Day day)
{
    std::uint32_t number = 0;
    const auto done = m_parts->write([&](Work &work) {
        const bool sameDay = work.settings.number(setting::kPaperDay) == day.number;
        number = sameDay ? static_cast<std::uint32_t>(work.settings.number(setting::kPaperNumber)) + 1 : 1;
        work.settings.set(setting::kPaperDay, day.number);
        work.settings.set(setting::kPaperNumber, number);
    });
    return done ? Result<std::uint32_t>(number) : Result<std::uint32_t>(done.error());
}

// ---- blobs ----------------------------------------------------------------------------------------

Result<Digest> TabletStore::keepBlob(BytesView octets, const std::string &mediaType,
                                     const std::optional<Digest> &previewOf, bool small)
{
    if (octets.empty())
        return Error{ErrorCode::InvalidInput, "an empty blob"};
    if (octets.size() > limits::kBlobBytesMax)
        return Error{ErrorCode::TooLarge, "a blob of " + std::to_string(octets.size()) + " octets"};
    const Digest sha = sha256(octets);
    const std::lock_guard files(m_parts->blobFiles);
    bool known = false;
    if (const auto looked = m_parts->write([&](Work &work) { known = work.blobs.takeUp(sha); }); !looked)
        return looked.error();
    if (known)
        return sha;
    const std::uint64_t room = m_parts->files.freeBytes(m_parts->directory);
    if (!small && (m_parts->reserveIsFree() || room < octets.size() + kRoomForText))
        return Error{ErrorCode::StorageFull, "text only: no room for a photo"};
    auto written = m_parts->files.writeDurably(m_parts->blobPath(sha), octets);
    if (!written && small && written.error().code == ErrorCode::StorageFull) {
        const std::lock_guard lock(m_parts->mutex);
        if (m_parts->freeReserve())
            written = m_parts->files.writeDurably(m_parts->blobPath(sha), octets);
    }
    if (!written)
        return written.error();
    const auto done = m_parts->write([&](Work &work) {
        work.blobs.addLocal(sha, octets.size(), mediaType, previewOf);
        work.change.blobs = true;
    });
    return done ? Result<Digest>(sha) : Result<Digest>(done.error());
}

std::string TabletStore::incomingFolder() const
{
    return m_parts->directory + "/incoming";
}

Result<void> TabletStore::storeBlob(const Digest &sha, BytesView octets)
{
    if (sha256(octets) != sha)
        return {ErrorCode::ChecksumMismatch, "the octets are not blob " + sha.hex()};
    const std::lock_guard files(m_parts->blobFiles);
    if (auto written = m_parts->files.writeDurably(m_parts->blobPath(sha), octets); !written)
        return written;
    return m_parts->write([&](Work &work) {
        work.blobs.addDownloaded(sha, octets.size(), mediaTypeOf(octets), m_parts->serverNow(work));
        work.change.blobs = true;
        for (const ObjectRef &object : work.blobs.objectsOf(sha))
            work.touch(object);
    });
}

Result<Bytes> TabletStore::readBlob(const Digest &sha) const
{
    auto octets = m_parts->files.read(m_parts->blobPath(sha));
    if (octets && sha256(*octets) != sha)
        return Error{ErrorCode::ChecksumMismatch, "the file of blob " + sha.hex() + " is damaged"};
    return octets;
}

Result<PhotoState> TabletStore::photo(const Digest &sha) const
{
    return m_parts->read([&](Work &work) {
        PhotoState state = work.blobs.state(sha);
        if (state.here)
            state.path = m_parts->blobPath(sha);
        return state;
    });
}

Result<std::vector<PhotoState>> TabletStore::photosOf(const ObjectRef &object) const
{
    return m_parts->read([&](Work &work) {
        std::vector<PhotoState> states = work.blobs.of(object);
        for (PhotoState &state : states) {
            if (state.here)
                state.path = m_parts->blobPath(state.sha256);
        }
        return states;
    });
}

Result<void> TabletStore::wantBlob(const Digest &sha, const ObjectRef &referrer)
{
    return m_parts->write([&](Work &work) {
        work.blobs.want(sha, referrer);
        work.change.blobs = true;
    });
}

Result<std::uint64_t> TabletStore::purge()
{
    const std::lock_guard files(m_parts->blobFiles);
    Parts::Freeable gone;
    const auto done = m_parts->write([&](Work &work) {
        gone = m_parts->purgeable(work);
        for (const Digest &sha : gone.settled)
            work.blobs.lose(sha);
        for (const Digest &sha : gone.loose)
            work.blobs.forget(sha);
        if (const auto now = m_parts->serverNow(work))
            work.blobs.markLoose(work.drafts.namedBlobs(), *now);
        work.change.blobs = gone.bytes != 0;
    });
    if (!done)
        return done.error();
    for (const std::vector<Digest> *blobs : {&gone.settled, &gone.loose}) {
        for (const Digest &sha : *blobs) { // after the commit: a row may lack its file, never the reverse
            if (auto removed = m_parts->files.remove(m_parts->blobPath(sha)); !removed)
                return removed.error();
        }
    }
    m_parts->renewReserve();
    return gone.bytes;
}

} // namespace campus::store
