#include "e2e/story/Story.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTextStream>
#include <array>
#include <cstdio>
#include <set>

#include <unistd.h>

namespace campus::story {

namespace {

constexpr int kDays = 28;
const std::vector<std::string> kOfficers{"U005", "U007", "U009", "U011"};
const std::string kSilentOfficer = "U013";
const std::string kAdmin = "U001";
constexpr std::size_t kSchoolsEach = 3; // visited by each officer as a matter of course …
// … and what the registers already say is wrong: expired papers, an old driver, no open kitchen.
constexpr std::array kKnownTroubles{"B007", "B015", "B019", "B023", "B034", "C018", "C034", "C038"};

QString readAll(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()).trimmed() : QString();
}

Result<void> writeAll(const QString &file, const QString &text)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text.toUtf8()) < 0 || !out.commit())
        return {ErrorCode::StorageFailed, "cannot write " + file.toStdString()};
    return {};
}

} // namespace

Story::Story(StoryOptions options) : m_options(std::move(options)) {}
Story::~Story() = default;

void Story::progress(const QString &text, int done, int total) const
{
    if (m_options.quiet)
        return;
    const bool terminal = isatty(STDOUT_FILENO) != 0;
    QTextStream out(stdout);
    out << (terminal ? "\r\033[K" : "") << QString("[%1/%2] ").arg(done).arg(total) << text
        << (terminal && done < total ? "" : "\n");
}

Result<void> Story::begin()
{
    if (!QDir().mkpath(m_options.home))
        return {ErrorCode::StorageFailed, "cannot create " + m_options.home.toStdString()};
    // The first day is chosen once, so that a story that is taken up again keeps its calendar.
    const QString firstFile = path("first-day");
    if (readAll(firstFile).isEmpty()) {
        const SystemClock now;
        const Day first = Day::of(now.wall()) - kDays;
        if (auto written = writeAll(firstFile, QString::fromStdString(first.iso())); !written)
            return written;
    }
    const auto first = Day::parse(readAll(firstFile).toStdString());
    if (!first)
        return {ErrorCode::InvalidInput, firstFile.toStdString() + " holds no day"};
    m_first = *first;
    const QString clockFile = path("clock");
    if (readAll(clockFile).isEmpty()) {
        if (auto written =
                writeAll(clockFile, QString::number(-static_cast<qint64>(kDays) * kDayMillis));
            !written)
            return written;
    }
    m_clock = std::make_unique<DrillClock>(clockFile.toStdString());
    setClock(0, 8);
    m_server = std::make_unique<ServerProcess>(m_options.serverProgram, path("server"), clockFile);
    if (auto made = m_server->initialise(QString::fromStdString(m_first.iso())); !made)
        return made;
    return m_server->start();
}

// Forward only: a story that is taken up again never turns the clock back.
void Story::setClock(int day, int hour)
{
    const Millis wanted = (m_first + day).begin() + static_cast<Millis>(hour) * 3'600'000;
    if (m_clock->wall() >= wanted)
        return;
    const SystemClock system;
    const auto written = writeAll(path("clock"), QString::number(wanted - system.wall()));
    if (!written)
        std::fprintf(stderr, "%s\n", written.error().detail.c_str());
}

int Story::phasesDone() const
{
    return readAll(path("phases-done")).toInt();
}

Result<void> Story::rememberPhase(int done) const
{
    return writeAll(path("phases-done"), QString::number(done));
}

Result<StoryTablet *> Story::tablet(const std::string &user)
{
    auto &slot = m_tablets[user];
    if (!slot) {
        auto opened =
            StoryTablet::open(path("tablets/" + QString::fromStdString(user)), user, *m_clock);
        if (!opened)
            return opened.error();
        slot = std::move(opened).value();
        if (auto enrolled = slot->enrol(*m_server); !enrolled)
            return enrolled.error();
    }
    return slot.get();
}

Result<void> Story::everyOfficer(const std::function<Result<void>(StoryTablet &)> &act)
{
    for (const std::string &user : kOfficers) {
        const auto one = tablet(user);
        if (!one)
            return one.error();
        progress(QString::fromStdString((*one)->store().actingUser()->name), m_step, m_steps);
        if (auto done = act(**one); !done)
            return {done.error().code, user + ": " + done.error().detail};
    }
    return {};
}

Result<void> Story::everyPrincipal(const std::function<Result<void>(StoryTablet &)> &act)
{
    // Principals of the schools that the officers visited, as the bureau's own tablet knows them.
    const auto admin = tablet(kAdmin);
    if (!admin)
        return admin.error();
    store::HazardQuery query;
    query.page.limit = 10'000;
    const auto hazards = (*admin)->store().hazards(query);
    if (!hazards)
        return hazards.error();
    std::set<std::string> schools;
    for (const store::HazardRow &row : *hazards)
        schools.insert(row.school);
    for (const std::string &school : schools) {
        // Principals stand in the register in the order of their schools: S001 is led by U021 …
        const auto record = (*admin)->store().school(school);
        std::string principal;
        for (int i = 21; i <= 78 && record; ++i) {
            const std::string id = "U0" + std::to_string(i);
            const auto user = (*admin)->store().user(id);
            if (user && user->role == domain::Role::Principal && user->school == school)
                principal = id;
        }
        if (principal.empty())
            continue;
        const auto one = tablet(principal);
        if (!one)
            return one.error();
        progress(QString::fromStdString(record->name), m_step, m_steps);
        if (auto done = act(**one); !done)
            return {done.error().code, principal + ": " + done.error().detail};
    }
    return {};
}

