// What actually reaches a tablet, told to the oracle. One thread.
#pragma once

#include "sim/Oracle.h"
#include "sync/SyncApi.h"

namespace campus::sim {

class WatchedSyncApi final : public sync::SyncApi
{
public:
    WatchedSyncApi(sync::SyncApi &api, Oracle &oracle, int tablet)
        : m_api(api),
          m_oracle(oracle),
          m_tablet(tablet)
    {
    }
    Result<wire::EnrolAnswer> enrol(const wire::EnrolRequest &r) override { return m_api.enrol(r); }
    Result<wire::SignInAnswer> signIn(const wire::SignInRequest &r) override
    {
        return m_api.signIn(r);
    }
    Result<wire::SignInAnswer> refresh(const wire::RefreshRequest &r) override
    {
        return m_api.refresh(r);
    }
    void useToken(const std::string &token) override { m_api.useToken(token); }
    Result<wire::PushAnswer> push(const wire::PushRequest &r) override
    {
        auto answer = m_api.push(r);
        if (answer)
            m_oracle.answerArrived(m_tablet, *answer);
        return answer;
    }
    Result<wire::PullAnswer> pull(const wire::PullRequest &r) override
    {
        auto page = m_api.pull(r);
        if (page)
            m_oracle.pageArrived(m_tablet, r, *page);
        return page;
    }
    Result<wire::HeadsAnswer> heads(const wire::HeadsRequest &r) override { return m_api.heads(r); }
    Result<wire::FetchAnswer> fetch(const wire::FetchRequest &r) override { return m_api.fetch(r); }
    Result<wire::BootstrapAnswer> bootstrap(const wire::BootstrapRequest &r) override
    {
        auto part = m_api.bootstrap(r);
        if (part)
            m_oracle.partArrived(m_tablet, r, *part);
        return part;
    }
    Result<wire::Verdict> quarantine(const wire::QuarantineRequest &r) override
    {
        return m_api.quarantine(r);
    }
    Result<wire::UploadState> startUpload(const wire::UploadStart &s) override
    {
        return m_api.startUpload(s);
    }
    Result<wire::UploadState> uploadState(const std::string &u) override
    {
        return m_api.uploadState(u);
    }
    Result<wire::UploadState> patchUpload(const std::string &u, std::uint64_t offset,
                                          BytesView chunk) override
    {
        return m_api.patchUpload(u, offset, chunk);
    }
    Result<Bytes> blob(const Digest &d, const wire::ObjectRef &r) override
    {
        return m_api.blob(d, r);
    }
    int retryAfterSeconds() const override { return m_api.retryAfterSeconds(); }

private:
    sync::SyncApi &m_api;
    Oracle &m_oracle;
    int m_tablet;
};

} // namespace campus::sim
