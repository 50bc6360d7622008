// The second count (tests/e2e/recount) reads the same log and must name the same records behind
// every figure: on the worked example's cases, on random histories, and from a server's database.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <set>

#include "Chronicle.h"
#include "RandomHistory.h"
#include "figures/Definitions.h"
#include "figures/Rate.h"
#include "sqlite/Database.h"
#include "support/SeededRandom.h"
#include "wire/EventCodec.h"

using namespace campus;
using namespace campus::tests;
using figures::Query;
using figures::Report;

namespace {

constexpr int kHistories = 120;
constexpr int kHazards = 100;
constexpr int kQuestions = 2; // of each history
constexpr int kAtOnce = 50;   // logs and reports held at a time
constexpr int kScriptMillis = 240'000;

int setting(const char *name, int usual)
{
    bool given = false;
    const int value = qEnvironmentVariable(name).toInt(&given);
    return given && value > 0 ? value : usual;
}

struct Record {
    std::uint64_t seq = 0;
    std::string verdict;
    figures::Fact fact;
    std::string line;
};

// The facts as records of a log, among others that were not accepted and must not count.
std::vector<Record> recordsOf(const std::vector<figures::Fact> &facts,
                              support::SeededRandom &random)
{
    std::vector<Record> records;
    const auto keep = [&](const figures::Fact &fact, const char *verdict) {
        const auto line = wire::encodeEvent(fact.event);
        if (!line)
            qFatal("%s", line.error().detail.c_str());
        records.push_back({records.size() + 1, verdict, fact, *line});
    };
    for (const figures::Fact &fact : facts) {
        keep(fact, "accepted");
        if (std::holds_alternative<domain::HazardAct>(fact.event.body) && random.chance(0.1)) {
            figures::Fact other = fact;
            std::get<domain::HazardAct>(other.event.body).kind = domain::HazardActKind::Pass;
            constexpr const char *kVerdicts[] = {"rejected", "accepted_noop", "quarantined"};
            keep(other, kVerdicts[random.below(3)]);
        }
    }
    return records;
}

void writeLog(const QString &path, const std::vector<Record> &records)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const Record &record : records) {
        const domain::Occurred &occurred = record.fact.occurred;
        const QJsonObject line{{"seq", static_cast<qint64>(record.seq)},
                               {"received_at", static_cast<qint64>(record.fact.receivedAt)},
                               {"verdict", QString::fromStdString(record.verdict)},
                               {"earliest", static_cast<qint64>(occurred.earliest)},
                               {"latest", static_cast<qint64>(occurred.latest)},
                               {"claimed", static_cast<qint64>(occurred.claimed)},
                               {"line", QString::fromStdString(record.line)}};
        file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    }
}

// The server's own schema with these records in its log.
void writeDatabase(const QString &path, const std::vector<Record> &records)
{
    QFile schema(CAMPUS_SERVER_SCHEMA);
    QVERIFY(schema.open(QIODevice::ReadOnly));
    sqlite::OpenOptions options;
    options.access = sqlite::Access::Writer;
    auto database = sqlite::Database::open(path.toStdString(), options);
    QVERIFY2(database.has_value(), database ? "" : database.error().detail.c_str());
    QVERIFY(database->execute(schema.readAll().toStdString()).has_value());
    QVERIFY(
        database
            ->execute(
                "INSERT INTO installs (key, device, install, chain) VALUES (1, 'd', 'i', x'00')")
            .has_value());
    auto insert = database->prepare("INSERT INTO log (seq, chain, event, install, number, "
                                    "received_at, earliest, latest, claimed, verdict, "
                                    "reason, by_whom, at, official, line) VALUES (?1, x'00', ?2, "
                                    "1, ?1, ?3, ?4, ?5, ?6, ?7, '', '', 0, '', ?8)");
    QVERIFY2(insert.has_value(), insert ? "" : insert.error().detail.c_str());
    for (const Record &record : records) {
        const domain::Occurred &occurred = record.fact.occurred;
        const std::string id = "event " + std::to_string(record.seq);
        insert->bind(1, record.seq)
            .bind(2, asBytes(id))
            .bind(3, record.fact.receivedAt)
            .bind(4, occurred.earliest)
            .bind(5, occurred.latest)
            .bind(6, occurred.claimed)
            .bind(7, record.verdict == "accepted" ? 1 : 3)
            .bind(8, record.line);
        QVERIFY(insert->run().has_value());
    }
}

