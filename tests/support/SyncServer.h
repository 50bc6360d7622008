// The server's side of every message, as the loopback reaches it: decoded requests with the bearer
// token beside them. Implemented by the reference server of the tests and by an adapter to the real
// service. One thread at a time.
#pragma once

#include <cstdint>
#include <string>

#include "core/Bytes.h"
#include "core/Result.h"
#include "wire/Messages.h"

namespace campus::support {

class SyncServer
{
public:
    virtual ~SyncServer() = default;
    virtual Result<wire::EnrolAnswer> enrol(const wire::EnrolRequest &) = 0;
    virtual Result<wire::SignInAnswer> signIn(const wire::SignInRequest &) = 0;
    virtual Result<wire::SignInAnswer> refresh(const std::string &token,
                                               const wire::RefreshRequest &) = 0;
    virtual Result<wire::PushAnswer> push(const std::string &token, const wire::PushRequest &) = 0;
    virtual Result<wire::PullAnswer> pull(const std::string &token, const wire::PullRequest &) = 0;
    virtual Result<wire::HeadsAnswer> heads(const std::string &token,
                                            const wire::HeadsRequest &) = 0;
    virtual Result<wire::FetchAnswer> fetch(const std::string &token,
                                            const wire::FetchRequest &) = 0;
    virtual Result<wire::BootstrapAnswer> bootstrap(const std::string &token,
                                                    const wire::BootstrapRequest &) = 0;
    virtual Result<wire::Verdict> quarantine(const std::string &token,
                                             const wire::QuarantineRequest &) = 0;
    virtual Result<wire::UploadState> startUpload(const std::string &token,
                                                  const wire::UploadStart &) = 0;
    virtual Result<wire::UploadState> uploadState(const std::string &token,
                                                  const std::string &upload) = 0;
    virtual Result<wire::UploadState> patchUpload(const std::string &token,
                                                  const std::string &upload, std::uint64_t offset,
                                                  BytesView chunk) = 0;
    virtual Result<Bytes> blob(const std::string &token, const Digest &sha256,
                               const wire::ObjectRef &referrer) = 0;
};

} // namespace campus::support
