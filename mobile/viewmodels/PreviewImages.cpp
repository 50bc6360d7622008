#include "viewmodels/PreviewImages.h"

#include <QBuffer>
#include <QByteArray>
#include <QColorSpace>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <algorithm>

#include "core/Limits.h"

namespace campus::viewmodels {

namespace {

constexpr int kPixelsMax =
    200'000'000; // no tablet's camera is near it; a picture over it is an attack
constexpr int kQualityBest = 85;
constexpr int kQualityLeast = 35;
constexpr int kQualityStep = 10;
constexpr double kShrink = 0.75;

QByteArray jpegOf(const QImage &image, int quality)
{
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    return writer.write(image) ? octets : QByteArray();
}

// Pixels only: no orientation, profile or text stays.
QImage plain(QImage image)
{
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    QImage pixels = image.convertToFormat(QImage::Format_RGB32);
    pixels.setColorSpace({});
    for (const QString &key : pixels.textKeys())
        pixels.setText(key, {});
    return pixels;
}

} // namespace

Result<Bytes> PreviewImages::previewOf(BytesView original, const std::string &mediaType)
{
    QByteArray octets = QByteArray::fromRawData(reinterpret_cast<const char *>(original.data()),
                                                static_cast<qsizetype>(original.size()));
    QBuffer buffer(&octets);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!reader.canRead() || (size.isValid() && qint64(size.width()) * size.height() > kPixelsMax))
        return {ErrorCode::UnsupportedMedia, "preview: " + mediaType + " cannot be decoded"};
    if (size.isValid() && std::max(size.width(), size.height()) > kLongEdge)
        reader.setScaledSize(size.scaled(kLongEdge, kLongEdge, Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull())
        return {ErrorCode::UnsupportedMedia, "preview: " + mediaType + " cannot be decoded"};
    if (std::max(image.width(), image.height()) > kLongEdge)
        image = image.scaled(kLongEdge, kLongEdge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    image = plain(std::move(image));

    while (image.width() > 1 && image.height() > 1) {
        for (int quality = kQualityBest; quality >= kQualityLeast; quality -= kQualityStep) {
            const QByteArray jpeg = jpegOf(image, quality);
            if (jpeg.isEmpty())
                return {ErrorCode::Internal, "preview: JPEG cannot be written"};
            if (static_cast<std::size_t>(jpeg.size()) <= limits::kPreviewBytesMax)
                return Bytes(jpeg.begin(), jpeg.end());
        }
        image = image.scaled(QSize(static_cast<int>(image.width() * kShrink),
                                   static_cast<int>(image.height() * kShrink)),
                             Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    return {ErrorCode::UnsupportedMedia, "preview: the picture cannot be made small enough"};
}

} // namespace campus::viewmodels
