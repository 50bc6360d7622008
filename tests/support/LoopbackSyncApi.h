// The sync interface without a network: every request is encoded, decoded on the server's side,
// served, and its answer goes back the same way, so both ends meet the real octets. A tamper hook
// may cut or alter octets on the way. Without a server behind it nothing answers.
// One thread at a time.
#pragma once

#include <functional>
#include <string>

#include "support/SyncServer.h"
#include "sync/SyncApi.h"
#include "wire/MessageCodec.h"

namespace campus::support {

class LoopbackSyncApi final : public sync::SyncApi
{
public:
    explicit LoopbackSyncApi(SyncServer *server = nullptr) : m_server(server) {}
    void connectTo(SyncServer *server) { m_server = server; } // null: the server is down

    enum class Way { Request, Answer };
    void tamperWith(std::function<void(Way, std::string &octets)> tamper)
    {
        m_tamper = std::move(tamper);
    }

    Result<wire::EnrolAnswer> enrol(const wire::EnrolRequest &request) override
    {
        return trip<wire::EnrolAnswer>(request, [&](const auto &r) { return m_server->enrol(r); });
    }
    Result<wire::SignInAnswer> signIn(const wire::SignInRequest &request) override
    {
        return trip<wire::SignInAnswer>(request,
                                        [&](const auto &r) { return m_server->signIn(r); });
    }
    Result<wire::SignInAnswer> refresh(const wire::RefreshRequest &request) override
    {
        return trip<wire::SignInAnswer>(
            request, [&](const auto &r) { return m_server->refresh(m_token, r); });
    }
    void useToken(const std::string &token) override { m_token = token; }
    Result<wire::PushAnswer> push(const wire::PushRequest &request) override
    {
        return trip<wire::PushAnswer>(request,
                                      [&](const auto &r) { return m_server->push(m_token, r); });
    }
    Result<wire::PullAnswer> pull(const wire::PullRequest &request) override
    {
        return trip<wire::PullAnswer>(request,
                                      [&](const auto &r) { return m_server->pull(m_token, r); });
    }
    Result<wire::HeadsAnswer> heads(const wire::HeadsRequest &request) override
    {
        return trip<wire::HeadsAnswer>(request,
                                       [&](const auto &r) { return m_server->heads(m_token, r); });
    }
    Result<wire::FetchAnswer> fetch(const wire::FetchRequest &request) override
    {
        return trip<wire::FetchAnswer>(request,
                                       [&](const auto &r) { return m_server->fetch(m_token, r); });
    }
    Result<wire::BootstrapAnswer> bootstrap(const wire::BootstrapRequest &request) override
    {
        return trip<wire::BootstrapAnswer>(
            request, [&](const auto &r) { return m_server->bootstrap(m_token, r); });
    }
    Result<wire::Verdict> quarantine(const wire::QuarantineRequest &request) override
    {
        return trip<wire::Verdict>(request,
                                   [&](const auto &r) { return m_server->quarantine(m_token, r); });
    }
    // tus has no JSON: headers carry numbers and ids, bodies are the octets themselves.
    Result<wire::UploadState> startUpload(const wire::UploadStart &start) override
    {
        return direct<wire::UploadState>([&] { return m_server->startUpload(m_token, start); });
    }
    Result<wire::UploadState> uploadState(const std::string &upload) override
    {
        return direct<wire::UploadState>([&] { return m_server->uploadState(m_token, upload); });
    }
    Result<wire::UploadState> patchUpload(const std::string &upload, std::uint64_t offset,
                                          BytesView chunk) override
    {
        return direct<wire::UploadState>(
            [&] { return m_server->patchUpload(m_token, upload, offset, chunk); });
    }
    Result<Bytes> blob(const Digest &sha256, const wire::ObjectRef &referrer) override
    {
        return direct<Bytes>([&] { return m_server->blob(m_token, sha256, referrer); });
    }
    int retryAfterSeconds() const override { return m_retryAfter; }

private:
    template <typename Answer, typename Serve>
    Result<Answer> direct(Serve serve)
    {
        if (m_server == nullptr)
            return {ErrorCode::NetworkFailed, "no server"};
        Result<Answer> answer = serve();
        return answer ? answer : Result<Answer>(overTheWire(answer.error()));
    }

    template <typename Answer, typename Request, typename Serve>
    Result<Answer> trip(const Request &request, Serve serve)
    {
        if (m_server == nullptr)
            return {ErrorCode::NetworkFailed, "no server"};
        const Result<Request> arrived =
            wire::decode<Request>(onTheWay(Way::Request, wire::encode(request)));
        if (!arrived)
            return overTheWire(arrived.error());
        const Result<Answer> answer = serve(*arrived);
        if (!answer)
            return overTheWire(answer.error());
        Result<Answer> back = wire::decode<Answer>(onTheWay(Way::Answer, wire::encode(*answer)));
        if (!back) // not an answer of ours
            return {ErrorCode::NetworkFailed, back.error().detail};
        return back;
    }

    std::string onTheWay(Way way, std::string octets)
    {
        if (m_tamper)
            m_tamper(way, octets);
        return octets;
    }

    Error overTheWire(const Error &error)
    {
        wire::Problem problem;
        problem.code = factsOf(error.code).name;
        problem.detail = error.detail;
        problem.status = factsOf(error.code).httpStatus;
        problem.retryAfterSeconds = problem.status == 429 ? 30 : 0;
        const auto back = wire::decode<wire::Problem>(onTheWay(Way::Answer, wire::encode(problem)));
        if (!back)
            return {ErrorCode::NetworkFailed, back.error().detail};
        m_retryAfter = back->retryAfterSeconds;
        return {errorCodeNamed(back->code), back->detail};
    }

    SyncServer *m_server;
    std::string m_token;
    std::function<void(Way, std::string &)> m_tamper;
    int m_retryAfter = 0;
};

} // namespace campus::support
