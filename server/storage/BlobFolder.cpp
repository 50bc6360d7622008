#include "storage/BlobFolder.h"

#include <array>
#include <cerrno>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/IdSource.h"
#include "storage/Files.h"

namespace campus::storage {

namespace {

Result<Digest> hashFile(const File &file, const std::string &path)
{
    Sha256 hash;
    std::array<std::uint8_t, 64 * 1024> part{};
    off_t at = 0;
    for (;;) {
        const ssize_t got = ::pread(file.descriptor(), part.data(), part.size(), at);
        if (got < 0) {
            if (errno == EINTR)
                continue;
            return fileError(errno, "read " + path);
        }
        if (got == 0)
            return hash.finish();
        hash.add(BytesView(part.data(), static_cast<std::size_t>(got)));
        at += got;
    }
}

Result<void> visitNames(const std::string &folder,
                        const std::function<bool(const std::string &)> &see)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(::opendir(folder.c_str()), ::closedir);
    if (!entries)
        return fileError(errno, "list " + folder);
    while (const dirent *entry = ::readdir(entries.get())) {
        const std::string name = entry->d_name;
        if (name != "." && name != ".." && !see(name))
            break;
    }
    return {};
}

Result<std::uint64_t> sizeOfFile(const std::string &path)
{
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0)
        return fileError(errno, "look at " + path);
    return static_cast<std::uint64_t>(facts.st_size);
}

} // namespace

BlobFolder::BlobFolder(std::string dataFolder)
    : m_blobs(dataFolder + "/blobs"),
      m_uploads(dataFolder + "/uploads"),
      m_aside(dataFolder + "/aside")
{
}

Result<void> BlobFolder::prepare()
{
    for (const std::string &folder : {m_blobs, m_uploads, m_aside}) {
        if (auto made = makeFolder(folder); !made)
            return made;
    }
    return {};
}

std::string BlobFolder::pathOf(const Digest &sha256) const
{
    const std::string hex = sha256.hex();
    return m_blobs + "/" + hex.substr(0, 2) + "/" + hex;
}

std::string BlobFolder::uploadPath(const std::string &upload) const
{
    CAMPUS_ASSERT(isUuid(upload)); // ids are the server's own: no path can be smuggled in
    return m_uploads + "/" + upload;
}

Result<std::uint64_t> BlobFolder::uploadSize(const std::string &upload) const
{
    auto size = sizeOfFile(uploadPath(upload));
    if (!size && size.error().code == ErrorCode::NotFound)
        return std::uint64_t{0};
    return size;
}

Result<std::uint64_t> BlobFolder::syncedUploadSize(const std::string &upload)
{
    auto file = File::open(uploadPath(upload), O_RDWR);
    if (!file) {
        if (file.error().code == ErrorCode::NotFound)
            return std::uint64_t{0};
        return file.error();
    }
    if (::fdatasync(file->descriptor()) != 0)
        return fileError(errno, "sync " + uploadPath(upload));
    return uploadSize(upload);
}

Result<void> BlobFolder::append(const std::string &upload, std::uint64_t offset, BytesView octets,
                                bool sync)
{
    const std::string path = uploadPath(upload);
    auto file = File::open(path, O_RDWR | O_CREAT);
    if (!file)
        return file.error();
    Result<void> written = writeAt(*file, offset, octets, path);
    if (written && sync && ::fdatasync(file->descriptor()) != 0)
        written = fileError(errno, "sync " + path);
    if (written && sync && offset == 0) // a new file: its name has to stay, too
        written = syncFolder(m_uploads);
    if (!written && ::ftruncate(file->descriptor(), static_cast<off_t>(offset)) != 0)
        return fileError(errno, "shorten " + path);
    return written;
}

Result<void> BlobFolder::finish(const std::string &upload, const Digest &sha256)
{
    const std::string from = uploadPath(upload);
    const std::string to = pathOf(sha256);
    {
        auto file = File::open(from, O_RDWR | O_CREAT);
        if (!file)
            return file.error();
        const auto found = hashFile(*file, from);
        if (!found)
            return found.error();
        if (*found != sha256) {
            ::unlink(from.c_str());
            return {ErrorCode::ChecksumMismatch,
                    "the octets have the hash " + found->hex() + ", announced was " + sha256.hex()};
        }
        if (::fsync(file->descriptor()) != 0)
            return fileError(errno, "sync " + from);
    }
    const std::string folder = to.substr(0, to.rfind('/'));
    if (!exists(folder)) {
        if (auto made = makeFolder(folder); !made)
            return made;
        if (auto synced = syncFolder(m_blobs); !synced)
            return synced;
    }
    if (::rename(from.c_str(), to.c_str()) != 0)
        return fileError(errno, "rename " + from);
    return syncFolder(folder);
}

Result<void> BlobFolder::dropUpload(const std::string &upload)
{
    const std::string path = uploadPath(upload);
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return fileError(errno, "remove " + path);
    return {};
}

Result<void> BlobFolder::visitUploads(const std::function<bool(const std::string &id)> &see) const
{
    return visitNames(m_uploads,
                      [&](const std::string &name) { return !isUuid(name) || see(name); });
}

Result<std::uint64_t> BlobFolder::blobSize(const Digest &sha256) const
{
    return sizeOfFile(pathOf(sha256));
}

Result<Digest> BlobFolder::hashOf(const Digest &sha256) const
{
    const std::string path = pathOf(sha256);
    auto file = File::open(path, O_RDONLY);
    if (!file)
        return file.error();
    return hashFile(*file, path);
}

Result<void> BlobFolder::visitBlobs(const std::function<bool(const Digest &)> &see) const
{
    Result<void> inner;
    bool stopped = false;
    auto outer = visitNames(m_blobs, [&](const std::string &prefix) {
        if (prefix.size() != 2 || !fromHex(prefix))
            return true;
        inner = visitNames(m_blobs + "/" + prefix, [&](const std::string &name) {
            const auto digest = Digest::fromHex(name);
            if (digest && digest->hex() == name && name.starts_with(prefix))
                stopped = !see(*digest);
            return !stopped;
        });
        return inner.has_value() && !stopped;
    });
    return inner ? outer : inner;
}

Result<void> BlobFolder::putAside(const Digest &sha256)
{
    const std::string from = pathOf(sha256);
    std::string to = m_aside + "/" + sha256.hex();
    for (int copy = 2; exists(to); ++copy)
        to = m_aside + "/" + sha256.hex() + "." + std::to_string(copy);
    if (::rename(from.c_str(), to.c_str()) != 0)
        return fileError(errno, "put aside " + from);
    return syncFolder(m_aside);
}

Result<bool> BlobFolder::copyTo(const BlobFolder &other, const Digest &sha256) const
{
    const std::string to = other.pathOf(sha256);
    if (exists(to))
        return false;
    const std::string folder = to.substr(0, to.rfind('/'));
    if (auto made = makeFolder(folder); !made)
        return made.error();
    const auto size = blobSize(sha256);
    if (!size)
        return size.error();
    auto octets = readFileWhole(pathOf(sha256), static_cast<std::size_t>(*size));
    if (!octets)
        return octets.error();
    if (auto written = writeFileWhole(to, *octets); !written)
        return written.error();
    return true;
}

} // namespace campus::storage
