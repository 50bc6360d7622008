// What happened to a hazard, newest first. UI thread.
#pragma once

#include <QAbstractListModel>
#include <vector>

#include <QtQml/qqmlregistration.h>

#include "domain/Hazard.h"

namespace campus::viewmodels {

class TimelineModel : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    QML_ELEMENT
    QML_UNCREATABLE("made by HazardPage")

public:
    enum Roles { ActText = Qt::UserRole, ActorName, RoleText, TimeText, Text, Photos, Pending };

    explicit TimelineModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}
    int count() const { return static_cast<int>(m_entries.size()); }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : count();
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void show(std::vector<domain::TimelineEntry> oldestFirst);

Q_SIGNALS:
    void countChanged();

private:
    std::vector<domain::TimelineEntry> m_entries; // newest first
};

} // namespace campus::viewmodels
