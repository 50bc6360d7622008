#include "viewmodels/DraftListModel.h"

#include "fieldwork/InspectionDraft.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

namespace {

InspectionDraftRow rowOf(fieldwork::FieldWork &work, const store::DraftRow &draft)
{
    InspectionDraftRow row{draft, {}, 0, 0, 0};
    if (const auto inspection = work.resumeInspection(draft.id)) {
        const fieldwork::InspectionTotals totals = (*inspection)->totals();
        row.title = (*inspection)->checklist().title;
        row.done = totals.answered;
        row.total = totals.applicable;
        row.failed = totals.fail;
    }
    return row;
}

Result<std::vector<InspectionDraftRow>> inspectionDrafts(fieldwork::FieldWork &work,
                                                         const std::string &school)
{
    const auto drafts = work.store().drafts(school);
    if (!drafts)
        return drafts.error();
    std::vector<InspectionDraftRow> rows;
    for (const store::DraftRow &draft : *drafts) {
        if (draft.kind == store::DraftKind::Inspection)
            rows.push_back(rowOf(work, draft));
    }
    return rows;
}

} // namespace

DraftListModel::DraftListModel(QObject *parent) : LiveRows(parent)
{
    refresh();
}

void DraftListModel::setSchoolId(const QString &schoolId)
{
    if (schoolId == m_schoolId)
        return;
    m_schoolId = schoolId;
    Q_EMIT schoolIdChanged();
    refresh();
}

DraftListModel::Question DraftListModel::question() const
{
    return [&work = Workplace::instance().work(), school = m_schoolId.toStdString()] {
        return inspectionDrafts(work, school);
    };
}

QVariant DraftListModel::valueOf(const InspectionDraftRow &row, int role) const
{
    switch (role) {
    case InspectionId: return QString::fromStdString(row.draft.id);
    case Qt::DisplayRole:
    case Title:
        return row.title == domain::BilingualText{} ? QString::fromStdString(row.draft.title)
                                                    : texts::both(row.title);
    case AssetName: return QString::fromStdString(row.draft.assetName);
    case SchoolName: return QString::fromStdString(row.draft.schoolName);
    case Done: return static_cast<int>(row.done);
    case Total: return static_cast<int>(row.total);
    case Failed: return static_cast<int>(row.failed);
    case UpdatedText: return texts::ago(row.draft.touchedAt, Workplace::instance().clock().wall());
    default: return {};
    }
}

} // namespace campus::viewmodels
