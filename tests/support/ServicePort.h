// The real service as the loopback reaches it: sessions checked as the HTTP handlers check them.
// Any thread the service allows; it does not own the service.
#pragma once

#include "service/Services.h"
#include "support/SyncServer.h"

namespace campus::support {

class ServicePort final : public SyncServer
{
public:
    explicit ServicePort(service::Services &services) : m_services(services) {}

    Result<wire::EnrolAnswer> enrol(const wire::EnrolRequest &) override;
    Result<wire::SignInAnswer> signIn(const wire::SignInRequest &) override;
    Result<wire::SignInAnswer> refresh(const std::string &token,
                                       const wire::RefreshRequest &) override;
    Result<wire::PushAnswer> push(const std::string &token, const wire::PushRequest &) override;
    Result<wire::PullAnswer> pull(const std::string &token, const wire::PullRequest &) override;
    Result<wire::HeadsAnswer> heads(const std::string &token, const wire::HeadsRequest &) override;
    Result<wire::FetchAnswer> fetch(const std::string &token, const wire::FetchRequest &) override;
    Result<wire::BootstrapAnswer> bootstrap(const std::string &token,
                                            const wire::BootstrapRequest &) override;
    Result<wire::Verdict> quarantine(const std::string &token,
                                     const wire::QuarantineRequest &) override;
    Result<wire::UploadState> startUpload(const std::string &token,
                                          const wire::UploadStart &) override;
    Result<wire::UploadState> uploadState(const std::string &token,
                                          const std::string &upload) override;
    Result<wire::UploadState> patchUpload(const std::string &token, const std::string &upload,
                                          std::uint64_t offset, BytesView chunk) override;
    Result<Bytes> blob(const std::string &token, const Digest &sha256,
                       const wire::ObjectRef &referrer) override;

private:
    template <typename Answer, typename Serve>
    Result<Answer> asCaller(const std::string &token, Serve serve);
    service::Services &m_services;
};

} // namespace campus::support
