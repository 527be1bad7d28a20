-- SPDX-License-Identifier: GPL-3.0-or-later
-- When somebody wants to be reminded of a ticket, UTC ms; 0 = never. Tickets of earlier versions
-- have no such moment: the server sends those again for which one is set.

ALTER TABLE ticket ADD COLUMN pending_until INTEGER NOT NULL DEFAULT 0
--;;
-- For reminders, with all that decides who is told.
CREATE INDEX ticket_wakes ON ticket (pending_until, owner_n, is_open, n) WHERE pending_until > 0
