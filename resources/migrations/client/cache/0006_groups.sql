-- SPDX-License-Identifier: GPL-3.0-or-later
-- Everything that a list can be grouped by and narrowed to, in one index: groups are counted, and
-- the tickets of small ones found, without reading a ticket.
CREATE INDEX ticket_group ON ticket (
    is_open, listed, state, priority, level, queue_n, owner_n, due_key, is_waiting, request,
    category, requester_name
)
