#include "service/Services.h"

#include <charconv>

#include "core/Log.h"
#include "service/Directory.h"
#include "service/Reports.h"
#include "storage/BlobFolder.h"
#include "storage/DataFolder.h"
#include "storage/sqlite/SqliteStore.h"

namespace campus::service {

using storage::Books;

struct Services::Parts {
    Parts(std::unique_ptr<storage::Store> opened, storage::DataFolder &folder,
          const SigningKey &signingKey, const Clock &ticking, Random &random,
          const AccountSettings &settings)
        : clock(ticking),
          ids(ticking, random),
          key(signingKey),
          store(std::move(opened)),
          blobs(folder.path()),
          registers(*store, directory, clock, ids, key),
          accounts(*store, directory, registers, clock, ids, random, settings),
          intake(*store, directory, clock),
          feed(*store, directory, clock),
          uploads(*store, blobs, directory, clock, ids),
          reports(*store, directory, clock)
    {
    }

    const Clock &clock;
    IdSource ids;
    SigningKey key;
    std::unique_ptr<storage::Store> store;
    storage::BlobFolder blobs;
    Directory directory;
    Registers registers;
    Accounts accounts;
    Intake intake;
    Feed feed;
    Uploads uploads;
    Reports reports;
    std::string serverId;
    bool drill = false;
    Uploads::CheckReport blobCheck;
};

Services::Services(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Services::~Services() = default;

namespace {

// The key of a database that is not new has to be there already: a fresh one would sign what the
// old one began.
Result<SigningKey> keyOf(storage::DataFolder &folder, storage::Store &store)
{
    std::string known;
    const auto looked = store.read([&](const Books &books) -> Result<void> {
        const auto setting = books.setting(storage::kServerKeySetting);
        if (!setting)
            return setting.error();
        known = *setting;
        return {};
    });
    if (!looked)
        return looked.error();
    auto key = known.empty() ? folder.makeSigningKey() : folder.signingKey();
    if (key && !known.empty() && known != toHex(key->publicKey())) {
        return Error{
            ErrorCode::StorageCorrupt,
            "server.key is not the key of this database; restore both from the same backup"};
    }
    return key;
}

// A server gets its id and shows its key once, when its database is new.
Result<void> nameServer(storage::Store &store, const SigningKey &key, IdSource &ids)
{
    return store.write([&](Books &books) -> Result<void> {
        const auto id = books.setting(storage::kServerIdSetting);
        if (!id)
            return id.error();
        if (!id->empty())
            return {};
        if (auto set = books.setSetting(storage::kServerIdSetting, ids.next()); !set)
            return set;
        return books.setSetting(storage::kServerKeySetting, toHex(key.publicKey()));
    });
}

} // namespace

Result<std::unique_ptr<Services>> Services::open(storage::DataFolder &folder, const Clock &clock,
                                                 Random &random, ServiceOptions options)
{
    storage::SqliteOptions sqlite;
    sqlite.readers = options.readers;
    sqlite.readOnly = options.readOnly;
    sqlite.vfs = options.vfs;
    auto store = storage::openSqliteStore(folder.database(), sqlite);
    if (!store)
        return store.error();
    const auto key = keyOf(folder, **store);
    if (!key)
        return key.error();
    auto parts =
        std::make_unique<Parts>(std::move(*store), folder, *key, clock, random, options.accounts);
    if (!options.readOnly) {
        if (auto named = nameServer(*parts->store, *key, parts->ids); !named)
            return named.error();
        if (auto prepared = parts->blobs.prepare(); !prepared)
            return prepared.error();
        const auto checked = parts->uploads.checkOnStart();
        if (!checked)
            return checked.error();
        parts->blobCheck = *checked;
    }
    const auto looked = parts->store->read([&](const Books &books) -> Result<void> {
        const auto id = books.setting(storage::kServerIdSetting);
        const auto drill = books.setting(storage::kDrillSetting);
        for (const auto *setting : {&id, &drill}) {
            if (!*setting)
                return setting->error();
        }
        parts->serverId = *id;
        parts->drill = *drill == "1";
        return {};
    });
    if (!looked)
        return looked.error();
    return std::unique_ptr<Services>(new Services(std::move(parts)));
}

Accounts &Services::accounts()
{
    return m_parts->accounts;
}
Intake &Services::intake()
{
    return m_parts->intake;
}
Feed &Services::feed()
{
    return m_parts->feed;
}
Uploads &Services::uploads()
{
    return m_parts->uploads;
}
Registers &Services::registers()
{
    return m_parts->registers;
}
Reports &Services::reports()
{
    return m_parts->reports;
}
Directory &Services::directory()
{
    return m_parts->directory;
}
storage::Store &Services::store()
{
    return *m_parts->store;
}
storage::BlobFolder &Services::blobs()
{
    return m_parts->blobs;
}
const Clock &Services::clock() const
{
    return m_parts->clock;
}
const std::string &Services::serverId() const
{
    return m_parts->serverId;
}
bool Services::isDrill() const
{
    return m_parts->drill;
}
const Uploads::CheckReport &Services::blobCheck() const
{
    return m_parts->blobCheck;
}

Result<Health> Services::health()
{
    Health health;
    const auto looked = m_parts->store->read([&](const Books &books) -> Result<void> {
        const auto head = books.log().head();
        const auto aside = books.log().asideCount();
        const auto missing = books.blobs().countMissing();
        const auto durable = books.setting(storage::kDurableSizeSetting);
        if (!head)
            return head.error();
        if (!durable)
            return durable.error();
        for (const auto *count : {&aside, &missing}) {
            if (!*count)
                return count->error();
        }
        health.head = *head;
        health.idConflicts = *aside;
        health.blobsMissing = *missing;
        std::from_chars(durable->data(), durable->data() + durable->size(), health.durableSize);
        return {};
    });
    if (!looked)
        return looked.error();
    health.writable = m_parts->store->isWritable();
    return health;
}

} // namespace campus::service