QByteArray python(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start("python3", arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kScriptMillis * setting("CAMPUS_HISTORIES", kHistories) /
                                 kHistories) ||
        process.exitCode() != 0)
        qWarning("%s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QJsonObject recounted(const Query &query, const QStringList &source)
{
    const auto instant = [](Millis at) { return QString::fromStdString(isoInstant(at)); };
    const QStringList arguments{CAMPUS_RECOUNT,
                                "--from",
                                QString::fromStdString(query.from.iso()),
                                "--to",
                                QString::fromStdString(query.to.iso()),
                                "--cutoff",
                                instant(query.cutoff),
                                "--known-by",
                                instant(query.knownBy)};
    return QJsonDocument::fromJson(python(arguments + source)).object();
}

// Many logs in one process: a line of the answer for each question.
constexpr const char *kManyLogs = R"(
import json, sys
from pathlib import Path
sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(sys.argv[1]).parent))
import recount
from datetime import date
for line in sys.stdin:
    asked = json.loads(line)
    records = list(recount.records_of_ndjson(asked["log"]))
    for q in asked["questions"]:
        question = recount.Question(date.fromisoformat(q["from"]), date.fromisoformat(q["to"]), q["cutoff"],
            q["known_by"], q.get("scope"), q["restricted"], q["campaign"], q["missing"], q["by"])
        print(json.dumps(recount.recount(records, question), ensure_ascii=False))
)";

QJsonArray arrayOf(const std::set<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &text : texts)
        array.append(QString::fromStdString(text));
    return array;
}

QJsonObject questionOf(const Query &query)
{
    const std::string by(figures::nameOf(query.breakdown));
    QJsonObject question{{"from", QString::fromStdString(query.from.iso())},
                         {"to", QString::fromStdString(query.to.iso())},
                         {"cutoff", static_cast<qint64>(query.cutoff)},
                         {"known_by", static_cast<qint64>(query.knownBy)},
                         {"restricted", query.scope.restricted},
                         {"campaign", QString::fromStdString(query.campaign)},
                         {"missing", arrayOf(query.evidenceMissing)},
                         {"by", QString::fromStdString(by)}};
    if (!query.scope.county) {
        question["scope"] = QJsonObject{{"townships", arrayOf(query.scope.townships)},
                                        {"schools", arrayOf(query.scope.schools)},
                                        {"assigned", arrayOf(query.scope.assigned)}};
    }
    return question;
}

