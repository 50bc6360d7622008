// The docs as the log alone makes them: every accepted event applied in order, with the same code
// as the intake. In memory, for the verifier. One thread.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "journal/LogRecord.h"
#include "service/EventEffects.h"

namespace campus::service {

class Replay final : public DocSource
{
public:
    using Key = std::pair<domain::ObjectKind, std::string>;
    struct Entry {
        domain::Doc doc;
        std::uint64_t version = 0;
    };

    Result<const domain::Doc *> find(domain::ObjectKind kind, const std::string &id) override;
    Result<const domain::Bureau *> bureau() override;

    // Whether today's rules decide alike; before apply().
    Result<bool> decidesAlike(const journal::LogRecord &record, const domain::Event &event);
    // The official number the record should carry; counts on.
    Result<std::string> expectedNumber(const journal::LogRecord &record,
                                       const domain::Event &event);
    Result<void> apply(const journal::LogRecord &record, const domain::Event &event);
    const std::map<Key, Entry> &docs() const { return m_docs; }

private:
    std::map<Key, Entry> m_docs;
    std::map<std::string, std::uint64_t> m_numbers; // by series
};

} // namespace campus::service
