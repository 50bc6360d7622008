// One hazard with everything known about it, and what this person may do to it now. What is written
// and photographed for an act (form, pendingPhotos) is kept with every change until the act is done
// or dropped; the act takes the photos along. UI thread.
#pragma once

#include <QObject>
#include <QVariantList>
#include <QVariantMap>
#include <array>
#include <functional>
#include <optional>
#include <string>

#include <QtQml/qqmlregistration.h>

#include "viewmodels/TimelineModel.h"
#include "viewmodels/Workplace.h"

namespace campus::viewmodels {

class HazardPage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString hazardId READ hazardId WRITE setHazardId NOTIFY hazardIdChanged)
    Q_PROPERTY(bool ready READ isReady NOTIFY shownChanged)
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
    Q_PROPERTY(QVariantList begun READ begun NOTIFY formChanged) // acts being written, newest first
    // Of the act begun, as it was kept; empty when it is new. Keys: text, reason, interim, done,
    // doneOnIso, moneyText, reasonIndex, untilIso, onSite, days.
    Q_PROPERTY(QVariantMap form READ form NOTIFY formChanged)
    // A photo is still being saved.
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString doneOnIso READ doneOnIso NOTIFY shownChanged)
    Q_PROPERTY(QStringList pendingPhotos READ pendingPhotos NOTIFY pendingPhotosChanged)
    Q_PROPERTY(QString expectedPlace READ expectedPlace NOTIFY shownChanged)
    Q_PROPERTY(QStringList delayReasons READ delayReasons NOTIFY shownChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)

public:
    explicit HazardPage(QObject *parent = nullptr);

    QString hazardId() const { return m_id; }
    void setHazardId(const QString &id);
    bool isReady() const { return m_detail.has_value(); }
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
    QVariantList begun() const;
    QVariantMap form() const;
    bool isBusy() const;
    QString doneOnIso() const;
    QStringList pendingPhotos() const;
    QString expectedPlace() const;
    QStringList delayReasons() const;
    QString errorText() const { return m_errorText; }

    Q_INVOKABLE void addPhoto(const QUrl &url);
    Q_INVOKABLE bool removePhoto(int index);
    Q_INVOKABLE void begin(int act);                   // takes up what was kept of it
    Q_INVOKABLE void write(const QVariantMap &fields); // as form()
    Q_INVOKABLE void drop();
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
    void formChanged();
    void busyChanged();
    void pendingPhotosChanged();
    void errorTextChanged();

private:
    static constexpr const char *kNoAct = "0";
    static constexpr std::array kReasons{
        domain::DelayReason::NoFunds,         domain::DelayReason::HolidayWorks,
        domain::DelayReason::OtherDepartment, domain::DelayReason::Appraisal,
        domain::DelayReason::Tender,          domain::DelayReason::Other};
    void load();
    const domain::Hazard *hazard() const { return m_detail ? &m_detail->hazard : nullptr; }
    std::optional<fieldwork::RectificationForm>
    rectification(const QString &done, const QString &doneOnIso, const QString &money);
    store::Form formKey() const { return {m_id.toStdString(), m_key}; }
    void takeUpForm();
    bool change(const std::function<void(domain::HazardAct &)> &change); // of the form
    std::vector<domain::Photo> photos() const
    {
        return m_form ? m_form->after : std::vector<domain::Photo>{};
    }
    fieldwork::FieldWork written() const; // an act of it ends the form
    bool took(const Result<fieldwork::ActOutcome> &outcome);
    bool says(const QString &text);

    QString m_id, m_errorText;
    std::optional<store::HazardDetail> m_detail;
    bool m_unreadable = false; // what is said is why there is nothing to show
    std::string m_key = kNoAct;
    std::optional<domain::HazardAct> m_form; // of the act under way; its photos are the after-photos
    TimelineModel m_timeline;
};

} // namespace campus::viewmodels
