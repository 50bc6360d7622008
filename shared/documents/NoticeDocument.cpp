#include "documents/NoticeDocument.h"

#include <algorithm>

#include "documents/NoticeText.h"

namespace campus::documents {

namespace {

constexpr CellType kText = CellType::Text;

std::string nameOr(const std::map<std::string, std::string> &people, const std::string &id)
{
    const auto found = people.find(id);
    return found == people.end() ? id : found->second;
}

const domain::Hazard *hazardOf(const NoticeNames &names, const std::string &id)
{
    const auto found = names.hazards.find(id);
    return found == names.hazards.end() ? nullptr : &found->second;
}

std::string openingOf(const domain::NoticeIssued &issued, const NoticeNames &names)
{
    std::string inspectors;
    for (const std::string &inspector : issued.inspectors)
        inspectors += (inspectors.empty() ? "" : "、") + nameOr(names.people, inspector);
    std::string text = issued.on.chinese() + "，我局";
    if (!issued.campaign.empty())
        text += "在“" + issued.campaign + "”中";
    if (!inspectors.empty())
        text += "由" + inspectors;
    return text + "对你校（园）进行安全检查，发现下列隐患，请按要求整改。";
}

std::string levelText(const domain::NoticeLine &line)
{
    return line.level == domain::Level::Major ? "重大" : "一般";
}

Table linesOf(const domain::NoticeIssued &issued, const NoticeNames &names)
{
    Table table;
    table.name = "隐患清单";
    table.columns = {{"序号", 6, CellType::Number}, {"隐患编号", 20, kText}, {"部位", 14, kText},
                     {"问题", 30, kText},           {"依据", 26, kText},     {"等级", 8, kText},
                     {"整改措施", 26, kText},       {"临时管控", 18, kText}, {"责任人", 10, kText},
                     {"期限", 12, CellType::Date}};
    std::int64_t place = 0;
    for (const domain::NoticeLine &line : issued.lines) {
        const domain::Hazard *hazard = hazardOf(names, line.hazard);
        table.rows.push_back({++place, hazard ? hazard->number : std::string(), line.place,
                              line.problem, line.basis, levelText(line), line.measure, line.interim,
                              line.responsible, line.due});
    }
    return table;
}

SignatureLine lineOf(const domain::HandSignature &signature, const std::string &label,
                     const NoticeNames &names, const Digest &content)
{
    SignatureLine line;
    line.label = label;
    line.name = signature.name.empty() ? nameOr(names.people, signature.person) : signature.name;
    line.image = signature.image;
    if (signature.signedAt > 0)
        line.on = Day::of(signature.signedAt);
    line.bound = signature.contentHash == content;
    return line;
}

// Inspectors first, then the school; a line to sign by hand where nobody has signed.
std::vector<SignatureLine> signaturesOf(const domain::Notice &notice, const NoticeNames &names,
                                        const Digest &content)
{
    std::vector<SignatureLine> lines;
    for (const auto &[role, label] :
         {std::pair("inspector", "检查人员签名"), std::pair("school", "学校在场人员签名")}) {
        const std::size_t before = lines.size();
        for (const domain::HandSignature &signature : notice.issued.signatures) {
            if (signature.role == role)
                lines.push_back(lineOf(signature, label, names, content));
        }
        if (lines.size() == before)
            lines.push_back({label, {}, {}, {}, false});
    }
    return lines;
}

SignatureLine receiptOf(const domain::Notice &notice, const NoticeNames &names,
                        const Digest &content)
{
    constexpr const char *kLabel = "回执：本通知书已收到。签收人";
    if (notice.receipt) {
        SignatureLine line = lineOf(*notice.receipt, kLabel, names, content);
        line.on = notice.receiptedOn;
        return line;
    }
    SignatureLine line{kLabel, {}, {}, notice.issued.servedOn, false};
    for (const domain::HandSignature &signature : notice.issued.signatures) {
        if (signature.role == "school" && notice.issued.servedOn) { // signed on the spot
            line = lineOf(signature, kLabel, names, content);
            line.on = notice.issued.servedOn;
        }
    }
    return line;
}

std::vector<PhotoLine> photosOf(const domain::NoticeIssued &issued, const NoticeNames &names)
{
    std::vector<PhotoLine> photos;
    std::size_t place = 0;
    for (const domain::NoticeLine &line : issued.lines) {
        ++place;
        const domain::Hazard *hazard = hazardOf(names, line.hazard);
        if (hazard == nullptr)
            continue;
        for (const domain::Photo &photo : hazard->found.before)
            photos.push_back(
                {std::to_string(place) + "　" + line.place, photo.preview, photo.original});
    }
    return photos;
}

} // namespace

NoticeDocument noticeDocument(const domain::Notice &notice, const NoticeNames &names)
{
    const domain::NoticeIssued &issued = notice.issued;
    NoticeDocument document;
    document.contentHash = noticeContentHash(notice, names.school);
    document.heading = names.bureau.name;
    document.title = "校园安全隐患整改通知书";
    document.number = notice.number;
    document.temporaryNumber = issued.temporaryNumber;
    document.addressee = names.school + "：";
    document.opening = openingOf(issued, names);
    document.basis = issued.basisText;
    document.lines = linesOf(issued, names);
    document.requirements = issued.requirements;
    document.consequences = issued.consequences;
    document.contact = issued.contact.empty() && issued.phone.empty()
                           ? std::string()
                           : "联系人：" + issued.contact + "　电话：" + issued.phone;
    document.date = issued.on;
    document.seal = names.bureau.name + "（印章）";
    document.signatures = signaturesOf(notice, names, document.contentHash);
    document.receipt = receiptOf(notice, names, document.contentHash);
    document.cancelledOn = notice.cancelledOn;
    document.cancelReason = notice.cancelReason;
    document.photos = photosOf(issued, names);
    return document;
}

} // namespace campus::documents
