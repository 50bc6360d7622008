// The closed list of everything that can go wrong outside a programmer's control.
// The table in ErrorCode.cpp says for each: its stable name, whether the same request
// may succeed later, and the HTTP status it travels as. Values are frozen: they are logged.
#pragma once

#include <cstdint>
#include <string_view>

namespace campus {

enum class ErrorCode : std::uint16_t {
    InvalidInput = 1,      // a field, file or message is not of its form
    TooLarge = 2,          // over a limit of core/Limits.h
    NotFound = 3,
    Conflict = 4,          // the state has moved on
    Unauthenticated = 5,   // no session, or expired
    WrongCredentials = 6,  // code, password or signature does not fit
    Forbidden = 7,         // outside the caller's scope or role
    AccountDisabled = 8,
    DeviceRevoked = 9,
    Locked = 10,           // too many failed attempts
    BadSignature = 11,     // a batch's signature does not cover its chain value
    Diverged = 12,         // the head is not in this server's history
    CursorExpired = 13,
    UnsupportedVersion = 14,
    ChecksumMismatch = 15, // bytes do not have the announced hash
    OffsetMismatch = 16,   // an upload continues at another byte
    UnsupportedMedia = 17,
    Gone = 18,
    RateLimited = 19,
    StorageFull = 20,
    StorageCorrupt = 21,
    StorageFailed = 22,    // I/O error; nothing was changed
    NetworkFailed = 23,    // no answer, or one that is not ours
    ServerFailed = 24,     // the other side answered 5xx
    CertificateRejected = 25,
    Cancelled = 26,
    Internal = 27,
};

struct ErrorFacts {
    ErrorCode code;
    std::string_view name;   // snake_case, stable, for logs and problem documents
    bool retryable;          // the same bytes may be sent again later
    int httpStatus;
};

const ErrorFacts &factsOf(ErrorCode code);
// The code with that stable name, or Internal for a name this version does not know.
ErrorCode errorCodeNamed(std::string_view name);

} // namespace campus
