// Words of a checklist item on the screen: limits, entered values. UI thread.
#pragma once

#include <QString>

#include "domain/Checklist.h"
#include "viewmodels/ChecklistItemModel.h"

namespace campus::viewmodels::words {

QString limits(const domain::ChecklistItem &item, const domain::Bounds &bounds); // "≥ 3.2 毫米"
QString expiresSoon();
// Why an item failed, what that makes of it and until when: never empty.
QString failure(const domain::Judgement &judgement);
void fill(ChecklistItemRow &row, const domain::Answer &answer);
// Full-width digits, signs and points as typed by an input method, as plain ones.
QString plainDigits(const QString &text);

} // namespace campus::viewmodels::words
