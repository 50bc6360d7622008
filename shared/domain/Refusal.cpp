#include "domain/LifeCycle.h"
#include "domain/NameTable.h"

namespace campus::domain {

namespace {

constexpr std::array kRefusals{
    Named<Refusal>{Refusal::None, "none"},
    Named<Refusal>{Refusal::WrongState, "wrong_state"},
    Named<Refusal>{Refusal::Superseded, "superseded"},
    Named<Refusal>{Refusal::RoleNotAllowed, "role_not_allowed"},
    Named<Refusal>{Refusal::OutOfScope, "out_of_scope"},
    Named<Refusal>{Refusal::ReviewerSubmitted, "reviewer_submitted"},
    Named<Refusal>{Refusal::FinderAlone, "finder_alone"},
    Named<Refusal>{Refusal::TooFewReviewers, "too_few_reviewers"},
    Named<Refusal>{Refusal::MajorNotAllowed, "major_not_allowed"},
    Named<Refusal>{Refusal::MissingPlace, "missing_place"},
    Named<Refusal>{Refusal::MissingDescription, "missing_description"},
    Named<Refusal>{Refusal::MissingCategory, "missing_category"},
    Named<Refusal>{Refusal::MissingBasis, "missing_basis"},
    Named<Refusal>{Refusal::MissingBeforePhoto, "missing_before_photo"},
    Named<Refusal>{Refusal::MissingAfterPhoto, "missing_after_photo"},
    Named<Refusal>{Refusal::MissingSchoolSignature, "missing_school_signature"},
    Named<Refusal>{Refusal::MissingMeasure, "missing_measure"},
    Named<Refusal>{Refusal::MissingDue, "missing_due"},
    Named<Refusal>{Refusal::MissingResponsible, "missing_responsible"},
    Named<Refusal>{Refusal::MissingDone, "missing_done"},
    Named<Refusal>{Refusal::MissingDoneDate, "missing_done_date"},
    Named<Refusal>{Refusal::MissingReviewPhoto, "missing_review_photo"},
    Named<Refusal>{Refusal::MissingReason, "missing_reason"},
    Named<Refusal>{Refusal::MissingNewDate, "missing_new_date"},
    Named<Refusal>{Refusal::MissingConsent, "missing_consent"},
    Named<Refusal>{Refusal::MissingRule, "missing_rule"},
    Named<Refusal>{Refusal::MissingOpinion, "missing_opinion"},
    Named<Refusal>{Refusal::MissingNumber, "missing_number"},
    Named<Refusal>{Refusal::MissingRecipient, "missing_recipient"},
    Named<Refusal>{Refusal::MissingDate, "missing_date"},
    Named<Refusal>{Refusal::MissingMain, "missing_main"},
    Named<Refusal>{Refusal::MissingActionProof, "missing_action_proof"},
    Named<Refusal>{Refusal::MissingFoundDate, "missing_found_date"},
    Named<Refusal>{Refusal::MissingText, "missing_text"},
    Named<Refusal>{Refusal::MissingNotice, "missing_notice"},
    Named<Refusal>{Refusal::MissingPlan, "missing_plan"},
    Named<Refusal>{Refusal::MissingReport, "missing_report"},
    Named<Refusal>{Refusal::MissingInterim, "missing_interim"},
    Named<Refusal>{Refusal::PhotoPlaceDiffers, "photo_place_differs"},
    Named<Refusal>{Refusal::AfterDeadline, "after_deadline"},
    Named<Refusal>{Refusal::NoExtensionAsked, "no_extension_asked"},
    Named<Refusal>{Refusal::DateNotLater, "date_not_later"},
    Named<Refusal>{Refusal::OverOneYear, "over_one_year"},
    Named<Refusal>{Refusal::ReopenTooLate, "reopen_too_late"},
    Named<Refusal>{Refusal::MainOtherSchool, "main_other_school"},
    Named<Refusal>{Refusal::MainFoundLater, "main_found_later"},
    Named<Refusal>{Refusal::MainNotOpen, "main_not_open"},
    Named<Refusal>{Refusal::MainIsSelf, "main_is_self"},
    Named<Refusal>{Refusal::NotListed, "not_listed"},
    Named<Refusal>{Refusal::AlreadyListed, "already_listed"},
    Named<Refusal>{Refusal::NotSupervised, "not_supervised"},
    Named<Refusal>{Refusal::AlreadySupervised, "already_supervised"},
    Named<Refusal>{Refusal::RemoteReviewNotAllowed, "remote_review_not_allowed"},
    Named<Refusal>{Refusal::FoundInFuture, "found_in_future"},
    Named<Refusal>{Refusal::AlreadySubmitted, "already_submitted"},
    Named<Refusal>{Refusal::UnknownInspection, "unknown_inspection"},
    Named<Refusal>{Refusal::UnknownHazard, "unknown_hazard"},
    Named<Refusal>{Refusal::UnknownNotice, "unknown_notice"},
    Named<Refusal>{Refusal::AlreadyReceipted, "already_receipted"},
    Named<Refusal>{Refusal::AlreadyCancelled, "already_cancelled"},
    Named<Refusal>{Refusal::EmptyNotice, "empty_notice"},
    Named<Refusal>{Refusal::UnknownObject, "unknown_object"},
    Named<Refusal>{Refusal::ExistsAlready, "exists_already"},
    Named<Refusal>{Refusal::InvalidBody, "invalid_body"},
    Named<Refusal>{Refusal::UnknownReviewer, "unknown_reviewer"},
    Named<Refusal>{Refusal::RestrictedToBureau, "restricted_to_bureau"},
    Named<Refusal>{Refusal::StatedInFuture, "stated_in_future"},
    Named<Refusal>{Refusal::NotTheInspector, "not_the_inspector"},
    Named<Refusal>{Refusal::OwnNoticeNeeded, "own_notice_needed"},
};

} // namespace

std::string_view nameOf(Refusal refusal)
{
    return nameIn(kRefusals, refusal);
}

std::optional<Refusal> refusalNamed(std::string_view name)
{
    return valueIn(kRefusals, name);
}

} // namespace campus::domain
