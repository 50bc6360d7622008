#include "viewmodels/InspectionWords.h"

#include <QCoreApplication>

#include "viewmodels/Texts.h"

namespace campus::viewmodels::words {

namespace {

QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

QString number(double value)
{
    return QString::number(value, 'g', 10);
}

} // namespace

QString limits(const domain::ChecklistItem &item, const domain::Bounds &bounds)
{
    const QString unit =
        item.response.unit.empty() ? QString() : " " + texts::qt(item.response.unit);
    switch (item.response.type) {
    case domain::ResponseType::Number:
        if (bounds.min && bounds.max)
            return *bounds.min == *bounds.max
                       ? number(*bounds.min) + unit
                       : number(*bounds.min) + "–" + number(*bounds.max) + unit;
        if (bounds.min)
            return "≥ " + number(*bounds.min) + unit;
        return bounds.max ? "≤ " + number(*bounds.max) + unit : QString();
    case domain::ResponseType::DateNotExpired:
        return translate("InspectionWords", "valid on the day of inspection");
    case domain::ResponseType::DateWithin:
        return bounds.maxAgeDays
                   ? translate("InspectionWords", "within the last %1 days").arg(*bounds.maxAgeDays)
                   : QString();
    case domain::ResponseType::CountOfTotal:
        return item.response.passWhen == "count==total"
                   ? translate("InspectionWords", "all of them")
                   : translate("InspectionWords", "at least the number required");
    case domain::ResponseType::PassFailNa:
    case domain::ResponseType::Choice: return {};
    }
    return {};
}

QString expiresSoon()
{
    return translate("InspectionWords", "expires soon");
}

QString failure(const domain::Judgement &judgement)
{
    QString reason = texts::judgementReason(judgement.why);
    if (reason.isEmpty())
        reason = translate("InspectionWords", "Failed");
    const QString level = judgement.level == domain::Level::Major
                              ? translate("InspectionWords", "major hazard, to be confirmed")
                              : translate("InspectionWords", "general hazard");
    const QString until =
        judgement.days == 0
            ? translate("InspectionWords", "to be put right today")
            : translate("InspectionWords", "to be put right in days: %1").arg(judgement.days);
    return translate("InspectionWords", "%1: %2, %3").arg(reason, level, until);
}

void fill(ChecklistItemRow &row, const domain::Answer &answer)
{
    row.prefilled = answer.prefilled;
    if (answer.number)
        row.numberText = number(*answer.number);
    if (answer.date)
        row.dateIso = texts::qt(answer.date->iso());
    if (answer.count)
        row.countText = QString::number(*answer.count);
    if (answer.total)
        row.totalText = QString::number(*answer.total);
    row.choice = texts::qt(answer.choice);
    row.note = texts::qt(answer.note);
    row.reason = texts::qt(answer.reason);
}

QString plainDigits(const QString &text)
{
    QString plain;
    for (const QChar c : text.trimmed()) {
        const ushort code = c.unicode();
        if (code >= 0xFF01 && code <= 0xFF5E) // full-width forms stand in the order of ASCII
            plain += QChar(static_cast<ushort>(code - 0xFEE0));
        else
            plain += c == QChar(0x3002) ? QChar('.') : c == QChar(0x2212) ? QChar('-') : c;
    }
    return plain;
}

} // namespace campus::viewmodels::words
