-- SPDX-License-Identifier: GPL-3.0-or-later
-- The server's one database. Ids are 36-character texts, times are UTC milliseconds, JSON is the
-- canonical compact form of core/model/codec.h, so that equal things are equal bytes.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID
--;;
CREATE TABLE queue (
    id TEXT PRIMARY KEY,
    name_key TEXT NOT NULL UNIQUE,
    active INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID
--;;
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    login_key TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    active INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID
--;;
CREATE TABLE credential (
    person TEXT PRIMARY KEY REFERENCES person (id),
    argon2 TEXT NOT NULL,
    changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID
--;;
-- Only the SHA-256 of a token is kept: who reads this file cannot sign in with it.
CREATE TABLE device_token (
    token_hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    device TEXT NOT NULL,
    name TEXT NOT NULL,
    created INTEGER NOT NULL,
    last_used INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    revoked INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID
--;;
CREATE INDEX device_token_person ON device_token (person, device)
--;;
-- Rows of some kilobytes, so a table with row numbers: without them each would fill a page.
CREATE TABLE ticket (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL UNIQUE,
    queue TEXT NOT NULL REFERENCES queue (id),
    requester TEXT NOT NULL REFERENCES person (id),
    updated INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT
--;;
CREATE INDEX ticket_queue ON ticket (queue)
--;;
-- `seq` is the order of acceptance, which no clock can disturb.
CREATE TABLE message (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    ticket TEXT NOT NULL REFERENCES ticket (id),
    visibility TEXT NOT NULL,
    kind TEXT NOT NULL,
    author TEXT NOT NULL,
    received INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT
--;;
CREATE INDEX message_ticket ON message (ticket, seq)
--;;
-- What was answered to each operation; what makes sending twice harmless.
CREATE TABLE op_result (
    op_id TEXT PRIMARY KEY,
    device TEXT NOT NULL,
    device_seq INTEGER NOT NULL,
    person TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    status TEXT NOT NULL,
    result TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID
--;;
CREATE INDEX op_result_age ON op_result (at)
--;;
CREATE TABLE device_ack (
    device TEXT PRIMARY KEY,
    through INTEGER NOT NULL
) STRICT, WITHOUT ROWID
--;;
-- A feed's history. Entries say what changed, never how it looks: that is read for each reader.
-- Superseded entries stay for their chain, which proves to a client that this is its history.
CREATE TABLE feed_entry (
    feed TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    cause TEXT NOT NULL,
    chain TEXT NOT NULL,
    superseded INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (feed, seq)
) STRICT, WITHOUT ROWID
--;;
CREATE UNIQUE INDEX feed_entry_live ON feed_entry (feed, kind, entity) WHERE superseded = 0
--;;
CREATE INDEX feed_entry_order ON feed_entry (feed, seq) WHERE superseded = 0
--;;
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    device TEXT NOT NULL,
    op_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    ticket TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    chain TEXT NOT NULL
) STRICT
--;;
CREATE UNIQUE INDEX audit_op ON audit (op_id) WHERE op_id <> ''
--;;
CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID
--;;
-- Who has shown to have the bytes. Nobody learns from us that somebody else has a file.
CREATE TABLE blob_owner (
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    person TEXT NOT NULL,
    PRIMARY KEY (sha256, person)
) STRICT, WITHOUT ROWID
--;;
CREATE TABLE upload (
    person TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    PRIMARY KEY (person, sha256)
) STRICT, WITHOUT ROWID
--;;
CREATE TABLE message_blob (
    sha256 TEXT NOT NULL,
    ticket TEXT NOT NULL,
    message TEXT NOT NULL,
    visibility TEXT NOT NULL,
    PRIMARY KEY (sha256, ticket, message)
) STRICT, WITHOUT ROWID
