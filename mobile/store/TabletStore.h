// The tablet's memory: one SQLite file and its blob folder, and their only writer. What `append`
// reported as saved survives every later kill or power cut (I1, I2); nothing here can delete an
// unsent event or blob (I13). Lists are recomputed inside the transaction that touched them.
// Thread-safe: the screen and the sync thread share one object; every call is a short transaction.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/Clock.h"
#include "core/IdSource.h"
#include "core/Limits.h"
#include "domain/Event.h"
#include "domain/LifeCycle.h"
#include "store/Files.h"
#include "store/KeyVault.h"
#include "store/StoreRows.h"
#include "sync/SyncStore.h"

namespace campus::store {

struct StoreOptions {
    KeyVault *vault = nullptr; // not owned; null = files of mode 0600 in the folder
    Files *files = nullptr;    // not owned; null = the system's
    std::string vfs;           // of SQLite; empty = the system's
    std::uint64_t reserveBytes = limits::kReserveFileBytes;
};

// What opening found.
struct OpenReport {
    bool created = false, unclean = false, recovered = false;
    std::uint64_t eventsRecovered = 0;
    std::string asideCopy; // the damaged file, kept
};

// An act being written: of a draft (`key` an item's id) or of a hazard (`key` which act).
struct Form {
    std::string owner, key;
};

// One commit of a person's act: events, in order, and the drafts that end with them (I2).
struct Save {
    // `blobs`, `type`, `kind` and `head` are filled in; `seen` too where it is 0.
    std::vector<domain::Event> events;
    std::vector<std::string> draftsDone;
    std::vector<Form> formsDone;          // of the acting person: what was written in them is said
    std::vector<std::string> cardsRedone; // ids of refused events that this act answers …
    CardAnswer answeredAs = CardAnswer::Redone; // … and how
    bool onlyIfAccepted = true; // else an event that the overlay refuses is saved and sent too
};

struct Saved {
    bool saved = false; // false: an event was refused and nothing was saved
    std::vector<std::string> events;         // ids
    std::vector<domain::Decision> decisions; // the overlay's, one an event, up to the refused one
};

// A draft of an inspection or a notice. `doc` is an Inspection (head, no answers) or a Notice.
struct Draft {
    std::string id, author;
    DraftKind kind = DraftKind::Inspection;
    Millis startedAt = 0, touchedAt = 0;
    domain::Doc doc;
};

struct DraftedHazard {
    std::string id;                 // of the hazard it becomes
    domain::HazardAct act;          // Register or FixOnSpot
    bool operator==(const DraftedHazard &) const = default;
};

class TabletStore final : public sync::SyncStore
{
public:
    // Creates folder and file when missing. A damaged file is copied aside and own events, drafts
    // and blobs are recovered into a new one; the tablet then bootstraps again.
    static Result<std::unique_ptr<TabletStore>> open(const std::string &directory, const Clock &clock,
                                                     Random &random, const StoreOptions &options = {});
    ~TabletStore() override;
    TabletStore(const TabletStore &) = delete;
    TabletStore &operator=(const TabletStore &) = delete;

    const OpenReport &openReport() const;
    const Clock &clock() const;
    // The bureau's day now: by server time when this boot has a sample, else by the device's claim.
    Day today() const;

    // ---- people ----
    PublicKey deviceKey() const;
    // After enrolment: identity of the tablet and the first person's session. Conflict when events
    // of another server are still unsent.
    Result<void> keepEnrolment(const wire::EnrolAnswer &answer);
    Result<void> signIn(const wire::Session &session);    // and acts from now on
    Result<void> handOverTo(const std::string &user);     // somebody of peopleHere(); unsent work stays
    Result<void> signOut();                               // the session goes, records and drafts stay
    std::optional<domain::User> actingUser() const;
    // Whom the server let in here once, by name; without a session too, which only the server gives.
    std::vector<domain::User> peopleHere() const;
    // Where secrets of people are kept; a full disk gives up the reserve for them, as for text.
    KeyVault &vault();

    // ---- a person's acts ----
    // Unauthenticated when not enrolled; NotFound when a named blob is not on disk (I3);
    // StorageFull only after the reserve was freed too. On any error nothing is saved.
    Result<Saved> append(const Save &save);
    // What append() would decide; saves nothing.
    Result<Saved> rehearse(const std::vector<domain::Event> &events);
    Result<void> answerCard(const std::string &event, CardAnswer answer); // Forbidden: somebody else's
    std::uint64_t highestHead() const;

