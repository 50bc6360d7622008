#include "documents/Labels.h"

#include <array>
#include <span>
#include <utility>

namespace campus::documents {

namespace {

using Word = std::pair<std::string_view, std::string_view>;

constexpr std::array<Word, 19> kCategories{{{"BUS", "校车安全"},
                                            {"FOOD", "食堂与食品安全"},
                                            {"FLOOD", "防汛防风防暴雨"},
                                            {"BLDG", "校舍（房屋）安全"},
                                            {"FIRE", "消防安全"},
                                            {"SEC", "三防（治安防范）"},
                                            {"DROWN", "防溺水"},
                                            {"TRAF", "校园周边与交通"},
                                            {"EQPT", "特种设备与水电气热"},
                                            {"LAB", "实验室与危化品"},
                                            {"CROWD", "防拥挤踩踏"},
                                            {"SPORT", "体育设施与活动"},
                                            {"HYG", "卫生与传染病"},
                                            {"WORKS", "校内施工"},
                                            {"BULLY", "防欺凌"},
                                            {"CARE", "心理与防范非正常死亡"},
                                            {"MGMT", "安全管理制度"},
                                            {"STAB", "平安建设与信访稳定"},
                                            {"OTHER", "其他"}}};
constexpr std::array<Word, 7> kTypes{{{"kindergarten", "幼儿园"},
                                      {"primary", "小学"},
                                      {"junior", "初中"},
                                      {"nine_year", "九年一贯制"},
                                      {"senior", "普通高中"},
                                      {"vocational", "中职"},
                                      {"special", "特殊教育"}}};
constexpr std::array<Word, 2> kOwnerships{{{"public", "公办"}, {"private", "民办"}}};
constexpr std::array<Word, 4> kInspections{
    {{"supervision", "督查"}, {"spot", "抽查"}, {"unannounced", "暗访"}, {"self", "自查"}}};
constexpr std::array<Word, 4> kSources{
    {{"inspection", "检查"}, {"self_check", "自查"}, {"report", "举报"}, {"transfer", "移送"}}};
constexpr std::array<Word, 2> kLevels{{{"major", "重大"}, {"general", "一般"}}};
constexpr std::array<std::string_view, 9> kReasons{"",
                                                   "资金未到位",
                                                   "需工程施工（假期实施）",
                                                   "需外部门协调",
                                                   "待鉴定检测",
                                                   "招标或审批中",
                                                   "未到期",
                                                   "学校落实不力",
                                                   "其他"};

std::string wordFor(std::span<const Word> words, std::string_view code)
{
    for (const auto &[known, word] : words) {
        if (known == code)
            return std::string(word);
    }
    return std::string(code);
}

} // namespace

std::string categoryLabel(std::string_view code)
{
    return wordFor(kCategories, code.substr(0, code.find('.')));
}

std::string schoolTypeLabel(std::string_view type, std::string_view subtype)
{
    const std::string label = wordFor(kTypes, type);
    return subtype == "teaching_point" ? label + "（教学点）" : label;
}

std::string ownershipLabel(std::string_view ownership)
{
    return wordFor(kOwnerships, ownership);
}

std::string inspectionTypeLabel(std::string_view type)
{
    return wordFor(kInspections, type);
}

std::string sourceLabel(domain::Source source)
{
    return wordFor(kSources, nameOf(source));
}

std::string levelLabel(const domain::Hazard &hazard)
{
    if (hazard.isMajor())
        return "重大";
    return hazard.awaitsLevel() ? "待核定重大" : "一般";
}

std::string delayReasonLabel(domain::DelayReason reason)
{
    return std::string(kReasons.at(static_cast<std::size_t>(reason)));
}

std::string rowLabel(figures::Breakdown breakdown, const std::string &value,
                     const std::string &name)
{
    using figures::Breakdown;
    if (value.empty())
        return breakdown == Breakdown::Campaign ? "日常（无专项）" : "未登记";
    switch (breakdown) {
    case Breakdown::Category: return categoryLabel(value);
    case Breakdown::SchoolType: return schoolTypeLabel(value);
    case Breakdown::Ownership: return ownershipLabel(value);
    case Breakdown::Level: return wordFor(kLevels, value);
    case Breakdown::Source: return wordFor(kSources, value);
    default: return name;
    }
}

std::string breakdownLabel(figures::Breakdown breakdown)
{
    constexpr std::array<std::string_view, 8> kBreakdowns{
        "不分组",   "隐患类别", "学段（类型）", "乡镇（街道）",
        "办学性质", "隐患等级", "专项行动",     "隐患来源"};
    return std::string(kBreakdowns.at(static_cast<std::size_t>(breakdown)));
}

std::string cutoffLabel(Millis instant)
{
    const Day day = Day::of(instant);
    return instant == day.end() ? day.iso() + " 24:00" : localDayAndTime(instant);
}

} // namespace campus::documents
