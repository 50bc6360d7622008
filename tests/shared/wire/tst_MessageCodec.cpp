#include <QTest>

#include <zstd.h>

#include "Samples.h"
#include "core/Limits.h"
#include "wire/MessageCodec.h"

using namespace campus;
using namespace campus::samples;
using namespace campus::wire;

namespace {

template <std::size_t N>
std::array<std::uint8_t, N> octets(std::uint8_t first)
{
    std::array<std::uint8_t, N> all{};
    for (std::size_t i = 0; i < N; ++i)
        all[i] = static_cast<std::uint8_t>(first + i);
    return all;
}

Head head(std::uint64_t size)
{
    return {size, digest("head " + std::to_string(size))};
}

Verdict verdict()
{
    return {"event-1",
            journal::VerdictKind::Rejected,
            "superseded",
            "U006",
            1'751'241'600'000,
            77,
            true,
            "澄2025-12"};
}

std::vector<FeedRow> rows()
{
    FeedRow doc;
    doc.seq = 5;
    doc.objectKind = ObjectKind::Notice;
    doc.object = "notice-1";
    doc.school = "S003";
    doc.doc = R"({"id":"notice-1", "text":"\"引号\\ 与 空格 "})"; // any octets: passed through
    FeedRow gone;
    gone.kind = FeedRow::Kind::Remove;
    gone.seq = 6;
    gone.objectKind = ObjectKind::School;
    gone.object = "S009";
    gone.school = "S009";
    FeedRow own;
    own.kind = FeedRow::Kind::Verdict;
    own.verdict = verdict();
    own.install = "install-1";
    own.number = 12;
    return {doc, gone, own};
}

Session session()
{
    return {"session-1", "secret token", 1'751'241'600'000, user()};
}

PushRequest push()
{
    PushRequest request;
    request.app = "campus-safety 1.0.0";
    request.device = "device-1";
    request.install = "install-1";
    request.first = 41;
    request.previous = digest("previous");
    request.signature = octets<64>(7);
    request.sentAt = {"boot-1", 123, 456};
    request.lines = {"{\"id\":1 }", "not JSON at all \xFF", "{}"};
    return request;
}

// Same octets again after reading: every member was read.
template <typename Message>
bool survives(const Message &message)
{
    const std::string once = encode(message);
    const auto read = decode<Message>(once);
    if (!read) {
        qWarning("%s", read.error().detail.c_str());
        return false;
    }
    return encode(*read) == once;
}

// What another program may send: no regard for our ratio.
std::string packed(const std::string &text)
{
    std::string frame(ZSTD_compressBound(text.size()), '\0');
    frame.resize(ZSTD_compress(frame.data(), frame.size(), text.data(), text.size(), 19));
    return frame;
}

std::string zeros(std::size_t size)
{
    return std::string(size, '\0');
}

} // namespace

class tst_MessageCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessage_readsBackEqual();
    void feedRow_keepsItsDocsOctets();
    void push_keepsItsLinesOctets();
    void quarantine_keepsAnyOctets();
    void everyMember_isRead();
    void oldTablet_withoutClocks_isRead();
    void batchOverItsBounds_isTooLarge();
    void batchOfAnotherCount_isRefused();
    void listsOverTheirBounds_areTooLarge();
    void manySmallValues_areTooLarge();
    void wrongField_isNamed();
    void truncatedMessages_areRefused();
    void verdictOfUnreadableLine_hasNoEvent();
    void proofTexts_differWithEveryMember();
    void compressed_inflatesToTheSame();
    void zipBomb_isTooLarge();
    void bodyOverTheLimit_isTooLarge();
    void damagedFrames_areRefused();
};