    // ---- drafts: every call is its own commit ----
    Result<void> beginDraft(const Draft &draft, const std::vector<domain::Answer> &answers = {});
    Result<void> keepDraft(const std::string &id, const domain::Doc &doc);
    Result<std::optional<Draft>> draft(const std::string &id) const;
    Result<void> dropDraft(const std::string &id); // by its author; photos stay on disk
    // Answers are an append-only log; the newest to an item counts. Undo takes the last one back.
    Result<void> appendAnswer(const std::string &draft, const domain::Answer &answer);
    Result<bool> undoAnswer(const std::string &draft); // false = nothing to take back
    Result<std::vector<domain::Answer>> draftAnswers(const std::string &draft) const;
    Result<std::uint32_t> answersToUndo(const std::string &draft) const;
    Result<void> keepDraftedHazard(const std::string &draft, const DraftedHazard &hazard);
    Result<void> dropDraftedHazard(const std::string &draft, const std::string &hazard);
    Result<std::vector<DraftedHazard>> draftedHazards(const std::string &draft) const;
    // The newest answer to `item`, or an empty one, changed and appended in one commit: nothing that
    // others add to it meanwhile is lost. `change` may run twice and must not call the store.
    Result<domain::Answer> changeAnswer(const std::string &draft, const std::string &item,
                                        const std::function<void(domain::Answer &)> &change);
    // ---- forms of the acting person: what is not yet saved as an act survives any stop; a draft's
    // go with it, and keepDraftedHazard() drops the one of its item ----
    Result<void> keepForm(const Form &form, const domain::HazardAct &act);
    Result<std::optional<domain::HazardAct>> form(const Form &form) const;
    // As changeAnswer(); begins with `first` where there is no form yet. Returns the form as kept.
    Result<domain::HazardAct> changeForm(const Form &form, const domain::HazardAct &first,
                                         const std::function<void(domain::HazardAct &)> &change);
    Result<void> dropForm(const Form &form); // no form is fine
    Result<std::vector<Form>> formsOf(const std::string &owner) const; // newest first
    // The next number of the day for paper, never given twice: 1, 2, 3 …
    Result<std::uint32_t> nextPaperNumber(Day day);

    // ---- blobs ----
    // Stores the octets under their hash and returns it; the same octets again are fine. StorageFull
    // refuses a photo while the reserve is used up; a signature or drawing passes as `small`.
    Result<Digest> keepBlob(BytesView octets, const std::string &mediaType,
                            const std::optional<Digest> &previewOf = {}, bool small = false);
    // Where a camera writes; PhotoIntake takes files from there in and removes them.
    std::string incomingFolder() const;
    Result<Bytes> readBlob(const Digest &sha256) const; // ChecksumMismatch when the file is damaged
    Result<PhotoState> photo(const Digest &sha256) const;
    // Asks the next synchronisation for a blob of an object, an original for instance.
    Result<void> wantBlob(const Digest &sha256, const ObjectRef &referrer);
    // Frees blobs whose events are settled, durable and 30 days old and that the server verified
    // (I4), and those that nothing has named for a day; returns the octets freed. The end of a run
    // that went well does it by itself, once an hour.
    Result<std::uint64_t> purge();

    // ---- confirmed state with own unsettled events on top (the overlay) ----
    Result<ObjectView> object(domain::ObjectKind kind, const std::string &id) const;
    Result<domain::Doc> confirmed(domain::ObjectKind kind, const std::string &id) const;
    std::optional<domain::School> school(const std::string &id) const;
    std::optional<domain::Asset> asset(const std::string &id) const;
    std::optional<domain::User> user(const std::string &id) const;
    std::optional<domain::Hazard> hazard(const std::string &id) const;
    std::optional<domain::Inspection> inspection(const std::string &id) const;
    std::optional<domain::Notice> notice(const std::string &id) const;
    std::optional<domain::Checklist> checklist(const std::string &id) const; // "school-bus@1.0"
    domain::Bureau bureau() const;                                  // defaults while unknown
    std::vector<domain::Township> townships() const;
    std::vector<domain::Checklist> checklists() const;              // newest published of each kind
    std::vector<domain::Asset> assetsOf(const std::string &school) const;

