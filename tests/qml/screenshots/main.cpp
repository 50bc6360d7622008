// campus-screenshots: writes a picture of every screen, on the stubs, in Chinese, for a tablet and a phone,
// light and dark. Ends with 1 when a screen gave a QML warning.
#include <QCommandLineParser>
#include <QDir>
#include <QEventLoop>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QQmlApplicationEngine>
#include <QQmlError>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>
#include <array>

namespace {

struct Device {
    const char* name;
    int width;
    int height;
};

constexpr std::array kDevices{Device{"tablet", 1280, 800}, Device{"phone", 412, 892}};
constexpr int kSettleMs = 320;

// Images load in the background; a picture is taken when they have had time to arrive.
void settle() {
    QEventLoop loop;
    QTimer::singleShot(kSettleMs, &loop, &QEventLoop::quit);
    loop.exec();
}

}  // namespace

int main(int argc, char* argv[]) {
    QGuiApplication app(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Material"));

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("where the pictures go"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("names that contain this text"),
                                  QStringLiteral("text"));
    const QCommandLineOption device(QStringLiteral("device"), QStringLiteral("tablet or phone"),
                                    QStringLiteral("name"));
    const QCommandLineOption mode(QStringLiteral("mode"), QStringLiteral("light, dark or sunlight"),
                                  QStringLiteral("name"));
    const QCommandLineOption scale(QStringLiteral("scale"), QStringLiteral("text scale, 1 to 2"),
                                   QStringLiteral("factor"), QStringLiteral("1"));
    const QCommandLineOption english(QStringLiteral("english"), QStringLiteral("English texts"));
    parser.addOptions({only, device, mode, scale, english});
    parser.process(app);
    if (parser.positionalArguments().isEmpty()) {
        parser.showHelp(2);
    }
    const QDir folder(parser.positionalArguments().constFirst());
    if (!folder.mkpath(QStringLiteral("."))) {
        return 2;
    }

    QTranslator texts;
    QTranslator qtTexts;
    if (!parser.isSet(english)) {
        if (!texts.load(QStringLiteral(CAMPUS_TEXTS))) {
            QTextStream(stderr) << "no Chinese texts\n";
            return 2;
        }
        QCoreApplication::installTranslator(&texts);
        if (qtTexts.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
            QCoreApplication::installTranslator(&qtTexts);
        }
    }

    QQmlApplicationEngine engine;
    int warnings = 0;
    QObject::connect(&engine, &QQmlEngine::warnings, &app,
                     [&warnings](const QList<QQmlError>& list) { warnings += static_cast<int>(list.size()); });
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    engine.addImportPath(QStringLiteral(CAMPUS_STUB_IMPORTS));
    engine.load(QUrl(QStringLiteral("qrc:/screenshots/Stage.qml")));
    if (engine.rootObjects().isEmpty()) {
        return 1;
    }
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    window->setProperty("textScale", parser.value(scale).toDouble());
    const QStringList modes = parser.isSet(mode) ? QStringList{parser.value(mode)}
                                                 : QStringList{QStringLiteral("light"), QStringLiteral("dark")};
    const QStringList shots = window->property("names").toStringList();

    int written = 0;
    for (const Device& screen : kDevices) {
        if (parser.isSet(device) && parser.value(device) != QLatin1String(screen.name)) {
            continue;
        }
        window->resize(screen.width, screen.height);
        for (const QString& modeName : modes) {
            window->setProperty("mode", modeName);
            for (const QString& shot : shots) {
                if (parser.isSet(only) && !shot.contains(parser.value(only))) {
                    continue;
                }
                QMetaObject::invokeMethod(window, "show", Q_ARG(QString, shot));
                settle();
                QMetaObject::invokeMethod(window, "pose", Q_ARG(QString, shot));
                settle();
                const QString file = QStringLiteral("%1-%2-%3.png")
                                         .arg(shot, QString::fromLatin1(screen.name), modeName);
                if (!window->grabWindow().save(folder.filePath(file))) {
                    QTextStream(stderr) << "cannot write " << file << "\n";
                    return 1;
                }
                ++written;
            }
        }
    }
    QTextStream(stdout) << written << " pictures, " << warnings << " warnings\n";
    return warnings == 0 ? 0 : 1;
}
