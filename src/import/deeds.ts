import type { ActKind } from '../domain/acts.ts'

/** What a sentence of the depositary says was done: the kind of act, and the words that say so. */
export type Deed = { kind: ActKind; words: string }

const reservations = /reservations?|exclusion/i
const declarations = /declarations?|understandings?|statements?|interpretations?/i

const leaving =
  /notification of (?:its )?(?:withdrawal|denunciation)(?! of| from the reserv)|(?:deci(?:ded|sion) to )(?:denounce|withdraw from)|its denunciation of the|withdrawal from the (?:Convention|Covenant|Protocol|Treaty)/i
const retracting =
  /(?:withdr[ae]w\w*|retract\w*|revok\w*|revocation of|rescind\w*|cancel\w*) (?:of )?(?:its |the |said )*(?:notification|instrument|notice|decision)s? (?:of (?:its )?(?:withdrawal|denunciation)|to (?:withdraw|denounce))/i
const unratifying =
  /(?:withdr[ae]w\w*|revok\w*|revocation of) (?:of )?(?:its |the )?(?:instrument of )?(?:consent|ratification|accession|acceptance|approval)\b|annuls the procedure of accession/i
// Of an act that is described, not told: "the withdrawal was signed by", "did not aim to exclude nor modify".
const described = /was signed by|became effective|nor modify|deemed to have been|modifies the earlier/i
const suspending =
  /notification of suspension|(?:deci(?:ded|sion) to suspend|suspension of) (?:the operation of )?the (?:Convention|Covenant|Protocol|Treaty)/i
const withdrawing = /(?:\bpartial(?:ly)? )?(?:withdr[ae]w\w*|wihdraw)|\blift(?:ed)? its|\brescind/i
const modifying = /\bmodif\w+|new formulation|\breplac\w+ (?:its|the|by)/i
const consenting: [RegExp, ActKind][] = [
  [/\bre-?acceded to|\b(?:initially )?acceded to|instrument of accession had been deposited/i, 'accession'],
  [/\bsucceeded to the (?:Convention|Covenant|Protocol|Treaty)/i, 'succession'],
]
const places =
  /territor|Macao|Hong Kong|Isle of Man|Jersey|Guernsey|Bermuda|Aruba|Antilles|Caribbean part|Curaçao|Sint Maarten|F[ae]roe|Greenland|Tokelau|Gibraltar|Falkland|Anguilla|Helena|Cayman|Niue|Cook Islands|Kingdom in Europe|European part|Kin[gd]+om of Belgium/i
// What another says of a reach or a reservation is a communication or an objection, however much it speaks of them.
const saidByAnother =
  /received(?:(?! stating| notifying| informing)[^:])*?(?:commun?i\w*|objections?|declarations?)\b(?! stating| notifying| informing)/i
/** Words that contest or restate a reach instead of giving it: "rejects the extension", "has no doubt as to its right to extend". */
export const contesting =
  /\breject(?:s|ed|ing)?\b|\breiterat|\b(?:wish(?:es)?|honou?r) to (?:refer|recall)|\bno doubts?\b|(?:\brights?|entitled) to (?:extend|apply)|(?<!exercise of |territorial )sovereignty|\bobjects? to|shall not affect the status/i
const excluding =
  /(?:shall|should|will) not (?:apply|extend)|territorial exclusions?|exclud|extend to Tokelau only|This (?:ratification|accession|acceptance) shall not/i
const including =
  /\bextend\w*|extension|\bappl(?:y|ies|ied|icable|ication)\b|accept the (?:Convention|Protocol) on behalf/i

/** The acts of a reservation's or declaration's life in a sentence, and of the treaty's reach; none of membership. */
export function lesserDeeds(text: string): Deed[] {
  if (described.test(text)) return []
  const withdrawn = withdrawing.exec(text)
  if (withdrawn) {
    if (/territorial exclusion|application of the (?:Convention|Protocol) to|should not apply/i.test(text))
      return [{ kind: 'territorial_application', words: wordsFrom(text, withdrawn.index) }]
    const after = text.slice(withdrawn.index)
    const objection = /^(?:partial(?:ly)? )?\S+(?: of)?(?: its| the| their| this| said)* objections?/i.exec(after)
    if (objection) return [{ kind: 'objection_withdrawal', words: objection[0] }]
    return nounDeeds(text, withdrawn.index, 'withdrawal')
  }
  const modified = modifying.exec(text)
  if (modified && (reservations.test(text) || declarations.test(text)))
    return nounDeeds(text, modified.index, 'modification')
  if (saidByAnother.test(text) || contesting.test(text)) return []
  if (places.test(text)) {
    const not = excluding.exec(text)
    if (not) return [{ kind: 'territorial_limit', words: wordsFrom(text, not.index) }]
    const reach = including.exec(text)
    if (reach) return [{ kind: 'territorial_application', words: wordsFrom(text, reach.index) }]
  }
  return []
}

