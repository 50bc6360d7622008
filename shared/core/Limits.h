// Every bound on what comes in or is kept, with its reason. One place, so that the tablet
// refuses at once what the server would refuse later.
#pragma once

#include <cstddef>
#include <cstdint>

namespace campus::limits {

inline constexpr std::size_t kEventBytesMax = 32 * 1024;        // sync.md §3: a line fits one page of a log
inline constexpr std::size_t kRegisterEventBytesMax = 256 * 1024; // register facts the server writes: a checklist is one event
inline constexpr std::size_t kBatchEventsMax = 200;             // sync.md §4: one transaction, one signature
inline constexpr std::size_t kBatchBytesMax = 512 * 1024;       // the same, inflated
inline constexpr std::size_t kInflatedBytesMax = 8 * 1024 * 1024; // no body unpacks to more
inline constexpr std::size_t kInflateRatioMax = 100;            // a higher ratio is an attack, not text
inline constexpr std::size_t kInflateAnyRatioBytes = 64 * 1024; // below it no ratio is an attack: a page of equal rows
inline constexpr std::size_t kJsonDepthMax = 32;                // ours nest 8 deep
inline constexpr std::size_t kJsonRequestValuesMax = 50'000;    // 40 octets of memory a value, sync.md I34
inline constexpr std::size_t kJsonValuesMax = 1'000'000;        // answers and docs, which we asked for
inline constexpr std::size_t kJsonFileValuesMax = 8'000'000;    // a region file an administrator chose
inline constexpr std::size_t kRequestBodyMax = 4 * 1024 * 1024; // memory a request, sync.md I34
inline constexpr std::size_t kPageRowsMax = 500;                // rows of one pulled page (whole commits may exceed it once)
inline constexpr std::size_t kFetchIdsMax = 500;
inline constexpr std::size_t kHeadsOfferedMax = 64;             // older heads a tablet offers after `diverged`
inline constexpr std::size_t kPatchBytesMax = 4 * 1024 * 1024;  // one tus PATCH; cpprest buffers a body in memory
inline constexpr std::size_t kPatchBytesDefault = 256 * 1024;   // what a tablet sends at once on a weak link
inline constexpr std::uint64_t kBlobBytesMax = 64ull * 1024 * 1024; // a photo of any camera; no video
inline constexpr std::size_t kPreviewBytesMax = 300 * 1024;     // sync.md §6
inline constexpr std::size_t kBlobsPerEventMax = 60;
inline constexpr std::size_t kNoteCharsMax = 2000;              // free text of a person
inline constexpr std::size_t kIdCharsMax = 200;                 // ids, codes and words of a closed list
inline constexpr std::size_t kTextCharsMax = 8000;              // any string inside a doc or event: a treatment plan
inline constexpr std::size_t kListItemsMax = 20'000;            // any list inside a doc, event or message
inline constexpr std::size_t kNameCharsMax = 120;
inline constexpr std::size_t kPasswordCharsMin = 8;
inline constexpr std::size_t kPasswordCharsMax = 128;
inline constexpr std::size_t kChecklistItemsMax = 1000;
inline constexpr std::size_t kChecklistFileBytesMax = 4 * 1024 * 1024;
inline constexpr std::size_t kRegionFileBytesMax = 64 * 1024 * 1024;
inline constexpr std::uint64_t kReserveFileBytes = 4ull * 1024 * 1024; // freed when the tablet's disk is full (I11)

} // namespace campus::limits
