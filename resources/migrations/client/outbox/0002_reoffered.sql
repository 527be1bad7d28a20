-- SPDX-License-Identifier: GPL-3.0-or-later
-- When an accepted operation was offered again to a restored server; 0 = it was not.

ALTER TABLE op ADD COLUMN reoffered_at INTEGER NOT NULL DEFAULT 0
