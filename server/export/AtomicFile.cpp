#include "export/AtomicFile.h"

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace campus::exports {

namespace {

class Descriptor
{
public:
    Descriptor(const std::filesystem::path &path, int flags)
        : m_number(::open(path.c_str(), flags | O_CLOEXEC, 0640))
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    bool isOpen() const { return m_number >= 0; }
    bool sync() const { return ::fsync(m_number) == 0; }
    bool write(std::string_view octets) const
    {
        while (!octets.empty()) {
            const ssize_t written = ::write(m_number, octets.data(), octets.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0)
                return false;
            octets.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }

private:
    int m_number;
};

// Names the file and removes what was begun. Reads errno first.
Error failure(const std::filesystem::path &file, const char *what)
{
    const int code = errno;
    std::error_code ignored;
    std::filesystem::remove(partOf(file), ignored);
    const ErrorCode kind =
        code == ENOSPC || code == EDQUOT ? ErrorCode::StorageFull : ErrorCode::StorageFailed;
    return {kind, file.string() + ": " + what + ": " + std::generic_category().message(code)};
}

} // namespace

std::filesystem::path partOf(const std::filesystem::path &file)
{
    std::filesystem::path part = file;
    part += ".part";
    return part;
}

Result<void> publishPart(const std::filesystem::path &file)
{
    const std::filesystem::path part = partOf(file);
    const Descriptor written(part, O_RDONLY);
    if (!written.isOpen() || !written.sync())
        return failure(file, "cannot be synced");
    if (::rename(part.c_str(), file.c_str()) != 0)
        return failure(file, "cannot be renamed");
    const Descriptor folder(file.has_parent_path() ? file.parent_path() : ".",
                            O_RDONLY | O_DIRECTORY);
    if (!folder.isOpen() || !folder.sync())
        return failure(file, "its folder cannot be synced");
    return {};
}

Result<void> writeWhole(const std::filesystem::path &file, std::string_view octets)
{
    {
        const Descriptor part(partOf(file), O_WRONLY | O_CREAT | O_TRUNC);
        if (!part.isOpen() || !part.write(octets))
            return failure(file, "cannot be written");
    }
    return publishPart(file);
}

} // namespace campus::exports
