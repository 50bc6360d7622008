#include "store/Files.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utility>

namespace campus::store {

namespace {

Error failure(const char *doing, const std::string &path)
{
    const int cause = errno;
    ErrorCode code = ErrorCode::StorageFailed;
    if (cause == ENOSPC || cause == EDQUOT || cause == EFBIG)
        code = ErrorCode::StorageFull;
    else if (cause == ENOENT)
        code = ErrorCode::NotFound;
    return {code, std::string(doing) + " " + path + ": " + std::strerror(cause)};
}

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }
    bool close() { return ::close(std::exchange(m_fd, -1)) == 0; }

private:
    int m_fd;
};

bool writeAll(int fd, BytesView octets)
{
    while (!octets.empty()) {
        const ssize_t written = ::write(fd, octets.data(), octets.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        octets = octets.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

std::string folderOf(const std::string &path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash);
}

bool syncFolder(const std::string &folder)
{
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return fd && ::fsync(fd.get()) == 0;
}

constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

} // namespace

Result<void> PosixFiles::writeDurably(const std::string &path, BytesView octets)
{
    static std::atomic<unsigned> serial{0}; // two threads may store the same octets at once
    const std::string temporary = path + "." + std::to_string(++serial) + ".tmp";
    Descriptor fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kOwnerOnly));
    if (!fd)
        return failure("create", temporary);
    if (!writeAll(fd.get(), octets) || ::fsync(fd.get()) != 0 || !fd.close()) {
        Error error = failure("write", temporary);
        ::unlink(temporary.c_str());
        return error;
    }
    return rename(temporary, path);
}

Result<Bytes> PosixFiles::read(const std::string &path)
{
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd)
        return failure("open", path);
    struct stat facts{};
    if (::fstat(fd.get(), &facts) != 0)
        return failure("look at", path);
    Bytes octets(static_cast<std::size_t>(facts.st_size));
    std::size_t filled = 0;
    while (filled < octets.size()) {
        const ssize_t taken = ::read(fd.get(), octets.data() + filled, octets.size() - filled);
        if (taken < 0 && errno == EINTR)
            continue;
        if (taken < 0)
            return failure("read", path);
        if (taken == 0)
            break;
        filled += static_cast<std::size_t>(taken);
    }
    octets.resize(filled);
    return octets;
}

Result<void> PosixFiles::copy(const std::string &from, const std::string &to)
{
    const Descriptor in(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
    if (!in)
        return failure("open", from);
    Descriptor out(::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kOwnerOnly));
    if (!out)
        return failure("create", to);
    std::array<std::uint8_t, 65536> part{};
    for (;;) {
        const ssize_t taken = ::read(in.get(), part.data(), part.size());
        if (taken < 0 && errno == EINTR)
            continue;
        if (taken < 0)
            return failure("read", from);
        if (taken == 0)
            break;
        if (!writeAll(out.get(), BytesView(part).first(static_cast<std::size_t>(taken)))) {
            Error error = failure("write", to);
            ::unlink(to.c_str());
            return error;
        }
    }
    if (::fsync(out.get()) != 0 || !out.close() || !syncFolder(folderOf(to)))
        return failure("write", to);
    return {};
}

Result<void> PosixFiles::rename(const std::string &from, const std::string &to)
{
    if (::rename(from.c_str(), to.c_str()) != 0 || !syncFolder(folderOf(to)))
        return failure("rename", from);
    return {};
}

Result<void> PosixFiles::remove(const std::string &path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return failure("remove", path);
    return {};
}

Result<void> PosixFiles::makeFolder(const std::string &path)
{
    for (std::size_t slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
        const std::string part = path.substr(0, slash);
        if (::mkdir(part.c_str(), S_IRWXU) != 0 && errno != EEXIST)
            return failure("make folder", part);
        if (slash == std::string::npos)
            return {};
    }
}

std::vector<std::string> PosixFiles::list(const std::string &folder)
{
    std::vector<std::string> names;
    if (DIR *open = ::opendir(folder.c_str())) {
        while (const dirent *entry = ::readdir(open)) {
            const std::string name(entry->d_name);
            if (name != "." && name != "..")
                names.push_back(name);
        }
        ::closedir(open);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::optional<std::uint64_t> PosixFiles::size(const std::string &path)
{
    struct stat facts{};
    if (::stat(path.c_str(), &facts) != 0)
        return std::nullopt;
    return static_cast<std::uint64_t>(facts.st_size);
}

std::uint64_t PosixFiles::freeBytes(const std::string &folder)
{
    struct statvfs facts{};
    if (::statvfs(folder.c_str(), &facts) != 0)
        return 0;
    return static_cast<std::uint64_t>(facts.f_bavail) * facts.f_frsize;
}

} // namespace campus::store
