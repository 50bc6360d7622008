// Paths and header names of the interface, the same on both sides. Values are frozen: tablets in
// the field use them for years.
#pragma once

#include <string_view>

namespace campus::wire::routes {

inline constexpr std::string_view kEnrol = "/api/v1/enrol";
inline constexpr std::string_view kSignIn = "/api/v1/sign-in";
inline constexpr std::string_view kRefresh = "/api/v1/refresh";
inline constexpr std::string_view kPush = "/api/v1/push";
inline constexpr std::string_view kPull = "/api/v1/pull";
inline constexpr std::string_view kHeads = "/api/v1/heads";
inline constexpr std::string_view kFetch = "/api/v1/fetch";
inline constexpr std::string_view kBootstrap = "/api/v1/bootstrap";
inline constexpr std::string_view kQuarantine = "/api/v1/quarantine";
inline constexpr std::string_view kBlobs =
    "/api/v1/blobs"; // POST creates; /<upload> HEAD, PATCH; /<sha256> GET
inline constexpr std::string_view kReferrer = "object"; // query of a blob: <kind>:<id>

inline constexpr std::string_view kJson = "application/json";
inline constexpr std::string_view kNdjson = "application/x-ndjson";
inline constexpr std::string_view kProblem = "application/problem+json";
inline constexpr std::string_view kOffsetOctets = "application/offset+octet-stream";
inline constexpr std::string_view kZstd = "zstd"; // Content-Encoding and Accept-Encoding

// On every answer of ours, with the value "1": anything else is a captive portal's.
inline constexpr std::string_view kOurs = "Campus-Safety";
inline constexpr std::string_view kOursValue = "1";

// tus 1.0
inline constexpr std::string_view kTusResumable = "Tus-Resumable";
inline constexpr std::string_view kTusVersion = "1.0.0";
inline constexpr std::string_view kUploadLength = "Upload-Length";
inline constexpr std::string_view kUploadOffset = "Upload-Offset";
inline constexpr std::string_view kUploadMetadata =
    "Upload-Metadata"; // sha256 <base64 of hex>,filetype <base64>
inline constexpr std::string_view kUploadChecksum =
    "Upload-Checksum"; // sha256 <base64 of the chunk's digest>
inline constexpr std::string_view kUploadComplete =
    "Campus-Upload-Complete"; // "1": verified and on disk
inline constexpr int kChecksumMismatchStatus = 460;

} // namespace campus::wire::routes
