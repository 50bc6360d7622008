#include <QElapsedTimer>

#include "Benches.h"
#include "Measure.h"
#include "core/Limits.h"
#include "net/HttpSyncApi.h"
#include "sqlite/Database.h"
#include "sync/SyncEngine.h"

namespace campus::bench {

namespace {

constexpr int kEvents = 5'000;
const std::string kNote = "现场复核：通道畅通，标识清晰，值班记录完整；已提醒学校做好防汛值守并每日"
                          "巡查记录，发现问题立即报告学区安全员。";

// The same octets into a plain table with the indexes a syncing server needs at the least,
// one transaction and one fsync for each batch of the same size.
Result<double> rawInsertsPerSecond(const QString &file, const std::vector<std::string> &lines)
{
    auto database =
        sqlite::Database::open(file.toStdString(), {sqlite::Access::Writer, 16 * 1024, 5000, {}});
    if (!database)
        return database.error();
    if (auto made =
            database->execute("CREATE TABLE log(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
                              "install TEXT NOT NULL, number INTEGER NOT NULL, line TEXT NOT NULL, "
                              "UNIQUE(install, number)) STRICT");
        !made)
        return made.error();
    QElapsedTimer timer;
    timer.start();
    for (std::size_t i = 0; i < lines.size();) {
        auto transaction = sqlite::Transaction::begin(*database);
        if (!transaction)
            return transaction.error();
        const std::size_t end = std::min(lines.size(), i + limits::kBatchEventsMax);
        for (; i < end; ++i) {
            sqlite::Statement &insert =
                database->cached("INSERT INTO log(id, install, number, line) VALUES(?,?,?,?)");
            insert.bind(1, lines[i].substr(7, 36))
                .bind(2, "install-1")
                .bind(3, static_cast<std::int64_t>(i + 1))
                .bind(4, lines[i]);
            if (auto done = insert.run(); !done)
                return done.error();
        }
        if (auto done = transaction->commit(); !done)
            return done.error();
    }
    return static_cast<double>(lines.size()) / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

Result<double> pushesPerSecond(Site &site, story::StoryTablet &tablet)
{
    net::HttpSyncApi api{QUrl(site.server->address())};
    sync::SyncEngine engine(api, tablet.store(), site.clock, "campus-bench");
    QElapsedTimer timer;
    qint64 begun = -1;
    qint64 ended = -1;
    timer.start();
    engine.onProgress([&](const sync::Progress &progress) {
        if (progress.phase == sync::Phase::Push && begun < 0)
            begun = timer.nsecsElapsed();
        if (progress.phase == sync::Phase::Pull && ended < 0)
            ended = timer.nsecsElapsed();
        return true;
    });
    const auto done = engine.run(false);
    if (!done)
        return done.error();
    if (begun < 0 || ended < 0)
        return {ErrorCode::Internal, "the run told of no push"};
    return static_cast<double>(done->eventsSent) / (static_cast<double>(ended - begun) / 1e9);
}

} // namespace

Result<void> benchPush()
{
    Samples pushed;
    Samples raw;
    Samples ratio;
    std::uint64_t octets = 0;
    for (int run = 0; run < kRuns; ++run) {
        Site site;
        if (auto started = site.start(); !started)
            return started;
        auto tablet = site.tablet("U005", "tablet");
        if (!tablet)
            return tablet.error();
        if (auto done = (*tablet)->synchronise(*site.server); !done)
            return done;
        const auto school = (*tablet)->store().schools({});
        const auto photo =
            (*tablet)->photograph("school", "通道", story::Scene::Before, "东侧通道");
        if (!school || school->empty() || !photo)
            return {ErrorCode::Internal, "nothing to write about"};
        domain::HazardAct act;
        act.kind = domain::HazardActKind::Register;
        act.place = "东侧通道";
        act.description = "通道堆放杂物";
        act.category = "FIRE.EXIT";
        act.basis = "《中华人民共和国消防法》第二十八条";
        act.foundOn = (*tablet)->store().today();
        act.before = {*photo};
        const auto hazard = (*tablet)->work().registerHazard(school->front().id, act);
        if (!hazard || !hazard->saved())
            return {ErrorCode::Internal, "the hazard was not taken"};
        for (int i = 0; i < kEvents; ++i) {
            if (const auto noted = (*tablet)->work().note(hazard->object, kNote);
                !noted || !noted->saved())
                return {ErrorCode::Internal, "a note was not taken"};
        }
        std::vector<std::string> lines;
        const auto journal = (*tablet)->store().journal(
            {{}, {}, {}, store::JournalQuery::Part::All, {100'000, 0}});
        for (const store::OwnEvent &event : journal ? *journal : std::vector<store::OwnEvent>{}) {
            if (const auto line = (*tablet)->store().eventLine(event.id))
                lines.push_back(*line);
        }
        octets = 0;
        for (const std::string &line : lines)
            octets += line.size();
        const auto yardstick = rawInsertsPerSecond(site.folder.filePath("raw.db"), lines);
        const auto ours = pushesPerSecond(site, **tablet);
        if (!yardstick || !ours)
            return !yardstick ? yardstick.error() : ours.error();
        raw.add(*yardstick);
        pushed.add(*ours);
        ratio.add(*ours / *yardstick);
    }
    print("push, durable", pushed, "events/s",
          QString("%1 events of %2 octets, batches of %3")
              .arg(kEvents + 1)
              .arg(octets / (kEvents + 1))
              .arg(limits::kBatchEventsMax));
    print("raw SQLite, same octets", raw, "events/s",
          "one fsync a batch, id and (install, number) unique");
    print("push ÷ raw", ratio, "");
    return {};
}

} // namespace campus::bench
