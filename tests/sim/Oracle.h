// The independent witness of a simulation: it knows what people saw as saved, what the server
// answered and what each tablet was shown in pages, and nothing of how it is stored. It judges; it
// never helps. One thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "wire/Messages.h"

namespace campus::sim {

struct Violation {
    std::string invariant; // "I5"
    std::string what;
};

class Oracle
{
public:
    struct SavedAct {
        int tablet = 0;
        std::string line;
        bool onlyOnServer = false;   // the tablet was put back to a copy that lacks it …
        bool lostWithDevice = false; // … and the server does too: nobody holds it any more
    };

    void saved(int tablet, const std::string &event, const std::string &line);
    // What the server returned, whether or not it arrived.
    void answered(const wire::PushRequest &request, const wire::PushAnswer &answer);
    void headSeen(const wire::Head &head);
    // What reached a tablet.
    void pageArrived(int tablet, const wire::PullRequest &request, const wire::PullAnswer &page);
    void partArrived(int tablet, const wire::BootstrapRequest &request,
                     const wire::BootstrapAnswer &part);
    void answerArrived(int tablet, const wire::PushAnswer &answer);
    // The server was put back to its first `size` records, and nobody was told.
    void serverPutBack(std::uint64_t size, const std::set<std::string> &inLog);
    // The tablet was put back: acts saved there and not in `stillThere` are with the server alone,
    // or gone with the device.
    void tabletPutBack(int tablet, const std::set<std::string> &stillThere,
                       const std::set<std::string> &onServer);

    // Hears what arrives at the tablets, for a history that is told.
    void tellTo(std::function<void(const std::string &)> listener)
    {
        m_listener = std::move(listener);
    }

    bool maySettle(int tablet, const std::string &event) const; // I5
    const std::map<std::string, SavedAct> &acts() const { return m_acts; }
    const wire::Verdict *verdictOf(const std::string &event) const;
    // For replaying (I28); without those that would bring a lost act back.
    std::vector<wire::PushRequest> recorded() const;

    void expect(bool holds, const std::string &invariant, const std::string &what);
    const std::vector<Violation> &violations() const { return m_violations; }

private:
    void tell(int tablet, const std::string &what) const;
    struct Shown {
        std::set<std::string> inPages; // ids in verdict rows: of pages, and of whole bootstraps
        wire::Head bootstrapAt;        // the one that is coming in, and the ids in its parts
        std::set<std::string> inParts;
        // Answered as known before, in a log with this head …
        std::map<std::string, std::vector<wire::Head>> asDuplicates;
        std::set<std::string> provenAfter; // … and a page was given to one who named that head
    };
    std::map<std::string, SavedAct> m_acts;
    std::map<std::string, wire::Verdict> m_verdicts; // the first answer to each event
    std::map<std::uint64_t, Digest> m_heads;         // chain by size
    std::map<int, Shown> m_shown;
    std::vector<wire::PushRequest> m_requests;
    std::vector<Violation> m_violations;
    std::function<void(const std::string &)> m_listener;
};

} // namespace campus::sim
