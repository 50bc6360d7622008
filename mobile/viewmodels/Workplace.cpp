#include "viewmodels/Workplace.h"

#include <QMetaObject>
#include <algorithm>

#include "core/Assert.h"
#include "viewmodels/SignatureDrawing.h"

namespace campus::viewmodels {

namespace {

constexpr int kReaders = 2;
constexpr int kDayCheckMillis = 30'000;

Workplace *s_instance = nullptr;

// What a listener missed is in the sum of both.
void add(store::Change &sum, const store::Change &change)
{
    for (const store::ObjectRef &object : change.objects) {
        if (std::find(sum.objects.begin(), sum.objects.end(), object) == sum.objects.end())
            sum.objects.push_back(object);
    }
    sum.everything = sum.everything || change.everything;
    sum.outbox = sum.outbox || change.outbox;
    sum.blobs = sum.blobs || change.blobs;
    sum.drafts = sum.drafts || change.drafts;
    sum.forms = sum.forms || change.forms;
    sum.people = sum.people || change.people;
}

} // namespace

Workplace::Workplace(const Parts &parts) : m_parts(parts)
{
    CAMPUS_ASSERT(s_instance == nullptr);
    CAMPUS_ASSERT(parts.clock && parts.ids && parts.sync && parts.accounts && parts.preferences);
    s_instance = this;
    m_readers.setMaxThreadCount(kReaders);
    m_today = Day::of(parts.clock->wall());
    if (!isOpen())
        return;
    m_today = parts.store->today();
    m_work.emplace(*parts.store, *parts.clock, *parts.ids);
    m_intake.emplace(*parts.store, parts.previews);
    m_listener = parts.store->listen([this](const store::Change &change) { take(change); });
    m_dayTimer.setInterval(kDayCheckMillis);
    connect(&m_dayTimer, &QTimer::timeout, this, &Workplace::lookAtTheDay);
    m_dayTimer.start();
}

Workplace::~Workplace()
{
    if (isOpen())
        m_parts.store->unlisten(m_listener);
    m_readers.waitForDone(); // a photo just taken still gets its place in a record
    s_instance = nullptr;
}

Workplace &Workplace::instance()
{
    CAMPUS_ASSERT(s_instance != nullptr);
    return *s_instance;
}

bool Workplace::exists()
{
    return s_instance != nullptr;
}

store::TabletStore &Workplace::store() const
{
    CAMPUS_ASSERT(isOpen());
    return *m_parts.store;
}

fieldwork::FieldWork &Workplace::work()
{
    CAMPUS_ASSERT(isOpen());
    return *m_work;
}

QString Workplace::photoUrl(const Digest &sha256, int width) const
{
    if (sha256 == Digest{})
        return {};
    const QString name = QString::fromStdString(sha256.hex());
    QString url = QStringLiteral("image://photo/%1?w=%2").arg(name).arg(width);
    // An image that failed is asked for again only under another address.
    const std::lock_guard lock(m_mutex);
    if (m_arrived.contains(name))
        url += QStringLiteral("&arrived=1");
    return url;
}

QString Workplace::photoUrl(const domain::Photo &photo, int width) const
{
    return photoUrl(photo.preview == Digest{} ? photo.original : photo.preview, width);
}

void Workplace::takePhoto(const QUrl &file, const fieldwork::PhotoFacts &facts, QObject *context,
                          std::function<void(Result<domain::Photo>)> then)
{
    CAMPUS_ASSERT(isOpen());
    const std::string path =
        file.isLocalFile() ? file.toLocalFile().toStdString() : file.path().toStdString();
    ask<Result<domain::Photo>>(
        context, [this, path, facts] { return m_intake->takeFile(path, facts); }, std::move(then));
}

void Workplace::takePhotoInto(const QString &owner, const QUrl &file,
                              const fieldwork::PhotoFacts &facts, Attach attach, QObject *context,
                              std::function<void(Result<void>)> then)
{
    CAMPUS_ASSERT(isOpen());
    const std::string path =
        file.isLocalFile() ? file.toLocalFile().toStdString() : file.path().toStdString();
    ++m_underWay[owner];
    Q_EMIT photosUnderWayChanged();
    const QPointer<QObject> alive(context);
    ask<Result<void>>(
        this,
        [this, path, facts, attach = std::move(attach)]() -> Result<void> {
            const auto photo = m_intake->takeFile(path, facts);
            return photo ? attach(*photo) : Result<void>(photo.error());
        },
        [this, owner, alive, then = std::move(then)](Result<void> done) {
            if (--m_underWay[owner] == 0)
                m_underWay.remove(owner);
            if (alive)
                then(std::move(done));
            Q_EMIT photosUnderWayChanged();
        });
}

Result<Digest> Workplace::takeSignature(const QVariantList &strokes, qreal width, qreal height)
{
    CAMPUS_ASSERT(isOpen());
    const Bytes png = signaturePng(strokes, width, height);
    if (png.empty())
        return {ErrorCode::InvalidInput, "signature: nothing was drawn"};
    return m_intake->takeDrawing(png);
}

void Workplace::noteMissingPhoto(const Digest &sha256)
{
    const std::lock_guard lock(m_mutex);
    m_missing.insert(QString::fromStdString(sha256.hex()));
}

void Workplace::take(const store::Change &change)
{
    const std::lock_guard lock(m_mutex);
    add(m_pending, change);
    if (m_delivering)
        return;
    m_delivering = true;
    QMetaObject::invokeMethod(this, &Workplace::deliver, Qt::QueuedConnection);
}

void Workplace::deliver()
{
    store::Change change;
    {
        const std::lock_guard lock(m_mutex);
        std::swap(change, m_pending);
        m_delivering = false;
    }
    if (change.blobs || change.everything)
        lookForArrivedPhotos();
    lookAtTheDay();
    Q_EMIT changed(change);
}

void Workplace::lookAtTheDay()
{
    const Day now = store().today();
    if (now == m_today)
        return;
    m_today = now;
    Q_EMIT dayChanged();
}

void Workplace::lookForArrivedPhotos()
{
    QSet<QString> missing;
    {
        const std::lock_guard lock(m_mutex);
        missing = m_missing;
    }
    QSet<QString> arrived;
    for (const QString &name : missing) {
        const auto sha256 = Digest::fromHex(name.toStdString());
        const auto state = store().photo(*sha256);
        if (state && state->here)
            arrived.insert(name);
    }
    if (arrived.isEmpty())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_missing.subtract(arrived);
        m_arrived.unite(arrived);
    }
    Q_EMIT photosArrived();
}

} // namespace campus::viewmodels
