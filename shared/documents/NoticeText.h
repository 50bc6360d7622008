// What both parties read and sign on a rectification notice, and its hash. Signatures are bound to
// it; the official number and the numbers of hazards come later and, like the signatures
// themselves, are no part of it. Pure; the tablet and the server make the same octets.
#pragma once

#include <string>

#include "core/Sha256.h"
#include "domain/Notice.h"

namespace campus::documents {

// In Chinese, one line a field; line breaks inside a field become spaces, so that equal texts mean
// equal notices. `schoolName` is the name on the day of the notice.
std::string noticeText(const domain::Notice &notice, const std::string &schoolName);
Digest noticeContentHash(const domain::Notice &notice, const std::string &schoolName);

} // namespace campus::documents
