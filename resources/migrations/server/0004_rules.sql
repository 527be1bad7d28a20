-- SPDX-License-Identifier: GPL-3.0-or-later
-- What belongs to the desk: rules. Of the same make as own things (0003), with one count of
-- revisions that stays ahead of everybody's own.
CREATE TABLE desk_thing (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    gone INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID
--;;
-- Which rules that listen to time have done their part for which tickets, as long as they match.
CREATE TABLE rule_hit (
    ticket TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (ticket, rule)
) STRICT, WITHOUT ROWID
--;;
-- Closed tickets are most of them, and time changes nothing about them.
ALTER TABLE ticket ADD COLUMN is_closed INTEGER NOT NULL DEFAULT 0
--;;
UPDATE ticket SET is_closed = 1 WHERE json_extract(json, '$.state') = 'closed'
--;;
CREATE INDEX ticket_not_closed ON ticket (id) WHERE is_closed = 0
