-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists in the order in which their tickets wake up: larger the sooner that is, 0 where nobody wants
-- to be reminded of it, or not any more. Worked out of what is there, so that nothing can drift.
ALTER TABLE ticket ADD COLUMN wake_key INTEGER GENERATED ALWAYS AS (
    CASE WHEN is_open = 1 AND pending_until > 0 THEN (1 << 48) - pending_until ELSE 0 END) VIRTUAL
--;;
CREATE INDEX ticket_all_wake ON ticket (is_open, wake_key, n, level) WHERE listed = 1
--;;
CREATE INDEX ticket_owner_wake ON ticket (owner_n, is_open, wake_key, n, level)
    WHERE owner_n IS NOT NULL
--;;
CREATE INDEX ticket_queue_wake ON ticket (queue_n, is_open, wake_key, n, level)
--;;
CREATE INDEX ticket_waiting_wake ON ticket (wake_key, n, level) WHERE is_waiting = 1
--;;
CREATE INDEX ticket_request_wake ON ticket (is_open, wake_key, n, level) WHERE request = 1
