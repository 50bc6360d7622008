#include "platform/Connectivity.h"

#include <QNetworkInformation>

namespace campus::platform {

namespace {

class AlwaysOnline final : public Connectivity
{
public:
    bool isOnline() const override { return true; }
};

class SystemNetwork final : public Connectivity
{
public:
    explicit SystemNetwork(QNetworkInformation &network) : m_network(network), m_online(isOnline())
    {
        connect(&network, &QNetworkInformation::reachabilityChanged, this, [this] {
            const bool before = m_online;
            m_online = isOnline();
            if (m_online && !before)
                Q_EMIT cameOnline();
        });
    }
    // A server in the school's own network is enough; a system that cannot tell is taken as online.
    bool isOnline() const override
    {
        return m_network.reachability() != QNetworkInformation::Reachability::Disconnected;
    }

private:
    QNetworkInformation &m_network;
    bool m_online;
};

} // namespace

std::unique_ptr<Connectivity> systemConnectivity()
{
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return std::make_unique<SystemNetwork>(*QNetworkInformation::instance());
    return std::make_unique<AlwaysOnline>();
}

} // namespace campus::platform
