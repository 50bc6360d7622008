#include "wire/Messages.h"

namespace campus::wire {

namespace {

// Length-prefixed, so that no two lists of fields give the same text.
std::string proofText(std::string_view purpose, std::initializer_list<std::string_view> members)
{
    std::string text = "campus-safety/1 ";
    text += purpose;
    for (const std::string_view member : members) {
        text += '\n';
        text += std::to_string(member.size());
        text += ':';
        text += member;
    }
    return text;
}

} // namespace

std::string enrolProofText(const EnrolRequest &request)
{
    return proofText("enrol", {request.code, request.label, toHex(request.key), request.app});
}

std::string signInProofText(const SignInRequest &request)
{
    return proofText("sign-in", {request.user, request.device, std::to_string(request.wall)});
}

std::string refreshProofText(const RefreshRequest &request, std::string_view token)
{
    return proofText("refresh",
                     {request.device, std::to_string(request.wall), sha256(token).hex()});
}

} // namespace campus::wire
