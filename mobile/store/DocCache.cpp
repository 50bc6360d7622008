#include "store/DocCache.h"

#include "core/Log.h"
#include "wire/DocCodec.h"
#include "wire/EventCodec.h"

namespace campus::store {

namespace {

constexpr std::size_t kEventsKept = 2000; // of a long time without network

} // namespace

std::shared_ptr<const domain::Doc> DocCache::find(const DocTable &docs, const ObjectRef &object)
{
    auto &known = m_docs[{object.kind, object.id}];
    if (known)
        return known;
    domain::Doc doc;
    if (const auto stored = docs.find(object)) {
        if (auto decoded = wire::decodeDoc(object.kind, stored->json))
            doc = std::move(decoded).value();
        else
            log(LogLevel::Warning, "doc_not_readable", {{"object", object.id}});
    }
    known = std::make_shared<const domain::Doc>(std::move(doc));
    return known;
}

std::shared_ptr<const domain::Bureau> DocCache::bureau(const DocTable &docs)
{
    if (m_bureau)
        return m_bureau;
    auto bureau = std::make_shared<domain::Bureau>();
    for (const StoredDoc &stored : docs.all(domain::ObjectKind::Bureau)) {
        const auto decoded = wire::decodeDoc(domain::ObjectKind::Bureau, stored.json);
        if (decoded && std::holds_alternative<domain::Bureau>(*decoded))
            *bureau = std::get<domain::Bureau>(*decoded);
    }
    m_bureau = std::move(bureau);
    return m_bureau;
}

std::shared_ptr<const domain::Event> DocCache::event(const std::string &id, std::string_view line)
{
    if (const auto known = m_events.find(id); known != m_events.end())
        return known->second;
    if (m_events.size() >= kEventsKept)
        m_events.clear();
    auto decoded = wire::decodeEvent(line);
    return m_events[id] =
               decoded ? std::make_shared<const domain::Event>(std::move(decoded).value()) : nullptr;
}

void DocCache::clear()
{
    m_docs.clear();
    m_bureau.reset();
    people.clear();
}

} // namespace campus::store
