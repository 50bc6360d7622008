#include "service/BatchDocs.h"

#include "wire/DocCodec.h"

namespace campus::service {

using domain::Doc;
using domain::ObjectKind;

namespace {

Result<Doc> decoded(const storage::StoredDoc &stored)
{
    auto doc = wire::decodeDoc(stored.kind, stored.json);
    if (!doc) {
        return Error{ErrorCode::StorageCorrupt, "the doc of " + std::string(nameOf(stored.kind)) +
                                                    " " + stored.id +
                                                    " cannot be read: " + doc.error().detail};
    }
    return doc;
}

const Doc *present(const Doc &doc)
{
    return std::holds_alternative<std::monostate>(doc) ? nullptr : &doc;
}

} // namespace

Result<const Doc *> BatchDocs::find(ObjectKind kind, const std::string &id)
{
    const Key key{kind, id};
    if (const auto known = m_docs.find(key); known != m_docs.end())
        return present(known->second);
    if (kind == ObjectKind::Checklist) {
        auto checklist = m_directory.checklist(m_books.docs(), id);
        if (!checklist)
            return checklist.error();
        return (m_checklists[id] = std::move(*checklist)).get();
    }
    auto stored = m_books.docs().find(kind, id);
    if (!stored)
        return stored.error();
    Doc doc;
    if (*stored) {
        auto read = decoded(**stored);
        if (!read)
            return read.error();
        doc = std::move(*read);
    }
    return present(m_docs.emplace(key, std::move(doc)).first->second);
}

Result<const domain::Bureau *> BatchDocs::bureau()
{
    const auto known = m_docs.lower_bound({ObjectKind::Bureau, std::string()});
    if (known != m_docs.end() && std::holds_alternative<domain::Bureau>(known->second))
        return &std::get<domain::Bureau>(known->second);
    std::string id;
    auto looked = m_books.docs().visitKind(ObjectKind::Bureau, [&](const storage::StoredDoc &doc) {
        id = doc.id;
        return false;
    });
    if (!looked)
        return looked.error();
    if (id.empty())
        return nullptr;
    const auto doc = find(ObjectKind::Bureau, id);
    if (!doc)
        return doc.error();
    return std::get_if<domain::Bureau>(*doc);
}

Result<std::vector<BatchDocs::Change>> BatchDocs::encoded(std::vector<Doc> docs)
{
    std::vector<Change> changes;
    for (Doc &doc : docs) {
        std::string json = wire::encodeDoc(doc);
        if (json.size() > kDocBytesMax)
            return Error{ErrorCode::TooLarge, wire::objectOf(doc)};
        changes.push_back({std::move(doc), std::move(json)});
    }
    return changes;
}

Result<void> BatchDocs::keep(std::vector<Change> changes, std::uint64_t seq)
{
    for (Change &change : changes) {
        storage::StoredDoc stored;
        stored.kind = wire::kindOf(change.doc);
        stored.id = wire::objectOf(change.doc);
        stored.school = wire::schoolOf(change.doc);
        stored.version = seq;
        stored.restricted = wire::isRestricted(change.doc);
        stored.json = std::move(change.json);
        m_octetsKept += stored.json.size();
        const auto before = find(stored.kind, stored.id);
        if (!before)
            return before.error();
        if (const std::string from = *before != nullptr ? wire::schoolOf(**before) : stored.school;
            from != stored.school) {
            if (auto moved = m_books.docs().addMove({seq, stored.kind, stored.id, from}); !moved)
                return moved;
        }
        if (auto put = m_books.docs().put(stored); !put)
            return put;
        m_checklists.erase(stored.id);
        m_docs.insert_or_assign(Key{stored.kind, stored.id}, std::move(change.doc));
    }
    return {};
}

} // namespace campus::service
