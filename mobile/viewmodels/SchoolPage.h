// One school: its register, counts, assets, hazards, the checklists to start and the drafts under
// way. Follows the store. UI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>

#include <QtQml/qqmlregistration.h>

#include "store/StoreRows.h"
#include "viewmodels/AssetListModel.h"
#include "viewmodels/DraftListModel.h"
#include "viewmodels/HazardListModel.h"
#include "viewmodels/StartableModel.h"

namespace campus::viewmodels {

class SchoolPage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString schoolId READ schoolId WRITE setSchoolId NOTIFY schoolIdChanged)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString typeText READ typeText NOTIFY changed)
    Q_PROPERTY(QString ownershipText READ ownershipText NOTIFY changed)
    Q_PROPERTY(QString townshipName READ townshipName NOTIFY changed)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed)
    Q_PROPERTY(int students READ students NOTIFY changed)
    Q_PROPERTY(int boarders READ boarders NOTIFY changed)
    Q_PROPERTY(QString principalName READ principalName NOTIFY changed)
    Q_PROPERTY(QString principalPhone READ principalPhone NOTIFY changed)
    Q_PROPERTY(QString safetyOfficerName READ safetyOfficerName NOTIFY changed)
    Q_PROPERTY(QString safetyOfficerPhone READ safetyOfficerPhone NOTIFY changed)
    Q_PROPERTY(int openCount READ openCount NOTIFY changed)
    Q_PROPERTY(int overdueCount READ overdueCount NOTIFY changed)
    Q_PROPERTY(int noticeCandidates READ noticeCandidates NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)
    Q_PROPERTY(campus::viewmodels::AssetListModel *assets READ assets CONSTANT)
    Q_PROPERTY(campus::viewmodels::HazardListModel *hazards READ hazards CONSTANT)
    Q_PROPERTY(campus::viewmodels::StartableModel *checklists READ checklists CONSTANT)
    Q_PROPERTY(campus::viewmodels::DraftListModel *drafts READ drafts CONSTANT)

public:
    explicit SchoolPage(QObject *parent = nullptr);

    QString schoolId() const { return m_schoolId; }
    void setSchoolId(const QString &schoolId);
    QString name() const { return QString::fromStdString(m_facts.school.name); }
    QString typeText() const;
    QString ownershipText() const;
    QString townshipName() const { return QString::fromStdString(m_facts.townshipName); }
    QString statusText() const;
    int students() const { return static_cast<int>(m_facts.school.students); }
    int boarders() const { return static_cast<int>(m_facts.school.boarders); }
    QString principalName() const { return QString::fromStdString(m_facts.school.principalName); }
    QString principalPhone() const { return QString::fromStdString(m_facts.school.principalPhone); }
    QString safetyOfficerName() const
    {
        return QString::fromStdString(m_facts.school.safetyOfficerName);
    }
    QString safetyOfficerPhone() const
    {
        return QString::fromStdString(m_facts.school.safetyOfficerPhone);
    }
    int openCount() const { return m_facts.open; }
    int overdueCount() const { return m_facts.overdue; }
    int noticeCandidates() const { return m_facts.noticeCandidates; }
    QString errorText() const { return m_errorText; }
    AssetListModel *assets() { return &m_assets; }
    HazardListModel *hazards() { return &m_hazards; }
    StartableModel *checklists() { return &m_checklists; }
    DraftListModel *drafts() { return &m_drafts; }

    // One draft an asset, all of one team, or one for the school (no assets). The id of the first;
    // empty when none could be started. A draft under way of the same checklist and asset is
    // taken up instead of a second one.
    Q_INVOKABLE QString start(const QString &checklistId, const QStringList &assetIds);

    struct Facts {
        domain::School school;
        std::string townshipName;
        int open = 0, overdue = 0, noticeCandidates = 0;
        bool operator==(const Facts &) const = default;
    };

Q_SIGNALS:
    void schoolIdChanged();
    void changed();
    void errorTextChanged();

private:
    void ask();
    void setErrorText(const QString &text);
    QString startOne(const std::string &checklist, const std::string &asset,
                     const std::string &team);

    QString m_schoolId;
    Facts m_facts;
    QString m_errorText;
    AssetListModel m_assets;
    HazardListModel m_hazards;
    StartableModel m_checklists;
    DraftListModel m_drafts;
};

} // namespace campus::viewmodels
