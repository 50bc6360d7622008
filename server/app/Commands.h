// The subcommands. Each prints its result on standard output and returns an Error for everything
// else; main turns that into a sentence and an exit code.
#pragma once

#include <span>

#include "app/OpenServer.h"

namespace campus::app {

struct Command {
    std::string_view name;
    std::string_view summary;
    std::span<const Option> options;
    Result<int> (*run)(const Context &); // exit code
};

extern const Command kInit, kServe, kEnrolCode, kPassword, kUsers, kFigures, kLedger, kVerify,
    kBackup;

inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitUnsound = 3; // verify found something
inline constexpr int kExitInUse = 4;   // another process works on the data directory

// Options that several commands have, spelled once.
inline constexpr Option kDataOption{"data", "DIR", "data directory (default: the configuration's)"};
inline constexpr Option kConfigOption{
    "config", "FILE", "configuration file (default: /etc/campus-safety/server.conf)"};
inline constexpr Option kDrillClockOption{
    "drill-clock", "FILE", "drill data only: a file with milliseconds to move the clock by"};

} // namespace campus::app
