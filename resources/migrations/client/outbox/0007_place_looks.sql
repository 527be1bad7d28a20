-- SPDX-License-Identifier: GPL-3.0-or-later
-- How the person wants to see the lists that are always there: `id` names the list, `json` holds
-- its columns, order, groups and density. Saved views hold their own.
CREATE TABLE place_look (
    id       TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    json     TEXT NOT NULL
) STRICT, WITHOUT ROWID
