// What a person states about a hazard in one event. One shape for all acts: which fields an
// act needs, from which states, by whom and with which effect is one row in LifeCycleTable.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/Day.h"
#include "domain/Evidence.h"
#include "domain/Words.h"

namespace campus::domain {

// domain.md §10.2; the number of the transition in the comment. Frozen names: see nameOf.
enum class HazardActKind : std::uint8_t {
    Register = 1,          // 1  registered       登记
    FixOnSpot = 2,         // 2  fixed_on_spot    当场整改
    Assign = 3,            // 3  assigned         交办（下发整改通知书）
    Receive = 4,           // 4  received         签收
    Progress = 5,          // 5  progressed       进展、临时管控
    Prepare = 6,           // 6  prepared         学校安全员准备（fact）
    Confirm = 7,           // 6  confirmed        校（园）长确认
    Pass = 8,              // 7  passed           复查通过、销号
    Return = 9,            // 8  returned         退回
    AskExtension = 10,     // 9  extension_asked
    GrantExtension = 11,   // 9  extension_granted
    RefuseExtension = 12,  // 9  extension_refused
    ProposeLevel = 13,     // 10 level_proposed
    ConfirmLevel = 14,     // 10 level_confirmed
    List = 15,             // 11 listed           挂牌
    Delist = 16,           // 11 delisted         摘牌
    Transfer = 17,         // 12 transferred      移交
    Merge = 18,            // 13 merged
    Void = 19,             // 14 voided
    Reopen = 20,           // 15 reopened
    Supervise = 21,        // 16 supervised       专项督办
    LiftSupervision = 22,  // 16 supervision_lifted
    Note = 23,             // -  noted            a comment or photo; a fact in every state
    Plan = 24,             // -  planned          treatment plan with 五落实 (§10.4); a fact
    Withdraw = 25,         // 17 assignment_withdrawn 撤回交办
};
std::string_view nameOf(HazardActKind); // "registered"; the event type is "hazard." + name
std::optional<HazardActKind> hazardActNamed(std::string_view name);

// 五落实 (domain.md §3.1): each with the day it was settled; nothing = open.
struct FiveSettled {
    std::optional<Day> responsibility, measures, money, time, plan;
    bool operator==(const FiveSettled &) const = default;
};

struct HazardAct {
    HazardActKind kind = HazardActKind::Note;

    // What was found (Register, FixOnSpot)
    std::string inspection;   // id; empty for a complaint or transfer
    std::string asset;        // id of bus, canteen, building, flood point; empty = the school
    std::string checklist;    // kind and version, "school-bus@1.0"
    std::string item;         // item id; empty = free text
    std::string place;        // 隐患部位
    std::string description;  // 隐患描述
    std::string category;     // "BUS.EQUIP"; the part before the dot is the breakdown
    std::string basis;        // 判定依据, as text
    std::string campaign;
    Source source = Source::Inspection;
    Level level = Level::General;          // Register: proposed; ConfirmLevel: decided
    std::optional<Day> foundOn;
    bool restricted = false;               // domain.md §11.3
    std::uint32_t affectedCount = 0;
    FailAction failAction = FailAction::None; // what the item demands at once …
    std::vector<Photo> failActionProof;       // … and the proof of it
    std::vector<Photo> before;
    std::vector<Photo> after;
    std::vector<HandSignature> signatures;

    // Order and rectification
    std::string notice;        // id of the notice (Assign, Receive)
    std::string measure;       // 整改措施
    std::string interim;       // 临时管控措施
    std::string responsible;   // 整改责任人, name
    std::string phone;         // 联系电话
    std::optional<int> days;   // rectification days from issue; 0 = same day (§10.3)
    std::optional<Day> due;    // stored, never recomputed (§10.3)
    std::string done;          // 整改情况
    std::optional<Day> doneOn; // 完成日期
    std::optional<std::int64_t> moneyCents; // yuan × 100 spent and not stated before: acts add up
    std::string moneySource;

    // Decisions
    std::string text;          // note, progress, review remark
    std::string reason;
    DelayReason delayReason = DelayReason::None;
    std::optional<Day> until;  // extension asked or granted until; deadline of a listing or supervision
    std::string consent;       // leader's written consent, document number
    std::string rule;          // rule text for a level; expert opinion goes to `opinion`
    std::string opinion;
    std::string number;        // listing, supervision or letter number
    std::string unit;          // 督办单位, or whom it is transferred to
    std::optional<Day> on;     // publication, letter or document date
    std::string into;          // main hazard of a merge
    std::string earlierHazard; // Register: closed hazard this one repeats (复发)
    bool onSite = true;        // review on site, else by photo
    std::vector<std::string> reviewers; // user ids of further reviewers present (major: at least two in all)
    std::string report;        // expert or third-party report, number
    std::string plan;          // treatment plan, text of the six parts
    FiveSettled settled;

    bool operator==(const HazardAct &) const = default;
};

} // namespace campus::domain
