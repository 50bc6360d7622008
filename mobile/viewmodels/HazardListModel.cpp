#include "viewmodels/HazardListModel.h"

#include <QCoreApplication>

#include "viewmodels/Texts.h"

namespace campus::viewmodels {

namespace {

constexpr std::size_t kPageRows = 200;
constexpr int kThumbnailPixels = 320;

void narrow(store::HazardQuery &query, Core::HazardFilter filter)
{
    using F = Core::HazardFilter;
    using S = domain::HazardState;
    switch (filter) {
    case F::Open: query.openOnly = true; break;
    case F::Overdue: query.overdueOnly = true; break;
    case F::AwaitingReview: query.states = {S::Submitted}; break;
    case F::ToSign: query.states = {S::Assigned}; break;
    case F::ToRectify: query.states = {S::Assigned, S::Rectifying}; break;
    case F::ToReview:
    case F::All: break;
    }
}

QString levelText(const store::HazardRow &row)
{
    return row.awaitsLevel ? QCoreApplication::translate("HazardListModel", "Major, to be decided")
                           : texts::of(row.level);
}

// A closed hazard has no days left; one with the reviewers counts to its review.
std::optional<Day> dueOf(const store::HazardRow &row)
{
    switch (row.state) {
    case domain::HazardState::Closed:
    case domain::HazardState::Merged:
    case domain::HazardState::Void: return std::nullopt;
    case domain::HazardState::Submitted: return row.reviewDue;
    default: return row.due;
    }
}

QString dueText(const store::HazardRow &row, Day today)
{
    if (row.closedOn && row.state == domain::HazardState::Closed)
        return QCoreApplication::translate("HazardListModel", "Closed %1")
            .arg(texts::shortDay(*row.closedOn, today));
    const auto due = dueOf(row);
    if (due && row.state == domain::HazardState::Submitted)
        return QCoreApplication::translate("HazardListModel", "Review: %1")
            .arg(texts::due(due, today));
    return texts::due(due, today);
}

} // namespace

HazardListModel::HazardListModel(QObject *parent) : LiveRows(parent), m_wanted(kPageRows)
{
    connect(this, &LiveListModel::countChanged, this, &HazardListModel::countTextChanged);
    connect(this, &LiveListModel::loadingChanged, this, &HazardListModel::countTextChanged);
    refresh();
}

QString HazardListModel::countText() const
{
    const QString shown = QString::number(count());
    return rows().size() >= m_wanted && m_filter != Core::HazardFilter::ToReview
               ? shown + QLatin1Char('+')
               : shown;
}

void HazardListModel::setSchoolId(const QString &schoolId)
{
    if (schoolId == m_schoolId)
        return;
    m_schoolId = schoolId;
    Q_EMIT schoolIdChanged();
    askAnew();
}

void HazardListModel::setFilter(Core::HazardFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterChanged();
    askAnew();
}

void HazardListModel::setSearch(const QString &search)
{
    if (search == m_search)
        return;
    m_search = search;
    Q_EMIT searchChanged();
    askAnew();
}

void HazardListModel::askAnew()
{
    m_wanted = kPageRows;
    refresh();
}

bool HazardListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !isLoading() && m_filter != Core::HazardFilter::ToReview && rows().size() >= m_wanted;
}

void HazardListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_wanted += kPageRows;
    refresh();
}

bool HazardListModel::concerns(const store::Change &change) const
{
    return std::any_of(
        change.objects.begin(), change.objects.end(),
        [](const store::ObjectRef &object) { return object.kind == domain::ObjectKind::Hazard; });
}

HazardListModel::Question HazardListModel::question() const
{
    store::TabletStore &store = Workplace::instance().store();
    if (m_filter == Core::HazardFilter::ToReview)
        return [&store] { return store.reviewList(); };
    store::HazardQuery query;
    query.school = m_schoolId.toStdString();
    query.text = m_search.trimmed().toStdString();
    query.page.limit = m_wanted;
    narrow(query, m_filter);
    return [&store, query] { return store.hazards(query); };
}

QVariant HazardListModel::valueOf(const store::HazardRow &row, int role) const
{
    const Workplace &workplace = Workplace::instance();
    switch (role) {
    case HazardId: return QString::fromStdString(row.id);
    case Number: return texts::officialNumber(QString::fromStdString(row.number));
    case Qt::DisplayRole:
    case Title: return QString::fromStdString(row.title);
    case SchoolName: return QString::fromStdString(row.schoolName);
    case Place: return QString::fromStdString(row.place);
    case CategoryText: return texts::category(row.category);
    case Level: return numberOf(row.level);
    case LevelText: return levelText(row);
    case State: return numberOf(row.state);
    case StateText: return texts::of(row.state);
    case DueText: return dueText(row, workplace.today());
    case DueDays: {
        const auto due = dueOf(row);
        return due ? *due - workplace.today() : 0;
    }
    case Overdue: return row.overdue;
    case Photo: return row.preview ? workplace.photoUrl(*row.preview, kThumbnailPixels) : QString();
    case SyncState: return numberOf(row.delivery);
    case Pending: return row.pending;
    default: return {};
    }
}

} // namespace campus::viewmodels
