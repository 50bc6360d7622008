// Who may not decide about what (domain.md §11.1, §10.4 (5), §10.2 (3), (7), (13)).
#include "HazardFixture.h"
#include "StdText.h"

using namespace campus;
using namespace campus::domain;
using namespace campus::test;
using K = HazardActKind;
using S = HazardState;

namespace {

User reviewer(const char *id)
{
    User user = person(Role::SafetyOfficer);
    user.id = id;
    return user;
}

HazardAct majorPass(std::vector<std::string> reviewers)
{
    HazardAct act = fullAct(K::Pass);
    act.reviewers = std::move(reviewers);
    act.report = "鉴定〔2025〕1号";
    act.reason = "挂牌前已整改";
    return act;
}

// A school person who changes into an officer keeps the id.
User promoted(const User &earlier)
{
    User user = person(Role::SafetyOfficer);
    user.id = earlier.id;
    return user;
}

} // namespace

class tst_Separation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoSubmitted_mayNotReview();
    void whoPrepared_mayNotReview();
    void whoPreparedFirst_mayNotReviewEither();
    void newSubmission_freesEarlierPreparer();
    void major_needsTwoAndNotTheFinderAlone();
    void proposedMajor_isReviewedAsMajor();
    void majorListed_needsNoReasonForClosing();
    void majorNotice_isTheBureaus();
    void onlyThePrincipalConfirms();
    void ownOpenRecord_isMergedByItsOfficer();
    void remoteReview_asTheBureauAllows();
    void selfCheck_isTheSchools();
    void expertOpinion_isNeededToLower();
};

void tst_Separation::whoSubmitted_mayNotReview()
{
    Story story = hazardIn(S::Submitted);
    const User same = promoted(person(Role::Principal));
    QCOMPARE(wordOf(story.tell(fullAct(K::Pass), same, "2025-03-09")),
             std::string("reviewer_submitted"));
    QCOMPARE(wordOf(story.tell(fullAct(K::Return), same, "2025-03-09")),
             std::string("reviewer_submitted"));
    HazardAct accompanied = fullAct(K::Pass);
    accompanied.reviewers = {same.id};
    QCOMPARE(wordOf(story.tell(accompanied, reviewer("u-r1"), "2025-03-09")),
             std::string("reviewer_submitted"));
    QCOMPARE(wordOf(story.tell(fullAct(K::Pass), reviewer("u-r1"), "2025-03-09")),
             std::string("accepted"));
}

void tst_Separation::whoPrepared_mayNotReview()
{
    Story story = hazardIn(S::Rectifying);
    story.tell(K::Prepare, Role::SchoolSafety, "2025-03-08");
    story.tell(K::Confirm, Role::Principal, "2025-03-08");
    QCOMPARE(wordOf(story.tell(fullAct(K::Pass), promoted(person(Role::SchoolSafety)), "2025-03-09")),
             std::string("reviewer_submitted"));
}

void tst_Separation::whoPreparedFirst_mayNotReviewEither()
{
    Story story = hazardIn(S::Rectifying);
    User deputy = person(Role::SchoolSafety);
    deputy.id = "u-deputy";
    story.tell(fullAct(K::Prepare), deputy, "2025-03-07");
    story.tell(K::Prepare, Role::SchoolSafety, "2025-03-08");
    story.tell(K::Confirm, Role::Principal, "2025-03-08");
    QCOMPARE(story.hazard().preparedBy, std::string("u-school_safety"));
    QCOMPARE(wordOf(story.tell(fullAct(K::Pass), promoted(deputy), "2025-03-09")),
             std::string("reviewer_submitted"));
}

void tst_Separation::newSubmission_freesEarlierPreparer()
{
    Story story = hazardIn(S::Rectifying);
    story.tell(K::Prepare, Role::SchoolSafety, "2025-03-07");
    story.tell(K::Confirm, Role::Principal, "2025-03-08");
    story.tell(fullAct(K::Return), reviewer("u-r1"), "2025-03-09");
    story.tell(K::Confirm, Role::Principal, "2025-03-10");
    // The rejected preparation is not part of what is reviewed now.
    QCOMPARE(wordOf(story.tell(fullAct(K::Pass), promoted(person(Role::SchoolSafety)), "2025-03-11")),
             std::string("accepted"));
}

