#include "app/AdminDoor.h"

#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/Log.h"

namespace campus::app {

namespace {

constexpr std::size_t kLineMax = 4096;
constexpr int kPollMillis = 200;
constexpr int kClientMillis = 10'000;

Result<sockaddr_un> addressOf(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return {ErrorCode::InvalidInput,
                path + " is too long for a socket; choose a shorter data directory"};
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

std::string readLine(int socket)
{
    std::string line;
    char c = 0;
    while (line.size() < kLineMax) {
        pollfd wait{socket, POLLIN, 0};
        if (::poll(&wait, 1, kClientMillis) != 1 || ::read(socket, &c, 1) != 1 || c == '\n')
            break;
        line += c;
    }
    return line;
}

void writeLine(int socket, std::string line)
{
    line += '\n';
    for (std::size_t sent = 0; sent < line.size();) {
        const ssize_t octets = ::send(socket, line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
        if (octets <= 0)
            return;
        sent += static_cast<std::size_t>(octets);
    }
}

} // namespace

AdminDoor::AdminDoor(int listener, std::string path, Answer answer)
    : m_listener(listener),
      m_path(std::move(path)),
      m_answer(std::move(answer)),
      m_thread([this] { serve(); })
{
}

Result<std::unique_ptr<AdminDoor>> AdminDoor::open(const std::string &socket, Answer answer)
{
    const auto address = addressOf(socket);
    if (!address)
        return address.error();
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::unlink(socket.c_str()); // the lock says that no other server is here
    const mode_t before = ::umask(0177);
    const bool bound =
        listener >= 0 &&
        ::bind(listener, reinterpret_cast<const sockaddr *>(&*address), sizeof *address) == 0 &&
        ::listen(listener, 8) == 0;
    ::umask(before);
    if (!bound) {
        if (listener >= 0)
            ::close(listener);
        return {ErrorCode::StorageFailed, "cannot open " + socket + ": " + std::strerror(errno)};
    }
    return std::unique_ptr<AdminDoor>(new AdminDoor(listener, socket, std::move(answer)));
}

AdminDoor::~AdminDoor()
{
    m_closing = true;
    m_thread.join();
    ::close(m_listener);
    ::unlink(m_path.c_str());
}

void AdminDoor::serve()
{
    while (!m_closing) {
        pollfd wait{m_listener, POLLIN, 0};
        if (::poll(&wait, 1, kPollMillis) != 1)
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        const Result<std::string> answer = m_answer(readLine(client));
        writeLine(client, answer ? "ok " + *answer
                                 : "error " + std::string(factsOf(answer.error().code).name) + " " +
                                       answer.error().detail);
        ::close(client);
    }
}

Result<std::string> askRunningServer(const std::string &socket, const std::string &line)
{
    const auto address = addressOf(socket);
    if (!address)
        return address.error();
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (server < 0 ||
        ::connect(server, reinterpret_cast<const sockaddr *>(&*address), sizeof *address) != 0) {
        if (server >= 0)
            ::close(server);
        return {ErrorCode::NotFound, "no server is running"};
    }
    writeLine(server, line);
    const std::string answer = readLine(server);
    ::close(server);
    if (answer.rfind("ok ", 0) == 0)
        return answer.substr(3);
    if (answer.rfind("error ", 0) != 0)
        return {ErrorCode::ServerFailed, "the running server gave no answer; see its log"};
    const std::size_t space = answer.find(' ', 6);
    return {errorCodeNamed(answer.substr(6, space - 6)),
            space == std::string::npos ? "" : answer.substr(space + 1)};
}

} // namespace campus::app
