#include "store/KeyVault.h"

#include "store/Files.h"

namespace campus::store {

namespace {

// Letters, digits, '-' and '_' stay; anything else is written as its octets.
std::string fileName(std::string_view name)
{
    std::string file;
    for (const char letter : name) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
            || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
        if (plain)
            file += letter;
        else
            file += '%' + toHex(asBytes(std::string_view(&letter, 1)));
    }
    return file + ".key";
}

} // namespace

Result<std::optional<Bytes>> FileKeyVault::read(std::string_view name)
{
    PosixFiles files;
    const std::string path = m_directory + "/" + fileName(name);
    if (!files.size(path))
        return std::optional<Bytes>();
    auto octets = files.read(path);
    if (!octets)
        return octets.error();
    return std::optional<Bytes>(std::move(octets).value());
}

Result<void> FileKeyVault::write(std::string_view name, BytesView secret)
{
    PosixFiles files;
    return files.writeDurably(m_directory + "/" + fileName(name), secret);
}

} // namespace campus::store
