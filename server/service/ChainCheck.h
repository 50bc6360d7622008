// The chains of all installs, made anew from the lines in the log and held against the chain values
// and the tablets' signatures that were kept. Fed in the order of the log. One thread.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/Ed25519.h"
#include "journal/LogRecord.h"
#include "storage/Store.h"

namespace campus::service {

class ChainCheck
{
public:
    // `report(seq, event, what)`; seq 0 when there is no one position to name.
    using Report = std::function<void(std::uint64_t, const std::string &, const std::string &)>;
    ChainCheck(const storage::Books &books, Report report)
        : m_books(books),
          m_report(std::move(report))
    {
    }

    Result<void> open();
    Result<void> add(const journal::LogRecord &record);
    Result<void>
    close(); // what came again at the end of a chain, and where each chain should stand
    std::uint64_t batches() const { return m_batches; }

private:
    struct Install {
        storage::InstallChain stored;
        PublicKey key{};
        bool hasKey = false;
        std::uint64_t next = 1;
        Digest chain;
        std::map<std::uint64_t, storage::SignedBatch> batches; // by last number
        std::map<std::uint64_t, std::uint64_t> repeats;        // number → seq
        std::map<std::uint64_t, std::string> aside;            // number → line
    };
    Result<void> openOne(const storage::InstallChain &stored, const PublicKey *serverKey);
    Result<void> fillUpTo(Install &install, std::uint64_t number);
    void step(Install &install, std::uint64_t seq, const std::string &line);

    const storage::Books &m_books;
    Report m_report;
    std::map<std::pair<std::string, std::string>, Install> m_installs;
    std::uint64_t m_batches = 0;
};

} // namespace campus::service
