#include "e2e/story/StoryPhotos.h"

#include <QBuffer>
#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>
#include <QtEndian>

#include "core/Sha256.h"

namespace campus::story {

namespace {

Bytes encoded(const QImage &image, const char *format, int quality)
{
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return {octets.begin(), octets.end()};
}

void drawBus(QPainter &p, bool damaged)
{
    p.setBrush(QColor(246, 190, 35));
    p.setPen(QPen(QColor(60, 50, 20), 5));
    p.drawRoundedRect(220, 430, 1120, 430, 46, 46);
    p.setBrush(QColor(150, 190, 215));
    for (int i = 0; i < 5; ++i)
        p.drawRect(290 + i * 200, 490, 150, 140);
    p.setBrush(QColor(40, 40, 44));
    p.drawEllipse(340, 790, 170, 170);
    p.drawEllipse(1040, 790, 170, 170);
    if (damaged) {
        p.setPen(QPen(QColor(190, 30, 30), 9));
        p.drawLine(720, 650, 860, 820);
        p.drawLine(860, 650, 740, 820);
    }
}

void drawKitchen(QPainter &p, bool damaged)
{
    p.setPen(QPen(QColor(90, 98, 104), 4));
    p.setBrush(QColor(196, 204, 210));
    p.drawRect(140, 640, 1320, 320);
    for (int i = 0; i < 3; ++i) {
        p.setBrush(QColor(120, 130, 138));
        p.drawEllipse(260 + i * 400, 540, 250, 130);
    }
    p.setBrush(damaged ? QColor(190, 40, 40) : QColor(50, 140, 90));
    p.drawRect(1180, 220, 150, 230);
}

void drawBuilding(QPainter &p, bool damaged)
{
    p.setPen(QPen(QColor(110, 90, 76), 4));
    p.setBrush(QColor(222, 200, 178));
    p.drawRect(260, 240, 1080, 760);
    p.setBrush(QColor(140, 172, 190));
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column < 6; ++column)
            p.drawRect(320 + column * 170, 300 + row * 170, 110, 110);
    }
    if (damaged) {
        QPainterPath crack(QPointF(760, 245));
        crack.lineTo(790, 420);
        crack.lineTo(742, 560);
        crack.lineTo(802, 760);
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(QColor(40, 30, 26), 11));
        p.drawPath(crack);
    }
}

void drawWater(QPainter &p, bool damaged)
{
    p.setPen(Qt::NoPen);
    p.setBrush(QColor(150, 140, 120));
    p.drawRect(0, 600, 1600, 600);
    p.setBrush(damaged ? QColor(112, 96, 62) : QColor(150, 176, 186));
    QPainterPath pool(QPointF(180, 860));
    pool.cubicTo(420, 690, 1100, 710, 1440, 880);
    pool.cubicTo(1180, 1090, 420, 1100, 180, 860);
    p.drawPath(pool);
}

void drawGate(QPainter &p, bool damaged)
{
    p.setPen(QPen(QColor(70, 74, 80), 6));
    p.setBrush(QColor(168, 88, 70));
    p.drawRect(180, 420, 160, 600);
    p.drawRect(1260, 420, 160, 600);
    p.drawRect(180, 330, 1240, 90);
    if (!damaged) {
        for (int x = 380; x < 1260; x += 90)
            p.drawLine(x, 560, x, 1020);
    }
}

// Sensor noise, so that a picture compresses like a photo and not like a drawing.
void addNoise(QImage &image, quint32 seed)
{
    QRandomGenerator random(seed);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const quint32 bits = random.generate();
            const int shift = static_cast<int>(bits & 15) - 8;
            line[x] =
                qRgb(qBound(0, qRed(line[x]) + shift, 255), qBound(0, qGreen(line[x]) + shift, 255),
                     qBound(0, qBlue(line[x]) + shift, 255));
        }
    }
}

} // namespace

Bytes takePicture(const QString &kind, const QString &subject, Scene scene)
{
    QImage image(1600, 1200, QImage::Format_RGB32);
    const Digest digest = sha256((kind + subject).toStdString());
    const quint32 seed =
        qFromLittleEndian<quint32>(digest.bytes.data()) + static_cast<quint32>(scene);
    QLinearGradient sky(0, 0, 0, 1200);
    sky.setColorAt(0, QColor(176, 200, 222));
    sky.setColorAt(1, QColor(206, 206, 196));
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    p.fillRect(image.rect(), sky);
    const bool damaged = scene == Scene::Before;
    if (kind == "bus")
        drawBus(p, damaged);
    else if (kind == "canteen")
        drawKitchen(p, damaged);
    else if (kind == "building")
        drawBuilding(p, damaged);
    else if (kind == "flood_point")
        drawWater(p, damaged);
    else
        drawGate(p, damaged);
    QFont font("Noto Sans CJK SC");
    font.setPixelSize(44);
    p.setFont(font);
    p.fillRect(0, 1090, 1600, 110, QColor(0, 0, 0, 150));
    p.setPen(Qt::white);
    const QString mark = scene == Scene::Before  ? "整改前"
                         : scene == Scene::After ? "整改后"
                         : scene == Scene::Proof ? "管控"
                                                 : "现场";
    p.drawText(QRect(40, 1090, 1520, 110), Qt::AlignVCenter | Qt::AlignLeft,
               mark + " · " + subject + "（演练）");
    p.end();
    addNoise(image, seed);
    return encoded(image, "JPEG", 82);
}

Bytes drawSignature(const QString &name)
{
    QImage image(480, 200, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    QFont font("Noto Serif CJK SC");
    font.setPixelSize(92);
    font.setItalic(true);
    p.setFont(font);
    p.setPen(QColor(20, 30, 70));
    p.drawText(image.rect(), Qt::AlignCenter, name);
    p.end();
    return encoded(image, "PNG", -1);
}

} // namespace campus::story
