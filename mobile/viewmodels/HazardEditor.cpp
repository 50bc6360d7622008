#include "viewmodels/HazardEditor.h"

#include <algorithm>

#include "domain/WorkCalendar.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

HazardEditor::HazardEditor(QObject *parent) : QObject(parent)
{
    Workplace &place = Workplace::instance();
    connect(&place, &Workplace::changed, this, [this](const store::Change &change) {
        if (change.forms)
            takeUpForm();
    });
    connect(&place, &Workplace::photosUnderWayChanged, this, &HazardEditor::busyChanged);
}

void HazardEditor::setInspectionId(const QString &id)
{
    if (id == m_inspection)
        return;
    m_inspection = id;
    Q_EMIT subjectChanged();
    load();
}

void HazardEditor::setItemId(const QString &id)
{
    if (id == m_item)
        return;
    m_item = id;
    Q_EMIT subjectChanged();
    load();
}

void HazardEditor::load()
{
    m_ready = false;
    m_act = {};
    m_signature = {};
    m_strokes.clear();
    m_signer.clear();
    if (m_inspection.isEmpty() || m_item.isEmpty() || !Workplace::instance().isOpen()) {
        Q_EMIT formChanged();
        return;
    }
    auto draft = Workplace::instance().work().resumeInspection(m_inspection.toStdString());
    if (!draft) {
        says(ErrorText::of(draft.error()));
        Q_EMIT formChanged();
        return;
    }
    m_draft = std::move(draft).value();
    const std::string item = m_item.toStdString();
    m_act = m_draft->proposeHazard(item);
    m_ruleLevel = m_act.level;
    m_signer = texts::qt(m_draft->school().principalName);
    if (const auto state = m_draft->item(item); state && state->settled()) {
        for (const store::DraftedHazard &drafted : m_draft->hazards()) {
            if (drafted.id == state->hazard && !state->stillOpen)
                m_act = drafted.act;
        }
        if (!m_act.signatures.empty()) {
            m_signer = texts::qt(m_act.signatures.front().name);
            m_signature = m_act.signatures.front().image;
            m_act.signatures.clear();
        }
    }
    if (m_act.place.empty())
        m_act.place = m_draft->asset() ? m_draft->asset()->name : m_draft->school().name;
    m_ready = true;
    says({});
    Q_EMIT busyChanged();
    Q_EMIT formChanged();
    takeUpForm();
}

store::Form HazardEditor::formKey() const
{
    return {m_inspection.toStdString(), m_item.toStdString()};
}

void HazardEditor::takeUpForm()
{
    if (!m_ready)
        return;
    const auto form = Workplace::instance().store().form(formKey());
    if (!form || !*form || **form == m_act)
        return;
    m_act = **form;
    if (!m_act.signatures.empty())
        m_signer = texts::qt(m_act.signatures.front().name);
    wipeSignature();
}

void HazardEditor::change(const Change &change)
{
    if (!m_ready)
        return;
    const auto whole = [&](domain::HazardAct &act) {
        change(act);
        act.signatures.clear();
        if (!m_signer.isEmpty())
            act.signatures.push_back({{}, m_signer.toStdString(), "school", {}, {}, 0});
    };
    auto kept = Workplace::instance().store().changeForm(formKey(), m_act, whole);
    if (kept) {
        m_act = std::move(kept).value();
        says({});
    } else {
        whole(m_act); // what was written stays on the screen at least
        says(ErrorText::of(kept.error()));
    }
    wipeSignature(); // it was bound to what was shown before
}

void HazardEditor::set(std::string domain::HazardAct::*field, const QString &text)
{
    const std::string value = firstCodePoints(text.toStdString(), limits::kNoteCharsMax);
    if (m_act.*field != value)
        change([&](domain::HazardAct &act) { act.*field = value; });
}

void HazardEditor::setFixedOnSpot(bool fixed)
{
    const auto kind =
        fixed ? domain::HazardActKind::FixOnSpot : domain::HazardActKind::Register;
    if (m_act.kind != kind && (!fixed || canFixOnSpot()))
        change([&](domain::HazardAct &act) { act.kind = kind; });
}

bool HazardEditor::isBusy() const
{
    return Workplace::instance().isPhotoUnderWay(m_inspection);
}

QString HazardEditor::categoryText() const
{
    return texts::category(m_act.category);
}

QString HazardEditor::basisText() const
{
    return texts::qt(m_act.basis);
}

void HazardEditor::setLevel(int level)
{
    const auto wanted = level == static_cast<int>(domain::Level::Major) ? domain::Level::Major
                                                                        : domain::Level::General;
    if (wanted == m_act.level || (isLevelLocked() && wanted == domain::Level::General))
        return;
    change([&](domain::HazardAct &act) {
        act.level = wanted;
        if (wanted == domain::Level::Major)
            act.kind = domain::HazardActKind::Register;
    });
}

QString HazardEditor::place() const
{
    return texts::qt(m_act.place);
}

void HazardEditor::setPlace(const QString &text)
{
    set(&domain::HazardAct::place, text);
}

QString HazardEditor::description() const
{
    return texts::qt(m_act.description);
}

void HazardEditor::setDescription(const QString &text)
{
    set(&domain::HazardAct::description, text);
}

QString HazardEditor::measure() const
{
    return texts::qt(m_act.measure);
}

void HazardEditor::setMeasure(const QString &text)
{
    set(&domain::HazardAct::measure, text);
}

QString HazardEditor::interim() const
{
    return texts::qt(m_act.interim);
}

void HazardEditor::setInterim(const QString &text)
{
    set(&domain::HazardAct::interim, text);
}

void HazardEditor::setDays(int days)
{
    const int wanted = std::clamp(days, 0, 365);
    if (m_act.days == wanted)
        return;
    change([&](domain::HazardAct &act) { act.days = wanted; });
}

