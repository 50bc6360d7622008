// What the command line may ask of whoever holds the data directory: "enrol-code U005",
// "password U005 <base64>". Answers are one line.
#pragma once

#include <string>

#include "core/Result.h"
#include "service/Services.h"

namespace campus::app {

Result<std::string> answerRequest(service::Services &services, const std::string &line);

} // namespace campus::app
