#include "viewmodels/TimelineModel.h"

#include <algorithm>

#include "viewmodels/NoticeWords.h"
#include "viewmodels/Texts.h"
#include "viewmodels/Workplace.h"

namespace campus::viewmodels {

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const domain::TimelineEntry &entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case ActText: return texts::of(entry.act);
    case ActorName: return words::personName(entry.actor);
    case RoleText: return texts::of(entry.role);
    case TimeText: return texts::moment(entry.at);
    case Text: return texts::qt(entry.text);
    case Photos: {
        QStringList urls;
        for (const domain::Photo &photo : entry.photos)
            urls.append(Workplace::instance().photoUrl(photo, 480));
        return urls;
    }
    case Pending: return entry.seq == 0;
    default: return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return {{ActText, "actText"},   {ActorName, "actorName"}, {RoleText, "roleText"},
            {TimeText, "timeText"}, {Text, "text"},           {Photos, "photos"},
            {Pending, "pending"}};
}

void TimelineModel::show(std::vector<domain::TimelineEntry> oldestFirst)
{
    std::reverse(oldestFirst.begin(), oldestFirst.end());
    if (oldestFirst == m_entries)
        return;
    const int before = count();
    beginResetModel();
    m_entries = std::move(oldestFirst);
    endResetModel();
    if (count() != before)
        Q_EMIT countChanged();
}

} // namespace campus::viewmodels
