#include "figures/Report.h"

#include <algorithm>

#include "core/Assert.h"

namespace campus::figures {

namespace {

class Text
{
public:
    Text &operator<<(std::int64_t number)
    {
        return *this << std::string_view(std::to_string(number));
    }
    Text &operator<<(std::string_view text)
    {
        m_text += std::to_string(text.size());
        m_text += ':';
        m_text += text;
        m_text += '\n';
        return *this;
    }
    template <typename List>
    Text &list(const List &values)
    {
        *this << static_cast<std::int64_t>(values.size());
        for (const auto &value : values)
            *this << value;
        return *this;
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

Text &operator<<(Text &text, const Measure &measure)
{
    text << measure.count << measure.base << measure.hidden << measure.baseHidden;
    return text.list(measure.members).list(measure.baseMembers);
}

Text &operator<<(Text &text, const Query &query)
{
    text << query.from.number << query.to.number << query.cutoff << query.knownBy
         << static_cast<std::int64_t>(query.scope.county)
         << static_cast<std::int64_t>(query.scope.restricted) << query.campaign
         << nameOf(query.breakdown);
    if (query.across != Breakdown::None)
        text << nameOf(query.across);
    return text.list(query.scope.townships)
        .list(query.scope.schools)
        .list(query.scope.assigned)
        .list(query.evidenceMissing);
}

template <typename Figures>
const typename Figures::value_type &figureNamed(const Figures &figures, std::string_view id)
{
    const auto found = std::find_if(figures.begin(), figures.end(),
                                    [&](const auto &figure) { return figure.id == id; });
    CAMPUS_ASSERT(found != figures.end());
    return *found;
}

FigureOf<Number> numbersOf(const Figure &figure)
{
    FigureOf<Number> numbers{figure.id, figure.kind, figure.of, figure.total, {}, {}, {}};
    numbers.rows.assign(figure.rows.begin(), figure.rows.end());
    numbers.columns.assign(figure.columns.begin(), figure.columns.end());
    for (const Figure::Cell &cell : figure.cells)
        numbers.cells.push_back({cell.row, cell.column, cell.value});
    return numbers;
}

} // namespace

const Figure &Report::figure(std::string_view id) const
{
    return figureNamed(figures, id);
}

const FigureOf<Number> &Counts::figure(std::string_view id) const
{
    return figureNamed(figures, id);
}

const Remark *Report::remark(Remark::Kind kind) const
{
    const auto found = std::find_if(remarks.begin(), remarks.end(),
                                    [&](const Remark &remark) { return remark.kind == kind; });
    return found == remarks.end() ? nullptr : &*found;
}

Counts countsOf(const Report &report)
{
    Counts counts;
    counts.query = report.query;
    for (const Figure &figure : report.figures)
        counts.figures.push_back(numbersOf(figure));
    counts.rowHeads = report.rowHeads;
    counts.columnHeads = report.columnHeads;
    counts.identity = report.identity;
    for (const Remark &remark : report.remarks)
        counts.remarks.push_back({remark.kind, remark.count()});
    return counts;
}

std::string fingerprint(const Report &report)
{
    Text text;
    text << report.query;
    for (const Figure &figure : report.figures) {
        text << figure.id << static_cast<std::int64_t>(figure.kind) << figure.total;
        for (const Measure &row : figure.rows)
            text << row;
        for (const Measure &column : figure.columns)
            text << column;
        for (const Figure::Cell &cell : figure.cells)
            text << std::int64_t{cell.row} << std::int64_t{cell.column} << cell.value;
    }
    for (const auto *heads : {&report.rowHeads, &report.columnHeads}) {
        for (const RowHead &head : *heads)
            text << head.value << head.name;
    }
    const Identity &identity = report.identity;
    text << identity.from.number << identity.to.number << identity.n7 << identity.n3 << identity.x
         << identity.n8 << identity.n9;
    text.list(identity.offenders) << identity.hiddenOffenders;
    for (const Ambiguous &item : report.ambiguous) {
        text << static_cast<std::int64_t>(item.boundary) << nameOf(item.kind) << item.object
             << item.act << static_cast<std::int64_t>(item.seq) << item.earliest << item.latest
             << item.decided;
    }
    for (const Remark &remark : report.remarks)
        (text << static_cast<std::int64_t>(remark.kind) << remark.hidden).list(remark.members);
    return text.take();
}

} // namespace campus::figures
