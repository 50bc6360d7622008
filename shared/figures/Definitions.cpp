#include "figures/Definitions.h"

#include <algorithm>
#include <array>

namespace campus::figures {

namespace {

using F = FigureId;
using C = FigureKind;
using M = MemberKind;

constexpr std::array<Definition, 43> kDefinitions{{
    {F::InspectedSchools, "N1", "检查学校数", "所", C::Count, M::School,
     "期内有已提交检查的学校（含学校自查），按校计一次"},
    {F::SupervisedSchools, "N1i", "其中：教育部门检查学校数", "所", C::Count, M::School,
     "N1中期内至少有一次非自查检查的学校"},
    {F::InspectedGone, "N1c", "其中：期末前已撤并或停办", "所", C::Count, M::School,
     "N1中期末日已不在办的学校，不进入检查覆盖率"},
    {F::InspectionCoverage, "N1r", "检查覆盖率", "%", C::Rate, M::School,
     "期末日在办学校中期内受检的学校数÷期末日在办学校数"},
    {F::Visits, "N2", "检查校次", "校次", C::Count, M::Visit,
     "同一检查组同一天到同一学校计一校次，可含多份检查表"},
    {F::SupervisionVisits, "N2i", "其中：教育部门检查校次", "校次", C::Count, M::Visit,
     "N2中含非自查检查的校次"},
    {F::Groups, "N2b", "检查批次", "批", C::Count, M::Group,
     "同一天同一专项行动（无专项的按检查组）计一批"},
    {F::Found, "N3", "排查隐患数", "处", C::Count, M::Hazard,
     "发现日在期内、已登记、未合并未作废的隐患"},
    {F::SelfFound, "N3s", "其中：学校自查发现", "处", C::Count, M::Hazard,
     "N3中来源为学校自查的隐患"},
    {F::Rectified, "N4", "已整改数", "处", C::Count, M::Hazard, "N3中截止时已销号的隐患"},
    {F::FixedOnSpot, "N4s", "其中：当场整改", "处", C::Count, M::Hazard,
     "N4中最后一次销号为当场整改的隐患"},
    {F::Unproven, "N4e", "其中：销号证据未到", "处", C::Count, M::Hazard,
     "N4中证明销号的照片或签名尚未到达服务器的隐患"},
    {F::RectifiedRate, "N5", "整改率", "%", C::Rate, M::Hazard, "N4÷N3；N3为0时不计"},
    {F::Unrectified, "N6", "未整改数", "处", C::Count, M::Hazard,
     "N3－N4，以下五项互不重复，依次取第一个符合的"},
    {F::UnrectifiedPending, "N6.pending", "其中：待核定", "处", C::Count, M::Hazard,
     "提出为重大、等待核定"},
    {F::UnrectifiedReview, "N6.review", "其中：待复查", "处", C::Count, M::Hazard,
     "校（园）长已确认完成、等待复查"},
    {F::UnrectifiedOverdue, "N6.overdue", "其中：逾期", "处", C::Count, M::Hazard,
     "现行期限早于截止日"},
    {F::UnrectifiedExtended, "N6.extended", "其中：已延期", "处", C::Count, M::Hazard,
     "本轮整改已批准延期、未到新期限"},
    {F::UnrectifiedRunning, "N6.running", "其中：未到期", "处", C::Count, M::Hazard,
     "其余未整改隐患"},
    {F::Unassigned, "N6.unassigned", "其中：待交办（无期限）", "处", C::Count, M::Hazard,
     "N6中尚无整改期限的隐患，另列，不参与五项之和"},
    {F::CarriedIn, "N7", "往期结转", "处", C::Count, M::Hazard, "期初前发现、期初时未销号的隐患"},
    {F::ReopenedOlder, "X", "往期销号后期内重新打开", "处", C::Count, M::Hazard,
     "期初前发现、期初时已销号、期内重新打开的隐患"},
    {F::ClosedInPeriod, "N8", "本期销号", "处", C::Count, M::Hazard,
     "截止时已销号、最后一次销号日在期内的隐患，不论发现日"},
    {F::OpenAtEnd, "N9", "期末未销号", "处", C::Count, M::Hazard, "截止时未销号的隐患，不论发现日"},
    {F::OlderOpen, "N9c", "其中：往期发现", "处", C::Count, M::Hazard,
     "N9中期初前发现的隐患，含重新打开的"},
    {F::Overdue, "N10", "逾期未整改", "处", C::Count, M::Hazard,
     "截止时未销号、不在待复查、现行期限早于截止日的隐患，不论发现日"},
    {F::OverduePending, "N10p", "其中：待核定", "处", C::Count, M::Hazard,
     "N10中提出为重大、等待核定的隐患"},
    {F::OnTimeRate, "N11", "按期整改率", "%", C::Rate, M::Hazard,
     "现行期限在期内的隐患中，复查通过的那次确认不晚于期限的；按期确认而待复查的两边都不计"},
    {F::OnTimeWaiting, "N11w", "按期确认、待复查", "处", C::Count, M::Hazard,
     "现行期限在期内、按期确认而截止时待复查，不进入N11"},
    {F::Extended, "N12", "延期整改数", "处", C::Count, M::Hazard, "期内批准过延期的隐患"},
    {F::OriginalRate, "N12r", "按原期限整改率", "%", C::Rate, M::Hazard,
     "同N11，以本轮原定期限代替现行期限"},
    {F::Reopenings, "N13", "重新打开数", "次", C::Count, M::Hazard, "期内重新打开的次数"},
    {F::Notices, "N14", "整改通知书", "份", C::Count, M::Notice,
     "期内签发、截止时未撤销的整改通知书"},
    {F::Transferred, "N16", "移交数", "处", C::Count, M::Hazard, "移交函日期在期内的隐患"},
    {F::TransferredOpen, "N16o", "其中：截止时未销号", "处", C::Count, M::Hazard,
     "N16中截止时未销号的隐患"},
    {F::MajorFound, "M1", "重大隐患排查数", "处", C::Count, M::Hazard,
     "N3中截止时已核定为重大的隐患"},
    {F::MajorRectified, "M2", "重大隐患已整改数", "处", C::Count, M::Hazard,
     "M1中截止时已销号的隐患"},
    {F::MajorRate, "M3", "重大隐患整改率", "%", C::Rate, M::Hazard, "M2÷M1；M1为0时不计"},
    {F::MajorOpen, "M4", "重大隐患未整改数", "处", C::Count, M::Hazard, "M1－M2"},
    {F::Listed, "M5", "挂牌督办", "处", C::Count, M::Hazard, "挂牌日期在期内的隐患"},
    {F::StillListed, "M5s", "其中：截止时仍挂牌", "处", C::Count, M::Hazard,
     "M5中截止时未摘牌的隐患；销号不等于摘牌"},
    {F::Corrected, "V", "作废、合并", "处", C::Count, M::Hazard,
     "发现日在期内、已知作废或合并的登记，不进入其他各项"},
    {F::CorrectedOpen, "Vo", "其中：截止时未销号", "处", C::Count, M::Hazard,
     "V中若不作废、不合并则截止时未销号的"},
}};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < kDefinitions.size(); ++i) {
        if (static_cast<std::size_t>(kDefinitions[i].key) != i)
            return false;
    }
    return true;
}
static_assert(inOrder());

} // namespace

std::span<const Definition> definitions()
{
    return kDefinitions;
}

const Definition &definitionOf(FigureId key)
{
    return kDefinitions[static_cast<std::size_t>(key)];
}

const Definition *definitionOf(std::string_view id)
{
    const auto found =
        std::find_if(kDefinitions.begin(), kDefinitions.end(),
                     [&](const Definition &definition) { return definition.id == id; });
    return found == kDefinitions.end() ? nullptr : &*found;
}

} // namespace campus::figures
