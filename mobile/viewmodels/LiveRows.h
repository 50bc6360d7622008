// The rows of a LiveListModel. A subclass names its roles in an enum `Roles` (Q_ENUM, first value
// Qt::UserRole) whose keys, with a small first letter, are the role names; says how to ask for the
// rows and what a role of a row is. Row: a plain value with operator==.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "core/Result.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/LiveListModel.h"

namespace campus::viewmodels {

template <typename Row>
class LiveRows : public LiveListModel
{
public:
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        return valueOf(m_rows[static_cast<std::size_t>(index.row())], role);
    }

protected:
    using LiveListModel::LiveListModel;
    using Rows = std::vector<Row>;
    using Question = std::function<Result<Rows>()>;

    // Made on the UI thread, run on a reader thread: it captures values and the store, not `this`.
    // An empty function: nothing to ask, the list is empty.
    virtual Question question() const = 0;
    virtual QVariant valueOf(const Row &row, int role) const = 0;
    virtual bool isSame(const Row &a, const Row &b) const = 0; // the same object, perhaps changed
    const Rows &rows() const { return m_rows; }

    void askNow() override
    {
        const int generation = ++m_generation;
        Question ask = question();
        if (!ask) {
            take({});
            setErrorText({});
            setLoading(false);
            return;
        }
        setLoading(true);
        Workplace::instance().ask<Result<Rows>>(this, std::move(ask),
                                                [this, generation](Result<Rows> answer) {
                                                    if (generation != m_generation)
                                                        return;
                                                    if (answer) {
                                                        setErrorText({});
                                                        take(std::move(*answer));
                                                    } else {
                                                        setErrorText(ErrorText::of(answer.error()));
                                                    }
                                                    setLoading(false);
                                                });
    }

private:
    void take(Rows fresh)
    {
        const int before = count();
        if (!shareRows(fresh)) {
            beginResetModel();
            m_rows = std::move(fresh);
            endResetModel();
        } else {
            dropMissing(fresh);
            placeInOrder(fresh);
        }
        if (count() != before)
            Q_EMIT countChanged();
    }
    // Whether enough stays for a view's place to mean anything; also bounds the work below.
    bool shareRows(const Rows &fresh) const
    {
        constexpr std::size_t kWorthComparing = 1000;
        if (m_rows.empty() || fresh.empty() || m_rows.size() > kWorthComparing ||
            fresh.size() > kWorthComparing)
            return false;
        const auto stays = std::count_if(m_rows.begin(), m_rows.end(), [&](const Row &row) {
            return std::any_of(fresh.begin(), fresh.end(),
                               [&](const Row &other) { return isSame(row, other); });
        });
        return static_cast<std::size_t>(stays) * 2 >= m_rows.size();
    }
    void dropMissing(const Rows &fresh)
    {
        for (int i = count() - 1; i >= 0; --i) {
            const Row &row = m_rows[static_cast<std::size_t>(i)];
            if (std::any_of(fresh.begin(), fresh.end(),
                            [&](const Row &other) { return isSame(row, other); }))
                continue;
            beginRemoveRows({}, i, i);
            m_rows.erase(m_rows.begin() + i);
            endRemoveRows();
        }
    }
    void placeInOrder(Rows &fresh)
    {
        for (int i = 0; i < static_cast<int>(fresh.size()); ++i) {
            Row &wanted = fresh[static_cast<std::size_t>(i)];
            const auto found = std::find_if(m_rows.begin() + i, m_rows.end(),
                                            [&](const Row &row) { return isSame(row, wanted); });
            const int at = static_cast<int>(found - m_rows.begin());
            if (found == m_rows.end()) {
                beginInsertRows({}, i, i);
                m_rows.insert(m_rows.begin() + i, std::move(wanted));
                endInsertRows();
                continue;
            }
            if (at != i) {
                beginMoveRows({}, at, at, {}, i);
                std::rotate(m_rows.begin() + i, m_rows.begin() + at, m_rows.begin() + at + 1);
                endMoveRows();
            }
            Row &shown = m_rows[static_cast<std::size_t>(i)];
            if (!(shown == wanted)) {
                shown = std::move(wanted);
                Q_EMIT dataChanged(index(i), index(i));
            }
        }
    }

    Rows m_rows;
    int m_generation = 0;
};

} // namespace campus::viewmodels
