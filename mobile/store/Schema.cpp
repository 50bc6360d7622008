#include "store/Schema.h"

#include <array>

namespace campus::store {

namespace {

constexpr std::string_view kFirst = R"sql(
-- What the tablet knows about itself, by name.
CREATE TABLE setting (
    name TEXT PRIMARY KEY, number INTEGER, text TEXT, octets BLOB
) STRICT, WITHOUT ROWID;

-- Installs of this app on this tablet; the newest is in use. Each has its own chain of events.
CREATE TABLE install (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, device TEXT NOT NULL,
    last_number INTEGER NOT NULL DEFAULT 0, last_chain BLOB NOT NULL,
    acknowledged INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Own events, in the order in which people made them. Rows are never deleted; `line` never changes.
CREATE TABLE journal (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, line BLOB NOT NULL,
    actor TEXT NOT NULL, type TEXT NOT NULL, kind INTEGER NOT NULL, object TEXT NOT NULL,
    main TEXT NOT NULL DEFAULT '',         -- a merge: the other hazard
    school TEXT NOT NULL, wall INTEGER NOT NULL,
    install TEXT NOT NULL, number INTEGER NOT NULL, -- 0 = left the chain, sent raw
    chain BLOB NOT NULL,
    state INTEGER NOT NULL DEFAULT 1,      -- EventState
    verdict INTEGER NOT NULL DEFAULT 0,    -- VerdictKind; 0 = none
    reason TEXT NOT NULL DEFAULT '', by_whom TEXT NOT NULL DEFAULT '',
    verdict_at INTEGER NOT NULL DEFAULT 0, seq INTEGER NOT NULL DEFAULT 0,
    official TEXT NOT NULL DEFAULT '',
    behind BLOB,                           -- answered below the cursor: chain value of that answer's head
    overlay_refusal INTEGER NOT NULL DEFAULT 0,
    card_answer INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX journal_chain ON journal(install, number) WHERE number > 0;
CREATE INDEX journal_object ON journal(object);
CREATE INDEX journal_main ON journal(main) WHERE main <> '';
CREATE INDEX journal_unsettled ON journal(state, position) WHERE state < 4;
CREATE INDEX journal_cards ON journal(position) WHERE verdict IN (3, 4) AND card_answer = 0;
CREATE INDEX journal_seq ON journal(seq) WHERE seq > 0;

-- Confirmed state, and the same while a bootstrap comes in.
CREATE TABLE doc (
    kind INTEGER NOT NULL, id TEXT NOT NULL, school TEXT NOT NULL, version INTEGER NOT NULL,
    json BLOB NOT NULL, UNIQUE (kind, id)
) STRICT;
CREATE INDEX doc_school ON doc(school, kind);
CREATE TABLE doc_shadow (
    kind INTEGER NOT NULL, id TEXT NOT NULL, school TEXT NOT NULL, version INTEGER NOT NULL,
    json BLOB NOT NULL, UNIQUE (kind, id)
) STRICT;
CREATE TABLE verdict_shadow (
    event TEXT PRIMARY KEY, verdict INTEGER NOT NULL, reason TEXT NOT NULL, by_whom TEXT NOT NULL,
    verdict_at INTEGER NOT NULL, seq INTEGER NOT NULL, official TEXT NOT NULL, install TEXT NOT NULL,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE removed (
    kind INTEGER NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE awaited (
    kind INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE head (size INTEGER PRIMARY KEY, chain BLOB NOT NULL) STRICT;

-- Lists: computed from doc and journal in the transaction that touches them; never the truth.
CREATE TABLE school_list (
    id TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, initials TEXT NOT NULL,
    type TEXT NOT NULL, ownership TEXT NOT NULL, status TEXT NOT NULL, township TEXT NOT NULL,
    pending INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE visible_school (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; -- to the acting person
CREATE TABLE asset_list (
    id TEXT PRIMARY KEY, school TEXT NOT NULL, kind INTEGER NOT NULL, name TEXT NOT NULL,
    in_use INTEGER NOT NULL, pending INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX asset_list_school ON asset_list(school, kind, name);
CREATE TABLE hazard_list (
    id TEXT PRIMARY KEY, number TEXT NOT NULL, school TEXT NOT NULL, asset TEXT NOT NULL,
    checklist TEXT NOT NULL, item TEXT NOT NULL, notice TEXT NOT NULL, finder TEXT NOT NULL,
    submitter TEXT NOT NULL, preparer TEXT NOT NULL,
    state INTEGER NOT NULL, open INTEGER NOT NULL, level INTEGER NOT NULL,
    awaits_level INTEGER NOT NULL, category TEXT NOT NULL, place TEXT NOT NULL, title TEXT NOT NULL,
    found INTEGER NOT NULL, due INTEGER, submitted INTEGER, closed INTEGER, review_due INTEGER,
    fixed_on_spot INTEGER NOT NULL, extension_asked INTEGER NOT NULL, restricted INTEGER NOT NULL,
    returns INTEGER NOT NULL, photos INTEGER NOT NULL, preview BLOB,
    delivery INTEGER NOT NULL, pending INTEGER NOT NULL, refusal TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX hazard_list_school ON hazard_list(school, open, due);
CREATE INDEX hazard_list_open ON hazard_list(open, due) WHERE open = 1;
CREATE INDEX hazard_list_asset ON hazard_list(asset) WHERE asset <> '';
CREATE TABLE inspection_list (
    id TEXT PRIMARY KEY, school TEXT NOT NULL, asset TEXT NOT NULL, checklist TEXT NOT NULL,
    kind TEXT NOT NULL, campaign TEXT NOT NULL, type TEXT NOT NULL, actor TEXT NOT NULL,
    day INTEGER NOT NULL, pass INTEGER NOT NULL, fail INTEGER NOT NULL, na INTEGER NOT NULL,
    hazards INTEGER NOT NULL, delivery INTEGER NOT NULL, pending INTEGER NOT NULL
) STRICT;
CREATE INDEX inspection_list_school ON inspection_list(school, day);
CREATE INDEX inspection_list_asset ON inspection_list(asset, kind, day);
CREATE TABLE notice_list (
    id TEXT PRIMARY KEY, number TEXT NOT NULL, temporary TEXT NOT NULL, school TEXT NOT NULL,
    issuer TEXT NOT NULL, day INTEGER NOT NULL, served INTEGER, receipted INTEGER,
    cancelled INTEGER, delivery INTEGER NOT NULL, pending INTEGER NOT NULL
) STRICT;
CREATE INDEX notice_list_school ON notice_list(school, day);
CREATE TABLE notice_line (
    notice TEXT NOT NULL, hazard TEXT NOT NULL, PRIMARY KEY (notice, hazard)
) STRICT, WITHOUT ROWID;

-- Drafts live here only. Answers are appended; an undo is a row of its own.
CREATE TABLE draft (
    id TEXT PRIMARY KEY, author TEXT NOT NULL, kind INTEGER NOT NULL, school TEXT NOT NULL,
    started INTEGER NOT NULL, touched INTEGER NOT NULL, doc BLOB NOT NULL
) STRICT;
CREATE TABLE draft_answer (
    draft TEXT NOT NULL REFERENCES draft(id) ON DELETE CASCADE, position INTEGER NOT NULL,
    step INTEGER NOT NULL,                 -- 1 prefilled, 2 answered, 3 undone
    answer BLOB, PRIMARY KEY (draft, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_hazard (
    draft TEXT NOT NULL REFERENCES draft(id) ON DELETE CASCADE, hazard TEXT NOT NULL,
    position INTEGER NOT NULL, act BLOB NOT NULL, PRIMARY KEY (draft, hazard)
) STRICT, WITHOUT ROWID;

-- Acts being written and not yet made: an owner is a draft or a hazard.
CREATE TABLE form (
    owner TEXT NOT NULL, key TEXT NOT NULL, author TEXT NOT NULL, touched INTEGER NOT NULL,
    act BLOB NOT NULL, PRIMARY KEY (owner, key, author)
) STRICT, WITHOUT ROWID;

-- Files of the blob folder, and those known by name.
CREATE TABLE blob (
    sha BLOB PRIMARY KEY, bytes INTEGER NOT NULL, media TEXT NOT NULL, state INTEGER NOT NULL,
    here INTEGER NOT NULL, upload TEXT NOT NULL DEFAULT '', sent INTEGER NOT NULL DEFAULT 0,
    preview_of BLOB, refused TEXT NOT NULL DEFAULT '', verified_at INTEGER NOT NULL DEFAULT 0,
    loose_since INTEGER NOT NULL DEFAULT 0 -- server's time at which nothing was seen to name it
) STRICT;
CREATE INDEX blob_unsent ON blob(sha) WHERE here = 1 AND state < 3;
-- Which object or own event names a blob. `event` 0 = a confirmed doc.
CREATE TABLE blob_reference (
    sha BLOB NOT NULL, kind INTEGER NOT NULL, object TEXT NOT NULL, event INTEGER NOT NULL,
    preview INTEGER NOT NULL, PRIMARY KEY (sha, kind, object, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_reference_object ON blob_reference(kind, object);
CREATE INDEX blob_reference_event ON blob_reference(event) WHERE event > 0;
CREATE TABLE wanted (
    sha BLOB PRIMARY KEY, kind INTEGER NOT NULL, object TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id TEXT PRIMARY KEY, doc BLOB NOT NULL, session TEXT NOT NULL, expires INTEGER NOT NULL
) STRICT;
CREATE TABLE time_sample (
    position INTEGER PRIMARY KEY, boot TEXT NOT NULL UNIQUE, mono INTEGER NOT NULL,
    server INTEGER NOT NULL, half INTEGER NOT NULL
) STRICT;
)sql";

constexpr std::array kSteps{sqlite::Migration{1, kFirst}};

} // namespace

std::span<const sqlite::Migration> schemaSteps()
{
    return kSteps;
}

} // namespace campus::store
