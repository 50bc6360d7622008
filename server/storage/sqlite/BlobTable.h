// BlobBook on the tables uploads, blobs and blob_names.
#pragma once

#include "sqlite/Database.h"
#include "storage/BlobBook.h"

namespace campus::storage {

class BlobTable final : public BlobBook
{
public:
    explicit BlobTable(sqlite::Database &database) : m_database(database) {}

    Result<std::optional<UploadRow>> upload(std::string_view id) const override;
    Result<std::optional<UploadRow>> uploadOf(std::string_view device,
                                              const Digest &sha256) const override;
    Result<void> visitUploads(const std::function<bool(const UploadRow &)> &see) const override;
    Result<void> putUpload(const UploadRow &upload) override;
    Result<void> dropUpload(std::string_view id) override;
    Result<std::optional<BlobRow>> blob(const Digest &sha256) const override;
    Result<void> visitBlobs(const std::function<bool(const BlobRow &)> &see) const override;
    Result<void> putBlob(const BlobRow &blob) override;
    Result<void> dropBlob(const Digest &sha256) override;
    Result<bool> isNamedBy(const Digest &sha256, domain::ObjectKind kind,
                           std::string_view object) const override;
    Result<std::uint64_t> countMissing() const override;
    Result<void>
    visitIncomplete(domain::ObjectKind kind, Millis knownBy,
                    const std::function<bool(const std::string &)> &see) const override;
    Result<void> addName(const Digest &sha256, domain::ObjectKind kind, std::string_view object,
                         Millis at) override;

private:
    sqlite::Database &m_database;
};

} // namespace campus::storage
