#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/Limits.h"
#include "mobile/viewmodels/ScreenBench.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/PhotoProvider.h"
#include "viewmodels/PreviewImages.h"
#include "viewmodels/SignatureDrawing.h"

using namespace campus;
using namespace campus::support;
using namespace campus::viewmodels;

namespace {

Bytes octetsOf(const QImage &image, const char *format, int quality = -1)
{
    QByteArray array;
    QBuffer buffer(&array);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return {array.begin(), array.end()};
}

QImage imageOf(const Bytes &octets)
{
    return QImage::fromData(octets.data(), static_cast<int>(octets.size()));
}

QImage halves(QSize size) // left red, right blue
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width() / 2; ++x)
            image.setPixel(x, y, qRgb(255, 0, 0));
    }
    return image;
}

QImage noise(QSize size, std::uint64_t seed)
{
    SeededRandom random(seed);
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x)
            line[x] = static_cast<QRgb>(random.next()) | 0xFF000000u;
    }
    return image;
}

// The JPEG with an EXIF block that says "turn by 90 degrees" and names a camera.
Bytes turned(const Bytes &jpeg)
{
    const QByteArray tiff =
        QByteArray::fromHex("49492A0008000000" // little endian, first directory at 8
                            "0200"             // two entries
                            "0F010200080000002600000"
                            "0"                        // Make, 8 octets at 38
                            "120103000100000006000000" // Orientation 6
                            "00000000") +
        QByteArray("SPYCAM1", 8);
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    Bytes octets(jpeg.begin(), jpeg.begin() + 2);
    const auto length = static_cast<std::uint16_t>(body.size() + 2);
    octets.insert(octets.end(), {0xFF, 0xE1, static_cast<std::uint8_t>(length >> 8),
                                 static_cast<std::uint8_t>(length & 0xFF)});
    octets.insert(octets.end(), body.begin(), body.end());
    octets.insert(octets.end(), jpeg.begin() + 2, jpeg.end());
    return octets;
}

QVariantList stroke(std::initializer_list<QPointF> points)
{
    QVariantList list;
    for (const QPointF &point : points)
        list.append(
            QVariantMap{{QStringLiteral("x"), point.x()}, {QStringLiteral("y"), point.y()}});
    return list;
}

} // namespace

// Previews, signatures and the images QML asks for.
class tst_Pictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void preview_ofALargePhoto_isSmallAndUpright();
    void preview_hasNoWordsOfTheCamera();
    void preview_ofNoise_staysUnderTheLimit();
    void preview_ofASmallPhoto_isNotEnlarged();
    void preview_ofNoImage_isRefused();
    void signature_isDrawnWhereThePenWas();
    void signature_ofNothingOrNonsense_isEmpty();
    void photo_takenFromAFile_isKeptWithItsPreview();
    void photo_thatIsNoPicture_isRefused();
    void provider_givesTheBlobAtTheWantedSize();
    void provider_missingBlob_isAnErrorUntilItArrives();
    void provider_nonsenseName_isAnError();

private:
    struct Shown {
        QImage image;
        QString error;
    };
    Shown request(PhotoProvider &provider, const QString &url, const QSize &size = {})
    {
        const QString id = QString(url).remove(QStringLiteral("image://photo/"));
        const std::unique_ptr<QQuickImageResponse> response(
            provider.requestImageResponse(id, size));
        QSignalSpy finished(response.get(), &QQuickImageResponse::finished);
        if (!finished.wait(kPatienceMillis))
            return {{}, QStringLiteral("no answer")};
        const std::unique_ptr<QQuickTextureFactory> texture(response->textureFactory());
        return {texture ? texture->image() : QImage(), response->errorString()};
    }

    QTemporaryDir m_folder;
    PreviewImages m_previews;
};

void tst_Pictures::preview_ofALargePhoto_isSmallAndUpright()
{
    const Bytes original = turned(octetsOf(halves({3000, 2000}), "JPEG", 90));
    const auto preview = m_previews.previewOf(original, "image/jpeg");
    QVERIFY(preview.has_value());
    QVERIFY(preview->size() <= limits::kPreviewBytesMax);
    const QImage image = imageOf(*preview);
    // Orientation 6 turns clockwise: what was left is above.
    QCOMPARE(image.height(), PreviewImages::kLongEdge);
    QVERIFY(image.width() < image.height());
    QVERIFY(qRed(image.pixel(image.width() / 2, image.height() / 4)) > 200);
    QVERIFY(qBlue(image.pixel(image.width() / 2, image.height() * 3 / 4)) > 200);
}

