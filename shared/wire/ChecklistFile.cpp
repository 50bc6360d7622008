#include "wire/ChecklistFile.h"

#include "core/Limits.h"
#include "wire/ChecklistFields.h"

namespace campus::wire {

namespace {

Error named(std::string_view fileName, const Error &error)
{
    return {error.code, std::string(fileName) + ": " + error.detail};
}

} // namespace

Result<domain::Checklist> readChecklist(std::string_view json, std::string_view fileName)
{
    if (json.size() > limits::kChecklistFileBytesMax)
        return named(fileName,
                     {ErrorCode::TooLarge,
                      "more than " + std::to_string(limits::kChecklistFileBytesMax) + " octets"});
    const auto node = parseJson(json, limits::kJsonValuesMax);
    if (!node)
        return named(fileName, node.error());
    auto checklist = readFrom<domain::Checklist>(*node, true);
    if (!checklist)
        return named(fileName, checklist.error());
    if (const auto valid = domain::validate(*checklist); !valid)
        return named(fileName, valid.error());
    return checklist;
}

std::string writeChecklist(const domain::Checklist &checklist)
{
    return jsonOf(checklist);
}

} // namespace campus::wire
