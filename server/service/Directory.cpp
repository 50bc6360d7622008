#include "service/Directory.h"

#include "journal/Octets.h"
#include "storage/DocBook.h"
#include "wire/DocCodec.h"

namespace campus::service {

using domain::ObjectKind;

namespace {

template <typename T>
const T *entryOf(const std::map<std::string, T, std::less<>> &entries, std::string_view id)
{
    const auto found = entries.find(id);
    return found == entries.end() ? nullptr : &found->second;
}

Error unreadable(const storage::StoredDoc &stored, const Error &error)
{
    return {ErrorCode::StorageCorrupt,
            "the register entry " + stored.id + " cannot be read: " + error.detail};
}

void take(RegisterView &view, domain::Doc doc)
{
    if (auto *bureau = std::get_if<domain::Bureau>(&doc))
        view.bureau = std::move(*bureau);
    else if (auto *township = std::get_if<domain::Township>(&doc))
        view.townships.insert_or_assign(township->id, *township);
    else if (auto *school = std::get_if<domain::School>(&doc))
        view.schools.insert_or_assign(school->id, *school);
    else if (auto *user = std::get_if<domain::User>(&doc))
        view.users.insert_or_assign(user->id, *user);
}

void addAll(Sha256 &hash, const std::set<std::string> &words)
{
    journal::addNumber(hash, words.size());
    for (const std::string &word : words)
        journal::addField(hash, word);
}

Sha256 hashOf(const domain::Scope &scope)
{
    Sha256 hash;
    journal::addField(hash, "campus-safety/scope/1");
    journal::addNumber(hash, scope.county ? 1 : 0);
    journal::addNumber(hash, scope.restricted ? 1 : 0);
    addAll(hash, scope.townships);
    addAll(hash, scope.schools);
    addAll(hash, scope.assigned);
    return hash;
}

} // namespace

const domain::School *RegisterView::school(std::string_view id) const
{
    return entryOf(schools, id);
}

const domain::User *RegisterView::user(std::string_view id) const
{
    return entryOf(users, id);
}

std::string_view RegisterView::townshipOf(std::string_view id) const
{
    const domain::School *known = school(id);
    return known != nullptr ? std::string_view(known->township) : std::string_view();
}

bool RegisterView::sees(const domain::Scope &scope, ObjectKind kind, std::string_view object,
                        std::string_view schoolId, bool restricted) const
{
    const domain::School *known = school(schoolId);
    const std::string_view township = known != nullptr ? std::string_view(known->township) : "";
    if (domain::sees(scope, kind, object, schoolId, township, restricted))
        return true;
    return known != nullptr && known->status == "merged" && !known->successor.empty() &&
           domain::sees(scope, kind, object, known->successor, township, restricted);
}

Result<std::shared_ptr<const RegisterView>> Directory::view(const storage::DocBook &docs)
{
    const auto version = docs.registersVersion();
    if (!version)
        return version.error();
    {
        const std::lock_guard lock(m_mutex);
        if (m_view && m_view->version == *version)
            return m_view;
    }
    auto fresh = std::make_shared<RegisterView>();
    fresh->version = *version;
    for (const ObjectKind kind :
         {ObjectKind::Bureau, ObjectKind::Township, ObjectKind::School, ObjectKind::User}) {
        Result<void> read;
        const auto visited = docs.visitKind(kind, [&](const storage::StoredDoc &stored) {
            auto doc = wire::decodeDoc(kind, stored.json);
            if (!doc) {
                read = unreadable(stored, doc.error());
                return false;
            }
            take(*fresh, std::move(*doc));
            return true;
        });
        if (!visited)
            return visited.error();
        if (!read)
            return read.error();
    }
    const std::lock_guard lock(m_mutex);
    if (!m_view || m_view->version < fresh->version)
        m_view = fresh;
    return std::shared_ptr<const RegisterView>(fresh);
}

std::string Directory::scopeMark(const domain::Scope &scope, const RegisterView &registers)
{
    Sha256 hash = hashOf(scope);
    if (scope.county)
        return hash.finish().hex();
    const std::string key = hashOf(scope).finish().hex();
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_marks.find(key);
        if (m_marksVersion == registers.version && known != m_marks.end())
            return known->second;
    }
    std::set<std::string> schools;
    for (const auto &[id, school] : registers.schools) {
        if (registers.sees(scope, ObjectKind::School, id, id, false))
            schools.insert(id);
    }
    addAll(hash, schools);
    const std::string mark = hash.finish().hex();
    const std::lock_guard lock(m_mutex);
    if (m_marksVersion < registers.version) {
        m_marks.clear();
        m_marksVersion = registers.version;
    }
    if (m_marksVersion == registers.version)
        m_marks.emplace(key, mark);
    return mark;
}

Result<std::shared_ptr<const domain::Doc>> Directory::checklist(const storage::DocBook &docs,
                                                                const std::string &id)
{
    const auto stored = docs.find(ObjectKind::Checklist, id);
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::shared_ptr<const domain::Doc>();
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_checklists.find(id);
        if (known != m_checklists.end() && known->second.version == (*stored)->version)
            return known->second.doc;
    }
    auto read = wire::decodeDoc(ObjectKind::Checklist, (*stored)->json);
    if (!read)
        return unreadable(**stored, read.error());
    auto doc = std::make_shared<const domain::Doc>(std::move(*read));
    const std::lock_guard lock(m_mutex);
    m_checklists.insert_or_assign(id, KnownChecklist{(*stored)->version, doc});
    return std::shared_ptr<const domain::Doc>(doc);
}

} // namespace campus::service
