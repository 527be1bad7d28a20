-- SPDX-License-Identifier: GPL-3.0-or-later
-- The disposable database of a profile: what the server said, with our own pending operations on
-- top. Enumerations are stored as numbers; core/store/cacherows.cpp pins them.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID
--;;
-- Ids of tickets, people and queues as small numbers: indexes hold these instead of 36 letters.
CREATE TABLE ref (
    n  INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT
--;;
CREATE TABLE feed (
    n            INTEGER PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE,
    cursor_seq   INTEGER NOT NULL DEFAULT 0,
    cursor_chain TEXT NOT NULL DEFAULT '',
    high_seq     INTEGER NOT NULL DEFAULT 0,
    high_chain   TEXT NOT NULL DEFAULT '',
    newest_at    INTEGER NOT NULL DEFAULT 0
) STRICT
--;;
-- Which feed showed what, and its digest as the server counts it. `generation` tells rows that
-- were seen since the last resync from those that were not. `item` is ref.n, or message.n for
-- messages.
CREATE TABLE feed_row (
    kind       INTEGER NOT NULL,
    item       INTEGER NOT NULL,
    feed_n     INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    digest     BLOB NOT NULL,
    PRIMARY KEY (kind, item, feed_n)
) STRICT, WITHOUT ROWID
--;;
-- Effective rows: what people see. `is_full` = from a queue's feed, not a requester's face.
-- `listed` = belongs into the lists of all work, `request` = among the person's own requests.
-- `owner_n` is null when the owner is not ours to know, 0 when nobody owns it. `rank` orders by
-- priority, then by last change. `number_key` puts tickets without a number on top.
CREATE TABLE ticket (
    n              INTEGER PRIMARY KEY,
    id             TEXT NOT NULL,
    tag            TEXT NOT NULL,
    number         INTEGER NOT NULL,
    kind           INTEGER NOT NULL,
    title          TEXT NOT NULL,
    category       TEXT NOT NULL,
    priority       INTEGER NOT NULL,
    state          INTEGER NOT NULL,
    public_state   INTEGER NOT NULL,
    level          INTEGER NOT NULL,
    queue          TEXT NOT NULL,
    owner          TEXT NOT NULL,
    owner_name     TEXT NOT NULL,
    contact_name   TEXT NOT NULL,
    requester_name TEXT NOT NULL,
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    asked_at       INTEGER NOT NULL,
    messages       INTEGER NOT NULL DEFAULT 0,
    pending        INTEGER NOT NULL,
    is_full        INTEGER NOT NULL,
    is_open        INTEGER NOT NULL,
    is_waiting     INTEGER NOT NULL,
    listed         INTEGER NOT NULL,
    request        INTEGER NOT NULL,
    owner_n        INTEGER,
    queue_n        INTEGER NOT NULL,
    rank           INTEGER NOT NULL,
    number_key     INTEGER NOT NULL,
    json           BLOB NOT NULL
) STRICT
--;;
CREATE INDEX ticket_tag ON ticket (tag)
--;;
CREATE INDEX ticket_pending ON ticket (n) WHERE pending = 1
--;;
-- Lists. The level comes last so that a filter on it is answered within the index; n stands
-- before it because it breaks ties of the sort key.
CREATE INDEX ticket_all_updated ON ticket (is_open, updated_at, n, level) WHERE listed = 1
--;;
CREATE INDEX ticket_all_created ON ticket (is_open, created_at, n, level) WHERE listed = 1
--;;
CREATE INDEX ticket_all_rank ON ticket (is_open, rank, n, level) WHERE listed = 1
--;;
-- Not partial: it also finds a ticket by its number.
CREATE INDEX ticket_all_number ON ticket (is_open, number_key, n, level, listed)
--;;
CREATE INDEX ticket_owner_updated ON ticket (owner_n, is_open, updated_at, n, level)
    WHERE owner_n IS NOT NULL
--;;
CREATE INDEX ticket_owner_created ON ticket (owner_n, is_open, created_at, n, level)
    WHERE owner_n IS NOT NULL
--;;
CREATE INDEX ticket_owner_rank ON ticket (owner_n, is_open, rank, n, level)
    WHERE owner_n IS NOT NULL
--;;
CREATE INDEX ticket_owner_number ON ticket (owner_n, is_open, number_key, n, level)
    WHERE owner_n IS NOT NULL
--;;
CREATE INDEX ticket_queue_updated ON ticket (queue_n, is_open, updated_at, n, level)
--;;
CREATE INDEX ticket_queue_created ON ticket (queue_n, is_open, created_at, n, level)
--;;
CREATE INDEX ticket_queue_rank ON ticket (queue_n, is_open, rank, n, level)
--;;
CREATE INDEX ticket_queue_number ON ticket (queue_n, is_open, number_key, n, level)
--;;
CREATE INDEX ticket_waiting_updated ON ticket (updated_at, n, level) WHERE is_waiting = 1
--;;
CREATE INDEX ticket_waiting_created ON ticket (created_at, n, level) WHERE is_waiting = 1
--;;
CREATE INDEX ticket_waiting_rank ON ticket (rank, n, level) WHERE is_waiting = 1
--;;
CREATE INDEX ticket_waiting_number ON ticket (number_key, n, level) WHERE is_waiting = 1
--;;
CREATE INDEX ticket_request_updated ON ticket (is_open, updated_at, n, level) WHERE request = 1
--;;
CREATE INDEX ticket_request_created ON ticket (is_open, created_at, n, level) WHERE request = 1
--;;
CREATE INDEX ticket_request_rank ON ticket (is_open, rank, n, level) WHERE request = 1
--;;
CREATE INDEX ticket_request_number ON ticket (is_open, number_key, n, level) WHERE request = 1
--;;
-- The server's copy of rows that have operations on top.
CREATE TABLE confirmed_ticket (
    n       INTEGER PRIMARY KEY,
    is_full INTEGER NOT NULL,
    json    BLOB NOT NULL
) STRICT
--;;
-- `at` orders a thread: the server's time, or far behind it for what the server has not yet seen.
-- Larger n = newer, on which search relies.
CREATE TABLE message (
    n          INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    ticket_n   INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    visibility INTEGER NOT NULL,
    author     TEXT NOT NULL,
    pending_op TEXT,
    json       BLOB NOT NULL
) STRICT
--;;
CREATE INDEX message_thread ON message (ticket_n, at, n)
--;;
CREATE TABLE person (
    n        INTEGER PRIMARY KEY,
    name_key TEXT NOT NULL,
    is_staff INTEGER NOT NULL,
    json     BLOB NOT NULL
) STRICT
--;;
CREATE INDEX person_staff ON person (name_key, n) WHERE is_staff = 1
--;;
-- The beginnings by which people are found: each word of the name, the login, the address.
CREATE TABLE person_key (
    key      TEXT NOT NULL,
    person_n INTEGER NOT NULL,
    PRIMARY KEY (key, person_n)
) STRICT, WITHOUT ROWID
--;;
CREATE INDEX person_key_person ON person_key (person_n)
--;;
CREATE TABLE queue (
    n    INTEGER PRIMARY KEY,
    json BLOB NOT NULL
) STRICT
--;;
CREATE VIRTUAL TABLE subject_fts USING fts5 (
    title, requester, number, content = '', tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
)
--;;
CREATE VIRTUAL TABLE message_fts USING fts5 (
    body, content = '', tokenize = 'unicode61 remove_diacritics 2', detail = full
)
--;;
-- Open tickets by what the navigation counts: 1 all, 2 waiting, 3 by owner, 4 by queue. Kept by
-- triggers, so that no way of writing a ticket can forget them.
CREATE TABLE counter (
    what  INTEGER NOT NULL,
    key   INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (what, key)
) STRICT, WITHOUT ROWID
--;;
CREATE TRIGGER ticket_counted_insert AFTER INSERT ON ticket
WHEN new.is_open = 1
BEGIN
    INSERT INTO counter SELECT 1, 0, 1 WHERE new.listed = 1
        ON CONFLICT DO UPDATE SET count = count + 1;
    INSERT INTO counter SELECT 2, 0, 1 WHERE new.is_waiting = 1
        ON CONFLICT DO UPDATE SET count = count + 1;
    INSERT INTO counter SELECT 3, new.owner_n, 1 WHERE new.owner_n IS NOT NULL
        ON CONFLICT DO UPDATE SET count = count + 1;
    INSERT INTO counter SELECT 4, new.queue_n, 1 WHERE new.queue_n > 0
        ON CONFLICT DO UPDATE SET count = count + 1;
END
--;;
CREATE TRIGGER ticket_counted_delete AFTER DELETE ON ticket
WHEN old.is_open = 1
BEGIN
    UPDATE counter SET count = count - 1 WHERE what = 1 AND key = 0 AND old.listed = 1;
    UPDATE counter SET count = count - 1 WHERE what = 2 AND key = 0 AND old.is_waiting = 1;
    UPDATE counter SET count = count - 1 WHERE what = 3 AND key = old.owner_n;
    UPDATE counter SET count = count - 1 WHERE what = 4 AND key = old.queue_n;
END
--;;
CREATE TRIGGER ticket_counted_update AFTER UPDATE ON ticket
WHEN old.is_open <> new.is_open OR old.listed <> new.listed OR old.is_waiting <> new.is_waiting
    OR old.owner_n IS NOT new.owner_n OR old.queue_n <> new.queue_n
BEGIN
    UPDATE counter SET count = count - 1
        WHERE what = 1 AND key = 0 AND old.is_open = 1 AND old.listed = 1;
    UPDATE counter SET count = count - 1
        WHERE what = 2 AND key = 0 AND old.is_open = 1 AND old.is_waiting = 1;
    UPDATE counter SET count = count - 1
        WHERE what = 3 AND key = old.owner_n AND old.is_open = 1;
    UPDATE counter SET count = count - 1
        WHERE what = 4 AND key = old.queue_n AND old.is_open = 1;
    INSERT INTO counter SELECT 1, 0, 1 WHERE new.is_open = 1 AND new.listed = 1
        ON CONFLICT DO UPDATE SET count = count + 1;
    INSERT INTO counter SELECT 2, 0, 1 WHERE new.is_open = 1 AND new.is_waiting = 1
        ON CONFLICT DO UPDATE SET count = count + 1;
    INSERT INTO counter SELECT 3, new.owner_n, 1 WHERE new.is_open = 1 AND new.owner_n IS NOT NULL
        ON CONFLICT DO UPDATE SET count = count + 1;
    INSERT INTO counter SELECT 4, new.queue_n, 1 WHERE new.is_open = 1 AND new.queue_n > 0
        ON CONFLICT DO UPDATE SET count = count + 1;
END
