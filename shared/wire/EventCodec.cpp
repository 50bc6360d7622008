#include "wire/EventCodec.h"

#include <algorithm>
#include <array>

#include "core/IdSource.h"
#include "core/Limits.h"
#include "wire/ChecklistFields.h"
#include "wire/HazardFields.h"
#include "wire/JsonReader.h"
#include "wire/JsonWriter.h"
#include "wire/PaperFields.h"
#include "wire/RegisterFields.h"

namespace campus::wire {

namespace {

using domain::EventBody;
using domain::ObjectKind;

constexpr std::string_view kHazardPrefix = "hazard.";

struct TypeRow {
    std::string_view type;
    int version; // the newest this program reads and the one it writes
    ObjectKind kind;
    std::size_t bodyIndex; // of the alternative in EventBody
    std::size_t bytesMax;
};

template <typename Body, std::size_t Index = 0>
constexpr std::size_t indexOf()
{
    if constexpr (std::is_same_v<std::variant_alternative_t<Index, EventBody>, Body>)
        return Index;
    else
        return indexOf<Body, Index + 1>();
}

// Every event type. Names are frozen; a changed meaning takes a new version.
constexpr std::array kTypes{
    TypeRow{"hazard.", 1, ObjectKind::Hazard, indexOf<domain::HazardAct>(),
            limits::kEventBytesMax}, // + name of the act
    TypeRow{"inspection.answers", 1, ObjectKind::Inspection, indexOf<domain::InspectionAnswers>(),
            limits::kEventBytesMax},
    TypeRow{"inspection.submitted", 1, ObjectKind::Inspection,
            indexOf<domain::InspectionSubmitted>(), limits::kEventBytesMax},
    TypeRow{"notice.issued", 1, ObjectKind::Notice, indexOf<domain::NoticeIssued>(),
            limits::kEventBytesMax},
    TypeRow{"notice.receipted", 1, ObjectKind::Notice, indexOf<domain::NoticeReceipted>(),
            limits::kEventBytesMax},
    TypeRow{"notice.cancelled", 1, ObjectKind::Notice, indexOf<domain::NoticeCancelled>(),
            limits::kEventBytesMax},
    TypeRow{"register.bureau", 1, ObjectKind::Bureau, indexOf<domain::Bureau>(),
            limits::kRegisterEventBytesMax},
    TypeRow{"register.township", 1, ObjectKind::Township, indexOf<domain::Township>(),
            limits::kRegisterEventBytesMax},
    TypeRow{"register.school", 1, ObjectKind::School, indexOf<domain::School>(),
            limits::kRegisterEventBytesMax},
    TypeRow{"register.school_changed", 1, ObjectKind::School, indexOf<domain::SchoolChange>(),
            limits::kRegisterEventBytesMax},
    TypeRow{"register.asset", 1, ObjectKind::Asset, indexOf<domain::Asset>(),
            limits::kRegisterEventBytesMax},
    TypeRow{"register.asset_observed", 1, ObjectKind::Asset, indexOf<domain::AssetObserved>(),
            limits::kEventBytesMax},
    TypeRow{"register.user", 1, ObjectKind::User, indexOf<domain::User>(),
            limits::kRegisterEventBytesMax},
    TypeRow{"register.checklist", 1, ObjectKind::Checklist, indexOf<domain::Checklist>(),
            limits::kRegisterEventBytesMax},
};
static_assert(kTypes.size() + 1 == std::variant_size_v<EventBody>);

const TypeRow *rowOf(std::string_view type)
{
    if (type.starts_with(kHazardPrefix))
        return domain::hazardActNamed(type.substr(kHazardPrefix.size())) ? &kTypes.front()
                                                                         : nullptr;
    const auto found = std::find_if(kTypes.begin(), kTypes.end(),
                                    [type](const TypeRow &row) { return row.type == type; });
    return found == kTypes.end() ? nullptr : &*found;
}

const TypeRow &rowOf(const EventBody &body)
{
    const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeRow &row) {
        return row.bodyIndex == body.index();
    });
    CAMPUS_ASSERT(found != kTypes.end());
    return *found;
}

