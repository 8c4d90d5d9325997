import type { Day } from '../domain/partial-date.ts'
import type { KeptRecords } from '../storage/kept.ts'
import type { Snapshot } from '../storage/snapshot.ts'

/**
 * What the routes need: the record as it is served now, the day it is, the earlier records that are at hand, if any, and
 * the origin by which clients reach the server, if it is configured.
 */
export type Context = { snapshot: () => Snapshot; today: () => Day; kept?: KeptRecords; origin?: string | undefined }
