-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words of the full-text indexes as tables, for those who mistyped one: they hold nothing of
-- their own.
CREATE VIRTUAL TABLE subject_words USING fts5vocab (subject_fts, row)
--;;
CREATE VIRTUAL TABLE message_words USING fts5vocab (message_fts, row)
