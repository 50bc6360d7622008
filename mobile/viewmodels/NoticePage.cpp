#include "viewmodels/NoticePage.h"

#include <algorithm>

#include "viewmodels/ErrorText.h"
#include "viewmodels/NoticeWords.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

NoticePage::NoticePage(QObject *parent) : QObject(parent), m_lines(this)
{
    Workplace &place = Workplace::instance();
    connect(&place, &Workplace::changed, this, [this](const store::Change &change) {
        const bool touched =
            std::any_of(change.objects.begin(), change.objects.end(), [this](const auto &object) {
                return object.kind == domain::ObjectKind::Notice && texts::qt(object.id) == m_id;
            });
        if (change.everything || change.people || touched)
            load();
    });
    connect(&place, &Workplace::languageChanged, this, &NoticePage::load);
    connect(&place, &Workplace::photosArrived, this, &NoticePage::shownChanged);
}

void NoticePage::setNoticeId(const QString &id)
{
    if (id == m_id)
        return;
    m_id = id;
    Q_EMIT noticeIdChanged();
    load();
}

void NoticePage::load()
{
    m_notice.reset();
    if (!m_id.isEmpty() && Workplace::instance().isOpen())
        m_notice = Workplace::instance().store().notice(m_id.toStdString());
    std::vector<NoticeLineRow> rows;
    if (m_notice) {
        int no = 0;
        for (const domain::NoticeLine &line : m_notice->issued.lines)
            rows.push_back(words::lineRow(line, ++no));
    } else if (!m_id.isEmpty()) {
        says(ErrorText::of(ErrorCode::NotFound));
    }
    m_lines.show(std::move(rows));
    Q_EMIT shownChanged();
}

bool NoticePage::says(const QString &text)
{
    if (m_errorText != text) {
        m_errorText = text;
        Q_EMIT errorTextChanged();
    }
    return text.isEmpty();
}

QString NoticePage::heading() const
{
    return words::noticeHeading();
}

QString NoticePage::numberText() const
{
    return m_notice ? words::noticeNumber(*m_notice) : QString();
}

QString NoticePage::schoolName() const
{
    const auto school =
        m_notice ? Workplace::instance().store().school(m_notice->school) : std::nullopt;
    return school ? texts::qt(school->name) : QString();
}

QString NoticePage::bureauName() const
{
    return m_notice ? texts::qt(Workplace::instance().store().bureau().name) : QString();
}

QString NoticePage::dateText() const
{
    return m_notice ? texts::day(m_notice->issued.on) : QString();
}

QString NoticePage::basisText() const
{
    return m_notice ? texts::qt(m_notice->issued.basisText) : QString();
}

QString NoticePage::requirementsText() const
{
    return m_notice ? texts::qt(m_notice->issued.requirements) : QString();
}

QString NoticePage::consequencesText() const
{
    return m_notice ? texts::qt(m_notice->issued.consequences) : QString();
}

QString NoticePage::inspectorsText() const
{
    return m_notice ? words::peopleNames(m_notice->issued.inspectors) : QString();
}

QString NoticePage::signature(const std::string &role) const
{
    for (const domain::HandSignature &one :
         m_notice ? m_notice->issued.signatures : std::vector<domain::HandSignature>{}) {
        if (one.role == role)
            return Workplace::instance().photoUrl(one.image);
    }
    return {};
}

QString NoticePage::schoolSignature() const
{
    return m_notice && m_notice->receipt ? Workplace::instance().photoUrl(m_notice->receipt->image)
                                         : signature("school");
}

QString NoticePage::receiptedText() const
{
    if (!m_notice || !m_notice->receiptedOn)
        return {};
    const QString name = m_notice->receipt ? texts::qt(m_notice->receipt->name) : QString();
    return tr("Signed for by %1 on %2").arg(name, texts::day(*m_notice->receiptedOn));
}

QString NoticePage::stateText() const
{
    if (!m_notice)
        return {};
    if (m_notice->cancelledOn)
        return tr("Cancelled on %1: %2")
            .arg(texts::day(*m_notice->cancelledOn), texts::qt(m_notice->cancelReason));
    return m_notice->receiptedOn ? tr("Signed for") : tr("Waiting to be signed for");
}

bool NoticePage::canSign() const
{
    if (!m_notice || m_notice->receiptedOn || m_notice->cancelledOn)
        return false;
    const auto user = Workplace::instance().store().actingUser();
    return user && user->school == m_notice->school &&
           (user->role == domain::Role::Principal || user->role == domain::Role::SchoolSafety);
}

bool NoticePage::signFor(const QVariantList &strokes, qreal width, qreal height)
{
    if (!canSign())
        return says(ErrorText::of(domain::Refusal::RoleNotAllowed));
    Workplace &place = Workplace::instance();
    const auto image = place.takeSignature(strokes, width, height);
    if (!image)
        return says(ErrorText::of(image.error()));
    const auto hash = place.work().noticeContentHash(m_notice->id);
    if (!hash)
        return says(ErrorText::of(hash.error()));
    const auto signature = place.work().signatureBy("school", *image, *hash);
    if (!signature)
        return says(ErrorText::of(signature.error()));
    const auto outcome = place.work().signFor(m_notice->id, *signature);
    if (!outcome)
        return says(ErrorText::of(outcome.error()));
    return says(outcome->saved() ? QString() : ErrorText::of(*outcome));
}

} // namespace campus::viewmodels
