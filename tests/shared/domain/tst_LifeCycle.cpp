// Every state × act × role against a table written from domain.md §10.2, apart from the one in the
// code; then who sees which buttons, and what the photo and interim rules let through.
#include "HazardFixture.h"
#include "StdText.h"

using namespace campus;
using namespace campus::domain;
using namespace campus::test;
using K = HazardActKind;
using S = HazardState;

namespace {

// Outcome by state: absent, registered, assigned, rectifying, submitted, closed, merged, void.
// a accepted · n noop · w wrong state · u unknown hazard · e exists already
// x no extension asked · l not listed · s not supervised
struct Row {
    K act;
    const char *name;
    const char *roles; // B bureau O officer T town P principal S school safety E expert
    const char *outcomes;
};

constexpr Row kRows[] = {
    {K::Register, "registered", "BOTS", "aeeeeeee"},
    {K::FixOnSpot, "fixed_on_spot", "OT", "aeeeeeee"},
    {K::Assign, "assigned", "BOT", "uannnwww"},
    {K::Receive, "received", "PS", "uwanwwww"},
    {K::Progress, "progressed", "PS", "uaaaaaaa"},
    {K::Prepare, "prepared", "PS", "uaaaaaaa"},
    {K::Confirm, "confirmed", "P", "uwaanwww"},
    {K::Pass, "passed", "BOT", "uwwwanww"},
    {K::Return, "returned", "BOT", "uwwwawww"},
    {K::AskExtension, "extension_asked", "P", "uwaawwww"},
    {K::GrantExtension, "extension_granted", "B", "uwxxxwww"},
    {K::RefuseExtension, "extension_refused", "B", "uwxxxwww"},
    {K::ProposeLevel, "level_proposed", "BOT", "uaaaawww"},
    {K::ConfirmLevel, "level_confirmed", "B", "uaaaawww"},
    {K::List, "listed", "B", "uaaaawww"},
    {K::Delist, "delisted", "B", "ulllllww"},
    {K::Transfer, "transferred", "B", "uaaaawww"},
    {K::Merge, "merged", "BOT", "uaaaaanw"},
    {K::Void, "voided", "B", "uaaaaawn"},
    {K::Reopen, "reopened", "BOT", "uwwwwaww"},
    {K::Supervise, "supervised", "B", "uaaaawww"},
    {K::LiftSupervision, "supervision_lifted", "B", "usssssww"},
    {K::Note, "noted", "BOTPSE", "uaaaaaaa"},
    {K::Plan, "planned", "BPS", "uaaaaaaa"},
    {K::Withdraw, "assignment_withdrawn", "BOT", "uwaawwww"},
};

constexpr S kStates[] = {S::Draft, S::Registered, S::Assigned, S::Rectifying,
                         S::Submitted, S::Closed, S::Merged, S::Void};

constexpr std::pair<Role, char> kRoles[] = {
    {Role::BureauAdmin, 'B'}, {Role::SafetyOfficer, 'O'}, {Role::TownOfficer, 'T'},
    {Role::Principal, 'P'}, {Role::SchoolSafety, 'S'}, {Role::Expert, 'E'},
    {Role::Leader, 'L'}, {Role::System, 'Y'},
};

std::string outcomeOf(char letter)
{
    switch (letter) {
    case 'a': return "accepted";
    case 'n': return "noop";
    case 'w': return "wrong_state";
    case 'u': return "quarantined unknown_hazard";
    case 'e': return "exists_already";
    case 'x': return "no_extension_asked";
    case 'l': return "not_listed";
    case 's': return "not_supervised";
    default: return "?";
    }
}

S stateAfter(K act, S from)
{
    switch (act) {
    case K::Register: return S::Registered;
    case K::FixOnSpot: return S::Closed;
    case K::Assign: return S::Assigned;
    case K::Receive: return S::Rectifying;
    case K::Confirm: return S::Submitted;
    case K::Pass: return S::Closed;
    case K::Return: return S::Rectifying;
    case K::Reopen: return S::Rectifying;
    case K::Merge: return S::Merged;
    case K::Void: return S::Void;
    case K::Withdraw: return S::Registered;
    default: return from;
    }
}

} // namespace

