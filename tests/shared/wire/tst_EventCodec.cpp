#include <QTest>
#include <algorithm>

#include "Samples.h"
#include "core/Limits.h"
#include "wire/EventCodec.h"

using namespace campus;
using namespace campus::samples;

namespace {

std::string replaced(std::string text, std::string_view old, std::string_view now)
{
    const auto at = text.find(old);
    if (at != std::string::npos)
        text.replace(at, old.size(), now);
    return text;
}

std::string noteLine()
{
    HazardAct note;
    note.kind = HazardActKind::Note;
    note.text = "看";
    return *wire::encodeEvent(eventOf(note));
}

} // namespace

class tst_EventCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyType_readsBackEqual();
    void sameEvent_givesSameOctets();
    void note_givesExactlyTheseOctets();
    void everyType_hasItsOwnNameAndKind();
    void body_namesItsBlobsSortedOnce();
    void checklist_mayExceedATabletsEvent();
    void observationOfASchool_isAboutTheSchool();
    void unknownType_keepsItsEnvelope();
    void newerVersion_keepsItsEnvelope();
    void unknownMember_isIgnored();
    void oversize_isTooLarge();
    void tooManyBlobs_areTooLarge();
    void truncatedAtEveryOctet_isRefused();
    void everyOctetChanged_neverCrashes();
    void wrongField_isNamed_data();
    void wrongField_isNamed();
    void unwritableEvent_isRefused();
};

void tst_EventCodec::everyType_readsBackEqual()
{
    for (const EventBody &body : bodies()) {
        const Event written = eventOf(body);
        const auto line = wire::encodeEvent(written);
        QVERIFY2(line.has_value(), line ? "" : line.error().detail.c_str());
        const auto read = wire::decodeEvent(*line);
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QVERIFY2(read->body == body, line->c_str());
        QCOMPARE(read->id, written.id);
        QCOMPARE(read->type, wire::typeOf(body).type);
        QCOMPARE(read->kind, wire::typeOf(body).kind);
        QCOMPARE(read->version, 1);
        QCOMPARE(read->object, written.object);
        QCOMPARE(read->school, written.school);
        QCOMPARE(read->actor, written.actor);
        QCOMPARE(read->role, written.role);
        QCOMPARE(read->session, written.session);
        QCOMPARE(read->seen, written.seen);
        QCOMPARE(read->head, written.head);
        QCOMPARE(read->wall, written.wall);
        QCOMPARE(read->boot, written.boot);
        QCOMPARE(read->mono, written.mono);
    }
}

void tst_EventCodec::sameEvent_givesSameOctets()
{
    for (const EventBody &body : bodies()) {
        const auto first = wire::encodeEvent(eventOf(body));
        const auto again = wire::encodeEvent(*wire::decodeEvent(*first));
        QCOMPARE(*again, *first);
        QVERIFY(first->find('\n') == std::string::npos);
    }
}

void tst_EventCodec::note_givesExactlyTheseOctets()
{
    QCOMPARE(
        noteLine(),
        std::string(
            R"({"id":"01890a5d-ac96-774b-bcce-b302099a8057","type":"hazard.noted","version":1,)"
            R"("object":"object-1","school":"S003","actor":"U005","role":"safety_officer",)"
            R"("session":"session-1","seen":12,"head":345,"wall":-62135596800000,)"
            R"("boot":"boot-1","mono":86400000,"body":{"text":"看"}})"));
}

void tst_EventCodec::everyType_hasItsOwnNameAndKind()
{
    std::vector<std::string> names;
    for (const EventBody &body : bodies())
        names.push_back(wire::typeOf(body).type);
    std::sort(names.begin(), names.end());
    QVERIFY(std::adjacent_find(names.begin(), names.end()) == names.end());
    QCOMPARE(names.size(), bodies().size());
    QCOMPARE(wire::typeOf(act(HazardActKind::Confirm)).type, std::string("hazard.confirmed"));
    QCOMPARE(wire::typeOf(checklist()).kind, ObjectKind::Checklist);
}

void tst_EventCodec::body_namesItsBlobsSortedOnce()
{
    HazardAct found = act(HazardActKind::Register);
    found.after = found.before;              // a repeat
    found.before.front().preview = Digest{}; // a preview not made yet
    found.after.front().preview = Digest{};
    const auto read = wire::decodeEvent(*wire::encodeEvent(eventOf(found)));
    std::vector<Digest> expected{
        found.before[0].original,         found.before[1].original,
        found.before[1].preview,          found.failActionProof[0].original,
        found.failActionProof[0].preview, found.signatures[0].image};
    std::sort(expected.begin(), expected.end());
    QVERIFY(read->blobs == expected);

    const auto receipt = wire::decodeEvent(
        *wire::encodeEvent(eventOf(NoticeReceipted{signature("校长"), day(7, 1)})));
    QVERIFY(receipt->blobs == std::vector<Digest>{signature("校长").image});
    const auto parts =
        wire::decodeEvent(*wire::encodeEvent(eventOf(InspectionAnswers{"c@1", "", answers()})));
    QCOMPARE(parts->blobs.size(), std::size_t{2});
    QCOMPARE(wire::decodeEvent(*wire::encodeEvent(eventOf(issued())))->blobs.size(),
             std::size_t{2});
}

