-- What lists are read and counted by: written from the tables of a finished record, as the full-text indices are.
-- A statement's place is its number in the order of lists; it is the rowid of `search_rows` too. Acts
-- are counted by kind and, under the kind `any`, all together.
CREATE TABLE `listed_statements` (
	`place` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`known_latest` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `listed_sources` (
	`source` text PRIMARY KEY NOT NULL,
	`first` integer NOT NULL,
	`known_from` text,
	`published_latest` text
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `listed_by_state` (
	`state` text NOT NULL,
	`place` integer NOT NULL,
	`known_latest` text NOT NULL,
	PRIMARY KEY(`state`, `place`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `acts_by_state` (
	`state` text NOT NULL,
	`sort_day` text NOT NULL,
	`act` text NOT NULL,
	`known_from` text,
	`one_day` integer NOT NULL,
	PRIMARY KEY(`state`, `sort_day`, `act`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `acts_counted` (
	`kind` text NOT NULL,
	`sort_day` text NOT NULL,
	`known_from` text NOT NULL,
	`acts` integer NOT NULL,
	PRIMARY KEY(`kind`, `sort_day`, `known_from`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `statements_counted` (
	`topic` text NOT NULL,
	`modality` text NOT NULL,
	`voice` text NOT NULL,
	`known_latest` text NOT NULL,
	`statements` integer NOT NULL,
	PRIMARY KEY(`topic`, `modality`, `voice`, `known_latest`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `search_named` (
	`name` text NOT NULL,
	`place` integer NOT NULL,
	PRIMARY KEY(`name`, `place`)
) STRICT, WITHOUT ROWID;
