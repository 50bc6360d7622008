// Records of the server's log and the chain over them.
#include <QtTest>
#include <functional>
#include <vector>

#include "journal/LogRecord.h"

using namespace campus;
using namespace campus::journal;

namespace {

LogRecord sample()
{
    LogRecord record;
    record.seq = 1;
    record.device = "device-1";
    record.install = "install-1";
    record.number = 4;
    record.receivedAt = 1'751'241'600'000;
    record.earliest = 1'751'241'500'000;
    record.latest = 1'751'241'599'000;
    record.claimed = 1'751'241'550'000;
    record.verdict = VerdictKind::Accepted;
    record.officialNumber = "2025-0001";
    record.line = R"({"id":"x"})";
    return record;
}

} // namespace

class TestLogRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdictNames_areFrozen();
    void verdictNames_readBack();
    void digest_ofEqualRecords_isEqual();
    void digest_anyFieldChanged_differs_data();
    void digest_anyFieldChanged_differs();
    void digest_fieldBoundaryMoved_differs();
    void head_ofEmptyLog_isZero();
    void head_afterRecords_dependsOnEveryOne();
};

using Change = std::function<void(LogRecord &)>;
Q_DECLARE_METATYPE(Change)

void TestLogRecord::verdictNames_areFrozen()
{
    QVERIFY(nameOf(VerdictKind::Accepted) == "accepted");
    QVERIFY(nameOf(VerdictKind::AcceptedNoop) == "accepted_noop");
    QVERIFY(nameOf(VerdictKind::Rejected) == "rejected");
    QVERIFY(nameOf(VerdictKind::Quarantined) == "quarantined");
}

void TestLogRecord::verdictNames_readBack()
{
    for (const auto kind : {VerdictKind::Accepted, VerdictKind::AcceptedNoop, VerdictKind::Rejected,
                            VerdictKind::Quarantined})
        QVERIFY(verdictNamed(nameOf(kind)) == kind);
    QVERIFY(!verdictNamed("perhaps"));
    QVERIFY(!verdictNamed(""));
}

void TestLogRecord::digest_ofEqualRecords_isEqual()
{
    QCOMPARE(digestOf(sample()).hex(), digestOf(sample()).hex());
}

void TestLogRecord::digest_anyFieldChanged_differs_data()
{
    QTest::addColumn<Change>("change");
    const std::vector<std::pair<const char *, Change>> changes{
        {"seq", [](LogRecord &r) { r.seq = 2; }},
        {"device", [](LogRecord &r) { r.device += "x"; }},
        {"install", [](LogRecord &r) { r.install += "x"; }},
        {"number", [](LogRecord &r) { ++r.number; }},
        {"received", [](LogRecord &r) { ++r.receivedAt; }},
        {"earliest", [](LogRecord &r) { --r.earliest; }},
        {"latest", [](LogRecord &r) { ++r.latest; }},
        {"claimed", [](LogRecord &r) { r.claimed = -1; }},
        {"verdict", [](LogRecord &r) { r.verdict = VerdictKind::Rejected; }},
        {"reason", [](LogRecord &r) { r.reason = "superseded"; }},
        {"by", [](LogRecord &r) { r.by = "U2"; }},
        {"at", [](LogRecord &r) { r.at = 1; }},
        {"official number", [](LogRecord &r) { r.officialNumber = "2025-0002"; }},
        {"line", [](LogRecord &r) { r.line += " "; }},
    };
    for (const auto &[name, change] : changes)
        QTest::newRow(name) << change;
}

void TestLogRecord::digest_anyFieldChanged_differs()
{
    QFETCH(Change, change);
    LogRecord changed = sample();
    change(changed);
    QVERIFY(digestOf(changed) != digestOf(sample()));
}

void TestLogRecord::digest_fieldBoundaryMoved_differs()
{
    LogRecord one = sample();
    LogRecord other = sample();
    one.device = "ab";
    one.install = "c";
    other.device = "a";
    other.install = "bc";
    QVERIFY(digestOf(one) != digestOf(other));
}

void TestLogRecord::head_ofEmptyLog_isZero()
{
    QCOMPARE(Head{}.size, std::uint64_t(0));
    QCOMPARE(Head{}.chain.hex(), std::string(64, '0'));
}

void TestLogRecord::head_afterRecords_dependsOnEveryOne()
{
    std::vector<LogRecord> records(3, sample());
    for (std::size_t i = 0; i < records.size(); ++i)
        records[i].seq = i + 1;
    const auto headOver = [](const std::vector<LogRecord> &log) {
        Head head;
        for (const LogRecord &record : log)
            head = headAfter(head, record);
        return head;
    };
    const Head head = headOver(records);
    QCOMPARE(head.size, std::uint64_t(3));
    for (LogRecord &record : records) {
        const LogRecord kept = record;
        record.line = "{}";
        const Head other = headOver(records);
        QCOMPARE(other.size, head.size);
        QVERIFY(other != head);
        record = kept;
    }
    QVERIFY(headOver(records) == head);
}

QTEST_GUILESS_MAIN(TestLogRecord)
#include "tst_LogRecord.moc"
