#include "app/TabletApp.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSysInfo>
#include <QTextStream>
#include <algorithm>

#include "app/Absent.h"
#include "core/Bytes.h"
#include "core/DrillClock.h"
#include "core/Limits.h"
#include "core/Log.h"
#include "net/HttpSyncApi.h"
#include "viewmodels/PhotoProvider.h"

namespace campus::app {

namespace {

constexpr int kPictureTickMillis = 100;
constexpr int kPictureQuietTicks = 12;
constexpr int kPictureTicksMax = 600;
constexpr std::size_t kMadePasswordBytes = 12;
constexpr qint64 kPasswordLineMax = 1024;
const QString kPasswordFile = QStringLiteral("sample-password.txt");
const QString kMain = QStringLiteral("qrc:/qt/qml/CampusSafety/Screens/Main.qml");

std::unique_ptr<Clock> clockFor(const Arguments &arguments)
{
    if (arguments.drillClockFile.isEmpty())
        return std::make_unique<SystemClock>();
    return std::make_unique<DrillClock>(arguments.drillClockFile.toStdString());
}

QString inFolder(const Arguments &arguments, const QString &name)
{
    return QDir(arguments.dataFolder).filePath(name);
}

std::string programName()
{
    return "campus-safety " + QCoreApplication::applicationVersion().toStdString();
}

std::string tabletLabel()
{
    const std::string name = QSysInfo::machineHostName().toStdString();
    return name.empty() ? "tablet" : firstCodePoints(name, limits::kNameCharsMax);
}

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

} // namespace

TabletApp::TabletApp(Arguments arguments)
    : m_arguments(std::move(arguments)),
      m_clock(clockFor(m_arguments)),
      m_ids(*m_clock, m_random),
      m_lock(inFolder(m_arguments, QStringLiteral("tablet.lock"))),
      m_vault(m_arguments.dataFolder.toStdString()),
      m_preferences(inFolder(m_arguments, QStringLiteral("preferences.ini"))),
      m_address(inFolder(m_arguments, QStringLiteral("server-address.txt")), m_arguments.server)
{
}

TabletApp::~TabletApp()
{
    m_engine.reset();
    m_workplace.reset();
    m_accounts.reset();
    m_sync.reset();
    m_worker.reset();
    m_store.reset();
}

bool TabletApp::start()
{
    const Error failure = openStore();
    if (!m_store)
        log(LogLevel::Error, "store_not_opened",
            {{"error", factsOf(failure.code).name}, {"detail", failure.detail}});
    makeParts();
    viewmodels::Workplace::Parts parts;
    parts.store = m_store.get();
    parts.clock = m_clock.get();
    parts.ids = &m_ids;
    parts.sync = m_sync.get();
    parts.accounts = m_accounts.get();
    parts.preferences = &m_preferences;
    parts.previews = &m_previews;
    parts.hasCamera = [cameras = m_cameras.get()] { return cameras->available(); };
    parts.failure = failure;
    m_workplace = std::make_unique<viewmodels::Workplace>(parts);
    prepareLooks();
    if (m_store && m_store->identity().device.empty())
        enrolByItself();
    else if (m_store)
        m_sync->syncNow();
    if (!loadScreens())
        return false;
    if (!m_arguments.screenshotFile.isEmpty())
        watchForPicture();
    return true;
}

Error TabletApp::openStore()
{
    const QDir folder(m_arguments.dataFolder);
    if (!folder.mkpath(QStringLiteral(".")))
        return {ErrorCode::StorageFailed, "the folder cannot be made"};
    // Whoever made it: what is kept here is nobody else's.
    if (!QFile::setPermissions(m_arguments.dataFolder, QFileDevice::ReadOwner |
                                                           QFileDevice::WriteOwner |
                                                           QFileDevice::ExeOwner))
        log(LogLevel::Warning, "folder_not_closed_to_others");
    m_lock.setStaleLockTime(0);
    if (!m_lock.tryLock()) {
        const bool taken = m_lock.error() == QLockFile::LockFailedError;
        return taken ? Error{ErrorCode::Conflict, "another program has the tablet's folder open"}
                     : Error{ErrorCode::StorageFailed, "the folder cannot be written"};
    }
    store::StoreOptions options;
    options.vault = &m_vault;
    auto opened =
        store::TabletStore::open(m_arguments.dataFolder.toStdString(), *m_clock, m_random, options);
    if (!opened)
        return opened.error();
    m_store = std::move(*opened);
    return {};
}

void TabletApp::makeParts()
{
    m_connectivity = platform::systemConnectivity();
    m_cameras = platform::systemCameras();
    if (!m_store) {
        m_sync = std::make_unique<NoSynchroniser>();
        m_accounts = std::make_unique<NoAccountDesk>();
        return;
    }
    worker::SyncWorkerOptions options;
    options.app = programName();
    const auto makeApi = [this]() -> std::unique_ptr<sync::SyncApi> {
        const QString address = m_address.get();
        return address.isEmpty() ? nullptr : std::make_unique<net::HttpSyncApi>(QUrl(address));
    };
    m_worker = std::make_unique<worker::SyncWorker>(*m_store, *m_clock, makeApi, options);
    m_sync = std::make_unique<WorkerSynchroniser>(*m_worker, *m_store, *m_connectivity);

    m_passwords.emplace(m_store->vault(), m_random);
    OnlineAccountDesk::Parts desk;
    desk.store = m_store.get();
    desk.passwords = &*m_passwords;
    desk.address = &m_address;
    desk.clock = m_clock.get();
    desk.makeApi = [](const QString &server) {
        return std::make_unique<net::HttpSyncApi>(QUrl(server));
    };
    desk.app = programName();
    desk.label = tabletLabel();
    m_accounts = std::make_unique<OnlineAccountDesk>(std::move(desk));
    connect(m_accounts.get(), &viewmodels::AccountDesk::ended, this,
            [this](const Result<void> &outcome) {
                if (!outcome)
                    return;
                m_worker->serverChanged();
                m_sync->syncNow();
            });
}

void TabletApp::prepareLooks()
{
    if (!m_arguments.language.isEmpty() && !m_preferences.setLanguage(m_arguments.language))
        log(LogLevel::Warning, "language_unknown");
    if (!m_arguments.theme.isEmpty() && !m_preferences.setTheme(m_arguments.theme))
        log(LogLevel::Warning, "theme_unknown");
    if (!m_translations.use(m_preferences.language()))
        log(LogLevel::Warning, "catalogue_missing");
    connect(&m_preferences, &viewmodels::Preferences::languageChanged, this, [this] {
        m_translations.use(m_preferences.language());
        if (m_engine)
            m_engine->retranslate();
        Q_EMIT m_workplace->languageChanged();
    });
}

bool TabletApp::loadScreens()
{
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral(":/qt/qml"));
    if (m_store)
        m_engine->addImageProvider(QString::fromLatin1(viewmodels::PhotoProvider::kScheme),
                                   new viewmodels::PhotoProvider(*m_workplace));
    if (!m_arguments.size.isEmpty())
        m_engine->setInitialProperties({{QStringLiteral("width"), m_arguments.size.width()},
                                        {QStringLiteral("height"), m_arguments.size.height()}});
    m_engine->load(QUrl(kMain));
    return !m_engine->rootObjects().isEmpty();
}

