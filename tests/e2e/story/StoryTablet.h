// One person's tablet in the story: the app's real store, field work, network and sync engine over
// a folder of its own, without a screen.
#pragma once

#include <QString>
#include <functional>
#include <memory>
#include <string>

#include "core/IdSource.h"
#include "core/Result.h"
#include "e2e/story/ServerProcess.h"
#include "e2e/story/StoryPhotos.h"
#include "fieldwork/FieldWork.h"
#include "fieldwork/PhotoIntake.h"
#include "net/HttpSyncApi.h"
#include "store/TabletStore.h"
#include "sync/SyncEngine.h"

namespace campus::story {

class StoryTablet
{
public:
    static Result<std::unique_ptr<StoryTablet>> open(const QString &folder, const std::string &user,
                                                     const Clock &clock);

    const std::string &user() const { return m_user; }
    store::TabletStore &store() { return *m_store; }
    fieldwork::FieldWork &work() { return *m_work; }

    // With a one-time code of the real command line; nothing when the tablet is enrolled already.
    Result<void> enrol(ServerProcess &server);
    // Until nothing is left to send or take. A server that died is started again and asked again.
    Result<void> synchronise(ServerProcess &server);

    // A JPEG taken now at `place`, stored with its preview.
    Result<domain::Photo> photograph(const QString &kind, const QString &subject, Scene scene,
                                     const std::string &place);
    Result<Digest> penStroke(const QString &name); // image of a signature

private:
    StoryTablet(std::string user, const Clock &clock);
    Result<void> openStore(const QString &folder);
    Result<void> enrolOnce(const ServerProcess &server);

    std::string m_user;
    const Clock &m_clock;
    SystemRandom m_random;
    IdSource m_ids;
    std::unique_ptr<fieldwork::PreviewMaker> m_previews;
    std::unique_ptr<store::TabletStore> m_store;
    std::unique_ptr<fieldwork::FieldWork> m_work;
    std::unique_ptr<fieldwork::PhotoIntake> m_intake;
    std::unique_ptr<net::HttpSyncApi> m_api;
    std::unique_ptr<sync::SyncEngine> m_engine;
    QString m_address;
};

} // namespace campus::story
