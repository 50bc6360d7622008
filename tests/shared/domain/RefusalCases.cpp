#include "RefusalCases.h"

#include <functional>

#include "HazardFixture.h"

namespace campus::test {

using namespace domain;
using K = HazardActKind;
using S = HazardState;
using R = Refusal;

namespace {

using Change = std::function<void(HazardAct &)>;

// The full act, spoilt by one change, on a hazard in `state`.
Decision spoilt(S state, K kind, Role role, const char *iso, const Change &change,
                Level level = Level::General)
{
    Story story = hazardIn(state, level);
    HazardAct act = fullAct(kind);
    change(act);
    return story.tell(act, person(role), iso);
}

Decision merge(const Change &change, const std::function<void(Hazard &)> &changeMain)
{
    Story story = hazardIn(S::Registered);
    Hazard main = story.hazard();
    main.id = "h0";
    changeMain(main);
    story.around.main = &main;
    HazardAct act = fullAct(K::Merge);
    change(act);
    return story.tell(act, person(Role::BureauAdmin), "2025-03-09");
}

void asItIs(HazardAct &) {}

NoticeIssued issuedNotice()
{
    NoticeIssued body;
    body.on = day("2025-03-04");
    NoticeLine line;
    line.hazard = "h1";
    line.measure = "更换";
    line.responsible = "苏光勇";
    line.due = day("2025-03-20");
    body.lines = {line};
    return body;
}

Story noticeStory()
{
    Story story("n1");
    story.objectKind = ObjectKind::Notice;
    return story;
}

} // namespace

std::vector<RefusalCase> findingCases()
{
    const auto finding = [](K kind, const Change &change) {
        return spoilt(S::Draft, kind, Role::SafetyOfficer, "2025-03-03", change);
    };
    return {
        {"no place", R::MissingPlace, finding(K::Register, [](auto &a) { a.place.clear(); })},
        {"no description", R::MissingDescription, finding(K::Register, [](auto &a) { a.description.clear(); })},
        {"no category", R::MissingCategory, finding(K::Register, [](auto &a) { a.category.clear(); })},
        {"no basis", R::MissingBasis, finding(K::Register, [](auto &a) { a.basis.clear(); })},
        {"no found date", R::MissingFoundDate, finding(K::Register, [](auto &a) { a.foundOn.reset(); })},
        {"no photo", R::MissingBeforePhoto, finding(K::Register, [](auto &a) { a.before.clear(); })},
        {"found tomorrow", R::FoundInFuture, finding(K::Register, [](auto &a) { a.foundOn = day("2025-03-04"); })},
        {"stop-use without proof", R::MissingActionProof, finding(K::Register, [](auto &a) { a.failAction = FailAction::StopUse; })},
        {"major without control", R::MissingInterim, finding(K::Register, [](auto &a) { a.level = Level::Major; })},
        {"days beyond bounds", R::InvalidBody, finding(K::Register, [](auto &a) { a.days = 100'000; })},
        {"an officer's self-check", R::RoleNotAllowed, finding(K::Register, [](auto &a) { a.source = Source::SelfCheck; })},
        {"major fixed on the spot", R::MajorNotAllowed, finding(K::FixOnSpot, [](auto &a) { a.level = Level::Major; })},
        {"fixed without after-photo", R::MissingAfterPhoto, finding(K::FixOnSpot, [](auto &a) { a.after.clear(); })},
        {"fixed elsewhere", R::PhotoPlaceDiffers, finding(K::FixOnSpot, [](auto &a) { a.after = {photo("操场", 1)}; })},
        {"fixed unsigned", R::MissingSchoolSignature, finding(K::FixOnSpot, [](auto &a) { a.signatures = {drawn("inspector")}; })},
        {"there already", R::ExistsAlready, spoilt(S::Registered, K::Register, Role::SafetyOfficer, "2025-03-03", [](auto &a) { a.place = "别处"; })},
        {"not there", R::UnknownHazard, spoilt(S::Draft, K::Note, Role::SafetyOfficer, "2025-03-03", asItIs)},
    };
}

std::vector<RefusalCase> rectificationCases()
{
    const auto assign = [](const Change &change, Level level = Level::General) {
        return spoilt(S::Registered, K::Assign, Role::BureauAdmin, "2025-03-04", change, level);
    };
    const auto confirm = [](const Change &change) {
        return spoilt(S::Rectifying, K::Confirm, Role::Principal, "2025-03-08", change);
    };
    const auto ask = [](const Change &change, const char *iso = "2025-03-08") {
        return spoilt(S::Rectifying, K::AskExtension, Role::Principal, iso, change);
    };
    const auto review = [](K kind, const Change &change, Level level = Level::General,
                           Role role = Role::SafetyOfficer) {
        return spoilt(S::Submitted, kind, role, "2025-03-09", change, level);
    };
    const auto twoPeople = [](auto &a) { a.reviewers = {"u-town_officer"}; };
    return {
        {"no measure", R::MissingMeasure, assign([](auto &a) { a.measure.clear(); })},
        {"no due", R::MissingDue, assign([](auto &a) { a.due.reset(); })},
        {"nobody responsible", R::MissingResponsible, assign([](auto &a) { a.responsible.clear(); })},
        {"no notice", R::MissingNotice, assign([](auto &a) { a.notice.clear(); })},
        {"due before issue", R::DateNotLater, assign([](auto &a) { a.due = day("2025-03-03"); })},
        {"major over a year", R::OverOneYear, assign([](auto &a) { a.due = day("2026-03-05"); }, Level::Major)},
        {"received unsigned", R::MissingSchoolSignature, spoilt(S::Assigned, K::Receive, Role::Principal, "2025-03-05", [](auto &a) { a.signatures[0].image = Digest{}; })},
        {"progress says nothing", R::MissingText, spoilt(S::Rectifying, K::Progress, Role::Principal, "2025-03-05", [](auto &a) { a.text.clear(); })},
        {"nothing done", R::MissingDone, confirm([](auto &a) { a.done.clear(); })},
        {"done when", R::MissingDoneDate, confirm([](auto &a) { a.doneOn.reset(); })},
        {"no after-photo", R::MissingAfterPhoto, confirm([](auto &a) { a.after.clear(); })},
        {"photo of another place", R::PhotoPlaceDiffers, confirm([](auto &a) { a.after.push_back(photo("操场", 1)); })},
        {"confirmed before it was assigned", R::WrongState, spoilt(S::Registered, K::Confirm, Role::Principal, "2025-03-08", asItIs)},
        {"why later", R::MissingReason, ask([](auto &a) { a.delayReason = DelayReason::None; })},
        {"other, unexplained", R::MissingReason, ask([](auto &a) { a.delayReason = DelayReason::Other; })},
        {"until when", R::MissingNewDate, ask([](auto &a) { a.until.reset(); })},
        {"until the same day", R::DateNotLater, ask([](auto &a) { a.until = day("2025-03-20"); })},
        {"asked on the day after", R::AfterDeadline, ask(asItIs, "2025-03-21")},
        {"review without photo", R::MissingReviewPhoto, review(K::Pass, [](auto &a) { a.after.clear(); })},
        {"returned without reason", R::MissingReason, review(K::Return, [](auto &a) { a.reason.clear(); })},
        {"remote review", R::RemoteReviewNotAllowed, review(K::Pass, [](auto &a) { a.onSite = false; })},
        {"the finder alone", R::FinderAlone, review(K::Pass, asItIs, Level::Major)},
        {"another alone", R::TooFewReviewers, review(K::Pass, asItIs, Level::Major, Role::BureauAdmin)},
        {"no report", R::MissingReport, review(K::Pass, twoPeople, Level::Major)},
        {"with whoever submitted", R::ReviewerSubmitted, review(K::Pass, [](auto &a) { a.reviewers = {"u-principal"}; })},
        {"with somebody nobody knows", R::UnknownReviewer, review(K::Pass, [](auto &a) { a.reviewers = {"x"}; })},
        {"done tomorrow", R::StatedInFuture, confirm([](auto &a) { a.doneOn = day("2025-03-09"); })},
        {"withdrawn by another officer", R::RoleNotAllowed, spoilt(S::Assigned, K::Withdraw, Role::TownOfficer, "2025-03-05", asItIs)},
        {"withdrawn after the review began", R::WrongState, spoilt(S::Submitted, K::Withdraw, Role::BureauAdmin, "2025-03-09", asItIs)},
        {"withdrawn of another notice", R::UnknownNotice, spoilt(S::Assigned, K::Withdraw, Role::BureauAdmin, "2025-03-05", [](auto &a) { a.notice = "n2"; })},
        {"too late to reopen", R::ReopenTooLate, spoilt(S::Closed, K::Reopen, Role::SafetyOfficer, "2025-06-09", asItIs)},
        {"reopened without photo", R::MissingBeforePhoto, spoilt(S::Closed, K::Reopen, Role::SafetyOfficer, "2025-04-09", [](auto &a) { a.before.clear(); })},
    };
}

std::vector<RefusalCase> bureauCases()
{
    const auto act = [](S state, K kind, const Change &change, Level level = Level::General) {
        return spoilt(state, kind, Role::BureauAdmin, "2025-03-09", change, level);
    };
    Story major = hazardIn(S::Rectifying, Level::Major);
    major.tell(K::AskExtension, Role::Principal, "2025-03-08");
    Story listed = hazardIn(S::Rectifying);
    listed.tell(K::List, Role::BureauAdmin, "2025-03-08");
    Story supervised = hazardIn(S::Rectifying);
    supervised.tell(K::Supervise, Role::BureauAdmin, "2025-03-08");
    HazardAct again = fullAct(K::List);
    again.number = "另一号";
    HazardAct watched = fullAct(K::Supervise);
    watched.number = "另一号";
    Story returned = hazardIn(S::Submitted);
    returned.tell(K::Return, Role::TownOfficer, "2025-03-09");
    const auto nothing = [](Hazard &) {};
    static const Hazard otherPlate = [&] {
        Hazard main = listed.hazard();
        main.id = "h0";
        return main;
    }();
    listed.around.main = &otherPlate;
    Story secret;
    HazardAct bullying = fullAct(K::Register);
    bullying.category = "BULLY.X";
    secret.tell(bullying, person(Role::SafetyOfficer), "2025-03-03");
    return {
        {"somebody returned it", R::Superseded, returned.tell(K::Pass, Role::BureauAdmin, "2025-03-09", 4)},
        {"no rule", R::MissingRule, act(S::Registered, K::ConfirmLevel, [](auto &a) { a.rule.clear(); })},
        {"lowered without opinion", R::MissingOpinion, act(S::Assigned, K::ConfirmLevel, [](auto &a) { a.level = Level::General; }, Level::Major)},
        {"without consent", R::MissingConsent, major.tell(K::GrantExtension, Role::BureauAdmin, "2025-03-09")},
        {"nothing asked", R::NoExtensionAsked, act(S::Rectifying, K::GrantExtension, asItIs)},
        {"listed without plan", R::MissingPlan, act(S::Registered, K::List, [](auto &a) { a.plan.clear(); })},
        {"listed without number", R::MissingNumber, act(S::Registered, K::List, [](auto &a) { a.number.clear(); })},
        {"listed without date", R::MissingDate, act(S::Registered, K::List, [](auto &a) { a.on.reset(); })},
        {"listed without end", R::MissingNewDate, act(S::Registered, K::List, [](auto &a) { a.until.reset(); })},
        {"listed by nobody", R::MissingRecipient, act(S::Registered, K::List, [](auto &a) { a.unit.clear(); })},
        {"listed until before", R::DateNotLater, act(S::Registered, K::List, [](auto &a) { a.until = day("2025-03-05"); })},
        {"listed over a year", R::OverOneYear, act(S::Registered, K::List, [](auto &a) { a.until = day("2026-03-07"); })},
        {"supervised until before", R::DateNotLater, act(S::Registered, K::Supervise, [](auto &a) { a.due = day("2025-03-08"); })},
        {"letter of tomorrow", R::StatedInFuture, act(S::Registered, K::Transfer, [](auto &a) { a.on = day("2025-03-10"); })},
        {"two plates into one", R::AlreadyListed, listed.tell(fullAct(K::Merge), person(Role::BureauAdmin), "2025-03-09")},
        {"restricted, by an officer", R::RestrictedToBureau, secret.tell(K::Assign, Role::SafetyOfficer, "2025-03-09")},
        {"listed twice", R::AlreadyListed, listed.tell(again, person(Role::BureauAdmin), "2025-03-09")},
        {"not listed", R::NotListed, act(S::Registered, K::Delist, asItIs)},
        {"transferred to nobody", R::MissingRecipient, act(S::Registered, K::Transfer, [](auto &a) { a.unit.clear(); })},
        {"supervised twice", R::AlreadySupervised, supervised.tell(watched, person(Role::BureauAdmin), "2025-03-09")},
        {"not supervised", R::NotSupervised, act(S::Registered, K::LiftSupervision, asItIs)},
        {"voided without reason", R::MissingReason, act(S::Registered, K::Void, [](auto &a) { a.reason.clear(); })},
        {"merged into nothing", R::MissingMain, merge([](auto &a) { a.into.clear(); }, nothing)},
        {"main not known", R::UnknownHazard, merge([](auto &a) { a.into = "h7"; }, nothing)},
        {"into itself", R::MainIsSelf, merge([](auto &a) { a.into = "h1"; }, nothing)},
        {"another school's", R::MainOtherSchool, merge(asItIs, [](auto &m) { m.school = "S2"; })},
        {"found later", R::MainFoundLater, merge(asItIs, [](auto &m) { m.foundOn = day("2025-03-04"); })},
        {"main voided", R::MainNotOpen, merge(asItIs, [](auto &m) { m.state = S::Void; })},
        {"main closed before", R::MainNotOpen, merge(asItIs, [](auto &m) {
             m.foundOn = m.rounds.back().startedOn = day("2025-02-01");
             m.rounds.back().closedOn = day("2025-03-02");
             m.state = S::Closed;
         })},
    };
}

std::vector<RefusalCase> paperCases()
{
    const User officer = person(Role::SafetyOfficer);
    const User principal = person(Role::Principal);
    Story inspection("i1");
    inspection.objectKind = ObjectKind::Inspection;
    InspectionSubmitted submitted;
    submitted.checklist = "fire@1";
    submitted.on = day("2025-03-03");
    const Decision noAnswers = inspection.tell(submitted, officer, "2025-03-03");
    const InspectionAnswers answers{"fire@1", {}, {}};
    inspection.tell(answers, officer, "2025-03-03");
    const Decision byTheSchool = inspection.tell(answers, person(Role::SchoolSafety), "2025-03-03");
    submitted.on = day("2025-03-04");
    const Decision tomorrow = inspection.tell(submitted, officer, "2025-03-03");
    submitted.on = day("2025-03-03");
    inspection.tell(submitted, officer, "2025-03-03");

    Story notice = noticeStory();
    const NoticeReceipted receipt{drawn("school"), day("2025-03-05")};
    const Decision noNotice = notice.tell(receipt, principal, "2025-03-05");
    NoticeIssued empty = issuedNotice();
    empty.lines.clear();
    const Decision noLines = notice.tell(empty, officer, "2025-03-04");
    const Decision earlyNotice = notice.tell(issuedNotice(), officer, "2025-03-03");
    Hazard hidden;
    hidden.id = "h1";
    hidden.school = "S1";
    hidden.category = "CARE.X";
    Story mixed = noticeStory();
    mixed.around.lines = {&hidden};
    const Decision shared = mixed.tell(issuedNotice(), person(Role::BureauAdmin), "2025-03-04");
    const Decision byOfficer = mixed.tell(issuedNotice(), officer, "2025-03-04");
    Hazard foreign;
    foreign.id = "h1";
    foreign.school = "S2";
    Story ofAnother = noticeStory();
    ofAnother.around.lines = {&foreign};
    const Decision elsewhere = ofAnother.tell(issuedNotice(), officer, "2025-03-04");
    notice.tell(issuedNotice(), officer, "2025-03-04");
    Story cancelled = notice;
    cancelled.tell(NoticeCancelled{"误发", day("2025-03-05")}, officer, "2025-03-05");
    notice.tell(receipt, principal, "2025-03-05");
    const NoticeReceipted other{drawn("school"), day("2025-03-06")};

    Story asset("B1");
    asset.objectKind = ObjectKind::Asset;
    AssetObserved observed;
    observed.fields["bus.last_training"] = std::string("2025-03-01");
    User away = officer;
    away.townships = {"T7"};
    return {
        {"submitted without answers", R::UnknownInspection, noAnswers},
        {"answers after submission", R::AlreadySubmitted, inspection.tell(answers, officer, "2025-03-04")},
        {"taken over by the school", R::NotTheInspector, byTheSchool},
        {"submitted for tomorrow", R::StatedInFuture, tomorrow},
        {"a notice of tomorrow", R::StatedInFuture, earlyNotice},
        {"restricted among others", R::OwnNoticeNeeded, shared},
        {"restricted by an officer", R::RestrictedToBureau, byOfficer},
        {"another school's hazard", R::UnknownHazard, elsewhere},
        {"no such notice", R::UnknownNotice, noNotice},
        {"no lines", R::EmptyNotice, noLines},
        {"signed twice", R::AlreadyReceipted, notice.tell(other, principal, "2025-03-06")},
        {"signed a cancelled one", R::AlreadyCancelled, cancelled.tell(receipt, principal, "2025-03-06")},
        {"no such bus", R::UnknownObject, asset.tell(observed, officer, "2025-03-03")},
        {"out of the township", R::OutOfScope, hazardIn(S::Registered).tell(fullAct(K::Note), away, "2025-03-09")},
    };
}

} // namespace campus::test
