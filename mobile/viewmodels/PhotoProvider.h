// "image://photo/<sha256>?w=<pixels>" for Image.source: reads the blob of the store and decodes it
// on its own threads. A blob that is not here or damaged gives an image error, and the workplace
// hears of it. Owned by the QML engine, which must go before the store.
#pragma once

#include <QQuickAsyncImageProvider>
#include <QThreadPool>

#include "store/TabletStore.h"
#include "viewmodels/Workplace.h"

namespace campus::viewmodels {

class PhotoProvider final : public QQuickAsyncImageProvider
{
public:
    static constexpr const char *kScheme = "photo";
    explicit PhotoProvider(Workplace &workplace);
    ~PhotoProvider() override;
    QQuickImageResponse *requestImageResponse(const QString &id,
                                              const QSize &requestedSize) override;

private:
    Workplace &m_workplace;
    QThreadPool m_decoders;
};

} // namespace campus::viewmodels
