// Where the tablet keeps its device key and what names it: the platform's secure storage, or files
// that only their owner reads. What is kept here survives a damaged database file.
// Called while the store opens and when the tablet is enrolled; one thread at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/Bytes.h"
#include "core/Result.h"

namespace campus::store {

class KeyVault
{
public:
    virtual ~KeyVault() = default;
    virtual Result<std::optional<Bytes>> read(std::string_view name) = 0;
    virtual Result<void> write(std::string_view name, BytesView secret) = 0; // durable when it returns
};

// Files of mode 0600 in one folder.
class FileKeyVault final : public KeyVault
{
public:
    explicit FileKeyVault(std::string directory) : m_directory(std::move(directory)) {}
    Result<std::optional<Bytes>> read(std::string_view name) override;
    Result<void> write(std::string_view name, BytesView secret) override;

private:
    std::string m_directory;
};

} // namespace campus::store
