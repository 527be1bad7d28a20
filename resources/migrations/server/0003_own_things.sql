-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people make for themselves: saved views, canned texts, the looks of lists. One count of
-- revisions per person; what was deleted stays as a row, so that every computer hears of it.
CREATE TABLE own_thing (
    person TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    gone INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (person, kind, id)
) STRICT, WITHOUT ROWID
--;;
CREATE UNIQUE INDEX own_thing_revision ON own_thing (person, revision)