// The object kind that the first word of an unknown type speaks of.
ObjectKind kindOfUnknown(std::string_view type)
{
    return domain::valueNamed<ObjectKind>(type.substr(0, type.find('.')))
        .value_or(ObjectKind::Hazard);
}

// ---- the blobs a body names ----------------------------------------------------------------------

class BlobList
{
public:
    void add(const Digest &digest)
    {
        if (digest != Digest{})
            m_all.push_back(digest);
    }
    void add(const std::vector<domain::Photo> &photos)
    {
        for (const auto &photo : photos) {
            add(photo.original);
            add(photo.preview);
        }
    }
    void add(const std::vector<domain::HandSignature> &signatures)
    {
        for (const auto &signature : signatures)
            add(signature.image);
    }
    std::vector<Digest> sorted()
    {
        std::sort(m_all.begin(), m_all.end());
        m_all.erase(std::unique(m_all.begin(), m_all.end()), m_all.end());
        return std::move(m_all);
    }

private:
    std::vector<Digest> m_all;
};

std::vector<Digest> blobsOf(const EventBody &body)
{
    BlobList blobs;
    if (const auto *act = std::get_if<domain::HazardAct>(&body)) {
        blobs.add(act->failActionProof);
        blobs.add(act->before);
        blobs.add(act->after);
        blobs.add(act->signatures);
    } else if (const auto *part = std::get_if<domain::InspectionAnswers>(&body)) {
        for (const auto &answer : part->answers)
            blobs.add(answer.photos);
    } else if (const auto *issued = std::get_if<domain::NoticeIssued>(&body)) {
        blobs.add(issued->signatures);
    } else if (const auto *receipt = std::get_if<domain::NoticeReceipted>(&body)) {
        blobs.add(receipt->signature.image);
    }
    return blobs.sorted();
}

// ---- bodies --------------------------------------------------------------------------------------

void writeBody(JsonWriter &writer, const EventBody &body)
{
    std::visit(
        [&]<typename Body>(const Body &value) {
            if constexpr (std::is_same_v<Body, domain::HazardAct>)
                writer.object([&] { actFields(writer, value); });
            else if constexpr (!std::is_same_v<Body, std::monostate>)
                writer.put(value);
        },
        body);
}

template <std::size_t Index = 1>
void readBody(JsonReading &reading, const JsonNode &node, const TypeRow &row, std::string_view type,
              EventBody &body)
{
    if constexpr (Index < std::variant_size_v<EventBody>) {
        if (row.bodyIndex != Index)
            return readBody<Index + 1>(reading, node, row, type, body);
        using Body = std::variant_alternative_t<Index, EventBody>;
        Body value{};
        if constexpr (std::is_same_v<Body, domain::HazardAct>) {
            value.kind = *domain::hazardActNamed(type.substr(kHazardPrefix.size()));
            JsonReader reader(reading, node);
            actFields(reader, value);
        } else {
            JsonReader::read(reading, node, value);
        }
        body = std::move(value);
    }
}

// ---- the envelope --------------------------------------------------------------------------------

void writeEvent(JsonWriter &writer, const domain::Event &event)
{
    writer.object([&] {
        writer.needId("id", event.id);
        writer.needId("type", event.type);
        writer.need("version", event.version);
        writer.needId("object", event.object);
        writer.id("school", event.school);
        writer.needId("actor", event.actor);
        writer.need("role", event.role);
        writer.id("session", event.session);
        writer.field("seen", event.seen);
        writer.field("head", event.head);
        writer.need("wall", event.wall);
        writer.id("boot", event.boot);
        writer.field("mono", event.mono);
        writer.key("body");
        writeBody(writer, event.body);
        writer.field("blobs", event.blobs);
    });
}

