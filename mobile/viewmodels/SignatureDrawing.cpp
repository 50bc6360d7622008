#include "viewmodels/SignatureDrawing.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPointF>
#include <algorithm>
#include <optional>
#include <vector>

namespace campus::viewmodels {

namespace {

constexpr int kLongEdge = 800;     // pixels; a signature prints at 5 cm
constexpr qreal kPenShare = 0.006; // of the long edge
constexpr qsizetype kPointsMax = 20'000;

std::optional<QPointF> pointOf(const QVariant &value)
{
    QPointF point;
    if (value.canConvert<QPointF>()) {
        point = value.toPointF();
    } else {
        const QVariantMap map = value.toMap();
        bool hasX = false;
        bool hasY = false;
        point = {map.value(QStringLiteral("x")).toReal(&hasX),
                 map.value(QStringLiteral("y")).toReal(&hasY)};
        if (!hasX || !hasY)
            return std::nullopt;
    }
    if (!(point.x() >= 0 && point.x() <= 1 && point.y() >= 0 && point.y() <= 1))
        return std::nullopt;
    return point;
}

using Stroke = std::vector<QPointF>;

std::optional<std::vector<Stroke>> strokesOf(const QVariantList &list, QSizeF size)
{
    std::vector<Stroke> strokes;
    qsizetype points = 0;
    for (const QVariant &entry : list) {
        Stroke stroke;
        for (const QVariant &value : entry.toList()) {
            const auto point = pointOf(value);
            if (!point || ++points > kPointsMax)
                return std::nullopt;
            stroke.emplace_back(point->x() * size.width(), point->y() * size.height());
        }
        if (!stroke.empty())
            strokes.push_back(std::move(stroke));
    }
    return strokes.empty() ? std::nullopt : std::optional(std::move(strokes));
}

// Through the middles between the points, as the pad shows it.
QPainterPath pathOf(const Stroke &stroke)
{
    QPainterPath path(stroke.front());
    if (stroke.size() == 1) {
        path.lineTo(stroke.front() + QPointF(0.5, 0));
        return path;
    }
    for (std::size_t i = 1; i < stroke.size(); ++i)
        path.quadTo(stroke[i - 1], (stroke[i - 1] + stroke[i]) / 2);
    path.lineTo(stroke.back());
    return path;
}

} // namespace

Bytes signaturePng(const QVariantList &strokes, qreal width, qreal height)
{
    if (!(width >= 1) || !(height >= 1))
        return {};
    const QSize size =
        QSizeF(width, height).scaled(kLongEdge, kLongEdge, Qt::KeepAspectRatio).toSize();
    if (size.isEmpty())
        return {};
    const auto drawn = strokesOf(strokes, size);
    if (!drawn)
        return {};
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, std::max(2.0, kPenShare * kLongEdge), Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    for (const Stroke &stroke : *drawn)
        painter.drawPath(pathOf(stroke));
    painter.end();
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return {};
    return {octets.begin(), octets.end()};
}

} // namespace campus::viewmodels
