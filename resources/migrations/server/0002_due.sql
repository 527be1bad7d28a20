-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a ticket's next clock is due, and whether it has clocks at all. Tickets of earlier versions
-- get theirs when the server starts with something agreed on; which of them are open is not known
-- before they were looked at.
ALTER TABLE ticket ADD COLUMN is_open INTEGER NOT NULL DEFAULT 1
--;;
ALTER TABLE ticket ADD COLUMN has_clocks INTEGER NOT NULL DEFAULT 0
--;;
ALTER TABLE ticket ADD COLUMN due INTEGER NOT NULL DEFAULT 0
--;;
CREATE INDEX ticket_open ON ticket (has_clocks, id) WHERE is_open = 1
--;;
CREATE INDEX ticket_due ON ticket (queue, due) WHERE due > 0
