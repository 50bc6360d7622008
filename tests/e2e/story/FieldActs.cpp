#include "e2e/story/FieldActs.h"

#include <algorithm>

#include "fieldwork/NoticeDraft.h"

namespace campus::story {

namespace {

using domain::HazardState;
using fieldwork::ActOutcome;
using fieldwork::FieldWork;

Result<void> mustSave(const Result<ActOutcome> &outcome, const std::string &doing)
{
    if (!outcome)
        return outcome.error();
    if (outcome->refusal != domain::Refusal::None) {
        return {ErrorCode::Conflict,
                doing + " was refused: " + std::string(domain::nameOf(outcome->refusal))};
    }
    if (!outcome->missing.empty())
        return {ErrorCode::Conflict,
                doing + " lacks an answer to " + outcome->missing.front().item};
    return {};
}

std::vector<store::HazardRow> hazardsIn(StoryTablet &tablet, std::vector<HazardState> states,
                                        const std::string &school = {})
{
    store::HazardQuery query;
    query.states = std::move(states);
    query.school = school;
    query.page.limit = 5000;
    auto rows = tablet.store().hazards(query);
    return rows ? *rows : std::vector<store::HazardRow>{};
}

std::string placeOf(const domain::Hazard &hazard)
{
    return hazard.found.before.empty() ? hazard.found.place : hazard.found.before.front().place;
}

QString pictureKind(StoryTablet &tablet, const domain::Hazard &hazard)
{
    const auto asset =
        hazard.found.asset.empty() ? std::nullopt : tablet.store().asset(hazard.found.asset);
    return asset ? QString::fromUtf8(domain::nameOf(asset->kind)) : QString("school");
}

QString caption(const domain::Hazard &hazard)
{
    return QString::fromStdString(hazard.found.place + " " + hazard.found.item);
}

} // namespace

std::uint32_t choose(const std::string &words, std::uint32_t choices)
{
    const Digest digest = sha256(words);
    const std::uint32_t number = static_cast<std::uint32_t>(digest.bytes[0]) << 16 |
                                 static_cast<std::uint32_t>(digest.bytes[1]) << 8 | digest.bytes[2];
    return number % choices;
}

std::string subjectOf(const domain::Hazard &hazard)
{
    return hazard.school + "|" + hazard.found.asset + "|" + hazard.found.item;
}

Result<void> issueNotice(StoryTablet &tablet, const std::string &school)
{
    const auto waiting = hazardsIn(tablet, {HazardState::Registered}, school);
    if (std::none_of(waiting.begin(), waiting.end(), [](const auto &row) {
            return row.level == domain::Level::General && row.notice.empty();
        }))
        return {};
    std::unique_ptr<fieldwork::NoticeDraft> draft;
    const auto drafts = tablet.store().drafts(school);
    if (!drafts)
        return drafts.error();
    for (const store::DraftRow &row : *drafts) {
        if (row.kind != store::DraftKind::Notice)
            continue;
        auto resumed = tablet.work().resumeNotice(row.id);
        if (!resumed)
            return resumed.error();
        draft = std::move(resumed).value();
    }
    if (!draft) {
        auto begun = tablet.work().startNotice({school, {}, {}, {}});
        if (!begun)
            return begun.error();
        draft = std::move(begun).value();
    }
    const std::vector<domain::NoticeLine> lines = draft->notice().issued.lines;
    for (const domain::NoticeLine &line : lines) {
        fieldwork::LineForm form{line.measure, line.interim, line.responsible, line.days};
        if (form.measure.empty())
            form.measure = "按要求整改到位";
        form.responsible = draft->school().principalName;
        if (auto set = draft->setLine(line.hazard, form); !set)
            return set;
    }
    const auto officer = tablet.store().actingUser();
    if (!officer)
        return {ErrorCode::Unauthenticated, "nobody is signed in"};
    const std::string witness = draft->school().principalName;
    for (const auto &[role, name] :
         {std::pair<std::string, std::string>{"inspector", officer->name}, {"school", witness}}) {
        const auto image = tablet.penStroke(QString::fromStdString(name));
        if (!image)
            return image.error();
        if (auto done = draft->sign(role, name, *image); !done)
            return done;
    }
    return mustSave(draft->issue(), "issuing a notice at " + school);
}

Result<void> signForNotices(StoryTablet &tablet)
{
    store::NoticeQuery query;
    query.unreceiptedOnly = true;
    const auto notices = tablet.store().notices(query);
    if (!notices)
        return notices.error();
    const auto person = tablet.store().actingUser();
    for (const store::NoticeRow &row : *notices) {
        if (row.cancelledOn)
            continue;
        const auto hash = tablet.work().noticeContentHash(row.id);
        const auto image = tablet.penStroke(QString::fromStdString(person ? person->name : ""));
        if (!hash || !image)
            return !hash ? hash.error() : image.error();
        const auto signature = tablet.work().signatureBy("school", *image, *hash);
        if (!signature)
            return signature.error();
        if (auto done = mustSave(tablet.work().signFor(row.id, *signature), "signing for a notice");
            !done)
            return done;
    }
    return {};
}

Result<void> confirmRectified(StoryTablet &tablet, std::uint32_t percent)
{
    for (const store::HazardRow &row :
         hazardsIn(tablet, {HazardState::Assigned, HazardState::Rectifying})) {
        const auto hazard = tablet.store().hazard(row.id);
        if (!hazard || hazard->isMajor() || hazard->extensionAskedUntil ||
            hazard->round().extendedUntil ||
            choose(subjectOf(*hazard) + "|confirm", 100) >= percent)
            continue;
        const auto photo = tablet.photograph(pictureKind(tablet, *hazard), caption(*hazard),
                                             Scene::After, placeOf(*hazard));
        if (!photo)
            return photo.error();
        fieldwork::RectificationForm form;
        form.done = hazard->returns > 0 ? "按复查意见重新整改完毕" : "已按通知书要求整改完毕";
        form.doneOn = tablet.store().today();
        form.after = {*photo};
        form.moneyCents = 100 * static_cast<std::int64_t>(choose(subjectOf(*hazard), 4000));
        if (auto done = mustSave(tablet.work().confirm(row.id, form), "confirming " + row.title);
            !done)
            return done;
    }
    return {};
}

Result<void> review(StoryTablet &tablet, bool mayReturn)
{
    const auto rows = tablet.store().reviewList();
    if (!rows)
        return rows.error();
    for (const store::HazardRow &row : *rows) {
        const auto hazard = tablet.store().hazard(row.id);
        if (!hazard || hazard->isMajor())
            continue;
        const bool returns =
            mayReturn && hazard->returns == 0 && choose(subjectOf(*hazard) + "|return", 4) == 0;
        const auto photo =
            tablet.photograph(pictureKind(tablet, *hazard), caption(*hazard),
                              returns ? Scene::Before : Scene::After, placeOf(*hazard));
        if (!photo)
            return photo.error();
        fieldwork::ReviewForm form;
        form.photos = {*photo};
        form.text = returns ? "现场复查，问题仍未完全消除" : "现场复查合格";
        const auto outcome =
            returns ? tablet.work().returnBack(row.id, form) : tablet.work().pass(row.id, form);
        if (auto done = mustSave(outcome, "reviewing " + row.title); !done)
            return done;
    }
    return {};
}

Result<void> askForTime(StoryTablet &tablet, Day until)
{
    for (const store::HazardRow &row :
         hazardsIn(tablet, {HazardState::Assigned, HazardState::Rectifying})) {
        const auto hazard = tablet.store().hazard(row.id);
        if (!hazard || hazard->isMajor() || hazard->extensionAskedUntil ||
            hazard->round().extendedUntil || !row.due || *row.due < tablet.store().today() ||
            *row.due >= until || choose(subjectOf(*hazard) + "|time", 6) != 0)
            continue;
        fieldwork::ExtensionForm form;
        form.reason = domain::DelayReason::HolidayWorks;
        form.text = "需停课施工，安排在假期实施";
        form.interim = "设置围挡和警示标志，专人看护";
        form.until = until;
        if (auto done = mustSave(tablet.work().askExtension(row.id, form), "asking for time");
            !done)
            return done;
    }
    return {};
}

Result<void> reopenOne(StoryTablet &tablet)
{
    auto rows = hazardsIn(tablet, {HazardState::Closed});
    std::optional<domain::Hazard> chosen;
    for (const store::HazardRow &row : rows) {
        const auto hazard = tablet.store().hazard(row.id);
        if (hazard && !hazard->fixedOnSpot && (!chosen || subjectOf(*hazard) < subjectOf(*chosen)))
            chosen = hazard;
    }
    for (const store::HazardRow &row :
         hazardsIn(tablet, {HazardState::Rectifying, HazardState::Assigned})) {
        const auto hazard = tablet.store().hazard(row.id);
        if (hazard && hazard->reopenings > 0)
            return {}; // done before
    }
    if (!chosen)
        return {};
    const auto photo = tablet.photograph(pictureKind(tablet, *chosen), caption(*chosen),
                                         Scene::Before, placeOf(*chosen));
    if (!photo)
        return photo.error();
    fieldwork::ReopenForm form;
    form.reason = "回头看发现问题反弹";
    form.photos = {*photo};
    form.due = tablet.store().today() + 3;
    return mustSave(tablet.work().reopen(chosen->id, form), "reopening");
}

Result<void> decideLevels(StoryTablet &tablet)
{
    for (const store::HazardRow &row : hazardsIn(tablet, {HazardState::Registered})) {
        const auto hazard = tablet.store().hazard(row.id);
        if (!hazard || !hazard->awaitsLevel())
            continue;
        domain::HazardAct act;
        act.kind = domain::HazardActKind::ConfirmLevel;
        const bool major = hazard->category.rfind("BUS", 0) == 0;
        act.level = major ? domain::Level::Major : domain::Level::General;
        act.rule = major ? "符合重大事故隐患判定标准" : "未达到重大事故隐患判定标准";
        act.opinion = "专家现场核查意见：" + act.rule;
        if (auto done = mustSave(tablet.work().act(row.id, act), "confirming a level"); !done)
            return done;
    }
    return {};
}

Result<void> orderMajors(StoryTablet &tablet)
{
    for (const store::HazardRow &row : hazardsIn(tablet, {HazardState::Registered})) {
        const auto hazard = tablet.store().hazard(row.id);
        if (!hazard || hazard->awaitsLevel() || !row.notice.empty())
            continue;
        auto draft = tablet.work().startNotice({row.school, {}, {row.id}, {}});
        if (!draft)
            return draft.error();
        const domain::NoticeLine *line = (*draft)->line(row.id);
        if (line == nullptr)
            return {ErrorCode::Internal, "the hazard is not on its notice"};
        const bool major = hazard->isMajor();
        fieldwork::LineForm form{line->measure, line->interim, (*draft)->school().principalName,
                                 major ? 90 : std::max(line->days, 3)};
        form.measure = form.measure.empty() ? "制定治理方案并限期整改" : form.measure;
        form.interim = form.interim.empty() ? "停止使用，设置警戒" : form.interim;
        if (auto set = (*draft)->setLine(row.id, form); !set)
            return set;
        const auto image = tablet.penStroke(QString("校园安全科"));
        const auto officer = tablet.store().actingUser();
        if (!image || !officer)
            return {ErrorCode::Internal, "no signature"};
        if (auto done = (*draft)->sign("inspector", officer->name, *image); !done)
            return done;
        if (auto done = mustSave((*draft)->issue(), "ordering " + row.title); !done)
            return done;
    }
    return {};
}

Result<void> grantTime(StoryTablet &tablet)
{
    for (const store::HazardRow &row :
         hazardsIn(tablet, {HazardState::Assigned, HazardState::Rectifying})) {
        const auto hazard = tablet.store().hazard(row.id);
        if (!hazard || !hazard->extensionAskedUntil)
            continue;
        domain::HazardAct act;
        act.kind = domain::HazardActKind::GrantExtension;
        act.until = hazard->extensionAskedUntil;
        act.text = "同意延期，落实管控措施";
        if (auto done = mustSave(tablet.work().act(row.id, act), "granting time"); !done)
            return done;
    }
    return {};
}

Result<void> voidOne(StoryTablet &tablet, const std::string &school)
{
    if (!hazardsIn(tablet, {HazardState::Void}).empty())
        return {};
    std::optional<domain::Hazard> chosen;
    for (const store::HazardRow &row :
         hazardsIn(tablet, {HazardState::Assigned, HazardState::Rectifying}, school)) {
        const auto hazard = tablet.store().hazard(row.id);
        if (hazard && (!chosen || subjectOf(*hazard) < subjectOf(*chosen)))
            chosen = hazard;
    }
    if (!chosen)
        return {};
    domain::HazardAct act;
    act.kind = domain::HazardActKind::Void;
    act.reason = "录入错误，现场复核不构成隐患";
    return mustSave(tablet.work().act(chosen->id, act), "voiding");
}

} // namespace campus::story
