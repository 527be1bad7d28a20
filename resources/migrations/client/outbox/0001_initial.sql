-- SPDX-License-Identifier: GPL-3.0-or-later
-- The precious database of a profile: what a person did that the server may not know yet.

CREATE TABLE op (
    id            TEXT PRIMARY KEY NOT NULL,
    seq           INTEGER NOT NULL UNIQUE,
    ticket        TEXT NOT NULL,
    kind          TEXT NOT NULL,
    json          TEXT NOT NULL,
    undo          TEXT NOT NULL DEFAULT '',
    title         TEXT NOT NULL DEFAULT '',
    queued_at     INTEGER NOT NULL,
    state         TEXT NOT NULL DEFAULT 'queued',
    attempts      INTEGER NOT NULL DEFAULT 0,
    server_faults INTEGER NOT NULL DEFAULT 0,
    not_before    INTEGER NOT NULL DEFAULT 0,
    error_code    TEXT NOT NULL DEFAULT '',
    error_detail  TEXT NOT NULL DEFAULT '',
    retry_after   INTEGER,
    answer        TEXT NOT NULL DEFAULT '',
    merged        INTEGER NOT NULL DEFAULT 0,
    changed_at    INTEGER NOT NULL
) STRICT
--;;
CREATE INDEX op_live ON op (seq) WHERE state NOT IN ('done', 'discarded')
--;;
CREATE INDEX op_live_ticket ON op (ticket, seq) WHERE state NOT IN ('done', 'discarded')
--;;
CREATE INDEX op_ended ON op (changed_at) WHERE state IN ('done', 'discarded')
--;;
CREATE TABLE draft (
    place TEXT PRIMARY KEY NOT NULL,
    json  TEXT NOT NULL,
    at    INTEGER NOT NULL
) STRICT
--;;
CREATE TABLE meta (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID
