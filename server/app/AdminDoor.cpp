#include "app/AdminDoor.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/Log.h"

namespace campus::app {

namespace {

using storage::File;

constexpr std::size_t kLineMax = 4096;
constexpr int kPollMillis = 200;
constexpr int kAskedMillis = 2'000;   // a client that says nothing holds up the next
constexpr int kAnswerMillis = 60'000; // a busy disk, a password hash

// A socket's address holds 107 octets; a data directory may lie deeper. The folder is opened and
// named by its descriptor.
struct Place {
    File folder;
    sockaddr_un address{};
};

Result<Place> placeOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    auto folder = File::open(slash == std::string::npos ? "." : path.substr(0, slash + 1),
                             O_PATH | O_DIRECTORY);
    if (!folder)
        return folder.error();
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    const std::string shortPath =
        "/proc/self/fd/" + std::to_string(folder->descriptor()) + "/" + name;
    Place place;
    place.folder = std::move(*folder);
    place.address.sun_family = AF_UNIX;
    CAMPUS_ASSERT(shortPath.size() < sizeof place.address.sun_path);
    std::memcpy(place.address.sun_path, shortPath.c_str(), shortPath.size() + 1);
    return place;
}

std::string readLine(const File &socket, int patienceMillis)
{
    std::string line;
    char c = 0;
    while (line.size() < kLineMax) {
        pollfd wait{socket.descriptor(), POLLIN, 0};
        if (::poll(&wait, 1, patienceMillis) != 1 || ::read(socket.descriptor(), &c, 1) != 1 ||
            c == '\n')
            break;
        line += c;
    }
    return line;
}

void writeLine(const File &socket, std::string line)
{
    line += '\n';
    for (std::size_t sent = 0; sent < line.size();) {
        const ssize_t octets =
            ::send(socket.descriptor(), line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
        if (octets <= 0)
            return;
        sent += static_cast<std::size_t>(octets);
    }
}

} // namespace

AdminDoor::AdminDoor(File listener, std::string path, Answer answer)
    : m_listener(std::move(listener)),
      m_path(std::move(path)),
      m_answer(std::move(answer)),
      m_thread([this] { serve(); })
{
}

Result<std::unique_ptr<AdminDoor>> AdminDoor::open(const std::string &socket, Answer answer)
{
    const auto place = placeOf(socket);
    if (!place)
        return place.error();
    File listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    ::unlink(socket.c_str()); // the lock says that no other server is here
    const mode_t before = ::umask(0177);
    const bool bound =
        listener.descriptor() >= 0 &&
        ::bind(listener.descriptor(), reinterpret_cast<const sockaddr *>(&place->address),
               sizeof place->address) == 0 &&
        ::listen(listener.descriptor(), 8) == 0;
    const int failure = errno;
    ::umask(before);
    if (!bound)
        return storage::fileError(failure, "open the door " + socket);
    return std::unique_ptr<AdminDoor>(
        new AdminDoor(std::move(listener), socket, std::move(answer)));
}

AdminDoor::~AdminDoor()
{
    m_closing = true;
    m_thread.join();
    ::unlink(m_path.c_str());
}

void AdminDoor::serve()
{
    while (!m_closing) {
        pollfd wait{m_listener.descriptor(), POLLIN, 0};
        if (::poll(&wait, 1, kPollMillis) != 1)
            continue;
        const File client(::accept4(m_listener.descriptor(), nullptr, nullptr, SOCK_CLOEXEC));
        if (client.descriptor() < 0)
            continue;
        const Result<std::string> answer = m_answer(readLine(client, kAskedMillis));
        writeLine(client, answer ? "ok " + *answer
                                 : "error " + std::string(factsOf(answer.error().code).name) + " " +
                                       answer.error().detail);
    }
}

Result<std::string> askRunningServer(const std::string &socket, const std::string &line)
{
    const auto place = placeOf(socket);
    if (!place)
        return {ErrorCode::Gone, place.error().detail};
    const File server(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (server.descriptor() < 0 ||
        ::connect(server.descriptor(), reinterpret_cast<const sockaddr *>(&place->address),
                  sizeof place->address) != 0)
        return {ErrorCode::Gone, "no server is running"};
    writeLine(server, line);
    const std::string answer = readLine(server, kAnswerMillis);
    if (answer.starts_with("ok "))
        return answer.substr(3);
    if (!answer.starts_with("error "))
        return {ErrorCode::ServerFailed, "the running server gave no answer; see its log"};
    const std::size_t space = answer.find(' ', 6);
    return {errorCodeNamed(answer.substr(6, space - 6)),
            space == std::string::npos ? "" : answer.substr(space + 1)};
}

} // namespace campus::app
