// No answer of the feed is larger than a tablet reads, however long the docs are.
#include <QTest>
#include <algorithm>
#include <set>

#include "core/Limits.h"
#include "server/service/County.h"
#include "wire/MessageCodec.h"

using namespace campus;
using namespace campus::test;

class tst_FeedSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longDocs_endAPageEarly();
    void commitOfLongDocs_isReadInPagesATabletTakes();
    void fetchOfLongDocs_isAnsweredInParts();
};

void tst_FeedSize::longDocs_endAPageEarly()
{
    County county;
    Tablet tablet(county, kOfficer);
    tablet.pullAll();
    const std::string words(6000, 'x');
    std::vector<std::string> objects;
    for (int i = 0; i < 12; ++i) {
        const auto officer = county.user(kOfficer);
        const auto found = county.acts().registered(officer, "S1", words);
        objects.push_back(found.object);
        std::vector<domain::Event> events{found};
        auto note = county.acts().noted(officer, {found.object, "S1", 0}, "");
        auto act = std::get<domain::HazardAct>(note.body);
        act.text = words;
        domain::Photo photo;
        photo.original = sha256("a photo");
        photo.place = std::string(100, 'y');
        act.before.assign(30, photo);
        note.body = act;
        for (int n = 0; n < 30; ++n) {
            note.id = county.ids().next();
            events.push_back(note);
        }
        tablet.deliver(events);
    }
    std::size_t pages = 0;
    std::set<std::string> seen;
    for (;; ++pages) {
        const auto page = tablet.pullOnce();
        for (const auto &row : page.rows) {
            if (row.kind == wire::FeedRow::Kind::Doc)
                seen.insert(row.object);
        }
        tablet.cursor = page.cursor;
        tablet.highest = page.head;
        if (!page.more)
            break;
    }
    QVERIFY2(pages > 0, "one page held everything");
    QCOMPARE(seen, std::set<std::string>(objects.begin(), objects.end()));
}

namespace {

// Hazards of S1 as long as docs may get, full of what takes two octets on the way.
std::vector<std::string> longHazards(County &county, Tablet &tablet, int count)
{
    const auto officer = county.user(kOfficer);
    domain::Photo photo;
    photo.original = sha256("a photo");
    for (int i = 0; i < 50; ++i)
        photo.place += "\"\\";
    std::vector<std::string> ids;
    for (int i = 0; i < count; ++i) {
        const auto event = county.acts().registered(officer, "S1", "长");
        ids.push_back(event.object);
        tablet.deliver({event});
        auto verdict = journal::VerdictKind::Accepted;
        while (verdict == journal::VerdictKind::Accepted) { // until it takes no more
            std::vector<domain::Event> notes;
            for (int n = 0; n < 12; ++n) {
                notes.push_back(county.acts().noted(officer, {event.object, "S1"}, "记"));
                std::get<domain::HazardAct>(notes.back().body).before.assign(50, photo);
            }
            verdict = tablet.deliver(notes).verdicts.back().kind;
        }
    }
    return ids;
}

} // namespace

void tst_FeedSize::commitOfLongDocs_isReadInPagesATabletTakes()
{
    County county;
    Tablet tablet(county, kOfficer);
    const auto officer = county.user(kOfficer);
    const auto ids = longHazards(county, tablet, 9);
    tablet.pullAll();
    std::vector<domain::Event> touches;
    for (const std::string &id : ids)
        touches.push_back(county.acts().noted(officer, {id, "S1"}, "短"));
    std::size_t accepted = 0;
    for (const auto &verdict : tablet.deliver(touches).verdicts)
        accepted += verdict.kind == journal::VerdictKind::Accepted ? 1 : 0;
    QCOMPARE(accepted, ids.size());
    std::size_t docs = 0, largest = 0;
    for (;;) {
        const auto page = tablet.pullOnce();
        const std::string octets = wire::encode(page);
        largest = std::max(largest, octets.size());
        QVERIFY(wire::decode<wire::PullAnswer>(octets).has_value());
        for (const auto &row : page.rows)
            docs += row.kind == wire::FeedRow::Kind::Doc ? 1 : 0;
        tablet.cursor = page.cursor;
        if (!page.more)
            break;
    }
    QCOMPARE(docs, ids.size());
    QVERIFY(largest <= limits::kInflatedBytesMax);
    QVERIFY(largest > limits::kInflatedBytesMax / 8); // the docs were long enough to tell
    QVERIFY(county.verify().sound());
}

void tst_FeedSize::fetchOfLongDocs_isAnsweredInParts()
{
    County county;
    Tablet tablet(county, kOfficer);
    wire::FetchRequest request;
    for (const std::string &id : longHazards(county, tablet, 9))
        request.objects.push_back({domain::ObjectKind::Hazard, id});
    while (!request.objects.empty()) {
        const auto answer = county.feed().fetch(tablet.caller(), request).value();
        QVERIFY(!answer.rows.empty());
        QVERIFY(wire::decode<wire::FetchAnswer>(wire::encode(answer)).has_value());
        for (const auto &row : answer.rows) {
            QCOMPARE(row.kind, wire::FeedRow::Kind::Doc);
            QCOMPARE(row.object, request.objects.front().id);
            request.objects.erase(request.objects.begin());
        }
    }
}

QTEST_GUILESS_MAIN(tst_FeedSize)
#include "tst_FeedSize.moc"
