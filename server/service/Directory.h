// The registers everybody's request needs, decoded once and kept until they change: bureau,
// townships, schools, people. Looked up inside a reading or writing, so that it is never newer or
// older than that snapshot. Any thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "core/Result.h"
#include "core/Sha256.h"
#include "domain/LifeCycle.h"
#include "domain/Permission.h"

namespace campus::storage {
class DocBook;
}

namespace campus::service {

// One state of the registers; immutable, so it may be kept while a newer one is made.
struct RegisterView {
    std::uint64_t version = 0; // highest version of the docs in it
    domain::Bureau bureau;
    std::map<std::string, domain::Township, std::less<>> townships;
    std::map<std::string, domain::School, std::less<>> schools;
    std::map<std::string, domain::User, std::less<>> users;

    const domain::School *school(std::string_view id) const;
    const domain::User *user(std::string_view id) const;
    std::string_view townshipOf(std::string_view school) const; // today's; empty when unknown
    // domain::sees with today's township; the successor of a merged school sees what it took over.
    bool sees(const domain::Scope &scope, domain::ObjectKind kind, std::string_view object,
              std::string_view school, bool restricted) const;
};

class Directory
{
public:
    Result<std::shared_ptr<const RegisterView>> view(const storage::DocBook &docs);
    // Changes whenever the objects in scope may change other than by their own versions: the scope
    // itself, or a school entering or leaving it.
    std::string scopeMark(const domain::Scope &scope, const RegisterView &registers);
    // Decoded once a version, because they are long; null for one that is not there.
    Result<std::shared_ptr<const domain::Doc>> checklist(const storage::DocBook &docs,
                                                         const std::string &id);

private:
    struct KnownChecklist {
        std::uint64_t version = 0;
        std::shared_ptr<const domain::Doc> doc;
    };
    std::mutex m_mutex;
    std::shared_ptr<const RegisterView> m_view;
    std::uint64_t m_marksVersion = 0;
    std::map<std::string, std::string> m_marks; // by scope, for the view of m_marksVersion
    std::map<std::string, KnownChecklist> m_checklists;
};

} // namespace campus::service
