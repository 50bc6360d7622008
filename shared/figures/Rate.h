// Rates by domain.md §12.7 and round numbers by §12.8, in whole numbers only. Pure.
#pragma once

#include <cstdint>
#include <string>

namespace campus::figures {

// Hundredths of a percent, half-up: 10000 only if equal, 0 only if the numerator is 0, else 1 … 9999.
// 0 ≤ numerator ≤ denominator, denominator > 0.
int rateHundredths(std::int64_t numerator, std::int64_t denominator);
// "42.86%", "100%", "0%"; "—" when the denominator is 0.
std::string rateText(std::int64_t numerator, std::int64_t denominator);
// 113204 → "11万余", 110000 → "11万", 9999 → "9999". n ≥ 0.
std::string wanYu(std::int64_t n);

} // namespace campus::figures
