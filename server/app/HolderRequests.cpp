#include "app/HolderRequests.h"

#include <charconv>
#include <chrono>
#include <thread>
#include <vector>

#include "app/AdminDoor.h"
#include "core/Bytes.h"
#include "core/Day.h"
#include "storage/Store.h"

namespace campus::app {

namespace {

std::vector<std::string> wordsOf(const std::string &line)
{
    std::vector<std::string> words;
    for (std::size_t from = 0; from <= line.size();) {
        const std::size_t end = std::min(line.find(' ', from), line.size());
        words.push_back(line.substr(from, end - from));
        from = end + 1;
    }
    return words;
}

Result<std::string> done(const Result<void> &outcome)
{
    if (!outcome)
        return outcome.error();
    return std::string("done");
}

Result<std::string> issueCode(service::Services &services, const std::string &user)
{
    const auto code = services.accounts().issueCode(user);
    if (!code)
        return code.error();
    return code->code + " " + localDayAndTime(code->expiresAt);
}

Result<std::string> setPassword(service::Services &services, const std::string &user,
                                const std::string &base64)
{
    const auto secret = fromBase64(base64);
    if (!secret)
        return {ErrorCode::InvalidInput, "malformed request"};
    if (auto set = services.accounts().setPassword(user, std::string(asText(*secret))); !set)
        return set.error();
    return std::string("set");
}

// A verified copy of the log's first `size` records lies elsewhere. It never shrinks: the copy
// that was recorded before is still there.
Result<std::string> recordDurableSize(service::Services &services, const std::string &size)
{
    std::uint64_t wanted = 0;
    const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), wanted);
    if (error != std::errc{} || end != size.data() + size.size())
        return {ErrorCode::InvalidInput, "malformed request"};
    return done(services.store().write([&](storage::Books &books) -> Result<void> {
        const auto head = books.log().head();
        const auto known = books.setting(storage::kDurableSizeSetting);
        if (!head)
            return head.error();
        if (!known)
            return known.error();
        std::uint64_t before = 0;
        std::from_chars(known->data(), known->data() + known->size(), before);
        if (wanted > head->size)
            return {ErrorCode::Conflict, "the copy is longer than this log"};
        return wanted > before ? books.setSetting(storage::kDurableSizeSetting, size)
                               : Result<void>();
    }));
}

} // namespace

Result<std::string> answerRequest(service::Services &services, const std::string &line)
{
    const std::vector<std::string> words = wordsOf(line);
    const std::string &verb = words[0];
    if (verb == "enrol-code" && words.size() == 2)
        return issueCode(services, words[1]);
    if (verb == "password" && words.size() == 3)
        return setPassword(services, words[1], words[2]);
    if ((verb == "disable" || verb == "enable") && words.size() == 2)
        return done(services.accounts().setActive(words[1], verb == "enable"));
    if (verb == "revoke-device" && words.size() == 2)
        return done(services.accounts().revokeDevice(words[1]));
    if (verb == "durable-size" && words.size() == 2)
        return recordDurableSize(services, words[1]);
    return {ErrorCode::InvalidInput,
            "the running server does not know '" + verb + "'; is it of an older version?"};
}

Result<std::string> askHolder(const Context &context, const std::string &line)
{
    // A server that is starting holds the lock a moment before its door is open.
    constexpr int kAttempts = 25;
    for (int attempt = 1;; ++attempt) {
        auto answer = askRunningServer(context.configuration.data + "/admin.sock", line);
        if (answer || answer.error().code != ErrorCode::Gone)
            return answer;
        auto server = OpenServer::open(context, storage::DataFolder::Use::Write);
        if (server)
            return answerRequest((*server)->services(), line);
        if (server.error().code != ErrorCode::Locked || attempt == kAttempts)
            return server.error();
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
}

} // namespace campus::app
