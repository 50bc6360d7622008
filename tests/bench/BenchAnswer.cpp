#include <QElapsedTimer>

#include "Benches.h"
#include "Measure.h"
#include "fieldwork/InspectionDraft.h"
#include "sqlite/Database.h"

namespace campus::bench {

namespace {

Result<void> rawSingleInserts(const QString &file, Samples &micros)
{
    auto database = sqlite::Database::open(file.toStdString(), {});
    if (!database)
        return database.error();
    if (auto made =
            database->execute("CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT");
        !made)
        return made;
    const std::string text(200, 'x');
    for (int i = 0; i < 400; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (auto done = database->cached("INSERT INTO t(text) VALUES(?)").bind(1, text).run();
            !done)
            return done;
        micros.add(static_cast<double>(timer.nsecsElapsed()) / 1e3);
    }
    return {};
}

} // namespace

Result<void> benchAnswer()
{
    Site site;
    if (auto started = site.start(); !started)
        return started;
    auto tablet = site.tablet("U005", "tablet");
    if (!tablet)
        return tablet.error();
    if (auto done = (*tablet)->synchronise(*site.server); !done)
        return done;
    const auto schools = (*tablet)->store().schools({});
    if (!schools || schools->empty())
        return {ErrorCode::Internal, "the tablet has no school"};
    Samples micros;
    Samples raw;
    for (const domain::Checklist &checklist : (*tablet)->store().checklists()) {
        if (checklist.asset != domain::AssetKind::School)
            continue;
        auto draft = (*tablet)->work().startInspection(
            {schools->front().id, checklist.id(), {}, {}, "supervision", {}, {}, {}});
        if (!draft)
            return draft.error();
        for (int round = 0; round < 10; ++round) {
            for (const domain::ChecklistItem &item : checklist.items) {
                if (item.response.type != domain::ResponseType::PassFailNa)
                    continue;
                domain::Answer answer;
                answer.item = item.id;
                answer.passed = round % 2 == 0;
                QElapsedTimer timer;
                timer.start();
                if (auto saved = (*draft)->answer(answer); !saved)
                    return saved;
                micros.add(static_cast<double>(timer.nsecsElapsed()) / 1e3);
            }
        }
    }
    if (auto done = rawSingleInserts(site.folder.filePath("raw.db"), raw); !done)
        return done;
    print("answer until on disk", micros, "µs",
          QString("95 %: %1 µs, %2 answers")
              .arg(micros.percentile95(), 0, 'f', 0)
              .arg(micros.count()));
    print("raw SQLite, one insert a commit", raw, "µs");
    return {};
}

} // namespace campus::bench