Result<void> Story::inspectTownships(StoryTablet &one)
{
    const auto schools = one.store().schools({});
    if (!schools)
        return schools.error();
    std::vector<std::string> ids;
    for (const store::SchoolRow &row : *schools)
        ids.push_back(row.id);
    std::sort(ids.begin(), ids.end());
    ids.resize(std::min(ids.size(), kSchoolsEach));
    const std::map<domain::AssetKind, std::string> checklistOf{
        {domain::AssetKind::Bus, "school-bus"},
        {domain::AssetKind::Canteen, "canteen"},
        {domain::AssetKind::Building, "building"},
        {domain::AssetKind::FloodPoint, "flood"}};
    std::vector<InspectionTask> tasks;
    const auto add = [&](const domain::Asset &asset) {
        // The flood checklist is about the school; its flood points are items of it.
        const auto kind = checklistOf.find(asset.kind);
        if (kind != checklistOf.end())
            tasks.push_back({asset.school, kind->second,
                             asset.kind == domain::AssetKind::FloodPoint ? "" : asset.id});
    };
    for (const std::string &school : ids) { // one asset of each kind
        std::set<domain::AssetKind> seen;
        std::vector<domain::Asset> assets = one.store().assetsOf(school);
        std::sort(assets.begin(), assets.end(),
                  [](const auto &a, const auto &b) { return a.id < b.id; });
        for (const domain::Asset &asset : assets) {
            if (seen.insert(asset.kind).second)
                add(asset);
        }
    }
    for (const char *id : kKnownTroubles) {
        if (const auto asset = one.store().asset(id))
            add(*asset);
    }
    std::set<std::string> visited;
    for (const InspectionTask &task : tasks) {
        if (auto done = inspect(one, task); !done)
            return done;
        visited.insert(task.school);
    }
    for (const std::string &school : visited) {
        if (auto issued = issueNotice(one, school); !issued)
            return issued;
    }
    return {};
}

Result<void> Story::synchroniseEverybody()
{
    for (auto &[user, one] : m_tablets) {
        if (user == kSilentOfficer)
            continue;
        if (auto done = one->synchronise(*m_server); !done)
            return {done.error().code, user + ": " + done.error().detail};
    }
    return {};
}

std::vector<Story::Phase> Story::phases()
{
    const auto sync = [](StoryTablet &t, ServerProcess &server) { return t.synchronise(server); };
    const auto officersSync = [this, sync] {
        return everyOfficer([this, sync](StoryTablet &t) { return sync(t, *m_server); });
    };
    const auto adminDoes =
        [this, sync](const std::function<Result<void>(StoryTablet &)> &act) -> Result<void> {
        const auto admin = tablet(kAdmin);
        if (!admin)
            return admin.error();
        if (auto done = sync(**admin, *m_server); !done)
            return done;
        if (auto done = act(**admin); !done)
            return done;
        return sync(**admin, *m_server);
    };
    const auto principalsDo = [this, sync](const std::function<Result<void>(StoryTablet &)> &act) {
        return everyPrincipal([this, sync, act](StoryTablet &t) -> Result<void> {
            if (auto done = sync(t, *m_server); !done)
                return done;
            if (auto done = act(t); !done)
                return done;
            return sync(t, *m_server);
        });
    };
    const auto officersDo = [this, sync](const std::function<Result<void>(StoryTablet &)> &act) {
        return everyOfficer([this, sync, act](StoryTablet &t) -> Result<void> {
            if (auto done = sync(t, *m_server); !done)
                return done;
            if (auto done = act(t); !done)
                return done;
            return sync(t, *m_server);
        });
    };
    return {
        {"officers enrol their tablets and take the registers 督查员平板注册、下载台账", 0, 8,
         [this, officersSync]() -> Result<void> {
             if (auto done = officersSync(); !done)
                 return done;
             const auto silent = tablet(kSilentOfficer);
             return silent ? (*silent)->synchronise(*m_server) : Result<void>(silent.error());
         }},
        {"inspections without network 离线检查：校车、食堂、校舍、防汛", 1, 9,
         [this] { return everyOfficer([this](StoryTablet &t) { return inspectTownships(t); }); }},
        {"one tablet stays silent 一台平板始终未上报", 1, 16,
         [this]() -> Result<void> {
             const auto silent = tablet(kSilentOfficer);
             return silent ? inspectTownships(**silent) : Result<void>(silent.error());
         }},
        {"everything is sent 同步上报", 1, 18, officersSync},
        {"the bureau decides the levels and orders the major ones 教育局核定等级、交办重大隐患", 2,
         9,
         [adminDoes] {
             return adminDoes([](StoryTablet &t) -> Result<void> {
                 if (auto done = decideLevels(t); !done)
                     return done;
                 return orderMajors(t);
             });
         }},
        {"principals sign for the notices, some ask for time 校长签收；部分申请延期", 2, 14,
         [this, principalsDo] {
             return principalsDo([this](StoryTablet &t) -> Result<void> {
                 if (auto done = signForNotices(t); !done)
                     return done;
                 return askForTime(t, m_first + 60);
             });
         }},
        {"the bureau grants extensions; one record was no hazard 教育局批准延期；作废一处", 3, 9,
         [adminDoes] {
             return adminDoes([](StoryTablet &t) -> Result<void> {
                 if (auto done = grantTime(t); !done)
                     return done;
                 return voidOne(t, "S001");
             });
         }},
        {"principals confirm what was rectified, with after-photos 校长确认整改完成", 4, 10,
         [principalsDo] {
             return principalsDo([](StoryTablet &t) { return confirmRectified(t, 70); });
         }},
        {"officers review on site: some are returned 现场复查、部分退回", 6, 9,
         [officersDo] { return officersDo([](StoryTablet &t) { return review(t, true); }); }},
        {"rectified again 再次整改并确认", 8, 9,
         [principalsDo] {
             return principalsDo([](StoryTablet &t) { return confirmRectified(t, 85); });
         }},
        {"reviewed again and crossed off 再次复查、销号", 10, 9,
         [officersDo] { return officersDo([](StoryTablet &t) { return review(t, false); }); }},
        {"one hazard comes back 一处隐患反弹，重新打开", 20, 9,
         [this]() -> Result<void> {
             const auto one = tablet(kOfficers.front());
             if (!one)
                 return one.error();
             if (auto done = (*one)->synchronise(*m_server); !done)
                 return done;
             return reopenOne(**one);
         }},
        {"late rectifications wait for review 逾期整改确认，等待复查", 26, 9,
         [principalsDo] {
             return principalsDo([](StoryTablet &t) { return confirmRectified(t, 93); });
         }},
        {"last synchronisation 期末同步", 27, 9, [this] { return synchroniseEverybody(); }},
    };
}

