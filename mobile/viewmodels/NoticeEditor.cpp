#include "viewmodels/NoticeEditor.h"

#include <algorithm>

#include "viewmodels/ErrorText.h"
#include "viewmodels/NoticeWords.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

NoticeEditor::NoticeEditor(QObject *parent) : QObject(parent), m_lines(this)
{
    connect(&Workplace::instance(), &Workplace::languageChanged, this, &NoticeEditor::show);
}

NoticeEditor::~NoticeEditor() = default;

void NoticeEditor::setSchoolId(const QString &id)
{
    if (id == m_school)
        return;
    m_school = id;
    Q_EMIT schoolIdChanged();
    load();
}

void NoticeEditor::load()
{
    m_draft.reset();
    Workplace &place = Workplace::instance();
    if (!m_school.isEmpty() && place.isOpen()) {
        const auto drafts = place.store().drafts(m_school.toStdString());
        for (const store::DraftRow &row : drafts ? *drafts : std::vector<store::DraftRow>{}) {
            if (row.kind != store::DraftKind::Notice || m_draft)
                continue;
            if (auto resumed = place.work().resumeNotice(row.id))
                m_draft = std::move(resumed).value();
        }
        if (!m_draft) {
            auto begun = place.work().startNotice({m_school.toStdString(), {}, {}, {}});
            if (begun)
                m_draft = std::move(begun).value();
            else
                says(ErrorText::of(begun.error()));
        }
    }
    if (m_draft) {
        says({});
        includeMajorHazards();
        // Who answers for it at the school is known: the principal, until somebody else is named.
        for (const domain::NoticeLine &line :
             std::vector<domain::NoticeLine>(notice()->issued.lines)) {
            if (line.responsible.empty())
                report(m_draft->setLine(line.hazard, {line.measure, line.interim,
                                                      m_draft->school().principalName, line.days}));
        }
    }
    show();
}

// Major hazards do not share a notice with general ones; when they are all there is, they are on it,
// if this person may order what they need.
void NoticeEditor::includeMajorHazards()
{
    const auto candidates = m_draft->candidates();
    if (!candidates || !notice()->issued.lines.empty())
        return;
    for (const store::HazardRow &row : *candidates) {
        if (!words::mayOrder(Workplace::instance().store(), row))
            continue;
        if (const auto added = m_draft->addLine(row.id); !added || !added->saved())
            return;
    }
}

int NoticeEditor::includedCount() const
{
    return notice() ? static_cast<int>(notice()->issued.lines.size()) : 0;
}

void NoticeEditor::show()
{
    std::vector<NoticeLineRow> rows;
    if (m_draft) {
        int no = 0;
        for (const domain::NoticeLine &line : notice()->issued.lines)
            rows.push_back(words::lineRow(line, ++no));
        const auto candidates = m_draft->candidates();
        for (const store::HazardRow &row :
             candidates ? *candidates : std::vector<store::HazardRow>{}) {
            if (words::mayOrder(Workplace::instance().store(), row))
                rows.push_back(words::candidateRow(row));
        }
    }
    m_lines.show(std::move(rows));
    Q_EMIT shownChanged();
}

QString NoticeEditor::schoolName() const
{
    return m_draft ? texts::qt(m_draft->school().name) : QString();
}

QString NoticeEditor::bureauName() const
{
    return Workplace::instance().isOpen() ? texts::qt(Workplace::instance().store().bureau().name)
                                          : QString();
}

QString NoticeEditor::heading() const
{
    return words::noticeHeading();
}

QString NoticeEditor::numberText() const
{
    return notice() ? words::noticeNumber(*notice()) : QString();
}

QString NoticeEditor::dateText() const
{
    return notice() ? texts::day(notice()->issued.on) : QString();
}

QString NoticeEditor::basisText() const
{
    return notice() ? texts::qt(notice()->issued.basisText) : QString();
}

QString NoticeEditor::requirementsText() const
{
    return notice() ? texts::qt(notice()->issued.requirements) : QString();
}

QString NoticeEditor::consequencesText() const
{
    return notice() ? texts::qt(notice()->issued.consequences) : QString();
}

QString NoticeEditor::contact() const
{
    return notice() ? texts::qt(notice()->issued.contact) : QString();
}

QString NoticeEditor::phone() const
{
    return notice() ? texts::qt(notice()->issued.phone) : QString();
}

QString NoticeEditor::inspectorsText() const
{
    return notice() ? words::peopleNames(notice()->issued.inspectors) : QString();
}

