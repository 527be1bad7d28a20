-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the person was told, or would have been; when they want to hear of a ticket again; and
-- which of their requests they were asked to rate. It cannot be fetched again.

CREATE TABLE notice (
    seq     INTEGER PRIMARY KEY,
    message TEXT NOT NULL UNIQUE,
    ticket  TEXT NOT NULL,
    json    TEXT NOT NULL,
    is_read INTEGER NOT NULL DEFAULT 0
) STRICT
--;;
CREATE INDEX notice_unread ON notice (ticket) WHERE is_read = 0
--;;
CREATE TABLE snooze (
    ticket   TEXT PRIMARY KEY NOT NULL,
    until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID
--;;
CREATE TABLE rating_asked (
    ticket TEXT PRIMARY KEY NOT NULL,
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID
