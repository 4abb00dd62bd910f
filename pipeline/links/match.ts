/** Which items of two reports tell the same problem. */
import { type Likeness, likenesses, type Prepared, shareOf, withBigrams } from './compare.js'
import { objections, otherPlaces } from './difference.js'
import { evidence, LINKED, type Rule, SUGGESTED } from './evidence.js'
import { type Kinship, kinshipOf } from './kinship.js'
import { numbering, type Placed, placing } from './order.js'
import { relationOf } from './relation.js'
import type { Evidence, Link, LinkItem } from './types.js'

/** Fewer letters than this are shared by problems that have nothing to do with one another. */
const FEW_LETTERS = 10
/** The shorter is a small part of the longer. */
const SMALL_PART = 0.12
/** The most that a pair is sure that names another place or body, or between which and another nothing decides. */
const MOST_DOUBTED = LINKED - 0.1
/** Another candidate this near is as like. */
const NEAR = 0.06
/** What the lengths of two texts count for where one of several is chosen. */
const WHOLENESS = 0.5
/** From this share on, without objections, a pair is sure enough to tell how the lists are ordered. */
const SURE = 0.85

const ofWords: ReadonlySet<Rule> = new Set<Rule>(['letters', 'clauses'])
const decisive: ReadonlySet<Rule> = new Set<Rule>(['names', 'places', 'programme_other', 'rival'])
const objecting: ReadonlySet<Rule> = new Set<Rule>(['names', 'name', 'places', 'figures', 'all_figures'])

interface Candidate extends Likeness {
  relation: Link['relation']
  rules: readonly Rule[]
  certainty: number
}

const itemAt = ({ report }: Prepared, index: number): LinkItem => {
  const item = report.items[index]
  if (!item) throw new RangeError(`No item ${index}`)
  return item
}

/** What the lists say may outweigh a doubt, what the words have in common beyond all of them may not; another place or body nothing outweighs. */
const certaintyOf = (share: number, rules: readonly Rule[]): number => {
  const weight = (of: (rule: Rule) => boolean) => rules.filter(of).reduce((total, rule) => total + evidence[rule][0], 0)
  const words = Math.min(1, share + weight((rule) => ofWords.has(rule)))
  const whole = words + weight((rule) => !ofWords.has(rule))
  const most = rules.some((rule) => decisive.has(rule)) ? MOST_DOUBTED : 1
  return Math.max(0, Math.min(most, whole))
}

/** The candidate with further rules. */
const withRules = (one: Candidate, more: readonly Rule[]): Candidate => {
  const rules = [...one.rules, ...more]
  return { ...one, rules, certainty: certaintyOf(one.share, rules) }
}

/** What the words of two items say, before anything is known of the lists they stand in. */
const judge = (a: LinkItem, b: LinkItem, like: Likeness, doubts: readonly Rule[]): Candidate => {
  const relation = relationOf(a, b)
  const rules: Rule[] = [...doubts]
  if (relation === 'same') rules.push('letters')
  else if (relation === 'shortened') rules.push('clauses')
  rules.push(...(relation === 'same' ? [] : objections(a.clauses, b.clauses)))
  if (otherPlaces(a.places, b.places)) rules.push('places')
  if (Math.min(a.letters.length, b.letters.length) < FEW_LETTERS) rules.push('few_letters')
  if (like.size < SMALL_PART) rules.push('part')
  if (a.category !== '' && a.category === b.category) rules.push('category')
  if (a.goal.length >= FEW_LETTERS && a.goal === b.goal) rules.push('goal')
  return withRules({ ...like, relation, rules: [], certainty: 0 }, rules)
}

/** Beyond certainty: which of two sure ones is the likelier. A whole text says more than its first words, which many may have. */
const strength = ({ share, size, rules }: Candidate): number =>
  rules.reduce((total, rule) => total + evidence[rule][0], share + WHOLENESS * size)

const better = (x: Candidate, y: Candidate): number => strength(y) - strength(x) || x.a - y.a || x.b - y.b

/** The best candidate of each item of one side. */
const bestOf = (candidates: readonly Candidate[], side: 'a' | 'b'): Map<number, Candidate> => {
  const found = new Map<number, Candidate>()
  for (const one of candidates) {
    const best = found.get(one[side])
    if (!best || better(one, best) < 0) found.set(one[side], one)
  }
  return found
}

/** Pairs of which each is the other's best and nothing is against it: they tell how the lists are ordered. */
const surePairs = (candidates: readonly Candidate[]): Placed[] => {
  const [ofA, ofB] = [bestOf(candidates, 'a'), bestOf(candidates, 'b')]
  const sure = (one: Candidate) => one.share >= SURE && !one.rules.some((rule) => objecting.has(rule))
  return candidates.filter((one) => sure(one) && ofA.get(one.a) === one && ofB.get(one.b) === one)
}

