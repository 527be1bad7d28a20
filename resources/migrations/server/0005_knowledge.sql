-- SPDX-License-Identifier: GPL-3.0-or-later
-- The knowledge base: shelves, articles, every saved text, and what readers said.
CREATE TABLE topic (
    id TEXT PRIMARY KEY,
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID
--;;
CREATE TABLE article (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    topic TEXT NOT NULL,
    is_published INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID
--;;
CREATE INDEX article_topic ON article (topic, is_published)
--;;
CREATE TABLE revision (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT
--;;
CREATE INDEX revision_article ON revision (article, seq)
--;;
CREATE TABLE revision_blob (
    sha256 TEXT NOT NULL,
    article TEXT NOT NULL,
    revision TEXT NOT NULL,
    PRIMARY KEY (sha256, article, revision)
) STRICT, WITHOUT ROWID
--;;
CREATE TABLE article_vote (
    article TEXT NOT NULL,
    person TEXT NOT NULL,
    vote TEXT NOT NULL,
    PRIMARY KEY (article, person)
) STRICT, WITHOUT ROWID
