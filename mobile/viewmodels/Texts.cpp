#include "viewmodels/Texts.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>

#include "core/Assert.h"

namespace campus::viewmodels::texts {

namespace {

QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

struct Word {
    std::string_view code;
    const char *text;
};

// The text of a code of the register or the checklists; nothing for a code of a later version.
template <std::size_t N>
QString wordIn(const std::array<Word, N> &words, std::string_view code)
{
    for (const Word &word : words) {
        if (word.code == code)
            return translate("Texts", word.text);
    }
    return {};
}

constexpr std::array kSchoolTypes = {
    Word{"kindergarten", QT_TRANSLATE_NOOP("Texts", "Kindergarten")},
    Word{"primary", QT_TRANSLATE_NOOP("Texts", "Primary school")},
    Word{"junior", QT_TRANSLATE_NOOP("Texts", "Junior secondary school")},
    Word{"nine_year", QT_TRANSLATE_NOOP("Texts", "Nine-year school")},
    Word{"senior", QT_TRANSLATE_NOOP("Texts", "Senior secondary school")},
    Word{"vocational", QT_TRANSLATE_NOOP("Texts", "Vocational school")},
    Word{"special", QT_TRANSLATE_NOOP("Texts", "Special school")},
};

constexpr std::array kOwnerships = {
    Word{"public", QT_TRANSLATE_NOOP("Texts", "Public")},
    Word{"private", QT_TRANSLATE_NOOP("Texts", "Private")},
};

constexpr std::array kSchoolStates = {
    Word{"active", QT_TRANSLATE_NOOP("Texts", "In operation")},
    Word{"closed", QT_TRANSLATE_NOOP("Texts", "School closed")},
    Word{"merged", QT_TRANSLATE_NOOP("Texts", "Merged into another school")},
};

constexpr std::array kInspectionTypes = {
    Word{"supervision", QT_TRANSLATE_NOOP("Texts", "Inspection")},
    Word{"spot", QT_TRANSLATE_NOOP("Texts", "Spot check")},
    Word{"unannounced", QT_TRANSLATE_NOOP("Texts", "Unannounced check")},
    Word{"self", QT_TRANSLATE_NOOP("Texts", "Self-check")},
};

// domain.md §9.
constexpr std::array kCategories = {
    Word{"BUS", QT_TRANSLATE_NOOP("Texts", "School buses")},
    Word{"FOOD", QT_TRANSLATE_NOOP("Texts", "Canteen and food safety")},
    Word{"FLOOD", QT_TRANSLATE_NOOP("Texts", "Flood, wind and rain")},
    Word{"BLDG", QT_TRANSLATE_NOOP("Texts", "Buildings")},
    Word{"FIRE", QT_TRANSLATE_NOOP("Texts", "Fire safety")},
    Word{"SEC", QT_TRANSLATE_NOOP("Texts", "Three defences")},
    Word{"DROWN", QT_TRANSLATE_NOOP("Texts", "Drowning prevention")},
    Word{"TRAF", QT_TRANSLATE_NOOP("Texts", "Surroundings and traffic")},
    Word{"EQPT", QT_TRANSLATE_NOOP("Texts", "Special equipment and supplies")},
    Word{"LAB", QT_TRANSLATE_NOOP("Texts", "Laboratories and chemicals")},
    Word{"CROWD", QT_TRANSLATE_NOOP("Texts", "Crowd crushing")},
    Word{"SPORT", QT_TRANSLATE_NOOP("Texts", "Sports grounds and activities")},
    Word{"HYG", QT_TRANSLATE_NOOP("Texts", "Hygiene and infectious diseases")},
    Word{"WORKS", QT_TRANSLATE_NOOP("Texts", "Works on campus")},
    Word{"BULLY", QT_TRANSLATE_NOOP("Texts", "Bullying prevention")},
    Word{"CARE", QT_TRANSLATE_NOOP("Texts", "Mental health")},
    Word{"MGMT", QT_TRANSLATE_NOOP("Texts", "Safety management")},
    Word{"STAB", QT_TRANSLATE_NOOP("Texts", "Safe campus and petitions")},
    Word{"OTHER", QT_TRANSLATE_NOOP("Texts", "Other matters")},
};

constexpr std::array kSubcategories = {
    Word{"BLDG.DOC", QT_TRANSLATE_NOOP("Texts", "files and appraisals")},
    Word{"BLDG.DORM", QT_TRANSLATE_NOOP("Texts", "dormitories")},
    Word{"BLDG.ELEC", QT_TRANSLATE_NOOP("Texts", "electricity and gas")},
    Word{"BLDG.EQUIP", QT_TRANSLATE_NOOP("Texts", "facilities")},
    Word{"BLDG.EXIT", QT_TRANSLATE_NOOP("Texts", "exits and stairs")},
    Word{"BLDG.PART", QT_TRANSLATE_NOOP("Texts", "fixtures and parts")},
    Word{"BLDG.STRUCT", QT_TRANSLATE_NOOP("Texts", "structure")},
    Word{"BLDG.WORKS", QT_TRANSLATE_NOOP("Texts", "works")},
    Word{"BUS.ATTEND", QT_TRANSLATE_NOOP("Texts", "attendants")},
    Word{"BUS.COND", QT_TRANSLATE_NOOP("Texts", "vehicle condition")},
    Word{"BUS.DOC", QT_TRANSLATE_NOOP("Texts", "permits and papers")},
    Word{"BUS.DRIVER", QT_TRANSLATE_NOOP("Texts", "drivers")},
    Word{"BUS.EQUIP", QT_TRANSLATE_NOOP("Texts", "safety equipment")},
    Word{"BUS.MGMT", QT_TRANSLATE_NOOP("Texts", "management")},
    Word{"BUS.RUN", QT_TRANSLATE_NOOP("Texts", "operation")},
    Word{"DROWN.EDU", QT_TRANSLATE_NOOP("Texts", "education")},
    Word{"DROWN.HOME", QT_TRANSLATE_NOOP("Texts", "school and home")},
    Word{"DROWN.POOL", QT_TRANSLATE_NOOP("Texts", "swimming pools")},
    Word{"DROWN.WATER", QT_TRANSLATE_NOOP("Texts", "waters nearby")},
    Word{"FIRE.EQUIP", QT_TRANSLATE_NOOP("Texts", "fire equipment")},
    Word{"FIRE.EXIT", QT_TRANSLATE_NOOP("Texts", "escape routes")},
    Word{"FIRE.MGMT", QT_TRANSLATE_NOOP("Texts", "management")},
    Word{"FIRE.SOURCE", QT_TRANSLATE_NOOP("Texts", "sources of fire and electricity")},
    Word{"FLOOD.AFTER", QT_TRANSLATE_NOOP("Texts", "after the event")},
    Word{"FLOOD.AROUND", QT_TRANSLATE_NOOP("Texts", "surroundings")},
    Word{"FLOOD.DRAIN", QT_TRANSLATE_NOOP("Texts", "drainage")},
    Word{"FLOOD.LOW", QT_TRANSLATE_NOOP("Texts", "low places and basements")},
    Word{"FLOOD.PLAN", QT_TRANSLATE_NOOP("Texts", "plans and duty")},
    Word{"FLOOD.POWER", QT_TRANSLATE_NOOP("Texts", "power and lightning")},
    Word{"FLOOD.STORE", QT_TRANSLATE_NOOP("Texts", "supplies")},
    Word{"FLOOD.STRUCT", QT_TRANSLATE_NOOP("Texts", "buildings in storms")},
    Word{"FLOOD.WARN", QT_TRANSLATE_NOOP("Texts", "warnings and response")},
    Word{"FOOD.CLEAN", QT_TRANSLATE_NOOP("Texts", "cleaning and disinfection")},
    Word{"FOOD.COOK", QT_TRANSLATE_NOOP("Texts", "preparation")},
    Word{"FOOD.GAS", QT_TRANSLATE_NOOP("Texts", "gas and fire")},
    Word{"FOOD.OPEN", QT_TRANSLATE_NOOP("Texts", "open kitchen")},
    Word{"FOOD.RESP", QT_TRANSLATE_NOOP("Texts", "responsibility")},
    Word{"FOOD.SAMPLE", QT_TRANSLATE_NOOP("Texts", "samples and shared meals")},
    Word{"FOOD.STAFF", QT_TRANSLATE_NOOP("Texts", "staff")},
    Word{"FOOD.STORE", QT_TRANSLATE_NOOP("Texts", "purchase and storage")},
    Word{"SEC.BARRIER", QT_TRANSLATE_NOOP("Texts", "barriers")},
    Word{"SEC.PEOPLE", QT_TRANSLATE_NOOP("Texts", "people")},
    Word{"SEC.TECH", QT_TRANSLATE_NOOP("Texts", "alarm and video")},
    Word{"TRAF.AROUND", QT_TRANSLATE_NOOP("Texts", "around the school")},
    Word{"TRAF.ORDER", QT_TRANSLATE_NOOP("Texts", "order at the gate")},
    Word{"TRAF.RIDE", QT_TRANSLATE_NOOP("Texts", "riding and lifts")},
    Word{"TRAF.ROAD", QT_TRANSLATE_NOOP("Texts", "roads and signs")},
};

// domain::Judgement::why, where it says something that the answer itself does not show.
constexpr std::array kReasons = {
    Word{"below_min", QT_TRANSLATE_NOOP("Texts", "Below the limit")},
    Word{"above_max", QT_TRANSLATE_NOOP("Texts", "Above the limit")},
    Word{"against_register", QT_TRANSLATE_NOOP("Texts", "Does not fit the register")},
    Word{"register_unknown",
         QT_TRANSLATE_NOOP("Texts", "The register has no value to compare with")},
    Word{"expired", QT_TRANSLATE_NOOP("Texts", "Expired")},
    Word{"expires_soon", QT_TRANSLATE_NOOP("Texts", "Expires soon")},
    Word{"too_old", QT_TRANSLATE_NOOP("Texts", "Too long ago")},
    Word{"in_future", QT_TRANSLATE_NOOP("Texts", "The date lies ahead")},
    Word{"negative", QT_TRANSLATE_NOOP("Texts", "Numbers below zero are not possible")},
    Word{"incomplete", QT_TRANSLATE_NOOP("Texts", "The number falls short")},
};

bool isChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

QString orCode(const QString &text, std::string_view code)
{
    return text.isEmpty() ? qt(code) : text;
}

} // namespace

QString of(domain::Role role)
{
    switch (role) {
    case domain::Role::BureauAdmin: return translate("Texts", "Bureau administrator");
    case domain::Role::SafetyOfficer: return translate("Texts", "Safety officer");
    case domain::Role::TownOfficer: return translate("Texts", "Town safety officer");
    case domain::Role::Principal: return translate("Texts", "Principal");
    case domain::Role::SchoolSafety: return translate("Texts", "School safety officer");
    case domain::Role::Expert: return translate("Texts", "Expert");
    case domain::Role::Leader: return translate("Texts", "Leader");
    case domain::Role::System: return translate("Texts", "System");
    }
    CAMPUS_ASSERT(false);
}

QString of(domain::HazardState state)
{
    switch (state) {
    case domain::HazardState::Draft: return translate("Texts", "Draft");
    case domain::HazardState::Registered: return translate("Texts", "Registered, no notice yet");
    case domain::HazardState::Assigned: return translate("Texts", "Assigned");
    case domain::HazardState::Rectifying: return translate("Texts", "Being rectified");
    case domain::HazardState::Submitted: return translate("Texts", "Awaiting review");
    case domain::HazardState::Closed: return translate("Texts", "Closed");
    case domain::HazardState::Merged: return translate("Texts", "Merged");
    case domain::HazardState::Void: return translate("Texts", "Void");
    }
    CAMPUS_ASSERT(false);
}

QString of(domain::Level level)
{
    return level == domain::Level::Major ? translate("Texts", "Major")
                                         : translate("Texts", "General");
}

QString of(domain::Source source)
{
    switch (source) {
    case domain::Source::Inspection: return translate("Texts", "Found by inspection");
    case domain::Source::SelfCheck: return translate("Texts", "Found by self-check");
    case domain::Source::Report: return translate("Texts", "Reported by the public");
    case domain::Source::Transfer: return translate("Texts", "Handed over by another authority");
    }
    CAMPUS_ASSERT(false);
}

QString of(domain::AssetKind kind)
{
    switch (kind) {
    case domain::AssetKind::School: return translate("Texts", "School");
    case domain::AssetKind::Bus: return translate("Texts", "School bus");
    case domain::AssetKind::Canteen: return translate("Texts", "Canteen");
    case domain::AssetKind::Building: return translate("Texts", "Building");
    case domain::AssetKind::FloodPoint: return translate("Texts", "Flood-risk point");
    }
    CAMPUS_ASSERT(false);
}

QString of(domain::FailAction action)
{
    switch (action) {
    case domain::FailAction::None: return {};
    case domain::FailAction::StopUse: return translate("Texts", "Stop its use at once");
    case domain::FailAction::Cordon: return translate("Texts", "Cordon it off at once");
    case domain::FailAction::RemovePerson:
        return translate("Texts", "Take the person off the post at once");
    case domain::FailAction::SealAndDispose:
        return translate("Texts", "Seal and dispose of it at once");
    case domain::FailAction::Remove: return translate("Texts", "Remove it at once");
    case domain::FailAction::Appraise: return translate("Texts", "Have it appraised");
    case domain::FailAction::NotifyAuthority:
        return translate("Texts", "Notify the competent authority");
    }
    CAMPUS_ASSERT(false);
}

QString of(domain::DelayReason reason)
{
    switch (reason) {
    case domain::DelayReason::None: return translate("Texts", "No reason");
    case domain::DelayReason::NoFunds: return translate("Texts", "Money not yet available");
    case domain::DelayReason::HolidayWorks:
        return translate("Texts", "Works only possible in the holidays");
    case domain::DelayReason::OtherDepartment:
        return translate("Texts", "Depends on another department");
    case domain::DelayReason::Appraisal: return translate("Texts", "Appraisal under way");
    case domain::DelayReason::Tender: return translate("Texts", "Tender under way");
    case domain::DelayReason::NotYetDue: return translate("Texts", "Not yet due");
    case domain::DelayReason::SchoolFailing: return translate("Texts", "School did not act");
    case domain::DelayReason::Other: return translate("Texts", "Another reason");
    }
    CAMPUS_ASSERT(false);
}

QString of(domain::Outcome outcome)
{
    switch (outcome) {
    case domain::Outcome::Open: return translate("Texts", "Not answered");
    case domain::Outcome::Pass: return translate("Texts", "Passed");
    case domain::Outcome::Fail: return translate("Texts", "Failed");
    case domain::Outcome::NotApplicable: return translate("Texts", "Not applicable");
    }
    CAMPUS_ASSERT(false);
}

QString of(domain::HazardActKind act)
{
    using A = domain::HazardActKind;
    switch (act) {
    case A::Register: return translate("Texts", "Hazard registered");
    case A::FixOnSpot: return translate("Texts", "Fixed on the spot");
    case A::Assign: return translate("Texts", "Notice issued");
    case A::Receive: return translate("Texts", "Notice signed for");
    case A::Progress: return translate("Texts", "Progress reported");
    case A::Prepare: return translate("Texts", "Rectification prepared");
    case A::Confirm: return translate("Texts", "Rectification confirmed");
    case A::Pass: return translate("Texts", "Review passed");
    case A::Return: return translate("Texts", "Sent back");
    case A::AskExtension: return translate("Texts", "Extension asked for");
    case A::GrantExtension: return translate("Texts", "Extension granted");
    case A::RefuseExtension: return translate("Texts", "Extension refused");
    case A::ProposeLevel: return translate("Texts", "Level proposed");
    case A::ConfirmLevel: return translate("Texts", "Level decided");
    case A::List: return translate("Texts", "Listed for supervision");
    case A::Delist: return translate("Texts", "Listing lifted");
    case A::Transfer: return translate("Texts", "Handed to another authority");
    case A::Merge: return translate("Texts", "Merged into another hazard");
    case A::Void: return translate("Texts", "Declared void");
    case A::Reopen: return translate("Texts", "Opened again");
    case A::Supervise: return translate("Texts", "Special supervision");
    case A::LiftSupervision: return translate("Texts", "Special supervision lifted");
    case A::Note: return translate("Texts", "Note");
    case A::Plan: return translate("Texts", "Treatment plan");
    case A::Withdraw: return translate("Texts", "Order withdrawn");
    }
    CAMPUS_ASSERT(false);
}

QString of(domain::Missing::What what)
{
    using W = domain::Missing::What;
    switch (what) {
    case W::Answer: return translate("Texts", "Not answered");
    case W::Reason: return translate("Texts", "Say why it does not apply");
    case W::Photo: return translate("Texts", "A photo is needed");
    case W::HazardOrFix: return translate("Texts", "Record the hazard or fix it on the spot");
    case W::ActionProof: return translate("Texts", "A photo of the measure taken is needed");
    }
    CAMPUS_ASSERT(false);
}

QString of(store::Delivery delivery)
{
    switch (delivery) {
    case store::Delivery::OnDevice: return translate("Texts", "On this device only");
    case store::Delivery::Delivered: return translate("Texts", "Delivered");
    case store::Delivery::Verified: return translate("Texts", "Verified");
    case store::Delivery::Refused: return translate("Texts", "Rejected");
    }
    CAMPUS_ASSERT(false);
}

QString of(sync::Phase phase)
{
    switch (phase) {
    case sync::Phase::Idle: return {};
    case sync::Phase::Session: return translate("Texts", "Signing in");
    case sync::Phase::Bootstrap: return translate("Texts", "Fetching schools and hazards");
    case sync::Phase::Push: return translate("Texts", "Sending records");
    case sync::Phase::Pull: return translate("Texts", "Fetching changes");
    case sync::Phase::Upload: return translate("Texts", "Sending photos");
    case sync::Phase::Download: return translate("Texts", "Fetching photos");
    }
    CAMPUS_ASSERT(false);
}

QString schoolType(std::string_view type)
{
    return orCode(wordIn(kSchoolTypes, type), type);
}

QString ownership(std::string_view ownership)
{
    return orCode(wordIn(kOwnerships, ownership), ownership);
}

QString schoolStatus(std::string_view status)
{
    return orCode(wordIn(kSchoolStates, status), status);
}

QString category(std::string_view code)
{
    const std::string_view first = code.substr(0, code.find('.'));
    const QString field = orCode(wordIn(kCategories, first), first);
    if (first.size() == code.size())
        return field;
    const QString part = wordIn(kSubcategories, code);
    return part.isEmpty() ? field : translate("Texts", "%1: %2").arg(field, part);
}

QString inspectionType(std::string_view type)
{
    return orCode(wordIn(kInspectionTypes, type), type);
}

QString judgementReason(std::string_view why)
{
    return wordIn(kReasons, why);
}

QString both(const domain::BilingualText &text)
{
    const std::string &wanted = isChinese() ? text.zh : text.en;
    return QString::fromStdString(wanted.empty() ? (isChinese() ? text.en : text.zh) : wanted);
}

} // namespace campus::viewmodels::texts