void readBlobs(JsonReader &reader, domain::Event &event)
{
    reader.field("blobs", event.blobs);
    reader.take("blobs", false, [&](const JsonNode &) {
        if (event.blobs.size() > limits::kBlobsPerEventMax)
            reader.reading().fail("more than " + std::to_string(limits::kBlobsPerEventMax) +
                                      " blobs",
                                  ErrorCode::TooLarge);
    });
}

void readEvent(JsonReader &reader, domain::Event &event, const TypeRow *&row)
{
    reader.needId("id", event.id);
    reader.needId("type", event.type);
    reader.need("version", event.version);
    reader.needId("object", event.object);
    reader.id("school", event.school);
    reader.needId("actor", event.actor);
    reader.need("role", event.role);
    reader.id("session", event.session);
    reader.field("seen", event.seen);
    reader.field("head", event.head);
    reader.need("wall", event.wall);
    reader.id("boot", event.boot);
    reader.field("mono", event.mono);
    JsonReading &reading = reader.reading();
    if (reading.failed())
        return;
    if (!isUuid(event.id))
        return reading.fail("id: expected a UUID");
    if (event.version < 1)
        return reading.fail("version: expected 1 or more");
    row = rowOf(event.type);
    event.kind = row ? row->kind : kindOfUnknown(event.type);
    if (row && row->bodyIndex == indexOf<domain::AssetObserved>() && event.object == event.school)
        event.kind = ObjectKind::School; // an observation about the school itself
    const bool readable = row && event.version <= row->version;
    reader.take("body", true, [&](const JsonNode &node) {
        if (readable)
            readBody(reading, node, *row, event.type, event.body);
        else if (!node.members())
            reading.fail("expected an object");
    });
    readBlobs(reader, event);
    if (readable && !reading.failed() && event.blobs != blobsOf(event.body))
        reading.fail("blobs: not what the body names, sorted and without repeats");
}

Error tooLarge(std::size_t size, std::size_t max)
{
    return {ErrorCode::TooLarge,
            "event: " + std::to_string(size) + " octets, at most " + std::to_string(max)};
}

} // namespace

EventType typeOf(const EventBody &body)
{
    const TypeRow &row = rowOf(body);
    if (const auto *act = std::get_if<domain::HazardAct>(&body))
        return {std::string(kHazardPrefix) + std::string(nameOf(act->kind)), row.kind};
    return {std::string(row.type), row.kind};
}

Result<std::string> encodeEvent(domain::Event event)
{
    if (std::holds_alternative<std::monostate>(event.body))
        return Error{ErrorCode::InvalidInput,
                     "body: an event of an unknown type is never written again"};
    const TypeRow &row = rowOf(event.body);
    event.type = typeOf(event.body).type;
    event.version = row.version;
    event.blobs = blobsOf(event.body);
    JsonWriter writer;
    writeEvent(writer, event);
    if (!writer.fault().empty())
        return Error{ErrorCode::InvalidInput, writer.fault()};
    std::string line = writer.take();
    if (line.size() > row.bytesMax)
        return tooLarge(line.size(), row.bytesMax);
    // Nothing leaves this device that the other side would not read.
    if (const auto readBack = decodeEvent(line); !readBack)
        return readBack.error();
    return line;
}

Result<domain::Event> decodeEvent(std::string_view line)
{
    if (line.size() > limits::kRegisterEventBytesMax)
        return tooLarge(line.size(), limits::kRegisterEventBytesMax);
    if (line.find_first_of("\r\n") != std::string_view::npos)
        return Error{ErrorCode::InvalidInput, "event: a line end inside"};
    const auto node = parseJson(line, limits::kJsonRequestValuesMax);
    if (!node)
        return node.error();
    JsonReading reading;
    JsonReader reader(reading, *node);
    domain::Event event;
    const TypeRow *row = nullptr;
    readEvent(reader, event, row);
    if (reading.failed())
        return reading.error();
    const std::size_t max = row ? row->bytesMax : limits::kEventBytesMax;
    if (line.size() > max)
        return tooLarge(line.size(), max);
    return event;
}

} // namespace campus::wire
