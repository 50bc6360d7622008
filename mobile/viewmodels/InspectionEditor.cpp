#include "viewmodels/InspectionEditor.h"

#include <QVariantMap>
#include <algorithm>

#include "viewmodels/Core.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/InspectionWords.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

using domain::Answer;
using fieldwork::InspectionDraft;
using fieldwork::ItemState;

InspectionEditor::InspectionEditor(QObject *parent) : QObject(parent), m_items(this)
{
    Workplace &place = Workplace::instance();
    // A hazard drafted on its own page changes the draft under this one.
    connect(&place, &Workplace::changed, this, [this](const store::Change &change) {
        if (m_draft && !m_leaving && change.drafts)
            load();
    });
    connect(&place, &Workplace::languageChanged, this, &InspectionEditor::show);
    connect(&place, &Workplace::photosUnderWayChanged, this, &InspectionEditor::busyChanged);
}

InspectionEditor::~InspectionEditor() = default;

void InspectionEditor::setInspectionId(const QString &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_leaving = false;
    m_undoGroup = 1;
    m_missing.clear();
    says({});
    Q_EMIT inspectionIdChanged();
    Q_EMIT missingChanged();
    load();
}

// Leaves what was said: a refusal stands until the next act, whatever changes meanwhile.
void InspectionEditor::load()
{
    if (m_id.isEmpty() || !Workplace::instance().isOpen()) {
        m_draft.reset();
        show();
        return;
    }
    auto draft = Workplace::instance().work().resumeInspection(m_id.toStdString());
    if (!draft) {
        m_draft.reset();
        report(draft.error());
    } else {
        m_draft = std::move(draft).value();
    }
    show();
}

void InspectionEditor::show()
{
    std::vector<ChecklistItemRow> rows;
    m_sections.clear();
    m_done = m_total = m_failed = m_warnings = 0;
    if (m_draft) {
        for (const ItemState &state : m_draft->items()) {
            rows.push_back(rowOf(state));
            m_warnings += state.applies && state.judgement.warning ? 1 : 0;
        }
        const fieldwork::InspectionTotals totals = m_draft->totals();
        m_done = static_cast<int>(totals.answered);
        m_total = static_cast<int>(totals.applicable);
        m_failed = static_cast<int>(totals.fail);
        for (const fieldwork::SectionProgress &section : m_draft->sections()) {
            m_sections.append(QVariantMap{{"code", texts::qt(section.code)},
                                          {"title", texts::both(section.text)},
                                          {"done", section.answered},
                                          {"total", section.applicable},
                                          {"failed", section.failed}});
        }
    }
    findNext();
    m_items.show(std::move(rows));
    Q_EMIT shownChanged();
}

// The next draft of the same run: the same school and checklist, begun together.
void InspectionEditor::findNext()
{
    m_next.clear();
    if (!m_draft)
        return;
    const auto drafts = Workplace::instance().store().drafts(m_draft->school().id);
    if (!drafts)
        return;
    for (const store::DraftRow &row : *drafts) {
        if (row.kind == store::DraftKind::Inspection && row.id != m_draft->id() &&
            row.checklist == m_draft->checklist().id()) {
            m_next = texts::qt(row.id);
            return;
        }
    }
}

ChecklistItemRow InspectionEditor::rowOf(const ItemState &state) const
{
    const domain::ChecklistItem &item = *state.item;
    ChecklistItemRow row;
    row.itemId = texts::qt(item.id);
    row.no = texts::qt(item.no);
    row.sectionCode = texts::qt(item.section);
    const auto &sections = m_draft->checklist().sections;
    const auto section = std::find_if(sections.begin(), sections.end(),
                                      [&](const auto &s) { return s.code == item.section; });
    row.sectionTitle = section == sections.end() ? QString() : texts::both(section->text);
    row.text = texts::both(item.text);
    row.basisText = texts::qt(m_draft->checklist().basisText(item));
    row.response = numberOf(item.response.type);
    row.unit = texts::qt(item.response.unit);
    row.limitText = words::limits(item, state.bounds);
    row.applicable = state.applies;
    row.restricted = item.restricted;
    row.openBefore = !state.openBefore.empty();
    for (const domain::ChoiceOption &option : item.response.options)
        row.choices.append(
            QVariantMap{{"value", texts::qt(option.value)}, {"text", texts::both(option.text)}});
    const domain::Judgement &judgement = state.judgement;
    row.outcome = numberOf(state.applies ? judgement.outcome : domain::Outcome::NotApplicable);
    row.outcomeText = texts::of(state.applies ? judgement.outcome : domain::Outcome::NotApplicable);
    const bool failed = state.applies && judgement.outcome == domain::Outcome::Fail;
    row.photoRequired = state.applies && judgement.needsPhoto && !state.settled() &&
                        (!state.answer || state.answer->photos.empty());
    row.warningText = state.applies && judgement.warning ? words::expiresSoon() : QString();
    if (failed) {
        row.failText = words::failure(judgement);
        row.level = numberOf(judgement.level);
        row.levelText = texts::of(judgement.level);
        row.days = judgement.days;
        row.failActionText = texts::of(judgement.action);
        row.fix = numberOf(!state.settled()    ? Core::ItemFix::None
                           : state.fixedOnSpot ? Core::ItemFix::FixedOnSpot
                           : state.stillOpen   ? Core::ItemFix::StillOpen
                                               : Core::ItemFix::Drafted);
    }
    if (state.answer)
        words::fill(row, *state.answer);
    for (const domain::Photo &photo :
         state.answer ? state.answer->photos : std::vector<domain::Photo>{})
        row.photos.append(Workplace::instance().photoUrl(photo, 480));
    return row;
}

