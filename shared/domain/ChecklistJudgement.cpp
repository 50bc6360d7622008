// What an answer means at this school on this day, and what is still missing.
#include <algorithm>
#include <cmath>

#include "domain/Checklist.h"
#include "domain/Permission.h"
#include "domain/RegisterField.h"

namespace campus::domain {

namespace {

struct Verdict {
    Outcome outcome = Outcome::Open;
    std::string_view why = "no_answer";
    bool warning = false;
    const ChoiceOption *option = nullptr;
};

bool compares(double value, std::string_view op, double limit)
{
    if (op == "<=")
        return value <= limit;
    if (op == "<")
        return value < limit;
    if (op == ">=")
        return value >= limit;
    if (op == ">")
        return value > limit;
    if (op == "==")
        return value == limit;
    return value != limit;
}

Verdict judgeNumber(const ChecklistItem &item, const Answer &answer, const Surroundings &around)
{
    if (!answer.number || !std::isfinite(*answer.number))
        return {};
    const Bounds bounds = boundsOf(item, around);
    if (bounds.min && *answer.number < *bounds.min)
        return {Outcome::Fail, "below_min"};
    if (bounds.max && *answer.number > *bounds.max)
        return {Outcome::Fail, "above_max"};
    if (item.response.compareOp.empty())
        return {Outcome::Pass, "within_limits"};
    const FieldValue field = around.field(item.response.compareField);
    const auto *limit = std::get_if<double>(&field);
    if (limit == nullptr) // the register cannot contradict the answer: passed, with a warning
        return {Outcome::Pass, "register_unknown", true};
    return compares(*answer.number, item.response.compareOp, *limit)
        ? Verdict{Outcome::Pass, "within_limits"}
        : Verdict{Outcome::Fail, "against_register"};
}

// Valid on the day of expiry itself.
Verdict judgeExpiry(const ChecklistItem &item, const Answer &answer, const Surroundings &around)
{
    if (!answer.date)
        return {};
    if (*answer.date < around.today)
        return {Outcome::Fail, "expired"};
    const bool soon = item.response.warnDays > 0
        && *answer.date - around.today <= item.response.warnDays;
    return {Outcome::Pass, soon ? "expires_soon" : "valid", soon};
}

Verdict judgeAge(const ChecklistItem &item, const Answer &answer, const Surroundings &around)
{
    if (!answer.date)
        return {};
    if (*answer.date > around.today) // has not happened: not an answer
        return {Outcome::Open, "in_future"};
    const auto maxAge = boundsOf(item, around).maxAgeDays;
    return maxAge && around.today - *answer.date > *maxAge ? Verdict{Outcome::Fail, "too_old"}
                                                           : Verdict{Outcome::Pass, "recent"};
}

Verdict judgeCount(const ChecklistItem &item, const Answer &answer)
{
    if (!answer.count || !answer.total)
        return {};
    if (*answer.count < 0 || *answer.total < 0)
        return {Outcome::Open, "negative"};
    const bool pass = item.response.passWhen == "count>=total" ? *answer.count >= *answer.total
                                                               : *answer.count == *answer.total;
    return pass ? Verdict{Outcome::Pass, "complete"} : Verdict{Outcome::Fail, "incomplete"};
}

Verdict judgeChoice(const ChecklistItem &item, const Answer &answer)
{
    for (const ChoiceOption &option : item.response.options) {
        if (option.value == answer.choice)
            return {option.outcome, "chosen", false, &option};
    }
    return {};
}

Verdict verdictOf(const ChecklistItem &item, const Answer &answer, const Surroundings &around)
{
    if (!applies(item, around))
        return {Outcome::NotApplicable, "does_not_apply"};
    if (answer.notApplicable)
        return {Outcome::NotApplicable, "not_applicable"};
    switch (item.response.type) {
    case ResponseType::PassFailNa:
        if (!answer.passed)
            return {};
        return *answer.passed ? Verdict{Outcome::Pass, "yes"} : Verdict{Outcome::Fail, "no"};
    case ResponseType::Number: return judgeNumber(item, answer, around);
    case ResponseType::DateNotExpired: return judgeExpiry(item, answer, around);
    case ResponseType::DateWithin: return judgeAge(item, answer, around);
    case ResponseType::CountOfTotal: return judgeCount(item, answer);
    case ResponseType::Choice: return judgeChoice(item, answer);
    }
    return {};
}

bool wantsPhoto(const ChecklistItem &item, Outcome outcome)
{
    if (item.restricted || isRestrictedCategory(item.category))
        return false;
    switch (item.photo) {
    case PhotoRule::Never: return false;
    case PhotoRule::OnFail: return outcome == Outcome::Fail;
    case PhotoRule::Always: return outcome == Outcome::Pass || outcome == Outcome::Fail;
    }
    return false;
}

// The last answer to an item counts.
const Answer *answerTo(const std::vector<Answer> &answers, std::string_view item)
{
    const auto found = std::find_if(answers.rbegin(), answers.rend(),
                                    [item](const Answer &answer) { return answer.item == item; });
    return found == answers.rend() ? nullptr : &*found;
}

bool contains(const std::vector<std::string> &items, const std::string &item)
{
    return std::find(items.begin(), items.end(), item) != items.end();
}

// The answer as the register keeps it.
FieldValue registerValue(const ChecklistItem &item, const Answer &answer)
{
    switch (item.response.type) {
    case ResponseType::PassFailNa:
        return answer.passed ? FieldValue(*answer.passed) : FieldValue{};
    case ResponseType::Number:
        return answer.number && std::isfinite(*answer.number) ? FieldValue(*answer.number)
                                                              : FieldValue{};
    case ResponseType::DateNotExpired:
    case ResponseType::DateWithin:
        return answer.date ? FieldValue(answer.date->iso()) : FieldValue{};
    case ResponseType::Choice:
        return answer.choice.empty() ? FieldValue{} : FieldValue(answer.choice);
    case ResponseType::CountOfTotal: break;
    }
    return {};
}

} // namespace

bool applies(const ChecklistItem &item, const Surroundings &around)
{
    const bool ofPoint = around.asset != nullptr && around.asset->kind == AssetKind::FloodPoint;
    // A flood point is filled apart from its school, once a point; the other assets together with it.
    const bool here = item.scope == AssetKind::School
        ? !ofPoint
        : around.asset != nullptr && around.asset->kind == item.scope;
    return here && (!item.appliesWhen || holds(*item.appliesWhen, around));
}

Bounds boundsOf(const ChecklistItem &item, const Surroundings &around)
{
    Bounds bounds = item.response.bounds;
    for (const auto &[condition, limits] : item.response.limitBy) {
        if (!holds(condition, around))
            continue;
        if (limits.min)
            bounds.min = limits.min;
        if (limits.max)
            bounds.max = limits.max;
        if (limits.maxAgeDays)
            bounds.maxAgeDays = limits.maxAgeDays;
        break;
    }
    return bounds;
}

std::optional<Answer> prefill(const ChecklistItem &item, const Surroundings &around)
{
    if (item.response.assetField.empty() || !applies(item, around))
        return std::nullopt;
    const FieldValue value = around.field(item.response.assetField);
    const auto *flag = std::get_if<bool>(&value);
    const auto *number = std::get_if<double>(&value);
    const auto *text = std::get_if<std::string>(&value);
    Answer answer;
    answer.item = item.id;
    answer.prefilled = true;
    switch (item.response.type) {
    case ResponseType::PassFailNa:
        if (flag != nullptr)
            answer.passed = *flag;
        break;
    case ResponseType::Number:
        if (number != nullptr && std::isfinite(*number))
            answer.number = *number;
        break;
    case ResponseType::DateNotExpired:
    case ResponseType::DateWithin:
        if (text != nullptr)
            answer.date = Day::parse(*text);
        break;
    case ResponseType::Choice:
        for (const ChoiceOption &option : item.response.options) {
            if (text != nullptr && option.value == *text)
                answer.choice = *text;
        }
        break;
    case ResponseType::CountOfTotal: break; // one field cannot hold two numbers
    }
    const bool known = answer.passed || answer.number || answer.date || !answer.choice.empty();
    return known ? std::optional(answer) : std::nullopt;
}

Judgement judge(const ChecklistItem &item, const Answer &answer, const Surroundings &around)
{
    const Verdict verdict = verdictOf(item, answer, around);
    Judgement judgement;
    judgement.outcome = verdict.outcome;
    judgement.warning = verdict.warning;
    judgement.why = verdict.why;
    judgement.needsPhoto = wantsPhoto(item, verdict.outcome);
    if (verdict.outcome != Outcome::Fail)
        return judgement;
    judgement.level = item.level;
    judgement.days = item.days;
    judgement.action = item.failAction;
    if (verdict.option != nullptr) {
        judgement.level = verdict.option->level.value_or(item.level);
        judgement.days = verdict.option->days.value_or(item.days);
        judgement.action = verdict.option->action.value_or(item.failAction);
    }
    return judgement;
}

std::vector<Missing> missingFor(const Checklist &checklist, const std::vector<Answer> &answers,
                                const Surroundings &around,
                                const std::vector<std::string> &settledItems,
                                const std::vector<std::string> &provenItems)
{
    std::vector<Missing> missing;
    for (const ChecklistItem &item : checklist.items) {
        if (!applies(item, around))
            continue;
        const Answer *answer = answerTo(answers, item.id);
        const Judgement judgement = answer != nullptr ? judge(item, *answer, around) : Judgement{};
        const auto add = [&](bool wanted, Missing::What what) {
            if (wanted)
                missing.push_back({item.id, what});
        };
        const bool failed = judgement.outcome == Outcome::Fail;
        add(judgement.outcome == Outcome::Open, Missing::What::Answer);
        add(answer != nullptr && answer->notApplicable && answer->reason.empty()
                && !item.appliesWhen,
            Missing::What::Reason);
        add(judgement.needsPhoto && answer->photos.empty(), Missing::What::Photo);
        add(failed && !contains(settledItems, item.id), Missing::What::HazardOrFix);
        add(failed && judgement.action != FailAction::None && !contains(provenItems, item.id),
            Missing::What::ActionProof);
    }
    return missing;
}

Fields observedFields(const Checklist &checklist, const std::vector<Answer> &answers,
                      const Surroundings &around)
{
    Fields observed;
    for (const ChecklistItem &item : checklist.items) {
        const Answer *answer = answerTo(answers, item.id);
        if (item.response.assetField.empty() || answer == nullptr)
            continue;
        const Outcome outcome = judge(item, *answer, around).outcome;
        if (outcome != Outcome::Pass && outcome != Outcome::Fail)
            continue;
        FieldValue value = registerValue(item, *answer);
        if (!std::holds_alternative<std::monostate>(value)
            && value != around.field(item.response.assetField))
            observed[item.response.assetField] = std::move(value);
    }
    return observed;
}

Fields fieldsOf(const Fields &observed, bool ofSchool)
{
    Fields part;
    for (const auto &[name, value] : observed) {
        if ((registerOf(name) == AssetKind::School) == ofSchool)
            part[name] = value;
    }
    return part;
}

} // namespace campus::domain
