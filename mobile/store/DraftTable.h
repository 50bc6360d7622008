// Drafts of inspections and notices, and forms: what a person has begun and nobody else sees yet. Answers are
// appended, an undo is a row of its own, so what was on the screen can be found again after any stop.
// Lives as long as one transaction.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "store/Sql.h"
#include "store/TabletStore.h"

namespace campus::store {

class DraftTable
{
public:
    explicit DraftTable(Sql &sql) : m_sql(sql) {}

    void begin(const Draft &draft, const std::vector<domain::Answer> &prefilled);
    void keep(const std::string &id, const domain::Doc &doc, Millis now); // fails with NotFound
    void drop(const std::string &id);
    std::optional<Draft> find(const std::string &id);
    std::vector<Draft> all();

    void appendAnswer(const std::string &draft, const domain::Answer &answer, Millis now);
    bool undoAnswer(const std::string &draft, Millis now);
    // Newest by item, in the order of each item's first answer.
    std::vector<domain::Answer> answers(const std::string &draft);
    std::uint32_t answersToUndo(const std::string &draft);

    void keepHazard(const std::string &draft, const DraftedHazard &hazard, Millis now);
    void dropHazard(const std::string &draft, const std::string &hazard, Millis now);
    std::vector<DraftedHazard> hazards(const std::string &draft);

    void keepForm(const Form &form, const std::string &author, const domain::HazardAct &act, Millis now);
    std::optional<domain::HazardAct> form(const Form &form, const std::string &author);
    void dropForm(const Form &form, const std::string &author);
    std::set<Digest> namedBlobs(); // by drafts and forms, also in answers that an undo brings back
    std::vector<Form> formsOf(const std::string &owner, const std::string &author);

private:
    struct Kept { // answers that count, oldest first
        std::string answer;
        bool prefilled;
    };
    std::vector<Kept> replay(const std::string &draft);
    void append(const std::string &draft, int step, std::optional<std::string> answer, Millis now);
    void touch(const std::string &id, Millis now);
    Sql &m_sql;
};

} // namespace campus::store