void tst_Separation::major_needsTwoAndNotTheFinderAlone()
{
    const std::string finder = "u-safety_officer";
    const auto pass = [](const User &actor, std::vector<std::string> with) {
        Story story = hazardIn(S::Submitted, Level::Major);
        return wordOf(story.tell(majorPass(std::move(with)), actor, "2025-03-09"));
    };
    QCOMPARE(pass(reviewer(finder.c_str()), {}), std::string("finder_alone"));
    QCOMPARE(pass(reviewer(finder.c_str()), {finder}), std::string("finder_alone"));
    QCOMPARE(pass(reviewer("u-r1"), {}), std::string("too_few_reviewers"));
    QCOMPARE(pass(reviewer("u-r1"), {"u-r1", ""}), std::string("too_few_reviewers"));
    QCOMPARE(pass(reviewer(finder.c_str()), {"u-r1"}), std::string("accepted"));
    QCOMPARE(pass(reviewer("u-r1"), {"u-r2"}), std::string("accepted"));
    // Only people who may review make a second pair of eyes.
    QCOMPARE(pass(reviewer(finder.c_str()), {"u-x"}), std::string("unknown_reviewer"));
    QCOMPARE(pass(reviewer(finder.c_str()), {"u-left"}), std::string("unknown_reviewer"));
    QCOMPARE(pass(reviewer(finder.c_str()), {"u-r1", "u-x"}), std::string("unknown_reviewer"));
    // A return keeps the hazard open: one officer is enough.
    Story story = hazardIn(S::Submitted, Level::Major);
    QCOMPARE(wordOf(story.tell(fullAct(K::Return), reviewer("u-r1"), "2025-03-09")),
             std::string("accepted"));
}

void tst_Separation::proposedMajor_isReviewedAsMajor()
{
    Story story = hazardIn(S::Submitted);
    story.tell(K::ProposeLevel, Role::SafetyOfficer, "2025-03-09");
    QVERIFY(story.hazard().awaitsLevel());
    QVERIFY(!story.hazard().isMajor());
    QCOMPARE(wordOf(story.tell(fullAct(K::Pass), reviewer("u-r1"), "2025-03-09")),
             std::string("too_few_reviewers"));
    HazardAct general = fullAct(K::ConfirmLevel);
    general.level = Level::General; // a proposal declined needs no expert
    QCOMPARE(wordOf(story.tell(general, person(Role::BureauAdmin), "2025-03-09")),
             std::string("accepted"));
    QCOMPARE(wordOf(story.tell(fullAct(K::Pass), reviewer("u-r1"), "2025-03-09")),
             std::string("accepted"));
}

void tst_Separation::majorListed_needsNoReasonForClosing()
{
    Story story = hazardIn(S::Submitted, Level::Major);
    HazardAct pass = majorPass({"u-r2"});
    pass.reason.clear();
    QCOMPARE(wordOf(story.tell(pass, reviewer("u-r1"), "2025-03-09")), std::string("missing_reason"));
    story.tell(K::List, Role::BureauAdmin, "2025-03-09");
    QCOMPARE(wordOf(story.tell(pass, reviewer("u-r1"), "2025-03-09")), std::string("accepted"));
    // Closing does not end the listing; only delisting does (§12.10 (7)).
    QVERIFY(story.hazard().listedOn && !story.hazard().delistedOn);
    QCOMPARE(wordOf(story.tell(K::Delist, Role::BureauAdmin, "2025-04-06")), std::string("accepted"));
    QCOMPARE(story.hazard().delistedOn, std::optional(day("2025-04-06")));
}