void tst_MessageCodec::everyMessage_readsBackEqual()
{
    EnrolRequest enrol{"CODE-1", "PAD-01", octets<32>(1), octets<64>(2), "päss\"wort", "app 1"};
    QVERIFY(survives(enrol));
    QVERIFY(survives(EnrolAnswer{"device-1", "server-1", 1'751'241'600'000, session()}));
    QVERIFY(survives(SignInRequest{"U005", "secret", "device-1", -5, octets<64>(3)}));
    QVERIFY(survives(SignInAnswer{session(), 1'751'241'600'001}));
    QVERIFY(survives(RefreshRequest{"device-1", 7, octets<64>(4)}));
    QVERIFY(survives(push()));
    QVERIFY(survives(PushAnswer{PushAnswer::Outcome::Taken, {verdict()}, 0, {}, head(3), 1}));
    QVERIFY(survives(PushAnswer{PushAnswer::Outcome::Gap, {}, 12, digest("chain"), head(3), 1}));
    QVERIFY(survives(PushAnswer{PushAnswer::Outcome::Forked, {}, 0, {}, head(3), 1}));
    QVERIFY(survives(PullRequest{head(1), head(2), "mark", 100, "device-1", {"boot-1", 5, 6}, 9}));
    QVERIFY(survives(
        PullAnswer{PullAnswer::Outcome::Page, rows(), head(3), head(4), true, 2, "mark", 1}));
    QVERIFY(survives(PullAnswer{PullAnswer::Outcome::Diverged, {}, {}, {}, false, 0, "", 1}));
    QVERIFY(
        survives(PullAnswer{PullAnswer::Outcome::Bootstrap, {}, {}, head(4), false, 0, "mark", 1}));
    QVERIFY(survives(HeadsRequest{{head(3), head(2)}}));
    QVERIFY(survives(HeadsAnswer{head(2), 1}));
    QVERIFY(survives(FetchRequest{{{ObjectKind::Hazard, "hazard-1"}, {ObjectKind::User, "U005"}}}));
    QVERIFY(survives(FetchAnswer{rows(), head(4), 1}));
    QVERIFY(survives(BootstrapRequest{head(4), "after", 50}));
    QVERIFY(survives(BootstrapRequest{}));
    QVERIFY(survives(BootstrapAnswer{rows(), head(4), "next", "mark", 1}));
    QVERIFY(survives(QuarantineRequest{"device-1", "install-1", "{}"}));
    QVERIFY(survives(verdict()));
    QVERIFY(survives(Problem{"rate_limited", "slower", "/api/v1/push", 429, 30}));
}

void tst_MessageCodec::feedRow_keepsItsDocsOctets()
{
    const auto read = decode<PullAnswer>(encode(
        PullAnswer{PullAnswer::Outcome::Page, rows(), head(3), head(4), true, 2, "mark", 1}));
    QVERIFY(read.has_value());
    QCOMPARE(read->rows.size(), std::size_t{3});
    QCOMPARE(read->rows[0].doc, rows()[0].doc);
    QCOMPARE(read->rows[0].objectKind, ObjectKind::Notice);
    QCOMPARE(read->rows[1].kind, FeedRow::Kind::Remove);
    QCOMPARE(read->rows[1].object, std::string("S009"));
    QCOMPARE(read->rows[2].verdict.reason, std::string("superseded"));
    QCOMPARE(read->rows[2].number, std::uint64_t{12});
    QVERIFY(read->cursor == head(3));
    QVERIFY(read->head == head(4));
    QVERIFY(read->more);
    QCOMPARE(read->durableSize, std::uint64_t{2});
    QCOMPARE(read->scopeMark, std::string("mark"));
}

void tst_MessageCodec::push_keepsItsLinesOctets()
{
    const auto read = decode<PushRequest>(encode(push()));
    QVERIFY(read.has_value());
    QVERIFY(read->lines == push().lines);
    QCOMPARE(read->first, std::uint64_t{41});
    QVERIFY(read->previous == push().previous);
    QVERIFY(read->signature == push().signature);
    QVERIFY(read->sentAt == push().sentAt);
    QCOMPARE(read->install, std::string("install-1"));
}

void tst_MessageCodec::quarantine_keepsAnyOctets()
{
    QuarantineRequest request{"device-1", "install-1", {}};
    for (int octet = 0; octet < 256; ++octet)
        request.line += static_cast<char>(octet);
    QCOMPARE(decode<QuarantineRequest>(encode(request))->line, request.line);
    QVERIFY(!decode<QuarantineRequest>(R"({"device":"d","install":"i","line":"no base 64!"})"));
    QVERIFY(!decode<QuarantineRequest>(R"({"device":"d","install":"i"})"));
}

void tst_MessageCodec::everyMember_isRead()
{
    const auto enrolled =
        decode<EnrolAnswer>(encode(EnrolAnswer{"device-1", "server-1", 5, session()}));
    QVERIFY(enrolled->session.user == user());
    QCOMPARE(enrolled->session.token, session().token);
    QCOMPARE(enrolled->session.expiresAt, session().expiresAt);
    const auto request = decode<EnrolRequest>(
        encode(EnrolRequest{"CODE-1", "PAD-01", octets<32>(1), octets<64>(2), "p", "app"}));
    QVERIFY(request->key == octets<32>(1));
    QVERIFY(request->proof == octets<64>(2));
    QCOMPARE(request->password, std::string("p"));
    const auto pull = decode<PullRequest>(
        encode(PullRequest{head(1), head(2), "mark", 100, "device-1", {"boot-1", 5, 6}, 9}));
    QCOMPARE(pull->declaredUnsent, std::uint64_t{9});
    QCOMPARE(pull->device, std::string("device-1"));
    QCOMPARE(pull->limit, 100u);
}

