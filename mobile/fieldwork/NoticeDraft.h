// A rectification notice (domain.md §13.1) being drawn up at a school: every change is on disk when
// its method returns. Signatures are bound to the neutral text; a change of content voids them.
// Owned by one screen and used from its thread; the store outlives it.
#pragma once

#include <string>
#include <vector>

#include "core/Result.h"
#include "domain/Notice.h"
#include "fieldwork/ActOutcome.h"
#include "fieldwork/FieldWork.h"

namespace campus::fieldwork {

struct LineForm {
    std::string measure, interim, responsible;
    int days = 0;
};

struct NoticeGap { // what stands between the draft and issue(); `hazard` empty = the notice itself
    std::string hazard;
    domain::Refusal refusal = domain::Refusal::None;
};

class NoticeDraft
{
public:
    const std::string &id() const { return m_notice.id; }
    const domain::School &school() const { return m_school; }
    const domain::Notice &notice() const { return m_notice; } // as it would be issued now
    const domain::NoticeLine *line(const std::string &hazard) const;
    // Registered hazards of the school that could stand on this notice and do not.
    Result<std::vector<store::HazardRow>> candidates() const;

    // MajorNotAllowed: major and general ones do not share a notice.
    Result<ActOutcome> addLine(const std::string &hazard);
    Result<void> removeLine(const std::string &hazard);
    Result<void> setLine(const std::string &hazard, const LineForm &form); // due = day of issue + days
    Result<void> setTexts(const std::string &basis, const std::string &requirements,
                          const std::string &consequences);
    Result<void> setContact(const std::string &name, const std::string &phone);
    Result<void> setInspectors(const std::vector<std::string> &users);

    // What both parties read and sign, in Chinese, one line a field; equal content gives equal text.
    std::string neutralText() const;
    Digest contentHash() const;
    // `role`: inspector (the acting person) or school (`name` of who signs on the spot, `person` if
    // that person has an account). A second signature of a role and name replaces the first.
    Result<void> sign(const std::string &role, const std::string &name, const Digest &image,
                      const std::string &person = {});
    bool signedBy(const std::string &role) const;
    Result<void> clearSignatures();

    // In the order of the lines; the first refusal that the life cycle names comes last.
    Result<std::vector<NoticeGap>> missing() const;
    // One commit: notice.issued and hazard.assigned for each line; the draft is gone with it.
    // Conflict when the day has changed since it was signed: dated anew, it must be signed anew.
    Result<ActOutcome> issue();
    Result<void> discard();

private:
    friend class FieldWork;
    NoticeDraft(FieldWork work, domain::Notice notice, domain::School school);
    Result<void> keep(bool contentChanged);
    Result<std::vector<domain::Event>> events() const;
    Result<void> dateTo(Day day); // resumed on a later day: due dates move with it

    FieldWork m_work;
    domain::Notice m_notice;
    domain::School m_school;
};

// The text that is hashed and signed, the same for draft, issued notice and receipt.
std::string neutralTextOf(const domain::Notice &notice, const std::string &schoolName);

} // namespace campus::fieldwork
