// Figures, their table and the ledger, as one caller may see them. The history of accepted events
// lies in memory: read from the log at start and followed up before every answer, so an answer
// holds everything committed before it was asked for. Any thread.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>

#include "core/Clock.h"
#include "core/Result.h"
#include "documents/FigureTable.h"
#include "documents/Ledger.h"
#include "figures/History.h"
#include "figures/Paragraph.h"
#include "service/Caller.h"

namespace campus::storage {
class Store;
class Books;
} // namespace campus::storage

namespace campus::service {

class Directory;

// domain.md §12.1. Nothing given: T = end of `to`, K = now.
struct FiguresRequest {
    Day from, to;
    std::optional<Millis> cutoff, knownBy;
    figures::Breakdown breakdown = figures::Breakdown::None;
    std::string campaign;
};

struct FiguresAnswer {
    figures::Report report;
    figures::Paragraph paragraph;
    std::string bureau, countWord;
    bool drill = false;
};

struct LedgerRequest {
    std::optional<Millis> cutoff, knownBy; // nothing given: as it stands now
    std::optional<Day> from, to;           // found in these days
    std::string category;                  // code before the dot
    std::string township, school;
    bool openOnly = false;
};

class Reports
{
public:
    Reports(storage::Store &store, Directory &directory, const Clock &clock)
        : m_store(store),
          m_directory(directory),
          m_clock(clock)
    {
    }

    // Brings the history up to the log; figures() does it too.
    Result<void> catchUp();
    Result<FiguresAnswer> figures(const Caller &caller, const FiguresRequest &request);
    Result<documents::Workbook> figureTable(const Caller &caller, const FiguresRequest &request);
    Result<documents::Workbook> ledger(const Caller &caller, const LedgerRequest &request);

    // The operator at the server's own command line: the county, restricted records as numbers only.
    static Caller operatorAtServer();

private:
    storage::Store &m_store;
    Directory &m_directory;
    const Clock &m_clock;
    std::mutex m_following;          // one follows the log at a time
    std::uint64_t m_followed = 0;    // of the log; guarded by m_following
    std::shared_mutex m_historyLock; // many compute, one adds
    figures::History m_history;
};

} // namespace campus::service
