// Takes photos, drawings and signatures in as files: the original octets as they are, and beside a
// photo the preview that a PreviewMaker gives. Image work is not done here.
// Thread-safe as far as the PreviewMaker is; a photo may be taken in on a worker thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/Result.h"
#include "domain/Evidence.h"
#include "store/TabletStore.h"

namespace campus::fieldwork {

class PreviewMaker
{
public:
    virtual ~PreviewMaker() = default;
    // JPEG of at most limits::kPreviewBytesMax octets without EXIF. UnsupportedMedia when it is no image.
    virtual Result<Bytes> previewOf(BytesView original, const std::string &mediaType) = 0;
};

struct PhotoFacts {
    std::string mediaType;        // empty = by the first octets
    Millis takenAt = 0;           // 0 = now by the camera of this tablet; else unknown
    std::string from;             // camera | gallery | file; empty = by where the file lies
    std::string place;            // a before and an after photo share it
    std::optional<double> latitude, longitude;
    double accuracyMetres = 0;
};

class PhotoIntake
{
public:
    explicit PhotoIntake(store::TabletStore &store, PreviewMaker *previews = nullptr)
        : m_store(store), m_previews(previews)
    {
    }
    // StorageFull when only text can be saved; UnsupportedMedia when it is neither JPEG, PNG nor HEIF;
    // TooLarge over limits::kBlobBytesMax.
    Result<domain::Photo> take(BytesView original, const PhotoFacts &facts);
    // A file of the store's incoming folder is removed once it is kept: it is on disk once.
    Result<domain::Photo> takeFile(const std::string &path, const PhotoFacts &facts);
    // Paths of photos that a stop left in the incoming folder, by name.
    std::vector<std::string> leftBehind() const;
    // A signature or a drawing layer (PNG); stored even when photos are refused.
    Result<Digest> takeDrawing(BytesView png);

private:
    store::TabletStore &m_store;
    PreviewMaker *m_previews;
};

} // namespace campus::fieldwork
