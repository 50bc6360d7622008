// What the tablet's lists, pages and badges show, as plain values, and the questions that ask for
// them. Days are computed on the day of the question; nothing here is stored as truth.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/Day.h"
#include "core/Sha256.h"
#include "domain/Checklist.h"
#include "domain/Hazard.h"
#include "domain/Inspection.h"
#include "domain/LifeCycle.h"
#include "domain/Notice.h"
#include "domain/Register.h"
#include "journal/LogRecord.h"
#include "wire/Messages.h"

namespace campus::store {

using wire::ObjectRef;

// ---- how far a record or photo has come ---------------------------------------------------------

enum class EventState : std::uint8_t { Saved = 1, Sent = 2, Answered = 3, Settled = 4 }; // frozen: on disk

enum class Delivery : std::uint8_t {
    OnDevice = 1,  // 仅在本机: something of it is only here
    Delivered = 2, // 已送达: the server answered for every event of it
    Verified = 3,  // 已核验: seen in the pulled log, and the server verified every byte of its blobs
    Refused = 4,   // 被退回: an own event was rejected or quarantined and nobody answered the card yet
};

// An own event as the journal shows it.
struct OwnEvent {
    std::string id, type, school, actor;
    ObjectRef object;
    std::uint64_t number = 0;    // in the chain of its install
    std::string install;
    Millis wall = 0;             // device clock
    EventState state = EventState::Saved;
    std::optional<journal::VerdictKind> verdict; // nothing while unanswered
    std::string reason, by;      // why refused, who acted before
    Millis verdictAt = 0;
    std::uint64_t seq = 0;
    bool durable = false;        // in a verified copy off the server's machine
    domain::Refusal overlayRefusal = domain::Refusal::None; // the tablet's own view; sent all the same
    std::string cardAnswer;      // how the person answered a refusal; empty = not yet
    Delivery delivery = Delivery::OnDevice;
    std::uint32_t blobs = 0, blobsVerified = 0;
    bool operator==(const OwnEvent &) const = default;
};

enum class BlobState : std::uint8_t { // frozen: on disk
    Local = 1,    // only here
    Sent = 2,     // partly uploaded
    Verified = 3, // the server has the whole blob under its hash
    Wanted = 4,   // known by name only
};

struct PhotoState {
    Digest sha256;
    std::uint64_t bytes = 0, bytesSent = 0;
    std::string mediaType;
    BlobState state = BlobState::Wanted;
    bool here = false;      // the file is on this tablet
    std::string path;       // empty unless here
    std::string refused;    // why the server did not take it; tried again later
    Delivery delivery() const
    {
        if (!refused.empty())
            return Delivery::Refused;
        return state == BlobState::Verified ? Delivery::Verified
             : state == BlobState::Wanted   ? Delivery::Delivered
                                            : Delivery::OnDevice;
    }
};

// The life cycle's view of one object: the confirmed doc with own unsettled events on top.
struct ObjectView {
    domain::Doc doc;                       // monostate = neither confirmed nor made here
    std::uint64_t confirmedVersion = 0;    // 0 = the server has not confirmed it
    Delivery delivery = Delivery::Delivered;
    bool pending = false;                  // own unsettled events are part of `doc`
    std::vector<OwnEvent> own;             // every own event on the object, oldest first
};

// ---- lists --------------------------------------------------------------------------------------

struct Page {
    std::size_t limit = 500, offset = 0;
};

struct SchoolQuery {
    std::string text;      // part of name or code, or pinyin initials
    std::string township, type, ownership;
    bool withOpenOnly = false;
    bool inactiveToo = false;
    enum class Order : std::uint8_t { Overdue, Name, LastVisit } order = Order::Overdue;
    Page page;
};

struct SchoolRow {
    std::string id, code, name, type, ownership, status, township, townshipName;
    std::uint32_t open = 0, overdue = 0, openMajor = 0, toReview = 0, assets = 0, drafts = 0;
    std::optional<Day> nextDue;       // earliest due date of an open hazard
    std::optional<Day> lastInspected;
    bool pending = false;
    bool operator==(const SchoolRow &) const = default;
};

struct LastResult { // of the newest inspection about an asset, or about a school by checklist kind
    std::string inspection, checklist;
    Day on;
    std::uint32_t pass = 0, fail = 0, notApplicable = 0;
    bool operator==(const LastResult &) const = default;
};

struct AssetRow {
    domain::Asset asset;
    std::optional<LastResult> last;
    std::uint32_t open = 0, overdue = 0;
    bool pending = false;
    bool operator==(const AssetRow &) const = default;
};

struct HazardQuery {
    std::string school, township, asset, item, category /* or its part before the dot */, notice, finder;
    std::string text;                        // in place, description, number, school name
    std::vector<domain::HazardState> states; // empty = any but merged and void
    bool openOnly = false, overdueOnly = false, majorOnly = false /* confirmed or proposed */;
    bool pendingOnly = false, refusedOnly = false;
    std::optional<Day> dueUntil;
    enum class Order : std::uint8_t { Due, Found, School } order = Order::Due;
    Page page;
};

struct HazardRow {
    std::string id, number, school, schoolName, asset, checklist, item, notice, finder;
    domain::HazardState state = domain::HazardState::Registered;
    domain::Level level = domain::Level::General; // confirmed, else proposed
    bool awaitsLevel = false;
    std::string category, place, title;           // title: the description, one line
    Day foundOn;
    std::optional<Day> due, submittedOn, closedOn;
    std::optional<Day> reviewDue;                 // submitted only
    bool overdue = false, dueSoon = false, reviewLate = false;
    bool fixedOnSpot = false, extensionAsked = false, restricted = false;
    int returns = 0;
    std::uint32_t photos = 0;
    std::optional<Digest> preview;                // first before-photo
    Delivery delivery = Delivery::Delivered;
    bool pending = false;
    std::string refusal;                          // of an unanswered card
    std::uint64_t version = 0;
    bool operator==(const HazardRow &) const = default;
};

struct HazardDetail {
    domain::Hazard hazard;
    ObjectView view;                      // view.doc holds the same hazard
    std::string schoolName, assetName;
    std::vector<PhotoState> photos;       // of the hazard and its timeline, without repeats
    std::vector<domain::HazardActKind> acts; // open to the acting person
    bool overdue = false;
    std::optional<Day> reviewDue;
};

struct InspectionRow {
    std::string id, school, schoolName, asset, assetName, checklist, title, campaign, type, actor;
    Day on;
    std::uint32_t pass = 0, fail = 0, notApplicable = 0, hazards = 0;
    Delivery delivery = Delivery::Delivered;
    bool pending = false;
    bool operator==(const InspectionRow &) const = default;
};

struct InspectionQuery {
    std::string school, asset, checklistKind, campaign;
    Page page;
};

struct NoticeRow {
    std::string id, number, temporaryNumber, school, schoolName, issuer;
    Day on;
    std::optional<Day> servedOn, receiptedOn, cancelledOn;
    std::uint32_t lines = 0, openLines = 0, overdueLines = 0;
    std::optional<Day> nextDue;
    Delivery delivery = Delivery::Delivered;
    bool pending = false;
    bool operator==(const NoticeRow &) const = default;
};

struct NoticeQuery {
    std::string school;
    bool unreceiptedOnly = false;
    Page page;
};

enum class DraftKind : std::uint8_t { Inspection = 1, Notice = 2 }; // frozen: on disk

struct DraftRow {
    std::string id, author, school, schoolName, asset, assetName, checklist, title;
    DraftKind kind = DraftKind::Inspection;
    Millis startedAt = 0, touchedAt = 0;
    std::uint32_t answers = 0, hazards = 0; // a notice: lines in `hazards`
    bool operator==(const DraftRow &) const = default;
};

// What waits for a principal or school safety officer, most urgent first.
struct InboxItem {
    enum class Kind : std::uint8_t { SignNotice, Returned, Overdue, Rectify, ConfirmPrepared } kind;
    ObjectRef object;
    std::string title;
    std::optional<Day> due;
    int daysLeft = 0;       // negative = overdue; 0 without a due date
    bool major = false;
    bool operator==(const InboxItem &) const = default;
};

struct OfficerDay { // the officer's first screen
    std::uint32_t open = 0, overdue = 0, dueSoon = 0, toReview = 0, reviewLate = 0, awaitingNotice = 0;
    std::uint32_t awaitingLevel = 0, extensionsAsked = 0, drafts = 0;
};

// ---- sync ---------------------------------------------------------------------------------------

struct SyncOverview {
    bool known = false;                  // the store answered; all else is its word
    bool enrolled = false, bootstrapped = false;
    std::uint64_t unsentEvents = 0;      // never answered
    std::uint64_t unsettledEvents = 0;   // the same and those answered but not yet seen in the log
    std::uint64_t unsentPhotos = 0, unsentBytes = 0;
    std::uint64_t lostPhotos = 0;        // of own events, not with the server and their file is gone
    std::uint64_t refusedPhotos = 0;     // of `unsentPhotos`: the server did not take them; tried again
    std::string photoRefusal;            // stable name of why, of one of them
    std::uint64_t cards = 0;             // of the acting person
    std::uint64_t othersCards = 0, othersUnfinished = 0; // events of other people: cards are among both
    std::uint64_t freeableBytes = 0;     // what purge() would free; only told while `storageLow`
    std::optional<Millis> lastSyncAt;    // last complete run
    std::optional<int> daysSinceSync;
    std::string lastError;               // stable name of the last run's error; empty = it went well
    bool storageLow = false;             // the reserve is used up: text only
    bool roomToReceive = true;           // else no bootstrap and no photo comes in
    std::optional<Millis> clockAheadMillis; // against the last server time of this boot
};

struct JournalQuery {
    enum class Part : std::uint8_t {
        All = 0,
        Cards = 1,      // refused, and nobody answered the card
        Unfinished = 2, // cards, and what is not settled or has a photo that the server did not verify
        Finished = 3,   // the others
    };
    std::string actor;  // empty = anybody's
    std::string school;
    std::optional<ObjectRef> object;
    Part part = Part::All;
    Page page;
};

// A refused event that waits for its author (sync.md §10).
struct Card {
    OwnEvent event;
    std::string schoolName, title;      // what it was about
    std::vector<std::string> text;      // what the person wrote in it, to attach as a note
};

enum class CardAnswer : std::uint8_t { Redone = 1, AttachedAsNote = 2, Noted = 3 }; // frozen: on disk

// ---- what listeners hear ------------------------------------------------------------------------

struct Change {
    std::vector<ObjectRef> objects; // touched, without repeats
    bool everything = false;        // bootstrap or rollback: read all again
    bool outbox = false;            // states of own events, cards
    bool blobs = false;
    bool drafts = false;
    bool forms = false;             // acts being written
    bool people = false;            // signed in or out, handed over
};

} // namespace campus::store
