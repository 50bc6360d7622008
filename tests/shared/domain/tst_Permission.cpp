// Scopes by role (domain.md §11): what each sees, and what nobody outside the safety office sees.
#include "HazardFixture.h"
#include "StdText.h"

using namespace campus::domain;
using namespace campus::test;

namespace {

bool seesHazard(const User &user, const char *school, const char *township, bool restricted = false)
{
    return sees(scopeOf(user), ObjectKind::Hazard, "h1", school, township, restricted);
}

} // namespace

class tst_Permission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scopes_byRole_data();
    void scopes_byRole();
    void disabledPerson_seesPublicOnly();
    void publicRegisters_areForEverybody();
    void emptyIds_matchNothing();
    void restrictedCategories();
};

void tst_Permission::scopes_byRole_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("ownSchool");
    QTest::addColumn<bool>("ownTownship");
    QTest::addColumn<bool>("elsewhere");
    QTest::addColumn<bool>("restrictedOwn");
    const auto row = [](Role role, bool school, bool township, bool elsewhere, bool restricted) {
        QTest::newRow(nameOf(role).data()) << static_cast<int>(role) << school << township << elsewhere
                                           << restricted;
    };
    row(Role::BureauAdmin, true, true, true, true);
    row(Role::Leader, true, true, true, false);
    row(Role::SafetyOfficer, true, true, false, false);
    row(Role::TownOfficer, true, true, false, false);
    row(Role::Principal, true, false, false, true);
    row(Role::SchoolSafety, true, false, false, true);
    row(Role::System, true, true, true, true);
}

void tst_Permission::scopes_byRole()
{
    QFETCH(int, role);
    QFETCH(bool, ownSchool);
    QFETCH(bool, ownTownship);
    QFETCH(bool, elsewhere);
    QFETCH(bool, restrictedOwn);
    const User user = person(static_cast<Role>(role)); // of S1 in T1
    QCOMPARE(seesHazard(user, "S1", "T1"), ownSchool);
    QCOMPARE(seesHazard(user, "S5", "T1"), ownTownship);
    QCOMPARE(seesHazard(user, "S5", "T5"), elsewhere);
    QCOMPARE(seesHazard(user, "S1", "T1", true), restrictedOwn);
}

void tst_Permission::disabledPerson_seesPublicOnly()
{
    User user = person(Role::BureauAdmin);
    user.active = false;
    QVERIFY(scopeOf(user) == Scope{});
    QVERIFY(!seesHazard(user, "S1", "T1"));
}

void tst_Permission::publicRegisters_areForEverybody()
{
    const Scope nothing;
    for (const ObjectKind kind : {ObjectKind::Bureau, ObjectKind::Township, ObjectKind::Checklist}) {
        QVERIFY(isPublic(kind));
        QVERIFY(sees(nothing, kind, "x", "", "", false));
    }
    QVERIFY(!isPublic(ObjectKind::User)); // names only: the caller strips the rest
    QVERIFY(sees(nothing, ObjectKind::User, "u", "", "", false));
    for (const ObjectKind kind : {ObjectKind::Hazard, ObjectKind::Inspection, ObjectKind::Notice,
                                  ObjectKind::School, ObjectKind::Asset}) {
        QVERIFY(!isPublic(kind));
        QVERIFY(!sees(nothing, kind, "x", "S1", "T1", false));
    }
    const Scope expert = scopeOf(person(Role::Expert));
    QVERIFY(sees(expert, ObjectKind::Hazard, "h1", "S9", "T9", false));
    QVERIFY(!sees(expert, ObjectKind::Hazard, "h2", "S9", "T9", false));
    QVERIFY(!sees(expert, ObjectKind::Hazard, "h1", "S9", "T9", true));
}

void tst_Permission::emptyIds_matchNothing()
{
    User principal = person(Role::Principal);
    principal.school.clear();
    QVERIFY(!seesHazard(principal, "", ""));
    User officer = person(Role::SafetyOfficer);
    officer.townships = {""};
    QVERIFY(!seesHazard(officer, "S1", ""));
}

void tst_Permission::restrictedCategories()
{
    QVERIFY(isRestrictedCategory("BULLY"));
    QVERIFY(isRestrictedCategory("BULLY.VERBAL"));
    QVERIFY(isRestrictedCategory("CARE.MENTAL"));
    QVERIFY(!isRestrictedCategory("CAREFUL"));
    QVERIFY(!isRestrictedCategory("BUS.DOC"));
    QVERIFY(!isRestrictedCategory(""));
}

QTEST_GUILESS_MAIN(tst_Permission)
#include "tst_Permission.moc"
