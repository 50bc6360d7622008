// What the register says about a bus, canteen, building or flood point, in one line. UI thread.
#pragma once

#include <QString>

#include "core/Day.h"
#include "domain/Register.h"

namespace campus::viewmodels::words {

QString
detailOf(const domain::Asset &asset); // "29 seats · run by the school"; empty when nothing is known
// What has run out or will within 30 days, the earliest first: "Insurance expired 12 Mar"; else empty.
QString expiryOf(const domain::Asset &asset, Day today);

} // namespace campus::viewmodels::words
