// One hazard with everything known about it, and what this person may do to it now. Photos for an
// act are collected first (pendingPhotos); the act takes them along. UI thread.
#pragma once

#include <QObject>
#include <QVariantList>
#include <optional>

#include <QtQml/qqmlregistration.h>

#include "viewmodels/TimelineModel.h"
#include "viewmodels/Workplace.h"

namespace campus::viewmodels {

class HazardPage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString hazardId READ hazardId WRITE setHazardId NOTIFY hazardIdChanged)
    Q_PROPERTY(QString number READ number NOTIFY shownChanged)
    Q_PROPERTY(QString title READ title NOTIFY shownChanged)
    Q_PROPERTY(QString schoolId READ schoolId NOTIFY shownChanged)
    Q_PROPERTY(QString schoolName READ schoolName NOTIFY shownChanged)
    Q_PROPERTY(QString place READ place NOTIFY shownChanged)
    Q_PROPERTY(QString description READ description NOTIFY shownChanged)
    Q_PROPERTY(QString categoryText READ categoryText NOTIFY shownChanged)
    Q_PROPERTY(QString basisText READ basisText NOTIFY shownChanged)
    Q_PROPERTY(int level READ level NOTIFY shownChanged)
    Q_PROPERTY(QString levelText READ levelText NOTIFY shownChanged)
    Q_PROPERTY(bool awaitsLevel READ awaitsLevel NOTIFY shownChanged)
    Q_PROPERTY(int state READ state NOTIFY shownChanged)
    Q_PROPERTY(QString stateText READ stateText NOTIFY shownChanged)
    Q_PROPERTY(QString dueText READ dueText NOTIFY shownChanged)
    Q_PROPERTY(bool overdue READ isOverdue NOTIFY shownChanged)
    Q_PROPERTY(int dueDays READ dueDays NOTIFY shownChanged)
    Q_PROPERTY(QString extendedText READ extendedText NOTIFY shownChanged)
    Q_PROPERTY(QString measure READ measure NOTIFY shownChanged)
    Q_PROPERTY(QString interim READ interim NOTIFY shownChanged)
    Q_PROPERTY(QString responsible READ responsible NOTIFY shownChanged)
    Q_PROPERTY(QString phone READ phone NOTIFY shownChanged)
    Q_PROPERTY(QString doneText READ doneText NOTIFY shownChanged)
    Q_PROPERTY(QString doneOnText READ doneOnText NOTIFY shownChanged)
    Q_PROPERTY(QString moneyText READ moneyText NOTIFY shownChanged)
    Q_PROPERTY(QString reviewText READ reviewText NOTIFY shownChanged)
    Q_PROPERTY(QString noticeId READ noticeId NOTIFY shownChanged)
    Q_PROPERTY(QString noticeNumber READ noticeNumber NOTIFY shownChanged)
    Q_PROPERTY(QString finderName READ finderName NOTIFY shownChanged)
    Q_PROPERTY(QString foundText READ foundText NOTIFY shownChanged)
    Q_PROPERTY(int syncState READ syncState NOTIFY shownChanged)
    Q_PROPERTY(QString syncStateText READ syncStateText NOTIFY shownChanged)
    Q_PROPERTY(QStringList beforePhotos READ beforePhotos NOTIFY shownChanged)
    Q_PROPERTY(QStringList afterPhotos READ afterPhotos NOTIFY shownChanged)
    Q_PROPERTY(campus::viewmodels::TimelineModel *timeline READ timeline CONSTANT)
    Q_PROPERTY(QVariantList acts READ acts NOTIFY shownChanged)
    Q_PROPERTY(QStringList pendingPhotos READ pendingPhotos NOTIFY pendingPhotosChanged)
    Q_PROPERTY(QString expectedPlace READ expectedPlace NOTIFY shownChanged)
    Q_PROPERTY(QStringList delayReasons READ delayReasons NOTIFY shownChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)

public:
    explicit HazardPage(QObject *parent = nullptr);

    QString hazardId() const { return m_id; }
    void setHazardId(const QString &id);
    QString number() const;
    QString title() const;
    QString schoolId() const;
    QString schoolName() const;
    QString place() const;
    QString description() const;
    QString categoryText() const;
    QString basisText() const;
    int level() const;
    QString levelText() const;
    bool awaitsLevel() const;
    int state() const;
    QString stateText() const;
    QString dueText() const;
    bool isOverdue() const;
    int dueDays() const;
    QString extendedText() const;
    QString measure() const;
    QString interim() const;
    QString responsible() const;
    QString phone() const;
    QString doneText() const;
    QString doneOnText() const;
    QString moneyText() const;
    QString reviewText() const;
    QString noticeId() const;
    QString noticeNumber() const;
    QString finderName() const;
    QString foundText() const;
    int syncState() const;
    QString syncStateText() const;
    QStringList beforePhotos() const;
    QStringList afterPhotos() const;
    TimelineModel *timeline() { return &m_timeline; }
    QVariantList acts() const;
    QStringList pendingPhotos() const;
    QString expectedPlace() const;
    QStringList delayReasons() const;
    QString errorText() const { return m_errorText; }

    Q_INVOKABLE void addPhoto(const QUrl &url);
    Q_INVOKABLE bool removePhoto(int index);
    Q_INVOKABLE void clearPhotos();
    Q_INVOKABLE bool receive(const QVariantList &strokes, qreal width, qreal height);
    Q_INVOKABLE bool progress(const QString &text, const QString &interim);
    Q_INVOKABLE bool prepare(const QString &done, const QString &doneOnIso,
                             const QString &moneyYuanText);
    Q_INVOKABLE bool confirm(const QString &done, const QString &doneOnIso,
                             const QString &moneyYuanText);
    Q_INVOKABLE bool askExtension(int reasonIndex, const QString &untilIso, const QString &interim,
                                  const QString &text);
    Q_INVOKABLE bool pass(const QString &text, bool onSite);
    Q_INVOKABLE bool returnBack(const QString &reason);
    Q_INVOKABLE bool reopen(const QString &reason, int days);
    Q_INVOKABLE bool note(const QString &text);

Q_SIGNALS:
    void hazardIdChanged();
    void shownChanged();
    void pendingPhotosChanged();
    void errorTextChanged();

private:
    void load();
    const domain::Hazard *hazard() const { return m_detail ? &m_detail->hazard : nullptr; }
    std::optional<fieldwork::RectificationForm>
    rectification(const QString &done, const QString &doneOnIso, const QString &money);
    bool took(const Result<fieldwork::ActOutcome> &outcome);
    bool says(const QString &text);

    QString m_id, m_errorText;
    std::optional<store::HazardDetail> m_detail;
    std::vector<domain::Photo> m_photos; // for the act under way
    TimelineModel m_timeline;
};

} // namespace campus::viewmodels
