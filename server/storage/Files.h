// What of the file system must be exact: writes that are on disk when they return. Errors name the
// file; a full disk is StorageFull. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "core/Bytes.h"
#include "core/Result.h"

namespace campus::storage {

// An open file descriptor, closed at the end.
class File
{
public:
    // `flags` and `mode` as for open(2); O_CLOEXEC is added.
    static Result<File> open(const std::string &path, int flags, unsigned mode = 0600);
    explicit File(int descriptor = -1) : m_descriptor(descriptor) {}
    ~File();
    File(File &&other) noexcept;
    File &operator=(File &&other) noexcept;
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

Error fileError(int systemError, const std::string &doing); // from errno
Result<void> writeAt(const File &file, std::uint64_t offset, BytesView octets,
                     const std::string &path);
Result<void> makeFolder(const std::string &path, unsigned mode = 0700); // fine when it is there
Result<void> syncFolder(const std::string &path);
// Temporary file, fsync, rename, fsync of the folder: the old file or the new one, never half.
Result<void> writeFileWhole(const std::string &path, std::string_view octets, unsigned mode = 0600);
Result<std::string> readFileWhole(const std::string &path, std::size_t bytesMax);
bool exists(const std::string &path);

} // namespace campus::storage
