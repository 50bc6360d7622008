// Every refusal has a situation that leads to it, and a name that is kept in the log.
#include <set>

#include "RefusalCases.h"
#include "StdText.h"

using namespace campus::domain;
using namespace campus::test;

namespace {

std::vector<RefusalCase> allCases()
{
    std::vector<RefusalCase> all;
    for (const auto &cases : {findingCases(), rectificationCases(), bureauCases(), paperCases()})
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

// The numbers of the enum, as LifeCycle.h lays them out.
std::vector<Refusal> allRefusals()
{
    std::vector<Refusal> all;
    for (const auto &[first, last] : {std::pair{1, 8}, std::pair{20, 48}, std::pair{60, 90}}) {
        for (int number = first; number <= last; ++number)
            all.push_back(static_cast<Refusal>(number));
    }
    return all;
}

} // namespace

class tst_Refusal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spoiltAct_isRefusedByName_data();
    void spoiltAct_isRefusedByName();
    void everyRefusal_isReached();
    void names_goBothWays();
};

void tst_Refusal::spoiltAct_isRefusedByName_data()
{
    QTest::addColumn<int>("index");
    const auto cases = allCases();
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].situation) << static_cast<int>(i);
}

void tst_Refusal::spoiltAct_isRefusedByName()
{
    QFETCH(int, index);
    static const auto kCases = allCases();
    const RefusalCase &one = kCases[static_cast<std::size_t>(index)];
    QCOMPARE(nameOf(one.decision.reason), nameOf(one.expected));
    QVERIFY(one.decision.kind == Decision::Kind::Refused
            || one.decision.kind == Decision::Kind::Quarantined);
}

void tst_Refusal::everyRefusal_isReached()
{
    std::set<Refusal> reached;
    for (const RefusalCase &one : allCases())
        reached.insert(one.decision.reason);
    for (const Refusal refusal : allRefusals())
        QVERIFY2(reached.contains(refusal), std::string(nameOf(refusal)).c_str());
}

void tst_Refusal::names_goBothWays()
{
    std::set<std::string_view> names;
    for (const Refusal refusal : allRefusals()) {
        QCOMPARE(refusalNamed(nameOf(refusal)), std::optional(refusal));
        QVERIFY(names.insert(nameOf(refusal)).second);
    }
    QCOMPARE(nameOf(Refusal::Superseded), std::string_view("superseded"));
    QCOMPARE(nameOf(Refusal::MissingSchoolSignature), std::string_view("missing_school_signature"));
    QVERIFY(!refusalNamed("missing"));
}

QTEST_GUILESS_MAIN(tst_Refusal)
#include "tst_Refusal.moc"
