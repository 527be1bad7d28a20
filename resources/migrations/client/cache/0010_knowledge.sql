-- SPDX-License-Identifier: GPL-3.0-or-later
-- The knowledge base: shelves, articles, their texts. `n` is ref.n. `json` is what people see;
-- `confirmed` the server's copy while operations are on top of it, null otherwise.
CREATE TABLE topic (
    n         INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    pending   INTEGER NOT NULL,
    json      TEXT NOT NULL,
    confirmed TEXT
) STRICT
--;;
CREATE TABLE article (
    n            INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    number       INTEGER NOT NULL,
    pending      INTEGER NOT NULL,
    topic        TEXT NOT NULL,
    state        INTEGER NOT NULL,
    is_published INTEGER NOT NULL,
    language     TEXT NOT NULL,
    title_key    TEXT NOT NULL,
    review_at    INTEGER NOT NULL,
    open_flags   INTEGER NOT NULL,
    suggestions  INTEGER NOT NULL,
    made_from    TEXT NOT NULL,
    updated_at   INTEGER NOT NULL,
    json         TEXT NOT NULL,
    confirmed    TEXT
) STRICT
--;;
CREATE INDEX article_topic ON article (topic, title_key)
--;;
CREATE INDEX article_number ON article (number)
--;;
CREATE INDEX article_review ON article (review_at) WHERE is_published = 1
--;;
CREATE INDEX article_made_from ON article (made_from) WHERE made_from <> ''
--;;
-- `at` orders the history: the server's time, or far behind it for what it has not seen yet.
CREATE TABLE revision (
    n          INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    article    TEXT NOT NULL,
    at         INTEGER NOT NULL,
    pending_op TEXT,
    json       TEXT NOT NULL
) STRICT
--;;
CREATE INDEX revision_article ON revision (article, at, n)
--;;
-- The text that is shown of an article, folded; rowid is article.n.
CREATE VIRTUAL TABLE article_fts USING fts5 (
    title, tags, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
)
