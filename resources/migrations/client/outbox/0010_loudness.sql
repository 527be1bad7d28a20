-- SPDX-License-Identifier: GPL-3.0-or-later
-- How loud a notice is, and whether it names the person: such a one never gives way unread.
ALTER TABLE notice ADD COLUMN loudness TEXT NOT NULL DEFAULT 'interrupt'
--;;
ALTER TABLE notice ADD COLUMN mention INTEGER NOT NULL DEFAULT 0
--;;
-- Up to which moment the mentions in a ticket were read, on any of the person's computers: `id` is
-- the ticket. One of the own things.
CREATE TABLE mention_read (
    id       TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    json     TEXT NOT NULL,
    unsent   INTEGER NOT NULL DEFAULT 1,
    gone     INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID
