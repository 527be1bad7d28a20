-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of which clocks the person was warned: a ticket's clock, and when it was due then.

CREATE TABLE due_told (
    ticket TEXT NOT NULL,
    clock  TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    PRIMARY KEY (ticket, clock, due_at)
) STRICT, WITHOUT ROWID
