// campus-safety-server: the bureau's server and its command line.
#include <array>
#include <cstdio>
#include <string>
#include <sys/stat.h>
#include <vector>

#include "app/Commands.h"

namespace {

using namespace campus;
using namespace campus::app;

const std::array kCommands{&kInit,    &kServe,  &kEnrolCode, &kPassword, &kUsers,
                           &kFigures, &kLedger, &kVerify,    &kBackup};

void printUsage(std::FILE *out)
{
    std::fputs("campus-safety-server " CAMPUS_VERSION ": hazard inspections of schools\n\n"
               "Usage: campus-safety-server COMMAND [options]\n\n",
               out);
    for (const Command *command : kCommands)
        std::fprintf(out, "  %-12s %s\n", std::string(command->name).c_str(),
                     std::string(command->summary).c_str());
    std::fputs("  help         this text; COMMAND --help tells the options of one command\n"
               "  version      the version\n\n"
               "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 verify found something, 4 data "
               "directory in use\n",
               out);
}

void printHelp(const Command &command)
{
    std::printf("Usage: campus-safety-server %s [options]\n%s\n\n%s",
                std::string(command.name).c_str(), std::string(command.summary).c_str(),
                helpOf(command.options).c_str());
}

int report(const Error &error)
{
    std::fprintf(stderr, "campus-safety-server: %s\n", error.detail.c_str());
    return kExitFailed;
}

Result<Context> contextOf(const Arguments &arguments, const char *program)
{
    Context context{arguments, {}, program};
    const std::string file = arguments.value("config");
    auto configuration =
        readConfiguration(file.empty() ? kDefaultConfiguration : file, !file.empty());
    if (!configuration)
        return configuration.error();
    context.configuration = std::move(configuration).value();
    if (arguments.has("data"))
        context.configuration.data = arguments.value("data");
    if (arguments.has("bind"))
        context.configuration.bind = arguments.value("bind");
    if (arguments.has("port")) {
        const auto port = portFrom(arguments.value("port"));
        if (!port)
            return {ErrorCode::InvalidInput, "--port: " + port.error().detail};
        context.configuration.port = *port;
    }
    setLogLevel(context.configuration.logLevel);
    return context;
}

int runCommand(const Command &command, const std::vector<std::string> &words, const char *program)
{
    for (const std::string &word : words) {
        if (word == "--help" || word == "-h") {
            printHelp(command);
            return 0;
        }
    }
    const auto arguments = Arguments::parse(words, command.options);
    if (!arguments) {
        std::fprintf(stderr, "campus-safety-server %s: %s\n\n%s", std::string(command.name).c_str(),
                     arguments.error().detail.c_str(), helpOf(command.options).c_str());
        return kExitUsage;
    }
    const auto context = contextOf(*arguments, program);
    if (!context) {
        report(context.error());
        return kExitUsage;
    }
    const auto code = command.run(*context);
    if (code)
        return *code;
    report(code.error());
    if (code.error().code == ErrorCode::InvalidInput)
        return kExitUsage;
    return code.error().code == ErrorCode::Locked ? kExitInUse : kExitFailed;
}

} // namespace

int main(int argc, char **argv)
{
    ::umask(077); // what is written here is the bureau's
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.empty()) {
        printUsage(stderr);
        return kExitUsage;
    }
    if (words[0] == "help" || words[0] == "--help" || words[0] == "-h") {
        printUsage(stdout);
        return 0;
    }
    if (words[0] == "version" || words[0] == "--version") {
        std::puts(CAMPUS_VERSION);
        return 0;
    }
    for (const Command *command : kCommands) {
        if (words[0] == command->name)
            return runCommand(*command, {words.begin() + 1, words.end()}, argv[0]);
    }
    std::fprintf(stderr, "campus-safety-server: there is no command '%s'\n\n", words[0].c_str());
    printUsage(stderr);
    return kExitUsage;
}