// ---- the start of the sample run ----------------------------------------------------------------

void TabletApp::enrolByItself()
{
    if (m_arguments.enrolCode.isEmpty())
        return;
    const QString password = passwordForEnrolment();
    if (password.isEmpty())
        return;
    connect(
        m_accounts.get(), &viewmodels::AccountDesk::ended, this,
        [this](const Result<void> &outcome) {
            if (outcome && !m_madePasswordFile.isEmpty())
                say(QStringLiteral("The password of this tablet's user was made up; it is in %1")
                        .arg(m_madePasswordFile));
            if (!outcome && !m_madePasswordFile.isEmpty())
                QFile::remove(m_madePasswordFile);
            m_madePasswordFile.clear();
        },
        Qt::SingleShotConnection);
    m_accounts->enrol(m_arguments.server, m_arguments.enrolCode, password);
}

QString TabletApp::passwordForEnrolment()
{
    if (!m_arguments.passwordFile.isEmpty()) {
        QFile file(m_arguments.passwordFile);
        if (file.open(QIODevice::ReadOnly)) {
            if (const QString password =
                    QString::fromUtf8(file.readLine(kPasswordLineMax)).trimmed();
                !password.isEmpty())
                return password;
        }
        log(LogLevel::Error, "password_file_unreadable");
        return {};
    }
    std::array<std::uint8_t, kMadePasswordBytes> random{};
    m_random.fill(random);
    const QString password = QString::fromStdString(toBase64(random));
    QFile file(inFolder(m_arguments, kPasswordFile));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(password.toUtf8() + '\n') < 0 || !file.flush()) {
        log(LogLevel::Error, "password_file_not_written");
        return {};
    }
    m_madePasswordFile = file.fileName();
    return password;
}

// ---- the picture of --screenshot ----------------------------------------------------------------

void TabletApp::watchForPicture()
{
    m_pictureTimer.setInterval(kPictureTickMillis);
    connect(&m_pictureTimer, &QTimer::timeout, this, [this] {
        const bool busy = m_accounts->isBusy() || m_sync->activity().running;
        m_quietTicks = busy ? 0 : m_quietTicks + 1;
        if (m_quietTicks >= kPictureQuietTicks || ++m_ticks >= kPictureTicksMax)
            takePicture();
    });
    m_pictureTimer.start();
}

void TabletApp::takePicture()
{
    m_pictureTimer.stop();
    auto *window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst());
    const bool saved = window && window->grabWindow().save(m_arguments.screenshotFile);
    if (!saved)
        log(LogLevel::Error, "picture_not_written");
    QCoreApplication::exit(saved ? 0 : 1);
}

} // namespace campus::app