QString HazardEditor::dueText() const
{
    return m_ready ? texts::day(domain::dueAfter(Workplace::instance().today(), days()))
                   : QString();
}

void HazardEditor::setAffectedCount(int count)
{
    const auto wanted = static_cast<std::uint32_t>(std::max(count, 0));
    if (m_act.affectedCount == wanted)
        return;
    change([&](domain::HazardAct &act) { act.affectedCount = wanted; });
}

QStringList HazardEditor::urls(const std::vector<domain::Photo> &photos)
{
    QStringList list;
    for (const domain::Photo &photo : photos)
        list.append(Workplace::instance().photoUrl(photo, 480));
    return list;
}

QString HazardEditor::proofText() const
{
    return texts::of(m_act.failAction);
}

void HazardEditor::setSignerName(const QString &name)
{
    if (name == m_signer)
        return;
    m_signer = name;
    change([](domain::HazardAct &) {});
}

std::vector<domain::Photo> *HazardEditor::photosOf(domain::HazardAct &act, const QString &kind)
{
    return kind == "before"  ? &act.before
           : kind == "after" ? &act.after
           : kind == "proof" ? &act.failActionProof
                             : nullptr;
}

void HazardEditor::addPhoto(const QString &kind, const QUrl &url)
{
    if (!m_ready || photosOf(m_act, kind) == nullptr)
        return;
    fieldwork::PhotoFacts facts;
    facts.place = m_act.place;
    store::TabletStore &store = Workplace::instance().store();
    Workplace::instance().takePhotoInto(
        m_inspection, url, facts,
        [&store, key = formKey(), first = m_act, kind](const domain::Photo &photo) -> Result<void> {
            const auto kept = store.changeForm(
                key, first, [&](domain::HazardAct &act) { photosOf(act, kind)->push_back(photo); });
            return kept ? Result<void>() : Result<void>(kept.error());
        },
        this,
        [this](const Result<void> &added) {
            says(added ? QString() : ErrorText::of(added.error()));
            takeUpForm();
        });
}

bool HazardEditor::removePhoto(const QString &kind, int index)
{
    const std::vector<domain::Photo> *photos = photosOf(m_act, kind);
    if (photos == nullptr || index < 0 || index >= static_cast<int>(photos->size()))
        return false;
    const domain::Photo gone = (*photos)[static_cast<std::size_t>(index)];
    change([&](domain::HazardAct &act) { std::erase(*photosOf(act, kind), gone); });
    return true;
}

Digest HazardEditor::contentHash() const
{
    std::string text = m_act.place + '\n' + m_act.description + '\n' + m_act.measure + '\n' +
                       m_signer.toStdString();
    for (const auto *photos : {&m_act.before, &m_act.after}) {
        for (const domain::Photo &photo : *photos)
            text += '\n' + photo.original.hex();
    }
    return sha256(text);
}

void HazardEditor::sign(const QVariantList &strokes, qreal width, qreal height)
{
    m_signature = {};
    m_strokes = strokes;
    m_padSize = {width, height};
    says({});
    Q_EMIT formChanged();
}

void HazardEditor::wipeSignature()
{
    m_signature = {};
    m_strokes.clear();
    Q_EMIT formChanged();
}

bool HazardEditor::keep(domain::HazardAct act)
{
    if (!m_ready)
        return false;
    if (isBusy())
        return says(tr("A photo is still being saved. Please try again in a moment."));
    // One place for all pictures of a hazard: before and after must show the same spot.
    for (auto *photos : {&act.before, &act.after, &act.failActionProof}) {
        for (domain::Photo &photo : *photos)
            photo.place = act.place;
    }
    const auto outcome = m_draft->draftHazard(std::move(act));
    if (!outcome)
        return says(ErrorText::of(outcome.error()));
    if (!outcome->saved())
        return says(ErrorText::of(*outcome));
    says({});
    Q_EMIT saved();
    return true;
}

bool HazardEditor::saveHazard()
{
    domain::HazardAct act = m_act;
    act.kind = domain::HazardActKind::Register;
    act.after.clear();
    act.signatures.clear();
    return keep(std::move(act));
}

bool HazardEditor::saveFixedOnSpot()
{
    domain::HazardAct act = m_act;
    act.kind = domain::HazardActKind::FixOnSpot;
    act.signatures.clear();
    if (!m_strokes.isEmpty()) {
        const auto image = Workplace::instance().takeSignature(m_strokes, m_padSize.width(),
                                                               m_padSize.height());
        if (!image)
            return says(ErrorText::of(image.error()));
        m_signature = *image;
        m_strokes.clear();
    }
    if (hasSignature()) {
        domain::HandSignature signature;
        signature.name = m_signer.trimmed().toStdString();
        signature.role = "school";
        signature.image = m_signature;
        signature.contentHash = contentHash();
        signature.signedAt = Workplace::instance().clock().wall();
        act.signatures = {signature};
    }
    return keep(std::move(act));
}

bool HazardEditor::remove()
{
    if (!m_ready)
        return false;
    const auto state = m_draft->item(m_item.toStdString());
    if (!state || !state->settled())
        return false;
    if (auto dropped = Workplace::instance().store().dropForm(formKey()); !dropped)
        return says(ErrorText::of(dropped.error()));
    if (auto dropped = m_draft->dropHazard(state->hazard); !dropped)
        return says(ErrorText::of(dropped.error()));
    load();
    return true;
}

bool HazardEditor::says(const QString &text)
{
    if (m_errorText != text) {
        m_errorText = text;
        Q_EMIT errorTextChanged();
    }
    return text.isEmpty();
}

} // namespace campus::viewmodels
