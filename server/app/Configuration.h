// The server's settings: a file of "key = value" lines, overridden by the command line.
#pragma once

#include <cstdint>
#include <string>

#include "core/Log.h"
#include "core/Result.h"

namespace campus::app {

struct Configuration {
    std::string data = "/var/lib/campus-safety";
    std::string bind = "127.0.0.1";
    std::uint16_t port = 18080;
    unsigned workers = 4;
    LogLevel logLevel = LogLevel::Info;
};

inline constexpr const char *kDefaultConfiguration = "/etc/campus-safety/server.conf";

// Errors name file, line and key. A missing default file is no error; a missing named one is.
Result<Configuration> readConfiguration(const std::string &file, bool mustExist);
Result<std::uint16_t> portFrom(const std::string &text);

} // namespace campus::app
