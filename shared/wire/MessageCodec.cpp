#include "wire/MessageCodec.h"

#include "core/Limits.h"
#include "wire/MessageFields.h"

namespace campus::wire {

namespace {

// Octets the envelope may add to the lines of a batch.
constexpr std::size_t kEnvelopeBytesMax = 4096;

struct PushEnvelope {
    int protocol = 0;
    std::string app, device, install;
    std::uint64_t first = 0;
    Digest previous;
    Signature signature{};
    DeviceTime sentAt;
    std::uint64_t count = 0;
};

template <typename Io>
void fields(Io &io, Seen<Io, PushEnvelope> &envelope)
{
    io.need("protocol", envelope.protocol);
    io.id("app", envelope.app);
    io.needId("device", envelope.device);
    io.needId("install", envelope.install);
    io.need("first", envelope.first);
    io.need("previous", envelope.previous);
    io.need("count", envelope.count);
    io.need("signature", envelope.signature);
    io.field("sent_at", envelope.sentAt);
}

Error tooLarge(std::string detail)
{
    return {ErrorCode::TooLarge, std::move(detail)};
}

// What a message is bounded by beyond the sizes of its members.
template <typename Message>
Result<void> withinLimits(const Message &)
{
    return {};
}

Result<void> withinLimits(const HeadsRequest &request)
{
    if (request.offered.size() > limits::kHeadsOfferedMax)
        return tooLarge("offered: more than " + std::to_string(limits::kHeadsOfferedMax) +
                        " heads");
    return {};
}

Result<void> withinLimits(const FetchRequest &request)
{
    if (request.objects.size() > limits::kFetchIdsMax)
        return tooLarge("objects: more than " + std::to_string(limits::kFetchIdsMax) + " ids");
    return {};
}

Result<void> withinLimits(const PushAnswer &answer)
{
    if (answer.verdicts.size() > limits::kBatchEventsMax)
        return tooLarge("verdicts: more than " + std::to_string(limits::kBatchEventsMax));
    return {};
}

// Answers are long and asked for; requests come from anybody.
template <typename Message>
constexpr std::size_t kValuesMax = limits::kJsonRequestValuesMax;
template <>
constexpr std::size_t kValuesMax<PullAnswer> = limits::kJsonValuesMax;
template <>
constexpr std::size_t kValuesMax<FetchAnswer> = limits::kJsonValuesMax;
template <>
constexpr std::size_t kValuesMax<BootstrapAnswer> = limits::kJsonValuesMax;

// The next line without its end; `rest` moves behind it.
std::string_view nextLine(std::string_view &rest)
{
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

} // namespace

std::string encode(const EnrolRequest &message)
{
    return jsonOf(message);
}
std::string encode(const EnrolAnswer &message)
{
    return jsonOf(message);
}
std::string encode(const SignInRequest &message)
{
    return jsonOf(message);
}
std::string encode(const SignInAnswer &message)
{
    return jsonOf(message);
}
std::string encode(const RefreshRequest &message)
{
    return jsonOf(message);
}
std::string encode(const PushAnswer &message)
{
    return jsonOf(message);
}
std::string encode(const PullRequest &message)
{
    return jsonOf(message);
}
std::string encode(const PullAnswer &message)
{
    return jsonOf(message);
}
std::string encode(const HeadsRequest &message)
{
    return jsonOf(message);
}
std::string encode(const HeadsAnswer &message)
{
    return jsonOf(message);
}
std::string encode(const FetchRequest &message)
{
    return jsonOf(message);
}
std::string encode(const FetchAnswer &message)
{
    return jsonOf(message);
}
std::string encode(const BootstrapRequest &message)
{
    return jsonOf(message);
}
std::string encode(const BootstrapAnswer &message)
{
    return jsonOf(message);
}
std::string encode(const Verdict &message)
{
    return jsonOf(message);
}
std::string encode(const Problem &message)
{
    return jsonOf(message);
}

std::string encode(const PushRequest &message)
{
    std::string text = jsonOf(
        PushEnvelope{message.protocol, message.app, message.device, message.install, message.first,
                     message.previous, message.signature, message.sentAt, message.lines.size()});
    text += '\n';
    for (const std::string &line : message.lines) {
        text += line;
        text += '\n';
    }
    return text;
}

// The line may be any octets at all, so it travels as base64.
std::string encode(const QuarantineRequest &message)
{
    JsonWriter writer;
    writer.object([&] {
        writer.needId("device", message.device);
        writer.needId("install", message.install);
        writer.need("line", toBase64(asBytes(message.line)));
    });
    return writer.take();
}

template <typename Message>
Result<Message> decode(std::string_view octets)
{
    if (octets.size() > limits::kInflatedBytesMax)
        return tooLarge("message: more than " + std::to_string(limits::kInflatedBytesMax) +
                        " octets");
    auto message = fromJson<Message>(octets, kValuesMax<Message>);
    if (message) {
        if (const auto within = withinLimits(*message); !within)
            return within.error();
    }
    return message;
}

template Result<EnrolRequest> decode(std::string_view);
template Result<EnrolAnswer> decode(std::string_view);
template Result<SignInRequest> decode(std::string_view);
template Result<SignInAnswer> decode(std::string_view);
template Result<RefreshRequest> decode(std::string_view);
template Result<PushAnswer> decode(std::string_view);
template Result<PullRequest> decode(std::string_view);
template Result<PullAnswer> decode(std::string_view);
template Result<HeadsRequest> decode(std::string_view);
template Result<HeadsAnswer> decode(std::string_view);
template Result<FetchRequest> decode(std::string_view);
template Result<FetchAnswer> decode(std::string_view);
template Result<BootstrapRequest> decode(std::string_view);
template Result<BootstrapAnswer> decode(std::string_view);
template Result<Verdict> decode(std::string_view);
template Result<Problem> decode(std::string_view);

template <>
Result<PushRequest> decode<PushRequest>(std::string_view octets)
{
    if (octets.size() > limits::kBatchBytesMax + kEnvelopeBytesMax)
        return tooLarge("batch: more than " + std::to_string(limits::kBatchBytesMax) + " octets");
    std::string_view rest = octets;
    const auto envelope = fromJson<PushEnvelope>(nextLine(rest), limits::kJsonRequestValuesMax);
    if (!envelope)
        return Error{envelope.error().code, "envelope: " + envelope.error().detail};
    if (envelope->count > limits::kBatchEventsMax)
        return tooLarge("count: more than " + std::to_string(limits::kBatchEventsMax) + " events");
    if (envelope->first == 0)
        return Error{ErrorCode::InvalidInput, "envelope: first: expected 1 or more"};
    PushRequest request;
    request.protocol = envelope->protocol;
    request.app = envelope->app;
    request.device = envelope->device;
    request.install = envelope->install;
    request.first = envelope->first;
    request.previous = envelope->previous;
    request.signature = envelope->signature;
    request.sentAt = envelope->sentAt;
    request.lines.reserve(envelope->count);
    while (!rest.empty()) {
        const std::string_view line = nextLine(rest);
        if (line.empty() || request.lines.size() == envelope->count)
            return Error{ErrorCode::InvalidInput, line.empty()
                                                      ? "lines: an empty line"
                                                      : "lines: more than the envelope's count"};
        if (line.size() > limits::kEventBytesMax)
            return tooLarge("lines[" + std::to_string(request.lines.size()) + "]: more than " +
                            std::to_string(limits::kEventBytesMax) + " octets");
        request.lines.emplace_back(line);
    }
    if (request.lines.size() != envelope->count)
        return Error{ErrorCode::InvalidInput, "lines: fewer than the envelope's count"};
    return request;
}

template <>
Result<QuarantineRequest> decode<QuarantineRequest>(std::string_view octets)
{
    if (octets.size() > limits::kBatchBytesMax + kEnvelopeBytesMax)
        return tooLarge("message: more than " + std::to_string(limits::kBatchBytesMax) + " octets");
    const auto node = parseJson(octets, limits::kJsonRequestValuesMax);
    if (!node)
        return node.error();
    JsonReading reading;
    JsonReader reader(reading, *node);
    QuarantineRequest request;
    std::string base64;
    reader.needId("device", request.device);
    reader.needId("install", request.install);
    reader.take("line", true, [&](const JsonNode &) {});
    reader.whole("line", base64);
    if (reading.failed())
        return reading.error();
    const auto line = fromBase64(base64);
    if (!line)
        return Error{ErrorCode::InvalidInput, "line: expected octets in base64"};
    request.line = asText(*line);
    return request;
}

} // namespace campus::wire
