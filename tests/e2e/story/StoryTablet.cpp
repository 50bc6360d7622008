#include "e2e/story/StoryTablet.h"

#include <QBuffer>
#include <QImage>
#include <QRegularExpression>

namespace campus::story {

namespace {

constexpr int kSyncTries = 40;

class ScaledPreview final : public fieldwork::PreviewMaker
{
public:
    Result<Bytes> previewOf(BytesView original, const std::string &) override
    {
        const QImage image = QImage::fromData(original.data(), static_cast<int>(original.size()));
        if (image.isNull())
            return {ErrorCode::UnsupportedMedia, "the photo is no picture"};
        QByteArray octets;
        QBuffer buffer(&octets);
        buffer.open(QIODevice::WriteOnly);
        image.scaled(640, 640, Qt::KeepAspectRatio, Qt::SmoothTransformation)
            .save(&buffer, "JPEG", 78);
        return Bytes(octets.begin(), octets.end());
    }
};

} // namespace

StoryTablet::StoryTablet(std::string user, const Clock &clock)
    : m_user(std::move(user)),
      m_clock(clock),
      m_ids(clock, m_random),
      m_previews(std::make_unique<ScaledPreview>())
{
}

Result<std::unique_ptr<StoryTablet>> StoryTablet::open(const QString &folder,
                                                       const std::string &user, const Clock &clock)
{
    std::unique_ptr<StoryTablet> tablet(new StoryTablet(user, clock));
    if (auto opened = tablet->openStore(folder); !opened)
        return opened.error();
    return tablet;
}

Result<void> StoryTablet::openStore(const QString &folder)
{
    auto store = store::TabletStore::open(folder.toStdString(), m_clock, m_random);
    if (!store)
        return store.error();
    m_store = std::move(store).value();
    m_work = std::make_unique<fieldwork::FieldWork>(*m_store, m_clock, m_ids);
    m_intake = std::make_unique<fieldwork::PhotoIntake>(*m_store, m_previews.get());
    return {};
}

Result<void> StoryTablet::enrol(ServerProcess &server)
{
    if (!m_store->identity().device.empty() && m_store->actingUser())
        return {};
    Error last;
    for (int i = 0; i < kSyncTries; ++i) { // the server may die at any moment of it
        if (auto started = server.start(); !started)
            return started;
        const auto enrolled = enrolOnce(server);
        if (enrolled)
            return {};
        last = enrolled.error();
        if (!factsOf(last.code).retryable)
            return last;
    }
    return last;
}

Result<void> StoryTablet::enrolOnce(const ServerProcess &server)
{
    const auto printed = server.run("enrol-code", {"--user", QString::fromStdString(m_user)});
    if (!printed)
        return printed.error();
    static const QRegularExpression pattern("[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}");
    wire::EnrolRequest request;
    request.code = pattern.match(*printed).captured().toStdString();
    request.label = "PAD-" + m_user;
    request.key = m_store->deviceKey();
    request.password = "story-" + m_user;
    request.app = "campus-story";
    request.proof = m_store->sign(asBytes(wire::enrolProofText(request)));
    net::HttpSyncApi api{QUrl(server.address())};
    const auto answer = api.enrol(request);
    if (!answer)
        return answer.error();
    return m_store->keepEnrolment(*answer);
}

Result<void> StoryTablet::synchronise(ServerProcess &server)
{
    Error last;
    for (int i = 0; i < kSyncTries; ++i) {
        if (auto started = server.start(); !started)
            return started.error();
        if (!m_api || m_address != server.address()) {
            m_engine.reset();
            m_address = server.address();
            m_api = std::make_unique<net::HttpSyncApi>(QUrl(m_address));
            m_engine =
                std::make_unique<sync::SyncEngine>(*m_api, *m_store, m_clock, "campus-story");
        }
        const auto done = m_engine->run();
        if (!done) {
            last = done.error();
            if (factsOf(last.code).retryable)
                continue;
            return last;
        }
        const store::SyncOverview left = m_store->syncOverview();
        if (left.unsettledEvents == 0 && left.unsentPhotos == 0)
            return {};
        last = {ErrorCode::Conflict, std::to_string(left.unsettledEvents) + " events and " +
                                         std::to_string(left.unsentPhotos) +
                                         " photos are still unsettled"};
    }
    return last;
}

Result<domain::Photo> StoryTablet::photograph(const QString &kind, const QString &subject,
                                              Scene scene, const std::string &place)
{
    fieldwork::PhotoFacts facts;
    facts.place = place;
    return m_intake->take(takePicture(kind, subject, scene), facts);
}

Result<Digest> StoryTablet::penStroke(const QString &name)
{
    return m_intake->takeDrawing(drawSignature(name));
}

} // namespace campus::story
