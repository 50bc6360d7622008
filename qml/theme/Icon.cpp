#include "Icon.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace campus::theme {

Icon::Icon(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    setImplicitSize(24, 24);
}

void Icon::setName(const QString& name) {
    if (m_name == name) {
        return;
    }
    m_name = name;
    Q_EMIT nameChanged();
    update();
}

void Icon::setColor(const QColor& color) {
    if (m_color == color) {
        return;
    }
    m_color = color;
    Q_EMIT colorChanged();
    update();
}

void Icon::setSize(qreal size) {
    if (qFuzzyCompare(implicitWidth(), size)) {
        return;
    }
    setImplicitSize(size, size);
    Q_EMIT sizeChanged();
    update();
}

void Icon::paint(QPainter* painter) {
    if (m_name.isEmpty()) {
        return;
    }
    QFile file(QStringLiteral(":/qt/qml/CampusSafety/Theme/icons/%1.svg").arg(m_name));
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", m_color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    const qreal side = qMin(width(), height());
    painter->setOpacity(m_color.alphaF());
    renderer.render(painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side));
}

}  // namespace campus::theme
