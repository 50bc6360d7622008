#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>

#include "viewmodels/Texts.h"

namespace campus::viewmodels::texts {

namespace {

QString translate(const char *context, const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate(context, text, note, n);
}

constexpr Millis kMinute = 60'000;

QString monthName(int month)
{
    static constexpr std::array kMonths = {
        QT_TRANSLATE_NOOP("Texts", "Jan"), QT_TRANSLATE_NOOP("Texts", "Feb"),
        QT_TRANSLATE_NOOP("Texts", "Mar"), QT_TRANSLATE_NOOP("Texts", "Apr"),
        QT_TRANSLATE_NOOP("Texts", "May"), QT_TRANSLATE_NOOP("Texts", "Jun"),
        QT_TRANSLATE_NOOP("Texts", "Jul"), QT_TRANSLATE_NOOP("Texts", "Aug"),
        QT_TRANSLATE_NOOP("Texts", "Sep"), QT_TRANSLATE_NOOP("Texts", "Oct"),
        QT_TRANSLATE_NOOP("Texts", "Nov"), QT_TRANSLATE_NOOP("Texts", "Dec"),
    };
    return translate("Texts", kMonths[static_cast<std::size_t>(month - 1)]);
}

QString dayAndMonth(Day day)
{
    //: %1 day of the month, %2 month
    return translate("Texts", "%1 %2")
        .arg(QString::number(day.dayOfMonth()), monthName(day.month()));
}

} // namespace

QString day(Day day)
{
    //: %1 day and month, %2 year
    return translate("Texts", "%1, %2").arg(dayAndMonth(day), QString::number(day.year()));
}

QString shortDay(Day theDay, Day today)
{
    return theDay.year() == today.year() ? dayAndMonth(theDay) : day(theDay);
}

QString moment(Millis instant)
{
    const QString clock = QString::fromStdString(localDayAndTime(instant)).right(5);
    //: %1 day and month, %2 time of day
    return translate("Texts", "%1 at %2").arg(dayAndMonth(Day::of(instant)), clock);
}

QString ago(Millis instant, Millis now)
{
    const Millis passed = now - instant;
    if (passed < 0)
        return moment(instant);
    if (passed < kMinute)
        return translate("Texts", "just now");
    const int minutes = static_cast<int>(passed / kMinute);
    if (minutes < 60)
        return translate("Texts", "%n minute(s) ago", nullptr, minutes);
    const int hours = minutes / 60;
    if (Day::of(instant) == Day::of(now))
        return translate("Texts", "%n hour(s) ago", nullptr, hours);
    const int days = Day::of(now) - Day::of(instant);
    return days <= 14 ? translate("Texts", "%n day(s) ago", nullptr, days)
                      : shortDay(Day::of(instant), Day::of(now));
}

QString due(std::optional<Day> due, Day today)
{
    if (!due)
        return {};
    const int left = *due - today;
    const QString date = shortDay(*due, today);
    if (left == 0)
        return translate("Texts", "Due today (%1)").arg(date);
    return left > 0 ? translate("Texts", "%n day(s) left (%1)", nullptr, left).arg(date)
                    : translate("Texts", "%n day(s) overdue (%1)", nullptr, -left).arg(date);
}

QString octets(std::uint64_t count)
{
    constexpr double kMega = 1024.0 * 1024.0;
    const double mega = static_cast<double>(count) / kMega;
    if (count > 0 && mega < 0.1)
        return translate("Texts", "under 0.1 MB");
    return translate("Texts", "%1 MB").arg(QString::number(mega, 'f', mega < 10 ? 1 : 0));
}

QString yuan(std::int64_t cents)
{
    return translate("Texts", "%1 yuan")
        .arg(QLocale().toString(static_cast<double>(cents) / 100.0, 'f', 2));
}

std::optional<std::int64_t> centsOf(const QString &yuan)
{
    constexpr qsizetype kDigitsMax = 12;
    QString text = yuan.trimmed();
    text.remove(QLatin1Char(',')).remove(QChar(0xFF0C));
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    const QString whole = point < 0 ? text : text.left(point);
    const QString part = point < 0 ? QString() : text.mid(point + 1);
    const auto digits = [](const QString &s) {
        return std::all_of(s.begin(), s.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (whole.isEmpty() || whole.size() > kDigitsMax || part.size() > 2 || !digits(whole) ||
        !digits(part))
        return std::nullopt;
    return whole.toLongLong() * 100 + part.leftJustified(2, u'0').toLongLong();
}

QString officialNumber(const QString &number)
{
    return number.isEmpty() ? translate("Texts", "Number to be given by the server") : number;
}

} // namespace campus::viewmodels::texts
