-- SPDX-License-Identifier: GPL-3.0-or-later
-- From a hit in the full-text index to its ticket without touching the message itself: rows of
-- messages are long and lie far apart, and a frequent word has thousands of hits.
CREATE INDEX message_ticket ON message (n, ticket_n)
