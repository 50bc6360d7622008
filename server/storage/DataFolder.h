// The data directory of one server: where everything lies in it, its lock, and the server's key.
//   campus.db        log, docs, accounts    server.key   signing key, mode 0600
//   blobs/ uploads/  octets of blobs        lock         held by the one process that writes
//   admin.sock       the running server's door for its own command line
// The lock ends with the process, however it ends. One thread.
#pragma once

#include <string>

#include "core/Ed25519.h"
#include "core/Result.h"
#include "storage/Files.h"

namespace campus::storage {

class DataFolder
{
public:
    enum class Use : std::uint8_t { Write, Read };

    // Locked, naming the holder, when another process writes there; NotFound without a database.
    static Result<DataFolder> open(const std::string &path, Use use);
    // Makes the folder if need be.
    static Result<DataFolder> create(const std::string &path);

    const std::string &path() const { return m_path; }
    std::string database() const { return m_path + "/campus.db"; }
    std::string adminSocket() const { return m_path + "/admin.sock"; }
    Result<SigningKey> signingKey() const; // NotFound, StorageCorrupt
    Result<SigningKey> makeSigningKey();   // the one that is there, else a new one

private:
    explicit DataFolder(std::string path) : m_path(std::move(path)) {}
    Result<void> lock();
    std::string m_path;
    File m_lock;
};

} // namespace campus::storage
