// A signature as a picture: black strokes on nothing, PNG. Pure; any thread with a QGuiApplication.
#pragma once

#include <QVariantList>

#include "core/Bytes.h"

namespace campus::viewmodels {

// `strokes`: [[{x, y}, …], …] with x and y between 0 and 1 of the pad's `width` and `height`.
// Empty when nothing was drawn or a stroke is not of that form.
Bytes signaturePng(const QVariantList &strokes, qreal width, qreal height);

} // namespace campus::viewmodels
