// Whether a photo can be taken with this device. UI thread.
#pragma once

#include <memory>

namespace campus::platform {

class Cameras
{
public:
    virtual ~Cameras() = default;
    virtual bool available() const = 0; // now; a camera may be plugged in later
};

std::unique_ptr<Cameras> systemCameras(); // QMediaDevices

} // namespace campus::platform
