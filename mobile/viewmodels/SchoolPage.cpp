#include "viewmodels/SchoolPage.h"

#include <algorithm>

#include "fieldwork/InspectionDraft.h"
#include "viewmodels/NoticeWords.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

namespace {

std::string townshipOf(const store::TabletStore &store, const std::string &id)
{
    for (const domain::Township &township : store.townships()) {
        if (township.id == id)
            return township.name;
    }
    return {};
}

Result<SchoolPage::Facts> factsOf(const store::TabletStore &store, const std::string &id)
{
    const auto school = store.school(id);
    if (!school)
        return {ErrorCode::NotFound, "school " + id};
    store::HazardQuery query;
    query.school = id;
    query.openOnly = true;
    query.page.limit = 10'000; // more than any school has open
    const auto hazards = store.hazards(query);
    if (!hazards)
        return hazards.error();
    const auto count = [&](auto is) {
        return static_cast<int>(std::count_if(hazards->begin(), hazards->end(), is));
    };
    return SchoolPage::Facts{
        *school, townshipOf(store, school->township), count([](const auto &) { return true; }),
        count([](const store::HazardRow &row) { return row.overdue; }),
        count([&](const store::HazardRow &row) {
            return row.state == domain::HazardState::Registered && words::mayOrder(store, row);
        })};
}

} // namespace

SchoolPage::SchoolPage(QObject *parent) : QObject(parent)
{
    Workplace &workplace = Workplace::instance();
    connect(&workplace, &Workplace::changed, this, [this](const store::Change &change) {
        const bool mine = std::any_of(
            change.objects.begin(), change.objects.end(), [](const store::ObjectRef &object) {
                using K = domain::ObjectKind;
                return object.kind == K::School || object.kind == K::Hazard ||
                       object.kind == K::Township;
            });
        if (mine || change.everything || change.people)
            ask();
    });
    connect(&workplace, &Workplace::dayChanged, this, &SchoolPage::ask);
    connect(&workplace, &Workplace::languageChanged, this, &SchoolPage::changed);
}

void SchoolPage::setSchoolId(const QString &schoolId)
{
    if (schoolId == m_schoolId)
        return;
    m_schoolId = schoolId;
    m_facts = {};
    m_assets.setSchoolId(schoolId);
    m_hazards.setSchoolId(schoolId);
    m_checklists.setSchoolId(schoolId);
    m_drafts.setSchoolId(schoolId);
    Q_EMIT schoolIdChanged();
    Q_EMIT changed();
    ask();
}

QString SchoolPage::typeText() const
{
    return texts::schoolType(m_facts.school.type);
}

QString SchoolPage::ownershipText() const
{
    return texts::ownership(m_facts.school.ownership);
}

QString SchoolPage::statusText() const
{
    return texts::schoolStatus(m_facts.school.status);
}

void SchoolPage::ask()
{
    if (m_schoolId.isEmpty())
        return;
    const std::string id = m_schoolId.toStdString();
    Workplace::instance().ask<Result<Facts>>(
        this, [&store = Workplace::instance().store(), id] { return factsOf(store, id); },
        [this, id](Result<Facts> facts) {
            if (m_schoolId.toStdString() != id)
                return;
            setErrorText(facts ? QString() : ErrorText::of(facts.error()));
            if (!facts || *facts == m_facts)
                return;
            m_facts = std::move(*facts);
            Q_EMIT changed();
        });
}

void SchoolPage::setErrorText(const QString &text)
{
    if (text == m_errorText)
        return;
    m_errorText = text;
    Q_EMIT errorTextChanged();
}

QString SchoolPage::start(const QString &checklistId, const QStringList &assetIds)
{
    setErrorText({});
    const std::string team = Workplace::instance().ids().next();
    const QStringList assets = assetIds.isEmpty() ? QStringList{QString()} : assetIds;
    QString first;
    for (const QString &asset : assets) {
        const QString draft = startOne(checklistId.toStdString(), asset.toStdString(), team);
        if (draft.isEmpty())
            return first;
        if (first.isEmpty())
            first = draft;
    }
    return first;
}

QString SchoolPage::startOne(const std::string &checklist, const std::string &asset,
                             const std::string &team)
{
    Workplace &workplace = Workplace::instance();
    if (const auto drafts = workplace.store().drafts(m_schoolId.toStdString())) {
        for (const store::DraftRow &draft : *drafts) {
            if (draft.kind == store::DraftKind::Inspection && draft.checklist == checklist &&
                draft.asset == asset)
                return QString::fromStdString(draft.id);
        }
    }
    fieldwork::InspectionStart start;
    start.school = m_schoolId.toStdString();
    start.checklist = checklist;
    start.asset = asset;
    start.team = team;
    const auto person = workplace.store().actingUser();
    if (person && person->role == domain::Role::SchoolSafety)
        start.type = "self";
    const auto draft = workplace.work().startInspection(start);
    if (!draft) {
        setErrorText(ErrorText::of(draft.error()));
        return {};
    }
    return QString::fromStdString((*draft)->id());
}

} // namespace campus::viewmodels
