#include "viewmodels/ErrorText.h"

#include <QCoreApplication>

#include "core/Assert.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

namespace {

QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace

QString ErrorText::of(const Error &error)
{
    if (error.code == ErrorCode::Locked && error.detail == "tries_used_up_offline")
        return translate("ErrorText", "Too many failed attempts. This person can sign in here again "
                                      "once the tablet has a network.");
    return of(error.code);
}

QString ErrorText::of(ErrorCode code)
{
    using E = ErrorCode;
    switch (code) {
    case E::InvalidInput:
        return translate("ErrorText", "Something entered here is not of the right form.");
    case E::TooLarge: return translate("ErrorText", "This is larger than the program can take.");
    case E::NotFound: return translate("ErrorText", "This record is not on this tablet.");
    case E::Conflict:
        return translate("ErrorText", "The record has changed in the meantime. Look at it again.");
    case E::Unauthenticated:
        return translate("ErrorText", "Please sign in again. Your records stay on this tablet.");
    case E::WrongCredentials:
        return translate("ErrorText", "The code or the password is not right.");
    case E::Forbidden: return translate("ErrorText", "Your account may not do this.");
    case E::AccountDisabled:
        return translate("ErrorText", "This account has been disabled. Please ask the bureau.");
    case E::DeviceRevoked:
        return translate("ErrorText",
                         "This tablet has been withdrawn. Please hand it to the bureau.");
    case E::Locked:
        return translate("ErrorText", "Too many failed attempts. Please wait a few minutes.");
    case E::BadSignature:
        return translate(
            "ErrorText",
            "The server could not verify this tablet's signature. Please tell the bureau.");
    case E::Diverged:
        return translate("ErrorText",
                         "The server's records have been restored. The tablet is comparing them.");
    case E::CursorExpired:
        return translate("ErrorText", "The tablet was away for long and fetches everything anew.");
    case E::UnsupportedVersion:
        return translate("ErrorText", "This program is too old for the server. Please update it.");
    case E::ChecksumMismatch:
        return translate("ErrorText", "A file arrived damaged and will be sent again.");
    case E::OffsetMismatch:
        return translate("ErrorText",
                         "An upload was interrupted and goes on from where it stopped.");
    case E::UnsupportedMedia:
        return translate("ErrorText", "This file is not a picture that the program can read.");
    case E::Gone: return translate("ErrorText", "The server no longer has this.");
    case E::RateLimited: return translate("ErrorText", "The server is busy and asked to wait.");
    case E::StorageFull:
        return translate("ErrorText",
                         "The tablet's storage is full. Text can still be saved, photos cannot.");
    case E::StorageCorrupt:
        return translate(
            "ErrorText",
            "The tablet's database is damaged. Do not delete anything; tell the bureau.");
    case E::StorageFailed:
        return translate("ErrorText", "Saving failed. Nothing was changed; please try again.");
    case E::NetworkFailed:
        return translate("ErrorText",
                         "The server cannot be reached. Recording goes on without it.");
    case E::ServerFailed:
        return translate("ErrorText", "The server had a fault. The tablet will try again.");
    case E::CertificateRejected:
        return translate(
            "ErrorText",
            "The server's certificate is not trusted. Check the tablet's date and time.");
    case E::Cancelled: return translate("ErrorText", "Stopped.");
    case E::Internal: return translate("ErrorText", "The program met an unexpected fault.");
    }
    CAMPUS_ASSERT(false);
}

QString ErrorText::of(domain::Refusal refusal)
{
    using R = domain::Refusal;
    switch (refusal) {
    case R::None: return {};
    case R::WrongState:
        return translate("ErrorText", "This cannot be done in the hazard's present state.");
    case R::Superseded:
        return translate("ErrorText", "Somebody else has acted on this in the meantime.");
    case R::RoleNotAllowed: return translate("ErrorText", "Your role may not do this.");
    case R::OutOfScope: return translate("ErrorText", "This school is not one of yours.");
    case R::ReviewerSubmitted:
        return translate("ErrorText",
                         "Who submitted or prepared a rectification cannot review it.");
    case R::FinderAlone:
        return translate("ErrorText", "Who found a major hazard cannot close it alone.");
    case R::TooFewReviewers:
        return translate("ErrorText", "A major hazard needs at least two reviewers.");
    case R::MajorNotAllowed:
        return translate("ErrorText", "This is not possible for a major hazard.");
    case R::MissingPlace: return translate("ErrorText", "Say where the hazard is.");
    case R::MissingDescription: return translate("ErrorText", "Describe the hazard.");
    case R::MissingCategory: return translate("ErrorText", "Choose the category.");
    case R::MissingBasis: return translate("ErrorText", "State the legal basis.");
    case R::MissingBeforePhoto: return translate("ErrorText", "A photo of the hazard is needed.");
    case R::MissingAfterPhoto:
        return translate("ErrorText", "A photo after the rectification is needed.");
    case R::MissingSchoolSignature:
        return translate("ErrorText", "The school's signature is needed.");
    case R::MissingMeasure: return translate("ErrorText", "State what has to be done.");
    case R::MissingDue: return translate("ErrorText", "Set the deadline.");
    case R::MissingResponsible: return translate("ErrorText", "Name who is responsible.");
    case R::MissingDone: return translate("ErrorText", "Say what was done.");
    case R::MissingDoneDate: return translate("ErrorText", "Enter the day it was finished.");
    case R::MissingReviewPhoto:
        return translate("ErrorText", "A photo taken at the review is needed.");
    case R::MissingReason: return translate("ErrorText", "Give the reason.");
    case R::MissingNewDate: return translate("ErrorText", "Enter the new date.");
    case R::MissingConsent:
        return translate("ErrorText", "The leader's written consent is needed.");
    case R::MissingRule: return translate("ErrorText", "State the rule for the level.");
    case R::MissingOpinion: return translate("ErrorText", "An expert's opinion is needed.");
    case R::MissingNumber: return translate("ErrorText", "Enter the document number.");
    case R::MissingRecipient: return translate("ErrorText", "Say to whom it is handed over.");
    case R::MissingDate: return translate("ErrorText", "Enter the date of the document.");
    case R::MissingMain: return translate("ErrorText", "Choose the hazard it is merged into.");
    case R::MissingActionProof:
        return translate("ErrorText", "A photo of the measure taken at once is needed.");
    case R::MissingFoundDate: return translate("ErrorText", "Enter the day it was found.");
    case R::MissingText: return translate("ErrorText", "Write something or take a photo.");
    case R::MissingNotice: return translate("ErrorText", "The notice is missing.");
    case R::MissingPlan: return translate("ErrorText", "The treatment plan is missing.");
    case R::MissingReport:
        return translate("ErrorText", "An expert's or third party's report is needed.");
    case R::MissingInterim:
        return translate("ErrorText", "State the interim control until it is put right.");
    case R::PhotoPlaceDiffers:
        return translate("ErrorText",
                         "The photo after must show the same place as the photo before.");
    case R::AfterDeadline:
        return translate("ErrorText", "An extension has to be asked for before the deadline.");
    case R::NoExtensionAsked: return translate("ErrorText", "No extension was asked for.");
    case R::DateNotLater:
        return translate("ErrorText", "The new date must be later than the present one.");
    case R::OverOneYear:
        return translate("ErrorText", "The deadline of a major hazard is never over one year.");
    case R::ReopenTooLate:
        return translate("ErrorText", "It was closed too long ago. Register a new hazard instead.");
    case R::MainOtherSchool:
        return translate("ErrorText", "Only hazards of the same school can be merged.");
    case R::MainFoundLater:
        return translate("ErrorText", "The main hazard must be the one found earlier.");
    case R::MainNotOpen: return translate("ErrorText", "The main hazard is no longer open.");
    case R::MainIsSelf: return translate("ErrorText", "A hazard cannot be merged into itself.");
    case R::NotListed: return translate("ErrorText", "The hazard is not listed.");
    case R::AlreadyListed: return translate("ErrorText", "The hazard is listed already.");
    case R::NotSupervised:
        return translate("ErrorText", "The hazard is not under special supervision.");
    case R::AlreadySupervised:
        return translate("ErrorText", "The hazard is under special supervision already.");
    case R::RemoteReviewNotAllowed:
        return translate("ErrorText", "This hazard must be reviewed on site.");
    case R::FoundInFuture:
        return translate("ErrorText",
                         "The day of finding lies in the future. Check the tablet's date.");
    case R::AlreadySubmitted:
        return translate("ErrorText", "This inspection has been submitted already.");
    case R::UnknownInspection:
        return translate("ErrorText", "The server does not know this inspection.");
    case R::UnknownHazard: return translate("ErrorText", "The server does not know this hazard.");
    case R::UnknownNotice: return translate("ErrorText", "The server does not know this notice.");
    case R::AlreadyReceipted:
        return translate("ErrorText", "This notice has been signed for already.");
    case R::AlreadyCancelled: return translate("ErrorText", "This notice has been cancelled.");
    case R::EmptyNotice:
        return translate("ErrorText", "Choose at least one hazard for the notice.");
    case R::UnknownObject: return translate("ErrorText", "The server does not know this record.");
    case R::ExistsAlready: return translate("ErrorText", "This record exists already.");
    case R::InvalidBody:
        return translate("ErrorText", "The record is incomplete or contradicts itself.");
    case R::UnknownReviewer:
        return translate("ErrorText", "A second reviewer must be an officer of the bureau or township.");
    case R::RestrictedToBureau:
        return translate("ErrorText", "Only the bureau's safety office acts on restricted hazards.");
    case R::StatedInFuture:
        return translate("ErrorText", "A date lies in the future. Check the tablet's date.");
    case R::NotTheInspector:
        return translate("ErrorText", "Somebody else began this inspection and finishes it.");
    case R::OwnNoticeNeeded:
        return translate("ErrorText", "Restricted hazards need a notice of their own.");
    }
    CAMPUS_ASSERT(false);
}

QString ErrorText::of(const fieldwork::ActOutcome &outcome, const QString &byName)
{
    if (outcome.refusal == domain::Refusal::Superseded && !byName.isEmpty() && outcome.at > 0)
        return translate("ErrorText", "%1 has acted on this in the meantime (%2).")
            .arg(byName, texts::moment(outcome.at));
    if (outcome.refusal == domain::Refusal::None && !outcome.missing.empty())
        return translate("ErrorText", "Something is still missing.");
    return of(outcome.refusal);
}

QString ErrorText::ofName(std::string_view refusal)
{
    const auto known = domain::refusalNamed(refusal);
    return known ? of(*known) : texts::qt(refusal);
}

} // namespace campus::viewmodels
