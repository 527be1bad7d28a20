-- SPDX-License-Identifier: GPL-3.0-or-later
-- Macros of the person, and what this computer knows of the rules of the desk; both as the tables
-- of other own things (0008).

CREATE TABLE macro (
    id       TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    json     TEXT NOT NULL,
    unsent   INTEGER NOT NULL DEFAULT 1,
    gone     INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID
--;;
CREATE TABLE rule (
    id       TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    json     TEXT NOT NULL,
    unsent   INTEGER NOT NULL DEFAULT 1,
    gone     INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID
