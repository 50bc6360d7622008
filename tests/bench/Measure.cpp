#include "Measure.h"

#include <QLocale>
#include <QTextStream>
#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace campus::bench {

namespace {

QString shown(double value)
{
    const int decimals = value >= 1000 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return QLocale(QLocale::English).toString(value, 'f', decimals);
}

} // namespace

double Samples::at(double share) const
{
    if (m_values.empty())
        return 0;
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const auto last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(std::lround(share * last))];
}

void print(const QString &name, const Samples &samples, const QString &unit, const QString &note)
{
    printLine(name,
              QString("%1 (%2–%3) %4%5")
                  .arg(shown(samples.median()), shown(samples.minimum()), shown(samples.maximum()),
                       unit, note.isEmpty() ? QString() : "; " + note));
}

void printLine(const QString &name, const QString &text)
{
    QTextStream(stdout) << name.leftJustified(34) << text << "\n";
}

double loadAverage()
{
    double load = 0;
    return getloadavg(&load, 1) == 1 ? load : 0;
}

} // namespace campus::bench
