#include "viewmodels/HazardPage.h"

#include <algorithm>

#include "viewmodels/Core.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/InspectionWords.h"
#include "viewmodels/NoticeWords.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

namespace {

QStringList urlsOf(const std::vector<domain::Photo> &photos)
{
    QStringList urls;
    for (const domain::Photo &photo : photos)
        urls.append(Workplace::instance().photoUrl(photo, 800));
    return urls;
}

QString shown(const std::string &text)
{
    return texts::qt(text);
}

} // namespace

HazardPage::HazardPage(QObject *parent) : QObject(parent), m_timeline(this)
{
    Workplace &place = Workplace::instance();
    connect(&place, &Workplace::changed, this, [this](const store::Change &change) {
        const bool touched =
            std::any_of(change.objects.begin(), change.objects.end(), [this](const auto &object) {
                return object.kind == domain::ObjectKind::Hazard && texts::qt(object.id) == m_id;
            });
        if (change.forms || change.people)
            takeUpForm();
        if (change.everything || change.people || change.outbox || change.blobs || touched)
            load();
    });
    connect(&place, &Workplace::dayChanged, this, &HazardPage::load);
    connect(&place, &Workplace::languageChanged, this, &HazardPage::load);
    connect(&place, &Workplace::photosArrived, this, &HazardPage::shownChanged);
    connect(&place, &Workplace::photosUnderWayChanged, this, &HazardPage::busyChanged);
}

void HazardPage::setHazardId(const QString &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_key = kNoAct;
    says({});
    takeUpForm();
    Q_EMIT hazardIdChanged();
    load();
}

void HazardPage::load()
{
    m_detail.reset();
    if (!m_id.isEmpty() && Workplace::instance().isOpen()) {
        auto detail = Workplace::instance().store().hazardDetail(m_id.toStdString());
        if (detail)
            m_detail = std::move(detail).value();
        if (!detail || m_unreadable)
            says(detail ? QString() : ErrorText::of(detail.error()));
        m_unreadable = !detail;
    }
    m_timeline.show(hazard() ? hazard()->timeline : std::vector<domain::TimelineEntry>{});
    Q_EMIT shownChanged();
}

QString HazardPage::number() const
{
    return hazard() ? texts::officialNumber(shown(hazard()->number)) : QString();
}

QString HazardPage::title() const
{
    return hazard() ? shown(firstCodePoints(hazard()->found.description, 60)) : QString();
}

QString HazardPage::schoolId() const
{
    return hazard() ? shown(hazard()->school) : QString();
}

QString HazardPage::schoolName() const
{
    return m_detail ? shown(m_detail->schoolName) : QString();
}

QString HazardPage::place() const
{
    return hazard() ? shown(hazard()->found.place) : QString();
}

QString HazardPage::description() const
{
    return hazard() ? shown(hazard()->found.description) : QString();
}

QString HazardPage::categoryText() const
{
    return hazard() ? texts::category(hazard()->category) : QString();
}

QString HazardPage::basisText() const
{
    return hazard() ? shown(hazard()->found.basis) : QString();
}

int HazardPage::level() const
{
    return hazard() ? numberOf(hazard()->confirmedLevel.value_or(hazard()->proposedLevel)) : 0;
}

QString HazardPage::levelText() const
{
    return hazard() ? texts::of(hazard()->confirmedLevel.value_or(hazard()->proposedLevel))
                    : QString();
}

bool HazardPage::awaitsLevel() const
{
    return hazard() && hazard()->awaitsLevel();
}

int HazardPage::state() const
{
    return hazard() ? numberOf(hazard()->state) : 0;
}

QString HazardPage::stateText() const
{
    return hazard() ? texts::of(hazard()->state) : QString();
}

QString HazardPage::dueText() const
{
    return hazard() && hazard()->isOpen()
               ? texts::due(hazard()->effectiveDue(), Workplace::instance().today())
               : QString();
}

bool HazardPage::isOverdue() const
{
    return m_detail && m_detail->overdue;
}

int HazardPage::dueDays() const
{
    const auto due = hazard() ? hazard()->effectiveDue() : std::nullopt;
    return due ? *due - Workplace::instance().today() : 0;
}

