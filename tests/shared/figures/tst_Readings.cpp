// The readings of domain.md §12.10, point by point, and the dated attributes of §12.6.
#include <QTest>

#include "Chronicle.h"
#include "figures/SchoolRecord.h"

using namespace campus;
using namespace campus::tests;
using figures::Breakdown;
using figures::Query;
using figures::Report;

namespace {

Query half()
{
    return Query::of(day("2025-01-01"), day("2025-06-30"), day("2025-12-31").end());
}

QString membersOf(const Report &report, const char *id)
{
    return QString::fromStdString(joined(report.figure(id).total.members));
}

QString baseOf(const Report &report, const char *id)
{
    return QString::fromStdString(joined(report.figure(id).total.baseMembers));
}

QString rowOf(const Report &report, const char *id, const char *value)
{
    for (std::size_t i = 0; i < report.rowHeads.size(); ++i) {
        if (report.rowHeads[i].value == value)
            return QString::fromStdString(joined(report.figure(id).rows.at(i).members));
    }
    return "no such row";
}

void closed(Chronicle &log, const std::string &hazard, const char *found, const char *confirmed,
            const char *passed)
{
    log.found(hazard, found);
    log.confirmed(hazard, confirmed);
    log.passed(hazard, passed);
}

} // namespace

class tst_Readings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void midnight_belongsToTheDayItBegins()
    {
        Chronicle log;
        log.found("first", day("2025-01-01").begin());
        log.found("before", day("2025-01-01").begin() - 1);
        log.found("last", day("2025-06-30").end());
        log.found("after", day("2025-06-30").end() + 1);
        QCOMPARE(membersOf(log.history().compute(half()), "N3"), QString("first last"));
    }

    void cutoffAsInstant_takesEverythingUpToAndWithIt()
    {
        Chronicle log;
        const Millis instant = noon("2025-05-10");
        closed(log, "H1", "2025-05-01", "2025-05-02", "2025-05-10");
        closed(log, "H2", "2025-05-01", "2025-05-02", "2025-05-11");
        log.found("H3", instant + 1);
        Query query = half();
        query.cutoff = instant;
        const Report atNoon = log.history().compute(query);
        QCOMPARE(membersOf(atNoon, "N4"), QString("H1"));
        QCOMPARE(membersOf(atNoon, "N3"), QString("H1 H2"));
        query.cutoff = instant - 1;
        QCOMPARE(membersOf(log.history().compute(query), "N4"), QString(""));
    }

    void factsApplyInOrderOfArrival_notOfDeviceTime()
    {
        Chronicle log;
        log.found("H1", "2025-03-01");
        log.confirmed("H1", {noon("2025-03-05"), noon("2025-03-05")});
        log.passed("H1", {noon("2025-03-10"), noon("2025-03-11")});
        log.reopened("H1", "2025-04-10",
                     {noon("2025-03-09"), noon("2025-03-12")}); // an earlier claim
        QCOMPARE(membersOf(log.history().compute(half()), "N9"), QString("H1"));
    }

    void mergeAfterTheCutoff_countsForEveryCutoff()
    {
        Chronicle log;
        log.found("H1", "2025-03-01");
        log.assigned("H1", "2025-09-01", "2025-03-01");
        log.found("H2", "2025-03-02", domain::Level::Major);
        log.levelConfirmed("H2", domain::Level::Major, "2025-03-03");
        log.assigned("H2", "2025-05-01", "2025-03-03");
        const Report before = log.history().compute(half());
        QCOMPARE(membersOf(before, "N3"), QString("H1 H2"));
        QCOMPARE(membersOf(before, "N10"), QString("H2"));
        log.merged("H2", "H1", "2025-08-01");
        const Report after = log.history().compute(half());
        QCOMPARE(membersOf(after, "N3"), QString("H1"));
        QCOMPARE(membersOf(after, "M1"), QString("H1"));  // the stricter level
        QCOMPARE(membersOf(after, "N10"), QString("H1")); // the earlier deadline
        Query query = half();
        query.knownBy = day("2025-07-31").end();
        QCOMPARE(membersOf(log.history().compute(query), "N3"), QString("H1 H2"));
    }

    void extensionAfterMerging_movesTheEarlierDeadline()
    {
        Chronicle log;
        log.found("H1", "2025-03-01");
        log.assigned("H1", "2025-05-20", "2025-03-01");
        log.found("H2", "2025-03-02");
        log.assigned("H2", "2025-05-01", "2025-03-02");
        log.merged("H2", "H1", "2025-03-10");
        log.extended("H1", "2025-07-31", "2025-04-20");
        QCOMPARE(membersOf(log.history().compute(half()), "N6.extended"), QString("H1"));
    }

    void actsOnAMergedHazard_goToTheMainOne()
    {
        Chronicle log;
        log.found("H1", "2025-03-01");
        log.assigned("H1", "2025-05-20", "2025-03-01");
        log.found("H2", "2025-03-02");
        log.merged("H2", "H1", "2025-03-10");
        log.found("H0", "2025-03-01");
        log.merged("H1", "H0", "2025-03-12"); // and on
        log.confirmed("H2", "2025-04-01");
        log.passed("H1", "2025-04-02");
        const Report report = log.history().compute(half());
        QCOMPARE(membersOf(report, "N4"), QString("H0"));
        QCOMPARE(membersOf(report, "N11"), QString("H0"));
        QCOMPARE(membersOf(report, "V"), QString("H1 H2"));
    }

    void voidedOne_isInNoFigureButItsOwn()
    {
        Chronicle log;
        closed(log, "H1", "2025-03-01", "2025-03-02", "2025-03-03");
        log.reopened("H1", "2025-04-01", "2025-03-20");
        log.voided("H1", "2025-07-10");
        const Report report = log.history().compute(half());
        for (const figures::Figure &figure : report.figures) {
            if (figure.id != "V" && figure.id != "Vo" && figure.id != "N1r")
                QCOMPARE(figure.total.count + figure.total.base, std::int64_t(0));
        }
        QCOMPARE(membersOf(report, "V"), QString("H1"));
    }

    void submittedInTimeAndWaiting_isOnNeitherSide()
    {
        Chronicle log;
        for (const char *hazard : {"inTime", "onTheDay", "late", "silent"}) {
            log.found(hazard, "2025-03-01");
            log.assigned(hazard, "2025-03-10", "2025-03-01");
        }
        log.confirmed("inTime", "2025-03-09");
        log.confirmed("onTheDay", day("2025-03-10").end());
        log.confirmed("late", day("2025-03-11").begin());
        const Report waiting = log.history().compute(half());
        QCOMPARE(membersOf(waiting, "N11w"), QString("inTime onTheDay"));
        QCOMPARE(baseOf(waiting, "N11"), QString("late silent"));
        log.passed("inTime", "2025-05-01"); // a slow reviewer makes no school late
        log.passed("late", "2025-05-01");
        const Report passed = log.history().compute(half());
        QCOMPARE(membersOf(passed, "N11"), QString("inTime"));
        QCOMPARE(baseOf(passed, "N11"), QString("inTime late silent"));
        log.returned("onTheDay", "2025-05-02");
        QCOMPARE(baseOf(log.history().compute(half()), "N11"),
                 QString("inTime late onTheDay silent"));
    }

    void dueOnTheDayOfTheCutoff_isNotOverdue()
    {
        Chronicle log;
        log.found("today", "2025-06-01");
        log.assigned("today", "2025-06-30", "2025-06-01");
        log.found("yesterday", "2025-06-01");
        log.assigned("yesterday", "2025-06-29", "2025-06-01");
        const Report report = log.history().compute(half());
        QCOMPARE(membersOf(report, "N10"), QString("yesterday"));
        QCOMPARE(membersOf(report, "N6.running"), QString("today"));
    }

    void withdrawnOrder_leavesNoDeadline()
    {
        Chronicle log;
        log.found("H1", "2025-03-01");
        log.assigned("H1", "2025-03-10", "2025-03-01");
        log.extended("H1", "2025-04-10", "2025-03-05");
        domain::HazardAct withdrawn;
        withdrawn.kind = domain::HazardActKind::Withdraw;
        log.act("H1", withdrawn, "2025-03-06");
        const Report waiting = log.history().compute(half());
        QCOMPARE(membersOf(waiting, "N6.unassigned"), QString("H1"));
        QCOMPARE(membersOf(waiting, "N10"), QString(""));
        log.assigned("H1", "2025-03-20", "2025-03-08");
        QCOMPARE(membersOf(log.history().compute(half()), "N10"), QString("H1"));
    }

    void boxes_takeTheFirstThatFits()
    {
        Chronicle log;
        const auto overdue = [&](const char *hazard, domain::Level level) {
            log.found(hazard, "2025-03-01", level);
            log.assigned(hazard, "2025-03-10", "2025-03-01");
        };
        overdue("pendingSubmittedOverdue", domain::Level::Major);
        log.confirmed("pendingSubmittedOverdue", "2025-04-01");
        overdue("pendingOverdue", domain::Level::Major);
        overdue("submittedOverdue", domain::Level::General);
        log.confirmed("submittedOverdue", "2025-04-01");
        overdue("extendedOverdue", domain::Level::General);
        log.extended("extendedOverdue", "2025-04-10", "2025-03-09");
        overdue("lowered", domain::Level::Major);
        log.levelConfirmed("lowered", domain::Level::General, "2025-03-05");
        const Report report = log.history().compute(half());
        QCOMPARE(membersOf(report, "N6.pending"),
                 QString("pendingOverdue pendingSubmittedOverdue"));
        QCOMPARE(membersOf(report, "N6.review"), QString("submittedOverdue"));
        QCOMPARE(membersOf(report, "N6.overdue"), QString("extendedOverdue lowered"));
        QCOMPARE(membersOf(report, "N10"), QString("extendedOverdue lowered pendingOverdue"));
        QCOMPARE(membersOf(report, "N10p"), QString("pendingOverdue"));
        QCOMPARE(membersOf(report, "M1"), QString("")); // proposed is not confirmed
    }

    void reopening_startsARoundWithItsOwnDeadline()
    {
        Chronicle log;
        log.found("H1", "2025-01-10");
        log.assigned("H1", "2025-01-20", "2025-01-10");
        log.extended("H1", "2025-02-20", "2025-01-15");
        log.confirmed("H1", "2025-02-10");
        log.passed("H1", "2025-02-12");
        const Report closedAfterExtension = log.history().compute(half());
        QCOMPARE(membersOf(closedAfterExtension, "N11"), QString("H1"));
        QCOMPARE(membersOf(closedAfterExtension, "N12r"), QString("")); // late by the original date
        QCOMPARE(baseOf(closedAfterExtension, "N12r"), QString("H1"));
        log.reopened("H1", "2025-08-01", "2025-05-01");
        const Report reopened = log.history().compute(half());
        QCOMPARE(membersOf(reopened, "N6.running"), QString("H1"));
        QCOMPARE(membersOf(reopened, "N6.extended"), QString(""));
        QCOMPARE(membersOf(reopened, "N12"), QString("H1")); // by the day of granting
        QCOMPARE(baseOf(reopened, "N11"), QString(""));
        QCOMPARE(membersOf(reopened, "X"), QString("")); // found in the period
        QCOMPARE(membersOf(reopened, "N13"), QString("H1"));
    }

    void reopenedTwice_isTwoReopenings()
    {
        Chronicle log;
        closed(log, "H1", "2024-10-01", "2024-10-02", "2024-10-03");
        log.reopened("H1", "2025-03-01", "2025-02-01");
        log.confirmed("H1", "2025-02-02");
        log.passed("H1", "2025-02-03");
        log.reopened("H1", "2025-06-01", "2025-05-01");
        const Report report = log.history().compute(half());
        QCOMPARE(membersOf(report, "N13"), QString("H1 H1"));
        QCOMPARE(membersOf(report, "X"), QString("H1"));
        QCOMPARE(membersOf(report, "N9c"), QString("H1"));
        QVERIFY(report.identity.holds());
    }

    void closedAfterFixOnTheSpotAndReopening_isNotOnTheSpot()
    {
        Chronicle log;
        log.fixedOnSpot("H1", "2025-03-01");
        QCOMPARE(membersOf(log.history().compute(half()), "N4s"), QString("H1"));
        log.reopened("H1", "2025-04-01", "2025-03-20");
        log.confirmed("H1", "2025-03-25");
        log.passed("H1", "2025-03-26");
        const Report report = log.history().compute(half());
        QCOMPARE(membersOf(report, "N4"), QString("H1"));
        QCOMPARE(membersOf(report, "N4s"), QString(""));
    }

    void closing_doesNotEndAListing()
    {
        Chronicle log;
        log.found("H1", "2025-03-01");
        domain::HazardAct listing;
        listing.kind = domain::HazardActKind::List;
        listing.on = day("2025-03-05");
        log.act("H1", listing, "2025-03-07");
        log.confirmed("H1", "2025-04-01");
        log.passed("H1", "2025-04-02");
        QCOMPARE(membersOf(log.history().compute(half()), "M5s"), QString("H1"));
        listing.kind = domain::HazardActKind::Delist;
        listing.on = day("2025-04-10");
        log.act("H1", listing, "2025-04-10");
        const Report report = log.history().compute(half());
        QCOMPARE(membersOf(report, "M5"), QString("H1"));
        QCOMPARE(membersOf(report, "M5s"), QString(""));
    }

    void noticeCancelledAfterTheCutoff_stillCounts()
    {
        Chronicle log;
        log.noticed("N1", "2025-06-01");
        log.noticeCancelled("N1", "2025-06-30");
        log.noticed("N2", "2025-06-01");
        log.noticeCancelled("N2", "2025-07-01");
        log.noticed("N3", "2025-07-01");
        QCOMPARE(membersOf(log.history().compute(half()), "N14"), QString("N2"));
    }

    void attributes_areThoseOfTheDayAsKnownThen()
    {
        Chronicle log;
        domain::School school = schoolNamed("S02");
        school.ownership = "private";
        log.school(school, "2024-01-01");
        log.changed({"S02",
                     day("2025-03-01"),
                     "ownership",
                     std::string("private"),
                     std::string("public"),
                     {},
                     {}},
                    {"2025-03-01", "2025-07-10"}); // known late
        log.at("S02");
        log.found("before", "2025-02-28");
        log.found("after", "2025-03-01");
        log.inspected("I1", "S02", "甲组", "2025-02-28");
        Query query = half();
        query.breakdown = Breakdown::Ownership;
        const Report now = log.history().compute(query);
        QCOMPARE(rowOf(now, "N3", "private"), QString("before"));
        QCOMPARE(rowOf(now, "N3", "public"), QString("after"));
        QCOMPARE(rowOf(now, "N1", "public"), QString("S02")); // coverage by the value on B
        query.knownBy = day("2025-07-01").end();
        const Report then = log.history().compute(query);
        QCOMPARE(rowOf(then, "N3", "private"), QString("after before"));
        QCOMPARE(rowOf(then, "N1", "private"), QString("S02"));
    }

    void school_isActiveOnItsLastDay()
    {
        domain::School school = schoolNamed("S02");
        school.status = "closed"; // as a register of today says
        school.changes = {{"S02",
                           day("2025-06-30"),
                           "status",
                           std::string("active"),
                           std::string("closed"),
                           {},
                           {}}};
        QVERIFY(
            figures::isActiveOn(school, day("2020-01-01"))); // before the first row the first holds
        QVERIFY(figures::isActiveOn(school, day("2025-06-30")));
        QVERIFY(!figures::isActiveOn(school, day("2025-07-01")));

        Chronicle log;
        log.school(school, "2024-01-01");
        log.inspected("I1", "S02", "甲组", "2025-03-03");
        const Report report = log.history().compute(half());
        QCOMPARE(membersOf(report, "N1r"), QString("S02"));
        QCOMPARE(baseOf(report, "N1r"), QString("S01 S02"));
        Query july = Query::of(day("2025-01-01"), day("2025-07-01"), day("2025-12-31").end());
        const Report later = log.history().compute(july);
        QCOMPARE(membersOf(later, "N1"), QString("S02"));
        QCOMPARE(membersOf(later, "N1c"), QString("S02"));
        QCOMPARE(membersOf(later, "N1r"), QString(""));
        QCOMPARE(baseOf(later, "N1r"), QString("S01"));
    }

    void visitsAndGroups_areCountedByTeamDayAndCampaign()
    {
        Chronicle log;
        log.school(schoolNamed("S02"), "2024-01-01");
        log.inspected("I1", "S01", "甲组", "2025-03-03", "开学检查");
        log.inspected("I2", "S01", "甲组", "2025-03-03", "开学检查"); // another checklist
        log.inspected("I3", "S01", "乙组", "2025-03-03", "开学检查"); // another team
        log.inspected("I4", "S02", "甲组", "2025-03-03");
        log.inspected("I5", "S02", "甲组", "2025-03-04", {}, "self");
        const Report report = log.history().compute(half());
        QCOMPARE(membersOf(report, "N1"), QString("S01 S02"));
        QCOMPARE(report.count("N2"), std::int64_t(4));
        QCOMPARE(report.count("N2i"), std::int64_t(3));
        QCOMPARE(report.count("N2b"),
                 std::int64_t(3)); // campaign on the 3rd, team on the 3rd and 4th
        Query query = half();
        query.campaign = "开学检查";
        QCOMPARE(membersOf(log.history().compute(query), "N1"), QString("S01"));
    }

    void rows_existWhereTheyAddUp()
    {
        Chronicle log;
        log.found("H1", "2025-03-01");
        log.inspected("I1", "S01", "甲组", "2025-03-03");
        Query query = half();
        query.breakdown = Breakdown::Category;
        const Report byCategory = log.history().compute(query);
        QVERIFY(byCategory.figure("N1").rows.empty() && byCategory.figure("N2b").rows.empty());
        QCOMPARE(rowOf(byCategory, "N3", "FIRE"), QString("H1"));
        query.breakdown = Breakdown::Township;
        const Report byTownship = log.history().compute(query);
        QCOMPARE(rowOf(byTownship, "N1", "T01"), QString("S01"));
        QCOMPARE(byTownship.rowHeads.front().name, std::string("望澄街道"));
        QVERIFY(byTownship.figure("N2b").rows.empty());
    }

    void intervalOverABoundary_isListed()
    {
        Chronicle log;
        domain::HazardAct found;
        found.kind = domain::HazardActKind::Register;
        found.category = "FIRE";
        found.foundOn = day("2025-06-30");
        const Millis inside = day("2025-06-30").end() - 1000;
        log.add("H1", "S01", found, {inside, noon("2025-07-03")},
                {noon("2025-06-28"), noon("2025-07-03"), inside});
        log.found("H2", "2025-06-01");
        log.assigned("H2", "2025-06-07", "2025-06-01");
        domain::HazardAct confirmed;
        confirmed.kind = domain::HazardActKind::Confirm;
        log.add(
            "H2", "S01", confirmed, {noon("2025-06-07"), noon("2025-06-09")},
            {noon("2025-06-06"), noon("2025-06-09"), noon("2026-01-01")}); // claims too late a time
        const Report report = log.history().compute(half());
        QCOMPARE(report.ambiguous.size(), std::size_t(2));
        QCOMPARE(report.ambiguous.front().boundary, figures::Ambiguous::Boundary::Due);
        QCOMPARE(report.ambiguous.front().object, std::string("H2"));
        QCOMPARE(report.ambiguous.front().decided, noon("2025-06-09")); // the nearer end
        QCOMPARE(report.ambiguous.back().boundary, figures::Ambiguous::Boundary::To);
        QCOMPARE(report.ambiguous.back().act, std::string("hazard.registered"));
        QCOMPARE(report.remark(figures::Remark::Kind::Uncertain)->count(), std::int64_t(2));
        QCOMPARE(membersOf(report, "N3"), QString("H1 H2"));
    }

    void restrictedOnes_areNumbersForThoseWhoMayNotOpenThem()
    {
        Chronicle log;
        log.found("H1", "2025-03-01");
        log.inCategory("BULLY.CASE");
        log.found("H2", "2025-03-01");
        Query query = half();
        query.evidenceMissing = {"H2"};
        query.breakdown = Breakdown::Category;
        QCOMPARE(membersOf(log.history().compute(query), "N3"), QString("H1 H2"));
        query.scope.restricted = false;
        const Report report = log.history().compute(query);
        QCOMPARE(membersOf(report, "N3"), QString("H1"));
        QCOMPARE(report.count("N3"), std::int64_t(2));
        QCOMPARE(report.figure("N3").total.hidden, std::int64_t(1));
        QCOMPARE(rowOf(report, "N3", "BULLY"), QString(""));
    }

    void scope_holdsItsTownshipsSchoolsAndAssignedObjects()
    {
        Chronicle log;
        domain::School other = schoolNamed("S02");
        other.township = "T02";
        log.school(other, "2024-01-01");
        log.found("H1", "2025-03-01");
        log.at("S02");
        log.found("H2", "2025-03-01");
        log.found("H3", "2025-03-01");
        const figures::History history = log.history();
        const auto seenBy = [&](const domain::Scope &scope) {
            Query query = half();
            query.scope = scope;
            return membersOf(history.compute(query), "N3");
        };
        domain::Scope scope;
        QCOMPARE(seenBy(scope), QString(""));
        scope.townships = {"T01"};
        QCOMPARE(seenBy(scope), QString("H1"));
        scope.assigned = {"H3"};
        QCOMPARE(seenBy(scope), QString("H1 H3"));
        scope.schools = {"S02"};
        QCOMPARE(seenBy(scope), QString("H1 H2 H3"));
    }

    void queryOutOfOrder_isRefused()
    {
        Query query = half();
        QVERIFY(figures::validate(query).has_value());
        query.from = query.to + 1;
        QVERIFY(!figures::validate(query).has_value());
        query = half();
        query.cutoff = query.from.begin() - 1;
        QVERIFY(!figures::validate(query).has_value());
        query = half();
        query.to = {10'000'000};
        QVERIFY(!figures::validate(query).has_value());
    }
};

QTEST_GUILESS_MAIN(tst_Readings)
#include "tst_Readings.moc"
