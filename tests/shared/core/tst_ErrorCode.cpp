// Every error code has one name and a status; an unknown name is an internal error, never a crash.
#include <QtTest>
#include <set>

#include "core/ErrorCode.h"
#include "core/Result.h"

using namespace campus;

class tst_ErrorCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCode_hasItsFacts();
    void unknownName_isInternal();
    void result_holdsOneOfBoth();
};

void tst_ErrorCode::everyCode_hasItsFacts()
{
    std::set<std::string_view> names;
    for (int number = 1; number <= static_cast<int>(ErrorCode::Internal); ++number) {
        const auto code = static_cast<ErrorCode>(number);
        const ErrorFacts &facts = factsOf(code);
        QVERIFY(facts.code == code);
        QVERIFY(names.insert(facts.name).second);
        QVERIFY(errorCodeNamed(facts.name) == code);
        QVERIFY(facts.httpStatus >= 400 && facts.httpStatus < 600);
    }
    QCOMPARE(factsOf(ErrorCode::Diverged).httpStatus, 409);
    QVERIFY(factsOf(ErrorCode::RateLimited).retryable);
    QVERIFY(!factsOf(ErrorCode::InvalidInput).retryable);
}

void tst_ErrorCode::unknownName_isInternal()
{
    QVERIFY(errorCodeNamed("") == ErrorCode::Internal);
    QVERIFY(errorCodeNamed("of_a_later_version") == ErrorCode::Internal);
}

void tst_ErrorCode::result_holdsOneOfBoth()
{
    Result<int> good = 7;
    QVERIFY(good.has_value());
    QCOMPARE(*good, 7);
    const Result<int> bad{ErrorCode::NotFound, "school S9"};
    QVERIFY(!bad);
    QVERIFY(bad.error().code == ErrorCode::NotFound);
    QVERIFY(bad.error().detail == "school S9");
    QVERIFY(Result<void>().has_value());
    QVERIFY(!Result<void>(ErrorCode::Gone, ""));
}

QTEST_GUILESS_MAIN(tst_ErrorCode)
#include "tst_ErrorCode.moc"
