// The rectification notice of domain.md §13.1: its words, and what a signature is bound to.
#include <QTest>
#include <functional>

#include "documents/NoticeDocument.h"
#include "documents/NoticeText.h"
#include "shared/figures/Chronicle.h"

using namespace campus;
using namespace campus::tests;
using documents::NoticeDocument;
using documents::NoticeNames;
using domain::Notice;

namespace {

Notice notice()
{
    Notice notice;
    notice.id = "N1";
    notice.school = "S01";
    domain::NoticeIssued &issued = notice.issued;
    issued.temporaryNumber = "临PAD01-7";
    issued.on = day("2025-03-03");
    issued.campaign = "开学检查";
    issued.inspectors = {"U010", "U011"};
    issued.basisText = "根据《中华人民共和国消防法》等规定";
    issued.requirements = "按期整改并书面报告";
    issued.consequences = "逾期不改的予以通报";
    issued.contact = "贺庆伟";
    issued.phone = "000-5550-2043";
    domain::NoticeLine line;
    line.hazard = "H1";
    line.place = "东门";
    line.problem = "安全出口堆放杂物";
    line.basis = "消防法第二十八条";
    line.measure = "清除";
    line.responsible = "张立刚";
    line.days = 7;
    line.due = day("2025-03-10");
    issued.lines = {line};
    return notice;
}

domain::HandSignature signature(const char *role, const Digest &content)
{
    domain::HandSignature signature;
    signature.person = "U010";
    signature.name = role == std::string("school") ? "苏光勇" : "";
    signature.role = role;
    signature.image = sha256("drawn");
    signature.contentHash = content;
    signature.signedAt = noon("2025-03-03");
    return signature;
}

NoticeNames names()
{
    NoticeNames names;
    names.bureau.name = "澄岚县教育局";
    names.school = "澄岚县第一幼儿园";
    names.people = {{"U010", "贺庆伟"}, {"U011", "云秀辉"}};
    domain::Hazard hazard;
    hazard.number = "澄安隐〔2025〕1号";
    domain::Photo photo;
    photo.original = sha256("photo");
    photo.preview = sha256("preview");
    hazard.found.before = {photo};
    names.hazards["H1"] = hazard;
    return names;
}

} // namespace

