#include "support/FaultySyncApi.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace campus::support {

namespace {

constexpr std::size_t kPastMax = 40;

} // namespace

std::uint64_t FaultySyncApi::countOf(std::string_view name) const
{
    return static_cast<std::uint64_t>(std::count(m_calls.begin(), m_calls.end(), name));
}

std::optional<Fault> FaultySyncApi::drawFault()
{
    using K = Fault::Kind;
    const std::array<std::pair<double, Fault>, 9> table{{
        {m_rates.loseRequest, {K::Refuse, ErrorCode::NetworkFailed, 0}},
        {m_rates.loseAnswer, {K::ActThenRefuse, ErrorCode::NetworkFailed, 0}},
        {m_rates.duplicate, {K::Duplicate, ErrorCode::Internal, 0}},
        {m_rates.replay, {K::Replay, ErrorCode::Internal, 0}},
        {m_rates.failBefore, {K::Refuse, ErrorCode::ServerFailed, 0}},
        {m_rates.failAfter, {K::ActThenRefuse, ErrorCode::ServerFailed, 0}},
        {m_rates.tooMany, {K::Refuse, ErrorCode::RateLimited, 30}},
        {m_rates.full, {K::Refuse, ErrorCode::StorageFull, 0}},
        {m_rates.portal, {K::Refuse, ErrorCode::NetworkFailed, 0}},
    }};
    double draw = m_random.unit();
    for (const auto &[rate, fault] : table) {
        if (draw < rate)
            return fault;
        draw -= rate;
    }
    return std::nullopt;
}

std::optional<Fault> FaultySyncApi::faultFor(const Call &call)
{
    if (m_script) {
        if (const auto fault = m_script(call))
            return fault;
    }
    return drawFault();
}

void FaultySyncApi::replayOne()
{
    if (m_past.empty())
        return;
    m_past[m_random.below(m_past.size())]();
    m_api.useToken(m_token); // the old request came with its own
}

template <typename Answer>
Result<Answer> FaultySyncApi::through(Call call, std::function<Result<Answer>()> serve)
{
    m_calls.emplace_back(call.name);
    call.count = countOf(call.name);
    m_retryAfter = 0;
    const auto fault = faultFor(call);
    if (m_past.size() == kPastMax)
        m_past.erase(m_past.begin());
    m_past.emplace_back([this, serve, token = m_token] {
        m_api.useToken(token);
        std::ignore = serve();
    });
    if (!fault) {
        Result<Answer> answer = serve();
        m_retryAfter = m_api.retryAfterSeconds();
        return answer;
    }
    switch (fault->kind) {
    case Fault::Kind::Refuse:
        m_retryAfter = fault->retryAfter;
        return {fault->code, "a planned fault"};
    case Fault::Kind::ActThenRefuse:
        std::ignore = serve();
        m_retryAfter = fault->retryAfter;
        return {fault->code, "a planned fault after the act"};
    case Fault::Kind::Duplicate: std::ignore = serve(); break;
    case Fault::Kind::Replay: replayOne(); break;
    }
    return serve();
}

void FaultySyncApi::useToken(const std::string &token)
{
    m_token = token;
    m_api.useToken(token);
}

Result<wire::EnrolAnswer> FaultySyncApi::enrol(const wire::EnrolRequest &request)
{
    return through<wire::EnrolAnswer>({"enrol"}, [this, request] { return m_api.enrol(request); });
}

Result<wire::SignInAnswer> FaultySyncApi::signIn(const wire::SignInRequest &request)
{
    return through<wire::SignInAnswer>({"signIn"},
                                       [this, request] { return m_api.signIn(request); });
}

Result<wire::SignInAnswer> FaultySyncApi::refresh(const wire::RefreshRequest &request)
{
    return through<wire::SignInAnswer>({"refresh"},
                                       [this, request] { return m_api.refresh(request); });
}

Result<wire::PushAnswer> FaultySyncApi::push(const wire::PushRequest &request)
{
    return through<wire::PushAnswer>({"push", &request},
                                     [this, request] { return m_api.push(request); });
}

Result<wire::PullAnswer> FaultySyncApi::pull(const wire::PullRequest &request)
{
    return through<wire::PullAnswer>({"pull"}, [this, request] { return m_api.pull(request); });
}

Result<wire::HeadsAnswer> FaultySyncApi::heads(const wire::HeadsRequest &request)
{
    return through<wire::HeadsAnswer>({"heads"}, [this, request] { return m_api.heads(request); });
}

Result<wire::FetchAnswer> FaultySyncApi::fetch(const wire::FetchRequest &request)
{
    return through<wire::FetchAnswer>({"fetch"}, [this, request] { return m_api.fetch(request); });
}

Result<wire::BootstrapAnswer> FaultySyncApi::bootstrap(const wire::BootstrapRequest &request)
{
    return through<wire::BootstrapAnswer>({"bootstrap"},
                                          [this, request] { return m_api.bootstrap(request); });
}

Result<wire::Verdict> FaultySyncApi::quarantine(const wire::QuarantineRequest &request)
{
    return through<wire::Verdict>({"quarantine"},
                                  [this, request] { return m_api.quarantine(request); });
}

Result<wire::UploadState> FaultySyncApi::startUpload(const wire::UploadStart &start)
{
    return through<wire::UploadState>({"startUpload"},
                                      [this, start] { return m_api.startUpload(start); });
}

Result<wire::UploadState> FaultySyncApi::uploadState(const std::string &upload)
{
    return through<wire::UploadState>({"uploadState"},
                                      [this, upload] { return m_api.uploadState(upload); });
}

Result<wire::UploadState> FaultySyncApi::patchUpload(const std::string &upload,
                                                     std::uint64_t offset, BytesView chunk)
{
    return through<wire::UploadState>(
        {"patchUpload"}, [this, upload, offset, octets = Bytes(chunk.begin(), chunk.end())] {
            return m_api.patchUpload(upload, offset, octets);
        });
}

Result<Bytes> FaultySyncApi::blob(const Digest &sha256, const wire::ObjectRef &referrer)
{
    return through<Bytes>({"blob"},
                          [this, sha256, referrer] { return m_api.blob(sha256, referrer); });
}

} // namespace campus::support
