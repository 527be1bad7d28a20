-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists that the person made: a query and how its answer is shown. They cannot be fetched again.
-- `revision` = the server's number of what is in `json`; 0 = it has never seen it.

CREATE TABLE saved_view (
    id       TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    json     TEXT NOT NULL
) STRICT, WITHOUT ROWID