/** One to one, the surest first. */
const oneToOne = (candidates: readonly Candidate[]): Candidate[] => {
  const taken = { a: new Set<number>(), b: new Set<number>() }
  return [...candidates].sort(better).filter((one) => {
    if (taken.a.has(one.a) || taken.b.has(one.b)) return false
    taken.a.add(one.a)
    taken.b.add(one.b)
    return true
  })
}

/** Marks the chosen for which another candidate is as like: one whose own partner, where it has one, is not clearly nearer to it. */
const markRivals = (chosen: readonly Candidate[], all: readonly Candidate[]): Candidate[] => {
  const of = { a: new Map(chosen.map((one) => [one.a, one])), b: new Map(chosen.map((one) => [one.b, one])) }
  const rivalled = new Set<Candidate>()
  for (const one of all)
    for (const [side, other] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const own = of[side].get(one[side])
      if (!own || own === one || strength(one) <= strength(own) - NEAR) continue
      const partner = of[other].get(one[other])
      if (!partner || strength(partner) < strength(one) + NEAR) rivalled.add(own)
    }
  return chosen.map((one) => (rivalled.has(one) ? withRules(one, ['rival']) : one))
}
/** Pairs of one number whose words tell too little. */
const byNumber = (a: Prepared, b: Prepared, pairs: readonly Placed[], known: readonly Candidate[], doubts: readonly Rule[]) => {
  const has = new Set(known.map((one) => `${one.a} ${one.b}`))
  return pairs
    .filter((pair) => !has.has(`${pair.a} ${pair.b}`))
    .map((pair): Candidate => {
      const one = judge(itemAt(a, pair.a), itemAt(b, pair.b), { ...pair, share: shareOf(a, b, pair), size: 1 }, doubts)
      return { ...one, relation: 'number' }
    })
}

/** The links of two lists of items, given how their reports stand to one another. */
const linkLists = (a: Prepared, b: Prepared, kinship: Pick<Link, 'bond'> & Pick<Kinship, 'doubts'>): Link[] => {
  const alike = likenesses(a, b).map((like) => judge(itemAt(a, like.a), itemAt(b, like.b), like, kinship.doubts))
  const sure = surePairs(alike)
  const numbers = numbering(a, b, sure)
  const places = placing(a, b, sure)
  const all = [...alike, ...byNumber(a, b, numbers.pairs, alike, kinship.doubts)].map((one) =>
    withRules(one, [...numbers.rules(one), ...places(one)]),
  )
  const likely = all.filter(({ certainty }) => certainty >= SUGGESTED)
  return markRivals(oneToOne(likely), likely)
    .filter(({ certainty }) => certainty >= SUGGESTED)
    .sort((x, y) => x.a - y.a)
    .map((one) => ({
      item: itemAt(a, one.a).seq,
      other: itemAt(b, one.b).seq,
      relation: one.relation,
      bond: kinship.bond,
      certainty: Number(one.certainty.toFixed(3)),
      why: one.rules.map((rule): Evidence => ({ rule, weight: evidence[rule][0] })),
    }))
}

/** Links between the items of two reports, in the order of the first; none where the reports have nothing to do with one another. */
export const linkReports = (a: Prepared, b: Prepared): Link[] => {
  const kinship = kinshipOf(a.report, b.report)
  return kinship ? linkLists(a, b, kinship) : []
}

/** Pairs that a report must have, half of its shorter list at least, before two of its lists are said to be the same one. */
const LEAST_REPEATS = 2

/** The report without the items before or from this place. */
const part = ({ report, bigrams }: Prepared, from: number, to?: number): Prepared =>
  withBigrams({ ...report, items: report.items.slice(from, to) }, bigrams.slice(from, to))

/**
 * Links between two lists of one report, the body's and an annex's: where the printed numbers begin anew the list is cut, and of what stands
 * behind the cut the items that are in the part before are linked to it.
 */
export const repeatsIn = (one: Prepared): Link[] => {
  const { items } = one.report
  const cut = items.findIndex(({ number }, index) => index > 0 && number === 1)
  if (cut < 0) return []
  const links = linkLists(part(one, cut), part(one, 0, cut), { bond: 'repeats', doubts: [] })
  const held = links.filter((link) => isLinked(link) && (link.relation === 'same' || link.relation === 'shortened'))
  return held.length >= Math.max(LEAST_REPEATS, Math.min(cut, items.length - cut) / 2) ? held : []
}

/** Whether a link holds without a person's word. */
export const isLinked = ({ certainty }: Pick<Link, 'certainty'>): boolean => certainty >= LINKED
