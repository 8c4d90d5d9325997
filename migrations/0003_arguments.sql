CREATE TABLE `argument_statements` (
	`act` text NOT NULL,
	`fact` text NOT NULL,
	`position` integer NOT NULL,
	`statement` text NOT NULL,
	PRIMARY KEY(`act`, `fact`, `position`, `statement`),
	FOREIGN KEY (`act`) REFERENCES `acts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "argument_statements_fact" CHECK("argument_statements"."fact" IN ('date', 'effective'))
) STRICT;
