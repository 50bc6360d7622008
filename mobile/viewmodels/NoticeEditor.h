// A rectification notice being drawn up at a school, as it will print. Every change is on disk when
// the method returns; a change after signing voids the signatures. UI thread.
#pragma once

#include <QObject>
#include <QVariantList>
#include <functional>
#include <memory>

#include <QtQml/qqmlregistration.h>

#include "fieldwork/NoticeDraft.h"
#include "viewmodels/NoticeLineModel.h"
#include "viewmodels/Workplace.h"

namespace campus::viewmodels {

class NoticeEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString schoolId READ schoolId WRITE setSchoolId NOTIFY schoolIdChanged)
    Q_PROPERTY(QString schoolName READ schoolName NOTIFY shownChanged)
    Q_PROPERTY(QString bureauName READ bureauName NOTIFY shownChanged)
    Q_PROPERTY(QString heading READ heading NOTIFY shownChanged)
    Q_PROPERTY(QString numberText READ numberText NOTIFY shownChanged)
    Q_PROPERTY(QString dateText READ dateText NOTIFY shownChanged)
    Q_PROPERTY(QString basisText READ basisText NOTIFY shownChanged)
    Q_PROPERTY(QString requirementsText READ requirementsText NOTIFY shownChanged)
    Q_PROPERTY(QString consequencesText READ consequencesText NOTIFY shownChanged)
    Q_PROPERTY(QString contact READ contact NOTIFY shownChanged)
    Q_PROPERTY(QString phone READ phone NOTIFY shownChanged)
    Q_PROPERTY(QString inspectorsText READ inspectorsText NOTIFY shownChanged)
    Q_PROPERTY(campus::viewmodels::NoticeLineModel *lines READ lines CONSTANT)
    Q_PROPERTY(int includedCount READ includedCount NOTIFY shownChanged)
    Q_PROPERTY(bool officerSigned READ isOfficerSigned NOTIFY shownChanged)
    Q_PROPERTY(bool schoolSigned READ isSchoolSigned NOTIFY shownChanged)
    Q_PROPERTY(QString schoolSignerName READ schoolSignerName NOTIFY shownChanged)
    Q_PROPERTY(QString contentHashText READ contentHashText NOTIFY shownChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)

public:
    explicit NoticeEditor(QObject *parent = nullptr);
    ~NoticeEditor() override;

    QString schoolId() const { return m_school; }
    void setSchoolId(const QString &id);
    QString schoolName() const;
    QString bureauName() const;
    QString heading() const;
    QString numberText() const;
    QString dateText() const;
    QString basisText() const;
    QString requirementsText() const;
    QString consequencesText() const;
    QString contact() const;
    QString phone() const;
    QString inspectorsText() const;
    NoticeLineModel *lines() { return &m_lines; }
    bool isOfficerSigned() const { return m_draft && m_draft->signedBy("inspector"); }
    bool isSchoolSigned() const { return m_draft && m_draft->signedBy("school"); }
    int includedCount() const;
    QString schoolSignerName() const;
    QString contentHashText() const;
    QString errorText() const { return m_errorText; }

    Q_INVOKABLE bool setIncluded(int row, bool included);
    Q_INVOKABLE bool setDays(int row, int days);
    Q_INVOKABLE bool setMeasure(int row, const QString &text);
    Q_INVOKABLE bool setInterim(int row, const QString &text);
    Q_INVOKABLE bool setResponsible(int row, const QString &text);
    Q_INVOKABLE bool signOfficer(const QVariantList &strokes, qreal width, qreal height);
    Q_INVOKABLE bool signSchool(const QString &name, const QVariantList &strokes, qreal width,
                                qreal height);
    Q_INVOKABLE QString issue(); // id of the notice, or empty

Q_SIGNALS:
    void schoolIdChanged();
    void shownChanged();
    void errorTextChanged();
    void issued(const QString &noticeId);

private:
    void load();
    void includeMajorHazards();
    void show();
    const domain::Notice *notice() const { return m_draft ? &m_draft->notice() : nullptr; }
    bool editLine(int row, const std::function<void(fieldwork::LineForm &)> &edit);
    bool sign(const std::string &role, const std::string &name, const QVariantList &strokes,
              qreal width, qreal height, const std::string &person);
    bool report(const Result<void> &result);
    bool says(const QString &text);

    QString m_school, m_errorText;
    std::unique_ptr<fieldwork::NoticeDraft> m_draft;
    NoticeLineModel m_lines;
};

} // namespace campus::viewmodels
