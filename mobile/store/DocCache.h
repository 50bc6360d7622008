// Decoded docs that every decision looks at: checklists, the bureau, people. Dropped as a whole when
// one of them changes or a transaction fails. Owned by the store, under its lock.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "domain/LifeCycle.h"
#include "store/DocTable.h"

namespace campus::store {

class DocCache
{
public:
    // Null when the tablet has no such doc, or one that this version cannot read.
    template <typename T>
    std::shared_ptr<const T> get(const DocTable &docs, domain::ObjectKind kind, const std::string &id)
    {
        const auto doc = find(docs, {kind, id});
        return std::shared_ptr<const T>(doc, std::get_if<T>(doc.get()));
    }
    // The one bureau, or its defaults while it is unknown.
    std::shared_ptr<const domain::Bureau> bureau(const DocTable &docs);
    void clear();
    static bool holds(domain::ObjectKind kind)
    {
        return kind == domain::ObjectKind::Bureau || kind == domain::ObjectKind::Checklist
            || kind == domain::ObjectKind::User || kind == domain::ObjectKind::Township;
    }

private:
    std::shared_ptr<const domain::Doc> find(const DocTable &docs, const ObjectRef &object);
    std::map<std::pair<domain::ObjectKind, std::string>, std::shared_ptr<const domain::Doc>> m_docs;
    std::shared_ptr<const domain::Bureau> m_bureau;
};

} // namespace campus::store
