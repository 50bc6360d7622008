// Reports as the command line prints them and as messages.
#pragma once

#include <string>

#include "service/Reports.h"
#include "wire/FiguresMessage.h"

namespace campus::app {

std::string tableOf(const service::FiguresAnswer &answer); // paragraph, figures, breakdown
wire::FiguresMessage messageOf(const service::FiguresAnswer &answer);

} // namespace campus::app
