#include "support/ReferenceServer.h"

#include <algorithm>

#include "journal/Chain.h"
#include "wire/DocCodec.h"
#include "wire/EventCodec.h"

namespace campus::support {

using domain::Decision;
using domain::ObjectKind;
using journal::LogRecord;
using journal::VerdictKind;
using wire::FeedRow;
using Outcome = wire::PushAnswer::Outcome;

namespace {

constexpr Millis kHour = 3'600'000;

VerdictKind verdictFor(Decision::Kind kind)
{
    switch (kind) {
    case Decision::Kind::Accepted: return VerdictKind::Accepted;
    case Decision::Kind::AcceptedNoop: return VerdictKind::AcceptedNoop;
    case Decision::Kind::Refused: return VerdictKind::Rejected;
    case Decision::Kind::Quarantined: break;
    }
    return VerdictKind::Quarantined;
}

std::string idOfRegister(const domain::EventBody &body)
{
    return std::visit(
        [](const auto &part) -> std::string {
            if constexpr (requires { part.id(); })
                return part.id();
            else if constexpr (requires { part.id; })
                return part.id;
            else
                return {};
        },
        body);
}

} // namespace

// ---- set up ----------------------------------------------------------------------------------------

void ReferenceServer::give(domain::EventBody body)
{
    domain::Event event;
    const std::string number = std::to_string(++m_state.ids);
    event.id = "00000000-0000-7000-8000-" + std::string(12 - number.size(), '0') + number;
    event.object = idOfRegister(body);
    event.actor = "server";
    event.role = domain::Role::System;
    event.wall = m_clock.wall();
    const wire::EventType type = wire::typeOf(body);
    event.type = type.type;
    event.kind = type.kind;
    if (const auto *asset = std::get_if<domain::Asset>(&body))
        event.school = asset->school;
    event.body = std::move(body);
    LogRecord record;
    record.device = record.install = "server";
    record.line = wire::encodeEvent(event).value();
    append(std::move(record), &event);
    m_state.commits.push_back(head().size);
}

std::string ReferenceServer::addDevice(const PublicKey &key)
{
    const std::string id = "device-" + std::to_string(++m_state.ids);
    m_state.devices[id] = key;
    return id;
}

std::string ReferenceServer::openSession(const std::string &user, const std::string &device)
{
    const std::string token = "token-" + std::to_string(++m_state.ids);
    m_state.sessions[token] = {user, device, false};
    return token;
}

void ReferenceServer::expireSessions()
{
    for (auto &[token, session] : m_state.sessions)
        session.expired = true;
}

const domain::User *ReferenceServer::user(const std::string &id) const
{
    const auto found = m_state.docs.find({ObjectKind::User, id});
    return found == m_state.docs.end() ? nullptr : std::get_if<domain::User>(&found->second.doc);
}

// ---- people ------------------------------------------------------------------------------------------

Result<ReferenceServer::SessionEntry> ReferenceServer::caller(const std::string &token) const
{
    const auto found = m_state.sessions.find(token);
    if (found == m_state.sessions.end() || found->second.expired)
        return {ErrorCode::Unauthenticated, "the session is gone"};
    if (m_state.revoked.contains(found->second.device))
        return {ErrorCode::DeviceRevoked, found->second.device};
    const domain::User *person = user(found->second.user);
    if (person == nullptr || !person->active)
        return {ErrorCode::AccountDisabled, found->second.user};
    return found->second;
}

wire::Session ReferenceServer::session(const std::string &token) const
{
    const SessionEntry &entry = m_state.sessions.at(token);
    return {"session-of-" + token, token, m_clock.wall() + kHour, *user(entry.user)};
}

Result<wire::EnrolAnswer> ReferenceServer::enrol(const wire::EnrolRequest &request)
{
    if (user(request.code) == nullptr) // the code is the person's id here
        return {ErrorCode::WrongCredentials, "code"};
    const std::string device = addDevice(request.key);
    return wire::EnrolAnswer{device, "reference", m_clock.wall(),
                             session(openSession(request.code, device))};
}

Result<wire::SignInAnswer> ReferenceServer::signIn(const wire::SignInRequest &request)
{
    if (user(request.user) == nullptr)
        return {ErrorCode::WrongCredentials, "user"};
    return wire::SignInAnswer{session(openSession(request.user, request.device)), m_clock.wall()};
}

Result<wire::SignInAnswer> ReferenceServer::refresh(const std::string &token,
                                                    const wire::RefreshRequest &request)
{
    const auto known = m_state.sessions.find(token);
    const auto key = m_state.devices.find(request.device);
    if (known == m_state.sessions.end() || key == m_state.devices.end() ||
        !verifySignature(key->second, asBytes(wire::refreshProofText(request, token)),
                         request.proof))
        return {ErrorCode::Unauthenticated, "sign in again"};
    const std::string fresh = openSession(known->second.user, request.device);
    if (const auto who = caller(fresh); !who)
        return who.error();
    return wire::SignInAnswer{session(fresh), m_clock.wall()};
}

// ---- push --------------------------------------------------------------------------------------------

Result<wire::PushAnswer> ReferenceServer::push(const std::string &token,
                                               const wire::PushRequest &request)
{
    const auto known = m_state.sessions.find(token); // an expired one does: the device signs
    if (known == m_state.sessions.end() || known->second.device != request.device)
        return {ErrorCode::Unauthenticated, "the session is gone"};
    Digest last = request.previous;
    for (const std::string &line : request.lines) {
        if (const auto event = wire::decodeEvent(line); !event)
            return event.error();
        last = journal::chainNext(last, line);
    }
    if (request.lines.empty() ||
        !journal::verifyBatch(m_state.devices.at(request.device), request.device, request.install,
                              request.first + request.lines.size() - 1, last, request.signature))
        return {ErrorCode::BadSignature, "batch"};
    Chain &chain = m_state.chains[request.install];
    if (chain.count == 0)
        chain.value = journal::chainStart(request.device, request.install);
    wire::PushAnswer answer;
    answer.outcome = weigh(request);
    if (answer.outcome == Outcome::Gap) {
        answer.expectedFirst = chain.count + 1;
        answer.expectedChain = chain.value;
    } else if (answer.outcome == Outcome::Taken) {
        for (std::size_t i = 0; i < request.lines.size(); ++i)
            answer.verdicts.push_back(take(request, i));
        if (m_state.commits.empty() || m_state.commits.back() != head().size)
            m_state.commits.push_back(head().size);
    }
    answer.head = head();
    answer.serverTime = m_clock.wall();
    return answer;
}

Outcome ReferenceServer::weigh(const wire::PushRequest &request) const
{
    Chain chain = m_state.chains.at(request.install);
    Digest running = request.previous;
    for (std::size_t i = 0; i < request.lines.size(); ++i) {
        const std::uint64_t number = request.first + i;
        const bool next = number == chain.count + 1 && running == chain.value;
        running = journal::chainNext(running, request.lines[i]);
        if (next)
            chain = {number, running};
        else if (!m_state.seqById.contains(wire::decodeEvent(request.lines[i])->id))
            return number > chain.count + 1 ? Outcome::Gap : Outcome::Forked;
    }
    return Outcome::Taken;
}

wire::Verdict ReferenceServer::take(const wire::PushRequest &request, std::size_t index)
{
    Digest before = request.previous;
    for (std::size_t i = 0; i < index; ++i)
        before = journal::chainNext(before, request.lines[i]);
    const std::string &line = request.lines[index];
    const domain::Event event = wire::decodeEvent(line).value();
    const std::uint64_t number = request.first + index;
    Chain &chain = m_state.chains[request.install];
    if (number == chain.count + 1 && before == chain.value)
        chain = {number, journal::chainNext(before, line)}; // a duplicate advances its chain too
    if (const auto known = m_state.seqById.find(event.id); known != m_state.seqById.end()) {
        const LogRecord &record = m_state.log[known->second - 1];
        if (record.line == line)
            return verdictOf(record, event.id, true);
        m_state.conflicts.push_back(line);
        wire::Verdict verdict;
        verdict.event = event.id;
        verdict.kind = VerdictKind::Quarantined;
        verdict.reason = "id_conflict";
        return verdict;
    }
    LogRecord record;
    record.device = request.device;
    record.install = request.install;
    record.number = number;
    record.line = line;
    return append(std::move(record), &event);
}

wire::Verdict ReferenceServer::append(LogRecord record, const domain::Event *event)
{
    record.seq = m_state.log.size() + 1;
    record.receivedAt = record.earliest = record.latest = m_clock.wall();
    record.claimed = event != nullptr ? event->wall : 0;
    if (event != nullptr && !m_state.revoked.contains(record.device)) {
        const Decision decision = apply(*event, record.seq);
        record.verdict = verdictFor(decision.kind);
        record.reason = decision.reason == domain::Refusal::None ? "" : nameOf(decision.reason);
        record.by = decision.by;
        record.at = decision.at;
    } else {
        record.verdict = VerdictKind::Quarantined;
        record.reason = event != nullptr ? "device_revoked" : "raw";
    }
    m_state.heads.push_back(journal::headAfter(head(), record));
    m_state.log.push_back(record);
    const std::string id = event != nullptr ? event->id : std::string();
    if (event != nullptr)
        m_state.seqById[id] = record.seq;
    return verdictOf(record, id, false);
}

Decision ReferenceServer::apply(const domain::Event &event, std::uint64_t seq)
{
    const Key key{event.kind, event.object};
    const auto docOf = [&](ObjectKind kind, const std::string &id) {
        const auto found = m_state.docs.find({kind, id});
        return found == m_state.docs.end() ? domain::Doc() : found->second.doc;
    };
    const domain::Doc state = docOf(event.kind, event.object);
    const domain::Doc actor = docOf(ObjectKind::User, event.actor);
    const domain::Doc school = docOf(ObjectKind::School, event.school);
    const auto *act = std::get_if<domain::HazardAct>(&event.body);
    const domain::Doc main = act != nullptr ? docOf(ObjectKind::Hazard, act->into) : domain::Doc();
    domain::Bureau bureau;
    domain::Around around;
    around.actor = std::get_if<domain::User>(&actor);
    around.school = std::get_if<domain::School>(&school);
    around.bureau = &bureau;
    around.main = std::get_if<domain::Hazard>(&main);
    around.occurred = {m_clock.wall(), m_clock.wall(), event.wall};
    std::vector<domain::Doc> named; // kept while `around` points into it
    named.reserve(64);
    if (act != nullptr) {
        for (const std::string &person : act->reviewers) {
            if (const auto *user = std::get_if<domain::User>(
                    &named.emplace_back(docOf(ObjectKind::User, person))))
                around.reviewers.push_back(user);
        }
    }
    if (const auto *notice = std::get_if<domain::NoticeIssued>(&event.body)) {
        named.reserve(notice->lines.size());
        for (const domain::NoticeLine &line : notice->lines) {
            if (const auto *hazard = std::get_if<domain::Hazard>(
                    &named.emplace_back(docOf(ObjectKind::Hazard, line.hazard))))
                around.lines.push_back(hazard);
        }
    }
    // An act on a merged hazard is the main one's too (sync.md §4).
    domain::Event acting = event;
    domain::Doc target = state;
    const auto *at = std::get_if<domain::Hazard>(&target);
    while (act != nullptr && !domain::staysWithMerged(act->kind) && at != nullptr
           && at->state == domain::HazardState::Merged) {
        acting.object = at->mergedInto;
        target = docOf(ObjectKind::Hazard, acting.object);
        at = std::get_if<domain::Hazard>(&target);
    }
    const bool led = acting.object != event.object;
    around.ledFrom = led ? std::get_if<domain::Hazard>(&state) : nullptr;
    const Decision decision = domain::decide(target, acting, around);
    if (decision.kind != Decision::Kind::Accepted)
        return decision;
    const domain::Stamp stamp{seq, around.occurred, {}};
    if (led)
        m_state.docs[{ObjectKind::Hazard, acting.object}] = {
            domain::evolve(target, acting, stamp), seq};
    m_state.docs[key] = {domain::evolve(state, event, stamp), seq};
    if (act != nullptr && act->kind == domain::HazardActKind::Merge && around.main != nullptr)
        m_state.docs[{ObjectKind::Hazard, act->into}] = {
            domain::absorb(*around.main, std::get<domain::Hazard>(state), event, stamp), seq};
    return decision;
}

wire::Verdict ReferenceServer::verdictOf(const LogRecord &record, const std::string &id,
                                         bool duplicate) const
{
    return {id,        record.verdict, record.reason, record.by,
            record.at, record.seq,     duplicate,     record.officialNumber};
}

Result<wire::Verdict> ReferenceServer::quarantine(const std::string &token,
                                                  const wire::QuarantineRequest &request)
{
    if (!m_state.sessions.contains(token))
        return {ErrorCode::Unauthenticated, "the session is gone"};
    const std::size_t at = request.line.find("\"id\":\"") + 6; // also where the rest is unreadable
    const std::string id = request.line.substr(at, 36);
    if (const auto known = m_state.seqById.find(id); known != m_state.seqById.end())
        return verdictOf(m_state.log[known->second - 1], id, true);
    LogRecord record;
    record.device = request.device;
    record.install = request.install;
    record.line = request.line;
    wire::Verdict verdict = append(std::move(record), nullptr);
    verdict.event = id;
    m_state.seqById[id] = verdict.seq;
    m_state.commits.push_back(verdict.seq);
    return verdict;
}

} // namespace campus::support
