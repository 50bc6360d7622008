// The server as a tablet sees it: one blocking method a message. Implementations: HTTP
// (mobile/net), a loopback to the real service in one process, and a faulty double in tests.
// Called from one thread at a time. NetworkFailed = no answer, so the other side may have acted.
#pragma once

#include <string>

#include "core/Bytes.h"
#include "core/Result.h"
#include "wire/Messages.h"

namespace campus::sync {

class SyncApi
{
public:
    virtual ~SyncApi() = default;
    virtual Result<wire::EnrolAnswer> enrol(const wire::EnrolRequest &) = 0;
    virtual Result<wire::SignInAnswer> signIn(const wire::SignInRequest &) = 0;
    virtual Result<wire::SignInAnswer> refresh(const wire::RefreshRequest &) = 0;
    // The bearer token for everything below; empty = none.
    virtual void useToken(const std::string &token) = 0;
    virtual Result<wire::PushAnswer> push(const wire::PushRequest &) = 0;
    virtual Result<wire::PullAnswer> pull(const wire::PullRequest &) = 0;
    virtual Result<wire::HeadsAnswer> heads(const wire::HeadsRequest &) = 0;
    virtual Result<wire::FetchAnswer> fetch(const wire::FetchRequest &) = 0;
    virtual Result<wire::BootstrapAnswer> bootstrap(const wire::BootstrapRequest &) = 0;
    virtual Result<wire::Verdict> quarantine(const wire::QuarantineRequest &) = 0;
    // tus: creation (the same device and hash gives the same upload), offset, chunk.
    virtual Result<wire::UploadState> startUpload(const wire::UploadStart &) = 0;
    virtual Result<wire::UploadState> uploadState(const std::string &upload) = 0;
    virtual Result<wire::UploadState> patchUpload(const std::string &upload, std::uint64_t offset,
                                                  BytesView chunk) = 0;
    // The whole blob; the caller checks the hash. Needs a reference in scope.
    virtual Result<Bytes> blob(const Digest &sha256, const wire::ObjectRef &referrer) = 0;
    // Seconds the server asked to wait in its last refusal (Retry-After); 0 = it named none.
    virtual int retryAfterSeconds() const { return 0; }
    // From any thread: ends the request under way, and every later one, with Cancelled, until resume().
    virtual void cancel() {}
    virtual void resume() {}
};

} // namespace campus::sync
