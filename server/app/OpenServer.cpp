#include "app/OpenServer.h"

#include "core/DrillClock.h"

namespace campus::app {

std::unique_ptr<Clock> clockOf(const Context &context)
{
    const std::string file = context.arguments.value("drill-clock");
    if (file.empty())
        return std::make_unique<SystemClock>();
    return std::make_unique<DrillClock>(file);
}

Result<std::unique_ptr<OpenServer>> OpenServer::open(const Context &context,
                                                     storage::DataFolder::Use use)
{
    auto folder = storage::DataFolder::open(context.configuration.data, use);
    if (!folder)
        return folder.error();
    std::unique_ptr<OpenServer> server(new OpenServer(std::move(folder).value(), clockOf(context)));
    service::ServiceOptions options;
    options.readOnly = use == storage::DataFolder::Use::Read;
    auto services =
        service::Services::open(server->m_folder, *server->m_clock, server->m_random, options);
    if (!services)
        return services.error();
    server->m_services = std::move(services).value();
    if (context.arguments.has("drill-clock") && !server->m_services->isDrill()) {
        return {ErrorCode::InvalidInput,
                "--drill-clock is for drill data only (init --sample); these are real data"};
    }
    return server;
}

} // namespace campus::app
