import type { Day } from '../../domain/partial-date.ts'
import { listed } from '../../domain/reasons.ts'
import { type Basis, basisInWords, counted, formerStatesInWords } from './captions.ts'
import { looks, order, type StandingPictured, words } from './standing-looks.ts'
import type { Area } from './world.ts'

/** A state and how it stands. */
export type StatePictured = { id: string; m49: string | null; name: string; standing: StandingPictured }

/** The standing of every state of the record in a treaty on a day, as the picture needs it. */
export type MembersPictured = { treaty: string; formerStatesUntil: Day | null; states: StatePictured[]; basis: Basis }

/** The day that the map is of. */
export const dayOf = ({ basis: { pins } }: MembersPictured): Day => pins.asOf ?? pins.knownOn

/** That states which no longer exist are not counted, where they still existed on the day of the map. */
export const formerStatesOnDay = (members: MembersPictured): string =>
  members.formerStatesUntil !== null && dayOf(members) <= members.formerStatesUntil
    ? formerStatesInWords(members.formerStatesUntil)
    : ''

/** States by their standing, in the order of a legend. */
export const inOrder = (states: StatePictured[]) =>
  order.map((standing) => ({ standing, all: states.filter((state) => state.standing === standing) }))

/** How many parties there are, in one sentence. */
export function sentenceOfDay(states: StatePictured[], day: string): string {
  const numbers = inOrder(states).map(({ all }) => all.length)
  const [party = 0] = numbers
  const unknown = numbers.at(-1) ?? 0
  const open = unknown === 0 ? '' : `; of ${unknown} the standing is not known`
  return `On ${day}: ${counted(party, 'party', 'parties')} of ${states.length} states and organisations${open}.`
}

/** What the map's borders are worth, in the picture itself. */
export const sentenceOfBorders =
  "Borders as Natural Earth draws them, but Crimea and Western Sahara as on the United Nations' maps; they say nothing of anyone's title to territory."

/** All that the map shows, in words. */
export function membersInWords(
  members: MembersPictured,
  small: StatePictured[],
  nowhere: StatePictured[],
  blank: Area[],
): string {
  const { treaty, states, basis } = members
  const groups = inOrder(states)
  const largest = groups.reduce((best, group) => (group.all.length > best.all.length ? group : best))
  const told = groups.map(({ standing, all }) => {
    const names = standing === largest.standing || all.length === 0 ? '' : ` (${namesOf(all)})`
    return `${words[standing]} (${looks[standing]}): ${all.length}${names}.`
  })
  return [
    `A map of the world by standing in the ${treaty} on ${dayOf(members)}, of ${counted(states.length, 'state or organisation', 'states and organisations')}.`,
    ...told,
    `${counted(small.length, 'state', 'states')} too small to be seen ${small.length === 1 ? 'is a dot' : 'are dots'} whose shape tells the standing.`,
    ...(nowhere.length > 0 ? [`Without a place on the map: ${namesOf(nowhere)}.`] : []),
    `Shapes and borders, disputed ones too, are left as Natural Earth draws them (1:110 million, by way of world-atlas), but that Crimea is drawn as part of Ukraine (United Nations General Assembly resolution 68/262) and the whole of Western Sahara apart from Morocco (a non-self-governing territory on the list of the United Nations). They say nothing of anyone's title to territory; treaties may reach further or less far than a shape.`,
    ...(blank.length > 0 ? [`Left blank, being no state of the record: ${namesOf(blank)}.`] : []),
    formerStatesOnDay(members),
    basisInWords(basis),
  ]
    .filter(Boolean)
    .join(' ')
}

function namesOf(named: { name: string }[]): string {
  const names = named.map(({ name }) => name)
  return listed(names, 'and')
}
