#include <array>
#include <cstdio>
#include <iostream>

#include <termios.h>
#include <unistd.h>

#include "app/Commands.h"
#include "app/HolderRequests.h"
#include "core/Bytes.h"
#include "core/Day.h"

namespace campus::app {

namespace {

const std::array kCodeOptions{kDataOption, kConfigOption,
                              Option{"user", "ID", "whom the code invites, for instance U005"},
                              kDrillClockOption};
const std::array kPasswordOptions{
    kDataOption, kConfigOption,
    Option{"user", "ID", "whose password is set; it is read from standard input, one line"},
    kDrillClockOption};
const std::array kUsersOptions{
    kDataOption,
    kConfigOption,
    Option{"disable", "ID", "close a person's account; unsent work of theirs is still taken"},
    Option{"enable", "ID", "open it again"},
    Option{"revoke-device", "ID", "let a tablet in no more; what it still sends is kept aside"},
    kDrillClockOption};

Result<std::string> neededUser(const Context &context)
{
    const std::string user = context.arguments.value("user");
    if (user.empty() || user.find(' ') != std::string::npos)
        return {ErrorCode::InvalidInput, "--user ID is needed; 'users' lists them"};
    return user;
}

Result<int> enrolCode(const Context &context)
{
    const auto user = neededUser(context);
    if (!user)
        return user.error();
    const auto answer = askHolder(context, "enrol-code " + *user);
    if (!answer)
        return answer.error();
    const std::size_t space = answer->find(' ');
    std::printf("%s\n", answer->substr(0, space).c_str()); // the code alone, for scripts
    std::fprintf(stderr, "one-time code for %s, valid until %s\n", user->c_str(),
                 answer->substr(space + 1).c_str());
    return 0;
}

// One line of standard input; unseen while it is typed.
Result<std::string> secretLine()
{
    termios before{};
    const bool terminal = ::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &before) == 0;
    if (terminal) {
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        std::fputs("new password: ", stderr);
    }
    std::string line;
    const bool read = static_cast<bool>(std::getline(std::cin, line));
    if (terminal) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        std::fputc('\n', stderr);
    }
    if (!read || line.empty())
        return {ErrorCode::InvalidInput, "write the password to standard input, one line"};
    return line;
}

Result<int> password(const Context &context)
{
    const auto user = neededUser(context);
    if (!user)
        return user.error();
    const auto secret = secretLine();
    if (!secret)
        return secret.error();
    if (auto set = askHolder(context, "password " + *user + " " + toBase64(asBytes(*secret))); !set)
        return set.error();
    std::puts("the password is set");
    return 0;
}

void print(const service::AccountLine &line)
{
    std::printf("%-6s %-14s %s%s%s\n", line.user.id.c_str(),
                std::string(domain::nameOf(line.user.role)).c_str(), line.user.name.c_str(),
                line.user.active ? "" : "  (disabled)", line.hasPassword ? "" : "  (no password)");
    for (const service::DeviceLine &device : line.devices) {
        std::printf("       %s  %s  seen %s%s%s\n", device.id.c_str(), device.label.c_str(),
                    localDayAndTime(device.seenAt).c_str(),
                    device.declaredUnsent > 0
                        ? (", declared unsent: " + std::to_string(device.declaredUnsent)).c_str()
                        : "",
                    device.revoked ? ", revoked" : "");
    }
}

Result<int> users(const Context &context)
{
    std::string request;
    for (const char *change : {"disable", "enable", "revoke-device"}) {
        const std::string id = context.arguments.value(change);
        if (!id.empty() && !request.empty())
            return {ErrorCode::InvalidInput, "one change at a time; nothing was changed"};
        if (!id.empty())
            request = std::string(change) + " " + id;
    }
    if (!request.empty()) {
        if (auto changed = askHolder(context, request); !changed)
            return changed.error();
        std::puts("done");
        return 0;
    }
    auto server = OpenServer::open(context, storage::DataFolder::Use::Read);
    if (!server)
        return server.error();
    const auto lines = (*server)->services().accounts().list();
    if (!lines)
        return lines.error();
    for (const service::AccountLine &line : *lines)
        print(line);
    return 0;
}

} // namespace

const Command kEnrolCode{"enrol-code", "print a one-time code that lets one person enrol a tablet",
                         kCodeOptions, enrolCode};
const Command kPassword{"password", "set a person's password", kPasswordOptions, password};
const Command kUsers{"users", "list people and their tablets, close accounts, revoke tablets",
                     kUsersOptions, users};

} // namespace campus::app
