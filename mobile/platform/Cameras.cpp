#include "platform/Cameras.h"

#include <QCameraDevice>
#include <QMediaDevices>

namespace campus::platform {

namespace {

class SystemCameras final : public Cameras
{
public:
    bool available() const override { return !QMediaDevices::videoInputs().isEmpty(); }
};

} // namespace

std::unique_ptr<Cameras> systemCameras()
{
    return std::make_unique<SystemCameras>();
}

} // namespace campus::platform
