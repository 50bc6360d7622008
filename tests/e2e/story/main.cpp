// campus-story: plays the story on real parts: app cores, HTTP, server process, files.
#include <QCommandLineParser>
#include <QGuiApplication>
#include <cstdio>

#include "e2e/story/Story.h"

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // photos are drawn, nothing is shown
    const QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName("campus-story");
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "Plays one month of inspections: offline tablets, principals, reviews, figures, ledger.");
    parser.addHelpOption();
    const QCommandLineOption server("server-binary", "The campus-safety-server program.", "file");
    const QCommandLineOption home(
        "home", "Folder for everything the story makes; taken up again if it exists.", "folder");
    const QCommandLineOption quiet("quiet", "No progress line.");
    parser.addOptions({server, home, quiet});
    parser.process(app);
    if (!parser.isSet(server) || !parser.isSet(home)) {
        std::fputs("campus-story: --server-binary and --home are needed; see --help\n", stderr);
        return 2;
    }
    campus::story::Story story({parser.value(server), parser.value(home), parser.isSet(quiet)});
    const auto played = story.play();
    if (!played) {
        std::fprintf(stderr, "\ncampus-story: %s (%s)\n", played.error().detail.c_str(),
                     std::string(campus::factsOf(played.error().code).name).c_str());
        return 1;
    }
    return 0;
}