QString NoticeEditor::schoolSignerName() const
{
    if (!m_draft)
        return {};
    for (const domain::HandSignature &signature : notice()->issued.signatures) {
        if (signature.role == "school")
            return texts::qt(signature.name);
    }
    return texts::qt(m_draft->school().principalName);
}

QString NoticeEditor::contentHashText() const
{
    return m_draft ? texts::qt(m_draft->contentHash().hex()).left(12) : QString();
}

bool NoticeEditor::says(const QString &text)
{
    if (m_errorText != text) {
        m_errorText = text;
        Q_EMIT errorTextChanged();
    }
    return text.isEmpty();
}

bool NoticeEditor::report(const Result<void> &result)
{
    return says(result ? QString() : ErrorText::of(result.error()));
}

bool NoticeEditor::setIncluded(int row, bool included)
{
    if (!m_draft || row < 0 || row >= m_lines.count())
        return false;
    const NoticeLineRow line = m_lines.rows()[static_cast<std::size_t>(row)];
    if (line.included == included)
        return true;
    const std::string hazard = line.hazardId.toStdString();
    bool done = false;
    if (included) {
        const auto outcome = m_draft->addLine(hazard);
        done = says(!outcome           ? ErrorText::of(outcome.error())
                    : outcome->saved() ? QString()
                                       : ErrorText::of(*outcome));
    } else {
        done = report(m_draft->removeLine(hazard));
    }
    show();
    return done;
}

bool NoticeEditor::editLine(int row, const std::function<void(fieldwork::LineForm &)> &edit)
{
    if (!m_draft || row < 0 || row >= m_lines.count())
        return false;
    const std::string hazard = m_lines.rows()[static_cast<std::size_t>(row)].hazardId.toStdString();
    const domain::NoticeLine *line = m_draft->line(hazard);
    if (line == nullptr)
        return false; // not on the notice
    fieldwork::LineForm form{line->measure, line->interim, line->responsible, line->days};
    edit(form);
    const bool done = report(m_draft->setLine(hazard, form));
    show();
    return done;
}

bool NoticeEditor::setDays(int row, int days)
{
    return editLine(row,
                    [days](fieldwork::LineForm &form) { form.days = std::clamp(days, 0, 365); });
}

bool NoticeEditor::setMeasure(int row, const QString &text)
{
    return editLine(
        row, [&](fieldwork::LineForm &form) { form.measure = text.trimmed().toStdString(); });
}

bool NoticeEditor::setInterim(int row, const QString &text)
{
    return editLine(
        row, [&](fieldwork::LineForm &form) { form.interim = text.trimmed().toStdString(); });
}

bool NoticeEditor::setResponsible(int row, const QString &text)
{
    return editLine(
        row, [&](fieldwork::LineForm &form) { form.responsible = text.trimmed().toStdString(); });
}

bool NoticeEditor::sign(const std::string &role, const std::string &name,
                        const QVariantList &strokes, qreal width, qreal height,
                        const std::string &person)
{
    if (!m_draft)
        return false;
    const auto image = Workplace::instance().takeSignature(strokes, width, height);
    if (!image)
        return says(ErrorText::of(image.error()));
    const bool done = report(m_draft->sign(role, name, *image, person));
    show();
    return done;
}

bool NoticeEditor::signOfficer(const QVariantList &strokes, qreal width, qreal height)
{
    const auto officer = Workplace::instance().store().actingUser();
    return officer && sign("inspector", officer->name, strokes, width, height, officer->id);
}

bool NoticeEditor::signSchool(const QString &name, const QVariantList &strokes, qreal width,
                              qreal height)
{
    if (name.trimmed().isEmpty())
        return says(tr("Enter the name of the person who signs for the school."));
    return sign("school", name.trimmed().toStdString(), strokes, width, height, {});
}

QString NoticeEditor::issue()
{
    if (!m_draft)
        return {};
    const auto gaps = m_draft->missing();
    if (!gaps || !gaps->empty()) {
        says(gaps ? ErrorText::of(gaps->front().refusal) : ErrorText::of(gaps.error()));
        return {};
    }
    const QString id = texts::qt(m_draft->id());
    const auto outcome = m_draft->issue();
    if (!outcome || !outcome->saved()) {
        says(!outcome ? ErrorText::of(outcome.error()) : ErrorText::of(*outcome));
        return {};
    }
    says({});
    Q_EMIT issued(id);
    return id;
}

} // namespace campus::viewmodels
