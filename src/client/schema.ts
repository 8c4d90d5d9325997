// Generated from the OpenAPI document by `npm run client`; not to be edited.

export interface paths {
    "/v1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this is
         * @description The record that answers, when it was built, what it covers, and where to go on.
         */
        get: operations["getRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * States
         * @description The states and organisations that the record knows, by name.
         */
        get: operations["listStates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/states/{state}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One state
         * @description A state by ISO alpha-3 or alpha-2, M49, or any recorded name, in any case.
         */
        get: operations["getState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Treaties
         * @description The treaties that the record covers.
         */
        get: operations["listTreaties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties/{treaty}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One treaty
         * @description A treaty by id, UN reference or any recorded name, with the days of its own life.
         */
        get: operations["getTreaty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties/{treaty}/clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its final clauses
         * @description Each final clause with its article, its rule as data, and its deciding words, in the order of the treaty.
         */
        get: operations["listClauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties/{treaty}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The standing of every state
         * @description The standing of every state in the treaty on a day, with how many stand how, counted on both bases. When a state came into being is not in the record: before that day it is `not_party`, as one that stayed away is, or `unknown` where it succeeded to the treaty and no source says from when.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties/{treaty}/members/{state}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The standing of one state
         * @description The standing of a state in a treaty on a day with its whole derivation, the track of its withdrawal, and the conflicts that bear on it.
         */
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/states/{state}/treaties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its standing in every treaty
         * @description The standing of one state in every treaty of the record, on a day.
         */
        get: operations["listTreatiesOfState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties/{treaty}/members/{state}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that a standing rests on
         * @description The standing with its derivation, the clauses that were applied, and every act, statement and source that it names: the words, their places, the digests.
         */
        get: operations["getEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties/{treaty}/members/{state}/projection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What if it withdrew
         * @description When a withdrawal would take effect, and by which paragraph, supposing a day of notice and a day on which the armed conflict ends. Without `notifiedOn` the notice is the one on record.
         */
        get: operations["projectWithdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Days of effect, as a calendar
         * @description The days on which a treaty enters into force for a state and on which a withdrawal takes effect, as whole-day events to subscribe to. A withdrawal whose period has run while an armed conflict holds it is a tentative event with a note. Only days that the record shows for certain are there. Of a record with more than 100 treaties, one treaty or one state is asked for.
         */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties/{treaty}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its membership over time
         * @description Each day on which the numbers of parties, contracting states and signatories change, with who joined and who left; each row holds until the next.
         */
        get: operations["listHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties/{treaty}/history.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture of its membership over time
         * @description The number of parties over time as a curve, in force and by deposit, with the states that joined and left in each year.
         */
        get: operations["drawHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties/{treaty}/members.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A map of the standing of every state
         * @description The standing of every state in the treaty on a day as a map of the world (Natural Earth), with how many stand how. States too small to draw are dots.
         */
        get: operations["drawMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties/{treaty}/members/{state}/withdrawal.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture of a state's way out
         * @description The track of a state's withdrawal as a timeline: its steps, done, required, pending or blocked, on the international, domestic or political plane, with their dates as far as they are known.
         */
        get: operations["drawWithdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties/{treaty}/panel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * States and days
         * @description The standing of every state on every day of a time, or on its first day and then on the first of every month or year: a row for each day and state. When a state came into being is not in the record: before that day it is `not_party`, as one that stayed away is, or `unknown` where it succeeded to the treaty and no source says from when.
         */
        get: operations["listPanel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/treaties/{treaty}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A treaty at one glance
         * @description The treaty, how many states stand how on a day, the latest acts by then, and every withdrawal under way with its next step.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * States beside states
         * @description A matrix: the standing of each of several states in each of several treaties, on a day.
         */
        get: operations["compareStates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compare/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sources beside sources
         * @description What each source alone supports on the standing of a state in a treaty: the standing, and the acts it tells of.
         */
        get: operations["compareSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Acts
         * @description What was done, in the order of time: acts under the treaty, steps inside a state, and political acts, each with its evidence.
         */
        get: operations["listActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/acts/{act}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One act
         * @description An act with the statements that say that it happened, and when.
         */
        get: operations["getAct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Statements
         * @description Who said what, where, in which words, in the order of each source.
         */
        get: operations["listStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{statement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One statement
         * @description A statement with its words, its place in its source, its other renderings, and what it bears on.
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Speakers
         * @description Persons, bodies, newsrooms, collectives and documents, with the names and roles that each source prints.
         */
        get: operations["listSpeakers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/speakers/{speaker}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One speaker
         * @description A speaker with every spelling and role in which a source prints it.
         */
        get: operations["getSpeaker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sources
         * @description What the record rests on: publisher, dates as given and as assessed, and a digest to check quotations with.
         */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One source
         * @description A source with its date as given, its date as assessed, and the arguments.
         */
        get: operations["getSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conflicts
         * @description Where sources give rival values for one fact: every value, who gives it, the one preferred, and why.
         */
        get: operations["listConflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conflicts/{conflict}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One conflict
         * @description The rival values for one fact, with the statements that give them and the assessment.
         */
        get: operations["getConflict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description States, treaties, speakers and statements that hold every word of `q`, best first. Any text is safe: what is neither word nor number is left out, the last word also matches as a beginning.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has changed
         * @description Since an earlier record, by its id: what was added, corrected (each fact before and after) and withdrawn, deletions included, in the record that is served. Since a day: what became known after it, at most 50,000 things. Which earlier records a server keeps, the problem says that answers another id.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record.sqlite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole record as one SQLite file
         * @description The file that this server answers from: every table, as `/v1/datapackage.json` describes them, and the index of the full-text search. One range of bytes can be asked for with `Range`, so that a download can be resumed; with `If-Range`, only as long as the file is the same. `Repr-Digest` (RFC 9530) has its SHA-256.
         */
        get: operations["downloadRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datapackage.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The record as a data package, with its dictionary
         * @description A Tabular Data Package (Frictionless, version 1): every table with the meaning, the type and the constraints of every column, its keys, its size and its SHA-256 unless it is very long; the licence, the sources, and the id of the record as `version`.
         */
        get: operations["getDataPackage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datapackage.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The data package in one file
         * @description A ZIP file with `datapackage.json` and every table as CSV, all of one record.
         */
        get: operations["downloadDataPackage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tables/{table}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One table of the record as CSV
         * @description A table as the record holds it (RFC 4180, UTF-8), its columns as `/v1/datapackage.json` describes them. Cells are written to the letter, for programs: no apostrophe guards a spreadsheet against a formula, as it does in the lists. Tables: `records`, `states`, `state_names`, `treaties`, `treaty_names`, `citations`, `treaty_dates`, `clauses`, `speakers`, `sources`, `source_arguments`, `statements`, `statement_states`, `acts`, `act_targets`, `act_evidence`, `standing_claims`, `step_requirements`, `circumstances`, `circumstance_evidence`, `assessments`, `assessment_arguments`, `effect_arguments`, `argument_statements`, `complete_lists`.
         */
        get: operations["downloadTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document as JSON
         * @description The contract: every operation, parameter, answer and error, with examples that this record gives.
         */
        get: operations["getOpenApiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document as YAML
         * @description The contract: every operation, parameter, answer and error, with examples that this record gives.
         */
        get: operations["getOpenApiYaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Front page
         * @description A page for a person (`Accept: text/html`); the same as `/v1` for a program.
         */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alive
         * @description Answers as long as the process lives.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Answers 200 when the record can be read, and 503 as soon as the server is about to end.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Where to go from here; paths on this server. */
        Links: {
            /** @description This answer or thing. */
            self: string;
        } & {
            [key: string]: string;
        };
        /** @description Another thing of the record, by id, name and path. */
        Ref: {
            id: string;
            name: string;
            /** @description Its path on this server. */
            href: string;
        };
        /** @description A source, by id and publisher. */
        SourceRef: {
            id: string;
            /** @description Null where the source prints none. */
            publisher: string | null;
            href: string;
        };
        /** @description What the answer was pinned to. The same pins on the same record give the same answer. */
        Pin: {
            /**
             * Format: date
             * @description The day that the answer is about, where it is derived for a day.
             */
            asOf?: string;
            /**
             * Format: date
             * @description Only what could be known by this day was used: what had been published, and what a depositary had been given or had notified.
             */
            knownOn?: string;
            /** @description Only these sources or kinds of source were used; `all` for every source. */
            accordingTo?: string[];
            /** @description The id of the record that answered: a digest of its facts. */
            record: string;
            /** @description The articles and reports, among the sources used, that print a date not after `knownOn` but, as assessed, had not certainly been published by then: with the date as given and as assessed. */
            notYetPublished?: {
                id: string;
                publisher: string | null;
                href: string;
                /** @description The date that the source prints. */
                given: string | null;
                /** @description The date that this record holds right, by which it is left out. */
                assessed: string;
            }[];
        };
        /** @description Which part of the list this is. */
        Page: {
            /** @description How many things match the filters, on all pages. */
            total: number;
            /** @description How many a page holds at most. */
            limit: number;
            next: string | null;
        };
        /** @description An error (RFC 9457). */
        Problem: {
            /** @description The kind of problem, as a URI that does not change. */
            type: string;
            /** @description The kind of problem in words. */
            title: string;
            status: number;
            /** @description What is wrong with this request. */
            detail: string;
            /** @description The path that was asked for. */
            instance: string;
            /** @description Each parameter, or `Accept`, that is wrong: its value, what is allowed, and the nearest allowed value. */
            errors?: {
                parameter: string;
                value?: string;
                message: string;
                allowed?: string[];
                nearest?: string;
                /** @description Names of which each may be meant. */
                near?: string[];
            }[];
        };
        /** @description A date, never padded: what is not known stays open. */
        DateKnown: {
            /** @description The date as far as it is known: `2005`, `2025-03`, `2025-06-29`, or an interval `../2025-06-29` (EDTF). */
            value: string;
            /**
             * @description How much of the date is known.
             * @enum {string}
             */
            precision: "day" | "month" | "year" | "interval";
            earliest: string | null;
            latest: string | null;
            /**
             * @description Whether the date is printed, or inferred from the words together with something else.
             * @enum {string}
             */
            basis: "stated" | "inferred";
            /** @description How an inferred date was read. */
            readings: string[];
        };
        /** @description A statement that bears on an act. */
        Evidence: {
            statement: components["schemas"]["Ref"];
            /**
             * @description What the statement does to the act.
             * @enum {string}
             */
            relation: "supports" | "denies" | "requires";
            /**
             * @description How the statement stands to what it says.
             * @enum {string}
             */
            modality: "asserted" | "denied" | "intended" | "required" | "conditional" | "disjunctive" | "evaluative";
            source: components["schemas"]["SourceRef"];
            speaker: components["schemas"]["Ref"];
            /** @description The date that this statement gives the act. */
            date: components["schemas"]["DateKnown"] | null;
            /** @description The day of effect that this statement gives the act; `inferred` from what it says of something else, as `readings` tell. */
            effective: components["schemas"]["DateKnown"] | null;
            /** @description Since when it could be known; `knownOn` asks for this. */
            knownSince: {
                earliest: string | null;
                latest: string | null;
                /**
                 * @description What tells so.
                 * @enum {string}
                 */
                basis: "publication" | "depositary_notification" | "act";
            };
        };
        /** @description Something that somebody did about a treaty, with the statements that say so. */
        Act: {
            id: string;
            /**
             * @description What was done.
             * @enum {string}
             */
            kind: "signature" | "succession_to_signature" | "ratification" | "acceptance" | "approval" | "accession" | "succession" | "formal_confirmation" | "consent_to_be_bound" | "provisional_application" | "withdrawal_notification" | "withdrawal_retraction" | "withdrawal_of_consent" | "suspension_notification" | "objection" | "objection_withdrawal" | "reservation" | "reservation_modification" | "reservation_withdrawal" | "declaration" | "declaration_modification" | "declaration_withdrawal" | "derogation" | "derogation_termination" | "territorial_application" | "territorial_limit" | "communication" | "government_proposal" | "head_of_state_decree" | "committee_recommendation" | "parliamentary_approval" | "promulgation" | "announcement" | "condemnation" | "conference_decision";
            /**
             * @description Where it has effect: under the treaty, inside a state, or in politics only.
             * @enum {string}
             */
            plane: "international" | "domestic" | "political";
            /** @description What a domestic or political act leads towards. */
            aim: ("consent" | "withdrawal" | "suspension") | null;
            treaty: components["schemas"]["Ref"];
            /** @description The state whose act it is. */
            state: components["schemas"]["Ref"] | null;
            /** @description The speaker who acted, where one is named. */
            actor: components["schemas"]["Ref"] | null;
            summary: string;
            /** @description The date that the evidence gives; rival dates are a conflict. */
            date: components["schemas"]["DateKnown"] | null;
            /** @description A day of effect that a source states. Where none does, the clause of the treaty gives the day; standings, histories and withdrawals derive it. */
            effective: string | null;
            /** @description The acts that it answers. */
            targets: components["schemas"]["Ref"][];
            /** @description The acts that answer it. */
            targetedBy: components["schemas"]["Ref"][];
            evidence: components["schemas"]["Evidence"][];
            /** @description How many sources support it independently; renderings of one utterance count once. */
            independentSources: number;
            /** @description Where its evidence gives rival dates. */
            conflicts: components["schemas"]["Ref"][];
            links: components["schemas"]["Links"];
        };
        ActAnswer: {
            data: components["schemas"]["Act"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        ActList: {
            data: components["schemas"]["Act"][];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description What became of one thing of the record. */
        Change: {
            /**
             * @description What became of it.
             * @enum {string}
             */
            change: "added" | "corrected" | "withdrawn";
            /**
             * @description What kind of thing it is.
             * @enum {string}
             */
            kind: "state" | "treaty" | "clause" | "speaker" | "source" | "statement" | "act" | "circumstance";
            id: string;
            /** @description Its name or summary; of a thing withdrawn, the last it had. */
            name: string;
            treaty: components["schemas"]["Ref"] | null;
            /** @description The day by which it was certainly known, where a day was asked about. */
            known: string | null;
            /** @description Of a thing corrected, every fact that changed; of one withdrawn, all that it stated. */
            facts: {
                /** @description Which fact: a column, or a row that belongs to the thing and its column. */
                name: string;
                before: string | number | null;
                after: string | number | null;
            }[];
            /** @description Its path on this server; null where it is no more. */
            href: string | null;
        };
        ChangeList: {
            data: components["schemas"]["Change"][];
            since: string;
            /** @description How many things, whatever the filters. */
            counts: {
                added: number;
                corrected: number;
                withdrawn: number;
            };
            /** @description What was compared. */
            basis: string;
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description An article, a depositary list or a report. */
        Source: {
            id: string;
            /**
             * @description What the source is.
             * @enum {string}
             */
            kind: "article" | "depositary" | "report";
            title: string | null;
            /** @description Null where none is printed. */
            publisher: string | null;
            publisherNote: string | null;
            photoCredit: string | null;
            address: string | null;
            /** @description ISO 639-1. */
            language: string;
            /** @description When it was published; `knownOn` uses the assessed date. */
            published: {
                /** @description The date as the source prints it, never altered. */
                given: string | null;
                /** @description The date that this record holds right, a partial date. */
                assessed: string;
                earliest: string | null;
                latest: string | null;
                /** @description Why. */
                because: string[];
            };
            digest: {
                sha256: string;
                /** @description Code points of the normalised text; null where it is not one of running words. */
                characters: number | null;
            } | null;
            /** @description How many statements the record takes from it. */
            statements: number;
            note: string | null;
            links: components["schemas"]["Links"];
        };
        SourceAnswer: {
            data: components["schemas"]["Source"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        SourceList: {
            data: components["schemas"]["Source"][];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description A fact that a statement supports, denies or requires. */
        BearsOn: {
            /** @enum {unknown} */
            on: "act" | "standing" | "step" | "circumstance";
            /**
             * @description What the statement does to it.
             * @enum {string}
             */
            relation: "supports" | "denies" | "requires";
            act?: components["schemas"]["Ref"];
            date?: components["schemas"]["DateKnown"] | null;
            state?: components["schemas"]["Ref"];
            /** @description The standing it gives the state; several are a disjunction. */
            standings?: ("party" | "contracting_state" | "signatory" | "former_party" | "not_party")[];
            /** @description The time of which it says so, a partial date. */
            during?: string;
            /**
             * @description The step that it says is still needed.
             * @enum {string}
             */
            step?: "signature" | "succession_to_signature" | "ratification" | "acceptance" | "approval" | "accession" | "succession" | "formal_confirmation" | "consent_to_be_bound" | "provisional_application" | "withdrawal_notification" | "withdrawal_retraction" | "withdrawal_of_consent" | "suspension_notification" | "objection" | "objection_withdrawal" | "reservation" | "reservation_modification" | "reservation_withdrawal" | "declaration" | "declaration_modification" | "declaration_withdrawal" | "derogation" | "derogation_termination" | "territorial_application" | "territorial_limit" | "communication" | "government_proposal" | "head_of_state_decree" | "committee_recommendation" | "parliamentary_approval" | "promulgation" | "announcement" | "condemnation" | "conference_decision";
            circumstance?: {
                id: string;
                name: string;
            };
            began?: string | null;
            ended?: string | null;
            reading?: string | null;
        };
        /** @description Who said what, where, in which words. */
        Statement: {
            id: string;
            /** @description What it says, in the words of this record. */
            summary: string;
            /** @description What is printed: a speaker or a document whole, a newsroom in an excerpt. */
            words: string;
            speaker: components["schemas"]["Ref"];
            /** @description Name and role as this source prints them. */
            as: {
                name: string | null;
                role: string | null;
            };
            /**
             * @description In whose words it is printed.
             * @enum {string}
             */
            voice: "direct_quote" | "indirect_speech" | "document" | "newsroom";
            /**
             * @description How it stands to what it says.
             * @enum {string}
             */
            modality: "asserted" | "denied" | "intended" | "required" | "conditional" | "disjunctive" | "evaluative";
            /** @description Where it was said, as the source prints it. */
            medium: string | null;
            /**
             * @description What it is about.
             * @enum {string}
             */
            topic: "withdrawal" | "procedure" | "membership" | "reasons" | "use_of_mines" | "treaty_terms" | "reaction" | "armed_conflict" | "mine_clearance";
            source: components["schemas"]["SourceRef"];
            /** @description Where the words stand in the text of the source, start included, end not, after every run of white space has become one space and the ends are trimmed. */
            locator: {
                /** @description The first code point of the words; null where no text is held. */
                start: number | null;
                /** @description The code point after the last. */
                end: number | null;
                /** @description Of a list: the participant and the column or note. */
                place: string | null;
                /** @enum {string} */
                unit: "unicode_code_points";
                /** @enum {string} */
                normalisation: "white_space_to_single_spaces";
                /** @description Of the source as received, byte for byte. */
                sha256: string | null;
            };
            treaty: components["schemas"]["Ref"] | null;
            /** @description The states that it is about. */
            states: components["schemas"]["Ref"][];
            bearsOn: components["schemas"]["BearsOn"][];
            /** @description Shared by the renderings of one utterance. */
            utterance: string | null;
            /** @description The same utterance as other statements render it. */
            renderings: {
                id: string;
                source: components["schemas"]["SourceRef"];
                words: string;
                href: string;
            }[];
            /** @description What an editor of this record has to add. */
            note: string | null;
            links: components["schemas"]["Links"];
        };
        StatementAnswer: {
            data: components["schemas"]["Statement"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        StatementList: {
            data: components["schemas"]["Statement"][];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description A day in a treaty's own life, with where it is recorded. */
        TreatyDate: {
            /** Format: date */
            day: string;
            place: string | null;
            article: string | null;
            note: string | null;
            citation: string;
        };
        /** @description A treaty: its names, references and days. */
        Treaty: {
            id: string;
            name: string;
            shortName: string;
            aliases: string[];
            subject: string;
            references: {
                /** @description Its number among the multilateral treaties deposited with the Secretary-General. */
                untc: string;
                chapter: string;
                /** @description Volume and page of the United Nations Treaty Series. */
                unts: string | null;
                registration: string | null;
            };
            depositary: string;
            dates: {
                adopted: components["schemas"]["TreatyDate"] | null;
                openedForSignature: components["schemas"]["TreatyDate"] | null;
                /** @description The day of the instrument that brought it into force. */
                thresholdReached: components["schemas"]["TreatyDate"] | null;
                entryIntoForce: components["schemas"]["TreatyDate"] | null;
            };
            links: components["schemas"]["Links"];
        };
        Rule: {
            /** @enum {string} */
            kind: "signature_open";
            /** @description The first day for signature, null where no source at hand names it. */
            from: string | null;
            /** @description The last day for signature, `entry_into_force`, or null where no end is set. */
            until: string | null;
            /** @description Who can sign, where that is not every state. */
            by?: string;
        } | {
            /** @enum {string} */
            kind: "consent";
            by: ("ratification" | "acceptance" | "approval" | "accession" | "succession" | "formal_confirmation" | "consent_to_be_bound")[];
            /** @description The id of the treaty to which a state must consent first or with it. */
            partyTo?: string;
        } | {
            /** @enum {string} */
            kind: "entry_into_force";
            /** @description The number of instruments that brings the treaty into force. */
            instruments: number;
            counting: ("ratification" | "acceptance" | "approval" | "accession" | "succession" | "formal_confirmation" | "consent_to_be_bound")[];
            delay: {
                /** @enum {string} */
                kind: "on_deposit";
            } | {
                /** @enum {string} */
                kind: "days_after";
                days: number;
            } | {
                /** @enum {string} */
                kind: "months_after";
                months: number;
            } | {
                /** @enum {string} */
                kind: "first_day_of_month";
                months: number;
            } | {
                /** @enum {string} */
                kind: "first_day_of_month_following";
                months: number;
            };
            /** @description The states whose instruments they must be, where the treaty names them: ISO 3166-1 alpha-3. */
            allOf?: string[];
            /**
             * @description The instrument of an organization of states does not count.
             * @enum {boolean}
             */
            statesOnly?: true;
            notBefore?: {
                /** @enum {string} */
                kind: "entry_into_force_of";
                /** @description The id of the other treaty. */
                treaty: string;
            } | {
                /** @enum {string} */
                kind: "years_after_opening";
                years: number;
            };
        } | {
            /** @enum {string} */
            kind: "no_signature";
        } | {
            /** @enum {string} */
            kind: "protocols_to_accept";
            atLeast: number;
        } | {
            /** @enum {string} */
            kind: "entry_into_force_of_part";
            /** @description The part of the treaty, or what is annexed to it. */
            of: string;
            instruments: number;
            counting: ("ratification" | "acceptance" | "approval" | "accession" | "succession" | "formal_confirmation" | "consent_to_be_bound" | "declaration")[];
            delay: {
                /** @enum {string} */
                kind: "on_deposit";
            } | {
                /** @enum {string} */
                kind: "days_after";
                days: number;
            } | {
                /** @enum {string} */
                kind: "months_after";
                months: number;
            } | {
                /** @enum {string} */
                kind: "first_day_of_month";
                months: number;
            } | {
                /** @enum {string} */
                kind: "first_day_of_month_following";
                months: number;
            };
        } | {
            /** @enum {string} */
            kind: "entry_into_force_for_state";
            delay: {
                /** @enum {string} */
                kind: "on_deposit";
            } | {
                /** @enum {string} */
                kind: "days_after";
                days: number;
            } | {
                /** @enum {string} */
                kind: "months_after";
                months: number;
            } | {
                /** @enum {string} */
                kind: "first_day_of_month";
                months: number;
            } | {
                /** @enum {string} */
                kind: "first_day_of_month_following";
                months: number;
            };
            /**
             * @description Every earlier deposit takes effect with the treaty itself.
             * @enum {unknown}
             */
            appliesTo: "deposits_after_threshold" | "deposits_after_entry_into_force";
        } | {
            /** @enum {string} */
            kind: "withdrawal";
            delay: {
                /** @enum {string} */
                kind: "on_deposit";
            } | {
                /** @enum {string} */
                kind: "days_after";
                days: number;
            } | {
                /** @enum {string} */
                kind: "months_after";
                months: number;
            } | {
                /** @enum {string} */
                kind: "first_day_of_month";
                months: number;
            } | {
                /** @enum {string} */
                kind: "first_day_of_month_following";
                months: number;
            };
            /** @description What keeps a withdrawal from taking effect when the period has run. */
            heldBy: "armed_conflict" | "armed_conflict_or_occupation" | null;
            /** @description To whom notice is given. */
            notify: string[];
            reasonsRequired: boolean;
            /** @description How long after the entry into force for the state notice can be given at the earliest. */
            noticeAfter?: {
                /** @enum {string} */
                kind: "on_deposit";
            } | {
                /** @enum {string} */
                kind: "days_after";
                days: number;
            } | {
                /** @enum {string} */
                kind: "months_after";
                months: number;
            } | {
                /** @enum {string} */
                kind: "first_day_of_month";
                months: number;
            } | {
                /** @enum {string} */
                kind: "first_day_of_month_following";
                months: number;
            };
            /**
             * @description The notice may name a later day on which it takes effect.
             * @enum {boolean}
             */
            laterDay?: true;
            /** @description The paragraphs on notice and on its effect, where they differ. */
            articles?: {
                notice: string;
                effect: string;
            };
        } | {
            /** @enum {string} */
            kind: "no_withdrawal";
        } | {
            /** @enum {string} */
            kind: "withdrawal_extends_to";
            treaties: string[];
        } | {
            /** @enum {string} */
            kind: "withdrawal_only_with";
            treaty: string;
        } | {
            /** @enum {string} */
            kind: "reservations";
            /** @enum {unknown} */
            permitted: "none" | "compatible" | "not_settled";
            /** @description What the treaty permits or bars besides, in words. */
            except?: string;
        } | {
            /** @enum {string} */
            kind: "provisional_application";
            of: string;
        } | {
            /** @enum {string} */
            kind: "no_provisional_application";
        } | {
            /** @enum {string} */
            kind: "no_succession";
        } | {
            /** @enum {string} */
            kind: "unlimited_duration";
        } | {
            /** @enum {string} */
            kind: "other_obligations_continue";
        } | {
            /** @enum {string} */
            kind: "depositary";
            depositary: string;
        };
        /** @description A final clause: its article, its rule as data, and its deciding words. */
        Clause: {
            id: string;
            /** @description Null where the clause tells what the treaty does not provide for. */
            article: string | null;
            rule: components["schemas"]["Rule"];
            summary: string;
            /** @description The deciding words of the article. */
            words: string | null;
            citation: string;
        };
        TreatyAnswer: {
            data: components["schemas"]["Treaty"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        TreatyList: {
            data: components["schemas"]["Treaty"][];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        ClauseList: {
            data: components["schemas"]["Clause"][];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description One step of a derivation, in its order. */
        Because: {
            /**
             * @description The rule that this step applies.
             * @enum {string}
             */
            rule: "silence" | "not_yet_adopted" | "complete_list" | "base_open" | "signature" | "said_of_signature" | "consent" | "entry_into_force" | "entry_into_force_for_state" | "treaty_not_in_force" | "effect_recorded" | "effect_of_succession_unknown" | "withdrawal_notified" | "withdrawal_takes_effect" | "withdrawal_held" | "withdrawal_retracted" | "no_withdrawal_clause" | "consent_withdrawn" | "suspension_not_provided" | "provisional_application" | "contested" | "rival_dates" | "act_denied" | "act_left_open" | "claim" | "claim_of_alternatives" | "contradiction" | "too_many_worlds" | "carried_forward" | "standing" | "step_done" | "step_required" | "notice_required" | "not_notified" | "not_a_party" | "hypothesis";
            /** @description The article of the treaty that governs it. */
            article: string | null;
            /** @description The act that it reads. */
            act: components["schemas"]["Ref"] | null;
            /** @description The statements that it rests on. */
            statements: components["schemas"]["Ref"][];
            /** @description The step as a sentence. */
            text: string;
        };
        /** @description One step on the way out of a treaty. */
        WithdrawalStep: {
            /**
             * @description What is done.
             * @enum {string}
             */
            kind: "signature" | "succession_to_signature" | "ratification" | "acceptance" | "approval" | "accession" | "succession" | "formal_confirmation" | "consent_to_be_bound" | "provisional_application" | "withdrawal_notification" | "withdrawal_retraction" | "withdrawal_of_consent" | "suspension_notification" | "objection" | "objection_withdrawal" | "reservation" | "reservation_modification" | "reservation_withdrawal" | "declaration" | "declaration_modification" | "declaration_withdrawal" | "derogation" | "derogation_termination" | "territorial_application" | "territorial_limit" | "communication" | "government_proposal" | "head_of_state_decree" | "committee_recommendation" | "parliamentary_approval" | "promulgation" | "announcement" | "condemnation" | "conference_decision" | "taking_effect";
            /**
             * @description Where it has effect.
             * @enum {string}
             */
            plane: "international" | "domestic" | "political";
            /**
             * @description Whether it is done, still required, waiting for its day, or blocked.
             * @enum {string}
             */
            status: "done" | "required" | "pending" | "blocked";
            date: components["schemas"]["DateKnown"] | null;
            act: components["schemas"]["Ref"] | null;
            because: components["schemas"]["Because"][];
        };
        /** @description When a withdrawal takes effect. */
        TakesEffect: {
            earliest: string | null;
            latest: string | null;
            /** @description What it depends on; where an armed conflict would hold it and none is on record, that too. */
            condition: string | null;
            article: string | null;
        };
        /** @description The track of a withdrawal, on every plane. */
        Withdrawal: {
            /**
             * @description How far it has come.
             * @enum {string}
             */
            stage: "none" | "announced" | "domestic" | "notified" | "held" | "effective" | "retracted";
            steps: components["schemas"]["WithdrawalStep"][];
            next: components["schemas"]["WithdrawalStep"] | null;
            takesEffect: components["schemas"]["TakesEffect"] | null;
        };
        /** @description When a withdrawal would take effect, on days supposed. */
        Projection: {
            state: components["schemas"]["Ref"];
            treaty: components["schemas"]["Ref"];
            notifiedOn: string | null;
            conflictEndedOn: string | null;
            earliest: string | null;
            latest: string | null;
            /** @description Whether an armed conflict on record holds it. */
            held: boolean;
            article: string | null;
            /** @description What it depends on beside what is supposed: an armed conflict that is not on record would hold it too. */
            condition: string | null;
            because: components["schemas"]["Because"][];
            links: components["schemas"]["Links"];
        };
        ProjectionAnswer: {
            data: components["schemas"]["Projection"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description The day, or the days, on which a standing began. */
        Since: {
            value: string;
            /**
             * @description How much of the date is known.
             * @enum {string}
             */
            precision: "day" | "month" | "year" | "interval";
            earliest: string | null;
            latest: string | null;
        };
        /** @description The standing of a state in a treaty on a day. */
        Member: {
            state: components["schemas"]["Ref"];
            treaty: components["schemas"]["Ref"];
            /**
             * @description The standing on the day; `unknown` where the evidence leaves several open.
             * @enum {string}
             */
            standing: "party" | "contracting_state" | "signatory" | "former_party" | "not_party" | "unknown";
            /** @description The standings that the evidence leaves open. */
            possible: ("party" | "contracting_state" | "signatory" | "former_party" | "not_party")[];
            /** @description Whether it leaves one only. */
            certain: boolean;
            /** @description When the standing began; null where that is not known. */
            since: components["schemas"]["Since"] | null;
            /** @description The last day up to which the record is known to be complete here: a day, `unlimited`, or null. What the depositary had been given by `knownOn` and made known later shortens it. */
            confirmedThrough: string | null;
            /** @description Whether the last known standing is carried forward to the day. */
            carriedForward: boolean;
            /** @description The last act by which it consented to be bound, by the day; null where it has taken that back. */
            consent: {
                act: components["schemas"]["Ref"];
                /**
                 * @description By which kind of act.
                 * @enum {string}
                 */
                kind: "ratification" | "acceptance" | "approval" | "accession" | "succession" | "formal_confirmation" | "consent_to_be_bound";
                date: components["schemas"]["DateKnown"] | null;
            } | null;
            /**
             * @description How far a withdrawal has come.
             * @enum {string}
             */
            withdrawalStage: "none" | "announced" | "domestic" | "notified" | "held" | "effective" | "retracted";
            links: components["schemas"]["Links"];
        };
        /** @description The standing of a state in a treaty on a day, with its whole derivation. */
        Membership: {
            state: components["schemas"]["Ref"];
            treaty: components["schemas"]["Ref"];
            /**
             * @description The standing on the day; `unknown` where the evidence leaves several open.
             * @enum {string}
             */
            standing: "party" | "contracting_state" | "signatory" | "former_party" | "not_party" | "unknown";
            /** @description The standings that the evidence leaves open. */
            possible: ("party" | "contracting_state" | "signatory" | "former_party" | "not_party")[];
            /** @description Whether it leaves one only. */
            certain: boolean;
            /** @description When the standing began; null where that is not known. */
            since: components["schemas"]["Since"] | null;
            /** @description The last day up to which the record is known to be complete here: a day, `unlimited`, or null. What the depositary had been given by `knownOn` and made known later shortens it. */
            confirmedThrough: string | null;
            /** @description Whether the last known standing is carried forward to the day. */
            carriedForward: boolean;
            /** @description Whether its evidence contradicts itself. */
            contradicted: boolean;
            /** @description Its acts that others object to, or may have objected to by the day, and who. */
            contested: {
                act: components["schemas"]["Ref"];
                by: {
                    act: components["schemas"]["Ref"];
                    state: components["schemas"]["Ref"] | null;
                    /** @description Whether it surely stands on the day; false where it only may. */
                    certain: boolean;
                }[];
            }[];
            /** @description The derivation, in order. */
            because: components["schemas"]["Because"][];
            withdrawal: components["schemas"]["Withdrawal"];
            /** @description Rival values that bear on it. */
            conflicts: components["schemas"]["Ref"][];
            links: components["schemas"]["Links"];
        };
        /** @description A standing with all that it rests on. */
        EvidenceBundle: {
            standing: components["schemas"]["Membership"];
            /** @description The final clauses of the treaty, which the derivation applies. */
            clauses: components["schemas"]["Clause"][];
            /** @description Every act that the derivation names, and whoever objects to one. */
            acts: components["schemas"]["Act"][];
            /** @description Every statement that it names or that bears on those acts. */
            statements: components["schemas"]["Statement"][];
            /** @description Where the statements and the complete lists are printed. */
            sources: components["schemas"]["Source"][];
            /** @description The lists that name every participant, and the day up to which each does. */
            completeLists: {
                source: string;
                /** Format: date */
                completeAsAt: string;
            }[];
            links: components["schemas"]["Links"];
        };
        /** @description How many states stand how on the day; filters do not change it. */
        Counts: {
            /** @description States for which the treaty is certainly in force. */
            inForce: number;
            /** @description States whose consent is certainly deposited and not withdrawn with effect. */
            byDeposit: number;
            byStanding: {
                party: number;
                contracting_state: number;
                signatory: number;
                former_party: number;
                not_party: number;
                unknown: number;
            };
            /** @description States that have signed, parties included, and have not left. */
            signed: number;
            /** @description What each number counts, and of which states. */
            basis: {
                inForce: string;
                byDeposit: string;
                signed: string;
                states: string;
            };
        };
        MemberList: {
            data: components["schemas"]["Member"][];
            counts: components["schemas"]["Counts"];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        StateTreatyList: {
            data: components["schemas"]["Member"][];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        MembershipAnswer: {
            data: components["schemas"]["Membership"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        EvidenceAnswer: {
            data: components["schemas"]["EvidenceBundle"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description States down, treaties across. */
        Comparison: {
            rows: {
                state: components["schemas"]["Ref"];
                standings: {
                    treaty: components["schemas"]["Ref"];
                    /**
                     * @description The standing on the day; `unknown` where the evidence leaves several open.
                     * @enum {string}
                     */
                    standing: "party" | "contracting_state" | "signatory" | "former_party" | "not_party" | "unknown";
                    possible: ("party" | "contracting_state" | "signatory" | "former_party" | "not_party")[];
                    certain: boolean;
                    since: components["schemas"]["Since"] | null;
                    /** @description The last day up to which the record is known to be complete here: a day, `unlimited`, or null. What the depositary had been given by `knownOn` and made known later shortens it. */
                    confirmedThrough: string | null;
                    /** @description Whether the last known standing is carried forward to the day. */
                    carriedForward: boolean;
                    /**
                     * @description How far a withdrawal has come.
                     * @enum {string}
                     */
                    withdrawalStage: "none" | "announced" | "domestic" | "notified" | "held" | "effective" | "retracted";
                    href: string;
                }[];
            }[];
        };
        /** @description What one source alone supports. */
        SourceComparison: {
            source: components["schemas"]["SourceRef"];
            /**
             * @description What the source is.
             * @enum {string}
             */
            kind: "article" | "depositary" | "report";
            /**
             * @description The standing on the day; `unknown` where the evidence leaves several open.
             * @enum {string}
             */
            standing: "party" | "contracting_state" | "signatory" | "former_party" | "not_party" | "unknown";
            possible: ("party" | "contracting_state" | "signatory" | "former_party" | "not_party")[];
            certain: boolean;
            since: components["schemas"]["Since"] | null;
            /** @description The last day up to which the record is known to be complete here: a day, `unlimited`, or null. What the depositary had been given by `knownOn` and made known later shortens it. */
            confirmedThrough: string | null;
            /** @description Whether the last known standing is carried forward to the day. */
            carriedForward: boolean;
            /**
             * @description How far a withdrawal has come.
             * @enum {string}
             */
            withdrawalStage: "none" | "announced" | "domestic" | "notified" | "held" | "effective" | "retracted";
            /** @description The acts that it tells of, with the date that it gives. */
            acts: {
                act: components["schemas"]["Ref"];
                date: components["schemas"]["DateKnown"] | null;
            }[];
        };
        ComparisonAnswer: {
            data: components["schemas"]["Comparison"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        SourceComparisonList: {
            data: components["schemas"]["SourceComparison"][];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description Rival values for one fact, kept side by side. */
        Conflict: {
            id: string;
            /**
             * @description What the sources disagree on: the day of the act, or the day on which it takes effect.
             * @enum {string}
             */
            fact: "date" | "effective";
            act: components["schemas"]["Ref"];
            treaty: components["schemas"]["Ref"];
            state: components["schemas"]["Ref"] | null;
            /** @description Every rival value with the statements that give it. */
            values: {
                date: components["schemas"]["DateKnown"];
                preferred: boolean;
                statements: {
                    id: string;
                    name: string;
                    href: string;
                    source: components["schemas"]["SourceRef"];
                }[];
            }[];
            /** @description The value that this record holds right, or null while none is. */
            preferred: string | null;
            /** @description The arguments for the preferred value; one that rests on what the pins leave out is left out, and said to be. */
            because: string[];
            links: components["schemas"]["Links"];
        };
        ConflictAnswer: {
            data: components["schemas"]["Conflict"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        ConflictList: {
            data: components["schemas"]["Conflict"][];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description The standing of one state on one day. */
        PanelRow: {
            /** Format: date */
            day: string;
            state: components["schemas"]["Ref"];
            treaty: components["schemas"]["Ref"];
            /**
             * @description The standing on the day; `unknown` where the evidence leaves several open.
             * @enum {string}
             */
            standing: "party" | "contracting_state" | "signatory" | "former_party" | "not_party" | "unknown";
            /** @description The standings that the evidence leaves open. */
            possible: ("party" | "contracting_state" | "signatory" | "former_party" | "not_party")[];
            /** @description Whether it leaves one only. */
            certain: boolean;
            /** @description The last day up to which the record is known to be complete here: a day, `unlimited`, or null. What the depositary had been given by `knownOn` and made known later shortens it. */
            confirmedThrough: string | null;
            /** @description Whether the last known standing is carried forward to the day. */
            carriedForward: boolean;
        };
        /** @description A day on which the numbers change; they hold until the next. */
        HistoryDay: {
            /** Format: date */
            day: string;
            /** @description States for which the treaty is certainly in force. */
            inForce: number;
            /** @description States whose consent is certainly deposited and not withdrawn with effect. */
            byDeposit: number;
            byStanding: {
                party: number;
                contracting_state: number;
                signatory: number;
                former_party: number;
                not_party: number;
                unknown: number;
            };
            /** @description The states for which it came into force that day. */
            joined: components["schemas"]["Ref"][];
            /** @description The states for which it ceased to be in force that day. */
            left: components["schemas"]["Ref"][];
        };
        HistoryList: {
            data: components["schemas"]["HistoryDay"][];
            /** @description What each number counts, and of which states. */
            basis: {
                inForce: string;
                byDeposit: string;
                states: string;
            };
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        PanelList: {
            data: components["schemas"]["PanelRow"][];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description What this is, and what it covers. */
        Record: {
            name: string;
            description: string;
            /** @description The version of the contract, which begins with that of the paths; the code has a version of its own. */
            version: string;
            record: {
                /** @description A digest of the facts. */
                id: string;
                /** Format: date-time */
                builtAt: string;
            };
            coverage: {
                states: number;
                /** @description The treaties, or the first 200 of them by id; `/v1/treaties` has all. */
                treaties: components["schemas"]["Ref"][];
                /** @description How many treaties the record covers. */
                treatiesTotal: number;
                acts: number;
                statements: number;
                speakers: number;
                sources: {
                    /**
                     * @description The kind of source.
                     * @enum {string}
                     */
                    kind: "article" | "depositary" | "report";
                    sources: number;
                }[];
                /** @description The day of the latest source; of later days the record knows nothing of its own. */
                latestSource: string | null;
                /** @description What the record leaves out. */
                notCovered: string[];
                /** @description The treaties whose participants are all listed, and the day of the list; or the first 200 by id, `/v1/tables/complete_lists.csv` has all. */
                completeLists: {
                    treaty: components["schemas"]["Ref"];
                    /** Format: date */
                    completeAsAt: string;
                }[];
                /** @description How many such lists there are. */
                completeListsTotal: number;
            };
        };
        RecordAnswer: {
            data: components["schemas"]["Record"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description A treaty at one glance. */
        Overview: {
            treaty: components["schemas"]["Treaty"];
            counts: components["schemas"]["Counts"];
            /** @description The latest acts, newest first. */
            latestActs: components["schemas"]["Act"][];
            /** @description Every withdrawal under way, with its next step and when it takes effect. */
            withdrawals: {
                state: components["schemas"]["Ref"];
                /**
                 * @description How far it has come.
                 * @enum {string}
                 */
                stage: "none" | "announced" | "domestic" | "notified" | "held" | "effective" | "retracted";
                next: components["schemas"]["WithdrawalStep"] | null;
                takesEffect: components["schemas"]["TakesEffect"] | null;
                href: string;
            }[];
        };
        OverviewAnswer: {
            data: components["schemas"]["Overview"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description One thing that matches a search. */
        Found: {
            /**
             * @description What was found.
             * @enum {string}
             */
            kind: "state" | "treaty" | "speaker" | "statement";
            id: string;
            name: string;
            /** @description Where it matches: HTML-escaped text in which the matching words are marked with `<mark>`. */
            snippet: string;
            href: string;
        };
        FoundList: {
            data: components["schemas"]["Found"][];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description A person, a body, a newsroom, a collective without a name, or a document. */
        Speaker: {
            id: string;
            /**
             * @description Who or what speaks.
             * @enum {string}
             */
            kind: "person" | "body" | "newsroom" | "collective" | "document";
            name: string;
            state: components["schemas"]["Ref"] | null;
            note: string | null;
            /** @description Name and role as each source prints them, and in how many statements. */
            printed: {
                name: string | null;
                role: string | null;
                source: components["schemas"]["SourceRef"];
                statements: number;
            }[];
            /** @description In how many sources; `printed` has the first 200 by id. */
            printedIn: number;
            links: components["schemas"]["Links"];
        };
        SpeakerAnswer: {
            data: components["schemas"]["Speaker"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        SpeakerList: {
            data: components["schemas"]["Speaker"][];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        /** @description A state, or an organisation that can be a party to a treaty. */
        State: {
            /** @description ISO 3166-1 alpha-3; `EUE` for the European Union is a label of this record. */
            id: string;
            /** @description The name that the United Nations uses. */
            name: string;
            alpha2: string | null;
            alpha3: string | null;
            /** @description UN M49 and ISO 3166-1 numeric code, three digits. */
            m49: string | null;
            /**
             * @description Its status at the United Nations.
             * @enum {string}
             */
            unStatus: "member" | "observer" | "non_member" | "organisation";
            unMemberSince: string | null;
            /** @description Every name by which the state is found. */
            names: {
                name: string;
                /**
                 * @description Who uses the name.
                 * @enum {string}
                 */
                kind: "un" | "un_2014" | "iso" | "common" | "alias";
            }[];
            links: components["schemas"]["Links"];
        };
        StateAnswer: {
            data: components["schemas"]["State"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
        StateList: {
            data: components["schemas"]["State"][];
            page: components["schemas"]["Page"];
            pin: components["schemas"]["Pin"];
            links: components["schemas"]["Links"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Tells one representation from every other; for `If-None-Match` (RFC 9110, section 8.8.3). */
        ETag: string;
        /** @description When the record was built or the code was changed, or, where today is asked about, when the day began (RFC 9110, section 8.8.2). */
        "Last-Modified": string;
        /** @description For how long the answer may be kept: for good where it names all of its pins (RFC 9111, section 5.2). */
        "Cache-Control": string;
        /** @description What else than the address the answer depends on (RFC 9110, section 12.5.5). */
        Vary: string;
        /** @description That parts of it can be asked for (RFC 9110, section 14.3). */
        "Accept-Ranges": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getRecord: {
        parameters: {
            query?: {
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordAnswer"];
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStates: {
        parameters: {
            query?: {
                /** @description Its status at the United Nations. */
                unStatus?: "member" | "observer" | "non_member" | "organisation";
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of states.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `id`: ISO 3166-1 alpha-3; `EUE` for the European Union is a label of this record.
             *     - `name`: The name that the United Nations uses.
             *     - `alpha2`
             *     - `alpha3`
             *     - `m49`: UN M49 and ISO 3166-1 numeric code, three digits.
             *     - `unStatus`: Its status at the United Nations.
             *     - `unMemberSince`
             *     - `names`: Every name by which the state is found.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getState: {
        parameters: {
            query?: {
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "jsonld";
            };
            header?: never;
            path: {
                /** @description A state, by code or name. */
                state: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description The state.
             *
             *     **application/ld+json**: JSON-LD 1.1 with its context in it: schema.org, PROV-O, Web Annotation. Every `@id` is a path of this API, to be resolved against the `@base` that the context gives: the server that answered. A day is an `xsd:date`, a date that is known less exactly keeps its precision.
             */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateAnswer"];
                    "application/ld+json": {
                        "@context": {
                            "@base": string;
                        } & {
                            [key: string]: unknown;
                        };
                        "@id": string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTreaties: {
        parameters: {
            query?: {
                /** @description What it is about, in any case. */
                subject?: string;
                /** @description Its chapter among the Secretary-General's treaties, in any case. */
                chapter?: string;
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of treaties.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `id`
             *     - `name`
             *     - `shortName`
             *     - `aliases`
             *     - `subject`
             *     - `references.untc`: Its number among the multilateral treaties deposited with the Secretary-General.
             *     - `references.chapter`
             *     - `references.unts`: Volume and page of the United Nations Treaty Series.
             *     - `references.registration`
             *     - `depositary`
             *     - `dates.adopted.day`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.adopted.place`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.adopted.article`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.adopted.note`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.adopted.citation`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.openedForSignature.day`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.openedForSignature.place`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.openedForSignature.article`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.openedForSignature.note`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.openedForSignature.citation`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.thresholdReached.day`: The day of the instrument that brought it into force.
             *     - `dates.thresholdReached.place`: The day of the instrument that brought it into force.
             *     - `dates.thresholdReached.article`: The day of the instrument that brought it into force.
             *     - `dates.thresholdReached.note`: The day of the instrument that brought it into force.
             *     - `dates.thresholdReached.citation`: The day of the instrument that brought it into force.
             *     - `dates.entryIntoForce.day`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.entryIntoForce.place`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.entryIntoForce.article`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.entryIntoForce.note`: A day in a treaty's own life, with where it is recorded.
             *     - `dates.entryIntoForce.citation`: A day in a treaty's own life, with where it is recorded.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreatyList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTreaty: {
        parameters: {
            query?: {
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "jsonld";
            };
            header?: never;
            path: {
                /** @description A treaty: its id, its UN reference, or any recorded name, in any case. */
                treaty: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description The treaty.
             *
             *     **application/ld+json**: JSON-LD 1.1 with its context in it: schema.org, PROV-O, Web Annotation. Every `@id` is a path of this API, to be resolved against the `@base` that the context gives: the server that answered. A day is an `xsd:date`, a date that is known less exactly keeps its precision.
             */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreatyAnswer"];
                    "application/ld+json": {
                        "@context": {
                            "@base": string;
                        } & {
                            [key: string]: unknown;
                        };
                        "@id": string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClauses: {
        parameters: {
            query?: {
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path: {
                /** @description A treaty: its id, its UN reference, or any recorded name, in any case. */
                treaty: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of final clauses.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `id`
             *     - `article`: Null where the clause tells what the treaty does not provide for.
             *     - `rule`
             *     - `summary`
             *     - `words`: The deciding words of the article.
             *     - `citation`
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClauseList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description Only states with one of these standings on the day, separated by commas or given again. */
                standing?: ("party" | "contracting_state" | "signatory" | "former_party" | "not_party" | "unknown")[];
                /** @description Only states whose withdrawal has come this far, or to one of these stages. */
                withdrawalStage?: ("none" | "announced" | "domestic" | "notified" | "held" | "effective" | "retracted")[];
                /** @description The day that the answer is about. Default: today (UTC). */
                asOf?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path: {
                /** @description A treaty: its id, its UN reference, or any recorded name, in any case. */
                treaty: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of standings, and the counts of all.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `state.id`: Another thing of the record, by id, name and path.
             *     - `state.name`: Another thing of the record, by id, name and path.
             *     - `treaty.id`: Another thing of the record, by id, name and path.
             *     - `treaty.name`: Another thing of the record, by id, name and path.
             *     - `standing`: The standing on the day; `unknown` where the evidence leaves several open.
             *     - `possible`: The standings that the evidence leaves open.
             *     - `certain`: Whether it leaves one only.
             *     - `since.value`: When the standing began; null where that is not known.
             *     - `since.precision`: How much of the date is known.
             *     - `since.earliest`: When the standing began; null where that is not known.
             *     - `since.latest`: When the standing began; null where that is not known.
             *     - `confirmedThrough`: The last day up to which the record is known to be complete here: a day, `unlimited`, or null. What the depositary had been given by `knownOn` and made known later shortens it.
             *     - `carriedForward`: Whether the last known standing is carried forward to the day.
             *     - `consent.act.id`: Another thing of the record, by id, name and path.
             *     - `consent.act.name`: Another thing of the record, by id, name and path.
             *     - `consent.kind`: By which kind of act.
             *     - `consent.date.value`: The date as far as it is known: `2005`, `2025-03`, `2025-06-29`, or an interval `../2025-06-29` (EDTF).
             *     - `consent.date.precision`: How much of the date is known.
             *     - `consent.date.earliest`: The first day it may mean; null where nothing bounds it.
             *     - `consent.date.latest`: The last day it may mean; null where nothing bounds it.
             *     - `consent.date.basis`: Whether the date is printed, or inferred from the words together with something else.
             *     - `consent.date.readings`: How an inferred date was read.
             *     - `withdrawalStage`: How far a withdrawal has come.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMember: {
        parameters: {
            query?: {
                /** @description The day that the answer is about. Default: today (UTC). */
                asOf?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "citation" | "bibtex" | "csl";
            };
            header?: never;
            path: {
                /** @description A treaty: its id, its UN reference, or any recorded name, in any case. */
                treaty: string;
                /** @description A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case. */
                state: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description The standing and its reasons.
             *
             *     **text/plain**: A citation in words: the source or entry, its date, the words with whose they are, their places and digests, and the permalink.
             *
             *     **application/x-bibtex**: A BibTeX entry, in UTF-8; `note` has the words, whose they are, their places and digests, `url` the permalink.
             *
             *     **application/vnd.citationstyles.csl+json**: CSL-JSON: a list of one item; `note` has the words, whose they are, their places and digests, `URL` the permalink.
             */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipAnswer"];
                    "text/plain": string;
                    "application/x-bibtex": string;
                    "application/vnd.citationstyles.csl+json": ({
                        id: string;
                        type: string;
                        title: string;
                        URL: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTreatiesOfState: {
        parameters: {
            query?: {
                /** @description Only states with one of these standings on the day, separated by commas or given again. */
                standing?: ("party" | "contracting_state" | "signatory" | "former_party" | "not_party" | "unknown")[];
                /** @description Only states whose withdrawal has come this far, or to one of these stages. */
                withdrawalStage?: ("none" | "announced" | "domestic" | "notified" | "held" | "effective" | "retracted")[];
                /** @description The day that the answer is about. Default: today (UTC). */
                asOf?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path: {
                /** @description A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case. */
                state: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of standings.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `state.id`: Another thing of the record, by id, name and path.
             *     - `state.name`: Another thing of the record, by id, name and path.
             *     - `treaty.id`: Another thing of the record, by id, name and path.
             *     - `treaty.name`: Another thing of the record, by id, name and path.
             *     - `standing`: The standing on the day; `unknown` where the evidence leaves several open.
             *     - `possible`: The standings that the evidence leaves open.
             *     - `certain`: Whether it leaves one only.
             *     - `since.value`: When the standing began; null where that is not known.
             *     - `since.precision`: How much of the date is known.
             *     - `since.earliest`: When the standing began; null where that is not known.
             *     - `since.latest`: When the standing began; null where that is not known.
             *     - `confirmedThrough`: The last day up to which the record is known to be complete here: a day, `unlimited`, or null. What the depositary had been given by `knownOn` and made known later shortens it.
             *     - `carriedForward`: Whether the last known standing is carried forward to the day.
             *     - `consent.act.id`: Another thing of the record, by id, name and path.
             *     - `consent.act.name`: Another thing of the record, by id, name and path.
             *     - `consent.kind`: By which kind of act.
             *     - `consent.date.value`: The date as far as it is known: `2005`, `2025-03`, `2025-06-29`, or an interval `../2025-06-29` (EDTF).
             *     - `consent.date.precision`: How much of the date is known.
             *     - `consent.date.earliest`: The first day it may mean; null where nothing bounds it.
             *     - `consent.date.latest`: The last day it may mean; null where nothing bounds it.
             *     - `consent.date.basis`: Whether the date is printed, or inferred from the words together with something else.
             *     - `consent.date.readings`: How an inferred date was read.
             *     - `withdrawalStage`: How far a withdrawal has come.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateTreatyList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvidence: {
        parameters: {
            query?: {
                /** @description The day that the answer is about. Default: today (UTC). */
                asOf?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description A treaty: its id, its UN reference, or any recorded name, in any case. */
                treaty: string;
                /** @description A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case. */
                state: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The standing and its evidence. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceAnswer"];
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    projectWithdrawal: {
        parameters: {
            query?: {
                /** @description The day on which the depositary receives the notice. */
                notifiedOn?: string;
                /** @description The day on which the armed conflict ends. */
                conflictEndedOn?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description A treaty: its id, its UN reference, or any recorded name, in any case. */
                treaty: string;
                /** @description A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case. */
                state: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The day or the days, and why. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectionAnswer"];
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: {
                /** @description A treaty: its id, UN reference or any recorded name, in any case. */
                treaty?: string;
                /** @description A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case. */
                state?: string;
                /** @description Days of effect on or after this day. */
                from?: string;
                /** @description Days of effect on or before this day. */
                to?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An iCalendar (RFC 5545). `UID` is made from the act and does not change; `DTSTAMP` is the day on which evidence of the act last came. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHistory: {
        parameters: {
            query?: {
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path: {
                /** @description A treaty: its id, its UN reference, or any recorded name, in any case. */
                treaty: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of days.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `day`
             *     - `inForce`: States for which the treaty is certainly in force.
             *     - `byDeposit`: States whose consent is certainly deposited and not withdrawn with effect.
             *     - `byStanding.party`
             *     - `byStanding.contracting_state`
             *     - `byStanding.signatory`
             *     - `byStanding.former_party`
             *     - `byStanding.not_party`
             *     - `byStanding.unknown`
             *     - `joined`: The states for which it came into force that day.
             *     - `left`: The states for which it ceased to be in force that day.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drawHistory: {
        parameters: {
            query?: {
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
            };
            header?: never;
            path: {
                /** @description A treaty: its id, its UN reference, or any recorded name, in any case. */
                treaty: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The curve. One SVG document that stands alone and may be embedded anywhere; `title` and `desc` say in words what it shows, and it is light or dark as its viewer is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drawMembers: {
        parameters: {
            query?: {
                /** @description The day that the answer is about. Default: today (UTC). */
                asOf?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
            };
            header?: never;
            path: {
                /** @description A treaty: its id, its UN reference, or any recorded name, in any case. */
                treaty: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The map. One SVG document that stands alone and may be embedded anywhere; `title` and `desc` say in words what it shows, and it is light or dark as its viewer is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drawWithdrawal: {
        parameters: {
            query?: {
                /** @description The day that the answer is about. Default: today (UTC). */
                asOf?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
            };
            header?: never;
            path: {
                /** @description A treaty: its id, its UN reference, or any recorded name, in any case. */
                treaty: string;
                /** @description A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case. */
                state: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The timeline. One SVG document that stands alone and may be embedded anywhere; `title` and `desc` say in words what it shows, and it is light or dark as its viewer is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPanel: {
        parameters: {
            query: {
                /** @description The first day. */
                from: string;
                /** @description The last day. */
                to: string;
                /** @description Every day; or `from`, on whatever day that is, and then the first of every month or year. Default: day. */
                every?: "day" | "month" | "year";
                /** @description States by code or name, separated by commas or given again. Default: all. */
                states?: string[];
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path: {
                /** @description A treaty: its id, its UN reference, or any recorded name, in any case. */
                treaty: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of the panel, by day and state.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `day`
             *     - `state.id`: Another thing of the record, by id, name and path.
             *     - `state.name`: Another thing of the record, by id, name and path.
             *     - `treaty.id`: Another thing of the record, by id, name and path.
             *     - `treaty.name`: Another thing of the record, by id, name and path.
             *     - `standing`: The standing on the day; `unknown` where the evidence leaves several open.
             *     - `possible`: The standings that the evidence leaves open.
             *     - `certain`: Whether it leaves one only.
             *     - `confirmedThrough`: The last day up to which the record is known to be complete here: a day, `unlimited`, or null. What the depositary had been given by `knownOn` and made known later shortens it.
             *     - `carriedForward`: Whether the last known standing is carried forward to the day.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: {
                /** @description How many of the latest acts. Default: 10. */
                acts?: number;
                /** @description The day that the answer is about. Default: today (UTC). */
                asOf?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description A treaty: its id, its UN reference, or any recorded name, in any case. */
                treaty: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overview. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewAnswer"];
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareStates: {
        parameters: {
            query: {
                /** @description States by code or name, separated by commas or given again. */
                states: string[];
                /** @description Treaties by id, UN reference or name, separated by commas or given again. Default: all. */
                treaties?: string[];
                /** @description The day that the answer is about. Default: today (UTC). */
                asOf?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The matrix. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonAnswer"];
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareSources: {
        parameters: {
            query: {
                /** @description A state, by code or name. */
                state: string;
                /** @description A treaty, by id or name. */
                treaty: string;
                /** @description The day that the answer is about. Default: today (UTC). */
                asOf?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of sources.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `source.id`: A source, by id and publisher.
             *     - `source.publisher`: Null where the source prints none.
             *     - `kind`: What the source is.
             *     - `standing`: The standing on the day; `unknown` where the evidence leaves several open.
             *     - `possible`
             *     - `certain`
             *     - `since.value`: The day, or the days, on which a standing began.
             *     - `since.precision`: How much of the date is known.
             *     - `since.earliest`: The day, or the days, on which a standing began.
             *     - `since.latest`: The day, or the days, on which a standing began.
             *     - `confirmedThrough`: The last day up to which the record is known to be complete here: a day, `unlimited`, or null. What the depositary had been given by `knownOn` and made known later shortens it.
             *     - `carriedForward`: Whether the last known standing is carried forward to the day.
             *     - `withdrawalStage`: How far a withdrawal has come.
             *     - `acts`: The acts that it tells of, with the date that it gives.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceComparisonList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActs: {
        parameters: {
            query?: {
                /** @description A treaty: its id, UN reference or any recorded name, in any case. */
                treaty?: string;
                /** @description A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case. */
                state?: string;
                /** @description What was done. */
                kind?: "signature" | "succession_to_signature" | "ratification" | "acceptance" | "approval" | "accession" | "succession" | "formal_confirmation" | "consent_to_be_bound" | "provisional_application" | "withdrawal_notification" | "withdrawal_retraction" | "withdrawal_of_consent" | "suspension_notification" | "objection" | "objection_withdrawal" | "reservation" | "reservation_modification" | "reservation_withdrawal" | "declaration" | "declaration_modification" | "declaration_withdrawal" | "derogation" | "derogation_termination" | "territorial_application" | "territorial_limit" | "communication" | "government_proposal" | "head_of_state_decree" | "committee_recommendation" | "parliamentary_approval" | "promulgation" | "announcement" | "condemnation" | "conference_decision";
                /** @description Where it has effect. */
                plane?: "international" | "domestic" | "political";
                /** @description What it leads towards. */
                aim?: "consent" | "withdrawal" | "suspension";
                /** @description The id of the speaker who acted. */
                actor?: string;
                /** @description Only acts that at least so many sources support independently, in the whole record. */
                minIndependentSources?: number;
                /** @description Acts on or after this day. */
                from?: string;
                /** @description Acts on or before this day. */
                to?: string;
                /** @description Whether the date must lie in the window whatever it may mean, or may lie in it. Default: possible, so that nothing is lost. */
                dateMatch?: "certain" | "possible";
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson" | "atom" | "jsonfeed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of acts.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `id`
             *     - `kind`: What was done.
             *     - `plane`: Where it has effect: under the treaty, inside a state, or in politics only.
             *     - `aim`: What a domestic or political act leads towards.
             *     - `treaty.id`: Another thing of the record, by id, name and path.
             *     - `treaty.name`: Another thing of the record, by id, name and path.
             *     - `state.id`: The state whose act it is.
             *     - `state.name`: The state whose act it is.
             *     - `actor.id`: The speaker who acted, where one is named.
             *     - `actor.name`: The speaker who acted, where one is named.
             *     - `summary`
             *     - `date.value`: The date as far as it is known: `2005`, `2025-03`, `2025-06-29`, or an interval `../2025-06-29` (EDTF).
             *     - `date.precision`: How much of the date is known.
             *     - `date.earliest`: The first day it may mean; null where nothing bounds it.
             *     - `date.latest`: The last day it may mean; null where nothing bounds it.
             *     - `date.basis`: Whether the date is printed, or inferred from the words together with something else.
             *     - `date.readings`: How an inferred date was read.
             *     - `effective`: A day of effect that a source states. Where none does, the clause of the treaty gives the day; standings, histories and withdrawals derive it.
             *     - `targets`: The acts that it answers.
             *     - `targetedBy`: The acts that answer it.
             *     - `evidence`
             *     - `independentSources`: How many sources support it independently; renderings of one utterance count once.
             *     - `conflicts`: Where its evidence gives rival dates.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             *
             *     **application/atom+xml**: An Atom feed (RFC 4287) of the newest, `limit` of them. `published` is the first day on which a thing could be known, `updated` the last on which evidence of it came; an id does not change.
             *
             *     **application/feed+json**: A JSON Feed (version 1.1) of the newest, with the ids and days of the Atom feed.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/atom+xml": string;
                    "application/feed+json": {
                        version: string;
                        title: string;
                        items: ({
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAct: {
        parameters: {
            query?: {
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "jsonld" | "citation" | "bibtex" | "csl";
            };
            header?: never;
            path: {
                /** @description The id of an act. */
                act: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description The act.
             *
             *     **application/ld+json**: JSON-LD 1.1 with its context in it: schema.org, PROV-O, Web Annotation. Every `@id` is a path of this API, to be resolved against the `@base` that the context gives: the server that answered. A day is an `xsd:date`, a date that is known less exactly keeps its precision.
             *
             *     **text/plain**: A citation in words: the source or entry, its date, the words with whose they are, their places and digests, and the permalink.
             *
             *     **application/x-bibtex**: A BibTeX entry, in UTF-8; `note` has the words, whose they are, their places and digests, `url` the permalink.
             *
             *     **application/vnd.citationstyles.csl+json**: CSL-JSON: a list of one item; `note` has the words, whose they are, their places and digests, `URL` the permalink.
             */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActAnswer"];
                    "application/ld+json": {
                        "@context": {
                            "@base": string;
                        } & {
                            [key: string]: unknown;
                        };
                        "@id": string;
                    } & {
                        [key: string]: unknown;
                    };
                    "text/plain": string;
                    "application/x-bibtex": string;
                    "application/vnd.citationstyles.csl+json": ({
                        id: string;
                        type: string;
                        title: string;
                        URL: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStatements: {
        parameters: {
            query?: {
                /** @description A treaty: its id, UN reference or any recorded name, in any case. */
                treaty?: string;
                /** @description A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case. */
                state?: string;
                /** @description The id of the source. */
                source?: string;
                /** @description The id of the speaker. */
                speaker?: string;
                /** @description The id of an act on which the statement bears. */
                act?: string;
                /** @description How it stands to what it says. */
                modality?: "asserted" | "denied" | "intended" | "required" | "conditional" | "disjunctive" | "evaluative";
                /** @description In whose words it is printed. */
                voice?: "direct_quote" | "indirect_speech" | "document" | "newsroom";
                /** @description What it is about. */
                topic?: "withdrawal" | "procedure" | "membership" | "reasons" | "use_of_mines" | "treaty_terms" | "reaction" | "armed_conflict" | "mine_clearance";
                /** @description Words that it holds, all of them. */
                q?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson" | "atom" | "jsonfeed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of statements.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `id`
             *     - `summary`: What it says, in the words of this record.
             *     - `words`: What is printed: a speaker or a document whole, a newsroom in an excerpt.
             *     - `speaker.id`: Another thing of the record, by id, name and path.
             *     - `speaker.name`: Another thing of the record, by id, name and path.
             *     - `as.name`: Name and role as this source prints them.
             *     - `as.role`: Name and role as this source prints them.
             *     - `voice`: In whose words it is printed.
             *     - `modality`: How it stands to what it says.
             *     - `medium`: Where it was said, as the source prints it.
             *     - `topic`: What it is about.
             *     - `source.id`: A source, by id and publisher.
             *     - `source.publisher`: Null where the source prints none.
             *     - `locator.start`: The first code point of the words; null where no text is held.
             *     - `locator.end`: The code point after the last.
             *     - `locator.place`: Of a list: the participant and the column or note.
             *     - `locator.unit`: Where the words stand in the text of the source, start included, end not, after every run of white space has become one space and the ends are trimmed.
             *     - `locator.normalisation`: Where the words stand in the text of the source, start included, end not, after every run of white space has become one space and the ends are trimmed.
             *     - `locator.sha256`: Of the source as received, byte for byte.
             *     - `treaty.id`: Another thing of the record, by id, name and path.
             *     - `treaty.name`: Another thing of the record, by id, name and path.
             *     - `states`: The states that it is about.
             *     - `bearsOn`
             *     - `utterance`: Shared by the renderings of one utterance.
             *     - `renderings`: The same utterance as other statements render it.
             *     - `note`: What an editor of this record has to add.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             *
             *     **application/atom+xml**: An Atom feed (RFC 4287) of the newest, `limit` of them. `published` is the first day on which a thing could be known, `updated` the last on which evidence of it came; an id does not change.
             *
             *     **application/feed+json**: A JSON Feed (version 1.1) of the newest, with the ids and days of the Atom feed.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/atom+xml": string;
                    "application/feed+json": {
                        version: string;
                        title: string;
                        items: ({
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatement: {
        parameters: {
            query?: {
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "jsonld" | "citation" | "bibtex" | "csl";
            };
            header?: never;
            path: {
                /** @description The id of a statement. */
                statement: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description The statement.
             *
             *     **application/ld+json**: JSON-LD 1.1 with its context in it: schema.org, PROV-O, Web Annotation. Every `@id` is a path of this API, to be resolved against the `@base` that the context gives: the server that answered. A day is an `xsd:date`, a date that is known less exactly keeps its precision.
             *
             *     **text/plain**: A citation in words: the source or entry, its date, the words with whose they are, their places and digests, and the permalink.
             *
             *     **application/x-bibtex**: A BibTeX entry, in UTF-8; `note` has the words, whose they are, their places and digests, `url` the permalink.
             *
             *     **application/vnd.citationstyles.csl+json**: CSL-JSON: a list of one item; `note` has the words, whose they are, their places and digests, `URL` the permalink.
             */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementAnswer"];
                    "application/ld+json": {
                        "@context": {
                            "@base": string;
                        } & {
                            [key: string]: unknown;
                        };
                        "@id": string;
                    } & {
                        [key: string]: unknown;
                    };
                    "text/plain": string;
                    "application/x-bibtex": string;
                    "application/vnd.citationstyles.csl+json": ({
                        id: string;
                        type: string;
                        title: string;
                        URL: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSpeakers: {
        parameters: {
            query?: {
                /** @description Who or what speaks. */
                kind?: "person" | "body" | "newsroom" | "collective" | "document";
                /** @description A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case. */
                state?: string;
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of speakers.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `id`
             *     - `kind`: Who or what speaks.
             *     - `name`
             *     - `state.id`: Another thing of the record, by id, name and path.
             *     - `state.name`: Another thing of the record, by id, name and path.
             *     - `note`
             *     - `printed`: Name and role as each source prints them, and in how many statements.
             *     - `printedIn`: In how many sources; `printed` has the first 200 by id.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSpeaker: {
        parameters: {
            query?: {
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description The id of a speaker. */
                speaker: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The speaker. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerAnswer"];
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description What the source is. */
                kind?: "article" | "depositary" | "report";
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of sources.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `id`
             *     - `kind`: What the source is.
             *     - `title`
             *     - `publisher`: Null where none is printed.
             *     - `publisherNote`
             *     - `photoCredit`
             *     - `address`
             *     - `language`: ISO 639-1.
             *     - `published.given`: The date as the source prints it, never altered.
             *     - `published.assessed`: The date that this record holds right, a partial date.
             *     - `published.earliest`: When it was published; `knownOn` uses the assessed date.
             *     - `published.latest`: When it was published; `knownOn` uses the assessed date.
             *     - `published.because`: Why.
             *     - `digest.sha256`: Of the source as received, so that its holder can check every quotation.
             *     - `digest.characters`: Code points of the normalised text; null where it is not one of running words.
             *     - `statements`: How many statements the record takes from it.
             *     - `note`
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSource: {
        parameters: {
            query?: {
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "jsonld";
            };
            header?: never;
            path: {
                /** @description The id of a source. */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description The source.
             *
             *     **application/ld+json**: JSON-LD 1.1 with its context in it: schema.org, PROV-O, Web Annotation. Every `@id` is a path of this API, to be resolved against the `@base` that the context gives: the server that answered. A day is an `xsd:date`, a date that is known less exactly keeps its precision.
             */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceAnswer"];
                    "application/ld+json": {
                        "@context": {
                            "@base": string;
                        } & {
                            [key: string]: unknown;
                        };
                        "@id": string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConflicts: {
        parameters: {
            query?: {
                /** @description A treaty: its id, UN reference or any recorded name, in any case. */
                treaty?: string;
                /** @description A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case. */
                state?: string;
                /** @description The id of the act in question. */
                act?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of conflicts.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `id`
             *     - `fact`: What the sources disagree on: the day of the act, or the day on which it takes effect.
             *     - `act.id`: Another thing of the record, by id, name and path.
             *     - `act.name`: Another thing of the record, by id, name and path.
             *     - `treaty.id`: Another thing of the record, by id, name and path.
             *     - `treaty.name`: Another thing of the record, by id, name and path.
             *     - `state.id`: Another thing of the record, by id, name and path.
             *     - `state.name`: Another thing of the record, by id, name and path.
             *     - `values`: Every rival value with the statements that give it.
             *     - `preferred`: The value that this record holds right, or null while none is.
             *     - `because`: The arguments for the preferred value; one that rests on what the pins leave out is left out, and said to be.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConflict: {
        parameters: {
            query?: {
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description The id of a conflict. */
                conflict: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conflict. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictAnswer"];
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description What to search for. */
                q: string;
                /** @description Only things of this kind. */
                kind?: "state" | "treaty" | "speaker" | "statement";
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of what was found.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `kind`: What was found.
             *     - `id`
             *     - `name`
             *     - `snippet`: Where it matches: HTML-escaped text in which the matching words are marked with `<mark>`.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query: {
                /** @description The id of an earlier record, or a day. */
                since: string;
                /** @description Only this. */
                change?: "added" | "corrected" | "withdrawn";
                /** @description Only things of this kind. */
                kind?: "state" | "treaty" | "clause" | "speaker" | "source" | "statement" | "act" | "circumstance";
                /** @description A treaty: its id, UN reference or any recorded name, in any case. */
                treaty?: string;
                /** @description Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC). */
                knownOn?: string;
                /** @description Use only these sources: ids or kinds (article, depositary, report), separated by commas or given again. Default: all. */
                accordingTo?: string[];
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
                /** @description How many to answer with at most. Default: 50; all, in the flat formats. */
                limit?: number;
                /** @description Where to go on: `page.next` of the page before. */
                cursor?: string;
                /** @description The format; otherwise `Accept` says it. */
                format?: "json" | "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description A page of changes.
             *
             *     **text/csv**: A header line and a line a thing; without `limit` and `cursor`, all of them. The columns:
             *
             *     - `change`: What became of it.
             *     - `kind`: What kind of thing it is.
             *     - `id`
             *     - `name`: Its name or summary; of a thing withdrawn, the last it had.
             *     - `treaty.id`: Another thing of the record, by id, name and path.
             *     - `treaty.name`: Another thing of the record, by id, name and path.
             *     - `known`: The day by which it was certainly known, where a day was asked about.
             *     - `facts`: Of a thing corrected, every fact that changed; of one withdrawn, all that it stated.
             *
             *     **application/x-ndjson**: One JSON object a line, each what `data` holds in the JSON answer; without `limit` and `cursor`, all of them.
             */
            200: {
                headers: {
                    /** @description The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`. */
                    Link?: string;
                    /** @description As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows. */
                    "X-Total-Count"?: number;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such format of this; the answer lists those there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadRecord: {
        parameters: {
            query?: {
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
            };
            header?: {
                /** @description The bytes wanted. Several ranges are answered with the whole. */
                range?: string;
                /** @description The ETag, or the day and time of Last-Modified, of the file of which a part is held. */
                "if-range"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole file. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.sqlite3": string;
                };
            };
            /** @description The part of the file that `Range` asks for; `Content-Range` says which. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.sqlite3": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file has no such part; `Content-Range` says how long it is. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDataPackage: {
        parameters: {
            query?: {
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The description of the package. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        profile: string;
                        name: string;
                        version: string;
                        resources: unknown[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadDataPackage: {
        parameters: {
            query?: {
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The package. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadTable: {
        parameters: {
            query?: {
                /** @description The id of the record that must answer; another record is a 409. */
                record?: string;
            };
            header?: never;
            path: {
                /** @description The name of a table. */
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record holds no such thing; the answer suggests the nearest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned `record` is not the one that this server serves. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenApiJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OpenAPI 3.1 document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenApiYaml: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OpenAPI 3.1 document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": unknown;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, or the record. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordAnswer"];
                    "text/html": string;
                };
            };
            /** @description The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5). */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "alive";
                    };
                };
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                        record: string;
                    };
                };
            };
            /** @description A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More requests than are allowed in a minute; `Retry-After` says when there are more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address and the headers together are too long: more than 16 KiB. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server is about to end; ask another. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
