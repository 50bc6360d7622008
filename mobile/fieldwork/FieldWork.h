// What a person does in the field, without a screen: one method an act. Every act is first decided
// on the overlay; a refused one saves nothing and returns why. A saved one is on disk.
// Acts for store.actingUser(); Unauthenticated when nobody is signed in. Thread-safe as the store is.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/Clock.h"
#include "core/IdSource.h"
#include "core/Result.h"
#include "domain/Event.h"
#include "domain/HazardAct.h"
#include "fieldwork/ActOutcome.h"
#include "store/TabletStore.h"

namespace campus::fieldwork {

class InspectionDraft;
class NoticeDraft;

struct InspectionStart {
    std::string school;
    std::string checklist;             // "school-bus@1.0"
    std::string asset;                 // id; empty = the school itself
    std::string campaign;
    std::string type = "supervision";  // supervision | spot | unannounced | self
    std::string team;                  // one team at one school on one day = one visit; empty = made up
    std::vector<std::string> inspectors; // user ids; the acting person is always one
    std::string companion;
};

struct NoticeStart {
    std::string school;
    std::string campaign;
    std::vector<std::string> hazards;    // registered ones of the school; empty = all general ones
    std::vector<std::string> inspectors; // user ids; the acting person is always one
};

struct ProgressForm {
    std::string text, interim;
    std::vector<domain::Photo> photos;
    std::optional<std::int64_t> moneyCents;
    std::string moneySource;
};

struct RectificationForm { // prepare and confirm
    std::string done;
    std::optional<Day> doneOn;
    std::vector<domain::Photo> after;     // from the place of the before-photos
    std::optional<std::int64_t> moneyCents;
    std::string moneySource;
    std::vector<domain::HandSignature> signatures;
};

struct ExtensionForm {
    domain::DelayReason reason = domain::DelayReason::None;
    std::string text, interim;
    std::optional<Day> until;
};

struct ReviewForm { // pass and return
    std::string text;                     // pass: remark; return: reason
    std::vector<domain::Photo> photos;
    bool onSite = true;
    std::vector<std::string> reviewers;   // further reviewers present
    std::string report;
    std::vector<domain::HandSignature> signatures;
};

struct ReopenForm {
    std::string reason;
    std::vector<domain::Photo> photos;
    std::optional<Day> due;
};

class FieldWork
{
public:
    FieldWork(store::TabletStore &store, const Clock &clock, IdSource &ids);
    // The same person looking at a hazard or notice of that confirmed version: what others did to it
    // since is told as Superseded instead of being overruled unseen. 0 = as it is now.
    FieldWork asSeen(std::uint64_t version) const;
    // The same person, having written the act in that form of the hazard: saving the act drops it.
    FieldWork fromForm(const std::string &key) const;
    store::TabletStore &store() const { return m_store; }
    const Clock &clock() const { return m_clock; }
    IdSource &ids() const { return m_ids; }

    // ---- inspections and notices ----
    Result<std::unique_ptr<InspectionDraft>> startInspection(const InspectionStart &start);
    Result<std::unique_ptr<InspectionDraft>> resumeInspection(const std::string &draft);
    // Onto the newest answer of the draft's item, also while nobody looks at it; on disk when it
    // returns. NotFound when the draft has ended.
    Result<void> addPhoto(const std::string &draft, const std::string &item, const domain::Photo &photo);
    Result<std::unique_ptr<NoticeDraft>> startNotice(const NoticeStart &start);
    Result<std::unique_ptr<NoticeDraft>> resumeNotice(const std::string &draft);

    // ---- one hazard ----
    // Without an inspection: a complaint, a self-check, something seen in passing. `object` of the
    // outcome is the new hazard's id.
    Result<ActOutcome> registerHazard(const std::string &school, domain::HazardAct act);
    Result<ActOutcome> progress(const std::string &hazard, const ProgressForm &form);
    Result<ActOutcome> prepare(const std::string &hazard, const RectificationForm &form);
    Result<ActOutcome> confirm(const std::string &hazard, const RectificationForm &form);
    Result<ActOutcome> askExtension(const std::string &hazard, const ExtensionForm &form);
    Result<ActOutcome> pass(const std::string &hazard, const ReviewForm &form);
    Result<ActOutcome> returnBack(const std::string &hazard, const ReviewForm &form);
    Result<ActOutcome> reopen(const std::string &hazard, const ReopenForm &form);
    // A major level needs an interim control, here or stated before.
    Result<ActOutcome> proposeLevel(const std::string &hazard, domain::Level level,
                                    const std::string &rule, const std::string &interim = {});
    Result<ActOutcome> note(const std::string &hazard, const std::string &text,
                            const std::vector<domain::Photo> &photos = {});
    // Any other act of the table; the forms above are this with their fields set. `redoes`: the
    // refused event whose card it answers.
    Result<ActOutcome> act(const std::string &hazard, const domain::HazardAct &act,
                           const std::string &redoes = {});
    // Whether `act` would be accepted now; saves nothing.
    Result<domain::Decision> tryAct(const std::string &hazard, const domain::HazardAct &act) const;

    // ---- one notice ----
    // 签收: the receipt and the start of rectification of each of its hazards, in one commit.
    // InvalidInput when the signature is bound to another content.
    Result<ActOutcome> signFor(const std::string &notice, const domain::HandSignature &signature);
    Result<ActOutcome> cancelNotice(const std::string &notice, const std::string &reason);
    // What a school person signs: the hash of the notice's neutral text.
    Result<Digest> noticeContentHash(const std::string &notice) const;

    // ---- cards ----
    // Turns a refused event's words and photos into a note on its hazard, and answers the card.
    Result<ActOutcome> attachAsNote(const std::string &refusedEvent);

    // A signature of the acting person, bound to what is signed; `image` from PhotoIntake.
    Result<domain::HandSignature> signatureBy(const std::string &role, const Digest &image,
                                              const Digest &contentHash) const;

    // An event of the acting person now; Unauthenticated when nobody is signed in.
    Result<domain::Event> eventOn(domain::ObjectKind kind, const std::string &object,
                                  const std::string &school, domain::EventBody body) const;
    // Saves all or, when one is refused, nothing; then the outcome names the refused one's object.
    Result<ActOutcome> saveAll(const store::Save &save, const std::string &object) const;

private:
    store::TabletStore &m_store;
    const Clock &m_clock;
    IdSource &m_ids;
    std::uint64_t m_seen = 0;
    std::string m_form;
};

} // namespace campus::fieldwork
