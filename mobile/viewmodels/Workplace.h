// What every view model works with: the tablet's store, field work, clock, photos, synchronisation
// and accounts, and the signals that tell when something shown has changed. Made once by the
// composition root (or a test) before the first view model; instance() is that one.
// Owns nothing but its reader threads; what it refers to outlives it. UI thread unless said.
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <QUrl>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "core/Clock.h"
#include "core/IdSource.h"
#include "fieldwork/FieldWork.h"
#include "fieldwork/PhotoIntake.h"
#include "store/TabletStore.h"
#include "viewmodels/AccountDesk.h"
#include "viewmodels/Preferences.h"
#include "viewmodels/Synchroniser.h"

namespace campus::viewmodels {

class Workplace : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        store::TabletStore *store = nullptr; // null: it could not be opened, see `failure`
        const Clock *clock = nullptr;
        IdSource *ids = nullptr;
        Synchroniser *sync = nullptr;
        AccountDesk *accounts = nullptr;
        Preferences *preferences = nullptr;
        fieldwork::PreviewMaker *previews = nullptr;
        std::function<bool()> hasCamera; // asked when first wanted: looking takes a while
        Error failure;                   // why there is no store
    };
    explicit Workplace(const Parts &parts);
    ~Workplace() override;

    static Workplace &instance();
    static bool exists();

    bool isOpen() const { return m_parts.store != nullptr; }
    const Error &failure() const { return m_parts.failure; }
    store::TabletStore &store() const; // of an open workplace, as everything below
    fieldwork::FieldWork &work();
    const Clock &clock() const { return *m_parts.clock; }
    IdSource &ids() const { return *m_parts.ids; }
    Synchroniser &sync() const { return *m_parts.sync; }
    AccountDesk &accounts() const { return *m_parts.accounts; }
    Preferences &preferences() const { return *m_parts.preferences; }
    bool hasCamera() const { return m_parts.hasCamera && m_parts.hasCamera(); }
    Day today() const { return m_today; }

    // ---- photos ----
    // For Image.source; empty for the zero digest. `width` in pixels, 0 = as it is.
    QString photoUrl(const Digest &sha256, int width = 0) const;
    QString photoUrl(const domain::Photo &photo,
                     int width = 0) const; // its preview, else the original
    // Takes a picture file in on a reader thread (decoding takes long), then calls `then` here,
    // unless `context` is gone by then.
    void takePhoto(const QUrl &file, const fieldwork::PhotoFacts &facts, QObject *context,
                   std::function<void(Result<domain::Photo>)> then);
    // As above, and names the photo in a record by `attach`, on the reader thread, whoever looks by
    // then. Until that is done it counts as under way for `owner`: a draft or a hazard.
    using Attach = std::function<Result<void>(const domain::Photo &)>;
    void takePhotoInto(const QString &owner, const QUrl &file, const fieldwork::PhotoFacts &facts,
                       Attach attach, QObject *context, std::function<void(Result<void>)> then);
    bool isPhotoUnderWay(const QString &owner) const { return m_underWay.contains(owner); }
    // A signature of SignaturePad as a kept blob. InvalidInput when nothing was drawn.
    Result<Digest> takeSignature(const QVariantList &strokes, qreal width, qreal height);
    // Any thread: a blob that an image asked for is not on this tablet.
    void noteMissingPhoto(const Digest &sha256);

    // ---- questions off the UI thread ----
    // Runs `query` on a reader thread, then `then` here with its answer, unless `context` is gone.
    template <typename Answer>
    void ask(QObject *context, std::function<Answer()> query, std::function<void(Answer)> then)
    {
        const QPointer<QObject> alive(context);
        m_readers.start([this, alive, query = std::move(query), then = std::move(then)]() mutable {
            auto answer = std::make_shared<Answer>(query());
            QMetaObject::invokeMethod(
                this,
                [alive, answer, then = std::move(then)] {
                    if (alive)
                        then(std::move(*answer));
                },
                Qt::QueuedConnection);
        });
    }

Q_SIGNALS:
    // The store changed; several changes may come as one. Never from inside a call of the store.
    void changed(const campus::store::Change &change);
    void dayChanged();      // today() is another day: every due text is old
    void languageChanged(); // every text is old; the translators are installed already
    void photosArrived();   // photoUrl() of some photos is new
    void photosUnderWayChanged();

private:
    void take(const store::Change &change); // any thread
    void deliver();
    void lookAtTheDay();
    void lookForArrivedPhotos();

    Parts m_parts;
    std::optional<fieldwork::FieldWork> m_work;
    std::optional<fieldwork::PhotoIntake> m_intake;
    QThreadPool m_readers;
    QTimer m_dayTimer;
    Day m_today;
    QHash<QString, int> m_underWay; // photos by owner
    int m_listener = 0;
    mutable std::mutex m_mutex; // guards the four below
    store::Change m_pending;
    bool m_delivering = false;
    QSet<QString> m_missing;
    QSet<QString> m_arrived;
};

} // namespace campus::viewmodels
