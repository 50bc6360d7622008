#include "service/Replay.h"

#include "core/Day.h"
#include "wire/DocCodec.h"

namespace campus::service {

using domain::ObjectKind;
using journal::LogRecord;
using journal::VerdictKind;

namespace {

domain::Occurred occurredOf(const LogRecord &record)
{
    return {record.earliest, record.latest, record.claimed};
}

VerdictKind verdictFor(domain::Decision::Kind kind)
{
    switch (kind) {
    case domain::Decision::Kind::Accepted: return VerdictKind::Accepted;
    case domain::Decision::Kind::AcceptedNoop: return VerdictKind::AcceptedNoop;
    case domain::Decision::Kind::Refused: return VerdictKind::Rejected;
    case domain::Decision::Kind::Quarantined: break;
    }
    return VerdictKind::Quarantined;
}

} // namespace

Result<const domain::Doc *> Replay::find(ObjectKind kind, const std::string &id)
{
    const auto found = m_docs.find({kind, id});
    return found == m_docs.end() ? nullptr : &found->second.doc;
}

Result<const domain::Bureau *> Replay::bureau()
{
    const auto found = m_docs.lower_bound({ObjectKind::Bureau, std::string()});
    return found == m_docs.end() ? nullptr : std::get_if<domain::Bureau>(&found->second.doc);
}

Result<bool> Replay::decidesAlike(const LogRecord &record, const domain::Event &event)
{
    const auto decision = decideFor(event, occurredOf(record), *this);
    if (!decision)
        return decision.error();
    return verdictFor(decision->kind) == record.verdict;
}

Result<std::string> Replay::expectedNumber(const LogRecord &record, const domain::Event &event)
{
    const int year = Day::of(record.receivedAt).year();
    const std::string series = numberSeries(event, year);
    if (series.empty() || record.verdict != VerdictKind::Accepted)
        return std::string();
    const auto known = bureau();
    if (!known)
        return known.error();
    static const domain::Bureau kNoBureau;
    return officialNumber(event, *known != nullptr ? **known : kNoBureau, year,
                          ++m_numbers[series]);
}

Result<void> Replay::apply(const LogRecord &record, const domain::Event &event)
{
    if (record.verdict != VerdictKind::Accepted)
        return {};
    auto changed = changesOf(event, {record.seq, occurredOf(record), record.officialNumber}, *this);
    if (!changed)
        return changed.error();
    for (domain::Doc &doc : *changed) {
        const Key key{wire::kindOf(doc), wire::objectOf(doc)};
        m_docs[key] = {std::move(doc), record.seq};
    }
    return {};
}

} // namespace campus::service