class tst_NoticeDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notice_saysWhatTheFormAsks()
    {
        Notice issued = notice();
        issued.number = "澄教安改〔2025〕12号";
        const NoticeDocument document = documents::noticeDocument(issued, names());
        QCOMPARE(document.heading, std::string("澄岚县教育局"));
        QCOMPARE(document.number, std::string("澄教安改〔2025〕12号"));
        QCOMPARE(document.temporaryNumber, std::string("临PAD01-7"));
        QCOMPARE(document.addressee, std::string("澄岚县第一幼儿园："));
        QCOMPARE(QString::fromStdString(document.opening),
                 QString("2025年3月3日，我局在“开学检查”中由贺庆伟、云秀辉对你校（园）进行安全检查"
                         "，发现下列隐患，请按要求整改。"));
        QStringList row;
        for (const documents::Cell &cell : document.lines.rows.at(0))
            row.append(QString::fromStdString(documents::cellText(cell)));
        QCOMPARE(row,
                 QStringList({"1", "澄安隐〔2025〕1号", "东门", "安全出口堆放杂物",
                              "消防法第二十八条", "一般", "清除", "", "张立刚", "2025-03-10"}));
        QCOMPARE(document.lines.columns.size(), document.lines.rows.front().size());
        QCOMPARE(document.contact, std::string("联系人：贺庆伟　电话：000-5550-2043"));
        QCOMPARE(document.photos.size(), std::size_t(1));
        QCOMPARE(document.photos.front().preview, sha256("preview"));
        QCOMPARE(document.signatures.size(), std::size_t(2)); // two lines to sign by hand
        QVERIFY(document.signatures.front().name.empty());
        QVERIFY(!document.receipt.on);
    }

    void signature_isBoundToTheContent_data()
    {
        using Change = std::function<void(Notice &)>;
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
        row("the day", [](Notice &n) { n.issued.on = n.issued.on + 1; });
        row("the campaign", [](Notice &n) { n.issued.campaign = "除险保安"; });
        row("an inspector", [](Notice &n) { n.issued.inspectors.pop_back(); });
        row("the basis", [](Notice &n) { n.issued.basisText += "。"; });
        row("the requirements", [](Notice &n) { n.issued.requirements.clear(); });
        row("the consequences", [](Notice &n) { n.issued.consequences += "！"; });
        row("the contact", [](Notice &n) { n.issued.contact = "他人"; });
        row("the telephone", [](Notice &n) { n.issued.phone = "1"; });
        row("a line more", [](Notice &n) { n.issued.lines.push_back(n.issued.lines.front()); });
        row("the place", [](Notice &n) { n.issued.lines[0].place = "西门"; });
        row("the problem", [](Notice &n) { n.issued.lines[0].problem = "其他"; });
        row("a character moved to the next field", [](Notice &n) {
            n.issued.lines[0].place = "东";
            n.issued.lines[0].problem = "门" + n.issued.lines[0].problem;
        });
        row("the measure", [](Notice &n) { n.issued.lines[0].measure = "停用"; });
        row("the interim control", [](Notice &n) { n.issued.lines[0].interim = "看护"; });
        row("the responsible person", [](Notice &n) { n.issued.lines[0].responsible = "李四"; });
        row("the level", [](Notice &n) { n.issued.lines[0].level = domain::Level::Major; });
        row("the deadline", [](Notice &n) { n.issued.lines[0].due = day("2025-03-11"); });
        row("the temporary number", [](Notice &n) { n.issued.temporaryNumber = "临2"; });
    }
    void signature_isBoundToTheContent()
    {
        QFETCH(std::function<void(Notice &)>, change);
        Notice issued = notice();
        const Digest content = documents::noticeContentHash(issued, names().school);
        issued.issued.signatures = {signature("inspector", content), signature("school", content)};
        for (const documents::SignatureLine &line :
             documents::noticeDocument(issued, names()).signatures)
            QVERIFY(line.bound);
        change(issued);
        for (const documents::SignatureLine &line :
             documents::noticeDocument(issued, names()).signatures)
            QVERIFY(!line.bound);
    }

    void whatComesLater_voidsNoSignature()
    {
        Notice issued = notice();
        const Digest content = documents::noticeContentHash(issued, names().school);
        issued.issued.signatures = {signature("inspector", content)};
        issued.number = "澄教安改〔2025〕12号";
        issued.issued.servedOn = day("2025-03-03");
        issued.receipt = signature("school", content);
        issued.receiptedOn = day("2025-03-04");
        NoticeNames renamed = names();
        renamed.people["U010"] = "改名";
        const NoticeDocument document = documents::noticeDocument(issued, renamed);
        QCOMPARE(document.contentHash, content);
        QVERIFY(document.signatures.front().bound);
        QCOMPARE(document.receipt.name, std::string("苏光勇"));
        QVERIFY(document.receipt.bound);
        QCOMPARE(*document.receipt.on, day("2025-03-04"));
    }

    void schoolOfAnotherName_isNotBound()
    {
        Notice issued = notice();
        issued.issued.signatures = {
            signature("inspector", documents::noticeContentHash(issued, names().school))};
        NoticeNames other = names();
        other.school = "望澄晨露幼儿园";
        QVERIFY(!documents::noticeDocument(issued, other).signatures.front().bound);
    }

    void lineBreakInAField_makesNoNewField()
    {
        Notice one = notice();
        one.issued.basisText = "甲\n要求：乙";
        const std::string text = documents::noticeText(one, "校");
        QCOMPARE(QString::fromStdString(text).count('\n'),
                 QString::fromStdString(documents::noticeText(notice(), "校")).count('\n'));
    }

    void signedOnTheSpot_isItsOwnReceipt()
    {
        Notice issued = notice();
        issued.issued.servedOn = day("2025-03-03");
        issued.issued.signatures = {
            signature("school", documents::noticeContentHash(issued, names().school))};
        const NoticeDocument document = documents::noticeDocument(issued, names());
        QCOMPARE(document.receipt.name, std::string("苏光勇"));
        QCOMPARE(*document.receipt.on, day("2025-03-03"));
        QVERIFY(document.signatures.front().name.empty()); // the inspector still signs by hand
    }

    void cancelledOne_keepsItsNumber()
    {
        Notice issued = notice();
        issued.number = "澄教安改〔2025〕12号";
        issued.cancelledOn = day("2025-03-05");
        issued.cancelReason = "重复下发";
        const NoticeDocument document = documents::noticeDocument(issued, names());
        QCOMPARE(document.number, std::string("澄教安改〔2025〕12号"));
        QCOMPARE(*document.cancelledOn, day("2025-03-05"));
        QCOMPARE(document.cancelReason, std::string("重复下发"));
    }
};

QTEST_GUILESS_MAIN(tst_NoticeDocument)
#include "tst_NoticeDocument.moc"
