#include "viewmodels/PhotoProvider.h"

#include <QBuffer>
#include <QImageReader>
#include <QQuickTextureFactory>
#include <QRunnable>
#include <QUrlQuery>
#include <algorithm>
#include <atomic>
#include <memory>

namespace campus::viewmodels {

namespace {

constexpr int kDecoders = 2;
constexpr int kEdgeMax = 4096; // what any graphics chip takes as one texture

// Lives until QML deletes it after finished().
class PhotoResponse final : public QQuickImageResponse
{
public:
    // From a decoder's thread. finished() comes on the response's own thread: the reader of QML
    // connects to it only after requestImageResponse() has returned.
    void finish(QImage image, const QString &error)
    {
        QMetaObject::invokeMethod(
            this,
            [this, image = std::move(image), error] {
                m_image = image;
                m_error = error;
                Q_EMIT finished();
            },
            Qt::QueuedConnection);
    }
    QQuickTextureFactory *textureFactory() const override
    {
        return QQuickTextureFactory::textureFactoryForImage(m_image);
    }
    QString errorString() const override { return m_error; }
    void cancel() override { m_cancelled->store(true); }
    std::shared_ptr<std::atomic<bool>> cancelled() const { return m_cancelled; }

private:
    QImage m_image;
    QString m_error;
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
};

QSize sizeFor(QSize whole, int width, QSize wanted)
{
    QSize size = whole;
    if (wanted.width() > 0 || wanted.height() > 0) {
        const QSize box(wanted.width() > 0 ? wanted.width() : kEdgeMax,
                        wanted.height() > 0 ? wanted.height() : kEdgeMax);
        // Filled, not fitted: a thumbnail is cropped by the view.
        const bool both = wanted.width() > 0 && wanted.height() > 0;
        size = size.scaled(box, both ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio);
    } else if (width > 0) {
        size = QSize(width, std::max(1, whole.height() * width / std::max(1, whole.width())));
    }
    if (size.width() > whole.width())
        size = whole;
    return size.width() > kEdgeMax || size.height() > kEdgeMax
               ? size.scaled(kEdgeMax, kEdgeMax, Qt::KeepAspectRatio)
               : size;
}

QImage decode(const Bytes &octets, int width, QSize wanted)
{
    QByteArray array = QByteArray::fromRawData(reinterpret_cast<const char *>(octets.data()),
                                               static_cast<qsizetype>(octets.size()));
    QBuffer buffer(&array);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (whole.isValid()) {
        const bool turned =
            reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
        const QSize scaled = sizeFor(turned ? whole.transposed() : whole, width, wanted);
        reader.setScaledSize(turned ? scaled.transposed() : scaled);
    }
    return reader.read();
}

} // namespace

PhotoProvider::PhotoProvider(Workplace &workplace) : m_workplace(workplace)
{
    m_decoders.setMaxThreadCount(kDecoders);
}

PhotoProvider::~PhotoProvider()
{
    m_decoders.waitForDone();
}

QQuickImageResponse *PhotoProvider::requestImageResponse(const QString &id,
                                                         const QSize &requestedSize)
{
    auto *response = new PhotoResponse;
    const qsizetype mark = id.indexOf(QLatin1Char('?'));
    const auto sha256 = Digest::fromHex((mark < 0 ? id : id.left(mark)).toStdString());
    const int width =
        mark < 0 ? 0 : QUrlQuery(id.mid(mark + 1)).queryItemValue(QStringLiteral("w")).toInt();
    const auto cancelled = response->cancelled();
    m_decoders.start([this, response, sha256, width, requestedSize, cancelled] {
        if (!sha256)
            return response->finish({}, QStringLiteral("not the name of a photo"));
        if (cancelled->load())
            return response->finish({}, QStringLiteral("no longer wanted"));
        const auto octets = m_workplace.store().readBlob(*sha256);
        if (!octets) {
            m_workplace.noteMissingPhoto(*sha256);
            return response->finish({}, QString::fromStdString(octets.error().detail));
        }
        QImage image = decode(*octets, width, requestedSize);
        const QString error = image.isNull() ? QStringLiteral("cannot be decoded") : QString();
        response->finish(std::move(image), error);
    });
    return response;
}

} // namespace campus::viewmodels