Result<void> Story::printSilent()
{
    const auto silent = tablet(kSilentOfficer);
    if (!silent)
        return silent.error();
    const store::SyncOverview left = (*silent)->store().syncOverview();
    const QString name = QString::fromStdString((*silent)->store().actingUser()->name);
    QTextStream(stdout)
        << QString("\n%1的平板最后一次同步后仍有 %2 条记录、%3 张照片未上报，不在上述数字之内。\n"
                   "The tablet of %1 still holds %2 records and %3 photos; they are in none of "
                   "these figures.\n")
               .arg(name)
               .arg(left.unsentEvents)
               .arg(left.unsentPhotos);
    return {};
}

Result<void> Story::tell()
{
    const QString from = QString::fromStdString(m_first.iso());
    const QString to = QString::fromStdString((m_first + (kDays - 1)).iso());
    if (!QDir().mkpath(path("out")))
        return {ErrorCode::StorageFailed, "cannot create " + path("out").toStdString()};
    const QStringList period{"--from", from, "--to", to};
    const auto text = m_server->run("figures", period);
    if (!text)
        return text.error();
    const auto json = m_server->run("figures", period + QStringList{"--json"});
    if (!json)
        return json.error();
    if (auto written = writeAll(path("out/figures.json"), *json); !written)
        return written;
    for (const char *file : {"out/ledger.xlsx", "out/ledger.csv"}) {
        if (auto made = m_server->run("ledger", period + QStringList{"--out", path(file)}); !made)
            return made.error();
    }
    const auto verified = m_server->run("verify", {});
    if (!verified)
        return verified.error();
    QTextStream out(stdout);
    out << "\n" << *text << "\n" << verified->trimmed() << "\n";
    out.flush();
    if (auto done = printSilent(); !done)
        return done;
    out << "\n台账 ledger:  " << path("out/ledger.xlsx") << "\n              "
        << path("out/ledger.csv") << "\n数字 figures: " << path("out/figures.json")
        << "\n服务器数据 server data: " << path("server") << "\n";
    return {};
}

Result<void> Story::play()
{
    if (auto begun = begin(); !begun)
        return begun;
    const std::vector<Phase> all = phases();
    m_steps = static_cast<int>(all.size());
    for (int i = phasesDone(); i < m_steps; ++i) {
        const Phase &phase = all[static_cast<std::size_t>(i)];
        m_step = i + 1;
        setClock(phase.day, phase.hour);
        progress(QString::fromStdString((m_first + phase.day).iso()) + "  " + phase.title, m_step,
                 m_steps);
        if (auto done = phase.act(); !done)
            return {done.error().code, phase.title.toStdString() + ": " + done.error().detail};
        if (auto remembered = rememberPhase(m_step); !remembered)
            return remembered;
    }
    return tell();
}

} // namespace campus::story