QStringList listOf(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

QStringList listOf(const std::vector<std::string> &members)
{
    QStringList list;
    for (const std::string &member : members)
        list.append(QString::fromStdString(member));
    return list;
}

void compareFigure(const QString &where, const figures::Figure &figure,
                   const figures::Measure &measure, const QJsonObject &second)
{
    const auto differs = [&](const QStringList &mine, const QStringList &theirs) {
        return qPrintable(where + " " + QString::fromStdString(figure.id) + ": " + mine.join(' ') +
                          " / " + theirs.join(' '));
    };
    QCOMPARE(second["value"].toInteger(-1), measure.count);
    QCOMPARE(second["hidden"].toInteger(-1), measure.hidden);
    QStringList mine = listOf(measure.members);
    QStringList theirs = listOf(second["members"]);
    if (figure.of == figures::MemberKind::Group) // named alike only where a campaign names them
        return;
    mine.sort();
    theirs.sort();
    QVERIFY2(mine == theirs, differs(mine, theirs));
    if (figure.kind != figures::FigureKind::Rate)
        return;
    QCOMPARE(second["base"].toInteger(-1), measure.base);
    QCOMPARE(second["text"].toString(),
             QString::fromStdString(figures::rateText(measure.count, measure.base)));
    QStringList base = listOf(second["base_members"]);
    base.sort();
    QStringList mineBase = listOf(measure.baseMembers);
    mineBase.sort();
    QVERIFY2(mineBase == base, differs(mineBase, base));
}

void compareReports(const Report &report, const QJsonObject &second)
{
    const QJsonObject total = second["figures"].toObject();
    QCOMPARE(total.size(), static_cast<qsizetype>(report.figures.size()));
    for (auto it = total.begin(); it != total.end(); ++it) {
        const figures::Figure &figure = report.figure(it.key().toStdString());
        compareFigure("in all", figure, figure.total, it.value().toObject());
    }
    const QJsonObject rows = second["rows"].toObject();
    QCOMPARE(rows.size(), static_cast<qsizetype>(report.rowHeads.size()));
    for (std::size_t row = 0; row < report.rowHeads.size(); ++row) {
        const QString value = QString::fromStdString(report.rowHeads[row].value);
        const QJsonObject figuresOfRow = rows[value].toObject();
        QVERIFY2(!figuresOfRow.isEmpty(), qPrintable(value));
        for (auto it = figuresOfRow.begin(); it != figuresOfRow.end(); ++it) {
            const figures::Figure &figure = report.figure(it.key().toStdString());
            compareFigure(value, figure, figure.rows.at(row), it.value().toObject());
        }
    }
    const QJsonObject balance = second["balance"].toObject();
    QCOMPARE(balance["carried"].toInteger(-1), report.identity.n7);
    QCOMPARE(balance["found"].toInteger(-1), report.identity.n3);
    QCOMPARE(balance["reopened"].toInteger(-1), report.identity.x);
    QCOMPARE(balance["closed"].toInteger(-1), report.identity.n8);
    QCOMPARE(balance["open"].toInteger(-1), report.identity.n9);
    QVERIFY(balance["holds"].toBool());
}

figures::History historyOf(const std::vector<Record> &records)
{
    figures::History history;
    for (const Record &record : records) {
        if (record.verdict != "accepted")
            continue;
        figures::Fact fact = record.fact;
        fact.seq = record.seq;
        history.add(fact);
    }
    return history;
}

// Half-years and their neighbours, cut-offs by day and by instant, K within and after, any scope.
Query randomQuery(support::SeededRandom &random)
{
    Query query = Query::of(day("2025-01-01"), day("2025-06-30"), day("2026-06-30").end());
    query.breakdown = static_cast<figures::Breakdown>(1 + random.below(7));
    if (random.chance(0.3)) {
        query.from = day("2024-07-01") + static_cast<int>(random.below(400));
        query.to = query.from + static_cast<int>(random.below(200));
        query.cutoff = query.to.end();
    }
    if (random.chance(0.5))
        query.knownBy = query.from.begin() + static_cast<Millis>(random.below(260ull * kDayMillis));
    if (random.chance(0.3))
        query.cutoff = query.from.begin() + static_cast<Millis>(random.below(260ull * kDayMillis));
    if (random.chance(0.2))
        query.campaign = "开学检查";
    query.scope.restricted = random.chance(0.7);
    if (random.chance(0.4)) {
        query.scope.county = false;
        if (random.chance(0.7))
            query.scope.townships = {"T01", "T03"};
        if (random.chance(0.5))
            query.scope.schools = {"S102", "S105"};
        if (random.chance(0.5))
            query.scope.assigned = {"H1003", "H1042", "I7", "N4"};
    }
    if (random.chance(0.5))
        query.evidenceMissing = {"H1001", "H1009", "H1015", "H1033", "H1071"};
    return query;
}

// What the program's own command line can ask.
Query plainQuery()
{
    Query query = Query::of(day("2025-01-01"), day("2025-06-30"), day("2025-08-15").end());
    query.breakdown = figures::Breakdown::Category;
    return query;
}

} // namespace

