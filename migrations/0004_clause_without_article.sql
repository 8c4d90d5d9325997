PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_clauses` (
	`treaty` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`article` text,
	`rule` text NOT NULL,
	`summary` text NOT NULL,
	`words` text,
	`citation` text NOT NULL,
	PRIMARY KEY(`treaty`, `id`),
	FOREIGN KEY (`treaty`) REFERENCES `treaties`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "clauses_rule" CHECK(json_valid("__new_clauses"."rule") AND json_extract("__new_clauses"."rule", '$.kind') IS NOT NULL)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_clauses`("treaty", "id", "position", "article", "rule", "summary", "words", "citation") SELECT "treaty", "id", "position", "article", "rule", "summary", "words", "citation" FROM `clauses`;--> statement-breakpoint
DROP TABLE `clauses`;--> statement-breakpoint
ALTER TABLE `__new_clauses` RENAME TO `clauses`;--> statement-breakpoint
PRAGMA foreign_keys=ON;