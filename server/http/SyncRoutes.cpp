#include "http/Exchange.h"
#include "http/Routes.h"
#include "wire/Routes.h"

namespace campus::http {

namespace {

using service::Services;

// A way in: answered without a session; too many failures say when to come back.
template <typename Message, typename Call>
Handler wayIn(Services &services, Call call)
{
    return [&services, call](const Request &request) -> Response {
        const auto message = decodedBody<Message>(request);
        if (!message)
            return problem(message.error(), request);
        const auto result = call(services.accounts(), request, *message);
        if (result)
            return answer(request, wire::encode(*result));
        int retryAfter = 0;
        if constexpr (requires { message->user; }) {
            if (result.error().code == ErrorCode::Locked)
                retryAfter = services.accounts().lockedSeconds(message->user, message->device);
        }
        return problem(result.error(), request.id, retryAfter);
    };
}

// A question of somebody signed in.
template <typename Message, typename Call>
Handler question(Services &services, Call call)
{
    return [&services, call](const Request &request) -> Response {
        const auto caller = callerOf(request, services.accounts());
        if (!caller)
            return problem(caller.error(), request);
        const auto message = decodedBody<Message>(request);
        if (!message)
            return problem(message.error(), request);
        return answerOf(request, call(services, *caller, *message));
    };
}

// Signed work is taken from whoever holds it: disabled people, revoked devices, expired sessions
// get stored verdicts, never a closed door (sync.md I25).
template <typename Message, typename Call>
Handler delivery(Services &services, Call call)
{
    return [&services, call](const Request &request) -> Response {
        const auto caller = services.accounts().authenticateForPush(bearerToken(request));
        if (!caller)
            return problem(caller.error(), request);
        const auto message = decodedBody<Message>(request);
        if (!message)
            return problem(message.error(), request);
        return answerOf(request, call(services, *caller, *message));
    };
}

} // namespace

void addSyncRoutes(Router &router, Services &services)
{
    router.add(
        "POST", wire::routes::kEnrol,
        wayIn<wire::EnrolRequest>(
            services, [](service::Accounts &accounts, const Request &,
                         const wire::EnrolRequest &message) { return accounts.enrol(message); }),
        Lane::WayIn);
    router.add(
        "POST", wire::routes::kSignIn,
        wayIn<wire::SignInRequest>(
            services, [](service::Accounts &accounts, const Request &,
                         const wire::SignInRequest &message) { return accounts.signIn(message); }),
        Lane::WayIn);
    router.add("POST", wire::routes::kRefresh,
               wayIn<wire::RefreshRequest>(services, [](service::Accounts &accounts,
                                                        const Request &request,
                                                        const wire::RefreshRequest &message) {
                   return accounts.refresh(bearerToken(request), message);
               }));

    router.add("POST", wire::routes::kPush,
               delivery<wire::PushRequest>(services, [](Services &s, const service::Caller &caller,
                                                        const wire::PushRequest &message) {
                   return s.intake().push(caller, message);
               }));
    router.add(
        "POST", wire::routes::kQuarantine,
        delivery<wire::QuarantineRequest>(services, [](Services &s, const service::Caller &caller,
                                                       const wire::QuarantineRequest &message) {
            return s.intake().quarantine(caller, message);
        }));

    router.add("POST", wire::routes::kPull,
               question<wire::PullRequest>(services, [](Services &s, const service::Caller &caller,
                                                        const wire::PullRequest &message) {
                   return s.feed().pull(caller, message);
               }));
    router.add("POST", wire::routes::kHeads,
               question<wire::HeadsRequest>(services, [](Services &s, const service::Caller &,
                                                         const wire::HeadsRequest &message) {
                   return s.feed().heads(message);
               }));
    router.add("POST", wire::routes::kFetch,
               question<wire::FetchRequest>(services, [](Services &s, const service::Caller &caller,
                                                         const wire::FetchRequest &message) {
                   return s.feed().fetch(caller, message);
               }));
    router.add(
        "POST", wire::routes::kBootstrap,
        question<wire::BootstrapRequest>(services, [](Services &s, const service::Caller &caller,
                                                      const wire::BootstrapRequest &message) {
            return s.feed().bootstrap(caller, message);
        }));
}

} // namespace campus::http
