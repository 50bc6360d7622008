// What is known of blobs: uploads under way, whole blobs, and which objects name them. The octets
// lie in a BlobFolder. Part of a Books.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/Clock.h"
#include "core/Result.h"
#include "core/Sha256.h"
#include "domain/Words.h"

namespace campus::storage {

struct UploadRow {
    std::string id, device;
    Digest sha256;
    std::uint64_t bytes = 0;
    std::string mediaType;
    Millis expiresAt = 0;
};

struct BlobRow {
    Digest sha256;
    std::uint64_t bytes = 0;
    std::string mediaType;
    std::string device; // who brought it
    Millis recordedAt = 0;
};

class BlobBook
{
public:
    virtual ~BlobBook() = default;

    virtual Result<std::optional<UploadRow>> upload(std::string_view id) const = 0;
    virtual Result<std::optional<UploadRow>> uploadOf(std::string_view device,
                                                      const Digest &sha256) const = 0;
    virtual Result<void> visitUploads(const std::function<bool(const UploadRow &)> &see) const = 0;
    virtual Result<void> putUpload(const UploadRow &upload) = 0;
    virtual Result<void> dropUpload(std::string_view id) = 0;

    virtual Result<std::optional<BlobRow>> blob(const Digest &sha256) const = 0;
    virtual Result<void> visitBlobs(const std::function<bool(const BlobRow &)> &see) const = 0;
    virtual Result<void> putBlob(const BlobRow &blob) = 0;
    virtual Result<void> dropBlob(const Digest &sha256) = 0; // its file is gone

    virtual Result<bool> isNamedBy(const Digest &sha256, domain::ObjectKind kind,
                                   std::string_view object) const = 0;
    virtual Result<std::uint64_t> countMissing() const = 0; // named by any object and not here
    // Objects of that kind of which at least one blob was named at `knownBy` and not here by then,
    // each once.
    virtual Result<void>
    visitIncomplete(domain::ObjectKind kind, Millis knownBy,
                    const std::function<bool(const std::string &)> &see) const = 0;
    virtual Result<void> addName(const Digest &sha256, domain::ObjectKind kind,
                                 std::string_view object, Millis at) = 0; // the first time counts
};

} // namespace campus::storage
