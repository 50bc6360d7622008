// Writes a workbook as xlsx for WPS, Excel and LibreOffice. Equal workbooks give equal octets.
// The file appears whole or not at all. Blocking; any thread, one file a call.
#pragma once

#include <filesystem>

#include "core/Result.h"
#include "documents/Table.h"

namespace campus::exports {

// InvalidInput names sheet, row and column of text that is not UTF-8 or of a bad sheet name;
// StorageFailed names the file.
Result<void> writeXlsx(const documents::Workbook &workbook, const std::filesystem::path &file);

} // namespace campus::exports
