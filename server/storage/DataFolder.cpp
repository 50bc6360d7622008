#include "storage/DataFolder.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace campus::storage {

Result<DataFolder> DataFolder::open(const std::string &path, Use use)
{
    DataFolder folder(path);
    if (!exists(folder.database()))
        return {ErrorCode::NotFound,
                "there are no server data in " + path + "; make them with 'init'"};
    if (use == Use::Write) {
        if (auto locked = folder.lock(); !locked)
            return locked.error();
    }
    return folder;
}

Result<DataFolder> DataFolder::create(const std::string &path)
{
    if (auto made = makeFolder(path); !made)
        return made.error();
    DataFolder folder(path);
    if (auto locked = folder.lock(); !locked)
        return locked.error();
    return folder;
}

Result<void> DataFolder::lock()
{
    const std::string path = m_path + "/lock";
    auto file = File::open(path, O_RDWR | O_CREAT);
    if (!file)
        return file.error();
    if (::flock(file->descriptor(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return fileError(errno, "lock " + path);
        auto holder = readFileWhole(path, 64);
        return {ErrorCode::Locked,
                m_path + " is in use by process " +
                    (holder ? holder->substr(0, holder->find('\n')) : std::string("unknown"))};
    }
    const std::string holder = std::to_string(::getpid()) + "\n";
    if (::ftruncate(file->descriptor(), 0) != 0)
        return fileError(errno, "write " + path);
    if (auto written = writeAt(*file, 0, asBytes(holder), path); !written)
        return written;
    m_lock = std::move(*file);
    return {};
}

Result<SigningKey> DataFolder::makeSigningKey()
{
    const std::string path = m_path + "/server.key";
    if (!exists(path)) {
        const SigningKey key = SigningKey::generate();
        if (auto written = writeFileWhole(path, toHex(key.seed()) + "\n"); !written)
            return written.error();
    }
    return signingKey();
}

Result<SigningKey> DataFolder::signingKey() const
{
    const std::string path = m_path + "/server.key";
    auto text = readFileWhole(path, 1024);
    if (!text)
        return Error{text.error().code, text.error().detail + "; restore the key from a backup"};
    const auto seed = fromHex(std::string_view(*text).substr(0, text->find('\n')));
    if (!seed)
        return {ErrorCode::StorageCorrupt, path + " holds no key; restore it from a backup"};
    return SigningKey::fromSeed(*seed);
}

} // namespace campus::storage
