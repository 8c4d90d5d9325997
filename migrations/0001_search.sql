-- The full-text indices; drizzle-kit does not know virtual tables. Statements have one of their own, which holds no text and
-- gives their places alone: the rows of the depositary's lists are nearly all that there is, and a search of everything
-- does not show them.
CREATE VIRTUAL TABLE `search` USING fts5(kind UNINDEXED, id UNINDEXED, name, body, tokenize = "porter unicode61 remove_diacritics 2");
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_rows` USING fts5(name, body, content = '', columnsize = 0, tokenize = "porter unicode61 remove_diacritics 2");