class tst_LifeCycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateActAndRole_asTheTable_data();
    void everyStateActAndRole_asTheTable();
    void actNames_areTheTables();
    void buttons_areTheActsThatStart();
    void restrictedItem_needsNoPhoto();
    void itemWithoutPhotos_needsNone();
    void provedStopUse_isInterimControl();
    void preparedRectification_isConfirmedWithoutRepeating();
    void unknownBody_isQuarantined();
    void foreignSchool_isQuarantined();
    void mergedSchool_isWorkedOnByItsSuccessor();
    void disabledPerson_isQuarantined();
    void borrowedRole_isRefused();
};

void tst_LifeCycle::everyStateActAndRole_asTheTable_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < static_cast<int>(std::size(kRows)); ++i)
        QTest::newRow(kRows[i].name) << i;
    QCOMPARE(std::size(kRows), std::size_t{25});
}

void tst_LifeCycle::everyStateActAndRole_asTheTable()
{
    QFETCH(int, row);
    const Row &expected = kRows[row];
    for (std::size_t i = 0; i < std::size(kStates); ++i) {
        const Story base = hazardIn(kStates[i]);
        for (const auto &[role, letter] : kRoles) {
            Story story = base;
            HazardAct act = fullAct(expected.act);
            if (kStates[i] != S::Draft && (act.kind == K::Register || act.kind == K::FixOnSpot))
                act.place = "南楼梯";
            if (role == Role::SchoolSafety)
                act.source = Source::SelfCheck;
            Hazard main;
            if (act.kind == K::Merge && kStates[i] != S::Draft) {
                main = story.hazard();
                main.id = "h0";
                main.state = S::Registered;
                story.around.main = &main;
            }
            const bool mayNot = std::string(expected.roles).find(letter) == std::string::npos;
            std::string wanted = mayNot ? "role_not_allowed" : outcomeOf(expected.outcomes[i]);
            // Officers merge their own open records only; the finder of all these is the officer.
            const bool foreign = role == Role::TownOfficer || kStates[i] == S::Closed;
            if (act.kind == K::Merge && role != Role::BureauAdmin && wanted == "accepted" && foreign)
                wanted = "role_not_allowed";
            // An order is withdrawn by who gave it, here the bureau.
            if (act.kind == K::Withdraw && role != Role::BureauAdmin && wanted == "accepted")
                wanted = "role_not_allowed";
            // The principal confirmed here: nobody else reviews in his or her place.
            const std::string got = wordOf(story.tell(act, person(role), "2025-03-09"));
            const std::string place = std::string(nameOf(kStates[i])) + " × " + expected.name + " × "
                + std::string(nameOf(role)) + ": ";
            QCOMPARE(place + got, place + wanted);
            if (wanted == "accepted") {
                const S after = story.hazard().state;
                QCOMPARE(nameOf(after), nameOf(stateAfter(act.kind, kStates[i])));
                QCOMPARE(story.hazard().version, story.version());
            } else {
                QVERIFY(story.doc == base.doc);
            }
        }
    }
}

void tst_LifeCycle::actNames_areTheTables()
{
    for (const Row &row : kRows) {
        QCOMPARE(nameOf(row.act), std::string_view(row.name));
        QCOMPARE(hazardActNamed(row.name), std::optional(row.act));
        const bool fact = row.act == K::Progress || row.act == K::Prepare || row.act == K::Note
            || row.act == K::Plan;
        QCOMPARE(isFact(row.act), fact);
    }
    QVERIFY(!hazardActNamed("note"));
}

void tst_LifeCycle::buttons_areTheActsThatStart()
{
    const School record = school("S1", "T1");
    const Bureau settings = bureau();
    Around around;
    around.school = &record;
    around.bureau = &settings;
    around.occurred = at("2025-03-09");
    const auto open = [&](const Story &story, Role role) {
        return actsOpenTo(story.hazard(), person(role), around);
    };
    using Acts = std::vector<K>;
    QCOMPARE(open(hazardIn(S::Registered), Role::Principal),
             (Acts{K::Progress, K::Note, K::Plan}));
    QCOMPARE(open(hazardIn(S::Registered), Role::SafetyOfficer),
             (Acts{K::Assign, K::ProposeLevel, K::Merge, K::Note}));
    QCOMPARE(open(hazardIn(S::Assigned), Role::SchoolSafety),
             (Acts{K::Receive, K::Progress, K::Prepare, K::Note, K::Plan}));
    QCOMPARE(open(hazardIn(S::Rectifying), Role::Principal),
             (Acts{K::Progress, K::Prepare, K::Confirm, K::AskExtension, K::Note, K::Plan}));
    QCOMPARE(open(hazardIn(S::Submitted), Role::TownOfficer),
             (Acts{K::Pass, K::Return, K::ProposeLevel, K::Note}));
    QCOMPARE(open(hazardIn(S::Closed), Role::SafetyOfficer), (Acts{K::Reopen, K::Note}));
    QCOMPARE(open(hazardIn(S::Closed), Role::BureauAdmin),
             (Acts{K::Merge, K::Void, K::Reopen, K::Note}));
    QCOMPARE(open(hazardIn(S::Void), Role::BureauAdmin), Acts{K::Note});
    QCOMPARE(open(hazardIn(S::Submitted), Role::Leader), Acts{});

    around.occurred = at("2025-06-09"); // 91 days after closing
    QCOMPARE(open(hazardIn(S::Closed), Role::SafetyOfficer), Acts{K::Note});
    QCOMPARE(open(hazardIn(S::Registered, Level::Major), Role::SafetyOfficer),
             (Acts{K::ProposeLevel, K::Merge, K::Note}));

    User foreign = person(Role::SafetyOfficer);
    foreign.townships = {"T2"};
    QCOMPARE(actsOpenTo(hazardIn(S::Registered).hazard(), foreign, around), Acts{});
}

