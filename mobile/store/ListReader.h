// Answers the questions of lists and first screens from the lists of the store, within what the
// acting person sees. Lives as long as one read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/Question.h"
#include "store/StoreParts.h"

namespace campus::store {

class ListReader
{
public:
    ListReader(Work &work, Day today);

    std::vector<SchoolRow> schools(const SchoolQuery &query);
    std::vector<AssetRow> assets(const std::string &school);
    std::vector<HazardRow> hazards(const HazardQuery &query);
    std::vector<HazardRow> reviewList();
    std::vector<InspectionRow> inspections(const InspectionQuery &query);
    std::vector<NoticeRow> notices(const NoticeQuery &query);
    std::vector<DraftRow> drafts(const std::string &school);
    std::vector<InboxItem> inbox();
    OfficerDay officerDay();

    std::string schoolName(const std::string &id);
    std::string assetName(const std::string &id);
    bool sees(const std::string &school) const;

private:
    std::vector<HazardRow> ask(Question &question);
    void addScope(Question &question, bool hazards);
    std::string checklistTitle(const std::string &id);
    void addNotices(std::vector<InboxItem> &items);
    void addHazards(std::vector<InboxItem> &items);
    InboxItem itemOf(const HazardRow &hazard, bool prepared) const;

    Work &m_work;
    Day m_today;
    std::optional<domain::User> m_acting;
    bool m_seesRestricted = false;
    std::map<std::string, std::string> m_townships;
};

} // namespace campus::store
