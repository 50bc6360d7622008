// The store on real files and real threads: group commit, dense order, crashes, a full disk.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <csignal>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "core/Clock.h"
#include "core/IdSource.h"
#include "sqlite/Database.h"
#include "storage/DataFolder.h"
#include "storage/sqlite/SqliteStore.h"

using namespace campus;
using namespace campus::storage;

class tst_SqliteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendedRecords_haveDenseSeqsAndAChain();
    void manyWriters_getOneDenseOrder();
    void waitingWriters_shareACommit();
    void failedWork_isUndoneAndItsNeighboursAreNot();
    void readers_seeWholeCommitsOnly();
    void killedInTheMidst_keepsWhatWasAnsweredAndNothingHalf();
    void fullDisk_isStorageFullAndEverythingStays();
    void reopened_isWhatItWas();
    void newerSchema_isRefusedUntouched();
    void foreignFile_isCorrupt();
    void readOnly_readsBesideAWriterAndCannotWrite();
    void copy_holdsTheSnapshotWhileWritesGoOn();
    void lock_letsOneProcessWrite();
    void key_isMadeOnceAndPrivate();
    void numbers_countWithoutGapPerSeries();
};

namespace {

SystemClock g_clock;
SystemRandom g_random;

Result<void> appendOne(Books &books, const std::string &text, std::uint64_t *seq = nullptr)
{
    static IdSource ids(g_clock, g_random);
    auto key = books.chains().keyOf("device", "install");
    if (!key)
        return key.error();
    const auto before = books.log().head();
    if (!before)
        return before.error();
    journal::LogRecord record;
    record.device = "device";
    record.install = "install";
    record.line = text;
    if (auto appended = books.log().append(record, ids.next(), *key); !appended)
        return appended;
    if (seq != nullptr)
        *seq = record.seq;
    return books.log().closeCommit(before->size);
}

class Place
{
public:
    Place() { m_folder.setAutoRemove(true); }
    std::string path() const { return m_folder.path().toStdString() + "/campus.db"; }
    std::string folder() const { return m_folder.path().toStdString(); }
    std::unique_ptr<Store> open(SqliteOptions options = {}) const
    {
        auto store = openSqliteStore(path(), options);
        CAMPUS_ASSERT(store.has_value());
        return std::move(*store);
    }

private:
    QTemporaryDir m_folder;
};

std::vector<journal::LogRecord> recordsOf(Store &store)
{
    std::vector<journal::LogRecord> records;
    journal::Head head;
    CAMPUS_ASSERT(store
                      .read([&](const Books &books) {
                          return books.log().visit(0, UINT64_MAX,
                                                   [&](const journal::LogRecord &record,
                                                       const std::string &, const Digest &chain) {
                                                       head = journal::headAfter(head, record);
                                                       CAMPUS_ASSERT(head.chain == chain);
                                                       records.push_back(record);
                                                       return true;
                                                   });
                      })
                      .has_value());
    return records;
}

} // namespace

void tst_SqliteStore::appendedRecords_haveDenseSeqsAndAChain()
{
    Place place;
    auto store = place.open();
    for (int i = 1; i <= 10; ++i) {
        std::uint64_t seq = 0;
        QVERIFY(store->write(
            [&](Books &books) { return appendOne(books, "line " + std::to_string(i), &seq); }));
        QCOMPARE(seq, std::uint64_t(i));
    }
    const auto records = recordsOf(*store);
    QCOMPARE(records.size(), std::size_t(10));
    QCOMPARE(records[6].line, std::string("line 7"));
}