QString HazardPage::extendedText() const
{
    if (!hazard() || hazard()->rounds.empty())
        return {};
    if (hazard()->round().extendedUntil)
        return tr("Extended until %1").arg(texts::day(*hazard()->round().extendedUntil));
    return hazard()->extensionAskedUntil
               ? tr("Extension until %1 asked for").arg(texts::day(*hazard()->extensionAskedUntil))
               : QString();
}

QString HazardPage::measure() const
{
    return hazard() ? shown(hazard()->measure) : QString();
}

QString HazardPage::interim() const
{
    return hazard() ? shown(hazard()->interim) : QString();
}

QString HazardPage::responsible() const
{
    return hazard() ? shown(hazard()->responsible) : QString();
}

QString HazardPage::phone() const
{
    return hazard() ? shown(hazard()->phone) : QString();
}

QString HazardPage::doneText() const
{
    return hazard() ? shown(hazard()->done) : QString();
}

QString HazardPage::doneOnText() const
{
    return hazard() && hazard()->doneOn ? texts::day(*hazard()->doneOn) : QString();
}

QString HazardPage::doneOnIso() const
{
    return hazard() && hazard()->doneOn ? shown(hazard()->doneOn->iso()) : QString();
}

QString HazardPage::moneyText() const
{
    return hazard() && hazard()->moneyCents > 0 ? texts::yuan(hazard()->moneyCents) : QString();
}

QString HazardPage::reviewText() const
{
    if (!hazard() || !hazard()->reviewedOn)
        return {};
    const QString who = tr("%1, %2").arg(words::personName(hazard()->reviewedBy),
                                         texts::day(*hazard()->reviewedOn));
    return hazard()->reviewText.empty() ? who : who + "\n" + shown(hazard()->reviewText);
}

QString HazardPage::noticeId() const
{
    return hazard() && !hazard()->rounds.empty() ? shown(hazard()->round().notice) : QString();
}

QString HazardPage::noticeNumber() const
{
    const auto notice = noticeId().isEmpty()
                            ? std::nullopt
                            : Workplace::instance().store().notice(noticeId().toStdString());
    return notice ? words::noticeNumber(*notice) : QString();
}

QString HazardPage::finderName() const
{
    return hazard() ? words::personName(hazard()->finder) : QString();
}

QString HazardPage::foundText() const
{
    return hazard()
               ? tr("%1, %2").arg(texts::day(hazard()->foundOn), texts::of(hazard()->found.source))
               : QString();
}

int HazardPage::syncState() const
{
    return m_detail ? numberOf(m_detail->view.delivery) : 0;
}

QString HazardPage::syncStateText() const
{
    return m_detail ? texts::of(m_detail->view.delivery) : QString();
}

QStringList HazardPage::beforePhotos() const
{
    return hazard() ? urlsOf(hazard()->found.before) : QStringList();
}

QStringList HazardPage::afterPhotos() const
{
    return hazard() ? urlsOf(hazard()->after) : QStringList();
}

QVariantList HazardPage::acts() const
{
    QVariantList acts;
    for (const domain::HazardActKind act :
         m_detail ? m_detail->acts : std::vector<domain::HazardActKind>{})
        acts.append(numberOf(act));
    return acts;
}

QStringList HazardPage::pendingPhotos() const
{
    return m_form ? urlsOf(m_form->after) : QStringList();
}

// An after-photo must show what the before-photo shows (domain.md §10.2 (6)).
QString HazardPage::expectedPlace() const
{
    if (!hazard())
        return {};
    return shown(hazard()->found.before.empty() ? hazard()->found.place
                                                : hazard()->found.before.front().place);
}

QStringList HazardPage::delayReasons() const
{
    QStringList reasons;
    for (const domain::DelayReason reason : kReasons)
        reasons.append(texts::of(reason));
    return reasons;
}

bool HazardPage::says(const QString &text)
{
    if (m_errorText != text) {
        m_errorText = text;
        Q_EMIT errorTextChanged();
    }
    return text.isEmpty();
}

