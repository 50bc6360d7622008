// The members of the messages, for reading and for writing. Private to wire.
#pragma once

#include "wire/JsonReader.h"
#include "wire/JsonWriter.h"
#include "wire/Messages.h"
#include "wire/RegisterFields.h"

namespace campus::journal {

// Beside their types, where the field lists of journal values are looked up.
template <typename Io>
void fields(Io &io, wire::Seen<Io, Head> &head)
{
    io.need("size", head.size);
    io.need("chain", head.chain);
}

} // namespace campus::journal

namespace campus::wire {

template <typename Io>
void fields(Io &io, Seen<Io, EnrolRequest> &request)
{
    io.needId("code", request.code);
    io.field("label", request.label);
    io.need("key", request.key);
    io.need("proof", request.proof);
    io.field("password", request.password);
    io.id("app", request.app);
}

template <typename Io>
void fields(Io &io, Seen<Io, Session> &session)
{
    io.needId("id", session.id);
    io.need("token", session.token);
    io.need("expires_at", session.expiresAt);
    io.need("user", session.user);
}

template <typename Io>
void fields(Io &io, Seen<Io, EnrolAnswer> &answer)
{
    io.needId("device", answer.device);
    io.needId("server", answer.server);
    io.need("server_time", answer.serverTime);
    io.need("session", answer.session);
}

template <typename Io>
void fields(Io &io, Seen<Io, SignInRequest> &request)
{
    io.needId("user", request.user);
    io.need("password", request.password);
    io.needId("device", request.device);
    io.need("wall", request.wall);
    io.need("proof", request.proof);
}

template <typename Io>
void fields(Io &io, Seen<Io, SignInAnswer> &answer)
{
    io.need("session", answer.session);
    io.need("server_time", answer.serverTime);
}

template <typename Io>
void fields(Io &io, Seen<Io, RefreshRequest> &request)
{
    io.needId("device", request.device);
    io.need("wall", request.wall);
    io.need("proof", request.proof);
}

template <typename Io>
void fields(Io &io, Seen<Io, DeviceTime> &time)
{
    io.id("boot", time.boot);
    io.field("mono", time.mono);
    io.field("wall", time.wall);
}

template <typename Io>
void fields(Io &io, Seen<Io, Verdict> &verdict)
{
    io.id("event", verdict.event); // a raw line that nobody can read has none
    io.need("verdict", verdict.kind);
    io.id("reason", verdict.reason);
    io.id("by", verdict.by);
    io.field("at", verdict.at);
    io.field("seq", verdict.seq);
    io.field("duplicate", verdict.duplicate);
    io.field("official_number", verdict.officialNumber);
}

template <typename Io>
void fields(Io &io, Seen<Io, PushAnswer> &answer)
{
    io.need("outcome", answer.outcome);
    io.need("verdicts", answer.verdicts);
    io.field("expected_first", answer.expectedFirst);
    io.field("expected_chain", answer.expectedChain);
    io.need("head", answer.head);
    io.need("server_time", answer.serverTime);
}

template <typename Io>
void fields(Io &io, Seen<Io, FeedRow> &row)
{
    io.need("row", row.kind);
    io.field("seq", row.seq);
    if (row.kind == FeedRow::Kind::Verdict) {
        io.need("verdict", row.verdict);
        io.id("install", row.install);
        io.field("number", row.number);
        io.field("kind", row.objectKind, domain::ObjectKind::Hazard);
        io.id("object", row.object);
        io.id("school", row.school);
        return;
    }
    io.need("kind", row.objectKind);
    io.needId("object", row.object);
    io.id("school", row.school);
    // A text inside the text: a doc reaches the tablet's database with the server's very octets.
    io.whole("doc", row.doc);
}

template <typename Io>
void fields(Io &io, Seen<Io, PullRequest> &request)
{
    io.need("cursor", request.cursor);
    io.need("highest", request.highest);
    io.id("scope_mark", request.scopeMark);
    io.field("limit", request.limit);
    io.id("device", request.device);
    io.field("sent_at", request.sentAt);
    io.field("declared_unsent", request.declaredUnsent);
}

template <typename Io>
void fields(Io &io, Seen<Io, PullAnswer> &answer)
{
    io.need("outcome", answer.outcome);
    io.need("rows", answer.rows);
    io.need("cursor", answer.cursor);
    io.need("head", answer.head);
    io.field("more", answer.more);
    io.field("durable_size", answer.durableSize);
    io.id("scope_mark", answer.scopeMark);
    io.need("server_time", answer.serverTime);
}

template <typename Io>
void fields(Io &io, Seen<Io, HeadsRequest> &request)
{
    io.need("offered", request.offered);
}

template <typename Io>
void fields(Io &io, Seen<Io, HeadsAnswer> &answer)
{
    io.need("common", answer.common);
    io.need("server_time", answer.serverTime);
}

template <typename Io>
void fields(Io &io, Seen<Io, ObjectRef> &object)
{
    io.need("kind", object.kind);
    io.needId("id", object.id);
}

template <typename Io>
void fields(Io &io, Seen<Io, FetchRequest> &request)
{
    io.need("objects", request.objects);
}

template <typename Io>
void fields(Io &io, Seen<Io, FetchAnswer> &answer)
{
    io.need("rows", answer.rows);
    io.need("head", answer.head);
    io.need("server_time", answer.serverTime);
}

template <typename Io>
void fields(Io &io, Seen<Io, BootstrapRequest> &request)
{
    io.field("at", request.at);
    io.id("after", request.after);
    io.field("limit", request.limit);
}

template <typename Io>
void fields(Io &io, Seen<Io, BootstrapAnswer> &answer)
{
    io.need("rows", answer.rows);
    io.need("at", answer.at);
    io.id("next", answer.next);
    io.id("scope_mark", answer.scopeMark);
    io.need("server_time", answer.serverTime);
}

template <typename Io>
void fields(Io &io, Seen<Io, Problem> &problem)
{
    io.need("status", problem.status);
    io.needId("code", problem.code);
    io.field("detail", problem.detail);
    io.field("instance", problem.instance);
    io.field("retry_after", problem.retryAfterSeconds);
}

} // namespace campus::wire