void tst_LifeCycle::restrictedItem_needsNoPhoto()
{
    for (const bool byCategory : {true, false}) {
        Story story;
        HazardAct act = fullAct(K::Register);
        act.before.clear();
        act.source = Source::SelfCheck;
        QCOMPARE(wordOf(story.tell(act, person(Role::SchoolSafety), "2025-03-03")),
                 std::string("missing_before_photo"));
        (byCategory ? act.category = "BULLY.X" : act.category = "DROWN.HOME");
        act.restricted = !byCategory;
        QCOMPARE(wordOf(story.tell(act, person(Role::SchoolSafety), "2025-03-03")),
                 std::string("accepted"));
        QCOMPARE(wordOf(story.tell(K::Assign, Role::BureauAdmin, "2025-03-04")),
                 std::string("accepted"));
        HazardAct confirm = fullAct(K::Confirm);
        confirm.after.clear();
        QCOMPARE(wordOf(story.tell(confirm, person(Role::Principal), "2025-03-05")),
                 std::string("accepted"));
        // The bureau's safety office and the school only (§11.3).
        QCOMPARE(wordOf(story.tell(K::Pass, Role::SafetyOfficer, "2025-03-06")),
                 std::string("restricted_to_bureau"));
        QCOMPARE(wordOf(story.tell(K::Note, Role::SafetyOfficer, "2025-03-06")),
                 std::string("accepted")); // a fact still enters
        HazardAct pass = fullAct(K::Pass);
        pass.after.clear();
        QCOMPARE(wordOf(story.tell(pass, person(Role::BureauAdmin), "2025-03-06")),
                 std::string("accepted"));
    }
}

void tst_LifeCycle::itemWithoutPhotos_needsNone()
{
    Checklist checklist;
    checklist.kind = "fire";
    checklist.version = "1";
    checklist.items.resize(1);
    checklist.items[0].id = "fire.mgmt.drill";
    checklist.items[0].photo = PhotoRule::Never;
    HazardAct act = fullAct(K::FixOnSpot);
    act.before.clear();
    act.after.clear();
    act.checklist = "fire@1";
    act.item = "fire.mgmt.drill";
    Story story;
    QCOMPARE(wordOf(story.tell(act, person(Role::SafetyOfficer), "2025-03-03")),
             std::string("missing_before_photo"));
    story.around.checklist = &checklist;
    QCOMPARE(wordOf(story.tell(act, person(Role::SafetyOfficer), "2025-03-03")),
             std::string("accepted"));
    act.checklist = "fire@2"; // another version says nothing about this one
    Story other;
    other.around.checklist = &checklist;
    QCOMPARE(wordOf(other.tell(act, person(Role::SafetyOfficer), "2025-03-03")),
             std::string("missing_before_photo"));
}

void tst_LifeCycle::provedStopUse_isInterimControl()
{
    Story story;
    HazardAct act = fullAct(K::Register);
    act.level = Level::Major;
    QCOMPARE(wordOf(story.tell(act, person(Role::SafetyOfficer), "2025-03-03")),
             std::string("missing_interim"));
    act.failAction = FailAction::StopUse;
    act.failActionProof = {photo("北楼梯", 9)};
    QCOMPARE(wordOf(story.tell(act, person(Role::SafetyOfficer), "2025-03-03")),
             std::string("accepted"));
    QVERIFY(story.hazard().awaitsLevel());
    QCOMPARE(wordOf(story.tell(K::Assign, Role::SafetyOfficer, "2025-03-03")),
             std::string("major_not_allowed"));
}

