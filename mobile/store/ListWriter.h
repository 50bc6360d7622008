// Keeps the lists true to docs and own events: one row an object, recomputed in the transaction that
// touched it. Writing the same object again gives the same row (I8).
// Lives as long as one transaction.
#pragma once

#include <set>
#include <vector>

#include "store/Overlay.h"

namespace campus::store {

class ListWriter
{
public:
    ListWriter(Sql &sql, Overlay &overlay) : m_sql(sql), m_overlay(overlay) {}

    void write(const std::vector<ObjectRef> &objects); // each once
    void rebuild(const std::vector<ObjectRef> &objects); // every list from nothing
    // Which schools the acting person sees; after a change of person or of schools.
    void writeVisibleSchools(const std::optional<domain::User> &acting);

private:
    void write(const ObjectRef &object);
    void writeSchool(const std::string &id, const ObjectView &view);
    void writeAsset(const std::string &id, const ObjectView &view);
    void writeHazard(const std::string &id, const ObjectView &view);
    void writeInspection(const std::string &id, const ObjectView &view);
    void writeNotice(const std::string &id, const ObjectView &view);
    void writeReferences(const ObjectRef &object, const domain::Doc &doc);
    void addReferences(const ObjectRef &object, const std::vector<domain::Photo> &photos);
    void addReference(const ObjectRef &object, const Digest &blob, bool preview);
    Sql &m_sql;
    Overlay &m_overlay;
};

} // namespace campus::store
