// The docs of one transaction: decoded when first met, written back with every change. Lives as
// long as one work of the store. One thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "service/Directory.h"
#include "service/EventEffects.h"
#include "storage/Store.h"

namespace campus::service {

class BatchDocs final : public DocSource
{
public:
    BatchDocs(storage::Books &books, Directory &directory) : m_books(books), m_directory(directory)
    {
    }

    Result<const domain::Doc *> find(domain::ObjectKind kind, const std::string &id) override;
    Result<const domain::Bureau *> bureau() override;

    // The octets of what an event leaves behind. TooLarge before anything is written.
    struct Change {
        domain::Doc doc;
        std::string json;
    };
    static Result<std::vector<Change>> encoded(std::vector<domain::Doc> docs);
    // Writes them as of `seq`; an object that left its school is remembered as moved.
    Result<void> keep(std::vector<Change> changes, std::uint64_t seq);
    std::size_t octetsKept() const { return m_octetsKept; }

private:
    using Key = std::pair<domain::ObjectKind, std::string>;
    storage::Books &m_books;
    Directory &m_directory;
    std::map<Key, domain::Doc> m_docs; // monostate: looked for and not there
    std::map<std::string, std::shared_ptr<const domain::Doc>> m_checklists;
    std::size_t m_octetsKept = 0;
};

} // namespace campus::service
