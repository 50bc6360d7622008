// An issued rectification notice, and the school's signature under it (签收). UI thread.
#pragma once

#include <QObject>
#include <QVariantList>
#include <optional>

#include <QtQml/qqmlregistration.h>

#include "viewmodels/NoticeLineModel.h"
#include "viewmodels/Workplace.h"

namespace campus::viewmodels {

class NoticePage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString noticeId READ noticeId WRITE setNoticeId NOTIFY noticeIdChanged)
    Q_PROPERTY(QString heading READ heading NOTIFY shownChanged)
    Q_PROPERTY(QString numberText READ numberText NOTIFY shownChanged)
    Q_PROPERTY(QString schoolName READ schoolName NOTIFY shownChanged)
    Q_PROPERTY(QString bureauName READ bureauName NOTIFY shownChanged)
    Q_PROPERTY(QString dateText READ dateText NOTIFY shownChanged)
    Q_PROPERTY(QString basisText READ basisText NOTIFY shownChanged)
    Q_PROPERTY(QString requirementsText READ requirementsText NOTIFY shownChanged)
    Q_PROPERTY(QString consequencesText READ consequencesText NOTIFY shownChanged)
    Q_PROPERTY(QString inspectorsText READ inspectorsText NOTIFY shownChanged)
    Q_PROPERTY(campus::viewmodels::NoticeLineModel *lines READ lines CONSTANT)
    Q_PROPERTY(QString officerSignature READ officerSignature NOTIFY shownChanged)
    Q_PROPERTY(QString schoolSignature READ schoolSignature NOTIFY shownChanged)
    Q_PROPERTY(QString receiptedText READ receiptedText NOTIFY shownChanged)
    Q_PROPERTY(QString stateText READ stateText NOTIFY shownChanged)
    Q_PROPERTY(bool canSign READ canSign NOTIFY shownChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)

public:
    explicit NoticePage(QObject *parent = nullptr);

    QString noticeId() const { return m_id; }
    void setNoticeId(const QString &id);
    QString heading() const;
    QString numberText() const;
    QString schoolName() const;
    QString bureauName() const;
    QString dateText() const;
    QString basisText() const;
    QString requirementsText() const;
    QString consequencesText() const;
    QString inspectorsText() const;
    NoticeLineModel *lines() { return &m_lines; }
    QString officerSignature() const { return signature("inspector"); }
    QString schoolSignature() const;
    QString receiptedText() const;
    QString stateText() const;
    bool canSign() const;
    QString errorText() const { return m_errorText; }

    Q_INVOKABLE bool signFor(const QVariantList &strokes, qreal width, qreal height);

Q_SIGNALS:
    void noticeIdChanged();
    void shownChanged();
    void errorTextChanged();

private:
    void load();
    QString signature(const std::string &role) const;
    bool says(const QString &text);

    QString m_id, m_errorText;
    std::optional<domain::Notice> m_notice;
    NoticeLineModel m_lines;
};

} // namespace campus::viewmodels