bool HazardPage::took(const Result<fieldwork::ActOutcome> &outcome)
{
    if (!outcome)
        return says(ErrorText::of(outcome.error()));
    if (!outcome->saved())
        return says(ErrorText::of(*outcome, outcome->by.empty() ? QString()
                                                                : words::personName(outcome->by)));
    m_key = kNoAct;
    takeUpForm();
    return says({});
}

bool HazardPage::receive(const QVariantList &strokes, qreal width, qreal height)
{
    if (!hazard())
        return false;
    Workplace &place = Workplace::instance();
    const auto image = place.takeSignature(strokes, width, height);
    if (!image)
        return says(ErrorText::of(image.error()));
    const auto hash = place.work().noticeContentHash(noticeId().toStdString());
    if (!hash)
        return says(ErrorText::of(hash.error()));
    const auto signature = place.work().signatureBy("school", *image, *hash);
    if (!signature)
        return says(ErrorText::of(signature.error()));
    return took(place.work().signFor(noticeId().toStdString(), *signature));
}

bool HazardPage::progress(const QString &text, const QString &interim)
{
    fieldwork::ProgressForm form;
    form.text = text.trimmed().toStdString();
    form.interim = interim.trimmed().toStdString();
    form.photos = photos();
    return took(written().progress(m_id.toStdString(), form));
}

std::optional<fieldwork::RectificationForm>
HazardPage::rectification(const QString &done, const QString &doneOnIso, const QString &money)
{
    fieldwork::RectificationForm form;
    form.done = done.trimmed().toStdString();
    form.after = photos();
    if (!doneOnIso.isEmpty()) {
        form.doneOn = Day::parse(doneOnIso.toStdString());
        if (!form.doneOn) {
            says(tr("“%1” is not a date.").arg(doneOnIso));
            return std::nullopt;
        }
    }
    if (!money.trimmed().isEmpty()) {
        form.moneyCents = texts::centsOf(words::plainDigits(money));
        if (!form.moneyCents) {
            says(tr("“%1” is not an amount in yuan.").arg(money));
            return std::nullopt;
        }
    }
    return form;
}

bool HazardPage::prepare(const QString &done, const QString &doneOnIso,
                         const QString &moneyYuanText)
{
    const auto form = rectification(done, doneOnIso, moneyYuanText);
    return form && took(written().prepare(m_id.toStdString(), *form));
}

bool HazardPage::confirm(const QString &done, const QString &doneOnIso,
                         const QString &moneyYuanText)
{
    const auto form = rectification(done, doneOnIso, moneyYuanText);
    return form && took(written().confirm(m_id.toStdString(), *form));
}

bool HazardPage::askExtension(int reasonIndex, const QString &untilIso, const QString &interim,
                              const QString &text)
{
    fieldwork::ExtensionForm form;
    if (reasonIndex >= 0 && reasonIndex < static_cast<int>(kReasons.size()))
        form.reason = kReasons[static_cast<std::size_t>(reasonIndex)];
    form.until = Day::parse(untilIso.toStdString());
    form.interim = interim.trimmed().toStdString();
    form.text = text.trimmed().toStdString();
    return took(written().askExtension(m_id.toStdString(), form));
}

bool HazardPage::pass(const QString &text, bool onSite)
{
    fieldwork::ReviewForm form;
    form.text = text.trimmed().toStdString();
    form.photos = photos();
    form.onSite = onSite;
    return took(written().pass(m_id.toStdString(), form));
}

bool HazardPage::returnBack(const QString &reason)
{
    fieldwork::ReviewForm form;
    form.text = reason.trimmed().toStdString();
    form.photos = photos();
    return took(written().returnBack(m_id.toStdString(), form));
}

bool HazardPage::reopen(const QString &reason, int days)
{
    fieldwork::ReopenForm form;
    form.reason = reason.trimmed().toStdString();
    form.photos = photos();
    form.due = Workplace::instance().today() + std::clamp(days, 0, 365);
    return took(written().reopen(m_id.toStdString(), form));
}

bool HazardPage::note(const QString &text)
{
    return took(written().note(m_id.toStdString(), text.trimmed().toStdString(),
                                                  photos()));
}

} // namespace campus::viewmodels