// "none of the Contracting States to the Protocol notified": what its own clause denies was not done.
const denying = /\b(?:none|no|not(?! only)|neither|nor|never)\b[^,;:.]*$/i

/** The acts that a sentence of the depositary tells. */
export function deedsOf(sentence: string): Deed[] {
  return toldDeeds(sentence).filter(({ words }) => !denying.test(sentence.slice(0, sentence.indexOf(words))))
}

function toldDeeds(sentence: string): Deed[] {
  if (/^The above notification|^Previous declarations/.test(sentence)) return []
  for (const [pattern, kind] of [
    [retracting, 'withdrawal_retraction'],
    [unratifying, 'withdrawal_of_consent'],
  ] as const) {
    const match = pattern.exec(sentence)
    if (match) return [{ kind, words: match[0] }]
  }
  const left = withdrawing.test(sentence) && reservations.test(sentence) ? null : leaving.exec(sentence)
  if (left) return [{ kind: 'withdrawal_notification', words: left[0] }]
  const suspended = suspending.exec(sentence)
  if (suspended) return [{ kind: 'suspension_notification', words: suspended[0] }]
  for (const [pattern, kind] of consenting) {
    const match = pattern.exec(sentence)
    if (match === null) continue
    const reserved = /with a reservation/i.exec(sentence)
    return [{ kind, words: match[0] }, ...(reserved ? [{ kind: 'reservation' as const, words: reserved[0] }] : [])]
  }
  const scope = /^(?:For|On behalf of) the (?:Kin[gd]*om|European|United Kingdom)[^.]*/i.exec(sentence)
  if (scope) return [{ kind: 'territorial_limit', words: wordsFrom(scope[0], 0) }]
  // "On 28 April 1997: For the Netherlands Antilles and Aruba.": the reach is widened later, without a verb.
  const later = /^On \d{1,2} [A-Z][a-z]+ \d{4}: (For [^.]*)/.exec(sentence)
  if (later?.[1] && places.test(later[1])) return [{ kind: 'territorial_application', words: wordsFrom(later[1], 0) }]
  const lesser = lesserDeeds(sentence)
  if (lesser.length > 0) return lesser
  const made =
    /(?:made|with|contained)\b[^.]{0,40}\bthe following (?:interpretative |additional )?(?:(reservations?)|(declarations?))(?: and (reservations?|declarations?))?/i.exec(
      sentence,
    )
  if (made) {
    const kinds: ActKind[] = []
    if (made[1] || /^reserv/i.test(made[3] ?? '')) kinds.push('reservation')
    if (made[2] || /^decl/i.test(made[3] ?? '')) kinds.push('declaration')
    return kinds.map((kind) => ({ kind, words: made[0] }))
  }
  const objected = /\b(?:following |made the following |received several )objections?\b|made an objection/i.exec(
    sentence,
  )
  if (objected) return [{ kind: 'objection', words: objected[0] }]
  const told =
    /\b(?:received|made) [^.:]{0,120}?(?:communi?ca?tions?|communciations|notifications?|letter|declarations?)|following communications?|communications were received|informed the Secretary-General|notified the Secretary-General|notified the following|notified its|^Communication by|note verbale?, [^.]{0,80}was deposited|communicated the following|(?:has specified|indicated|specified|declared|stated|confirmed) (?:that|the following)|declared:/i.exec(
      sentence,
    )
  return told ? [{ kind: 'communication', words: told[0] }] : []
}

/** In the order of the sentence, so that days told "respectively" can be told apart by them. */
function nounDeeds(text: string, at: number, what: 'withdrawal' | 'modification'): Deed[] {
  const after = text.slice(at).split(/ made (?:upon|prior)|,? which |\. /)[0] ?? ''
  const found = [after, text].find((part) => reservations.test(part) || declarations.test(part)) ?? ''
  const deeds: (Deed & { at: number })[] = []
  const add = (kind: 'reservation' | 'declaration', noun: RegExp) => {
    const named = noun.exec(found)?.index ?? 0
    const words = wordsFrom(text, at)
    const [verb = ''] = words.split(' ')
    // What is named only behind the words that are kept is named in them all the same.
    const apart = found === after && !noun.test(words)
    const apartWords = `${verb.replace(/,$/, '')} … ${wordsFrom(text, at + named)}`
    deeds.push({ kind: `${kind}_${what}`, words: apart ? apartWords : words, at: named })
  }
  if (reservations.test(found)) add('reservation', reservations)
  if (/declarations?|understandings?/i.test(found)) add('declaration', /declarations?|understandings?/i)
  else if (deeds.length === 0 && declarations.test(found)) add('declaration', declarations)
  return deeds.sort((a, b) => a.at - b.at).map(({ kind, words }) => ({ kind, words }))
}

function wordsFrom(text: string, at: number): string {
  return text.slice(at).split(' ').slice(0, 8).join(' ')
}
