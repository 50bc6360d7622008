// The chain of an install and the signature over a batch.
#include <QtTest>
#include <string>
#include <vector>

#include "journal/Chain.h"

using namespace campus;
using namespace campus::journal;

namespace {

Digest chainOver(Digest chain, const std::vector<std::string> &lines)
{
    for (const std::string &line : lines)
        chain = chainNext(chain, line);
    return chain;
}

SigningKey keyOf(std::uint8_t octet)
{
    const Bytes seed(32, octet);
    return SigningKey::fromSeed(seed).value();
}

} // namespace

class TestChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void start_dependsOnDeviceAndInstall();
    void start_fieldBoundaryMoved_differs();
    void start_knownAnswer();
    void next_knownAnswer();
    void next_dependsOnEveryOctetAndOnOrder();
    void next_inTwoParts_equalsInOne();
    void signature_ofBatch_verifies();
    void signature_ofOtherEnd_isRefused_data();
    void signature_ofOtherEnd_isRefused();
    void signature_byAnotherKey_isRefused();
};

void TestChain::start_dependsOnDeviceAndInstall()
{
    const Digest start = chainStart("device-1", "install-1");
    QVERIFY(start != chainStart("device-2", "install-1"));
    QVERIFY(start != chainStart("device-1", "install-2"));
    QVERIFY(start == chainStart("device-1", "install-1"));
}

void TestChain::start_fieldBoundaryMoved_differs()
{
    QVERIFY(chainStart("ab", "c") != chainStart("a", "bc"));
}

// Frozen: a change here would fork every tablet in the field. The values were computed by hand from
// the definition: lengths as eight octets, big end first, before each field.
void TestChain::start_knownAnswer()
{
    std::string text;
    for (const std::string &field :
         {std::string("campus-safety/1"), std::string("d"), std::string("i")}) {
        text += std::string(7, '\0') + static_cast<char>(field.size());
        text += field;
    }
    QCOMPARE(chainStart("d", "i").hex(), sha256(text).hex());
    QCOMPARE(QString::fromStdString(chainStart("d", "i").hex()),
             QStringLiteral("6fdcca44bfcd5ed332264fed231ea6494313de19f20a3ae8d7652230fc3923df"));
}

void TestChain::next_knownAnswer()
{
    const Digest zero{};
    const Digest line = sha256("line");
    Bytes joined(zero.bytes.begin(), zero.bytes.end());
    joined.insert(joined.end(), line.bytes.begin(), line.bytes.end());
    QCOMPARE(chainNext(zero, "line").hex(), sha256(joined).hex());
}

void TestChain::next_dependsOnEveryOctetAndOnOrder()
{
    const Digest start = chainStart("d", "i");
    const Digest chain = chainOver(start, {"one", "two", "three"});
    QVERIFY(chain != chainOver(start, {"one", "three", "two"}));
    QVERIFY(chain != chainOver(start, {"one", "two", "threE"}));
    QVERIFY(chain != chainOver(start, {"one", "two"}));
    QVERIFY(chain != chainOver(start, {"onetwo", "three"}));
}

void TestChain::next_inTwoParts_equalsInOne()
{
    const Digest start = chainStart("d", "i");
    QVERIFY(chainOver(chainOver(start, {"one"}), {"two", "three"}) ==
            chainOver(start, {"one", "two", "three"}));
}

void TestChain::signature_ofBatch_verifies()
{
    const SigningKey key = keyOf(7);
    const Digest chain = chainOver(chainStart("d", "i"), {"one", "two"});
    const Signature signature = signBatch(key, "d", "i", 2, chain);
    QVERIFY(verifyBatch(key.publicKey(), "d", "i", 2, chain, signature));
    // A key that is kept elsewhere signs batchText.
    QVERIFY(key.sign(batchText("d", "i", 2, chain).view()) == signature);
}

void TestChain::signature_ofOtherEnd_isRefused_data()
{
    QTest::addColumn<QString>("device");
    QTest::addColumn<QString>("install");
    QTest::addColumn<quint64>("last");
    QTest::addColumn<QString>("lastLine");
    QTest::newRow("other device") << "e"
                                  << "i" << quint64(2) << "two";
    QTest::newRow("other install") << "d"
                                   << "j" << quint64(2) << "two";
    QTest::newRow("other number") << "d"
                                  << "i" << quint64(3) << "two";
    QTest::newRow("other line") << "d"
                                << "i" << quint64(2) << "twO";
}

void TestChain::signature_ofOtherEnd_isRefused()
{
    QFETCH(QString, device);
    QFETCH(QString, install);
    QFETCH(quint64, last);
    QFETCH(QString, lastLine);
    const SigningKey key = keyOf(7);
    const Digest start = chainStart("d", "i");
    const Signature signature = signBatch(key, "d", "i", 2, chainOver(start, {"one", "two"}));
    const Digest other = chainOver(start, {"one", lastLine.toStdString()});
    QVERIFY(!verifyBatch(key.publicKey(), device.toStdString(), install.toStdString(), last, other,
                         signature));
}

void TestChain::signature_byAnotherKey_isRefused()
{
    const Digest chain = chainOver(chainStart("d", "i"), {"one"});
    const Signature signature = signBatch(keyOf(7), "d", "i", 1, chain);
    QVERIFY(!verifyBatch(keyOf(8).publicKey(), "d", "i", 1, chain, signature));
}

QTEST_GUILESS_MAIN(TestChain)
#include "tst_Chain.moc"
