#include <array>
#include <cstdio>
#include <iostream>

#include "app/AdminDoor.h"
#include "app/Commands.h"
#include "app/PeopleRequests.h"
#include "core/Day.h"
#include "core/Limits.h"

namespace campus::app {

namespace {

const std::array kCodeOptions{kDataOption, kConfigOption,
                              Option{"user", "ID", "whom the code invites, for instance U005"},
                              kDrillClockOption};
const std::array kPasswordOptions{
    kDataOption, kConfigOption,
    Option{"user", "ID", "whose password is set; it is read from standard input, one line"},
    kDrillClockOption};
const std::array kUsersOptions{kDataOption, kConfigOption, kDrillClockOption};

// Through the running server if there is one, else with the data directory locked for ourselves.
Result<std::string> request(const Context &context, const std::string &line)
{
    const std::string socket = context.configuration.data + "/admin.sock";
    auto answer = askRunningServer(socket, line);
    if (answer || answer.error().code != ErrorCode::NotFound ||
        answer.error().detail != "no server is running")
        return answer;
    auto server = OpenServer::open(context, storage::DataFolder::Use::Write);
    if (!server)
        return server.error();
    return answerRequest((*server)->services(), line);
}

Result<std::string> neededUser(const Context &context)
{
    const std::string user = context.arguments.value("user");
    if (user.empty() || user.find(' ') != std::string::npos)
        return {ErrorCode::InvalidInput, "--user ID is needed"};
    return user;
}

Result<int> enrolCode(const Context &context)
{
    const auto user = neededUser(context);
    if (!user)
        return user.error();
    const auto code = request(context, "enrol-code " + *user);
    if (!code)
        return code.error();
    std::printf("%s\n", code->c_str());
    return 0;
}

Result<int> password(const Context &context)
{
    const auto user = neededUser(context);
    if (!user)
        return user.error();
    std::string line;
    if (!std::getline(std::cin, line) || line.size() < limits::kPasswordCharsMin)
        return {ErrorCode::InvalidInput, "write a password of at least " +
                                             std::to_string(limits::kPasswordCharsMin) +
                                             " characters to standard input"};
    if (auto set = request(context, "password " + *user + " " + toBase64(asBytes(line))); !set)
        return set.error();
    std::puts("the password is set");
    return 0;
}

Result<int> users(const Context &context)
{
    auto server = OpenServer::open(context, storage::DataFolder::Use::Read);
    if (!server)
        return server.error();
    const auto lines = (*server)->services().accounts().list();
    if (!lines)
        return lines.error();
    for (const service::AccountLine &line : *lines) {
        std::printf("%-6s %-14s %s%s%s\n", line.user.id.c_str(),
                    std::string(domain::nameOf(line.user.role)).c_str(), line.user.name.c_str(),
                    line.user.active ? "" : "  (disabled)",
                    line.hasPassword ? "" : "  (no password)");
        for (const service::DeviceLine &device : line.devices) {
            std::printf(
                "         %s  seen %s%s%s\n", device.label.c_str(),
                device.seenAt > 0 ? localDayAndTime(device.seenAt).c_str() : "never",
                device.declaredUnsent > 0
                    ? (", declared unsent: " + std::to_string(device.declaredUnsent)).c_str()
                    : "",
                device.revoked ? ", revoked" : "");
        }
    }
    return 0;
}

} // namespace

Result<std::string> answerRequest(service::Services &services, const std::string &line)
{
    const std::size_t first = line.find(' ');
    const std::size_t second = line.find(' ', first + 1);
    const std::string verb = line.substr(0, first);
    const std::string user =
        first == std::string::npos ? std::string() : line.substr(first + 1, second - first - 1);
    if (verb == "enrol-code") {
        const auto code = services.accounts().issueCode(user);
        if (!code)
            return code.error();
        return "one-time code for " + user + ": " + code->code + " (valid until " +
               localDayAndTime(code->expiresAt) + ")";
    }
    if (verb == "password" && second != std::string::npos) {
        const auto secret = fromBase64(line.substr(second + 1));
        if (!secret)
            return {ErrorCode::InvalidInput, "malformed request"};
        if (auto set = services.accounts().setPassword(user, std::string(asText(*secret))); !set)
            return set.error();
        return std::string("set");
    }
    return {ErrorCode::InvalidInput,
            "the running server does not know '" + verb + "'; is it an older version?"};
}

const Command kEnrolCode{"enrol-code", "print a one-time code that lets one person enrol a tablet",
                         kCodeOptions, enrolCode};
const Command kPassword{"password", "set a person's password", kPasswordOptions, password};
const Command kUsers{"users", "list people and their tablets", kUsersOptions, users};

} // namespace campus::app
