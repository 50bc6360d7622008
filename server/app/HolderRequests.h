// What the command line may ask of whoever holds the data directory. Words are parted by spaces,
// answers are one line:
//   enrol-code USER               the code and, behind a space, until when it holds
//   password USER BASE64          "set"
//   disable USER | enable USER    "done"
//   revoke-device DEVICE          "done"
//   durable-size N                "done"
#pragma once

#include <string>

#include "app/OpenServer.h"

namespace campus::app {

Result<std::string> answerRequest(service::Services &services, const std::string &line);

// Through the running server if there is one, else with the data directory locked for ourselves.
Result<std::string> askHolder(const Context &context, const std::string &line);

} // namespace campus::app
