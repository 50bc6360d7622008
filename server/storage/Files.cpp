#include "storage/Files.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace campus::storage {

Error fileError(int systemError, const std::string &doing)
{
    ErrorCode code = ErrorCode::StorageFailed;
    if (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG)
        code = ErrorCode::StorageFull;
    else if (systemError == ENOENT || systemError == ENOTDIR)
        code = ErrorCode::NotFound;
    else if (systemError == EACCES || systemError == EPERM || systemError == EROFS)
        code = ErrorCode::Forbidden;
    std::array<char, 128> text{};
    return {code, doing + ": " + strerror_r(systemError, text.data(), text.size())};
}

Result<File> File::open(const std::string &path, int flags, unsigned mode)
{
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, mode);
    if (descriptor < 0)
        return fileError(errno, "open " + path);
    return File(descriptor);
}

File::~File()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

File::File(File &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

File &File::operator=(File &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

Result<void> writeAt(const File &file, std::uint64_t offset, BytesView octets,
                     const std::string &path)
{
    while (!octets.empty()) {
        const ssize_t written =
            ::pwrite(file.descriptor(), octets.data(), octets.size(), static_cast<off_t>(offset));
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return fileError(errno, "write " + path);
        }
        octets = octets.subspan(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return {};
}

Result<void> makeFolder(const std::string &path, unsigned mode)
{
    if (::mkdir(path.c_str(), mode) != 0 && errno != EEXIST)
        return fileError(errno, "make the folder " + path);
    return {};
}

Result<void> syncFolder(const std::string &path)
{
    auto folder = File::open(path, O_RDONLY | O_DIRECTORY);
    if (!folder)
        return folder.error();
    if (::fsync(folder->descriptor()) != 0)
        return fileError(errno, "sync the folder " + path);
    return {};
}

Result<void> writeFileWhole(const std::string &path, std::string_view octets, unsigned mode)
{
    const std::string draft = path + ".new";
    auto file = File::open(draft, O_WRONLY | O_CREAT | O_TRUNC, mode);
    if (!file)
        return file.error();
    if (auto done = writeAt(*file, 0, asBytes(octets), draft); !done)
        return done;
    if (::fsync(file->descriptor()) != 0)
        return fileError(errno, "sync " + draft);
    if (::rename(draft.c_str(), path.c_str()) != 0)
        return fileError(errno, "rename " + draft);
    const std::size_t slash = path.rfind('/');
    return syncFolder(slash == std::string::npos ? "." : path.substr(0, slash + 1));
}

Result<std::string> readFileWhole(const std::string &path, std::size_t bytesMax)
{
    auto file = File::open(path, O_RDONLY);
    if (!file)
        return file.error();
    std::string octets;
    std::array<char, 64 * 1024> part{};
    for (;;) {
        const ssize_t got = ::read(file->descriptor(), part.data(), part.size());
        if (got < 0) {
            if (errno == EINTR)
                continue;
            return fileError(errno, "read " + path);
        }
        if (got == 0)
            return octets;
        octets.append(part.data(), static_cast<std::size_t>(got));
        if (octets.size() > bytesMax)
            return {ErrorCode::TooLarge,
                    path + " has more than " + std::to_string(bytesMax) + " octets"};
    }
}

bool exists(const std::string &path)
{
    return ::access(path.c_str(), F_OK) == 0;
}

} // namespace campus::storage
