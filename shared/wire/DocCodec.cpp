#include "wire/DocCodec.h"

#include "core/Assert.h"
#include "core/Limits.h"
#include "wire/ChecklistFields.h"
#include "wire/HazardFields.h"
#include "wire/JsonReader.h"
#include "wire/JsonWriter.h"
#include "wire/PaperFields.h"
#include "wire/RegisterFields.h"

namespace campus::wire {

namespace {

using domain::Doc;
using domain::ObjectKind;

template <typename T>
Result<Doc> decodedAs(const JsonNode &node)
{
    auto value = readFrom<T>(node);
    if (!value)
        return value.error();
    return Doc{std::move(*value)};
}

} // namespace

std::string encodeDoc(const Doc &doc)
{
    return std::visit(
        []<typename T>(const T &value) -> std::string {
            if constexpr (std::is_same_v<T, std::monostate>)
                return "null";
            else
                return jsonOf(value);
        },
        doc);
}

Result<Doc> decodeDoc(ObjectKind kind, std::string_view json)
{
    const auto node = parseJson(json, limits::kJsonValuesMax);
    if (!node)
        return node.error();
    if (node->isNull())
        return Doc{};
    switch (kind) {
    case ObjectKind::Hazard: return decodedAs<domain::Hazard>(*node);
    case ObjectKind::Inspection: return decodedAs<domain::Inspection>(*node);
    case ObjectKind::Notice: return decodedAs<domain::Notice>(*node);
    case ObjectKind::School: return decodedAs<domain::School>(*node);
    case ObjectKind::Asset: return decodedAs<domain::Asset>(*node);
    case ObjectKind::Township: return decodedAs<domain::Township>(*node);
    case ObjectKind::User: return decodedAs<domain::User>(*node);
    case ObjectKind::Checklist: return decodedAs<domain::Checklist>(*node);
    case ObjectKind::Bureau: return decodedAs<domain::Bureau>(*node);
    }
    return Error{ErrorCode::InvalidInput, "doc: unknown kind of object"};
}

ObjectKind kindOf(const Doc &doc)
{
    struct Kinds {
        ObjectKind operator()(std::monostate) const
        {
            CAMPUS_ASSERT(!"a doc that does not exist has no kind");
            return ObjectKind::Hazard;
        }
        ObjectKind operator()(const domain::Hazard &) const { return ObjectKind::Hazard; }
        ObjectKind operator()(const domain::Inspection &) const { return ObjectKind::Inspection; }
        ObjectKind operator()(const domain::Notice &) const { return ObjectKind::Notice; }
        ObjectKind operator()(const domain::School &) const { return ObjectKind::School; }
        ObjectKind operator()(const domain::Asset &) const { return ObjectKind::Asset; }
        ObjectKind operator()(const domain::Township &) const { return ObjectKind::Township; }
        ObjectKind operator()(const domain::User &) const { return ObjectKind::User; }
        ObjectKind operator()(const domain::Checklist &) const { return ObjectKind::Checklist; }
        ObjectKind operator()(const domain::Bureau &) const { return ObjectKind::Bureau; }
    };
    return std::visit(Kinds{}, doc);
}

std::string objectOf(const Doc &doc)
{
    return std::visit(
        []<typename T>(const T &value) -> std::string {
            if constexpr (std::is_same_v<T, std::monostate>)
                return {};
            else if constexpr (std::is_same_v<T, domain::Checklist>)
                return value.id();
            else
                return value.id;
        },
        doc);
}

std::string schoolOf(const Doc &doc)
{
    return std::visit(
        []<typename T>(const T &value) -> std::string {
            if constexpr (std::is_same_v<T, domain::School>)
                return value.id;
            else if constexpr (std::is_same_v<T, domain::User>)
                return {}; // a person's school is where they work, not whose object they are
            else if constexpr (requires { value.school; })
                return value.school;
            else
                return {};
        },
        doc);
}

std::uint64_t versionOf(const Doc &doc)
{
    return std::visit(
        [](const auto &value) -> std::uint64_t {
            if constexpr (requires { value.version + 0u; })
                return value.version;
            else
                return 0;
        },
        doc);
}

bool isRestricted(const Doc &doc)
{
    const auto *hazard = std::get_if<domain::Hazard>(&doc);
    const auto *notice = std::get_if<domain::Notice>(&doc);
    return (hazard && domain::isRestricted(*hazard)) || (notice && notice->issued.restricted);
}

std::string encodeAnswer(const domain::Answer &answer)
{
    return jsonOf(answer);
}

Result<domain::Answer> decodeAnswer(std::string_view json)
{
    return fromJson<domain::Answer>(json, limits::kJsonValuesMax);
}

std::string encodeAct(const domain::HazardAct &act)
{
    return jsonOf(act);
}

Result<domain::HazardAct> decodeAct(std::string_view json)
{
    return fromJson<domain::HazardAct>(json, limits::kJsonValuesMax);
}

} // namespace campus::wire
