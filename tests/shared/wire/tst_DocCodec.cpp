#include <QTest>

#include "Samples.h"
#include "wire/DocCodec.h"

using namespace campus;
using namespace campus::samples;

class tst_DocCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKind_readsBackEqual();
    void everyKind_givesSameOctetsAgain();
    void emptyDocs_readBackEqual();
    void absentDoc_isNull();
    void identity_isReadFromTheDoc();
    void restricted_comesFromActOrCategory();
    void minusZero_looksLikeZero();
    void numberThatIsNone_becomesAbsent();
    void badUtf8_isReplaced();
    void wrongField_isNamed();
    void truncatedAtEveryOctet_isRefused();
    void draftAnswer_readsBackEqual();
    void draftAct_readsBackEqual();
};

void tst_DocCodec::everyKind_readsBackEqual()
{
    for (const auto &[kind, doc] : docs()) {
        const std::string json = wire::encodeDoc(doc);
        const auto read = wire::decodeDoc(kind, json);
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QVERIFY2(*read == doc, json.c_str());
    }
}

void tst_DocCodec::everyKind_givesSameOctetsAgain()
{
    for (const auto &[kind, doc] : docs())
        QCOMPARE(wire::encodeDoc(*wire::decodeDoc(kind, wire::encodeDoc(doc))),
                 wire::encodeDoc(doc));
    QCOMPARE(wire::encodeDoc(Township{"T01", "990101", "望澄", "town"}),
             std::string(R"({"id":"T01","code":"990101","name":"望澄","kind":"town"})"));
    QCOMPARE(
        wire::encodeDoc(Asset{
            "B1", AssetKind::Bus, "S1", "", {{"age", 33.0}, {"km", 12.9}, {"ok", false}}, true, 0}),
        std::string(
            R"({"id":"B1","kind":"bus","school":"S1","fields":{"age":33,"km":12.9,"ok":false}})"));
}

void tst_DocCodec::emptyDocs_readBackEqual()
{
    Hazard hazard;
    hazard.id = "h";
    hazard.state = HazardState::Registered;
    Asset asset;
    asset.id = "a";
    User user;
    user.id = "u";
    Bureau bureau;
    bureau.id = "e";
    for (const auto &[kind, doc] :
         std::vector<std::pair<ObjectKind, Doc>>{{ObjectKind::Hazard, hazard},
                                                 {ObjectKind::Asset, asset},
                                                 {ObjectKind::User, user},
                                                 {ObjectKind::Bureau, bureau}}) {
        const auto read = wire::decodeDoc(kind, wire::encodeDoc(doc));
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QVERIFY(*read == doc);
    }
}

void tst_DocCodec::absentDoc_isNull()
{
    QCOMPARE(wire::encodeDoc(Doc{}), std::string("null"));
    QVERIFY(*wire::decodeDoc(ObjectKind::Hazard, "null") == Doc{});
}

void tst_DocCodec::identity_isReadFromTheDoc()
{
    for (const auto &[kind, doc] : docs())
        QCOMPARE(wire::kindOf(doc), kind);
    QCOMPARE(wire::objectOf(checklist()), std::string("school-bus@1.0"));
    QCOMPARE(wire::objectOf(hazard()), std::string("hazard-1"));
    QCOMPARE(wire::schoolOf(hazard()), std::string("S003"));
    QCOMPARE(wire::schoolOf(school()), std::string("S008"));
    QCOMPARE(wire::schoolOf(bureau()), std::string());
    QCOMPARE(wire::schoolOf(checklist()), std::string());
    QCOMPARE(wire::versionOf(hazard()), std::uint64_t{99});
    QCOMPARE(wire::versionOf(checklist()), std::uint64_t{0}); // its version is a name, not a number
    QCOMPARE(wire::versionOf(Doc{}), std::uint64_t{0});
}

void tst_DocCodec::restricted_comesFromActOrCategory()
{
    Hazard open = hazard();
    open.found.restricted = false;
    QVERIFY(!wire::isRestricted(open));
    QVERIFY(wire::isRestricted(hazard()));
    open.category = "BULLY.SCHOOL";
    QVERIFY(wire::isRestricted(open));
    QVERIFY(!wire::isRestricted(school()));
}

void tst_DocCodec::minusZero_looksLikeZero()
{
    Asset one = asset();
    one.fields = {{"n", 0.0}};
    Asset other = one;
    other.fields = {{"n", -0.0}};
    QVERIFY(one == other);
    QCOMPARE(wire::encodeDoc(one), wire::encodeDoc(other));
}

void tst_DocCodec::numberThatIsNone_becomesAbsent()
{
    Answer answer;
    answer.item = "a";
    answer.number = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(wire::decodeAnswer(wire::encodeAnswer(answer))->number, std::nullopt);
}

void tst_DocCodec::badUtf8_isReplaced()
{
    Answer answer;
    answer.item = "a";
    answer.note = "前\xE5\x89"
                  "b\xFF后";
    const auto read = wire::decodeAnswer(wire::encodeAnswer(answer));
    QVERIFY(read.has_value());
    QCOMPARE(read->note, std::string("前\uFFFD\uFFFDb\uFFFD后"));
}

void tst_DocCodec::wrongField_isNamed()
{
    const auto refused = wire::decodeDoc(ObjectKind::Hazard, R"({"id":"h","state":"melted"})");
    QCOMPARE(refused.error().detail, std::string("state: unknown word \"melted\""));
    QCOMPARE(wire::decodeDoc(ObjectKind::User,
                             R"({"id":"u","name":"n","role":"leader","townships":[null]})")
                 .error()
                 .detail,
             std::string("townships[0]: expected a text"));
    QCOMPARE(wire::decodeDoc(ObjectKind::Bureau, "[]").error().detail,
             std::string("expected an object"));
    QCOMPARE(wire::decodeDoc(ObjectKind::School, R"({"id":"s","name":"n","fields":{"a":{}}})")
                 .error()
                 .detail,
             std::string("fields.a: expected a text, a number, true, false or null"));
    std::string list = "[";
    for (int i = 0; i <= 20'000; ++i)
        list += i ? ",\"a\"" : "\"a\"";
    QCOMPARE(wire::decodeDoc(ObjectKind::User,
                             R"({"id":"u","name":"n","role":"leader","townships":)" + list + "]}")
                 .error()
                 .code,
             ErrorCode::TooLarge);
}

void tst_DocCodec::truncatedAtEveryOctet_isRefused()
{
    for (const auto &[kind, doc] : docs()) {
        const std::string json = wire::encodeDoc(doc);
        for (std::size_t size = 0; size < json.size(); ++size)
            QVERIFY(!wire::decodeDoc(kind, std::string_view(json).substr(0, size)));
    }
}

void tst_DocCodec::draftAnswer_readsBackEqual()
{
    for (const Answer &answer : answers())
        QVERIFY(*wire::decodeAnswer(wire::encodeAnswer(answer)) == answer);
}

void tst_DocCodec::draftAct_readsBackEqual()
{
    for (const HazardActKind kind : {HazardActKind::Register, HazardActKind::Plan}) {
        QVERIFY(*wire::decodeAct(wire::encodeAct(act(kind))) == act(kind));
        HazardAct empty;
        empty.kind = kind;
        QVERIFY(*wire::decodeAct(wire::encodeAct(empty)) == empty);
    }
}

QTEST_GUILESS_MAIN(tst_DocCodec)
#include "tst_DocCodec.moc"
