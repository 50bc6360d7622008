// The closed vocabularies on disk and on the wire: frozen names, both ways.
#include <set>

#include "StdText.h"
#include "domain/Checklist.h"
#include "domain/Words.h"

using namespace campus::domain;

namespace {

// Values are numbered without gaps from `first`.
template <typename E>
std::string namesFrom(int first, int count)
{
    std::string all;
    std::set<std::string_view> seen;
    for (int i = 0; i < count; ++i) {
        const E value = static_cast<E>(first + i);
        const std::string_view name = nameOf(value);
        if (valueNamed<E>(name) != value || !seen.insert(name).second)
            return "not both ways: " + std::string(name);
        all += (all.empty() ? "" : " ") + std::string(name);
    }
    return valueNamed<E>("") || valueNamed<E>("nonsense") ? "takes nonsense" : all;
}

} // namespace

class tst_Words : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_areFrozen();
    void responseTypes_areFrozen();
};

void tst_Words::names_areFrozen()
{
    QCOMPARE(namesFrom<Role>(1, 8),
             std::string("bureau_admin safety_officer town_officer principal school_safety expert "
                         "leader system"));
    QCOMPARE(namesFrom<ObjectKind>(1, 9),
             std::string("hazard inspection notice school asset township user checklist bureau"));
    QCOMPARE(namesFrom<HazardState>(0, 8),
             std::string("draft registered assigned rectifying submitted closed merged void"));
    QCOMPARE(namesFrom<Level>(1, 2), std::string("general major"));
    QCOMPARE(namesFrom<Source>(1, 4), std::string("inspection self_check report transfer"));
    QCOMPARE(namesFrom<AssetKind>(1, 5), std::string("school bus canteen building flood_point"));
    QCOMPARE(namesFrom<FailAction>(0, 8),
             std::string("none stop_use cordon remove_person seal_and_dispose remove appraise "
                         "notify_authority"));
    QCOMPARE(namesFrom<PhotoRule>(0, 3), std::string("never on_fail always"));
    QCOMPARE(namesFrom<DelayReason>(0, 9),
             std::string("none no_funds holiday_works other_department appraisal tender not_yet_due "
                         "school_failing other"));
}

void tst_Words::responseTypes_areFrozen()
{
    std::string all;
    for (int i = 1; i <= 6; ++i) {
        const auto type = static_cast<ResponseType>(i);
        QCOMPARE(responseTypeNamed(nameOf(type)), std::optional(type));
        all += std::string(nameOf(type)) + " ";
    }
    QCOMPARE(all, std::string("pass_fail_na number date_not_expired date_within count_of_total choice "));
    QVERIFY(!responseTypeNamed("text"));
}

QTEST_GUILESS_MAIN(tst_Words)
#include "tst_Words.moc"
