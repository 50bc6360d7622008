-- Log: one row per event, in one order for all. `chain` is the log's chain value after the row.
CREATE TABLE installs (
    key     INTEGER PRIMARY KEY,
    device  TEXT NOT NULL,
    install TEXT NOT NULL,
    next    INTEGER NOT NULL DEFAULT 1,
    chain   BLOB NOT NULL,
    UNIQUE (device, install)
) STRICT;

CREATE TABLE log (
    seq         INTEGER PRIMARY KEY,
    chain       BLOB NOT NULL,
    event       BLOB NOT NULL UNIQUE,
    install     INTEGER NOT NULL REFERENCES installs (key),
    number      INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    earliest    INTEGER NOT NULL,
    latest      INTEGER NOT NULL,
    claimed     INTEGER NOT NULL,
    verdict     INTEGER NOT NULL,
    reason      TEXT NOT NULL,
    by_whom     TEXT NOT NULL,
    at          INTEGER NOT NULL,
    official    TEXT NOT NULL,
    line        TEXT NOT NULL
) STRICT;
CREATE INDEX log_by_install ON log (install);
CREATE TRIGGER log_is_not_updated BEFORE UPDATE ON log
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_is_not_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;

CREATE TABLE commits (
    last  INTEGER PRIMARY KEY,
    first INTEGER NOT NULL
) STRICT;

CREATE TABLE aside (
    id          INTEGER PRIMARY KEY,
    event       BLOB NOT NULL,
    install     INTEGER NOT NULL REFERENCES installs (key),
    number      INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    log_size    INTEGER NOT NULL,
    line        TEXT NOT NULL
) STRICT;
CREATE INDEX aside_by_event ON aside (event);
CREATE INDEX aside_by_log_size ON aside (log_size);
CREATE UNIQUE INDEX aside_in_chain ON aside (install, number) WHERE number > 0;

CREATE TABLE batches (
    install     INTEGER NOT NULL REFERENCES installs (key),
    last        INTEGER NOT NULL,
    first       INTEGER NOT NULL,
    chain       BLOB NOT NULL,
    signature   BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (install, last)
) STRICT, WITHOUT ROWID;

CREATE TABLE repeats (
    install  INTEGER NOT NULL REFERENCES installs (key),
    number   INTEGER NOT NULL,
    seq      INTEGER NOT NULL REFERENCES log (seq),
    log_size INTEGER NOT NULL,
    PRIMARY KEY (install, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX repeats_by_log_size ON repeats (log_size);

-- Docs: the newest state of every object.
CREATE TABLE docs (
    kind       INTEGER NOT NULL,
    id         TEXT NOT NULL,
    school     TEXT NOT NULL,
    version    INTEGER NOT NULL,
    restricted INTEGER NOT NULL,
    json       TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT;
CREATE INDEX docs_by_version ON docs (version);
CREATE INDEX docs_of_registers ON docs (version) WHERE kind IN (4, 6, 7, 9);

CREATE TABLE doc_moves (
    seq         INTEGER NOT NULL,
    kind        INTEGER NOT NULL,
    id          TEXT NOT NULL,
    from_school TEXT NOT NULL,
    PRIMARY KEY (seq, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE counters (
    series TEXT PRIMARY KEY,
    value  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- People and tablets.
CREATE TABLE credentials (
    user   TEXT PRIMARY KEY,
    hash   TEXT NOT NULL,
    set_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE failed_sign_ins (
    user         TEXT NOT NULL,
    device       TEXT NOT NULL,
    failures     INTEGER NOT NULL,
    locks        INTEGER NOT NULL,
    locked_until INTEGER NOT NULL,
    PRIMARY KEY (user, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
    id              TEXT PRIMARY KEY,
    label           TEXT NOT NULL,
    public_key      BLOB NOT NULL UNIQUE,
    enrolled_at     INTEGER NOT NULL,
    seen_at         INTEGER NOT NULL,
    revoked_at      INTEGER,
    declared_unsent INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_ins (
    device TEXT NOT NULL REFERENCES devices (id),
    user   TEXT NOT NULL,
    since  INTEGER NOT NULL,
    PRIMARY KEY (device, user)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    token_hash BLOB PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    user       TEXT NOT NULL,
    device     TEXT NOT NULL,
    opened_at  INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended      INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_end ON sessions (expires_at);

CREATE TABLE codes (
    selector   TEXT PRIMARY KEY,
    user       TEXT NOT NULL,
    hash       TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    attempts   INTEGER NOT NULL,
    used_by    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE time_samples (
    device TEXT NOT NULL,
    boot   TEXT NOT NULL,
    mono   INTEGER NOT NULL,
    server INTEGER NOT NULL,
    PRIMARY KEY (device, boot)
) STRICT, WITHOUT ROWID;

-- Blobs: their octets lie in files named by hash.
CREATE TABLE uploads (
    id         TEXT PRIMARY KEY,
    device     TEXT NOT NULL,
    sha256     BLOB NOT NULL,
    bytes      INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    UNIQUE (device, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE blobs (
    sha256      BLOB PRIMARY KEY,
    bytes       INTEGER NOT NULL,
    media_type  TEXT NOT NULL,
    device      TEXT NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE blob_names (
    kind     INTEGER NOT NULL,
    object   TEXT NOT NULL,
    sha256   BLOB NOT NULL,
    named_at INTEGER NOT NULL,
    PRIMARY KEY (kind, object, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
