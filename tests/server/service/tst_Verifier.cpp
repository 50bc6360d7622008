// What was altered by hand in a stored data directory is named (sync.md I18, I19).
#include <QFile>
#include <QTest>

#include "server/service/County.h"
#include "sqlite/Database.h"

using namespace campus;
using namespace campus::test;

class tst_Verifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untouchedData_areSound();
    void oneOctetOfALine_isNamedBySeqAndEvent();
    void firstOfSeveral_comesFirst();
    void alteredVerdict_isNamed();
    void alteredChainValue_isNamedOnce();
    void removedRecord_isNamed();
    void rewrittenLogChain_isBetrayedByTheSignature();
    void alteredDoc_isNamed();
    void missingDoc_isNamed();
    void inventedDoc_isNamed();
    void alteredOfficialNumber_isNamed();
    void alteredBlob_isNamed();
    void log_refusesUpdateAndDelete();
};

namespace {

// The data with four events of one tablet: seqs first … first + 3.
struct Story {
    County county;
    Tablet tablet{county, kOfficer};
    std::vector<domain::Event> events;
    std::uint64_t first = 0;

    Story()
    {
        const auto officer = county.user(kOfficer);
        first = county.head().size + 1;
        for (const char *what : {"一号隐患", "二号隐患", "三号隐患"})
            events.push_back(county.acts().registered(officer, "S1", what));
        events.push_back(county.acts().noted(officer, {events[1].object, "S1", 0}, "补充说明"));
        tablet.deliver({events[0], events[1]});
        tablet.deliver({events[2], events[3]});
    }

    // Somebody with a database tool; the rules of the schema do not stop them.
    void alter(const std::string &sql)
    {
        county.close();
        {
            sqlite::OpenOptions options;
            options.access = sqlite::Access::Writer;
            auto database = sqlite::Database::open(county.path() + "/campus.db", options).value();
            CAMPUS_ASSERT(
                database
                    .execute("PRAGMA foreign_keys=OFF; DROP TRIGGER IF EXISTS log_is_not_updated;"
                             " DROP TRIGGER IF EXISTS log_is_not_deleted")
                    .has_value());
            CAMPUS_ASSERT(database.execute(sql).has_value());
            CAMPUS_ASSERT(database.changes() > 0);
        }
        county.restart();
    }

    std::string at(std::size_t index) const { return std::to_string(first + index); }
};

} // namespace

void tst_Verifier::untouchedData_areSound()
{
    Story story;
    const auto report = story.county.verify();
    QVERIFY2(report.sound(), report.findings.empty() ? "" : report.findings[0].what.c_str());
    QCOMPARE(report.head, story.county.head());
    QCOMPARE(report.records, story.county.head().size);
    QCOMPARE(report.batches, std::uint64_t(3)); // the registers' and two of the tablet
    QCOMPARE(report.decidedOtherwise, std::uint64_t(0));
    QVERIFY(report.docs > 10);
}

void tst_Verifier::oneOctetOfALine_isNamedBySeqAndEvent()
{
    Story story;
    story.alter("UPDATE log SET line = replace(line, '二号隐患', '贰号隐患') WHERE seq = " +
                story.at(1));
    const auto report = story.county.verify();
    QVERIFY(!report.sound());
    QCOMPARE(report.findings[0].seq, story.first + 1);
    QCOMPARE(report.findings[0].event, story.events[1].id);
    QVERIFY2(report.findings[0].what.find("altered") != std::string::npos,
             report.findings[0].what.c_str());
}

void tst_Verifier::firstOfSeveral_comesFirst()
{
    Story story;
    story.alter("UPDATE log SET line = replace(line, '号隐患', '号问题') WHERE seq IN (" +
                story.at(0) + "," + story.at(2) + ")");
    QCOMPARE(story.county.verify().findings[0].seq, story.first);
}

void tst_Verifier::alteredVerdict_isNamed()
{
    Story story;
    story.alter("UPDATE log SET verdict = 3, reason = 'wrong_state' WHERE seq = " + story.at(2));
    const auto report = story.county.verify();
    QCOMPARE(report.findings[0].seq, story.first + 2);
    QCOMPARE(report.findings[0].event, story.events[2].id);
}

void tst_Verifier::alteredChainValue_isNamedOnce()
{
    Story story;
    story.alter("UPDATE log SET chain = zeroblob(32) WHERE seq = " + story.at(1));
    const auto report = story.county.verify();
    QCOMPARE(report.findings.size(), std::size_t(1));
    QCOMPARE(report.findings[0].seq, story.first + 1);
}

