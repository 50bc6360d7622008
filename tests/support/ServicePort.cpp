#include "support/ServicePort.h"

#include <fstream>
#include <iterator>

namespace campus::support {

template <typename Answer, typename Serve>
Result<Answer> ServicePort::asCaller(const std::string &token, Serve serve)
{
    const auto caller = m_services.accounts().authenticate(token);
    if (!caller)
        return caller.error();
    return serve(*caller);
}

Result<wire::EnrolAnswer> ServicePort::enrol(const wire::EnrolRequest &request)
{
    return m_services.accounts().enrol(request);
}

Result<wire::SignInAnswer> ServicePort::signIn(const wire::SignInRequest &request)
{
    return m_services.accounts().signIn(request);
}

Result<wire::SignInAnswer> ServicePort::refresh(const std::string &token,
                                                const wire::RefreshRequest &request)
{
    return m_services.accounts().refresh(token, request);
}

Result<wire::PushAnswer> ServicePort::push(const std::string &token,
                                           const wire::PushRequest &request)
{
    const auto caller = m_services.accounts().authenticateForPush(token);
    if (!caller)
        return caller.error();
    return m_services.intake().push(*caller, request);
}

Result<wire::Verdict> ServicePort::quarantine(const std::string &token,
                                              const wire::QuarantineRequest &request)
{
    const auto caller = m_services.accounts().authenticateForPush(token);
    if (!caller)
        return caller.error();
    return m_services.intake().quarantine(*caller, request);
}

Result<wire::PullAnswer> ServicePort::pull(const std::string &token,
                                           const wire::PullRequest &request)
{
    return asCaller<wire::PullAnswer>(
        token, [&](const auto &caller) { return m_services.feed().pull(caller, request); });
}

Result<wire::HeadsAnswer> ServicePort::heads(const std::string &token,
                                             const wire::HeadsRequest &request)
{
    return asCaller<wire::HeadsAnswer>(
        token, [&](const auto &) { return m_services.feed().heads(request); });
}

Result<wire::FetchAnswer> ServicePort::fetch(const std::string &token,
                                             const wire::FetchRequest &request)
{
    return asCaller<wire::FetchAnswer>(
        token, [&](const auto &caller) { return m_services.feed().fetch(caller, request); });
}

Result<wire::BootstrapAnswer> ServicePort::bootstrap(const std::string &token,
                                                     const wire::BootstrapRequest &request)
{
    return asCaller<wire::BootstrapAnswer>(
        token, [&](const auto &caller) { return m_services.feed().bootstrap(caller, request); });
}

Result<wire::UploadState> ServicePort::startUpload(const std::string &token,
                                                   const wire::UploadStart &start)
{
    return asCaller<wire::UploadState>(token, [&](const auto &caller) -> Result<wire::UploadState> {
        const auto status = m_services.uploads().start(caller, start);
        return status ? Result<wire::UploadState>(status->state) : status.error();
    });
}

Result<wire::UploadState> ServicePort::uploadState(const std::string &token,
                                                   const std::string &upload)
{
    return asCaller<wire::UploadState>(token, [&](const auto &caller) -> Result<wire::UploadState> {
        const auto status = m_services.uploads().status(caller, upload);
        return status ? Result<wire::UploadState>(status->state) : status.error();
    });
}

Result<wire::UploadState> ServicePort::patchUpload(const std::string &token,
                                                   const std::string &upload, std::uint64_t offset,
                                                   BytesView chunk)
{
    return asCaller<wire::UploadState>(token, [&](const auto &caller) -> Result<wire::UploadState> {
        const auto status = m_services.uploads().append(caller, upload, offset, chunk);
        return status ? Result<wire::UploadState>(status->state) : status.error();
    });
}

Result<Bytes> ServicePort::blob(const std::string &token, const Digest &sha256,
                                const wire::ObjectRef &referrer)
{
    return asCaller<Bytes>(token, [&](const auto &caller) -> Result<Bytes> {
        const auto file = m_services.uploads().open(caller, sha256, referrer);
        if (!file)
            return file.error();
        std::ifstream stream(file->path, std::ios::binary);
        return Bytes(std::istreambuf_iterator<char>(stream), {});
    });
}

} // namespace campus::support
