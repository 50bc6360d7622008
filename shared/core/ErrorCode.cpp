#include "core/ErrorCode.h"

#include <algorithm>
#include <array>

#include "core/Assert.h"

namespace campus {

namespace {

constexpr std::array kTable{
    ErrorFacts{ErrorCode::InvalidInput, "invalid_input", false, 400},
    ErrorFacts{ErrorCode::TooLarge, "too_large", false, 413},
    ErrorFacts{ErrorCode::NotFound, "not_found", false, 404},
    ErrorFacts{ErrorCode::Conflict, "conflict", false, 409},
    ErrorFacts{ErrorCode::Unauthenticated, "unauthenticated", false, 401},
    ErrorFacts{ErrorCode::WrongCredentials, "wrong_credentials", false, 401},
    ErrorFacts{ErrorCode::Forbidden, "forbidden", false, 403},
    ErrorFacts{ErrorCode::AccountDisabled, "account_disabled", false, 403},
    ErrorFacts{ErrorCode::DeviceRevoked, "device_revoked", false, 403},
    ErrorFacts{ErrorCode::Locked, "locked", true, 429},
    ErrorFacts{ErrorCode::BadSignature, "bad_signature", false, 400},
    ErrorFacts{ErrorCode::Diverged, "diverged", false, 409},
    ErrorFacts{ErrorCode::CursorExpired, "cursor_expired", false, 410},
    ErrorFacts{ErrorCode::UnsupportedVersion, "unsupported_version", false, 426},
    ErrorFacts{ErrorCode::ChecksumMismatch, "checksum_mismatch", true, 460},
    ErrorFacts{ErrorCode::OffsetMismatch, "offset_mismatch", true, 409},
    ErrorFacts{ErrorCode::UnsupportedMedia, "unsupported_media", false, 415},
    ErrorFacts{ErrorCode::Gone, "gone", false, 410},
    ErrorFacts{ErrorCode::RateLimited, "rate_limited", true, 429},
    ErrorFacts{ErrorCode::StorageFull, "storage_full", true, 507},
    ErrorFacts{ErrorCode::StorageCorrupt, "storage_corrupt", false, 500},
    ErrorFacts{ErrorCode::StorageFailed, "storage_failed", true, 500},
    ErrorFacts{ErrorCode::NetworkFailed, "network_failed", true, 502},
    ErrorFacts{ErrorCode::ServerFailed, "server_failed", true, 503},
    ErrorFacts{ErrorCode::CertificateRejected, "certificate_rejected", false, 495},
    ErrorFacts{ErrorCode::Cancelled, "cancelled", true, 499},
    ErrorFacts{ErrorCode::Internal, "internal", false, 500},
};

} // namespace

const ErrorFacts &factsOf(ErrorCode code)
{
    const auto found = std::find_if(kTable.begin(), kTable.end(),
                                    [code](const ErrorFacts &f) { return f.code == code; });
    CAMPUS_ASSERT(found != kTable.end());
    return *found;
}

ErrorCode errorCodeNamed(std::string_view name)
{
    const auto found = std::find_if(kTable.begin(), kTable.end(),
                                    [name](const ErrorFacts &f) { return f.name == name; });
    return found == kTable.end() ? ErrorCode::Internal : found->code;
}

} // namespace campus