void tst_LifeCycle::preparedRectification_isConfirmedWithoutRepeating()
{
    Story story = hazardIn(S::Rectifying);
    HazardAct bare;
    bare.kind = K::Confirm;
    QCOMPARE(wordOf(story.tell(bare, person(Role::Principal), "2025-03-08")),
             std::string("missing_done"));
    QCOMPARE(wordOf(story.tell(K::Prepare, Role::SchoolSafety, "2025-03-08")),
             std::string("accepted"));
    QCOMPARE(wordOf(story.tell(bare, person(Role::Principal), "2025-03-08")),
             std::string("accepted"));
    QCOMPARE(story.hazard().done, std::string("已更换"));
    QCOMPARE(story.hazard().preparedBy, std::string("u-school_safety"));
    QCOMPARE(story.hazard().submittedBy, std::string("u-principal"));
}

void tst_LifeCycle::unknownBody_isQuarantined()
{
    Story story = hazardIn(S::Assigned);
    const Doc before = story.doc;
    QCOMPARE(wordOf(story.tell(std::monostate{}, person(Role::SafetyOfficer), "2025-03-09")),
             std::string("quarantined invalid_body"));
    Event event = eventOf(std::monostate{}, person(Role::SafetyOfficer));
    QVERIFY(evolve(before, event, {99, at("2025-03-09"), {}}) == before);
    Notice notice;
    notice.id = "n1";
    event.body = fullAct(K::Note);
    QVERIFY(evolve(notice, event, {99, at("2025-03-09"), {}}) == Doc(notice));
}

void tst_LifeCycle::foreignSchool_isQuarantined()
{
    Story story = hazardIn(S::Assigned);
    User foreign = person(Role::Principal);
    foreign.school = "S2";
    QCOMPARE(wordOf(story.tell(fullAct(K::Receive), foreign, "2025-03-09")),
             std::string("quarantined out_of_scope"));
    const School elsewhere = school("S1", "T9");
    story.around.school = &elsewhere;
    QCOMPARE(wordOf(story.tell(K::Note, Role::SafetyOfficer, "2025-03-09")),
             std::string("quarantined out_of_scope"));
    const School wrongRecord = school("S2", "T1");
    story.around.school = &wrongRecord;
    QCOMPARE(wordOf(story.tell(K::Note, Role::SafetyOfficer, "2025-03-09")),
             std::string("quarantined out_of_scope"));
}

void tst_LifeCycle::mergedSchool_isWorkedOnByItsSuccessor()
{
    Story story = hazardIn(S::Assigned);
    School gone = school("S1", "T1");
    gone.status = "merged";
    gone.successor = "S2";
    story.around.school = &gone;
    User successor = person(Role::Principal);
    successor.school = "S2";
    QCOMPARE(wordOf(story.tell(fullAct(K::Confirm), successor, "2025-03-09")),
             std::string("accepted"));

    School another = gone; // a record of a third school opens nothing here
    another.id = "S3";
    Story other = hazardIn(S::Assigned);
    other.around.school = &another;
    QCOMPARE(wordOf(other.tell(fullAct(K::Confirm), successor, "2025-03-09")),
             std::string("quarantined out_of_scope"));
}

void tst_LifeCycle::disabledPerson_isQuarantined()
{
    Story story = hazardIn(S::Assigned);
    User gone = person(Role::Principal);
    gone.active = false;
    QCOMPARE(wordOf(story.tell(fullAct(K::Confirm), gone, "2025-03-09")),
             std::string("quarantined out_of_scope"));
}

void tst_LifeCycle::borrowedRole_isRefused()
{
    const Story story = hazardIn(S::Submitted);
    const User officer = person(Role::SafetyOfficer);
    Event event = eventOf(fullAct(K::Pass), officer);
    event.role = Role::BureauAdmin;
    const School record = school("S1", "T1");
    Around around;
    around.actor = &officer;
    around.school = &record;
    around.occurred = at("2025-03-09");
    QCOMPARE(wordOf(decide(story.doc, event, around)), std::string("role_not_allowed"));
    around.actor = nullptr;
    QCOMPARE(wordOf(decide(story.doc, event, around)), std::string("quarantined out_of_scope"));
}

QTEST_GUILESS_MAIN(tst_LifeCycle)
#include "tst_LifeCycle.moc"
