-- The full-text indices; drizzle-kit does not know virtual tables. The rows of the depositary's lists have one of their
-- own: they are nearly all that there is, and a search of everything does not show them.
CREATE VIRTUAL TABLE `search` USING fts5(kind UNINDEXED, id UNINDEXED, name, body, tokenize = "porter unicode61 remove_diacritics 2");
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_rows` USING fts5(id UNINDEXED, name, body, tokenize = "porter unicode61 remove_diacritics 2");
