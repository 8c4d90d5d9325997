import type { Day } from '../domain/partial-date.ts'
import type { Snapshot } from '../storage/snapshot.ts'

/** What the routes need: the record as it is served now, and the day it is. */
export type Context = { snapshot: () => Snapshot; today: () => Day }
