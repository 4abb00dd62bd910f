/** What the reading sees: the looks of each line, and the rules that a line would pay in each role, as `parse --explain --line N` tells them. */
import { VFile } from 'vfile'
import type { FieldKind } from '../../parsers/lexicon/labels.js'
import { weights } from '../../parsers/lexicon/weights.js'
import { signsOf } from '../../parsers/structure/certainty.js'
import { choicesAt, statesOf } from '../../parsers/structure/decode.js'
import { nameOf } from '../../parsers/structure/grammar.js'
import { propose } from '../../parsers/structure/propose.js'
import type { Shape } from '../../parsers/structure/shape.js'
import { fieldBit, start } from '../../parsers/structure/state.js'
import type { Line } from '../../parsers/tokens/lines.js'
import { createProcessor } from '../../pipeline/parse.js'
import type { ReportTree } from '../../pipeline/tree.js'
import { bytesOf } from './sketch.js'

const processor = createProcessor()

const dataOf = async (text: string): Promise<ReportTree['data']> => {
  const file = new VFile({ path: 'sketch.txt', value: bytesOf(text), data: { source: 'sketch.txt' } })
  return (await processor.run(processor.parse(file), file)).data
}

const wordsOf = (layout: ReportTree['data']['layout'], { start: from, end, table }: Line): string =>
  table ? '（表）' : (layout?.folded.slice(from, end) ?? '')
const two = (n: number): number => Number(n.toFixed(2))

const silent = new Set(['length', 'word'])

/** Each line with what it looks like: `1.台账不全。 ‖ problem 0.8 stops`. Its length and its label's own words are left out. */
export const looksIn = async (text: string): Promise<string[]> => {
  const { tokens, layout } = await dataOf(text)
  return (tokens?.lines ?? []).map((line, i) => {
    const looks = Object.entries(tokens?.features[i] ?? {})
      .filter(([name, value]) => value && !silent.has(name))
      .map(([name, value]) => (value === true ? name : `${name} ${typeof value === 'number' ? two(value) : value}`))
    return [wordsOf(layout, line), ...(looks.length > 0 ? [looks.join(' ')] : [])].join(' ‖ ')
  })
}

/** Each line with `value: valueProblem 0.4, valueStrange`: what the best reading lets it be, and how many times each rule is paid; → is what it became. */
export const rolesIn = async (text: string): Promise<{ line: string; roles: string[] }[]> => {
  const { tokens, reading, layout } = await dataOf(text)
  const best = reading?.candidates[0]
  if (!tokens || !best || !layout) return []
  const run = { ...tokens, grammar: best.grammar, shape: best.path.shape }
  const states = new Map(statesOf(best.path.end).map((state) => [state.line, state]))
  return tokens.lines.map((line, at) => {
    const became = states.get(at)
    const roles = choicesAt(run, weights, became?.before ?? start, at).map(({ state, paid }) => {
      const here = state.role === became?.role && state.zone === became.zone ? '→ ' : ''
      return `${here}${state.role}: ${paid.map(([rule, n]) => (n === 1 ? rule : `${rule} ${two(n)}`)).join(', ')}`.trim()
    })
    roles.sort((a, b) => a.replace('→ ', '').localeCompare(b.replace('→ ', '')))
    return { line: wordsOf(layout, line), roles }
  })
}

const shown: readonly FieldKind[] = [
  'goal',
  'measures',
  'progress',
  'deadline',
  'status',
  'responsible_unit',
  'responsible_official',
]
/** Signs that no weight of the reading is in. */
const counted = ['outside', 'unlike', 'swallowed', 'uneven', 'few'] as const

const shapeSketch = ({ usual, rare, words, styles, plain, loose, body, unlike, lines }: Shape): string => {
  const fields = (name: string, mask: number): string => {
    const kinds = shown.filter((kind) => mask & fieldBit(kind))
    return kinds.length > 0 ? `${name} ${kinds.join(' ')}` : ''
  }
  const parts = [
    fields('usual', usual),
    fields('some', ~usual & ~rare),
    words.size > 0 ? `words ${[...words].join(' ')}` : '',
    styles.size > 0 ? `marks ${[...styles].join(' ')}` : '',
    plain ? 'plain' : '',
    loose ? 'loose' : '',
    body ? 'body' : '',
    `unlike ${two(unlike)}`,
    `lines ${lines}`,
  ]
  return `shape: ${parts.filter((part) => part !== '').join(', ')}`
}

/** The grammars that a report may have with the lines that open items, then the shape of its list, then what speaks against it. */
export const listIn = async (text: string): Promise<string[]> => {
  const { tokens, reading } = await dataOf(text)
  if (!tokens || !reading) return []
  const grammars = propose(tokens).map((grammar) => {
    const opens = [...grammar.opens].flatMap((flag, i) => (flag === 1 ? [i] : [])).join(' ')
    const parts = [opens, grammar.plainHeadings ? 'under plain headings' : '', grammar.base ?? '']
    return `${nameOf(grammar)}: ${parts.filter((part) => part !== '').join(', ')}`
  })
  const shape = reading.candidates[0]?.path.shape
  const signs = signsOf(reading, tokens, new Set(), false)
  const against = counted.flatMap((sign) => (signs[sign] > 0 ? [`${sign} ${two(signs[sign])}`] : []))
  return [...grammars, ...(shape ? [shapeSketch(shape)] : []), `signs: ${against.join(', ') || 'none'}`]
}
