// campus-sim: seeded histories of tablets and a server, judged by an oracle.
//
//   campus-sim [--seeds N] [--from S] [--seconds T] [--steps M] [--bug NAME] [--verbose]
//              [--first FILE]       the seeds in this file run before the others
//   campus-sim --planted            every planted bug must be found within its budget of seeds
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

#include "core/Log.h"
#include "sim/World.h"

using namespace campus;
using namespace campus::sim;

namespace {

constexpr int kSilent = 4;                // above every level: crashes are what is wanted here
constexpr std::uint64_t kBugBudget = 150; // seeds

struct Arguments {
    std::uint64_t seeds = 20, from = 1;
    double seconds = 0;               // 0 = as many as asked for
    std::vector<std::uint64_t> first; // before the others
    WorldOptions world;
    bool planted = false;
};

[[noreturn]] void usage()
{
    std::fprintf(stderr, "campus-sim [--seeds N] [--from S] [--seconds T] [--steps M] [--bug NAME]"
                         " [--verbose] [--first FILE] [--planted]\nbugs:");
    for (const BugRow &row : allBugs())
        std::fprintf(stderr, " %s", std::string(row.name).c_str());
    std::fprintf(stderr, "\n");
    std::exit(2);
}

// One number a line; what follows a # is for people.
std::vector<std::uint64_t> readSeeds(const char *path)
{
    std::ifstream file(path);
    if (!file) {
        std::fprintf(stderr, "cannot read %s\n", path);
        std::exit(2);
    }
    std::vector<std::uint64_t> seeds;
    for (std::string line; std::getline(file, line);) {
        if (const std::uint64_t seed = std::strtoull(line.c_str(), nullptr, 10))
            seeds.push_back(seed);
    }
    return seeds;
}

Arguments readArguments(int count, char **words)
{
    Arguments arguments;
    const auto value = [&](int &i) -> const char * {
        if (i + 1 >= count)
            usage();
        return words[++i];
    };
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--seeds")
            arguments.seeds = std::strtoull(value(i), nullptr, 10);
        else if (word == "--from")
            arguments.from = std::strtoull(value(i), nullptr, 10);
        else if (word == "--seconds")
            arguments.seconds = std::strtod(value(i), nullptr);
        else if (word == "--first")
            arguments.first = readSeeds(value(i));
        else if (word == "--steps")
            arguments.world.steps = std::atoi(value(i));
        else if (word == "--verbose")
            arguments.world.verbose = true;
        else if (word == "--planted")
            arguments.planted = true;
        else if (const auto bug = word == "--bug" ? bugNamed(value(i)) : std::nullopt)
            arguments.world.bug = *bug;
        else
            usage();
    }
    return arguments;
}

// A folder in memory where there is one: the disk's own time is not what is measured.
class Workplace
{
public:
    Workplace()
    {
        const std::string parent = ::access("/dev/shm", W_OK) == 0
                                       ? std::string("/dev/shm")
                                       : std::filesystem::temp_directory_path().string();
        m_path = parent + "/campus-sim-" + std::to_string(::getpid());
        World::prepare(m_path + "/prepared");
    }
    ~Workplace() { std::filesystem::remove_all(m_path); }
    Workplace(const Workplace &) = delete;
    Workplace &operator=(const Workplace &) = delete;
    std::string prepared() const { return m_path + "/prepared"; }
    std::string history() const { return m_path + "/history"; }

private:
    std::string m_path;
};

std::vector<Violation> runSeed(const Workplace &workplace, const WorldOptions &options,
                               Tally &total)
{
    World world(workplace.history(), workplace.prepared(), options);
    const std::vector<Violation> violations = world.run();
    total.add(world.tally());
    return violations;
}

double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// False when something was broken; that and the command that replays it are printed.
bool holds(const Workplace &workplace, const WorldOptions &world, Tally &total)
{
    const auto violations = runSeed(workplace, world, total);
    const auto seed = static_cast<unsigned long long>(world.seed);
    for (const Violation &violation : violations)
        std::printf("seed %llu: %s: %s\n", seed, violation.invariant.c_str(),
                    violation.what.c_str());
    if (violations.empty())
        return true;
    const std::string bug =
        world.bug == Bug::None ? std::string() : " --bug " + std::string(nameOf(world.bug));
    std::printf("replay: ./campus sim --seeds 1 --from %llu --steps %d%s --verbose\n", seed,
                world.steps, bug.c_str());
    return false;
}

int runSeeds(const Workplace &workplace, Arguments arguments)
{
    const auto begin = std::chrono::steady_clock::now();
    Tally total;
    for (const std::uint64_t seed : arguments.first) {
        arguments.world.seed = seed;
        if (!holds(workplace, arguments.world, total))
            return 1;
    }
    std::uint64_t done = 0;
    const bool timed = arguments.seconds > 0;
    while (timed ? secondsSince(begin) < arguments.seconds : done < arguments.seeds) {
        arguments.world.seed = arguments.from + done++;
        if (!holds(workplace, arguments.world, total))
            return 1;
    }
    const auto count = [](std::uint64_t number) { return static_cast<unsigned long long>(number); };
    std::printf(
        "%llu seeds from %llu and %zu kept ones in %.1f s: %llu acts, %llu runs (%llu complete),"
        " %llu tablet crashes, %llu server crashes, %llu servers and %llu tablets put back,"
        " %llu records\n",
        count(done), count(arguments.from), arguments.first.size(), secondsSince(begin),
        count(total.acts), count(total.runs), count(total.completeRuns), count(total.tabletCrashes),
        count(total.serverCrashes), count(total.serverPutBacks), count(total.tabletPutBacks),
        count(total.logSize));
    return 0;
}

int findPlantedBugs(const Workplace &workplace, Arguments arguments)
{
    int missed = 0;
    for (const BugRow &row : allBugs()) {
        arguments.world.bug = row.bug;
        Tally total;
        std::vector<Violation> violations;
        std::uint64_t seed = arguments.from;
        for (; seed < arguments.from + kBugBudget && violations.empty(); ++seed) {
            arguments.world.seed = seed;
            violations = runSeed(workplace, arguments.world, total);
        }
        const std::string name(row.name);
        if (violations.empty()) {
            ++missed;
            std::printf("%-22s NOT FOUND in %llu seeds\n", name.c_str(),
                        static_cast<unsigned long long>(kBugBudget));
        } else {
            std::printf("%-22s found at seed %llu: %s: %s\n", name.c_str(),
                        static_cast<unsigned long long>(seed - 1),
                        violations.front().invariant.c_str(),
                        violations.front().what.substr(0, 100).c_str());
        }
    }
    return missed == 0 ? 0 : 1;
}

} // namespace

int main(int count, char **words)
{
    const Arguments arguments = readArguments(count, words);
    if (!arguments.world.verbose)
        setLogLevel(static_cast<LogLevel>(kSilent));
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const Workplace workplace;
    return arguments.planted ? findPlantedBugs(workplace, arguments)
                             : runSeeds(workplace, arguments);
}
