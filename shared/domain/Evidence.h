// What proves an act: photos, signatures, files. The bytes live apart, named by hash.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/Clock.h"
#include "core/Sha256.h"

namespace campus::domain {

struct Photo {
    Digest original;           // the camera's bytes, never altered
    Digest preview;            // JPEG ≤ 300 KB without EXIF; all zero while not made
    std::uint64_t bytes = 0;   // size of the original
    std::string mediaType = "image/jpeg";
    Millis takenAt = 0;        // device wall clock
    std::string from = "camera"; // camera | gallery | file
    std::string place;         // where, in words; a before and an after photo share it
    std::optional<double> latitude;  // WGS-84 degrees
    std::optional<double> longitude;
    double accuracyMetres = 0;       // 0 = no position
    bool operator==(const Photo &) const = default;
};

// A hand-drawn signature, bound to what was signed: `contentHash` is the hash of the document
// as shown (domain.md §13.1); it is void when the content changes.
struct HandSignature {
    std::string person;  // user id, or empty for somebody without an account
    std::string name;    // as printed under the line
    std::string role;    // inspector | school | reviewer
    Digest image;        // PNG
    Digest contentHash;
    Millis signedAt = 0;
    bool operator==(const HandSignature &) const = default;
};

} // namespace campus::domain
