// A data directory opened by one command: its clock, folder and services, in the order they need.
#pragma once

#include <memory>
#include <string>

#include "app/CommandLine.h"
#include "app/Configuration.h"
#include "core/Clock.h"
#include "core/IdSource.h"
#include "service/Services.h"
#include "storage/DataFolder.h"

namespace campus::app {

// What every command gets.
struct Context {
    Arguments arguments;
    Configuration configuration; // file, overridden by the arguments
    std::string program;         // path of this program
};

class OpenServer
{
public:
    // Write: takes the directory's lock (Locked names the holder). Read: beside a running server.
    static Result<std::unique_ptr<OpenServer>> open(const Context &context,
                                                    storage::DataFolder::Use use);
    service::Services &services() { return *m_services; }
    storage::DataFolder &folder() { return m_folder; }
    const Clock &clock() const { return *m_clock; }

private:
    OpenServer(storage::DataFolder folder, std::unique_ptr<Clock> clock)
        : m_clock(std::move(clock)),
          m_folder(std::move(folder))
    {
    }
    std::unique_ptr<Clock> m_clock;
    SystemRandom m_random;
    storage::DataFolder m_folder;
    std::unique_ptr<service::Services> m_services;
};

// The machine's clock, or the drill's that --drill-clock names.
std::unique_ptr<Clock> clockOf(const Context &context);

} // namespace campus::app
