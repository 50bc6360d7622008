// The program as a whole: who acts, what that person may do, what stage the start is at, and the
// settings of this tablet. UI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QVariantList>
#include <optional>

#include <QtQml/qqmlregistration.h>

#include "domain/Register.h"
#include "viewmodels/Core.h"
#include "viewmodels/Workplace.h"

class QJSEngine;
class QQmlEngine;

namespace campus::viewmodels {

class App : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(campus::viewmodels::Core::Stage stage READ stage NOTIFY stageChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString userId READ userId NOTIFY personChanged)
    Q_PROPERTY(QString userName READ userName NOTIFY personChanged)
    Q_PROPERTY(int role READ role NOTIFY personChanged)
    Q_PROPERTY(QString roleText READ roleText NOTIFY personChanged)
    Q_PROPERTY(bool canInspect READ canInspect NOTIFY personChanged)
    Q_PROPERTY(bool canIssueNotice READ canIssueNotice NOTIFY personChanged)
    Q_PROPERTY(bool canRectify READ canRectify NOTIFY personChanged)
    Q_PROPERTY(bool canReview READ canReview NOTIFY personChanged)
    Q_PROPERTY(QString schoolId READ schoolId NOTIFY personChanged)
    Q_PROPERTY(QVariantList knownUsers READ knownUsers NOTIFY personChanged)
    Q_PROPERTY(bool drill READ isDrill NOTIFY bureauChanged)
    Q_PROPERTY(QString bureauName READ bureauName NOTIFY bureauChanged)
    Q_PROPERTY(QString serverAddress READ serverAddress NOTIFY stageChanged)
    Q_PROPERTY(QString language READ language NOTIFY languageChanged)
    Q_PROPERTY(QString themeName READ themeName NOTIFY themeNameChanged)
    Q_PROPERTY(double textScale READ textScale NOTIFY textScaleChanged)
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QString today READ today NOTIFY todayChanged) // ISO, by the records' clock
    Q_PROPERTY(QString incomingFolder READ incomingFolder CONSTANT) // where a camera writes
    Q_PROPERTY(bool hasCamera READ hasCamera CONSTANT)

public:
    explicit App(Workplace &workplace, QObject *parent = nullptr);
    static App *create(QQmlEngine *qml, QJSEngine *js);

    Core::Stage stage() const { return m_stage; }
    QString errorText() const { return m_errorText; }
    bool isBusy() const;
    QString today() const;
    QString incomingFolder() const;
    QString userId() const { return QString::fromStdString(m_person.id); }
    QString userName() const { return QString::fromStdString(m_person.name); }
    int role() const { return m_signedIn ? numberOf(m_person.role) : 0; }
    QString roleText() const;
    bool canInspect() const;
    bool canIssueNotice() const;
    bool canRectify() const;
    bool canReview() const;
    QString schoolId() const
    {
        return QString::fromStdString(m_person.school);
    }                                // of a school's person
    QVariantList knownUsers() const; // [{userId, name, roleText}] of who signed in here before
    bool isDrill() const { return m_bureau.drill; }
    QString bureauName() const { return QString::fromStdString(m_bureau.name); }
    QString serverAddress() const;
    QString language() const { return m_workplace.preferences().language(); }
    QString themeName() const { return m_workplace.preferences().theme(); }
    double textScale() const { return m_workplace.preferences().textScale(); }
    QString version() const;
    bool hasCamera();

    // Both go on after they return true: `stage` moves on, or errorText says why it does not.
    Q_INVOKABLE bool enrol(const QString &server, const QString &code, const QString &password);
    Q_INVOKABLE bool signIn(const QString &userId, const QString &password);
    Q_INVOKABLE bool signOut(); // records and drafts stay
    Q_INVOKABLE bool setLanguage(const QString &language);
    Q_INVOKABLE bool setThemeName(const QString &name);
    Q_INVOKABLE bool setTextScale(double scale);

Q_SIGNALS:
    void toast(const QString &text);
    void stageChanged();
    void todayChanged();
    void errorTextChanged();
    void busyChanged();
    void personChanged();
    void bureauChanged();
    void languageChanged();
    void themeNameChanged();
    void textScaleChanged();

private:
    bool hasRole(std::initializer_list<domain::Role> roles) const;
    Core::Stage stageNow() const;
    void lookAtPeople();
    void lookAtBureau();
    void lookForCards();
    void setErrorText(const QString &text);
    bool fail(const QString &text);

    Workplace &m_workplace;
    Core::Stage m_stage = Core::Stage::Starting;
    QString m_errorText;
    domain::User m_person;
    bool m_signedIn = false;
    bool m_askedHere = false; // the enrolment or sign-in under way was asked for on the screen
    domain::Bureau m_bureau;
    std::optional<std::uint64_t> m_cards;
    std::optional<bool> m_hasCamera; // looked for once
};

} // namespace campus::viewmodels
