// The server over HTTP: each message of SyncApi as one exchange, tus 1.0 for blobs. Blocks the
// calling thread in a local event loop, so its queued slots and timers run meanwhile; they must
// not call back into this object. Octets are what wire/ makes of the messages; the paths and
// header names are wire/Routes.h. It neither retries nor remembers anything but the token.
// Made, used and destroyed on one thread; cancel() may come from any.
#pragma once

#include "net/HttpTransport.h"
#include "sync/SyncApi.h"

namespace campus::net {

class HttpSyncApi final : public sync::SyncApi
{
public:
    // The address a person enters: https://host[:port][/path]. A wrong one shows in every answer.
    explicit HttpSyncApi(const QUrl &server, HttpOptions options = {});
    ~HttpSyncApi() override;

    Result<wire::EnrolAnswer> enrol(const wire::EnrolRequest &) override;
    Result<wire::SignInAnswer> signIn(const wire::SignInRequest &) override;
    Result<wire::SignInAnswer> refresh(const wire::RefreshRequest &) override;
    void useToken(const std::string &token) override;
    Result<wire::PushAnswer> push(const wire::PushRequest &) override;
    Result<wire::PullAnswer> pull(const wire::PullRequest &) override;
    Result<wire::HeadsAnswer> heads(const wire::HeadsRequest &) override;
    Result<wire::FetchAnswer> fetch(const wire::FetchRequest &) override;
    Result<wire::BootstrapAnswer> bootstrap(const wire::BootstrapRequest &) override;
    Result<wire::Verdict> quarantine(const wire::QuarantineRequest &) override;
    Result<wire::UploadState> startUpload(const wire::UploadStart &) override;
    Result<wire::UploadState> uploadState(const std::string &upload) override;
    Result<wire::UploadState> patchUpload(const std::string &upload, std::uint64_t offset,
                                          BytesView chunk) override;
    Result<Bytes> blob(const Digest &sha256, const wire::ObjectRef &referrer) override;
    int retryAfterSeconds() const override { return m_retryAfterSeconds; }
    void cancel() override { m_transport.cancel(); }
    void resume() override { m_transport.resume(); }

private:
    template <typename Answer, typename Request>
    Result<Answer> post(std::string_view path, const Request &request,
                        std::string_view contentType);
    Result<HttpAnswer> askTus(HttpQuestion question, int expectedStatus);
    Result<HttpAnswer> ask(const HttpQuestion &question, bool upload);
    HttpHeaders headers() const;
    Error refusalOf(const HttpAnswer &answer, bool upload);

    HttpTransport m_transport;
    QByteArray m_token;
    int m_retryAfterSeconds = 0;
};

} // namespace campus::net