    // ---- lists, within the acting person's scope ----
    Result<std::vector<SchoolRow>> schools(const SchoolQuery &query) const;
    Result<std::vector<AssetRow>> assets(const std::string &school) const;
    Result<std::vector<HazardRow>> hazards(const HazardQuery &query) const;
    Result<HazardDetail> hazardDetail(const std::string &id) const;
    Result<std::vector<InspectionRow>> inspections(const InspectionQuery &query) const;
    Result<std::vector<NoticeRow>> notices(const NoticeQuery &query) const;
    Result<std::vector<DraftRow>> drafts(const std::string &school = {}) const; // the acting person's
    Result<std::vector<InboxItem>> inbox() const;
    Result<std::vector<HazardRow>> reviewList() const; // submitted, latest review date first to pass
    Result<OfficerDay> officerDay() const;
    // Last answers to a checklist kind about an asset (empty = the school), by item id.
    Result<std::map<std::string, domain::Answer>> lastAnswers(const std::string &checklistKind,
                                                              const std::string &school,
                                                              const std::string &asset) const;

    // ---- sync as people see it ----
    SyncOverview syncOverview() const;
    Result<std::vector<OwnEvent>> journal(const JournalQuery &query) const; // newest first
    Result<std::string> eventLine(const std::string &event) const;          // exact octets
    Result<std::vector<Card>> cards() const; // of the acting person
    Result<std::vector<PhotoState>> photosOf(const ObjectRef &object) const;

    // Called after a commit, outside the lock, on the thread that made the change.
    using Listener = std::function<void(const Change &)>;
    int listen(Listener listener);
    void unlisten(int id); // not from inside a listener

    // ---- upkeep ----
    // Recomputes every list from docs and own events; the result is byte-equal (I8).
    Result<void> rebuildLists();
    // A digest over docs, lists and journal states, for tests that compare replicas.
    Result<Digest> fingerprint() const;
    // Chain, numbers and hashes of the journal, and row ⇔ file of the blobs; StorageCorrupt names
    // the first finding.
    Result<void> verifyJournal() const;

    // ---- sync::SyncStore ----
    sync::TabletIdentity identity() const override;
    Signature sign(BytesView text) const override;
    std::optional<wire::Session> session() const override;
    Result<void> keepSession(const wire::Session &session) override;
    Result<sync::OutboxBatch> unsent(std::size_t maxEvents, std::size_t maxBytes) override;
    Result<void> recordAnswer(const sync::OutboxBatch &sent, const wire::PushAnswer &answer) override;
    Result<bool> rewindTo(std::uint64_t first, const Digest &chainBefore) override;
    Result<void> startNewInstall() override;
    Result<void> recordQuarantined(const std::string &event, const wire::Verdict &verdict) override;
    sync::SyncPosition position() const override;
    Result<void> applyPage(const wire::PullAnswer &page) override;
    std::vector<wire::Head> knownHeads() const override;
    Result<std::vector<wire::ObjectRef>> rollBackTo(const wire::Head &common) override;
    Result<void> applyFetched(const wire::FetchAnswer &answer) override;
    Result<void> beginBootstrap(const wire::Head &at) override;
    Result<void> addBootstrapPart(const wire::BootstrapAnswer &part) override;
    Result<void> finishBootstrap(const wire::Head &at, const std::string &scopeMark) override;
    Result<std::optional<sync::PendingUpload>> nextUpload() override;
    Result<void> recordUpload(const Digest &sha256, const wire::UploadState &state) override;
    Result<void> recordUploadRefused(const Digest &sha256, const Error &error) override;
    Result<std::vector<sync::WantedBlob>> wantedBlobs(std::size_t max) override;
    Result<void> storeBlob(const Digest &sha256, BytesView octets) override;
    Result<void> recordTime(const sync::TimeSample &sample) override;
    Result<void> recordSyncEnd(const Result<void> &outcome, Millis at) override;

    std::uint64_t unsentCount() const override;
    std::vector<wire::ObjectRef> awaitedObjects(std::size_t max) const override;

    class Parts; // inside mobile/store

private:
    Result<Saved> save(const Save &save, bool keep);
    explicit TabletStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace campus::store
