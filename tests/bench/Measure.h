// Repeated measurements and how they are printed: minimum, median, maximum, never a mean alone.
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <vector>

namespace campus::bench {

class Samples
{
public:
    void add(double value) { m_values.push_back(value); }
    double minimum() const { return at(0); }
    double median() const { return at(0.5); }
    double percentile95() const { return at(0.95); }
    double maximum() const { return at(1); }
    std::size_t count() const { return m_values.size(); }

private:
    double at(double share) const;
    std::vector<double> m_values;
};

// "push       3,120 (2,980–3,300) events/s"
void print(const QString &name, const Samples &samples, const QString &unit,
           const QString &note = {});
void printLine(const QString &name, const QString &text);
double loadAverage(); // of the last minute

} // namespace campus::bench
