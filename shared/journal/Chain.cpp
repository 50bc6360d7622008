#include "journal/Chain.h"

#include <string>

#include "journal/Octets.h"

namespace campus::journal {

Digest batchText(std::string_view device, std::string_view install, std::uint64_t lastNumber,
                 const Digest &chain)
{
    Sha256 hash;
    addField(hash, "campus-safety/push/1");
    addField(hash, device);
    addField(hash, install);
    addNumber(hash, lastNumber);
    hash.add(chain.view());
    return hash.finish();
}

Digest chainStart(std::string_view device, std::string_view install)
{
    Sha256 hash;
    addField(hash, "campus-safety/1");
    addField(hash, device);
    addField(hash, install);
    return hash.finish();
}

Digest chainNext(const Digest &previous, std::string_view line)
{
    Sha256 hash;
    hash.add(previous.view());
    hash.add(sha256(line).view());
    return hash.finish();
}

Signature signBatch(const SigningKey &key, std::string_view device, std::string_view install,
                    std::uint64_t lastNumber, const Digest &chain)
{
    return key.sign(batchText(device, install, lastNumber, chain).view());
}

bool verifyBatch(const PublicKey &key, std::string_view device, std::string_view install,
                 std::uint64_t lastNumber, const Digest &chain, const Signature &signature)
{
    return verifySignature(key, batchText(device, install, lastNumber, chain).view(), signature);
}

} // namespace campus::journal
