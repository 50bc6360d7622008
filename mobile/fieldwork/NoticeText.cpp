#include "documents/NoticeText.h"
#include "fieldwork/NoticeDraft.h"

namespace campus::fieldwork {

std::string neutralTextOf(const domain::Notice &notice, const std::string &schoolName)
{
    return documents::noticeText(notice, schoolName);
}

} // namespace campus::fieldwork
