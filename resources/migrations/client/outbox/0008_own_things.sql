-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people make for themselves travels to their other computers. `unsent` = the server has not
-- taken this state yet; `gone` = deleted here, and the row stays until the server knows.
ALTER TABLE saved_view ADD COLUMN unsent INTEGER NOT NULL DEFAULT 1
--;;
ALTER TABLE saved_view ADD COLUMN gone INTEGER NOT NULL DEFAULT 0
--;;
ALTER TABLE snippet ADD COLUMN unsent INTEGER NOT NULL DEFAULT 1
--;;
ALTER TABLE snippet ADD COLUMN gone INTEGER NOT NULL DEFAULT 0
--;;
ALTER TABLE place_look ADD COLUMN unsent INTEGER NOT NULL DEFAULT 1
--;;
ALTER TABLE place_look ADD COLUMN gone INTEGER NOT NULL DEFAULT 0