void tst_SqliteStore::manyWriters_getOneDenseOrder()
{
    Place place;
    auto store = place.open();
    constexpr int kThreads = 16;
    constexpr int kEach = 25;
    std::atomic<int> done{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&, t] {
            std::uint64_t last = 0;
            for (int i = 0; i < kEach; ++i) {
                std::uint64_t seq = 0;
                const auto written = store->write(
                    [&](Books &books) { return appendOne(books, std::to_string(t), &seq); });
                if (written && seq > last)
                    ++done;
                last = seq;
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(done.load(), kThreads * kEach);
    const auto records = recordsOf(*store);
    QCOMPARE(records.size(), std::size_t(kThreads * kEach));
    for (std::size_t i = 0; i < records.size(); ++i)
        QCOMPARE(records[i].seq, std::uint64_t(i + 1));
}

void tst_SqliteStore::waitingWriters_shareACommit()
{
    Place place;
    auto store = place.open();
    // The first work holds the writer while twenty others queue up behind it.
    std::promise<void> begun, goOn;
    auto first = store->submit([&](Books &books) -> Result<void> {
        begun.set_value();
        goOn.get_future().wait();
        return appendOne(books, "first");
    });
    begun.get_future().wait();
    std::atomic<int> ran{0}, ranWhenFirstAnswered{-1};
    std::vector<std::future<Result<void>>> others;
    for (int i = 0; i < 20; ++i) {
        others.push_back(store->submit([&, i](Books &books) -> Result<void> {
            // Nobody of the group is answered before the last of it has run.
            if (i > 0 && others[0].wait_for(std::chrono::seconds(0)) == std::future_status::ready)
                ranWhenFirstAnswered = ran.load();
            ++ran;
            return appendOne(books, std::to_string(i));
        }));
    }
    goOn.set_value();
    QVERIFY(first.get());
    for (auto &other : others)
        QVERIFY(other.get());
    QCOMPARE(ran.load(), 20);
    QCOMPARE(ranWhenFirstAnswered.load(), -1);
    QCOMPARE(recordsOf(*store).size(), std::size_t(21));
}

void tst_SqliteStore::failedWork_isUndoneAndItsNeighboursAreNot()
{
    Place place;
    auto store = place.open();
    std::promise<void> begun, goOn;
    auto first = store->submit([&](Books &) -> Result<void> {
        begun.set_value();
        goOn.get_future().wait();
        return {};
    });
    begun.get_future().wait();
    std::vector<std::future<Result<void>>> works;
    for (int i = 0; i < 9; ++i) {
        works.push_back(store->submit([i](Books &books) -> Result<void> {
            if (auto appended = appendOne(books, "work " + std::to_string(i)); !appended)
                return appended;
            return i % 3 == 1 ? Result<void>(ErrorCode::Conflict, "no") : Result<void>();
        }));
    }
    goOn.set_value();
    QVERIFY(first.get());
    for (std::size_t i = 0; i < works.size(); ++i)
        QCOMPARE(works[i].get().has_value(), i % 3 != 1);
    std::vector<std::string> lines;
    for (const auto &record : recordsOf(*store))
        lines.push_back(record.line);
    QCOMPARE(lines, (std::vector<std::string>{"work 0", "work 2", "work 3", "work 5", "work 6",
                                              "work 8"}));
}

void tst_SqliteStore::readers_seeWholeCommitsOnly()
{
    Place place;
    auto store = place.open();
    std::atomic<bool> writing{true};
    std::atomic<int> odd{0};
    std::thread writer([&] {
        for (int i = 0; i < 60; ++i) {
            const auto written = store->write([&](Books &books) -> Result<void> {
                if (auto one = appendOne(books, "one"); !one)
                    return one;
                return appendOne(books, "two");
            });
            if (!written)
                ++odd;
        }
        writing = false;
    });
    int looked = 0;
    while (writing) {
        const auto read = store->read([&](const Books &books) -> Result<void> {
            const auto head = books.log().head();
            if (!head)
                return head.error();
            if (head->size % 2 != 0)
                ++odd;
            return {};
        });
        QVERIFY(read);
        ++looked;
    }
    writer.join();
    QVERIFY(looked > 0);
    QCOMPARE(odd.load(), 0);
}

// A child process writes and reports every answered seq through a pipe until it is killed; then the
// log must hold all of them, dense, chained, each commit whole.
void tst_SqliteStore::killedInTheMidst_keepsWhatWasAnsweredAndNothingHalf()
{
    constexpr int kRounds = 12;
    Place place;
    std::uint64_t answered = 0;
    for (int round = 0; round < kRounds; ++round) {
        int pipe[2];
        QCOMPARE(::pipe(pipe), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(pipe[0]);
            auto opened = openSqliteStore(place.path(), {});
            if (!opened)
                ::_exit(1);
            std::vector<std::thread> threads;
            for (int t = 0; t < 4; ++t) {
                threads.emplace_back([&] {
                    for (;;) {
                        std::uint64_t seq = 0;
                        const auto written = (*opened)->write([&](Books &books) -> Result<void> {
                            if (auto one = appendOne(books, "one"); !one)
                                return one;
                            return appendOne(books, "two", &seq);
                        });
                        if (!written || ::write(pipe[1], &seq, sizeof seq) != sizeof seq)
                            ::_exit(2);
                    }
                });
            }
            for (auto &thread : threads)
                thread.join();
        }
        ::close(pipe[1]);
        std::uint64_t seq = 0;
        // Kill it after a few answers, at whatever it is doing then.
        for (int i = 0; i <= round * 3 && ::read(pipe[0], &seq, sizeof seq) == sizeof seq; ++i)
            answered = std::max(answered, seq);
        ::kill(child, SIGKILL);
        while (::read(pipe[0], &seq, sizeof seq) == sizeof seq)
            answered = std::max(answered, seq);
        ::close(pipe[0]);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY2(WIFSIGNALED(status), "the child ended by itself");
        auto store = place.open();
        const auto records = recordsOf(*store);
        QVERIFY(records.size() >= answered);
        QCOMPARE(records.size() % 2, std::size_t(0));
        for (std::size_t i = 0; i < records.size(); ++i) {
            QCOMPARE(records[i].seq, std::uint64_t(i + 1));
            QCOMPARE(records[i].line, std::string(i % 2 == 0 ? "one" : "two"));
        }
    }
    QVERIFY(answered > 0);
}

void tst_SqliteStore::fullDisk_isStorageFullAndEverythingStays()
{
    Place place;
    std::size_t kept = 0;
    {
        SqliteOptions options;
        options.pagesMax = 120;
        auto store = place.open(options);
        QVERIFY(store->isWritable());
        const std::string line(3000, 'x');
        for (;; ++kept) {
            const auto written = store->write([&](Books &books) { return appendOne(books, line); });
            if (!written) {
                QCOMPARE(written.error().code, ErrorCode::StorageFull);
                break;
            }
        }
        QVERIFY(kept > 10);
        QVERIFY(!store->isWritable());
        // Several who wait together fail each for itself, and reading goes on.
        std::vector<std::future<Result<void>>> works;
        for (int i = 0; i < 5; ++i)
            works.push_back(store->submit([&](Books &books) { return appendOne(books, line); }));
        for (auto &work : works)
            QCOMPARE(work.get().error().code, ErrorCode::StorageFull);
        QVERIFY(!store->isWritable());
        QCOMPARE(recordsOf(*store).size(), kept);
    }
    auto store = place.open(); // the disk has room again
    QVERIFY(store->write([&](Books &books) { return appendOne(books, "more"); }));
    QCOMPARE(recordsOf(*store).size(), kept + 1);
}

void tst_SqliteStore::reopened_isWhatItWas()
{
    Place place;
    {
        auto store = place.open();
        QVERIFY(store->write([](Books &books) -> Result<void> {
            if (auto set = books.setSetting("name", "value"); !set)
                return set;
            return appendOne(books, std::string("octets\0inside", 13));
        }));
    }
    auto store = place.open();
    QCOMPARE(recordsOf(*store).at(0).line, std::string("octets\0inside", 13));
    QVERIFY(store->read([](const Books &books) -> Result<void> {
        return books.setting("name").value() == "value" && books.setting("other").value().empty()
                   ? Result<void>()
                   : Result<void>(ErrorCode::Internal, "settings");
    }));
}

void tst_SqliteStore::newerSchema_isRefusedUntouched()
{
    Place place;
    place.open();
    {
        sqlite::OpenOptions options;
        options.access = sqlite::Access::Writer;
        auto database = sqlite::Database::open(place.path(), options).value();
        QVERIFY(database.execute("PRAGMA user_version=999"));
    }
    QCOMPARE(openSqliteStore(place.path(), {}).error().code, ErrorCode::UnsupportedVersion);
    SqliteOptions options;
    options.readOnly = true;
    QCOMPARE(openSqliteStore(place.path(), options).error().code, ErrorCode::UnsupportedVersion);
}

void tst_SqliteStore::foreignFile_isCorrupt()
{
    Place place;
    QFile file(QString::fromStdString(place.path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    QCOMPARE(openSqliteStore(place.path(), {}).error().code, ErrorCode::StorageCorrupt);
}

void tst_SqliteStore::readOnly_readsBesideAWriterAndCannotWrite()
{
    Place place;
    auto writer = place.open();
    QVERIFY(writer->write([](Books &books) { return appendOne(books, "one"); }));
    SqliteOptions options;
    options.readOnly = true;
    auto reader = place.open(options);
    QCOMPARE(recordsOf(*reader).size(), std::size_t(1));
    QVERIFY(writer->write([](Books &books) { return appendOne(books, "two"); }));
    QCOMPARE(recordsOf(*reader).size(), std::size_t(2));
    QVERIFY(!reader->write([](Books &books) { return appendOne(books, "three"); }));
    QVERIFY(!reader->isWritable());
    Place empty;
    QCOMPARE(openSqliteStore(empty.path(), options).error().code, ErrorCode::NotFound);
}

void tst_SqliteStore::copy_holdsTheSnapshotWhileWritesGoOn()
{
    Place place;
    auto store = place.open();
    for (int i = 0; i < 50; ++i)
        QVERIFY(
            store->write([](Books &books) { return appendOne(books, std::string(2000, 'x')); }));
    std::atomic<bool> stop{false};
    std::thread writer([&] {
        while (!stop) {
            if (!store->write([](Books &books) { return appendOne(books, "later"); }))
                return;
        }
    });
    const std::string copy = place.folder() + "/copy.db";
    const auto copied = store->copyTo(copy);
    stop = true;
    writer.join();
    QVERIFY(copied);
    auto other = openSqliteStore(copy, {}).value();
    QVERIFY(recordsOf(*other).size() >= 50);
}

void tst_SqliteStore::lock_letsOneProcessWrite()
{
    Place place;
    const std::string path = place.folder() + "/data";
    QCOMPARE(DataFolder::open(path, DataFolder::Use::Write).error().code, ErrorCode::NotFound);
    auto folder = DataFolder::create(path).value();
    openSqliteStore(folder.database(), {}).value();
    const auto second = DataFolder::open(path, DataFolder::Use::Write);
    QCOMPARE(second.error().code, ErrorCode::Locked);
    QVERIFY2(second.error().detail.find(std::to_string(::getpid())) != std::string::npos,
             second.error().detail.c_str());
    QVERIFY(DataFolder::open(path, DataFolder::Use::Read));
    {
        const DataFolder gone = std::move(folder);
    }
    QVERIFY(DataFolder::open(path, DataFolder::Use::Write));
}

void tst_SqliteStore::key_isMadeOnceAndPrivate()
{
    Place place;
    auto folder = DataFolder::create(place.folder() + "/data").value();
    QCOMPARE(folder.signingKey().error().code, ErrorCode::NotFound);
    const auto key = folder.makeSigningKey().value();
    QCOMPARE(folder.makeSigningKey().value().publicKey(), key.publicKey());
    QCOMPARE(folder.signingKey().value().publicKey(), key.publicKey());
    const QFile file(QString::fromStdString(folder.path() + "/server.key"));
    QCOMPARE(file.permissions() &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QVERIFY(writeFileWhole(folder.path() + "/server.key", "nonsense"));
    QCOMPARE(folder.signingKey().error().code, ErrorCode::StorageCorrupt);
}

void tst_SqliteStore::numbers_countWithoutGapPerSeries()
{
    Place place;
    auto store = place.open();
    std::vector<std::uint64_t> numbers;
    const auto next = [&](const char *series, bool fail) {
        return store->write([&](Books &books) -> Result<void> {
            const auto number = books.docs().nextNumber(series);
            if (!number)
                return number.error();
            if (fail)
                return {ErrorCode::Conflict, "undone"};
            numbers.push_back(*number);
            return {};
        });
    };
    QVERIFY(next("hazard/2025", false));
    QVERIFY(!next("hazard/2025", true));
    QVERIFY(next("hazard/2025", false));
    QVERIFY(next("notice/2025", false));
    QVERIFY(next("hazard/2026", false));
    QCOMPARE(numbers, (std::vector<std::uint64_t>{1, 2, 1, 1}));
}

QTEST_GUILESS_MAIN(tst_SqliteStore)
#include "tst_SqliteStore.moc"
