// Every word the view models show for a value of the domain, in the language now installed.
// Source texts are English; the Chinese ones are in mobile/i18n. Total: every enum value has one.
// UI thread.
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <string_view>

#include "core/Day.h"
#include "domain/Checklist.h"
#include "domain/Escalation.h"
#include "domain/HazardAct.h"
#include "domain/LifeCycle.h"
#include "domain/Words.h"
#include "store/StoreRows.h"
#include "sync/SyncEngine.h"

namespace campus::viewmodels::texts {

inline QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// ---- closed vocabularies ----
QString of(domain::Role role);
QString of(domain::HazardState state);
QString of(domain::Level level);
QString of(domain::Source source);
QString of(domain::AssetKind kind);
QString of(domain::FailAction action); // what to do at once; empty for None
QString of(domain::DelayReason reason);
QString of(domain::Outcome outcome);
QString of(domain::HazardActKind act);  // as a line of the timeline: "Registered"
QString of(domain::Missing::What what); // "answer", "reason for not applicable" …
QString of(store::Delivery delivery);   // 仅在本机 …
QString of(sync::Phase phase);
QString schoolType(std::string_view type); // domain::School::type; unknown words as they are
QString ownership(std::string_view ownership);
QString schoolStatus(std::string_view status);
QString category(std::string_view code); // "BUS.EQUIP" → 校车安全·设备; unknown codes as they are
QString inspectionType(std::string_view type);
QString
judgementReason(std::string_view why); // domain::Judgement::why; empty when the answer says it
QString both(const domain::BilingualText &text); // the side of the current language

// ---- time, counts, amounts ----
QString day(Day day);                    // 2025年6月30日 / 30 Jun 2025
QString shortDay(Day day, Day today);    // without the year when it is this year
QString moment(Millis instant);          // 6月30日 08:00
QString ago(Millis instant, Millis now); // 3 分钟前
QString due(std::optional<Day> due,
            Day today); // 还剩 3 天（7月3日）/ 逾期 2 天（…）; empty without a date
QString octets(std::uint64_t count);                      // 18 MB
QString yuan(std::int64_t cents);                         // 1,200.50 元
std::optional<std::int64_t> centsOf(const QString &yuan); // ≥ 0, at most two decimals
QString officialNumber(const QString &number); // one not given yet: 待服务器编号

} // namespace campus::viewmodels::texts