void tst_MessageCodec::oldTablet_withoutClocks_isRead()
{
    const std::string chain = digest("x").hex();
    const auto pull = decode<PullRequest>(R"({"cursor":{"size":1,"chain":")" + chain +
                                          R"("},"highest":{"size":1,"chain":")" + chain + R"("}})");
    QVERIFY(pull.has_value());
    QVERIFY(pull->sentAt == DeviceTime{});
}

void tst_MessageCodec::batchOverItsBounds_isTooLarge()
{
    PushRequest many = push();
    many.lines.assign(limits::kBatchEventsMax + 1, "{}");
    QCOMPARE(decode<PushRequest>(encode(many)).error().code, ErrorCode::TooLarge);
    many.lines.pop_back();
    QVERIFY(decode<PushRequest>(encode(many)).has_value());

    PushRequest heavy = push();
    heavy.lines.assign(17, std::string(limits::kEventBytesMax, 'x'));
    QCOMPARE(decode<PushRequest>(encode(heavy)).error().code, ErrorCode::TooLarge);
    heavy.lines.assign(1, std::string(limits::kEventBytesMax + 1, 'x'));
    const auto refused = decode<PushRequest>(encode(heavy));
    QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    QVERIFY(refused.error().detail.starts_with("lines[0]: "));
}

void tst_MessageCodec::batchOfAnotherCount_isRefused()
{
    const std::string batch = encode(push());
    QCOMPARE(decode<PushRequest>(batch + "{}\n").error().detail,
             std::string("lines: more than the envelope's count"));
    QCOMPARE(decode<PushRequest>(batch + "\n").error().detail, std::string("lines: an empty line"));
    QCOMPARE(decode<PushRequest>(batch.substr(0, batch.size() - 3)).error().detail,
             std::string("lines: fewer than the envelope's count"));
    QVERIFY(
        decode<PushRequest>("{}\n").error().detail.starts_with("envelope: protocol: is missing"));
    QCOMPARE(decode<PushRequest>("").error().code, ErrorCode::InvalidInput);
}

void tst_MessageCodec::listsOverTheirBounds_areTooLarge()
{
    QCOMPARE(decode<HeadsRequest>(
                 encode(HeadsRequest{std::vector<Head>(limits::kHeadsOfferedMax + 1, head(1))}))
                 .error()
                 .code,
             ErrorCode::TooLarge);
    QVERIFY(decode<HeadsRequest>(
                encode(HeadsRequest{std::vector<Head>(limits::kHeadsOfferedMax, head(1))}))
                .has_value());
    QCOMPARE(decode<FetchRequest>(encode(FetchRequest{std::vector<ObjectRef>(
                                      limits::kFetchIdsMax + 1, {ObjectKind::Hazard, "h"})}))
                 .error()
                 .code,
             ErrorCode::TooLarge);
    QCOMPARE(decode<PushAnswer>(
                 encode(PushAnswer{PushAnswer::Outcome::Taken,
                                   std::vector<Verdict>(limits::kBatchEventsMax + 1, verdict()),
                                   0,
                                   {},
                                   head(1),
                                   1}))
                 .error()
                 .code,
             ErrorCode::TooLarge);
}

void tst_MessageCodec::manySmallValues_areTooLarge()
{
    std::string many = R"({"x":[0)";
    for (std::size_t i = 0; i < limits::kJsonRequestValuesMax; ++i)
        many += ",0";
    many += "]}";
    QCOMPARE(decode<SignInRequest>(many).error().code, ErrorCode::TooLarge);
    QCOMPARE(decode<PullAnswer>(std::string(limits::kInflatedBytesMax + 1, ' ')).error().code,
             ErrorCode::TooLarge);
}

void tst_MessageCodec::wrongField_isNamed()
{
    const std::string chain = digest("x").hex();
    QCOMPARE(
        decode<PullRequest>(R"({"cursor":{"size":-1,"chain":")" + chain + R"("}})").error().detail,
        std::string("cursor.size: expected a whole number from 0 to 18446744073709551615"));
    QCOMPARE(decode<FetchRequest>(R"({"objects":[{"kind":"moon","id":"x"}]})").error().detail,
             std::string("objects[0].kind: unknown word \"moon\""));
    QCOMPARE(decode<RefreshRequest>(R"({"device":"d","wall":1,"proof":"AAAA"})").error().detail,
             std::string("proof: expected 64 octets in base64"));
    QCOMPARE(decode<HeadsAnswer>(R"({"common":{"size":1,"chain":"abc"}})").error().detail,
             std::string("common.chain: expected 64 hexadecimal digits"));
    QCOMPARE(decode<Problem>("").error().code, ErrorCode::InvalidInput);
    QCOMPARE(decode<Problem>("<html>Welcome, please pay</html>").error().code,
             ErrorCode::InvalidInput);
}

