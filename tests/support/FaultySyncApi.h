// Any sync interface over a bad link to a moody server: requests and answers get lost, come twice,
// come again much later, are answered by something else. Faults come by seeded rates or from a
// script. Without both it is transparent. One thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/SeededRandom.h"
#include "sync/SyncApi.h"

namespace campus::support {

// Probability of each fault, per call.
struct FaultRates {
    double loseRequest = 0; // the server never sees it
    double loseAnswer = 0;  // the server acted
    double duplicate = 0;   // the server sees it twice
    double replay = 0;      // an older request arrives again before this one
    double failBefore = 0;  // 5xx, nothing done
    double failAfter = 0;   // 5xx, done all the same
    double tooMany = 0;     // 429
    double full = 0;        // 507
    double portal = 0;      // a captive portal answers
};

struct Fault {
    enum class Kind : std::uint8_t { Refuse, ActThenRefuse, Duplicate, Replay } kind = Kind::Refuse;
    ErrorCode code = ErrorCode::NetworkFailed;
    int retryAfter = 0;
};

// What a script may look at.
struct Call {
    std::string_view name;                   // of the method
    const wire::PushRequest *push = nullptr; // only for push
    std::uint64_t count = 0;                 // of calls of that name, this one included
};

class FaultySyncApi final : public sync::SyncApi
{
public:
    FaultySyncApi(sync::SyncApi &api, std::uint64_t seed) : m_api(api), m_random(seed) {}

    void setRates(const FaultRates &rates) { m_rates = rates; }
    using Script = std::function<std::optional<Fault>(const Call &)>;
    void setScript(Script script) { m_script = std::move(script); } // asked before the rates
    // Every call in order, faulty ones included.
    const std::vector<std::string> &calls() const { return m_calls; }
    std::uint64_t countOf(std::string_view name) const;

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
    int retryAfterSeconds() const override { return m_retryAfter; }

private:
    template <typename Answer>
    Result<Answer> through(Call call, std::function<Result<Answer>()> serve);
    std::optional<Fault> faultFor(const Call &call);
    std::optional<Fault> drawFault();
    void replayOne();

    sync::SyncApi &m_api;
    SeededRandom m_random;
    FaultRates m_rates;
    Script m_script;
    std::vector<std::string> m_calls;
    std::vector<std::function<void()>> m_past; // earlier requests, to come again
    std::string m_token;
    int m_retryAfter = 0;
};

} // namespace campus::support
