#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <ctime>
#include <functional>

#include <unistd.h>

#include "BenchFiguresHistory.h"
#include "Benches.h"
#include "Measure.h"
#include "figures/History.h"
#include "sqlite/Database.h"

namespace campus::bench {

namespace {

using figures::Breakdown;
using figures::History;
using figures::Query;

constexpr std::uint64_t kSeed = 20250630;
constexpr int kHazards = 1'000'000;
constexpr std::size_t kAtOnce = 5'000; // facts held at a time: with their texts they are large
constexpr int kQueryRuns = 21;
constexpr int kSqlRuns = 3;

double residentMegabytes()
{
    QFile file("/proc/self/statm");
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

int hazardCount()
{
    bool given = false;
    const int count = qEnvironmentVariable("CAMPUS_BENCH_HAZARDS").toInt(&given);
    return given ? std::max(count, 1000) : kHazards;
}

double processorMillis()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// By the clock on the wall, and of the one core alone: on a busy machine only the second compares.
struct Times {
    Samples wall, processor;
};

Times timed(int runs, const std::function<void()> &work)
{
    Times times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        const double before = processorMillis();
        work();
        times.processor.add(processorMillis() - before);
        times.wall.add(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

void printTimes(const QString &name, const Times &times, const QString &note)
{
    print(name, times.wall, "ms",
          QString("95th %1; of the core %2, 95th %3; %4")
              .arg(times.wall.percentile95(), 0, 'f', 2)
              .arg(times.processor.median(), 0, 'f', 3)
              .arg(times.processor.percentile95(), 0, 'f', 3)
              .arg(note));
}

void load(FiguresHistory &facts, History &history, int hazards)
{
    const double before = residentMegabytes();
    qint64 nanos = 0;
    double processor = 0;
    std::int64_t count = 0;
    QElapsedTimer timer;
    for (;;) {
        const auto &given = facts.next(kAtOnce);
        if (given.empty())
            break;
        timer.start();
        const double begun = processorMillis();
        for (const figures::Fact &fact : given)
            history.add(fact);
        processor += processorMillis() - begun;
        nanos += timer.nsecsElapsed();
        count += static_cast<std::int64_t>(given.size());
    }
    const double seconds = static_cast<double>(nanos) / 1e9;
    printLine("figures: load", QString("%1 facts in %2 s, of the core %3 s, %4 ns each")
                                   .arg(count)
                                   .arg(seconds, 0, 'f', 2)
                                   .arg(processor / 1e3, 0, 'f', 2)
                                   .arg(processor * 1e6 / static_cast<double>(count), 0, 'f', 0));
    printLine("figures: memory",
              QString("%1 octets a hazard, inspections and notices included")
                  .arg((residentMegabytes() - before) * 1e6 / hazards, 0, 'f', 0));
}

Query query(const char *from, const char *to, Breakdown breakdown, Breakdown across)
{
    Query query = Query::of(*Day::parse(from), *Day::parse(to), Day::parse("2026-12-31")->end());
    query.breakdown = breakdown;
    query.across = across;
    return query;
}

void fullSet(const History &history)
{
    struct Asked {
        const char *name;
        Query query;
    };
    const auto half = [](Breakdown rows, Breakdown columns) {
        return query("2025-01-01", "2025-06-30", rows, columns);
    };
    Query known = half(Breakdown::Category, Breakdown::None);
    known.knownBy = Day::parse("2025-07-05")->end();
    const std::vector<Asked> list{
        {"figures: half-year", half(Breakdown::None, Breakdown::None)},
        {"figures: half-year, category", half(Breakdown::Category, Breakdown::None)},
        {"figures: half-year, township", half(Breakdown::Township, Breakdown::None)},
        {"figures: the same, known 07-05", known},
        {"figures: category × township", half(Breakdown::Category, Breakdown::Township)},
        {"figures: three years, category",
         query("2023-01-01", "2025-12-31", Breakdown::Category, Breakdown::None)}};
    for (const Asked &asked : list) {
        std::int64_t found = 0;
        const Times millis =
            timed(kQueryRuns, [&] { found = history.count(asked.query).count("N3"); });
        printTimes(asked.name, millis, QString("all figures; N3 = %1").arg(found));
    }
    std::size_t members = 0;
    const Times millis = timed(5, [&] {
        members = history.membersOf(half(Breakdown::None, Breakdown::None), "N9").members.size();
    });
    printTimes("figures: members of N9", millis, QString("%1 of them").arg(members));
}

// The hazards as they stand, in a plain table with the indexes the questions want.
Result<sqlite::Database> tableOf(const FiguresHistory &facts, const QString &file)
{
    auto database =
        sqlite::Database::open(file.toStdString(), {sqlite::Access::Writer, 256 * 1024, 5000, {}});
    if (!database)
        return database.error();
    if (auto made = database->execute(
            "CREATE TABLE hazard(id INTEGER PRIMARY KEY, category TEXT, type TEXT, school TEXT, "
            "month INTEGER, found INTEGER, closed INTEGER, due INTEGER, waits INTEGER, "
            "corrected INTEGER) STRICT");
        !made)
        return made.error();
    auto transaction = sqlite::Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    auto insert =
        database->prepare("INSERT INTO hazard(category, type, school, month, found, closed, "
                          "due, waits, corrected) VALUES(?,?,?,?,?,?,?,?,?)");
    if (!insert)
        return insert.error();
    for (const FlatHazard &hazard : facts.hazards()) {
        const Day found{hazard.found};
        insert->bind(1, FiguresHistory::categories()[hazard.category])
            .bind(2, FiguresHistory::schoolType(hazard.school))
            .bind(3, FiguresHistory::schoolId(hazard.school))
            .bind(4, static_cast<std::int64_t>(found.year() * 12 + found.month() - 1))
            .bind(5, static_cast<std::int64_t>(hazard.found))
            .bind(8, static_cast<std::int64_t>(hazard.waits))
            .bind(9, static_cast<std::int64_t>(hazard.corrected));
        hazard.closed == INT32_MAX ? insert->bindNull(6)
                                   : insert->bind(6, static_cast<std::int64_t>(hazard.closed));
        hazard.due == INT32_MAX ? insert->bindNull(7)
                                : insert->bind(7, static_cast<std::int64_t>(hazard.due));
        if (auto done = insert->run(); !done)
            return done.error();
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    if (auto made = database->execute("CREATE INDEX by_group ON hazard(category, type, month, "
                                      "corrected, closed, found, waits, "
                                      "due); CREATE INDEX by_school ON hazard(school, corrected, "
                                      "closed, waits, due); ANALYZE");
        !made)
        return made.error();
    return database;
}

std::string textOf(const std::vector<figures::MonthRow> &rows)
{
    std::vector<std::string> lines;
    for (const figures::MonthRow &row : rows) {
        lines.push_back(row.category + " " + row.schoolType + " " +
                        std::to_string(row.year * 12 + row.month - 1) + " " +
                        std::to_string(row.found) + " " + std::to_string(row.rectified) + " " +
                        std::to_string(row.overdue) +
                        (row.medianHalfDays ? " " + std::to_string(*row.medianHalfDays) : ""));
    }
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string &line : lines)
        text += line + "\n";
    return text;
}

// Rows as text, a line each, sorted when the question leaves their order open.
Result<std::string> answerOf(sqlite::Database &database, const std::string &sql, bool sorted)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    std::vector<std::string> lines;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        lines.push_back(statement->text(0));
    }
    if (sorted)
        std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string &line : lines)
        text += line + "\n";
    return text;
}

struct Question {
    QString name;
    std::function<std::string()> ours; // as text, to be compared; not what is timed
    std::function<void()> timed;
    std::string sql;
    bool sorted = true;
};

std::vector<Question> questions(const History &history)
{
    const Day today = *Day::from(2026, 1, 1);
    const std::string now = std::to_string(today.number);
    const std::string overdue = "(closed IS NULL AND NOT waits AND due < " + now + ")";
    const std::string group =
        "category || ' ' || type || ' ' || month || ' ' || count(*) || ' ' || "
        "count(closed) || ' ' || sum(coalesce(" +
        overdue + ", 0))";
    const std::string median =
        "WITH ranked AS (SELECT category, type, month, closed, waits, due, row_number() OVER g AS "
        "r, "
        "count(closed) OVER (PARTITION BY category, type, month) AS n, closed - found AS days FROM "
        "hazard WHERE NOT corrected %1 WINDOW g AS (PARTITION BY category, type, month ORDER BY "
        "closed "
        "IS NULL, closed - found)) SELECT " +
        group +
        " || coalesce(' ' || cast(2 * avg(CASE WHEN closed IS NOT NULL AND r IN ((n + 1) / 2, n / "
        "2 + 1) "
        "THEN days END) AS INTEGER), '') FROM ranked GROUP BY category, type, month";
    const auto medianOf = [&](const std::string &where) {
        return QString::fromStdString(median).arg(QString::fromStdString(where)).toStdString();
    };
    const figures::MonthQuery q0{today, {}, {}, false};
    const figures::MonthQuery q1{today, {}, {}, true};
    const figures::MonthQuery q2{today, "FIRE", Day::from(2025, 1, 1), true};
    const auto months = [&](const figures::MonthQuery &asked) {
        return [&history, asked] { return textOf(history.months(asked)); };
    };
    const auto run = [&](const figures::MonthQuery &asked) {
        return [&history, asked] { (void)history.months(asked); };
    };
    return {{"Q0 counts", months(q0), run(q0),
             "SELECT " + group + " FROM hazard WHERE NOT corrected GROUP BY category, type, month"},
            {"Q1 with medians", months(q1), run(q1), medianOf("")},
            {"Q2 one category, 12 months", months(q2), run(q2),
             medianOf("AND category = 'FIRE' AND month >= " + std::to_string(2025 * 12))},
            {"Q3 most overdue schools",
             [&history, today] {
                 std::string text;
                 for (const auto &school : history.mostOverdue(today, 20))
                     text += school.school + " " + std::to_string(school.overdue) + "\n";
                 return text;
             },
             [&history, today] { (void)history.mostOverdue(today, 20); },
             "SELECT school || ' ' || count(*) FROM hazard WHERE NOT corrected AND " + overdue +
                 " GROUP BY school ORDER BY count(*) DESC, school LIMIT 20",
             false}};
}

Result<void> compareQuestions(const History &history, sqlite::Database &database)
{
    for (const Question &question : questions(history)) {
        const Times ours = timed(kQueryRuns, question.timed);
        Result<std::string> theirs = std::string();
        const Times sql =
            timed(kSqlRuns, [&] { theirs = answerOf(database, question.sql, question.sorted); });
        if (!theirs)
            return theirs.error();
        if (*theirs != question.ours())
            return {ErrorCode::Internal,
                    question.name.toStdString() + ": SQLite answers otherwise"};
        printTimes("figures: " + question.name, ours,
                   QString("SQLite %1 ms, the same %2 rows")
                       .arg(sql.processor.median(), 0, 'f', 0)
                       .arg(std::count(theirs->begin(), theirs->end(), '\n')));
    }
    return {};
}

// The totals that a plain table can tell as well: as of the end, all facts known.
Result<void> compareTotals(const History &history, sqlite::Database &database)
{
    Query asked = query("2023-01-01", "2025-12-31", Breakdown::None, Breakdown::None);
    asked.cutoff = asked.knownBy = Day::parse("2026-12-31")->end();
    const std::string today = std::to_string(Day::of(asked.cutoff).number);
    const figures::Counts counts = history.count(asked);
    for (const auto &[id, where] : std::vector<std::pair<const char *, std::string>>{
             {"N3", "NOT corrected"},
             {"N4", "NOT corrected AND closed IS NOT NULL"},
             {"N6", "NOT corrected AND closed IS NULL"},
             {"N9", "NOT corrected AND closed IS NULL"},
             {"N10", "NOT corrected AND closed IS NULL AND NOT waits AND due < " + today},
             {"V", "corrected"}}) {
        const auto theirs = answerOf(database, "SELECT count(*) FROM hazard WHERE " + where, false);
        if (!theirs)
            return theirs.error();
        if (*theirs != std::to_string(counts.count(id)) + "\n")
            return {ErrorCode::Internal, std::string(id) + ": " + std::to_string(counts.count(id)) +
                                             ", SQLite says " + *theirs};
    }
    printLine("figures: totals", "N3 N4 N6 N9 N10 V as SQLite counts them");
    return {};
}

} // namespace

Result<void> benchFigures()
{
    const int hazards = hazardCount();
    printLine("figures", QString("%1 hazards of three years, seed %2").arg(hazards).arg(kSeed));
    {
        FiguresHistory warm(kSeed, 20'000); // the generator's own memory
        while (!warm.next(kAtOnce).empty()) {
        }
    }
    FiguresHistory facts(kSeed, hazards);
    History history;
    load(facts, history, hazards);
    fullSet(history);
    QTemporaryDir folder;
    auto database = tableOf(facts, folder.filePath("hazards.db"));
    if (!database)
        return database.error();
    if (auto done = compareTotals(history, *database); !done)
        return done;
    return compareQuestions(history, *database);
}

} // namespace campus::bench
