// JSON and NDJSON of Messages.h, and the application's own compression. Decoders bound sizes
// by core/Limits.h, ignore members they do not know, and name the field that is wrong.
#pragma once

#include <string>
#include <string_view>

#include "core/Result.h"
#include "wire/Messages.h"

namespace campus::wire {

std::string encode(const EnrolRequest &);
std::string encode(const EnrolAnswer &);
std::string encode(const SignInRequest &);
std::string encode(const SignInAnswer &);
std::string encode(const RefreshRequest &);
std::string encode(const PushRequest &); // NDJSON
std::string encode(const PushAnswer &);
std::string encode(const PullRequest &);
std::string encode(const PullAnswer &);
std::string encode(const HeadsRequest &);
std::string encode(const HeadsAnswer &);
std::string encode(const FetchRequest &);
std::string encode(const FetchAnswer &);
std::string encode(const BootstrapRequest &);
std::string encode(const BootstrapAnswer &);
std::string encode(const QuarantineRequest &);
std::string encode(const Verdict &);
std::string encode(const Problem &);

// decode<PushRequest>(octets); instantiated for every message above.
template <typename Message>
Result<Message> decode(std::string_view octets);

// zstd level 3; what compress gives, inflate takes up to kInflatedBytesMax. Inflating stops at that
// bound and, beyond kInflateAnyRatioBytes, at kInflateRatioMax (TooLarge).
std::string compress(std::string_view octets);
Result<std::string> inflate(std::string_view octets);

} // namespace campus::wire
