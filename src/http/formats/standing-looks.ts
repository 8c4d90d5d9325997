import type { KnownStanding } from '../../domain/evidence.ts'
import type { Paint, Pattern } from './drawing.ts'

export type StandingPictured = KnownStanding | 'unknown'

/** Standings in the order of a legend. */
export const order: StandingPictured[] = [
  'party',
  'contracting_state',
  'signatory',
  'former_party',
  'not_party',
  'unknown',
]

/** What each standing is called. */
export const words: Record<StandingPictured, string> = {
  party: 'Party',
  contracting_state: 'Contracting state',
  signatory: 'Signatory',
  former_party: 'Former party',
  not_party: 'Not a party',
  unknown: 'Not known',
}

/** How each standing looks, in words. */
export const looks: Record<StandingPictured, string> = {
  party: 'filled',
  contracting_state: 'horizontal lines',
  signatory: 'slanting lines',
  former_party: 'crossed lines',
  not_party: 'pale',
  unknown: 'dotted',
}

/** The shape of a dot, so that it tells the standing where no pattern can be seen. */
export const dots: Record<StandingPictured, string> = {
  party: 'M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0Z',
  contracting_state: 'M0-4.6L4.6 0L0 4.6L-4.6 0Z',
  signatory: 'M0-4.4L4.4 3.4H-4.4Z',
  former_party: 'M-3.6-3.6L3.6 3.6M3.6-3.6L-3.6 3.6',
  not_party: 'M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0Z',
  unknown: 'M-3.2-3.2H3.2V3.2H-3.2Z',
}

/** What the classes of a map by standing are painted with. */
export const standingPaints: Record<string, Paint> = {
  sea: { fill: 'sea', stroke: 'line' },
  blank: { fill: 'blank', stroke: 'coast' },
  party: { fill: 'blue', stroke: 'paper' },
  contracting_state: { fill: '#contracting', stroke: 'teal' },
  signatory: { fill: '#signatory', stroke: 'violet' },
  former_party: { fill: '#former', stroke: 'orange' },
  not_party: { fill: 'sand', stroke: 'paper' },
  unknown: { fill: '#unknown', stroke: 'grey' },
  'dot-party': { fill: 'blue', stroke: 'paper' },
  'dot-contracting_state': { fill: 'teal', stroke: 'paper' },
  'dot-signatory': { fill: 'violet', stroke: 'paper' },
  'dot-former_party': { fill: 'none', stroke: 'orange' },
  'dot-not_party': { fill: 'sand', stroke: 'ink' },
  'dot-unknown': { fill: 'paper', stroke: 'ink' },
  contractingGround: { fill: 'paleTeal' },
  contractingStrokes: { fill: 'none', stroke: 'teal' },
  signatoryGround: { fill: 'paleViolet' },
  signatoryStrokes: { fill: 'none', stroke: 'violet' },
  formerGround: { fill: 'paleOrange' },
  formerStrokes: { fill: 'none', stroke: 'orange' },
  unknownGround: { fill: 'paper' },
  unknownStrokes: { fill: 'grey' },
}

const pattern = (name: string, size: number, path: string, turn?: number): Pattern => ({
  size,
  path,
  turn,
  ground: `${name}Ground`,
  strokes: `${name}Strokes`,
})

/** The patterns of a map by standing: no standing is told by colour alone. */
export const standingPatterns: Record<string, Pattern> = {
  contracting: pattern('contracting', 4, 'M0 2H4'),
  signatory: pattern('signatory', 4, 'M0 2H4', -45),
  former: pattern('former', 5, 'M0 2.5H5M2.5 0V5', 45),
  unknown: pattern('unknown', 4, 'M1 1h1.4v1.4h-1.4z'),
}
