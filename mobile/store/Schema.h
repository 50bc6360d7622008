// The tablet's schema as numbered steps. A released step is never edited.
#pragma once

#include <span>

#include "sqlite/Migration.h"

namespace campus::store {

std::span<const sqlite::Migration> schemaSteps();

} // namespace campus::store
