// Makes a photo's preview: upright, long edge ≤ 1600 pixels, JPEG of at most
// limits::kPreviewBytesMax octets, sRGB, without EXIF or any other words of the camera.
// The original is only read. Any thread.
#pragma once

#include "fieldwork/PhotoIntake.h"

namespace campus::viewmodels {

class PreviewImages final : public fieldwork::PreviewMaker
{
public:
    static constexpr int kLongEdge = 1600;
    Result<Bytes> previewOf(BytesView original, const std::string &mediaType) override;
};

} // namespace campus::viewmodels
