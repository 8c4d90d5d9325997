CREATE TABLE `act_evidence` (
	`statement` text NOT NULL,
	`act` text NOT NULL,
	`relation` text NOT NULL,
	`date` text,
	`earliest` text,
	`latest` text,
	`basis` text,
	`reading` text,
	`notified` text,
	`effective` text,
	PRIMARY KEY(`statement`, `act`),
	FOREIGN KEY (`statement`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`act`) REFERENCES `acts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "act_evidence_relation" CHECK("act_evidence"."relation" IN ('supports', 'denies')),
	CONSTRAINT "act_evidence_date" CHECK(("act_evidence"."earliest" IS NULL OR date("act_evidence"."earliest", '+0 days') IS "act_evidence"."earliest") AND ("act_evidence"."latest" IS NULL OR date("act_evidence"."latest", '+0 days') IS "act_evidence"."latest") AND ("act_evidence"."earliest" IS NULL OR "act_evidence"."latest" IS NULL OR "act_evidence"."earliest" <= "act_evidence"."latest")),
	CONSTRAINT "act_evidence_basis" CHECK(("act_evidence"."date" IS NULL) = ("act_evidence"."basis" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `act_evidence_act` ON `act_evidence` (`act`);--> statement-breakpoint
CREATE TABLE `act_targets` (
	`act` text NOT NULL,
	`target` text NOT NULL,
	PRIMARY KEY(`act`, `target`),
	FOREIGN KEY (`act`) REFERENCES `acts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target`) REFERENCES `acts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "act_targets_self" CHECK("act_targets"."act" <> "act_targets"."target")
) STRICT;
--> statement-breakpoint
CREATE INDEX `act_targets_target` ON `act_targets` (`target`);--> statement-breakpoint
CREATE TABLE `acts` (
	`id` text PRIMARY KEY NOT NULL,
	`treaty` text NOT NULL,
	`kind` text NOT NULL,
	`state` text,
	`actor` text,
	`aim` text,
	`effective` text,
	`summary` text NOT NULL,
	`date` text,
	`earliest` text,
	`latest` text,
	`sort_day` text NOT NULL,
	`rival_dates` integer NOT NULL,
	`rival_effects` integer NOT NULL,
	`independent_sources` integer NOT NULL,
	`known_from` text,
	`known_whole` text,
	FOREIGN KEY (`treaty`) REFERENCES `treaties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`state`) REFERENCES `states`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "acts_kind" CHECK("acts"."kind" IN ('signature', 'succession_to_signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal_confirmation', 'consent_to_be_bound', 'provisional_application', 'withdrawal_notification', 'withdrawal_retraction', 'withdrawal_of_consent', 'suspension_notification', 'objection', 'objection_withdrawal', 'reservation', 'reservation_modification', 'reservation_withdrawal', 'declaration', 'declaration_modification', 'declaration_withdrawal', 'derogation', 'derogation_termination', 'territorial_application', 'territorial_limit', 'communication', 'government_proposal', 'head_of_state_decree', 'committee_recommendation', 'parliamentary_approval', 'promulgation', 'announcement', 'condemnation', 'conference_decision')),
	CONSTRAINT "acts_aim" CHECK("acts"."aim" IS NULL OR "acts"."aim" IN ('consent', 'withdrawal', 'suspension')),
	CONSTRAINT "acts_rival_dates" CHECK("acts"."rival_dates" IN (0, 1)),
	CONSTRAINT "acts_rival_effects" CHECK("acts"."rival_effects" IN (0, 1)),
	CONSTRAINT "acts_doer" CHECK("acts"."state" IS NOT NULL OR "acts"."actor" IS NOT NULL),
	CONSTRAINT "acts_date" CHECK(("acts"."earliest" IS NULL OR date("acts"."earliest", '+0 days') IS "acts"."earliest") AND ("acts"."latest" IS NULL OR date("acts"."latest", '+0 days') IS "acts"."latest") AND ("acts"."earliest" IS NULL OR "acts"."latest" IS NULL OR "acts"."earliest" <= "acts"."latest")),
	CONSTRAINT "acts_known" CHECK(("acts"."known_from" IS NULL OR date("acts"."known_from", '+0 days') IS "acts"."known_from") AND ("acts"."known_whole" IS NULL OR date("acts"."known_whole", '+0 days') IS "acts"."known_whole") AND ("acts"."known_from" IS NULL OR "acts"."known_whole" IS NULL OR "acts"."known_from" <= "acts"."known_whole"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `acts_order` ON `acts` (`sort_day`,`id`,`known_from`,`known_whole`,`earliest`,`latest`,`date`);--> statement-breakpoint
CREATE INDEX `acts_inexact` ON `acts` (`sort_day`,`id`) WHERE "acts"."earliest" IS NOT "acts"."latest" OR "acts"."known_from" IS NOT "acts"."known_whole" OR "acts"."earliest" IS NULL;--> statement-breakpoint
CREATE INDEX `acts_treaty` ON `acts` (`treaty`,`state`);--> statement-breakpoint
CREATE INDEX `acts_state` ON `acts` (`state`,`treaty`);--> statement-breakpoint
CREATE INDEX `acts_kind` ON `acts` (`kind`,`sort_day`,`id`);--> statement-breakpoint
CREATE INDEX `acts_aim` ON `acts` (`aim`) WHERE "acts"."aim" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `acts_actor` ON `acts` (`actor`) WHERE "acts"."actor" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `acts_known_from` ON `acts` (`known_from`,`id`);--> statement-breakpoint
CREATE INDEX `acts_known_whole` ON `acts` (`known_whole`,`sort_day`);--> statement-breakpoint
CREATE INDEX `acts_sources` ON `acts` (`independent_sources`);--> statement-breakpoint
CREATE INDEX `acts_rival` ON `acts` (`id`) WHERE "acts"."rival_dates" = 1 OR "acts"."rival_effects" = 1;--> statement-breakpoint
CREATE TABLE `assessment_arguments` (
	`act` text NOT NULL,
	`position` integer NOT NULL,
	`argument` text NOT NULL,
	PRIMARY KEY(`act`, `position`),
	FOREIGN KEY (`act`) REFERENCES `assessments`(`act`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `assessments` (
	`act` text PRIMARY KEY NOT NULL,
	`preferred` text NOT NULL,
	FOREIGN KEY (`act`) REFERENCES `acts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `circumstance_evidence` (
	`statement` text NOT NULL,
	`circumstance` text NOT NULL,
	`began` text,
	`ended` text,
	`reading` text,
	PRIMARY KEY(`statement`, `circumstance`),
	FOREIGN KEY (`statement`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`circumstance`) REFERENCES `circumstances`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `circumstances` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`summary` text NOT NULL,
	FOREIGN KEY (`state`) REFERENCES `states`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "circumstances_kind" CHECK("circumstances"."kind" IN ('armed_conflict'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `citations` (
	`treaty` text NOT NULL,
	`id` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`treaty`, `id`),
	FOREIGN KEY (`treaty`) REFERENCES `treaties`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `clauses` (
	`treaty` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`article` text NOT NULL,
	`rule` text NOT NULL,
	`summary` text NOT NULL,
	`words` text,
	`citation` text NOT NULL,
	PRIMARY KEY(`treaty`, `id`),
	FOREIGN KEY (`treaty`) REFERENCES `treaties`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "clauses_rule" CHECK(json_valid("clauses"."rule") AND json_extract("clauses"."rule", '$.kind') IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE TABLE `complete_lists` (
	`source` text NOT NULL,
	`treaty` text NOT NULL,
	`complete_as_at` text NOT NULL,
	PRIMARY KEY(`source`, `treaty`),
	FOREIGN KEY (`source`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`treaty`) REFERENCES `treaties`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "complete_lists_day" CHECK("complete_lists"."complete_as_at" IS NULL OR date("complete_lists"."complete_as_at", '+0 days') IS "complete_lists"."complete_as_at")
) STRICT;
--> statement-breakpoint
CREATE TABLE `effect_arguments` (
	`act` text NOT NULL,
	`position` integer NOT NULL,
	`argument` text NOT NULL,
	PRIMARY KEY(`act`, `position`),
	FOREIGN KEY (`act`) REFERENCES `acts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `records` (
	`id` text PRIMARY KEY NOT NULL,
	`inputs` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `source_arguments` (
	`source` text NOT NULL,
	`position` integer NOT NULL,
	`argument` text NOT NULL,
	PRIMARY KEY(`source`, `position`),
	FOREIGN KEY (`source`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text,
	`publisher` text,
	`publisher_note` text,
	`photo_credit` text,
	`address` text,
	`language` text NOT NULL,
	`date_given` text,
	`date_assessed` text NOT NULL,
	`published_earliest` text,
	`published_latest` text,
	`sha256` text,
	`characters` integer,
	`note` text,
	CONSTRAINT "sources_kind" CHECK("sources"."kind" IN ('article', 'depositary', 'report')),
	CONSTRAINT "sources_published" CHECK(("sources"."published_earliest" IS NULL OR date("sources"."published_earliest", '+0 days') IS "sources"."published_earliest") AND ("sources"."published_latest" IS NULL OR date("sources"."published_latest", '+0 days') IS "sources"."published_latest") AND ("sources"."published_earliest" IS NULL OR "sources"."published_latest" IS NULL OR "sources"."published_earliest" <= "sources"."published_latest")),
	CONSTRAINT "sources_sha256" CHECK("sources"."sha256" IS NULL OR (length("sources"."sha256") = 64 AND "sources"."sha256" NOT GLOB '*[^0-9a-f]*'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `sources_kind_of` ON `sources` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `speakers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`state` text,
	`note` text,
	FOREIGN KEY (`state`) REFERENCES `states`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "speakers_kind" CHECK("speakers"."kind" IN ('person', 'body', 'newsroom', 'collective', 'document'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `standing_claims` (
	`statement` text NOT NULL,
	`treaty` text NOT NULL,
	`state` text NOT NULL,
	`standing` text NOT NULL,
	`during` text NOT NULL,
	PRIMARY KEY(`statement`, `treaty`, `state`, `standing`),
	FOREIGN KEY (`statement`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`treaty`) REFERENCES `treaties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`state`) REFERENCES `states`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "standing_claims_standing" CHECK("standing_claims"."standing" IN ('party', 'contracting_state', 'signatory', 'former_party', 'not_party'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `standing_claims_state` ON `standing_claims` (`treaty`,`state`);--> statement-breakpoint
CREATE TABLE `state_names` (
	`folded` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`state`) REFERENCES `states`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "state_names_kind" CHECK("state_names"."kind" IN ('un', 'un_2014', 'iso', 'common', 'alias'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `state_names_state` ON `state_names` (`state`);--> statement-breakpoint
CREATE TABLE `statement_states` (
	`statement` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`statement`, `state`),
	FOREIGN KEY (`statement`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`state`) REFERENCES `states`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `statement_states_state` ON `statement_states` (`state`);--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`position` integer NOT NULL,
	`speaker` text NOT NULL,
	`name_as_printed` text,
	`role_as_printed` text,
	`voice` text NOT NULL,
	`modality` text NOT NULL,
	`medium` text,
	`words` text NOT NULL,
	`start_at` integer,
	`end_at` integer,
	`place` text,
	`utterance` text,
	`topic` text NOT NULL,
	`summary` text NOT NULL,
	`treaty` text,
	`note` text,
	`known_latest` text,
	FOREIGN KEY (`source`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`speaker`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`treaty`) REFERENCES `treaties`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "statements_known" CHECK("statements"."known_latest" IS NULL OR date("statements"."known_latest", '+0 days') IS "statements"."known_latest"),
	CONSTRAINT "statements_voice" CHECK("statements"."voice" IN ('direct_quote', 'indirect_speech', 'document', 'newsroom')),
	CONSTRAINT "statements_modality" CHECK("statements"."modality" IN ('asserted', 'denied', 'intended', 'required', 'conditional', 'disjunctive', 'evaluative')),
	CONSTRAINT "statements_topic" CHECK("statements"."topic" IN ('withdrawal', 'procedure', 'membership', 'reasons', 'use_of_mines', 'treaty_terms', 'reaction', 'armed_conflict', 'mine_clearance')),
	CONSTRAINT "statements_locator" CHECK((("statements"."start_at" IS NULL AND "statements"."end_at" IS NULL) OR ("statements"."start_at" >= 0 AND "statements"."end_at" - "statements"."start_at" = length("statements"."words"))) IS TRUE)
) STRICT;
--> statement-breakpoint
CREATE INDEX `statements_source` ON `statements` (`source`,`position`,`known_latest`);--> statement-breakpoint
CREATE INDEX `statements_speaker` ON `statements` (`speaker`,`source`,`position`,`known_latest`);--> statement-breakpoint
CREATE INDEX `statements_treaty` ON `statements` (`treaty`,`source`,`position`,`known_latest`);--> statement-breakpoint
CREATE INDEX `statements_topic` ON `statements` (`topic`,`source`,`position`,`known_latest`);--> statement-breakpoint
CREATE INDEX `statements_modality` ON `statements` (`modality`,`source`,`position`,`known_latest`);--> statement-breakpoint
CREATE INDEX `statements_voice` ON `statements` (`voice`,`source`,`position`,`known_latest`);--> statement-breakpoint
CREATE INDEX `statements_known` ON `statements` (`known_latest`,`source`,`id`);--> statement-breakpoint
CREATE INDEX `statements_utterance` ON `statements` (`utterance`) WHERE "statements"."utterance" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `states` (
	`id` text PRIMARY KEY NOT NULL,
	`alpha2` text,
	`m49` text,
	`name` text NOT NULL,
	`un_status` text NOT NULL,
	`un_member_since` text,
	CONSTRAINT "states_id" CHECK(length("states"."id") = 3 AND upper("states"."id") = "states"."id"),
	CONSTRAINT "states_un_status" CHECK("states"."un_status" IN ('member', 'observer', 'non_member', 'organisation')),
	CONSTRAINT "states_un_member_since" CHECK("states"."un_member_since" IS NULL OR date("states"."un_member_since", '+0 days') IS "states"."un_member_since")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `states_alpha2_unique` ON `states` (`alpha2`);--> statement-breakpoint
CREATE UNIQUE INDEX `states_m49_unique` ON `states` (`m49`);--> statement-breakpoint
CREATE UNIQUE INDEX `states_name_unique` ON `states` (`name`);--> statement-breakpoint
CREATE TABLE `step_requirements` (
	`statement` text NOT NULL,
	`treaty` text NOT NULL,
	`state` text NOT NULL,
	`step` text NOT NULL,
	PRIMARY KEY(`statement`, `treaty`, `state`, `step`),
	FOREIGN KEY (`statement`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`treaty`) REFERENCES `treaties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`state`) REFERENCES `states`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "step_requirements_step" CHECK("step_requirements"."step" IN ('signature', 'succession_to_signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal_confirmation', 'consent_to_be_bound', 'provisional_application', 'withdrawal_notification', 'withdrawal_retraction', 'withdrawal_of_consent', 'suspension_notification', 'objection', 'objection_withdrawal', 'reservation', 'reservation_modification', 'reservation_withdrawal', 'declaration', 'declaration_modification', 'declaration_withdrawal', 'derogation', 'derogation_termination', 'territorial_application', 'territorial_limit', 'communication', 'government_proposal', 'head_of_state_decree', 'committee_recommendation', 'parliamentary_approval', 'promulgation', 'announcement', 'condemnation', 'conference_decision'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `treaties` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`subject` text NOT NULL,
	`untc` text NOT NULL,
	`chapter` text NOT NULL,
	`unts` text,
	`registration` text,
	`depositary` text NOT NULL,
	CONSTRAINT "treaties_id" CHECK("treaties"."id" NOT GLOB '*[^a-z0-9-]*')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `treaties_name_unique` ON `treaties` (`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `treaties_short_name_unique` ON `treaties` (`short_name`);--> statement-breakpoint
CREATE UNIQUE INDEX `treaties_untc_unique` ON `treaties` (`untc`);--> statement-breakpoint
CREATE TABLE `treaty_dates` (
	`treaty` text NOT NULL,
	`event` text NOT NULL,
	`day` text NOT NULL,
	`place` text,
	`article` text,
	`note` text,
	`citation` text NOT NULL,
	PRIMARY KEY(`treaty`, `event`),
	FOREIGN KEY (`treaty`) REFERENCES `treaties`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "treaty_dates_event" CHECK("treaty_dates"."event" IN ('adopted', 'openedForSignature', 'thresholdReached', 'entryIntoForce')),
	CONSTRAINT "treaty_dates_day" CHECK("treaty_dates"."day" IS NULL OR date("treaty_dates"."day", '+0 days') IS "treaty_dates"."day")
) STRICT;
--> statement-breakpoint
CREATE TABLE `treaty_names` (
	`folded` text PRIMARY KEY NOT NULL,
	`treaty` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`treaty`) REFERENCES `treaties`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `treaty_names_treaty` ON `treaty_names` (`treaty`);