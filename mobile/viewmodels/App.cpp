#include "viewmodels/App.h"

#include <QCoreApplication>
#include <QVariantMap>
#include <algorithm>

#include "core/Limits.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels {

namespace {

QString translate(const char *context, const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate(context, text, note, n);
}

// One at a time may write a database; the second program is told so.
QString failureText(const Error &error)
{
    return error.code == ErrorCode::Conflict || error.code == ErrorCode::Locked
               ? translate("App", "The program is open already, in another window.")
               : ErrorText::of(error);
}

} // namespace

App::App(Workplace &workplace, QObject *parent) : QObject(parent), m_workplace(workplace)
{
    Preferences &preferences = workplace.preferences();
    connect(&workplace, &Workplace::dayChanged, this, &App::todayChanged);
    connect(&preferences, &Preferences::themeChanged, this, &App::themeNameChanged);
    connect(&preferences, &Preferences::textScaleChanged, this, &App::textScaleChanged);
    connect(&workplace, &Workplace::languageChanged, this, [this] {
        Q_EMIT languageChanged();
        Q_EMIT personChanged();
        if (!m_workplace.isOpen())
            setErrorText(failureText(m_workplace.failure()));
    });
    if (!workplace.isOpen()) {
        m_stage = Core::Stage::Failed;
        m_errorText = failureText(workplace.failure());
        return;
    }
    connect(&workplace, &Workplace::changed, this, [this](const store::Change &change) {
        if (change.people || change.everything)
            lookAtPeople();
        if (change.everything || std::any_of(change.objects.begin(), change.objects.end(),
                                             [](const store::ObjectRef &object) {
                                                 return object.kind == domain::ObjectKind::Bureau ||
                                                        object.kind == domain::ObjectKind::User;
                                             })) {
            lookAtPeople();
            lookAtBureau();
        }
        if (change.outbox)
            lookForCards();
    });
    connect(&workplace.accounts(), &AccountDesk::busyChanged, this, [this] {
        Q_EMIT busyChanged();
        lookAtPeople();
    });
    connect(&workplace.accounts(), &AccountDesk::ended, this, [this](const Result<void> &outcome) {
        m_askedHere = false;
        setErrorText(outcome ? QString() : ErrorText::of(outcome.error()));
        lookAtPeople();
    });
    lookAtBureau();
    lookAtPeople();
    lookForCards();
}

App *App::create(QQmlEngine *, QJSEngine *)
{
    return new App(Workplace::instance());
}

bool App::isBusy() const
{
    return m_workplace.accounts().isBusy();
}

QString App::today() const
{
    return QString::fromStdString(m_workplace.today().iso());
}

QString App::incomingFolder() const
{
    return m_workplace.isOpen() ? QString::fromStdString(m_workplace.store().incomingFolder())
                                : QString();
}

QString App::roleText() const
{
    return m_signedIn ? texts::of(m_person.role) : QString();
}

bool App::hasRole(std::initializer_list<domain::Role> roles) const
{
    return m_signedIn && std::find(roles.begin(), roles.end(), m_person.role) != roles.end();
}

bool App::canInspect() const
{
    using R = domain::Role;
    return hasRole({R::SafetyOfficer, R::TownOfficer, R::SchoolSafety, R::BureauAdmin});
}

bool App::canIssueNotice() const
{
    using R = domain::Role;
    return hasRole({R::SafetyOfficer, R::TownOfficer, R::BureauAdmin});
}

bool App::canRectify() const
{
    return hasRole({domain::Role::Principal, domain::Role::SchoolSafety});
}

bool App::canReview() const
{
    return canIssueNotice();
}

QVariantList App::knownUsers() const
{
    QVariantList users;
    if (!m_workplace.isOpen())
        return users;
    for (const domain::User &user : m_workplace.store().peopleHere()) {
        users.append(QVariantMap{{QStringLiteral("userId"), QString::fromStdString(user.id)},
                                 {QStringLiteral("name"), QString::fromStdString(user.name)},
                                 {QStringLiteral("roleText"), texts::of(user.role)}});
    }
    return users;
}

