// Whether the device believes to have a network. A hint for when to try, never a reason not to:
// the belief is often wrong in school buildings. UI thread.
#pragma once

#include <QObject>
#include <memory>

namespace campus::platform {

class Connectivity : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual bool isOnline() const = 0;

Q_SIGNALS:
    void cameOnline();
};

// The system's own (QNetworkInformation); one that always says yes where the system has none.
std::unique_ptr<Connectivity> systemConnectivity();

} // namespace campus::platform
