// Hexadecimal, Base64 (RFC 4648 §10) and UTF-8 (RFC 3629), well-formed and not.
#include <QtTest>

#include "core/Bytes.h"

using namespace campus;

class tst_Bytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hex_goesBothWays();
    void hex_malformed();
    void base64_vectors_data();
    void base64_vectors();
    void base64_malformed_data();
    void base64_malformed();
    void base64_everyLengthGoesBothWays();
    void utf8_wellFormed_data();
    void utf8_wellFormed();
    void firstCodePoints_neverSplits();
};

void tst_Bytes::hex_goesBothWays()
{
    Bytes all;
    for (int i = 0; i < 256; ++i)
        all.push_back(static_cast<std::uint8_t>(i));
    const std::string hex = toHex(all);
    QCOMPARE(hex.size(), std::size_t{512});
    QVERIFY(hex.starts_with("000102") && hex.ends_with("fdfeff"));
    QVERIFY(fromHex(hex) == all);
    QVERIFY(fromHex("DEADbeef") == (Bytes{0xDE, 0xAD, 0xBE, 0xEF}));
    QVERIFY(fromHex("") == Bytes{});
}

void tst_Bytes::hex_malformed()
{
    for (const char *text : {"0", "abc", "0g", "  ", "0x12", "é0"})
        QVERIFY2(!fromHex(text), text);
}

void tst_Bytes::base64_vectors_data()
{
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("encoded");
    QTest::newRow("0") << "" << "";
    QTest::newRow("1") << "f" << "Zg==";
    QTest::newRow("2") << "fo" << "Zm8=";
    QTest::newRow("3") << "foo" << "Zm9v";
    QTest::newRow("4") << "foob" << "Zm9vYg==";
    QTest::newRow("5") << "fooba" << "Zm9vYmE=";
    QTest::newRow("6") << "foobar" << "Zm9vYmFy";
}

void tst_Bytes::base64_vectors()
{
    QFETCH(QString, plain);
    QFETCH(QString, encoded);
    const std::string text = plain.toStdString();
    QCOMPARE(QString::fromStdString(toBase64(asBytes(text))), encoded);
    const auto decoded = fromBase64(encoded.toStdString());
    QVERIFY(decoded.has_value());
    QVERIFY(asText(*decoded) == text);
}

void tst_Bytes::base64_malformed_data()
{
    QTest::addColumn<QString>("encoded");
    QTest::newRow("short") << "Zg=";
    QTest::newRow("no padding") << "Zg";
    QTest::newRow("padding inside") << "Zg==Zg==";
    QTest::newRow("padding first") << "=Zg=";
    QTest::newRow("all padding") << "====";
    QTest::newRow("three padding") << "Z===";
    QTest::newRow("url alphabet") << "_-8=";
    QTest::newRow("space") << "Zm9 ";
    QTest::newRow("line end") << "Zm9v\n";
}

void tst_Bytes::base64_malformed()
{
    QFETCH(QString, encoded);
    QVERIFY(!fromBase64(encoded.toStdString()));
}

void tst_Bytes::base64_everyLengthGoesBothWays()
{
    Bytes bytes;
    for (int i = 0; i < 70; ++i) {
        QVERIFY(fromBase64(toBase64(bytes)) == bytes);
        bytes.push_back(static_cast<std::uint8_t>(i * 37 + 200));
    }
}

void tst_Bytes::utf8_wellFormed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("ascii") << QByteArray("safe\n\0x", 6) << true;
    QTest::newRow("Chinese") << QByteArray("校园安全") << true;
    QTest::newRow("four octets") << QByteArray("\xF0\x9F\x9A\x8C") << true;
    QTest::newRow("last code point") << QByteArray("\xF4\x8F\xBF\xBF") << true;
    QTest::newRow("beyond the last") << QByteArray("\xF4\x90\x80\x80") << false;
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << false;
    QTest::newRow("overlong three") << QByteArray("\xE0\x9F\xBF") << false;
    QTest::newRow("overlong four") << QByteArray("\xF0\x8F\xBF\xBF") << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
    QTest::newRow("before surrogates") << QByteArray("\xED\x9F\xBF") << true;
    QTest::newRow("continuation first") << QByteArray("\x80") << false;
    QTest::newRow("cut short") << QByteArray("\xE6\xA0") << false;
    QTest::newRow("broken third") << QByteArray("\xE6\xA0\x41") << false;
    QTest::newRow("latin-1") << QByteArray("caf\xE9") << false;
    QTest::newRow("five octets") << QByteArray("\xF8\x88\x80\x80\x80") << false;
}

void tst_Bytes::utf8_wellFormed()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    QCOMPARE(isUtf8(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))), good);
}

void tst_Bytes::firstCodePoints_neverSplits()
{
    const std::string text = "a校\xF0\x9F\x9A\x8C园";
    QVERIFY(firstCodePoints(text, 0).empty());
    QVERIFY(firstCodePoints(text, 1) == "a");
    QVERIFY(firstCodePoints(text, 2) == "a校");
    QVERIFY(firstCodePoints(text, 3) == "a校\xF0\x9F\x9A\x8C");
    QVERIFY(firstCodePoints(text, 4) == text);
    QVERIFY(firstCodePoints(text, 99) == text);
    QCOMPARE(firstCodePoints("\xFF\xFE\xFD", 2).size(), std::size_t{2}); // broken text is bounded too
}

QTEST_GUILESS_MAIN(tst_Bytes)
#include "tst_Bytes.moc"
