#include "fieldwork/PhotoIntake.h"

#include <algorithm>

#include "core/Limits.h"
#include "core/Log.h"
#include "store/Files.h"
#include "store/MediaType.h"

namespace campus::fieldwork {

Result<domain::Photo> PhotoIntake::take(BytesView original, const PhotoFacts &facts)
{
    const std::string type = store::mediaTypeOf(original);
    if (type.empty() || (!facts.mediaType.empty() && facts.mediaType != type))
        return Error{ErrorCode::UnsupportedMedia, "not a photo of a kind that can be shown"};
    domain::Photo photo;
    photo.bytes = original.size();
    photo.mediaType = type;
    photo.takenAt = facts.takenAt;
    photo.from = facts.from.empty() ? "camera" : facts.from;
    if (facts.takenAt == 0 && photo.from == "camera")
        photo.takenAt = m_store.clock().wall();
    photo.place = facts.place;
    photo.latitude = facts.latitude;
    photo.longitude = facts.longitude;
    photo.accuracyMetres = facts.accuracyMetres;
    const auto kept = m_store.keepBlob(original, type);
    if (!kept)
        return kept.error();
    photo.original = *kept;
    if (m_previews == nullptr)
        return photo;
    const auto preview = m_previews->previewOf(original, type);
    if (!preview || preview->empty() || preview->size() > limits::kPreviewBytesMax) {
        log(LogLevel::Warning, "preview_not_made", {{"photo", photo.original.hex()}});
        return photo; // the original is what counts
    }
    const auto small = m_store.keepBlob(*preview, "image/jpeg", photo.original);
    if (!small)
        return small.error();
    photo.preview = *small;
    return photo;
}

Result<domain::Photo> PhotoIntake::takeFile(const std::string &path, const PhotoFacts &facts)
{
    store::PosixFiles files;
    const auto size = files.size(path);
    if (!size)
        return Error{ErrorCode::NotFound, "no file " + path};
    if (*size > limits::kBlobBytesMax)
        return Error{ErrorCode::TooLarge, "a photo of " + std::to_string(*size) + " octets"};
    const auto octets = files.read(path);
    if (!octets)
        return octets.error();
    const bool ofTheCamera = path.starts_with(m_store.incomingFolder() + "/");
    PhotoFacts known = facts;
    if (known.from.empty()) // a chosen file is no witness of this moment
        known.from = ofTheCamera ? "camera" : "file";
    auto photo = take(*octets, known);
    if (photo && ofTheCamera) {
        if (const auto removed = files.remove(path); !removed)
            log(LogLevel::Warning, "incoming_not_removed", {{"detail", removed.error().detail}});
    }
    return photo;
}

std::vector<std::string> PhotoIntake::leftBehind() const
{
    store::PosixFiles files;
    std::vector<std::string> paths;
    for (const std::string &name : files.list(m_store.incomingFolder()))
        paths.push_back(m_store.incomingFolder() + "/" + name);
    std::sort(paths.begin(), paths.end());
    return paths;
}

Result<Digest> PhotoIntake::takeDrawing(BytesView png)
{
    if (store::mediaTypeOf(png) != "image/png")
        return Error{ErrorCode::UnsupportedMedia, "a drawing is a PNG"};
    return m_store.keepBlob(png, "image/png", std::nullopt, true);
}

} // namespace campus::fieldwork
