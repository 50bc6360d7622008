#include "wire/FiguresMessage.h"

#include "wire/JsonWriter.h"

namespace campus::wire {

namespace {

void measure(JsonWriter &io, const MeasureLine &line)
{
    io.need("count", line.count);
    if (line.base)
        io.need("base", *line.base);
    io.need("text", line.text);
    io.need("members", line.members);
    io.field("hidden", line.hidden);
}

struct Query {
    const FiguresMessage &message;
};

void fields(JsonWriter &io, const Query &query)
{
    io.need("from", query.message.from);
    io.need("to", query.message.to);
    io.need("cutoff", isoInstant(query.message.cutoff));
    io.need("known_by", isoInstant(query.message.knownBy));
    io.need("breakdown", query.message.breakdown);
}

} // namespace

void fields(JsonWriter &io, const MeasureLine &line)
{
    measure(io, line);
}

void fields(JsonWriter &io, const FigureLine &figure)
{
    io.need("id", figure.id);
    io.need("name", figure.name);
    io.field("unit", figure.unit);
    measure(io, figure.total);
    if (!figure.rows.empty())
        io.need("rows", figure.rows);
}

void fields(JsonWriter &io, const FiguresMessage &message)
{
    io.need("query", Query{message});
    io.need("bureau", message.bureau);
    io.field("drill", message.drill);
    io.need("paragraph", message.paragraph);
    io.need("obstacles", message.obstacles);
    io.need("remarks", message.remarks);
    io.need("identity_holds", message.identityHolds);
    if (!message.rows.empty())
        io.need("rows", message.rows);
    io.need("figures", message.figures);
}

std::string encode(const FiguresMessage &message)
{
    return jsonOf(message);
}

} // namespace campus::wire
