// The life cycle of a hazard, of an inspection, of a notice and of the registers: one pure,
// table-driven machine (domain.md §10.2, §11). The same compiled code runs on the tablet, on
// the server and in the verifier. No clock, random, locale, I/O or unordered iteration (I10).
//
//   decide(state, event, around) -> accepted, accepted without effect, or refused with a reason
//   evolve(state, event)         -> the new state; total: any accepted event replays
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/Event.h"
#include "domain/Hazard.h"
#include "domain/Inspection.h"
#include "domain/Notice.h"
#include "domain/Permission.h"
#include "domain/Register.h"

namespace campus::domain {

// Every refusal has a name; ErrorText on the tablet and the console make sentences of it.
// Frozen text names (nameOf): they are stored in the log as data.
enum class Refusal : std::uint8_t {
    None = 0,
    WrongState = 1,         // the act does not start from this state
    Superseded = 2,         // somebody else made an opposing act between `seen` and now
    RoleNotAllowed = 3,
    OutOfScope = 4,
    ReviewerSubmitted = 5,  // §11.1: reviewed by who submitted or prepared it
    FinderAlone = 6,        // §11.1: the finder alone closes a major hazard
    TooFewReviewers = 7,    // §10.4(5)
    MajorNotAllowed = 8,    // general only (on the spot), or bureau only (major notice)
    MissingPlace = 20, MissingDescription = 21, MissingCategory = 22, MissingBasis = 23,
    MissingBeforePhoto = 24, MissingAfterPhoto = 25, MissingSchoolSignature = 26,
    MissingMeasure = 27, MissingDue = 28, MissingResponsible = 29, MissingDone = 30,
    MissingDoneDate = 31, MissingReviewPhoto = 32, MissingReason = 33, MissingNewDate = 34,
    MissingConsent = 35, MissingRule = 36, MissingOpinion = 37, MissingNumber = 38,
    MissingRecipient = 39, MissingDate = 40, MissingMain = 41, MissingActionProof = 42,
    MissingFoundDate = 43, MissingText = 44, MissingNotice = 45, MissingPlan = 46,
    MissingReport = 47, MissingInterim = 48,
    PhotoPlaceDiffers = 60, // after-photo not from the place of the before-photo
    AfterDeadline = 61,     // an extension is asked for before the deadline
    NoExtensionAsked = 62,
    DateNotLater = 63,      // the new date is not after the old one
    OverOneYear = 64,       // §10.3 major: never over 1 year
    ReopenTooLate = 65,     // later than the window: register a new hazard linked as 复发
    MainOtherSchool = 66, MainFoundLater = 67, MainNotOpen = 68, MainIsSelf = 69,
    NotListed = 70, AlreadyListed = 71, NotSupervised = 72, AlreadySupervised = 73,
    RemoteReviewNotAllowed = 74,
    FoundInFuture = 75,
    AlreadySubmitted = 76,  // inspection
    UnknownInspection = 77, UnknownHazard = 78, UnknownNotice = 79,
    AlreadyReceipted = 80, AlreadyCancelled = 81, EmptyNotice = 82,
    UnknownObject = 83, ExistsAlready = 84, InvalidBody = 85,
    UnknownReviewer = 86,    // §10.4(5): no active bureau or township officer of that id
    RestrictedToBureau = 87, // §11.3: after the finding only the bureau and the school act on it
    StatedInFuture = 88,     // a date of a paper, a visit or a completion after the act itself
    NotTheInspector = 89,    // somebody else began this inspection
    OwnNoticeNeeded = 90,    // §11.3: restricted hazards are ordered by a notice of their own
};
std::string_view nameOf(Refusal);
std::optional<Refusal> refusalNamed(std::string_view name);

struct Decision {
    enum class Kind : std::uint8_t { Accepted, AcceptedNoop, Refused, Quarantined } kind = Kind::Accepted;
    Refusal reason = Refusal::None;
    std::string by;      // Superseded: who acted
    Millis at = 0;       // and when
    static Decision accepted() { return {}; }
    static Decision noop() { return {Kind::AcceptedNoop, Refusal::None, {}, 0}; }
    static Decision refused(Refusal r) { return {Kind::Refused, r, {}, 0}; }
    static Decision quarantined(Refusal r) { return {Kind::Quarantined, r, {}, 0}; }
};

// The doc of any object. monostate = it does not exist yet.
using Doc = std::variant<std::monostate, Hazard, Inspection, Notice, School, Asset, Township, User,
                         Checklist, Bureau>;

// What a decision may look at beside the object itself. The caller fetches; no I/O here.
struct Around {
    const User *actor = nullptr;         // who acts, as known to the decider at that moment
    const School *school = nullptr;      // the object's school (for its township)
    const Bureau *bureau = nullptr;      // settings; never null on the server
    const Hazard *main = nullptr;        // Merge: the hazard named by `into`
    const Hazard *ledFrom = nullptr;     // the merged hazard that the act named first (sync.md §4)
    const Checklist *checklist = nullptr; // the hazard's; null = free text, photos are wanted
    std::vector<const User *> reviewers; // those of the act's reviewers who have an account
    std::vector<const Hazard *> lines;   // those of a notice's hazards that exist
    Occurred occurred;                   // when it happened; `latest` bounds a found date
};

// A repetition, or a second person saying the same, is AcceptedNoop: nothing is left to evolve.
// A merged hazard still takes facts; the caller leads them to `mergedInto` as well (sync.md §4).
// For asset.observed about a school, Event::kind and the state are the school's.
Decision decide(const Doc &state, const Event &event, const Around &around);

// What the server adds to an accepted event (a tablet leaves it empty): both are data in the log.
struct Stamp {
    std::uint64_t seq = 0;        // 0 on a tablet's overlay
    Occurred occurred;
    std::string officialNumber;   // of a hazard or notice
};
Doc evolve(Doc state, const Event &event, const Stamp &stamp);

// The main hazard's own change when another is merged into it (stricter level, earlier
// effective due date, §12.5, §12.10(3)); applied by the same event.
Hazard absorb(Hazard main, const Hazard &duplicate, const Event &event, const Stamp &stamp);

// What a person may do now; drives the buttons. Same table as decide, without the form's fields.
std::vector<HazardActKind> actsOpenTo(const Hazard &hazard, const User &user, const Around &around);

// Confirmed, or proposed and waiting: such a hazard is handled as a major one (§10.4).
bool handledAsMajor(const Hazard &hazard);

// Facts enter in every state; only transitions can be refused (sync.md §4).
bool isFact(HazardActKind kind);
// Acts that belong to a merged hazard itself; every other one goes on to the main hazard (sync.md §4).
bool staysWithMerged(HazardActKind kind);

} // namespace campus::domain