void tst_EventCodec::checklist_mayExceedATabletsEvent()
{
    Checklist large = checklist();
    while (large.items.size() < 200) {
        large.items.push_back(large.items.front());
        large.items.back().id += std::to_string(large.items.size());
    }
    const auto line = wire::encodeEvent(eventOf(large));
    QVERIFY2(line.has_value(), line ? "" : line.error().detail.c_str());
    QVERIFY(line->size() > limits::kEventBytesMax);
    QVERIFY(wire::decodeEvent(*line)->body == EventBody(large));
    while (large.items.size() < 900)
        large.items.push_back(large.items.front());
    QCOMPARE(wire::encodeEvent(eventOf(large)).error().code, ErrorCode::TooLarge);
}

void tst_EventCodec::observationOfASchool_isAboutTheSchool()
{
    Event seen = eventOf(AssetObserved{"inspection-1", {{"school.has_pool", true}}, day(6, 30)});
    QCOMPARE(wire::decodeEvent(*wire::encodeEvent(seen))->kind, ObjectKind::Asset);
    seen.object = seen.school;
    QCOMPARE(wire::decodeEvent(*wire::encodeEvent(seen))->kind, ObjectKind::School);
}

void tst_EventCodec::unknownType_keepsItsEnvelope()
{
    for (const char *type :
         {"hazard.teleported", "inspection.sung", "weather.seen", "register.moon"}) {
        std::string line = replaced(noteLine(), "hazard.noted", type);
        line = replaced(line, R"({"text":"看"})", R"({"anything":[1,{"deep":true}]})");
        const auto read = wire::decodeEvent(line);
        QVERIFY2(read.has_value(), type);
        QVERIFY(std::holds_alternative<std::monostate>(read->body));
        QCOMPARE(read->type, std::string(type));
        QCOMPARE(read->actor, std::string("U005"));
        QVERIFY(!wire::encodeEvent(*read)); // its octets are kept, never printed again
    }
    QCOMPARE(wire::decodeEvent(replaced(noteLine(), "hazard.noted", "inspection.sung"))->kind,
             ObjectKind::Inspection);
}

void tst_EventCodec::newerVersion_keepsItsEnvelope()
{
    const auto read = wire::decodeEvent(replaced(noteLine(), R"("version":1)", R"("version":2)"));
    QVERIFY(read.has_value());
    QCOMPARE(read->version, 2);
    QVERIFY(std::holds_alternative<std::monostate>(read->body));
    QCOMPARE(read->kind, ObjectKind::Hazard);
}

void tst_EventCodec::unknownMember_isIgnored()
{
    const auto read =
        wire::decodeEvent(replaced(noteLine(), R"({"text":)", R"({"mood":"good","text":)"));
    QVERIFY(read.has_value());
    QCOMPARE(std::get<HazardAct>(read->body).text, std::string("看"));
}

void tst_EventCodec::oversize_isTooLarge()
{
    HazardAct note;
    note.text = std::string(limits::kTextCharsMax, 'x');
    note.reason = note.opinion = note.rule = note.plan = note.text;
    QCOMPARE(wire::encodeEvent(eventOf(note)).error().code, ErrorCode::TooLarge);
    const std::string padded = noteLine() + std::string(limits::kEventBytesMax, ' ');
    QCOMPARE(wire::decodeEvent(padded).error().code, ErrorCode::TooLarge);
    QCOMPARE(wire::decodeEvent(std::string(limits::kRegisterEventBytesMax + 1, '[')).error().code,
             ErrorCode::TooLarge);
    HazardAct wordy;
    wordy.text = std::string(limits::kTextCharsMax + 1, 'x');
    const auto refused = wire::encodeEvent(eventOf(wordy));
    QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    QVERIFY(refused.error().detail.starts_with("body.text: "));
}

void tst_EventCodec::tooManyBlobs_areTooLarge()
{
    HazardAct note;
    for (std::size_t i = 0; i <= limits::kBlobsPerEventMax; ++i) {
        Photo one;
        one.original = digest("photo " + std::to_string(i));
        note.before.push_back(one);
    }
    const auto refused = wire::encodeEvent(eventOf(note));
    QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    QVERIFY(refused.error().detail.starts_with("blobs: "));
    note.before.pop_back();
    QVERIFY(wire::encodeEvent(eventOf(note)).has_value());
}

void tst_EventCodec::truncatedAtEveryOctet_isRefused()
{
    for (const EventBody &body : bodies()) {
        const auto *act = std::get_if<HazardAct>(&body);
        if (act && act->kind != HazardActKind::Register) // all acts have one form
            continue;
        const std::string line = *wire::encodeEvent(eventOf(body));
        for (std::size_t size = 0; size < line.size(); ++size) {
            const auto read = wire::decodeEvent(std::string_view(line).substr(0, size));
            QVERIFY(!read.has_value());
            QVERIFY(!read.error().detail.empty());
        }
    }
}

