// Writes one table as csv: UTF-8 with BOM, CRLF, RFC 4180, and no cell that a spreadsheet would
// run as a formula. The file appears whole or not at all. Blocking; any thread.
#pragma once

#include <filesystem>
#include <string>

#include "core/Result.h"
#include "documents/Table.h"

namespace campus::exports {

Result<std::string> csvOctets(const documents::Table &table); // InvalidInput names row and column
Result<void> writeCsv(const documents::Table &table, const std::filesystem::path &file);

} // namespace campus::exports
