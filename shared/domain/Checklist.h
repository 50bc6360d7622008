// A checklist template and its evaluation. A published version never changes; an inspection
// keeps the version it was made with. Evaluation is pure and works offline.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/Day.h"
#include "core/Result.h"
#include "domain/Answer.h"
#include "domain/Register.h"
#include "domain/Words.h"

namespace campus::domain {

struct BilingualText {
    std::string zh, en;
    bool operator==(const BilingualText &) const = default;
};

enum class ResponseType : std::uint8_t { PassFailNa = 1, Number = 2, DateNotExpired = 3, DateWithin = 4, CountOfTotal = 5, Choice = 6 };
std::string_view nameOf(ResponseType);
std::optional<ResponseType> responseTypeNamed(std::string_view name);

struct Bounds {
    std::optional<double> min, max;      // inclusive
    std::optional<int> maxAgeDays;
    bool operator==(const Bounds &) const = default;
};

struct ChoiceOption {
    std::string value;
    BilingualText text;
    Outcome outcome = Outcome::Pass;
    std::string note;
    std::optional<Level> level;
    std::optional<int> days;
    std::optional<FailAction> action;
    bool operator==(const ChoiceOption &) const = default;
};

// A condition on the register: "building.use=dormitory|nap", "school.has_pool",
// "bus.operator!=school", "building.has_lift|building.has_boiler" (either field true).
struct Condition {
    std::string text;                    // as written, for messages
    bool operator==(const Condition &) const = default;
};

struct Response {
    ResponseType type = ResponseType::PassFailNa;
    std::string unit;
    Bounds bounds;
    std::vector<std::pair<Condition, Bounds>> limitBy; // first that holds overrides the bounds it sets
    std::string compareOp, compareField; // number: op and register field
    int warnDays = 0;                    // date_not_expired: yellow warning, not a hazard
    std::string passWhen;                // count==total | count>=total
    std::vector<ChoiceOption> options;
    std::string assetField;              // pre-fills the answer and is updated by it
    std::string rule;
    bool operator==(const Response &) const = default;
};

struct LegalBasis {
    std::string law, article;            // law: key of Checklist::bases
    bool operator==(const LegalBasis &) const = default;
};

struct ChecklistItem {
    std::string id;                      // stable for ever
    std::string no, section, category;
    BilingualText text;
    std::vector<LegalBasis> basis;
    Response response;
    PhotoRule photo = PhotoRule::OnFail;
    Level level = Level::General;
    int days = 0;
    AssetKind scope = AssetKind::School;
    FailAction failAction = FailAction::None;
    std::optional<Condition> appliesWhen;
    std::vector<std::string> indicators;
    bool restricted = false;
    bool uncertain = false;
    std::string uncertainNote;
    bool operator==(const ChecklistItem &) const = default;
};

struct Law {
    std::string title, edition;
    bool articleTextChecked = false;
    bool operator==(const Law &) const = default;
};

struct ChecklistSection {
    std::string code;
    BilingualText text;
    bool operator==(const ChecklistSection &) const = default;
};

struct Checklist {
    std::string kind, version, status;   // status: draft | published | withdrawn
    BilingualText title;
    AssetKind asset = AssetKind::School;
    std::string category;
    std::string note;
    BilingualText frequency;
    std::map<std::string, Law> bases;
    std::vector<ChecklistSection> sections;
    std::vector<ChecklistItem> items;
    std::string id() const { return kind + "@" + version; }
    const ChecklistItem *find(std::string_view item) const;
    // "《校车安全管理条例》第十六条；…", for a hazard's 判定依据.
    std::string basisText(const ChecklistItem &item) const;
    bool operator==(const Checklist &) const = default;
};

// The register an answer is judged against: the school and, for asset checklists, the asset.
struct Surroundings {
    const School *school = nullptr;
    const Asset *asset = nullptr;        // null for checklists about the school
    Day today;                           // inspection date
    // "bus.plate_valid_until", "driver.age", "school.boarding": value or monostate.
    FieldValue field(std::string_view name) const;
};

// Checks a template as a whole: ids unique, sections known, options present, conditions and
// fields well-formed. The first error names item and field. domain.md has no draft leniency here.
Result<void> validate(const Checklist &checklist);

bool holds(const Condition &condition, const Surroundings &around);
// Whether the form is one `holds` understands; the error says which part is not.
Result<void> checkCondition(const Condition &condition);

// Does the item apply here; otherwise it is shown as not applicable without a reason. Items of a
// flood point apply only when one is the asset, and then the items of the school do not.
bool applies(const ChecklistItem &item, const Surroundings &around);
// Limits in force here (limit_by resolved).
Bounds boundsOf(const ChecklistItem &item, const Surroundings &around);
// What the register already knows; nothing when it knows nothing.
std::optional<Answer> prefill(const ChecklistItem &item, const Surroundings &around);

struct Judgement {
    Outcome outcome = Outcome::Open;
    bool warning = false;                // date near its end
    Level level = Level::General;        // of the hazard, when failed
    int days = 0;
    FailAction action = FailAction::None;
    bool needsPhoto = false;
    // Stable key of the reason: no_answer does_not_apply not_applicable yes no within_limits
    // below_min above_max register_unknown against_register valid expires_soon expired in_future
    // recent too_old complete incomplete negative chosen
    std::string why;
};
Judgement judge(const ChecklistItem &item, const Answer &answer, const Surroundings &around);

// What stands between a draft and submission, in checklist order (README of the checklists:
// an answer to every applicable item, na with reason, required photos).
struct Missing {
    std::string item;
    enum class What : std::uint8_t { Answer, Reason, Photo, HazardOrFix, ActionProof } what;
};
// `settledItems`: failed items for which a hazard or on-the-spot fix is already drafted;
// `provenItems`: those whose on_fail_action has its proof.
std::vector<Missing> missingFor(const Checklist &checklist, const std::vector<Answer> &answers,
                                const Surroundings &around,
                                const std::vector<std::string> &settledItems,
                                const std::vector<std::string> &provenItems);

// Register fields whose answer differs from the register: what asset.observed writes back.
Fields observedFields(const Checklist &checklist, const std::vector<Answer> &answers,
                      const Surroundings &around);
// Those of them that belong to the school, or those of the asset: each is an event of its own.
Fields fieldsOf(const Fields &observed, bool ofSchool);

} // namespace campus::domain
