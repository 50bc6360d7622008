// Packed acts come back as they were put in, in short lives and in lives longer than any block.
#include <QTest>
#include <algorithm>
#include <map>
#include <set>

#include "figures/ActPool.h"
#include "figures/ObjectIndex.h"
#include "support/SeededRandom.h"

using namespace campus;
using figures::Act;
using figures::ActPool;

namespace {

Act randomAct(support::SeededRandom &random, std::uint64_t seq)
{
    const auto instant = [&] {
        switch (random.below(6)) {
        case 0: return Millis{0};
        case 1: return -static_cast<Millis>(random.below(1ull << 53));
        case 2: return static_cast<Millis>(random.below(1ull << 53));
        default: return 1'700'000'000'000 + static_cast<Millis>(random.below(100ull * kDayMillis));
        }
    };
    Act act;
    act.kind = static_cast<domain::HazardActKind>(1 + random.below(24));
    act.major = random.chance(0.5);
    act.moment = {seq, instant(), instant(), 0, 0, 0};
    act.moment.earliest = act.moment.latest = act.moment.decided = act.moment.happened;
    if (random.chance(0.5)) {
        act.moment.decided = instant();
        act.moment.earliest = instant();
        act.moment.latest = instant();
    }
    if (random.chance(0.5))
        act.date = static_cast<figures::DayNumber>(random.below(3'000'000)) - 1'000'000;
    return act;
}

auto tied(const Act &act)
{
    const figures::Moment &moment = act.moment;
    return std::tuple(moment.seq, moment.receivedAt, moment.happened, moment.earliest,
                      moment.latest, moment.decided, act.kind, act.major, act.date);
}

bool holds(const ActPool &pool, ActPool::Handle handle, const std::vector<Act> &acts)
{
    std::size_t place = 0;
    bool same = true;
    pool.visit(handle, [&](const Act &act) {
        same = same && place < acts.size() && tied(act) == tied(acts[place]);
        ++place;
    });
    return same && place == acts.size();
}

std::string uuid(std::uint64_t high, std::uint64_t low)
{
    char text[40];
    std::snprintf(text, sizeof text, "%08llx-%04llx-%04llx-%04llx-%012llx",
                  static_cast<unsigned long long>(high >> 32),
                  static_cast<unsigned long long>(high >> 16 & 0xFFFF),
                  static_cast<unsigned long long>(high & 0xFFFF),
                  static_cast<unsigned long long>(low >> 48),
                  static_cast<unsigned long long>(low & 0xFFFFFFFFFFFF));
    return text;
}

} // namespace

class tst_ActPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyLives_comeBackAsTheyWere()
    {
        support::SeededRandom random(7);
        ActPool pool;
        std::map<int, std::pair<ActPool::Handle, std::vector<Act>>> lives;
        for (std::uint64_t seq = 1; seq < 20'000; ++seq) {
            auto &[handle, acts] = lives[static_cast<int>(random.below(900))];
            acts.push_back(randomAct(random, seq));
            if (random.chance(0.9)) {
                handle = pool.append(handle, acts.back());
            } else {
                if (random.chance(0.3))
                    acts.erase(acts.begin());
                handle = pool.rewrite(handle, acts);
            }
        }
        for (const auto &[number, life] : lives)
            QVERIFY2(holds(pool, life.first, life.second), qPrintable(QString::number(number)));
        QVERIFY(holds(pool, 0, {}));
    }

    void oneVeryLongLife_outgrowsEveryBlock()
    {
        support::SeededRandom random(8);
        ActPool pool;
        ActPool::Handle handle = 0, other = 0;
        std::vector<Act> acts, others;
        for (std::uint64_t seq = 1; seq < 12'000; ++seq) {
            acts.push_back(randomAct(random, seq));
            handle = pool.append(handle, acts.back());
            if (seq % 100 == 0) {
                others.push_back(randomAct(random, seq));
                other = pool.append(other, others.back());
            }
        }
        QVERIFY(holds(pool, handle, acts) && holds(pool, other, others));
        acts.resize(3);
        handle = pool.rewrite(handle, acts);
        QVERIFY(holds(pool, handle, acts) && holds(pool, other, others));
    }

    void idsOfEverySpelling_areKeptApartAndInOrder()
    {
        support::SeededRandom random(9);
        figures::ObjectIndex index;
        std::vector<std::string> ids{"",
                                     "H1",
                                     "h1",
                                     "H10",
                                     "0189",
                                     std::string(36, '-'),
                                     "0188F000-0000-7000-8000-000000000001",
                                     "0188f000-0000-7000-8000-000000000001",
                                     "0188f000-0000-7000-8000-00000000000g"};
        for (int i = 0; i < 5'000; ++i)
            ids.push_back(
                uuid(random.next() & (random.chance(0.5) ? ~0ull : 0xFull), random.next()));
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(index.indexOf(ids[i]), static_cast<std::uint32_t>(i));
        for (std::size_t i = 0; i < ids.size(); ++i) {
            QCOMPARE(index.indexOf(ids[i]), static_cast<std::uint32_t>(i));
            QCOMPARE(index.find(ids[i]), std::optional(static_cast<std::uint32_t>(i)));
            QCOMPARE(index.text(static_cast<std::uint32_t>(i)), ids[i]);
            const auto j = static_cast<std::uint32_t>(random.below(ids.size()));
            QCOMPARE(index.isBefore(static_cast<std::uint32_t>(i), j), ids[i] < ids[j]);
        }
        QVERIFY(!index.find("H2") && !index.find(uuid(1, 2)));
    }
};

QTEST_GUILESS_MAIN(tst_ActPool)
#include "tst_ActPool.moc"
