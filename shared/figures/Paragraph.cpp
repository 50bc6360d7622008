#include "figures/Paragraph.h"

#include <array>
#include <utility>

#include "figures/Rate.h"

namespace campus::figures {

namespace {

class Writer
{
public:
    Writer(const Report &report, const Wording &wording) : m_report(report), m_wording(wording) {}

    std::int64_t n(std::string_view id) const { return m_report.count(id); }
    std::string number(std::string_view id) const { return std::to_string(n(id)); }
    std::string hazards(std::int64_t count) const
    {
        return std::to_string(count) + m_wording.countWord;
    }
    std::string hazards(std::string_view id) const { return hazards(n(id)); }
    std::string rate(std::string_view id) const
    {
        const Measure &measure = m_report.figure(id).total;
        return rateText(measure.count, measure.base);
    }

    std::vector<Obstacle> obstacles() const;
    std::string text(bool allRectified) const;

private:
    std::string restSentence() const;

    const Report &m_report;
    const Wording &m_wording;
};

std::vector<Obstacle> Writer::obstacles() const
{
    using Kind = Obstacle::Kind;
    std::vector<Obstacle> obstacles;
    if (n("N3") == 0)
        obstacles.push_back({Kind::NothingFound, 0, "本期未排查出隐患，无整改可言", {}});
    if (n("N4") < n("N3")) {
        obstacles.push_back({Kind::NotAllClosed, n("N6"),
                             "本期排查的隐患尚有" + hazards("N6") + "未销号",
                             m_report.figure("N6").total.members});
    }
    if (n("N4e") > 0) {
        obstacles.push_back({Kind::EvidenceMissing, n("N4e"),
                             "已销号隐患中有" + hazards("N4e") + "的整改证据尚未到达服务器",
                             m_report.figure("N4e").total.members});
    }
    if (!m_report.identity.holds()) {
        const auto &offenders = m_report.identity.offenders;
        const std::int64_t count =
            static_cast<std::int64_t>(offenders.size()) + m_report.identity.hiddenOffenders;
        obstacles.push_back({Kind::IdentityBroken, count,
                             "期初、本期与期末数不平衡，须先核对" + hazards(count) + "隐患的时间",
                             offenders});
    }
    return obstacles;
}

// §12.10(12): only boxes that are not 0; with a hazard still without deadline the first half is not true.
std::string Writer::restSentence() const
{
    if (n("N6") == 0)
        return {};
    constexpr std::array<std::pair<const char *, const char *>, 5> kBoxes{
        {{"N6.pending", "待核定"},
         {"N6.review", "待复查"},
         {"N6.overdue", "逾期"},
         {"N6.extended", "已延期"},
         {"N6.running", "未到期"}}};
    std::string boxes;
    for (const auto &[id, name] : kBoxes) {
        if (n(id) > 0)
            boxes += (boxes.empty() ? "" : "、") + std::string(name) + hazards(id);
    }
    const std::int64_t unassigned = n("N6.unassigned");
    if (unassigned == 0)
        return "其余" + hazards("N6") + "均已明确责任人和时限（其中" + boxes + "）。";
    return "其余" + hazards("N6") + "（其中" + boxes + "），其中" + hazards(unassigned) +
           "待交办。";
}

std::string Writer::text(bool allRectified) const
{
    std::string text = m_wording.drill ? "（演练数据）" : "";
    text += "本期共检查学校" + number("N1") + "所（" + number("N2") + "校次），排查安全隐患" +
            hazards("N3") + "，其中重大隐患" + hazards("M1");
    if (allRectified)
        text += "，并全部整改到位（当场整改" + hazards("N4s") + "），整改率" + rate("N5");
    else
        text +=
            "；已整改" + hazards("N4") + "（当场整改" + hazards("N4s") + "），整改率" + rate("N5");
    text += "；下发整改通知书" + number("N14") + "份。";
    text += restSentence();
    if (!allRectified)
        return text;
    if (n("N9c") > 0) // §12.8, §12.10(14)
        text += "另有往期结转未销号" + hazards("N9c") + "。";
    if (n("Vo") > 0) // §12.10(3)
        text += "另有作废、合并" + hazards("V") + "。";
    return text;
}

} // namespace

Paragraph summaryParagraph(const Report &report, const Wording &wording)
{
    const Writer writer(report, wording);
    Paragraph paragraph;
    paragraph.obstacles = writer.obstacles();
    paragraph.text = writer.text(paragraph.obstacles.empty());
    return paragraph;
}

} // namespace campus::figures
