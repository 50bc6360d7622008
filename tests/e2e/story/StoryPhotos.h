// Photos for the story: drawn, then compressed to real JPEG files like a camera's. The same
// subject gives the same picture.
#pragma once

#include <QImage>
#include <QString>

#include "core/Bytes.h"

namespace campus::story {

enum class Scene { Before, After, Proof, Overview };

// 1600 × 1200. `subject` is drawn into the picture ("测A·D1003 · 灭火器"); `kind` chooses the motif:
// bus, canteen, building, flood_point or school.
Bytes takePicture(const QString &kind, const QString &subject, Scene scene);

// A signature as a pen would leave it, PNG.
Bytes drawSignature(const QString &name);

} // namespace campus::story
