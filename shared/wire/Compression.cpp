#include <algorithm>
#include <memory>

#include <zstd.h>

#include "core/Assert.h"
#include "core/Limits.h"
#include "wire/MessageCodec.h"

namespace campus::wire {

namespace {

constexpr int kLevel = 3;
constexpr int kWindowLogMax = 23; // 8 MiB: no frame of ours needs to look further back

struct FreeStream {
    void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
};

Error malformed(const char *what)
{
    return {ErrorCode::InvalidInput, std::string("zstd: ") + what};
}

// Somebody's page of one letter packs better than any attack: a skippable frame (RFC 8878 §3.1.2)
// behind it keeps our own bodies within the ratio that the other side allows.
void padToRatio(std::string &packed, std::size_t unpackedBytes)
{
    const std::size_t wanted =
        (unpackedBytes + limits::kInflateRatioMax - 1) / limits::kInflateRatioMax;
    if (packed.size() >= wanted)
        return;
    const std::size_t padding = wanted - packed.size();
    packed += "\x50\x2A\x4D\x18"; // magic number, little-endian
    for (int shift = 0; shift < 32; shift += 8)
        packed += static_cast<char>(padding >> shift & 0xFF);
    packed.append(padding, '\0');
}

} // namespace

std::string compress(std::string_view octets)
{
    std::string packed(ZSTD_compressBound(octets.size()), '\0');
    const std::size_t size =
        ZSTD_compress(packed.data(), packed.size(), octets.data(), octets.size(), kLevel);
    CAMPUS_ASSERT(!ZSTD_isError(size)); // the bound is the library's own; only memory can fail
    packed.resize(size);
    if (octets.size() > limits::kInflateAnyRatioBytes)
        padToRatio(packed, octets.size());
    return packed;
}

Result<std::string> inflate(std::string_view octets)
{
    const std::unique_ptr<ZSTD_DStream, FreeStream> stream(ZSTD_createDStream());
    if (!stream)
        return Error{ErrorCode::Internal, "zstd: no memory"};
    ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, kWindowLogMax);
    const std::size_t max =
        std::min(limits::kInflatedBytesMax,
                 std::max(limits::kInflateAnyRatioBytes, octets.size() * limits::kInflateRatioMax));
    std::string text;
    std::string chunk(ZSTD_DStreamOutSize(), '\0');
    ZSTD_inBuffer in{octets.data(), octets.size(), 0};
    std::size_t wanted = 1; // octets the frame still expects; 0 at its end
    while (true) {
        ZSTD_outBuffer out{chunk.data(), chunk.size(), 0};
        wanted = ZSTD_decompressStream(stream.get(), &out, &in);
        if (ZSTD_isError(wanted))
            return malformed(ZSTD_getErrorName(wanted));
        if (text.size() + out.pos > max)
            return Error{ErrorCode::TooLarge,
                         "zstd: unpacks to more than " + std::to_string(max) + " octets"};
        text.append(chunk, 0, out.pos);
        // At the end of a frame a further call would begin the next one.
        if (in.pos == in.size && (wanted == 0 || out.pos < out.size))
            break;
    }
    if (wanted != 0)
        return malformed("ends in the middle");
    return text;
}

} // namespace campus::wire
