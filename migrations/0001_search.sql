-- The full-text index over states, treaties, speakers and statements; drizzle-kit does not know virtual tables.
CREATE VIRTUAL TABLE `search` USING fts5(kind UNINDEXED, id UNINDEXED, name, body, tokenize = "porter unicode61 remove_diacritics 2");
