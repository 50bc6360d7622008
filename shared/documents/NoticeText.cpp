#include "documents/NoticeText.h"

#include <string_view>

namespace campus::documents {

std::string noticeText(const domain::Notice &notice, const std::string &schoolName)
{
    const domain::NoticeIssued &issued = notice.issued;
    std::string text;
    const auto add = [&](std::string_view label, const std::string &value) {
        text += label;
        text += "：";
        for (const char letter : value)
            text += letter == '\n' || letter == '\r' ? ' ' : letter;
        text += '\n';
    };
    text += "整改通知书\n";
    add("临时编号", issued.temporaryNumber);
    add("受检学校", schoolName);
    add("下达日期", issued.on.chinese());
    add("检查专项", issued.campaign);
    std::string inspectors;
    for (const std::string &inspector : issued.inspectors)
        inspectors += (inspectors.empty() ? "" : "、") + inspector;
    add("检查人员", inspectors);
    add("依据", issued.basisText);
    int number = 0;
    for (const domain::NoticeLine &line : issued.lines) {
        add("序号", std::to_string(++number));
        add("隐患", line.hazard);
        add("部位", line.place);
        add("问题", line.problem);
        add("判定依据", line.basis);
        add("等级", line.level == domain::Level::Major ? "重大" : "一般");
        add("整改措施", line.measure);
        add("临时管控措施", line.interim);
        add("整改责任人", line.responsible);
        add("整改期限", line.due.chinese());
    }
    add("要求", issued.requirements);
    add("逾期后果", issued.consequences);
    add("联系人", issued.contact);
    add("联系电话", issued.phone);
    return text;
}

Digest noticeContentHash(const domain::Notice &notice, const std::string &schoolName)
{
    return sha256(noticeText(notice, schoolName));
}

} // namespace campus::documents
