#include "viewmodels/HazardEditor.h"

#include <algorithm>

#include "domain/WorkCalendar.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

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
    m_after.clear();
    m_signature = {};
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
            if (drafted.id == state->hazard)
                m_act = drafted.act;
        }
        m_after = m_act.after;
        m_act.after.clear();
        m_act.kind = domain::HazardActKind::Register;
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
    Q_EMIT formChanged();
}

void HazardEditor::changed()
{
    m_signature = {}; // it was bound to what was shown before
    Q_EMIT formChanged();
}

void HazardEditor::set(std::string &field, const QString &text)
{
    const std::string value = firstCodePoints(text.toStdString(), limits::kNoteCharsMax);
    if (field == value)
        return;
    field = value;
    changed();
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
    m_act.level = wanted;
    changed();
}

QString HazardEditor::place() const
{
    return texts::qt(m_act.place);
}

void HazardEditor::setPlace(const QString &text)
{
    set(m_act.place, text);
}

QString HazardEditor::description() const
{
    return texts::qt(m_act.description);
}

void HazardEditor::setDescription(const QString &text)
{
    set(m_act.description, text);
}

QString HazardEditor::measure() const
{
    return texts::qt(m_act.measure);
}

void HazardEditor::setMeasure(const QString &text)
{
    set(m_act.measure, text);
}

QString HazardEditor::interim() const
{
    return texts::qt(m_act.interim);
}

void HazardEditor::setInterim(const QString &text)
{
    set(m_act.interim, text);
}

void HazardEditor::setDays(int days)
{
    const int wanted = std::clamp(days, 0, 365);
    if (m_act.days == wanted)
        return;
    m_act.days = wanted;
    changed();
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
    m_act.affectedCount = wanted;
    changed();
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
    changed();
}

std::vector<domain::Photo> *HazardEditor::photosOf(const QString &kind)
{
    return kind == "before"  ? &m_act.before
           : kind == "after" ? &m_after
           : kind == "proof" ? &m_act.failActionProof
                             : nullptr;
}

void HazardEditor::addPhoto(const QString &kind, const QUrl &url)
{
    if (photosOf(kind) == nullptr)
        return;
    fieldwork::PhotoFacts facts;
    facts.place = m_act.place;
    Workplace::instance().takePhoto(url, facts, this, [this, kind](Result<domain::Photo> photo) {
        if (!photo) {
            says(ErrorText::of(photo.error()));
            return;
        }
        photosOf(kind)->push_back(*photo);
        says({});
        changed();
    });
}

bool HazardEditor::removePhoto(const QString &kind, int index)
{
    std::vector<domain::Photo> *photos = photosOf(kind);
    if (photos == nullptr || index < 0 || index >= static_cast<int>(photos->size()))
        return false;
    photos->erase(photos->begin() + index);
    changed();
    return true;
}

Digest HazardEditor::contentHash() const
{
    std::string text = m_act.place + '\n' + m_act.description + '\n' + m_act.measure + '\n' +
                       m_signer.toStdString();
    for (const auto *photos : {&m_act.before, &m_after}) {
        for (const domain::Photo &photo : *photos)
            text += '\n' + photo.original.hex();
    }
    return sha256(text);
}

bool HazardEditor::sign(const QVariantList &strokes, qreal width, qreal height)
{
    const auto image = Workplace::instance().takeSignature(strokes, width, height);
    if (!image)
        return says(ErrorText::of(image.error()));
    m_signature = *image;
    says({});
    Q_EMIT formChanged();
    return true;
}

bool HazardEditor::keep(domain::HazardAct act)
{
    if (!m_ready)
        return false;
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
    return keep(std::move(act));
}

bool HazardEditor::saveFixedOnSpot()
{
    domain::HazardAct act = m_act;
    act.kind = domain::HazardActKind::FixOnSpot;
    act.after = m_after;
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
