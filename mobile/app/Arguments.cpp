#include "app/Arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

namespace campus::app {

namespace {

constexpr int kEdgeMin = 320;
constexpr int kEdgeMax = 8192;

std::optional<QSize> sizeOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const auto fits = [](int edge) { return edge >= kEdgeMin && edge <= kEdgeMax; };
    return fits(size.width()) && fits(size.height()) ? std::optional(size) : std::nullopt;
}

QString defaultFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(QStringLiteral("campus-safety/tablet"));
}

ArgumentsRead wrong(const QString &message)
{
    return {std::nullopt, QStringLiteral("campus-safety: %1; see --help\n").arg(message), 2};
}

struct Options {
    QCommandLineOption data{QStringLiteral("data"),
                            QStringLiteral("Folder of this tablet's records."),
                            QStringLiteral("DIR"), defaultFolder()};
    QCommandLineOption server{QStringLiteral("server"),
                              QStringLiteral("Address of the server, https://…"),
                              QStringLiteral("URL")};
    QCommandLineOption code{
        QStringLiteral("enrol-code"),
        QStringLiteral("Enrol this tablet with the one-time code, if it is not enrolled yet."),
        QStringLiteral("CODE")};
    QCommandLineOption password{
        QStringLiteral("password-file"),
        QStringLiteral("File with the password for --enrol-code; without it one is made up "
                       "and kept in DIR."),
        QStringLiteral("FILE")};
    QCommandLineOption language{QStringLiteral("lang"), QStringLiteral("zh_CN or en."),
                                QStringLiteral("LANGUAGE")};
    QCommandLineOption theme{QStringLiteral("theme"), QStringLiteral("light, dark or sunlight."),
                             QStringLiteral("NAME")};
    QCommandLineOption size{QStringLiteral("size"), QStringLiteral("Size of the window, 1280x800."),
                            QStringLiteral("WxH")};
    QCommandLineOption screenshot{QStringLiteral("screenshot"),
                                  QStringLiteral("Write a picture of the first screen and end."),
                                  QStringLiteral("FILE")};
    QCommandLineOption drillClock{
        QStringLiteral("drill-clock"),
        QStringLiteral("Sample data only: file with the milliseconds to add to the clock."),
        QStringLiteral("FILE")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")},
                            QStringLiteral("Show this help.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")},
                               QStringLiteral("Show the version.")};
};

} // namespace

ArgumentsRead readArguments(const QStringList &commandLine)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Hazard inspections of schools: the tablet program."));
    parser.addOptions({options.data, options.server, options.code, options.password,
                       options.language, options.theme, options.size, options.screenshot,
                       options.drillClock, options.help, options.version});
    if (!parser.parse(commandLine))
        return wrong(parser.errorText());
    if (parser.isSet(options.help))
        return {std::nullopt, parser.helpText(), 0};
    if (parser.isSet(options.version))
        return {std::nullopt,
                QStringLiteral("campus-safety %1\n").arg(QCoreApplication::applicationVersion()),
                0};
    if (!parser.positionalArguments().isEmpty())
        return wrong(
            QStringLiteral("unexpected '%1'").arg(parser.positionalArguments().constFirst()));

    Arguments arguments;
    arguments.dataFolder =
        QDir::cleanPath(QDir::current().absoluteFilePath(parser.value(options.data)));
    arguments.server = parser.value(options.server);
    arguments.enrolCode = parser.value(options.code);
    arguments.passwordFile = parser.value(options.password);
    arguments.language = parser.value(options.language);
    arguments.theme = parser.value(options.theme);
    arguments.drillClockFile = parser.value(options.drillClock);
    arguments.screenshotFile = parser.value(options.screenshot);
    if (!arguments.enrolCode.isEmpty() && arguments.server.isEmpty())
        return wrong(QStringLiteral("--enrol-code needs --server"));
    if (parser.isSet(options.size)) {
        const auto size = sizeOf(parser.value(options.size));
        if (!size)
            return wrong(QStringLiteral("--size wants WIDTHxHEIGHT, 320 to 8192"));
        arguments.size = *size;
    }
    return {arguments, {}, 0};
}

} // namespace campus::app