QString InspectionEditor::title() const
{
    return m_draft ? texts::both(m_draft->checklist().title) : QString();
}

QString InspectionEditor::schoolName() const
{
    return m_draft ? texts::qt(m_draft->school().name) : QString();
}

QString InspectionEditor::assetName() const
{
    return m_draft && m_draft->asset() ? texts::qt(m_draft->asset()->name) : QString();
}

QString InspectionEditor::placeName() const
{
    return assetName().isEmpty() ? schoolName() : assetName();
}

bool InspectionEditor::says(const QString &text)
{
    if (m_errorText != text) {
        m_errorText = text;
        Q_EMIT errorTextChanged();
    }
    return text.isEmpty();
}

bool InspectionEditor::report(const Error &error)
{
    return says(ErrorText::of(error));
}

Answer InspectionEditor::answerFor(const QString &itemId) const
{
    Answer answer;
    if (m_draft) {
        if (auto state = m_draft->item(itemId.toStdString()); state && state->answer)
            answer = *state->answer;
    }
    answer.item = itemId.toStdString();
    answer.prefilled = false;
    return answer;
}

bool InspectionEditor::save(const Answer &answer, const QString &doing)
{
    if (!m_draft)
        return false;
    if (auto saved = m_draft->answer(answer); !saved)
        return report(saved.error());
    m_undoGroup = 1;
    m_undoText = doing;
    says({});
    show();
    return true;
}

bool InspectionEditor::pass(const QString &itemId)
{
    Answer answer = answerFor(itemId);
    answer.passed = true;
    answer.notApplicable = false;
    answer.reason.clear();
    return save(answer, tr("Marked as passed"));
}

bool InspectionEditor::fail(const QString &itemId)
{
    Answer answer = answerFor(itemId);
    answer.passed = false;
    answer.notApplicable = false;
    answer.reason.clear();
    return save(answer, tr("Marked as failed"));
}

bool InspectionEditor::notApplicable(const QString &itemId, const QString &reason)
{
    Answer answer;
    answer.item = itemId.toStdString();
    const Answer before = answerFor(itemId);
    answer.note = before.note;
    answer.photos = before.photos;
    answer.notApplicable = true;
    answer.reason = reason.trimmed().toStdString();
    return save(answer, tr("Marked as not applicable"));
}

bool InspectionEditor::setNumber(const QString &itemId, const QString &text)
{
    const QString digits = words::plainDigits(text);
    bool ok = false;
    const double value = digits.toDouble(&ok);
    if (!ok && !digits.isEmpty())
        return says(tr("“%1” is not a number.").arg(text));
    Answer answer = answerFor(itemId);
    answer.notApplicable = false;
    answer.number = ok ? std::optional(value) : std::nullopt;
    return save(answer, ok ? tr("Number entered") : tr("Number taken back"));
}

bool InspectionEditor::setDate(const QString &itemId, const QString &iso)
{
    const auto day = Day::parse(iso.toStdString());
    if (!day)
        return says(tr("“%1” is not a date.").arg(iso));
    Answer answer = answerFor(itemId);
    answer.notApplicable = false;
    answer.date = *day;
    return save(answer, tr("Date entered"));
}

bool InspectionEditor::setCount(const QString &itemId, const QString &count, const QString &total)
{
    Answer answer = answerFor(itemId);
    answer.notApplicable = false;
    const auto read = [](const QString &text, std::optional<std::int64_t> &number) {
        const QString digits = words::plainDigits(text);
        bool ok = false;
        const qlonglong value = digits.toLongLong(&ok);
        number = ok ? std::optional<std::int64_t>(value) : std::nullopt;
        return digits.isEmpty() || (ok && value >= 0);
    };
    if (!read(count, answer.count) || !read(total, answer.total))
        return says(tr("Both numbers must be whole and not negative."));
    return save(answer, tr("Count entered"));
}

bool InspectionEditor::setChoice(const QString &itemId, const QString &value)
{
    Answer answer = answerFor(itemId);
    answer.notApplicable = false;
    answer.choice = value.toStdString();
    return save(answer, tr("Choice made"));
}

bool InspectionEditor::stillOpen(const QString &itemId)
{
    const std::string item = itemId.toStdString();
    if (!m_draft)
        return false;
    const auto state = m_draft->item(item);
    if (!state || state->openBefore.empty())
        return false;
    const auto outcome = m_draft->stillOpen(
        item, state->openBefore, state->answer ? state->answer->photos : std::vector<domain::Photo>{});
    if (!outcome)
        return report(outcome.error());
    if (!outcome->saved())
        return says(ErrorText::of(*outcome));
    says({});
    show();
    return true;
}

