// Decoded docs that every decision looks at: checklists, the bureau, schools, people. Dropped as a
// whole when one of them changes or a transaction fails. Owned by the store, under its lock.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
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
    // An own event by its id; its octets never change. Null when this version cannot read it.
    std::shared_ptr<const domain::Event> event(const std::string &id, std::string_view line);
    void clear(); // docs and people; events stay
    static bool holds(domain::ObjectKind kind)
    {
        return kind == domain::ObjectKind::Bureau || kind == domain::ObjectKind::Checklist
            || kind == domain::ObjectKind::User || kind == domain::ObjectKind::School;
    }
    // People with an account on this tablet; null = none of that id.
    std::map<std::string, std::shared_ptr<const domain::User>> people;

private:
    std::shared_ptr<const domain::Doc> find(const DocTable &docs, const ObjectRef &object);
    std::map<std::pair<domain::ObjectKind, std::string>, std::shared_ptr<const domain::Doc>> m_docs;
    std::shared_ptr<const domain::Bureau> m_bureau;
    std::unordered_map<std::string, std::shared_ptr<const domain::Event>> m_events;
};

} // namespace campus::store
