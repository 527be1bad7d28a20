-- SPDX-License-Identifier: GPL-3.0-or-later
-- Canned texts of the person. They cannot be fetched again.
-- `revision` = the server's number of what is in `json`; 0 = it has never seen it.

CREATE TABLE snippet (
    id       TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    json     TEXT NOT NULL
) STRICT, WITHOUT ROWID