class tst_Recount : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::uint64_t m_seed = 0;
    int m_histories = setting("CAMPUS_HISTORIES", kHistories);
    int m_hazards = setting("CAMPUS_HAZARDS", kHazards);

    void compareHistories(int first, int end)
    {
        QByteArray asked;
        std::vector<std::pair<std::uint64_t, Report>> reports;
        for (int n = first; n < end; ++n) {
            const std::uint64_t seed = m_seed + static_cast<std::uint64_t>(n);
            support::SeededRandom random(seed);
            const auto records = recordsOf(randomHistory(seed, m_hazards), random);
            const QString log = m_folder.filePath(QString::number(n % kAtOnce) + ".ndjson");
            writeLog(log, records);
            QJsonArray questions;
            const figures::History history = historyOf(records);
            for (int q = 0; q < kQuestions; ++q) {
                const Query query = randomQuery(random);
                questions.append(questionOf(query));
                reports.emplace_back(seed, history.compute(query));
            }
            asked += QJsonDocument(QJsonObject{{"log", log}, {"questions", questions}})
                         .toJson(QJsonDocument::Compact) +
                     '\n';
        }
        const QList<QByteArray> answers =
            python({"-c", kManyLogs, CAMPUS_RECOUNT}, asked).split('\n');
        QCOMPARE(answers.size(), static_cast<qsizetype>(reports.size() + 1));
        for (std::size_t i = 0; i < reports.size(); ++i) {
            compareReports(reports[i].second,
                           QJsonDocument::fromJson(answers[static_cast<qsizetype>(i)]).object());
            if (QTest::currentTestFailed())
                QFAIL(qPrintable("seed " + QString::number(reports[i].first) + ": " +
                                 QJsonDocument(questionOf(reports[i].second.query))
                                     .toJson(QJsonDocument::Compact)));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        bool given = false;
        m_seed = qEnvironmentVariable("CAMPUS_SEED").toULongLong(&given);
        if (!given)
            m_seed = 376;
        qInfo("seeds %llu … %llu, %d hazards each", static_cast<unsigned long long>(m_seed),
              static_cast<unsigned long long>(m_seed) + static_cast<unsigned>(m_histories) - 1,
              m_hazards);
    }

    void randomHistories_giveTheSameMembersTwice()
    {
        for (int first = 0; first < m_histories; first += kAtOnce) {
            compareHistories(first, std::min(first + kAtOnce, m_histories));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void serversDatabase_isReadWithoutBeingWritten()
    {
        support::SeededRandom random(m_seed);
        const auto records = recordsOf(randomHistory(m_seed, m_hazards), random);
        const QString path = m_folder.filePath("server.db");
        writeDatabase(path, records);
        QFile::setPermissions(path, QFileDevice::ReadOwner);
        const Query query = plainQuery();
        const QJsonObject second = recounted(query, {"--database", path});
        QVERIFY(!second.isEmpty());
        compareReports(historyOf(records).compute(query), second);
    }

    void alteredLine_isNoticed()
    {
        support::SeededRandom random(m_seed);
        auto records = recordsOf(randomHistory(m_seed, m_hazards), random);
        Query query = Query::of(day("2025-01-01"), day("2025-06-30"), day("2026-06-30").end());
        const Report report = historyOf(records).compute(query);
        const auto closing =
            std::find_if(records.rbegin(), records.rend(), [&](const Record &record) {
                const auto &closed = report.figure("N4").total.members;
                return record.verdict == "accepted" &&
                       record.line.find("\"hazard.") != std::string::npos &&
                       std::binary_search(closed.begin(), closed.end(), record.fact.event.object);
            });
        QVERIFY(closing != records.rend());
        closing->verdict = "rejected";
        const QString log = m_folder.filePath("altered.ndjson");
        writeLog(log, records);
        const QJsonObject second = recounted(query, {"--log", log});
        const auto rectified = second["figures"].toObject()["N4"].toObject()["value"].toInteger();
        QCOMPARE(rectified, report.count("N4") - 1);
    }
};

QTEST_GUILESS_MAIN(tst_Recount)
#include "tst_Recount.moc"