void tst_Pictures::preview_hasNoWordsOfTheCamera()
{
    const Bytes original = turned(octetsOf(halves({400, 300}), "JPEG", 90));
    QVERIFY(std::string_view(asText(original)).find("SPYCAM1") != std::string_view::npos);
    const auto preview = m_previews.previewOf(original, "image/jpeg");
    QVERIFY(preview.has_value());
    const std::string_view text = asText(*preview);
    QVERIFY(text.find("SPYCAM1") == std::string_view::npos);
    QVERIFY(text.find("Exif") == std::string_view::npos);
    QVERIFY(imageOf(*preview).textKeys().isEmpty());
}

void tst_Pictures::preview_ofNoise_staysUnderTheLimit()
{
    const std::uint64_t seed = 20'250'630;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    const auto preview =
        m_previews.previewOf(octetsOf(noise({1800, 1400}, seed), "JPEG", 95), "image/jpeg");
    QVERIFY(preview.has_value());
    QVERIFY2(preview->size() <= limits::kPreviewBytesMax,
             qPrintable(QString::number(preview->size())));
    QVERIFY(!imageOf(*preview).isNull());
}

void tst_Pictures::preview_ofASmallPhoto_isNotEnlarged()
{
    const auto preview = m_previews.previewOf(octetsOf(halves({200, 100}), "PNG"), "image/png");
    QVERIFY(preview.has_value());
    QCOMPARE(imageOf(*preview).size(), QSize(200, 100));
}

void tst_Pictures::preview_ofNoImage_isRefused()
{
    const Bytes octets{1, 2, 3, 4, 5};
    const auto preview = m_previews.previewOf(octets, "image/jpeg");
    QVERIFY(!preview.has_value());
    QCOMPARE(preview.error().code, ErrorCode::UnsupportedMedia);
    Bytes cut = octetsOf(halves({300, 300}), "JPEG", 90);
    cut.resize(20);
    QVERIFY(!m_previews.previewOf(cut, "image/jpeg").has_value());
}

void tst_Pictures::signature_isDrawnWhereThePenWas()
{
    const QVariantList strokes{QVariant(stroke({{0.1, 0.5}, {0.9, 0.5}}))};
    const QImage image = imageOf(signaturePng(strokes, 400, 200));
    QCOMPARE(image.size(), QSize(800, 400));
    QVERIFY(image.hasAlphaChannel());
    QVERIFY(qAlpha(image.pixel(400, 200)) > 200);
    QCOMPARE(qAlpha(image.pixel(400, 50)), 0);
    QCOMPARE(qAlpha(image.pixel(10, 200)), 0);
    const QVariantList dot{QVariant(stroke({{0.5, 0.5}}))};
    QVERIFY(qAlpha(imageOf(signaturePng(dot, 400, 200)).pixel(400, 200)) > 200);
}

void tst_Pictures::signature_ofNothingOrNonsense_isEmpty()
{
    const QVariantList line{QVariant(stroke({{0.1, 0.5}, {0.9, 0.5}}))};
    QVERIFY(signaturePng({}, 400, 200).empty());
    QVERIFY(signaturePng({QVariant(QVariantList())}, 400, 200).empty());
    QVERIFY(signaturePng({QVariant(stroke({{1.5, 0.5}}))}, 400, 200).empty());
    QVERIFY(signaturePng({QVariant(stroke({{qQNaN(), 0.5}}))}, 400, 200).empty());
    QVERIFY(signaturePng({QVariant(QVariantList{QStringLiteral("x")})}, 400, 200).empty());
    QVERIFY(signaturePng(line, 0, 200).empty());
    QVERIFY(signaturePng(line, 400, -1).empty());
}

