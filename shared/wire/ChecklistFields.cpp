#include "wire/ChecklistFields.h"

namespace campus::wire {

namespace {

constexpr std::string_view kFormat = "campus-safety-checklist/1";

} // namespace

template <typename Io>
void fields(Io &io, Seen<Io, domain::BilingualText> &text)
{
    io.need("zh", text.zh);
    io.field("en", text.en);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::Law> &law)
{
    io.need("title", law.title);
    io.field("edition", law.edition);
    io.need("article_text_checked", law.articleTextChecked);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::ChecklistSection> &section)
{
    io.needId("code", section.code);
    io.need("zh", section.text.zh);
    io.field("en", section.text.en);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::LegalBasis> &basis)
{
    io.needId("law", basis.law);
    io.need("article", basis.article);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::Bounds> &bounds)
{
    io.field("min", bounds.min);
    io.field("max", bounds.max);
    io.field("max_age_days", bounds.maxAgeDays);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::ChoiceOption> &option)
{
    io.needId("value", option.value);
    io.need("zh", option.text.zh);
    io.field("en", option.text.en);
    io.need("outcome", option.outcome);
    io.field("note", option.note);
    io.field("level", option.level);
    io.field("days", option.days);
    io.field("action", option.action);
}

namespace {

// limit_by: {"condition": {bounds}}, in the order of the file: the first that holds counts.
void limitBy(JsonReader &reader, std::vector<std::pair<domain::Condition, domain::Bounds>> &limits)
{
    reader.take("limit_by", false, [&](const JsonNode &node) {
        if (!node.members())
            return reader.reading().fail("expected an object");
        for (const auto &[condition, bounds] : *node.members()) {
            reader.reading().push(condition);
            limits.emplace_back(domain::Condition{condition}, domain::Bounds{});
            JsonReader::read(reader.reading(), bounds, limits.back().second);
            reader.reading().pop();
            if (reader.reading().failed())
                return;
        }
    });
}

void limitBy(JsonWriter &writer,
             const std::vector<std::pair<domain::Condition, domain::Bounds>> &limits)
{
    if (limits.empty())
        return;
    writer.key("limit_by");
    writer.object([&] {
        for (const auto &[condition, bounds] : limits)
            writer.need(condition.text, bounds);
    });
}

void compare(JsonReader &reader, domain::Response &response)
{
    reader.take("compare", false, [&](const JsonNode &node) {
        JsonReader members(reader.reading(), node);
        members.needId("op", response.compareOp);
        members.needId("asset_field", response.compareField);
        members.finish();
    });
}

void compare(JsonWriter &writer, const domain::Response &response)
{
    if (response.compareOp.empty() && response.compareField.empty())
        return;
    writer.key("compare");
    writer.object([&] {
        writer.needId("op", response.compareOp);
        writer.needId("asset_field", response.compareField);
    });
}

void condition(JsonReader &reader, std::optional<domain::Condition> &applies)
{
    std::string text;
    reader.id("applies_when", text);
    applies = text.empty() ? std::nullopt : std::optional(domain::Condition{text});
}

void condition(JsonWriter &writer, const std::optional<domain::Condition> &applies)
{
    if (applies)
        writer.needId("applies_when", applies->text);
}

void laws(JsonReader &reader, std::map<std::string, domain::Law> &bases)
{
    reader.take("bases", true, [&](const JsonNode &node) {
        if (!node.members())
            return reader.reading().fail("expected an object");
        for (const auto &[key, law] : *node.members()) {
            reader.reading().push(key);
            JsonReader::read(reader.reading(), law, bases[key]);
            reader.reading().pop();
        }
    });
}

void laws(JsonWriter &writer, const std::map<std::string, domain::Law> &bases)
{
    writer.key("bases");
    writer.object([&] {
        for (const auto &[key, law] : bases)
            writer.need(key, law);
    });
}

} // namespace

template <typename Io>
void fields(Io &io, Seen<Io, domain::Response> &response)
{
    io.need("type", response.type);
    io.field("unit", response.unit);
    fields(io, response.bounds);
    limitBy(io, response.limitBy);
    compare(io, response);
    io.field("warn_days", response.warnDays);
    io.id("pass_when", response.passWhen);
    io.field("options", response.options);
    io.id("asset_field", response.assetField);
    io.field("rule", response.rule);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::ChecklistItem> &item)
{
    io.needId("id", item.id);
    io.id("no", item.no);
    io.needId("section", item.section);
    io.needId("category", item.category);
    io.need("zh", item.text.zh);
    io.field("en", item.text.en);
    io.need("basis", item.basis);
    io.need("response", item.response);
    io.need("photo", item.photo);
    io.need("default_level", item.level);
    io.need("default_days", item.days);
    io.need("scope", item.scope);
    io.field("on_fail_action", item.failAction);
    condition(io, item.appliesWhen);
    io.field("indicators", item.indicators);
    io.field("restricted", item.restricted);
    io.field("uncertain", item.uncertain);
    io.field("uncertain_note", item.uncertainNote);
}

namespace {

void items(JsonReader &reader, std::vector<domain::ChecklistItem> &all)
{
    reader.take("items", true, [&](const JsonNode &node) {
        JsonReading &reading = reader.reading();
        if (!node.items())
            return reading.fail("expected a list");
        if (node.items()->size() > limits::kChecklistItemsMax)
            return reading.fail("more than " + std::to_string(limits::kChecklistItemsMax) +
                                    " entries",
                                ErrorCode::TooLarge);
        for (std::size_t i = 0; i < node.items()->size() && !reading.failed(); ++i) {
            const JsonNode &item = (*node.items())[i];
            const JsonNode *id = item.member("id");
            const auto *name = id ? std::get_if<std::string>(&id->value) : nullptr;
            if (name) { // an item is known by its id, not by its place
                reading.pop();
                reading.pushItem(*name);
            } else {
                reading.pushIndex(i);
            }
            all.emplace_back();
            JsonReader::read(reading, item, all.back());
            reading.pop();
            if (name)
                reading.push("items");
        }
    });
    // A file may say how many items it means to have.
    reader.take("item_count", false, [&](const JsonNode &node) {
        const auto count = naturalNumber(reader.reading(), node, limits::kChecklistItemsMax);
        if (count && *count != all.size())
            reader.reading().fail("says " + std::to_string(*count) + ", but there are " +
                                  std::to_string(all.size()) + " items");
    });
}

void items(JsonWriter &writer, const std::vector<domain::ChecklistItem> &all)
{
    writer.need("item_count", all.size());
    writer.need("items", all);
}

template <typename Io>
void checklistFields(Io &io, Seen<Io, domain::Checklist> &checklist)
{
    io.needId("kind", checklist.kind);
    io.needId("version", checklist.version);
    io.needId("status", checklist.status);
    io.need("title", checklist.title);
    io.need("asset", checklist.asset);
    io.needId("category", checklist.category);
    io.field("frequency_hint", checklist.frequency);
    io.field("note", checklist.note);
    laws(io, checklist.bases);
    io.need("sections", checklist.sections);
    items(io, checklist.items);
}

} // namespace

void fields(JsonReader &reader, domain::Checklist &checklist)
{
    reader.take("format", true, [&](const JsonNode &node) {
        const auto *format = std::get_if<std::string>(&node.value);
        if (!format || *format != kFormat)
            reader.reading().fail("expected \"" + std::string(kFormat) + "\"");
    });
    checklistFields(reader, checklist);
}

void fields(JsonWriter &writer, const domain::Checklist &checklist)
{
    writer.need("format", kFormat);
    checklistFields(writer, checklist);
}

} // namespace campus::wire
