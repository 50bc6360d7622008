#include <array>
#include <cstdio>

#include "app/Commands.h"
#include "service/Verifier.h"

namespace campus::app {

namespace {

const std::array kOptions{kDataOption, kConfigOption, kDrillClockOption};

Result<int> verify(const Context &context)
{
    auto server = OpenServer::open(context, storage::DataFolder::Use::Read);
    if (!server)
        return server.error();
    service::Verifier verifier((*server)->services().store(), (*server)->services().blobs());
    const auto report = verifier.run();
    if (!report)
        return report.error();
    std::printf(
        "log %llu records, head %s; %llu signed batches, %llu objects, %llu photos and signatures",
        static_cast<unsigned long long>(report->records),
        report->head.chain.hex().substr(0, 16).c_str(),
        static_cast<unsigned long long>(report->batches),
        static_cast<unsigned long long>(report->docs),
        static_cast<unsigned long long>(report->blobs));
    if (report->blobsMissing > 0)
        std::printf("; %llu named by events have not arrived",
                    static_cast<unsigned long long>(report->blobsMissing));
    if (report->decidedOtherwise > 0)
        std::printf("; %llu events would be decided otherwise today, which is no breach",
                    static_cast<unsigned long long>(report->decidedOtherwise));
    std::printf("\n");
    for (const service::Finding &finding : report->findings) {
        std::printf(
            "%s%s%s: %s\n",
            finding.seq > 0 ? ("record " + std::to_string(finding.seq)).c_str() : "data directory",
            finding.event.empty() ? "" : ", event ", finding.event.c_str(), finding.what.c_str());
    }
    std::puts(report->sound() ? "verified: everything is as it was written"
                              : "NOT as it was written: see the first line above");
    return report->sound() ? 0 : kExitUnsound;
}

} // namespace

const Command kVerify{"verify", "prove that log, objects and photos are as they were written",
                      kOptions, verify};

} // namespace campus::app
