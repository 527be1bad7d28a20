-- SPDX-License-Identifier: GPL-3.0-or-later
-- What queries ask of tickets and their messages without taking JSON apart row by row.

ALTER TABLE ticket ADD COLUMN impact INTEGER NOT NULL DEFAULT 4
--;;
ALTER TABLE ticket ADD COLUMN urgency INTEGER NOT NULL DEFAULT 2
--;;
UPDATE ticket SET
    impact = CASE json_extract(CAST(json AS TEXT), '$.impact')
        WHEN 'company' THEN 1 WHEN 'site' THEN 2 WHEN 'team' THEN 3 ELSE 4 END,
    urgency = CASE json_extract(CAST(json AS TEXT), '$.urgency')
        WHEN 'blocked' THEN 1 WHEN 'annoyed' THEN 3 WHEN 'can-wait' THEN 4 ELSE 2 END
    WHERE json_valid(CAST(json AS TEXT))
--;;
-- Lists of a ticket: 1 tags, 2 watchers, 3 its requester, 4 its contact; core/query/field.h has
-- the numbers. Whoever has none has no row.
CREATE TABLE ticket_key (
    what     INTEGER NOT NULL,
    key      TEXT NOT NULL,
    ticket_n INTEGER NOT NULL,
    PRIMARY KEY (what, key, ticket_n)
) STRICT, WITHOUT ROWID
--;;
INSERT OR IGNORE INTO ticket_key (what, key, ticket_n)
    SELECT 1, item.value, ticket.n FROM ticket, json_each(CAST(ticket.json AS TEXT), '$.tags') AS item
        WHERE json_valid(CAST(ticket.json AS TEXT))
    UNION ALL
    SELECT 2, item.value, ticket.n FROM ticket, json_each(CAST(ticket.json AS TEXT), '$.watchers') AS item
        WHERE json_valid(CAST(ticket.json AS TEXT))
    UNION ALL
    SELECT 3, json_extract(CAST(json AS TEXT), '$.requester'), n FROM ticket
        WHERE json_valid(CAST(json AS TEXT))
            AND json_extract(CAST(json AS TEXT), '$.requester') IS NOT NULL
    UNION ALL
    SELECT 4, json_extract(CAST(json AS TEXT), '$.contact'), n FROM ticket
        WHERE json_valid(CAST(json AS TEXT))
            AND json_extract(CAST(json AS TEXT), '$.contact') IS NOT NULL
--;;
CREATE INDEX ticket_key_ticket ON ticket_key (ticket_n)
--;;
-- How many files a message carries.
ALTER TABLE message ADD COLUMN files INTEGER NOT NULL DEFAULT 0
--;;
UPDATE message SET files = coalesce(json_array_length(CAST(json AS TEXT), '$.files'), 0)
    WHERE instr(CAST(json AS TEXT), '"files":[') > 0 AND json_valid(CAST(json AS TEXT))
--;;
CREATE INDEX message_files ON message (ticket_n) WHERE files > 0