void tst_Separation::majorNotice_isTheBureaus()
{
    Story story = hazardIn(S::Registered, Level::Major);
    QCOMPARE(wordOf(story.tell(K::Assign, Role::SafetyOfficer, "2025-03-04")),
             std::string("major_not_allowed"));
    QCOMPARE(wordOf(story.tell(K::Assign, Role::BureauAdmin, "2025-03-04")), std::string("accepted"));
}

void tst_Separation::onlyThePrincipalConfirms()
{
    Story story = hazardIn(S::Rectifying);
    for (const Role role : {Role::SchoolSafety, Role::SafetyOfficer, Role::BureauAdmin, Role::Leader})
        QCOMPARE(wordOf(story.tell(K::Confirm, role, "2025-03-08")), std::string("role_not_allowed"));
    QCOMPARE(wordOf(story.tell(K::Confirm, Role::Principal, "2025-03-08")), std::string("accepted"));
}

void tst_Separation::ownOpenRecord_isMergedByItsOfficer()
{
    const auto merge = [](S state, const User &actor) {
        Story story = hazardIn(state);
        Hazard main = story.hazard();
        main.id = "h0";
        story.around.main = &main;
        return wordOf(story.tell(fullAct(K::Merge), actor, "2025-03-12"));
    };
    QCOMPARE(merge(S::Assigned, person(Role::SafetyOfficer)), std::string("accepted"));
    QCOMPARE(merge(S::Assigned, reviewer("u-r1")), std::string("role_not_allowed"));
    QCOMPARE(merge(S::Closed, person(Role::SafetyOfficer)), std::string("role_not_allowed"));
    QCOMPARE(merge(S::Closed, person(Role::BureauAdmin)), std::string("accepted"));
}

void tst_Separation::remoteReview_asTheBureauAllows()
{
    HazardAct remote = fullAct(K::Pass);
    remote.onSite = false;
    Bureau open = bureau();
    open.remotePhotoReview = true;
    Story story = hazardIn(S::Submitted);
    story.around.bureau = &open;
    QCOMPARE(wordOf(story.tell(remote, reviewer("u-r1"), "2025-03-09")), std::string("accepted"));
    Story major = hazardIn(S::Submitted, Level::Major);
    major.around.bureau = &open;
    HazardAct remoteMajor = majorPass({"u-r2"});
    remoteMajor.onSite = false;
    QCOMPARE(wordOf(major.tell(remoteMajor, reviewer("u-r1"), "2025-03-09")),
             std::string("remote_review_not_allowed"));
}

void tst_Separation::selfCheck_isTheSchools()
{
    Story story;
    QCOMPARE(wordOf(story.tell(K::Register, Role::SchoolSafety, "2025-03-03")),
             std::string("role_not_allowed")); // as an inspection from above
    HazardAct own = fullAct(K::Register);
    own.source = Source::SelfCheck;
    QCOMPARE(wordOf(story.tell(own, person(Role::SchoolSafety), "2025-03-03")),
             std::string("accepted"));
    Story complaint;
    HazardAct report = fullAct(K::Register);
    report.source = Source::Report;
    QCOMPARE(wordOf(complaint.tell(report, person(Role::BureauAdmin), "2025-03-03")),
             std::string("accepted"));
}

void tst_Separation::expertOpinion_isNeededToLower()
{
    Story story = hazardIn(S::Assigned, Level::Major);
    HazardAct lower = fullAct(K::ConfirmLevel);
    lower.level = Level::General;
    QCOMPARE(wordOf(story.tell(lower, person(Role::BureauAdmin), "2025-03-09")),
             std::string("missing_opinion"));
    lower.opinion = "专家组意见：可降为一般隐患";
    QCOMPARE(wordOf(story.tell(lower, person(Role::BureauAdmin), "2025-03-09")),
             std::string("accepted"));
    QVERIFY(!story.hazard().isMajor());
    QVERIFY(!story.hazard().awaitsLevel());
}

QTEST_GUILESS_MAIN(tst_Separation)
#include "tst_Separation.moc"
