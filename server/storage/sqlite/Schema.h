// The steps of the server's schema, from schema-<n>.sql.
#pragma once

#include <span>

#include "sqlite/Migration.h"

namespace campus::storage {

std::span<const sqlite::Migration> schemaSteps();

} // namespace campus::storage
