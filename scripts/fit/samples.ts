/** Reports with the list that they must give, lexed once: only the reading is tried again and again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { spanOf } from '../../parsers/fields/item-status.js'
import { trailingStatus } from '../../parsers/fields/status.js'
import { readBlocks } from '../../parsers/readers/index.js'
import type { Source } from '../../parsers/structure/propose.js'
import type { RawItem } from '../../parsers/structure/raw-item.js'
import { clean } from '../../pipeline/stages/clean.js'
import { declaredItems, isBroken } from '../../pipeline/stages/reading.js'
import { tokens } from '../../pipeline/stages/tokens.js'
import { need, type ReportTree } from '../../pipeline/tree.js'
import { aboutSchema, expectedSchema } from '../../tests/helpers/expected.js'
import { composeReport } from '../../tests/layouts/compose.js'
import { drawLayout, layoutArbitrary } from '../../tests/layouts/draw.js'

/** What an item of the list must be. A path of null is not asked for. */
export interface WantedItem {
  problem: string
  labels: readonly string[]
  path: readonly string[] | null
}

export interface Sample {
  name: string
  source: Source
  text: string
  declared: ReadonlySet<number>
  /** Lines of the text were broken in the source. */
  broken: boolean
  wanted: readonly WantedItem[]
}

/** Text as compared: no white space, no closing mark. */
export const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u3000]+/gu, '').replace(/[。；;，,：:、．.]+$/u, '')

const lexer = unified().use(clean).use(tokens).freeze()

/** The sample of a report's bytes. */
export async function sampleOf(name: string, bytes: Uint8Array, wanted: readonly WantedItem[]): Promise<Sample> {
  const tree = (await readBlocks(bytes)) as ReportTree
  lexer.runSync(tree, new VFile({ path: name }))
  const layout = need(tree.data.layout, 'layout')
  return {
    name,
    source: need(tree.data.tokens, 'tokens'),
    text: layout.text,
    declared: declaredItems(layout.folded),
    broken: isBroken(tree),
    wanted,
  }
}

/** Changes a composed text without changing its list; null where it cannot. */
export type Mutation = (text: string, wanted: readonly WantedItem[], index: number) => string | null

/** Composed reports `from` … `from + count - 1` of a seed. What is to be changed is composed as plain text. */
export async function composedSamples(seed: number, count: number, mutate?: Mutation, from = 0): Promise<Sample[]> {
  const arbitrary = layoutArbitrary(mutate ? { container: 'text' } : {})
  const samples: Sample[] = []
  for (let index = from; index < from + count; index++) {
    const { bytes, text, expected } = await composeReport(drawLayout(seed, index, arbitrary))
    const wanted = expected.items.map(({ problem, labels, path }): WantedItem => ({ problem, labels, path }))
    const changed = mutate ? mutate(text, wanted, index) : null
    if (mutate && changed === null) continue
    const source = changed === null ? bytes : new TextEncoder().encode(changed)
    samples.push(await sampleOf(`layout ${seed}/${index}`, source, wanted))
  }
  return samples
}

/** The fixtures that hold a report and agree with their gold. */
export async function fixtureSamples(folder: string): Promise<Sample[]> {
  const samples: Sample[] = []
  for (const name of readdirSync(folder).sort()) {
    const directory = join(folder, name)
    const gold = join(directory, 'expected.json')
    const file = existsSync(gold) ? readdirSync(directory).find((one) => one.startsWith('report.')) : undefined
    if (!file) continue
    const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
    const about = aboutSchema.parse(json(join(directory, 'about.json')))
    if (about.known || about.kind !== 'report') continue
    const wanted = expectedSchema.parse(json(gold)).items.map(
      ({ problem, label, categoryPath }): WantedItem => ({
        problem,
        labels: label === undefined ? [] : [label],
        path: categoryPath ?? null,
      }),
    )
    samples.push(await sampleOf(name, new Uint8Array(readFileSync(join(directory, file))), wanted))
  }
  return samples
}

/** The words of a problem as the record will have them. */
function problemOf({ source, text }: Sample, item: RawItem): string {
  const whole = spanOf(text, item.problem)
  if (!whole) return ''
  const marker = trailingStatus(source.folded.slice(...whole))
  const span = (marker && spanOf(text, [[whole[0], whole[0] + marker.outer[0]]])) ?? whole
  return text.slice(...span)
}

/** How a list is compared: by its items alone, or with the categories above them. */
export type Strictness = 'items' | 'paths'

/** Whether a list is the wanted one: as many items, each with its label and its problem. */
export function isRight(sample: Sample, items: readonly RawItem[], strictness: Strictness): boolean {
  const { wanted } = sample
  return (
    items.length === wanted.length &&
    items.every((item, i) => {
      const want = wanted[i]
      return want !== undefined && isWanted(sample, item, want) && (strictness === 'items' || hasPath(sample, item, want))
    })
  )
}

function isWanted(sample: Sample, item: RawItem, want: WantedItem): boolean {
  if (plain(problemOf(sample, item)) !== plain(want.problem)) return false
  return hasLabel(sample, item, want)
}

function hasLabel({ text }: Sample, item: RawItem, { labels }: WantedItem): boolean {
  const label = item.label ? plain(text.slice(...item.label)) : ''
  return labels.length === 0 || labels.some((one) => plain(one) === label)
}

function hasPath({ text }: Sample, item: RawItem, { path }: WantedItem): boolean {
  if (path === null) return true
  const found = item.categories.map((span) => plain(text.slice(...span)))
  return path.length === found.length && path.every((words, i) => plain(words) === found[i])
}

/**
 * Whether a list has the wanted items, wherever their problems end: as many, each with its label and the first words of its
 * problem. An accident may glue to a problem what nothing can tell from it.
 */
export const hasItems = (sample: Sample, items: readonly RawItem[]): boolean =>
  items.length === sample.wanted.length &&
  items.every((item, i) => {
    const want = sample.wanted[i]
    if (!want || !hasLabel(sample, item, want)) return false
    return plain(problemOf(sample, item)).startsWith(plain(want.problem).slice(0, 12))
  })
