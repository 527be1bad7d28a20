-- SPDX-License-Identifier: GPL-3.0-or-later
-- Until when a requester is live before people; 0 = is not. No row of an earlier version is.
ALTER TABLE ticket ADD COLUMN live_until INTEGER NOT NULL DEFAULT 0
