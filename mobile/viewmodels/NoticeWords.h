// Words of a notice on the screen, drawn up or issued. UI thread.
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "domain/Notice.h"
#include "store/StoreRows.h"
#include "store/TabletStore.h"
#include "viewmodels/NoticeLineModel.h"

namespace campus::viewmodels::words {

QString noticeHeading();
// Whether the acting person may order its rectification: a major hazard is the bureau's.
bool mayOrder(const store::TabletStore &store, const store::HazardRow &hazard);
QString noticeNumber(const domain::Notice &notice); // official, else temporary and marked so
NoticeLineRow lineRow(const domain::NoticeLine &line, int no);
NoticeLineRow candidateRow(const store::HazardRow &row); // could stand on it and does not
QString peopleNames(const std::vector<std::string> &users);
QString personName(const std::string &user); // the id for somebody unknown

} // namespace campus::viewmodels::words