void tst_Pictures::photo_takenFromAFile_isKeptWithItsPreview()
{
    TabletBench bench;
    ScreenBench screen(bench, bench.tablet(bench.officer));
    const QString path = m_folder.filePath(QStringLiteral("photo.jpg"));
    QVERIFY(halves({2000, 1500}).save(path, "JPEG", 90));
    std::optional<Result<domain::Photo>> taken;
    screen.workplace->takePhoto(QUrl::fromLocalFile(path), {}, screen.workplace.get(),
                                [&](Result<domain::Photo> photo) { taken = std::move(photo); });
    QTRY_VERIFY_WITH_TIMEOUT(taken.has_value(), kPatienceMillis);
    QVERIFY2(taken->has_value(), taken->has_value() ? "" : taken->error().detail.c_str());
    const domain::Photo &photo = taken->value();
    QVERIFY(photo.preview != Digest{});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray original = file.readAll();
    const auto kept = screen.tablet->store().readBlob(photo.original);
    QVERIFY(kept.has_value());
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(kept->data()),
                        static_cast<qsizetype>(kept->size())),
             original);
    QCOMPARE(
        screen.workplace->photoUrl(photo, 320),
        QStringLiteral("image://photo/%1?w=320").arg(QString::fromStdString(photo.preview.hex())));
    QCOMPARE(screen.workplace->photoUrl(Digest{}), QString());
}

void tst_Pictures::photo_thatIsNoPicture_isRefused()
{
    TabletBench bench;
    ScreenBench screen(bench, bench.tablet(bench.officer));
    const QString path = m_folder.filePath(QStringLiteral("letter.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a picture") > 0);
    file.close();
    QStringList heard;
    for (const QString &name : {path, m_folder.filePath(QStringLiteral("not-there.jpg"))})
        screen.workplace->takePhoto(QUrl::fromLocalFile(name), {}, screen.workplace.get(),
                                    [&](const Result<domain::Photo> &photo) {
                                        heard.append(photo ? QString()
                                                           : ErrorText::of(photo.error()));
                                    });
    QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 2, kPatienceMillis);
    QVERIFY(heard.contains(ErrorText::of(ErrorCode::UnsupportedMedia)));
    QVERIFY(!heard.contains(QString()));
}

void tst_Pictures::provider_givesTheBlobAtTheWantedSize()
{
    TabletBench bench;
    ScreenBench screen(bench, bench.tablet(bench.officer));
    const auto sha256 =
        screen.tablet->store().keepBlob(octetsOf(halves({1200, 600}), "JPEG", 90), "image/jpeg");
    QVERIFY(sha256.has_value());
    PhotoProvider provider(*screen.workplace);
    QCOMPARE(request(provider, screen.workplace->photoUrl(*sha256)).image.size(), QSize(1200, 600));
    QCOMPARE(request(provider, screen.workplace->photoUrl(*sha256, 300)).image.size(),
             QSize(300, 150));
    // A thumbnail is filled, not fitted.
    QCOMPARE(request(provider, screen.workplace->photoUrl(*sha256), {96, 96}).image.size(),
             QSize(192, 96));
    QCOMPARE(request(provider, screen.workplace->photoUrl(*sha256), {0, 120}).image.size(),
             QSize(240, 120));
    QCOMPARE(request(provider, screen.workplace->photoUrl(*sha256), {5000, 5000}).image.size(),
             QSize(1200, 600));
}

void tst_Pictures::provider_missingBlob_isAnErrorUntilItArrives()
{
    TabletBench bench;
    ScreenBench screen(bench, bench.tablet(bench.officer));
    const Bytes octets = octetsOf(halves({64, 64}), "PNG");
    const Digest sha256 = campus::sha256(octets);
    PhotoProvider provider(*screen.workplace);
    const QString url = screen.workplace->photoUrl(sha256);
    QVERIFY(!request(provider, url).error.isEmpty());
    const QSignalSpy arrived(screen.workplace.get(), &Workplace::photosArrived);
    QVERIFY(screen.tablet->store().keepBlob(octets, "image/png").has_value());
    QTRY_COMPARE_WITH_TIMEOUT(arrived.count(), 1, kPatienceMillis);
    const QString again = screen.workplace->photoUrl(sha256);
    QVERIFY(again != url); // QML asks only under a new address
    QCOMPARE(request(provider, again).image.size(), QSize(64, 64));
}

void tst_Pictures::provider_nonsenseName_isAnError()
{
    TabletBench bench;
    ScreenBench screen(bench, bench.tablet(bench.officer));
    PhotoProvider provider(*screen.workplace);
    QVERIFY(!request(provider, QStringLiteral("image://photo/../../device")).error.isEmpty());
    QVERIFY(!request(provider, QStringLiteral("image://photo/")).error.isEmpty());
}

QTEST_MAIN(tst_Pictures)
#include "tst_Pictures.moc"