void tst_Verifier::removedRecord_isNamed()
{
    Story story;
    story.alter("DELETE FROM log WHERE seq = " + story.at(2));
    const auto report = story.county.verify();
    QVERIFY(!report.sound());
    QVERIFY(report.findings[0].seq == story.first + 2 || report.findings[0].seq == story.first + 3);
}

void tst_Verifier::rewrittenLogChain_isBetrayedByTheSignature()
{
    Story story;
    // Somebody who knows the program alters a line and makes the log's chain anew to its end.
    auto records = story.county.log();
    std::string sql;
    journal::Head head;
    for (auto &record : records) {
        if (record.seq == story.first + 1)
            record.line.replace(record.line.find("二号"), 6, "贰号");
        head = journal::headAfter(head, record);
        std::string line = record.line;
        for (std::size_t at = line.find('\''); at != std::string::npos;
             at = line.find('\'', at + 2))
            line.insert(at, 1, '\'');
        sql += "UPDATE log SET line = '" + line + "', chain = x'" + head.chain.hex() +
               "' WHERE seq = " + std::to_string(record.seq) + ";";
    }
    story.alter(sql);
    const auto report = story.county.verify();
    QVERIFY(!report.sound());
    QCOMPARE(report.findings[0].seq, story.first + 1); // the batch of events 1 to 2
    QVERIFY2(report.findings[0].what.find("events 1 to 2") != std::string::npos,
             report.findings[0].what.c_str());
}

void tst_Verifier::alteredDoc_isNamed()
{
    Story story;
    story.alter("UPDATE docs SET json = replace(json, '一号隐患', '壹号隐患') WHERE id = '" +
                story.events[0].object + "'");
    const auto report = story.county.verify();
    QCOMPARE(report.findings.size(), std::size_t(1));
    QCOMPARE(report.findings[0].seq, story.first);
    QCOMPARE(report.findings[0].event, story.events[0].id);
    QVERIFY(report.findings[0].what.find(story.events[0].object) != std::string::npos);
}

void tst_Verifier::missingDoc_isNamed()
{
    Story story;
    story.alter("DELETE FROM docs WHERE id = '" + story.events[2].object + "'");
    const auto report = story.county.verify();
    QCOMPARE(report.findings.size(), std::size_t(1));
    QVERIFY2(report.findings[0].what.find("missing") != std::string::npos,
             report.findings[0].what.c_str());
}

void tst_Verifier::inventedDoc_isNamed()
{
    Story story;
    story.alter("INSERT INTO docs (kind, id, school, version, restricted, json) SELECT kind, "
                "'invented', school,"
                " version, restricted, json FROM docs WHERE id = '" +
                story.events[2].object + "'");
    QVERIFY(story.county.verify().findings[0].what.find("invented") != std::string::npos);
}

void tst_Verifier::alteredOfficialNumber_isNamed()
{
    Story story;
    story.alter("UPDATE log SET official = '澄安隐〔2025〕9号' WHERE seq = " + story.at(0));
    QCOMPARE(story.county.verify().findings[0].seq, story.first);
}

void tst_Verifier::alteredBlob_isNamed()
{
    Story story;
    const Bytes octets(5000, 42);
    const auto caller = story.tablet.caller();
    const auto upload = story.county.uploads()
                            .start(caller, {sha256(octets), octets.size(), "image/png"})
                            .value()
                            .state.upload;
    QVERIFY(story.county.uploads().append(caller, upload, 0, octets));
    QVERIFY(story.county.verify().sound());
    QFile file(QString::fromStdString(story.county.services().blobs().pathOf(sha256(octets))));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(1234));
    QCOMPARE(file.write("x", 1), qint64(1));
    file.close();
    const auto report = story.county.verify();
    QCOMPARE(report.findings.size(), std::size_t(1));
    QVERIFY(report.findings[0].what.find(sha256(octets).hex()) != std::string::npos);
}

void tst_Verifier::log_refusesUpdateAndDelete()
{
    Story story;
    story.county.close();
    sqlite::OpenOptions options;
    options.access = sqlite::Access::Writer;
    auto database = sqlite::Database::open(story.county.path() + "/campus.db", options).value();
    QVERIFY(!database.execute("UPDATE log SET verdict = 1 WHERE seq = 1"));
    QVERIFY(!database.execute("DELETE FROM log WHERE seq = 1"));
    story.county.restart();
    QVERIFY(story.county.verify().sound());
}

QTEST_GUILESS_MAIN(tst_Verifier)
#include "tst_Verifier.moc"