bool InspectionEditor::setNote(const QString &itemId, const QString &text)
{
    Answer answer = answerFor(itemId);
    const std::string note = firstCodePoints(text.trimmed().toStdString(), limits::kNoteCharsMax);
    if (answer.note == note)
        return true;
    answer.note = note;
    return save(answer, tr("Note saved"));
}

void InspectionEditor::addPhoto(const QString &itemId, const QUrl &url)
{
    fieldwork::PhotoFacts facts;
    facts.place = placeName().toStdString();
    fieldwork::FieldWork work = Workplace::instance().work();
    Workplace::instance().takePhotoInto(
        m_id, url, facts,
        [work, draft = m_id.toStdString(),
         item = itemId.toStdString()](const domain::Photo &photo) mutable {
            return work.addPhoto(draft, item, photo);
        },
        this,
        [this, about = m_id](const Result<void> &added) {
            if (about != m_id)
                return;
            if (!added) {
                report(added.error());
                return;
            }
            m_undoGroup = 1;
            m_undoText = tr("Photo added");
            says({});
            load();
        });
}

bool InspectionEditor::isBusy() const
{
    return Workplace::instance().isPhotoUnderWay(m_id);
}

bool InspectionEditor::removePhoto(const QString &itemId, int index)
{
    Answer answer = answerFor(itemId);
    if (index < 0 || index >= static_cast<int>(answer.photos.size()))
        return false;
    answer.photos.erase(answer.photos.begin() + index);
    return save(answer, tr("Photo removed"));
}

bool InspectionEditor::clear(const QString &itemId)
{
    Answer answer;
    answer.item = itemId.toStdString();
    return save(answer, tr("Answer cleared"));
}

bool InspectionEditor::undo()
{
    if (!m_draft)
        return false;
    for (int i = 0; i < m_undoGroup; ++i) {
        const auto undone = m_draft->undo();
        if (!undone)
            return report(undone.error());
        if (!*undone)
            break;
    }
    m_undoGroup = 1;
    m_undoText.clear();
    says({});
    show();
    return true;
}

int InspectionEditor::nextOpen(int fromIndex) const
{
    const auto &rows = m_items.rows();
    const int count = static_cast<int>(rows.size());
    for (int step = 1; step <= count; ++step) {
        const int i = ((fromIndex + step) % count + count) % count;
        const ChecklistItemRow &row = rows[static_cast<std::size_t>(i)];
        if (row.applicable && row.outcome == numberOf(Core::Outcome::Open))
            return i;
    }
    return -1;
}

bool InspectionEditor::passSection(const QString &code)
{
    if (!m_draft)
        return false;
    int passed = 0;
    says({});
    for (const ItemState &state : m_draft->items()) {
        if (!state.applies || state.answer || texts::qt(state.item->section) != code ||
            state.item->response.type != domain::ResponseType::PassFailNa)
            continue;
        Answer answer;
        answer.item = state.item->id;
        answer.passed = true;
        if (auto saved = m_draft->answer(answer); !saved) {
            report(saved.error());
            break;
        }
        ++passed;
    }
    m_undoGroup = std::max(passed, 1);
    m_undoText = tr("%n item(s) marked as passed", nullptr, passed);
    show();
    return passed > 0;
}

bool InspectionEditor::complete(const QString &companionName)
{
    if (!m_draft)
        return false;
    if (isBusy())
        return says(tr("A photo is still being saved. Please try again in a moment."));
    if (auto set = m_draft->setCompanion(companionName.trimmed().toStdString()); !set)
        return report(set.error());
    m_leaving = true; // the draft ends with its commit: nothing to reload
    const auto outcome = m_draft->complete();
    if (!outcome || !outcome->saved()) {
        m_leaving = false;
        m_missing.clear();
        if (!outcome) {
            report(outcome.error());
        } else if (outcome->missing.empty()) {
            says(ErrorText::of(*outcome));
        } else {
            for (const domain::Missing &gap : outcome->missing) {
                const int row = m_items.indexOf(texts::qt(gap.item));
                const ChecklistItemRow *item =
                    row < 0 ? nullptr : &m_items.rows()[static_cast<std::size_t>(row)];
                m_missing.append(QVariantMap{{"itemId", texts::qt(gap.item)},
                                             {"no", item ? item->no : QString()},
                                             {"text", item ? item->text : QString()},
                                             {"whatText", texts::of(gap.what)}});
            }
            says(tr("%n item(s) are not finished yet.", nullptr,
                    static_cast<int>(m_missing.size())));
        }
        Q_EMIT missingChanged();
        return false;
    }
    Q_EMIT completed();
    return true;
}

bool InspectionEditor::discard()
{
    if (!m_draft)
        return false;
    m_leaving = true;
    if (auto done = m_draft->discard(); !done) {
        m_leaving = false;
        return report(done.error());
    }
    m_draft.reset();
    show();
    return true;
}

} // namespace campus::viewmodels
