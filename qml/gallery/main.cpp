// campus-gallery: shows every control; with --grab it writes a picture of the window and ends.
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTimer>

int main(int argc, char* argv[]) {
    QGuiApplication app(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Material"));

    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption mode(QStringLiteral("mode"), QStringLiteral("light, dark or sunlight"),
                                  QStringLiteral("name"), QStringLiteral("light"));
    const QCommandLineOption scale(QStringLiteral("scale"), QStringLiteral("text scale, 1 to 2"),
                                   QStringLiteral("factor"), QStringLiteral("1"));
    const QCommandLineOption page(QStringLiteral("page"), QStringLiteral("page number"),
                                  QStringLiteral("number"), QStringLiteral("0"));
    const QCommandLineOption width(QStringLiteral("width"), QStringLiteral("window width"),
                                   QStringLiteral("dp"), QStringLiteral("1280"));
    const QCommandLineOption height(QStringLiteral("height"), QStringLiteral("window height"),
                                    QStringLiteral("dp"), QStringLiteral("800"));
    const QCommandLineOption grab(QStringLiteral("grab"), QStringLiteral("picture to write"),
                                  QStringLiteral("file"));
    parser.addOptions({mode, scale, page, width, height, grab});
    parser.process(app);

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("mode"), parser.value(mode)},
                                 {QStringLiteral("textScale"), parser.value(scale).toDouble()},
                                 {QStringLiteral("page"), parser.value(page).toInt()},
                                 {QStringLiteral("width"), parser.value(width).toInt()},
                                 {QStringLiteral("height"), parser.value(height).toInt()}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/CampusSafety/Gallery/Gallery.qml")));
    if (engine.rootObjects().isEmpty()) {
        return 1;
    }
    if (parser.isSet(grab)) {
        auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
        QTimer::singleShot(700, window, [window, file = parser.value(grab)] {
            QGuiApplication::exit(window->grabWindow().save(file) ? 0 : 1);
        });
    }
    return QGuiApplication::exec();
}
