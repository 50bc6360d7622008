#include "app/ReportText.h"

#include "documents/FigureTable.h"
#include "documents/Labels.h"
#include "figures/Definitions.h"
#include "figures/Rate.h"

namespace campus::app {

namespace {

std::string shown(const figures::Figure &figure, const figures::Measure &measure)
{
    return figure.kind == figures::FigureKind::Rate ? figures::rateText(measure.count, measure.base)
                                                    : std::to_string(measure.count);
}

wire::MeasureLine lineOf(const figures::Figure &figure, const figures::Measure &measure)
{
    wire::MeasureLine line;
    line.count = measure.count;
    if (figure.kind == figures::FigureKind::Rate)
        line.base = measure.base;
    line.text = shown(figure, measure);
    line.members = measure.members;
    line.hidden = measure.hidden;
    return line;
}

std::string rowName(const figures::Report &report, const figures::RowHead &head)
{
    return documents::rowLabel(report.query.breakdown, head.value, head.name);
}

// Columns of a terminal: a Chinese character takes two.
std::string padded(const std::string &text, std::size_t width)
{
    std::size_t used = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto octet = static_cast<unsigned char>(text[i]);
        if (octet < 0x80)
            used += 1;
        else if (octet >= 0xE0)
            used += 2;
        else if (octet >= 0xC0)
            used += 1;
    }
    return text + std::string(used < width ? width - used : 1, ' ');
}

} // namespace

wire::FiguresMessage messageOf(const service::FiguresAnswer &answer)
{
    const figures::Report &report = answer.report;
    wire::FiguresMessage message;
    message.from = report.query.from;
    message.to = report.query.to;
    message.cutoff = report.query.cutoff;
    message.knownBy = report.query.knownBy;
    message.breakdown = figures::nameOf(report.query.breakdown);
    message.drill = answer.drill;
    message.bureau = answer.bureau;
    message.paragraph = answer.paragraph.text;
    for (const figures::Obstacle &obstacle : answer.paragraph.obstacles)
        message.obstacles.push_back(obstacle.sentence);
    for (const figures::Remark &remark : report.remarks)
        message.remarks.push_back(documents::remarkText(remark, answer.countWord));
    for (const figures::RowHead &head : report.rowHeads)
        message.rows.push_back(rowName(report, head));
    message.identityHolds = report.identity.holds();
    for (const figures::Figure &figure : report.figures) {
        wire::FigureLine line;
        line.id = figure.id;
        if (const figures::Definition *definition = figures::definitionOf(figure.id)) {
            line.name = definition->name;
            line.unit = definition->unit;
        }
        line.total = lineOf(figure, figure.total);
        for (const figures::Measure &row : figure.rows)
            line.rows.push_back(lineOf(figure, row));
        message.figures.push_back(std::move(line));
    }
    return message;
}

std::string tableOf(const service::FiguresAnswer &answer)
{
    const wire::FiguresMessage message = messageOf(answer);
    std::string text = message.paragraph + "\n";
    for (const std::string &obstacle : message.obstacles)
        text += "不写“全部整改到位”：" + obstacle + "\n";
    text += "\n" + message.from.iso() + " … " + message.to.iso() + "，统计截止 " +
            localDayAndTime(message.cutoff) + "，入库截止 " + localDayAndTime(message.knownBy) +
            "\n";
    if (!message.rows.empty()) {
        text += padded("", 28) + padded("合计", 10);
        for (const std::string &row : message.rows)
            text += padded(row, 18);
        text += "\n";
    }
    for (const wire::FigureLine &figure : message.figures) {
        text += padded(figure.id, 8) + padded(figure.name, 20) + padded(figure.total.text, 10);
        for (const wire::MeasureLine &row : figure.rows)
            text += padded(row.text, 18);
        text += "\n";
    }
    text += message.identityHolds ? "N7 + N3 + X − N8 = N9 ✓\n" : "N7 + N3 + X − N8 = N9 ✗\n";
    for (const std::string &remark : message.remarks)
        text += "提示：" + remark + "\n";
    return text;
}

} // namespace campus::app