void tst_EventCodec::everyOctetChanged_neverCrashes()
{
    const std::string line =
        *wire::encodeEvent(eventOf(NoticeReceipted{signature("校长"), day(7, 1)}));
    int refused = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        for (const char octet : {'"', '{', '9', ',', '\0', '\xFF', ']', '-'}) {
            std::string wrong = line;
            wrong[i] = octet;
            refused += wire::decodeEvent(wrong).has_value() ? 0 : 1;
        }
    }
    QVERIFY(refused > static_cast<int>(line.size()));
}

void tst_EventCodec::wrongField_isNamed_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char *name, QByteArray before, QByteArray after, QByteArray named) {
        QTest::newRow(name) << before << after << named;
    };
    row("id no uuid", "01890a5d-ac96", "01890A5D-ac96", "id: ");
    row("id missing", R"("id":)", R"("di":)", "id: is missing");
    row("type a number", R"("hazard.registered")", "7", "type: ");
    row("version zero", R"("version":1)", R"("version":0)", "version: ");
    row("version too big", R"("version":1)", R"("version":3000000000)", "version: ");
    row("object empty", R"("object-1")", R"("")", "object: ");
    row("role unknown", R"("safety_officer")", R"("wizard")", "role: unknown word");
    row("seen negative", R"("seen":12)", R"("seen":-12)", "seen: ");
    row("wall a decimal", R"("wall":-62135596800000)", R"("wall":1.5)", "wall: ");
    row("control character in an id", R"("session-1")", R"("session\n1")", "session: ");
    row("body a list", R"("body":{)", R"("body":[],"x":{)", "body: expected an object");
    row("day of no calendar", R"("found_on":"2025-06-30")", R"("found_on":"2025-02-30")",
        "body.found_on: expected a date");
    row("photo without a digest", R"("before":[{"original":")", R"("before":[{"original":"z)",
        "body.before[0].original: ");
    row("days a text", R"("days":0)", R"("days":"0")", "body.days: ");
    row("count too big", "4000000000", "5000000000", "body.affected_count: ");
    row("latitude a text", R"("latitude":28.6500001)", R"("latitude":"28")",
        "body.fail_action_proof[0].latitude: ");
    row("list of texts", R"("reviewers":["U006",)", R"("reviewers":[6,)",
        "body.reviewers[0]: expected a text");
    row("blob of nothing", R"("blobs":[)",
        R"("blobs":["0000000000000000000000000000000000000000000000000000000000000001",)",
        "blobs: not what the body names");
    row("member twice", R"("seen":12)", R"("seen":12,"seen":12)",
        "JSON: member \"seen\" stands twice");
    row("member of the body twice", R"("done":)", R"("measure":"x","done":)",
        "JSON: member \"measure\" stands twice");
    row("no number", R"("seen":12)", R"("seen":NaN)", "JSON: not well-formed");
    row("number out of range", R"("seen":12)", R"("seen":1e999)", "JSON: ");
    row("bad UTF-8", "U005",
        "U\xC3\x28"
        "5",
        "JSON: not well-formed");
    row("half a surrogate", "U005", R"(\ud800)", "JSON: not well-formed");
    row("line end", R"("seen":12)", "\n\"seen\":12", "event: a line end");
    row("nested too deep", R"("seen":12)", R"("x":)" + QByteArray(40, '[') + QByteArray(40, ']'),
        "JSON: nested too deep");
}

void tst_EventCodec::wrongField_isNamed()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, named);
    const std::string line = *wire::encodeEvent(eventOf(act(HazardActKind::Register)));
    const std::string wrong = replaced(line, before.toStdString(), after.toStdString());
    QVERIFY(wrong != line);
    const auto read = wire::decodeEvent(wrong);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY2(read.error().detail.starts_with(named.toStdString()), read.error().detail.c_str());
}

void tst_EventCodec::unwritableEvent_isRefused()
{
    HazardAct note;
    note.text = "\xFF\xFE";
    QCOMPARE(wire::encodeEvent(eventOf(note)).error().detail, std::string("text: not UTF-8"));
    Answer endless;
    endless.item = "a";
    endless.number = std::numeric_limits<double>::infinity();
    QCOMPARE(wire::encodeEvent(eventOf(InspectionAnswers{"c@1", "", {endless}})).error().detail,
             std::string("number: not a finite number"));
    Event anonymous = eventOf(HazardAct{});
    anonymous.actor.clear();
    QVERIFY(wire::encodeEvent(anonymous).error().detail.starts_with("actor: "));
    QVERIFY(!wire::encodeEvent(eventOf(std::monostate{})));
}

QTEST_GUILESS_MAIN(tst_EventCodec)
#include "tst_EventCodec.moc"