QString App::serverAddress() const
{
    return m_workplace.accounts().serverAddress();
}

QString App::version() const
{
    return QCoreApplication::applicationVersion();
}

bool App::hasCamera()
{
    if (!m_hasCamera)
        m_hasCamera = m_workplace.hasCamera();
    return *m_hasCamera;
}

bool App::enrol(const QString &server, const QString &code, const QString &password)
{
    if (!m_workplace.isOpen() || isBusy())
        return false;
    const QUrl address(server.trimmed(), QUrl::StrictMode);
    const bool http =
        address.scheme() == QStringLiteral("https") || address.scheme() == QStringLiteral("http");
    if (!http || address.host().isEmpty())
        return fail(translate("App", "Enter the server's address, beginning with https://"));
    if (code.trimmed().isEmpty())
        return fail(translate("App", "Enter the enrolment code."));
    const int least = static_cast<int>(limits::kPasswordCharsMin);
    if (!password.isEmpty() && password.size() < least)
        return fail(
            translate("App", "The password needs at least %n character(s).", nullptr, least));
    setErrorText({});
    m_askedHere = true;
    m_workplace.accounts().enrol(server.trimmed(), code.trimmed(), password);
    return true;
}

bool App::signIn(const QString &userId, const QString &password)
{
    if (!m_workplace.isOpen() || isBusy())
        return false;
    if (userId.trimmed().isEmpty() || password.isEmpty())
        return fail(translate("App", "Enter the name and the password."));
    setErrorText({});
    m_askedHere = true;
    m_workplace.accounts().signIn(userId.trimmed(), password);
    return true;
}

bool App::signOut()
{
    if (!m_workplace.isOpen())
        return false;
    const auto done = m_workplace.store().signOut();
    if (!done)
        return fail(ErrorText::of(done.error()));
    setErrorText({});
    lookAtPeople();
    return true;
}

bool App::setLanguage(const QString &language)
{
    return m_workplace.preferences().setLanguage(language);
}

bool App::setThemeName(const QString &name)
{
    return m_workplace.preferences().setTheme(name);
}

bool App::setTextScale(double scale)
{
    return m_workplace.preferences().setTextScale(scale);
}

Core::Stage App::stageNow() const
{
    if (m_workplace.store().identity().device.empty())
        return isBusy() && !m_askedHere ? Core::Stage::Starting : Core::Stage::Enrol;
    return m_signedIn ? Core::Stage::Ready : Core::Stage::SignIn;
}

void App::lookAtPeople()
{
    const auto person = m_workplace.store().actingUser();
    const bool signedIn = person.has_value();
    const domain::User now = person.value_or(domain::User{});
    if (signedIn != m_signedIn || !(now == m_person)) {
        m_signedIn = signedIn;
        m_person = now;
    }
    Q_EMIT personChanged();
    const Core::Stage stage = stageNow();
    if (stage == m_stage)
        return;
    m_stage = stage;
    Q_EMIT stageChanged();
}

void App::lookAtBureau()
{
    domain::Bureau bureau = m_workplace.store().bureau();
    if (bureau == m_bureau)
        return;
    m_bureau = std::move(bureau);
    Q_EMIT bureauChanged();
}

void App::lookForCards()
{
    m_workplace.ask<store::SyncOverview>(
        this, [&store = m_workplace.store()] { return store.syncOverview(); },
        [this](const store::SyncOverview &overview) {
            const bool more = m_cards && overview.cards > *m_cards;
            const int cards = static_cast<int>(overview.cards);
            m_cards = overview.cards;
            if (more)
                Q_EMIT toast(translate("App",
                                       "%n record(s) came back. See the synchronisation page.",
                                       nullptr, cards));
        });
}

void App::setErrorText(const QString &text)
{
    if (text == m_errorText)
        return;
    m_errorText = text;
    Q_EMIT errorTextChanged();
}

bool App::fail(const QString &text)
{
    setErrorText(text);
    return false;
}

} // namespace campus::viewmodels
