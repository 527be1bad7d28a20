-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is agreed on about times, and which of a ticket's clocks is due next. Rows of earlier
-- versions have no clocks: the server sends them again when it has something to say. `due_key` sorts
-- the soonest first: it is larger the sooner a ticket is due, 1 while its clocks wait for the
-- requester, 0 without clocks.
CREATE TABLE service_book (
    n    INTEGER PRIMARY KEY,
    json BLOB NOT NULL
) STRICT
--;;
ALTER TABLE ticket ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0
--;;
ALTER TABLE ticket ADD COLUMN warn_at INTEGER NOT NULL DEFAULT 0
--;;
ALTER TABLE ticket ADD COLUMN due_clock INTEGER NOT NULL DEFAULT 0
--;;
ALTER TABLE ticket ADD COLUMN is_paused INTEGER NOT NULL DEFAULT 0
--;;
ALTER TABLE ticket ADD COLUMN has_missed INTEGER NOT NULL DEFAULT 0
--;;
ALTER TABLE ticket ADD COLUMN due_key INTEGER NOT NULL DEFAULT 0
--;;
CREATE INDEX ticket_all_due ON ticket (is_open, due_key, n, level) WHERE listed = 1
--;;
CREATE INDEX ticket_owner_due ON ticket (owner_n, is_open, due_key, n, level)
    WHERE owner_n IS NOT NULL
--;;
CREATE INDEX ticket_queue_due ON ticket (queue_n, is_open, due_key, n, level)
--;;
CREATE INDEX ticket_waiting_due ON ticket (due_key, n, level) WHERE is_waiting = 1
--;;
CREATE INDEX ticket_request_due ON ticket (is_open, due_key, n, level) WHERE request = 1
--;;
-- For warnings: what is due soon or a little late, with all that decides who is told.
CREATE INDEX ticket_due ON ticket (due_at, warn_at, owner_n, n) WHERE due_at > 0
