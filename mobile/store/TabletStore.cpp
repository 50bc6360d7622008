#include "store/TabletStore.h"

#include <algorithm>

#include "core/Log.h"
#include "store/Recovery.h"
#include "store/StoreParts.h"
#include "wire/DocCodec.h"
#include "wire/EventCodec.h"

namespace campus::store {

TabletStore::TabletStore(std::unique_ptr<Parts> parts) : m_parts(std::move(parts))
{
}

TabletStore::~TabletStore() = default;

Result<std::unique_ptr<TabletStore>> TabletStore::open(const std::string &directory, const Clock &clock,
                                                       Random &random, const StoreOptions &options)
{
    auto parts = std::make_unique<Parts>(directory, clock, random, options);
    if (auto opened = parts->open(); !opened)
        return opened.error();
    return std::unique_ptr<TabletStore>(new TabletStore(std::move(parts)));
}

const OpenReport &TabletStore::openReport() const
{
    return m_parts->report;
}

const Clock &TabletStore::clock() const
{
    return m_parts->clock;
}

Day TabletStore::today() const
{
    return m_parts->readOrEmpty([&](Work &work) { return m_parts->today(work); });
}

// ---- people ---------------------------------------------------------------------------------------

namespace {

void keepPerson(Work &work, const wire::Session &session)
{
    const std::string doc = wire::encodeDoc(session.user);
    // A renewed session of the same person is nobody's news.
    auto known = work.overlay.person(session.user.id);
    domain::User before = known ? *known : domain::User{};
    before.version = session.user.version;
    work.change.people = work.change.people || before != session.user;
    work.sql.run("INSERT INTO person(id, doc, session, expires) VALUES (?1, ?2, ?3, ?4)"
                 " ON CONFLICT(id) DO UPDATE SET doc = excluded.doc, session = excluded.session,"
                 " expires = excluded.expires",
                 session.user.id, asBytes(doc), session.id, session.expiresAt);
}

} // namespace

KeyVault &TabletStore::vault()
{
    return m_parts->secrets;
}

PublicKey TabletStore::deviceKey() const
{
    return m_parts->key->publicKey();
}

Result<void> TabletStore::keepEnrolment(const wire::EnrolAnswer &answer)
{
    const auto refused = m_parts->read([&](Work &work) {
        const std::string server = work.settings.text(setting::kServer);
        return !server.empty() && server != answer.server
            && work.sql.any("SELECT 1 FROM journal WHERE state < 4");
    });
    if (!refused)
        return refused.error();
    if (*refused) // before anything is written
        return {ErrorCode::Conflict, "events of another server are not settled"};
    const std::string identity = answer.device + "\n" + answer.server;
    if (auto kept = m_parts->secrets.write(kIdentityName, asBytes(identity)); !kept)
        return kept;
    if (auto kept = m_parts->keepToken(answer.session.user.id, answer.session.token); !kept)
        return kept;
    return m_parts->write([&](Work &work) -> Result<void> {
        const std::string server = work.settings.text(setting::kServer);
        if (!server.empty() && server != answer.server) {
            if (work.sql.any("SELECT 1 FROM journal WHERE state < 4"))
                return {ErrorCode::Conflict, "events of another server are not settled"};
            for (const ObjectRef &object : work.docs.refs())
                work.touch(object);
            work.sql.run("DELETE FROM doc");
            work.docs.rollBackTo({});
        }
        work.settings.set(setting::kDevice, answer.device);
        work.settings.set(setting::kServer, answer.server);
        work.settings.set(setting::kActing, answer.session.user.id);
        keepPerson(work, answer.session);
        work.change.people = true;
        if (work.journal.install().device != answer.device)
            work.journal.beginInstall(m_parts->ids.next(), answer.device);
        return {};
    });
}

Result<void> TabletStore::signIn(const wire::Session &session)
{
    if (auto kept = m_parts->keepToken(session.user.id, session.token); !kept)
        return kept;
    return m_parts->write([&](Work &work) {
        keepPerson(work, session);
        work.settings.set(setting::kActing, session.user.id);
        work.change.people = true;
    });
}

Result<void> TabletStore::keepSession(const wire::Session &session)
{
    if (auto kept = m_parts->keepToken(session.user.id, session.token); !kept)
        return kept;
    return m_parts->write([&](Work &work) { keepPerson(work, session); });
}

Result<void> TabletStore::handOverTo(const std::string &user)
{
    return m_parts->write([&](Work &work) -> Result<void> {
        if (!work.sql.any("SELECT 1 FROM person WHERE id = ?1", user))
            return {ErrorCode::NotFound, user + " never signed in on this tablet"};
        work.settings.set(setting::kActing, user);
        work.change.people = true;
        return {};
    });
}

Result<void> TabletStore::signOut()
{
    std::string left;
    auto done = m_parts->write([&](Work &work) {
        left = work.settings.text(setting::kActing);
        work.sql.run("UPDATE person SET session = '', expires = 0 WHERE id = ?1", left);
        work.settings.set(setting::kActing, std::string_view());
        work.change.people = true;
    });
    if (done && !left.empty())
        done = m_parts->keepToken(left, {});
    return done;
}

std::optional<domain::User> TabletStore::actingUser() const
{
    return m_parts->readOrEmpty([](Work &work) { return work.acting(); });
}

std::vector<domain::User> TabletStore::peopleHere() const
{
    return m_parts->readOrEmpty([](Work &work) {
        std::vector<std::string> ids;
        work.sql.each("SELECT id FROM person",
                      [&](const sqlite::Statement &row) { ids.push_back(row.text(0)); });
        std::vector<domain::User> people;
        for (const std::string &id : ids) {
            if (const auto person = work.overlay.person(id))
                people.push_back(*person);
        }
        std::sort(people.begin(), people.end(), [](const domain::User &a, const domain::User &b) {
            return std::tie(a.name, a.id) < std::tie(b.name, b.id);
        });
        return people;
    });
}

// ---- acts -----------------------------------------------------------------------------------------

namespace {

// Fills in what only the store knows, and writes the event's octets.
Result<std::string> lineOf(Work &work, domain::Event &event)
{
    const wire::EventType type = wire::typeOf(event.body);
    const bool ofSchool = std::holds_alternative<domain::AssetObserved>(event.body)
        && event.kind == domain::ObjectKind::School;
    event.type = type.type;
    event.kind = ofSchool ? domain::ObjectKind::School : type.kind;
    const sync::SyncPosition position = work.docs.position();
    event.head = std::max(position.highest.size, position.cursor.size);
    if (event.seen == 0) {
        const auto known = work.docs.find({event.kind, event.object});
        event.seen = known ? known->version : 0;
    }
    auto line = wire::encodeEvent(event);
    if (!line)
        return line;
    auto written = wire::decodeEvent(*line); // what the line says is what counts from here on
    if (!written)
        return written.error();
    event = std::move(written).value();
    return line;
}

bool isRefusal(const domain::Decision &decision)
{
    return decision.kind == domain::Decision::Kind::Refused
        || decision.kind == domain::Decision::Kind::Quarantined;
}

Result<void> add(Work &work, domain::Event event, Saved &saved, bool onlyIfAccepted)
{
    const auto line = lineOf(work, event);
    if (!line)
        return line.error();
    for (const Digest &blob : event.blobs) {
        if (!work.blobs.isHere(blob))
            return {ErrorCode::NotFound, "blob " + blob.hex() + " is not on this tablet"};
    }
    const domain::Decision decision = work.overlay.decide(event);
    saved.decisions.push_back(decision);
    if (onlyIfAccepted && isRefusal(decision))
        return {ErrorCode::Cancelled, "refused"};
    const std::int64_t position = work.journal.add(event, *line, mainOf(event));
    if (isRefusal(decision))
        work.journal.noteOverlayRefusal(position, decision.reason);
    for (const Digest &blob : event.blobs)
        work.blobs.addOwnReference(blob, {event.kind, event.object}, position);
    saved.events.push_back(event.id);
    return work.sql.outcome();
}

} // namespace

Result<Saved> TabletStore::append(const Save &save)
{
    return this->save(save, true);
}

Result<Saved> TabletStore::rehearse(const std::vector<domain::Event> &events)
{
    Save rehearsal;
    rehearsal.events = events;
    return save(rehearsal, false);
}

Result<Saved> TabletStore::save(const Save &save, bool keep)
{
    Saved saved;
    bool cancelled = false; // by a refusal or a rehearsal: rolled back, and no error
    const auto done = m_parts->write([&](Work &work) -> Result<void> {
        saved = {};
        cancelled = false;
        if (work.settings.text(setting::kDevice).empty())
            return {ErrorCode::Unauthenticated, "this tablet is not enrolled"};
        for (const domain::Event &event : save.events) {
            auto added = add(work, event, saved, save.onlyIfAccepted);
            cancelled = !added && added.error().code == ErrorCode::Cancelled;
            if (!added)
                return added;
        }
        cancelled = !keep;
        if (cancelled)
            return {ErrorCode::Cancelled, "rehearsal"};
        for (const std::string &draft : save.draftsDone)
            work.drafts.drop(draft);
        for (const Form &form : save.formsDone)
            work.drafts.dropForm(form, work.settings.text(setting::kActing));
        for (const std::string &card : save.cardsRedone)
            work.journal.answerCard(card, work.settings.text(setting::kActing), save.answeredAs);
        work.change.outbox = true;
        work.change.drafts = !save.draftsDone.empty();
        work.change.forms = !save.formsDone.empty();
        return {};
    });
    if (cancelled) {
        saved.events.clear();
        return saved;
    }
    if (!done)
        return done.error();
    saved.saved = true;
    return saved;
}

Result<void> TabletStore::answerCard(const std::string &event, CardAnswer answer)
{
    return m_parts->write([&](Work &work) {
        work.journal.answerCard(event, work.settings.text(setting::kActing), answer);
        work.change.outbox = true;
    });
}

std::uint64_t TabletStore::highestHead() const
{
    return m_parts->readOrEmpty([](Work &work) { return work.docs.position().highest.size; });
}

// ---- listeners ------------------------------------------------------------------------------------

int TabletStore::listen(Listener listener)
{
    const std::lock_guard lock(m_parts->listenerMutex);
    m_parts->listeners.emplace(++m_parts->lastListener, std::move(listener));
    return m_parts->lastListener;
}

void TabletStore::unlisten(int id)
{
    const std::lock_guard lock(m_parts->listenerMutex);
    m_parts->listeners.erase(id);
}

// ---- upkeep ---------------------------------------------------------------------------------------

Result<void> TabletStore::rebuildLists()
{
    return m_parts->write([](Work &work) { work.rebuild = true; });
}

Result<Digest> TabletStore::fingerprint() const
{
    return m_parts->read([](Work &work) {
        Sha256 hash;
        for (const std::string_view text :
             {"SELECT kind, id, version, school, json FROM doc ORDER BY kind, id",
              "SELECT * FROM school_list ORDER BY id", "SELECT * FROM visible_school ORDER BY id",
              "SELECT * FROM asset_list ORDER BY id", "SELECT * FROM hazard_list ORDER BY id",
              "SELECT * FROM inspection_list ORDER BY id", "SELECT * FROM notice_list ORDER BY id",
              "SELECT * FROM notice_line ORDER BY notice, hazard",
              "SELECT sha, kind, object, event, preview FROM blob_reference ORDER BY 1, 2, 3, 4",
              "SELECT id, state, verdict, seq FROM journal ORDER BY position"}) {
            auto rows = work.sql.prepare(text);
            if (!rows) {
                work.sql.fail(rows.error());
                break;
            }
            hash.add(text);
            for (;;) {
                const auto row = rows->step();
                if (!row)
                    work.sql.fail(row.error());
                if (!row || !*row)
                    break;
                for (int column = 0; column < rows->columns(); ++column) {
                    hash.add(rows->blobView(column));
                    hash.add(std::string_view("\x1f", 1));
                }
            }
        }
        return hash.finish();
    });
}

Result<void> TabletStore::verifyJournal() const
{
    Result<void> sound;
    const auto read = m_parts->read([&](Work &work) {
        sound = work.journal.verify();
        for (const auto &[sha256, bytes] : work.blobs.here()) {
            if (sound && m_parts->files.size(m_parts->blobPath(sha256)) != bytes)
                sound = {ErrorCode::StorageCorrupt, "the file of blob " + sha256.hex() + " is not whole"};
        }
        return true;
    });
    return read ? sound : Result<void>(read.error());
}

} // namespace campus::store