void tst_MessageCodec::truncatedMessages_areRefused()
{
    const std::string page =
        encode(PullAnswer{PullAnswer::Outcome::Page, rows(), head(3), head(4), true, 2, "mark", 1});
    for (std::size_t size = 0; size < page.size(); ++size)
        QVERIFY(!decode<PullAnswer>(std::string_view(page).substr(0, size)));
    const std::string batch = encode(push());
    for (std::size_t size = 0; size + 1 < batch.size(); ++size) {
        const auto read = decode<PushRequest>(std::string_view(batch).substr(0, size));
        QVERIFY(!read || read->lines != push().lines);
    }
}

void tst_MessageCodec::verdictOfUnreadableLine_hasNoEvent()
{
    Verdict verdict;
    verdict.kind = journal::VerdictKind::Quarantined;
    verdict.reason = "unreadable";
    const auto read = decode<Verdict>(encode(verdict));
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->event, std::string());
    QCOMPARE(read->kind, journal::VerdictKind::Quarantined);
}

void tst_MessageCodec::proofTexts_differWithEveryMember()
{
    const EnrolRequest enrol{"c", "l", octets<32>(1), {}, "", "a"};
    EnrolRequest other = enrol;
    other.code = "c\n1:l";
    other.label = "";
    QVERIFY(enrolProofText(enrol) != enrolProofText(other));
    other = enrol;
    other.key[31] ^= 1;
    QVERIFY(enrolProofText(enrol) != enrolProofText(other));
    QVERIFY(signInProofText({"u", "", "d", 1, {}}) != signInProofText({"u", "", "d", 2, {}}));
    QVERIFY(signInProofText({"u", "", "d", 1, {}}) != signInProofText({"d", "", "u", 1, {}}));
    QVERIFY(refreshProofText({"d", 1, {}}, "t") != refreshProofText({"d", 11, {}}, "t"));
    QVERIFY(refreshProofText({"d", 1, {}}, "t") != refreshProofText({"d", 1, {}}, "u"));
    QVERIFY(refreshProofText({"d", 1, {}}, "secret").starts_with("campus-safety/1 refresh"));
    QVERIFY(refreshProofText({"d", 1, {}}, "secret").find("secret") == std::string::npos);
}

void tst_MessageCodec::compressed_inflatesToTheSame()
{
    const std::string page =
        encode(PullAnswer{PullAnswer::Outcome::Page, rows(), head(3), head(4), true, 2, "mark", 1});
    for (const std::string &text :
         {std::string(), std::string("x"), page, fileText("sample-region.json"),
          zeros(limits::kInflateAnyRatioBytes), zeros(limits::kInflatedBytesMax)}) {
        const auto back = inflate(compress(text));
        QVERIFY2(back.has_value(), back ? "" : back.error().detail.c_str());
        QVERIFY(*back == text);
    }
    QVERIFY(compress(fileText("sample-region.json")).size() <
            fileText("sample-region.json").size() / 4);
}

void tst_MessageCodec::zipBomb_isTooLarge()
{
    const std::string bomb = packed(zeros(limits::kInflatedBytesMax));
    QVERIFY(bomb.size() < 2000);
    QCOMPARE(inflate(bomb).error().code, ErrorCode::TooLarge);
    // The same in many frames.
    std::string frames;
    for (int i = 0; i < 64; ++i)
        frames += packed(zeros(limits::kInflateAnyRatioBytes));
    QCOMPARE(inflate(frames).error().code, ErrorCode::TooLarge);
}

void tst_MessageCodec::bodyOverTheLimit_isTooLarge()
{
    std::string noise(limits::kInflatedBytesMax + 1, '\0');
    std::uint32_t state = 42;
    for (char &c : noise) {
        state = state * 1'664'525u + 1'013'904'223u;
        c = static_cast<char>(state >> 24);
    }
    QCOMPARE(inflate(compress(noise)).error().code, ErrorCode::TooLarge);
    noise.pop_back();
    const auto whole = inflate(compress(noise));
    QVERIFY2(whole.has_value(), whole ? "" : whole.error().detail.c_str());
    QVERIFY(*whole == noise);
}

void tst_MessageCodec::damagedFrames_areRefused()
{
    const std::string packed = compress(fileText("checklists/fire.json"));
    QVERIFY(!inflate(""));
    for (std::size_t size = 0; size < packed.size(); size += 7)
        QCOMPARE(inflate(std::string_view(packed).substr(0, size)).error().code,
                 ErrorCode::InvalidInput);
    QCOMPARE(inflate("no frame of zstd").error().code, ErrorCode::InvalidInput);
    QCOMPARE(inflate(packed + "rest").error().code, ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(tst_MessageCodec)
#include "tst_MessageCodec.moc"
