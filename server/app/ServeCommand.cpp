#include <array>
#include <csignal>
#include <cstdio>
#include <ctime>

#include "app/AdminDoor.h"
#include "app/Commands.h"
#include "app/HolderRequests.h"
#include "core/Log.h"
#include "http/HttpServer.h"
#include "http/Routes.h"
#include "service/Reports.h"

namespace campus::app {

namespace {

const std::array kOptions{
    kDataOption, kConfigOption,
    Option{
        "bind", "ADDRESS",
        "loopback address to listen on (default: 127.0.0.1); others are refused in this version"},
    Option{"port", "N", "port (default: the configuration's 18080); 0 = any free one, printed"},
    kDrillClockOption};

constexpr std::time_t kUpkeepSeconds = 600;

// SIGTERM and SIGINT are taken by this thread alone; every thread started later inherits the mask.
sigset_t blockSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

Result<int> serve(const Context &context)
{
    const sigset_t signals = blockSignals();
    if (!http::isLoopback(context.configuration.bind)) {
        return {ErrorCode::InvalidInput,
                "this version listens on loopback only; '" + context.configuration.bind +
                    "' is refused. Put a reverse proxy with TLS in front of 127.0.0.1"};
    }
    auto server = OpenServer::open(context, storage::DataFolder::Use::Write);
    if (!server)
        return server.error();
    service::Services &services = (*server)->services();
    if (auto followed = services.reports().catchUp(); !followed)
        return followed.error();
    http::Router router;
    http::addSyncRoutes(router, services);
    http::addBlobRoutes(router, services);
    http::addHealthRoutes(router, services);
    const auto door =
        AdminDoor::open((*server)->folder().adminSocket(), [&services](const std::string &line) {
            return answerRequest(services, line);
        });
    if (!door)
        return door.error();
    auto listener = http::listen(router, {context.configuration.bind, context.configuration.port,
                                          context.configuration.workers, 256});
    if (!listener)
        return {ErrorCode::StorageFailed, listener.error().detail};
    log(LogLevel::Info, "serving",
        {{"port", static_cast<int>((*listener)->port())},
         {"drill", services.isDrill() ? "yes" : "no"},
         {"blobs", services.blobCheck().blobs},
         {"blobs_missing", services.blobCheck().missing}});
    std::printf("listening on http://%s:%d\n", context.configuration.bind.c_str(),
                static_cast<int>((*listener)->port()));
    std::fflush(stdout);
    const timespec upkeep{kUpkeepSeconds, 0};
    for (;;) {
        const int signal = sigtimedwait(&signals, nullptr, &upkeep);
        if (signal == SIGTERM || signal == SIGINT)
            break;
        const auto dropped = services.uploads().dropExpired();
        if (!dropped)
            log(LogLevel::Error, "expired_uploads_not_dropped",
                {{"code", factsOf(dropped.error().code).name}, {"detail", dropped.error().detail}});
        else if (*dropped > 0)
            log(LogLevel::Info, "expired_uploads_dropped", {{"count", *dropped}});
    }
    log(LogLevel::Info, "closing");
    (*listener)->close();
    return 0;
}

} // namespace

const Command kServe{"serve", "serve tablets on loopback", kOptions, serve};

} // namespace campus::app
