/** Fits what the certainty is made of, and measures it on reports of another seed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { signWeights } from '../../parsers/lexicon/certainty.js'
import { certaintyOf, type Signs, signsOf } from '../../parsers/structure/certainty.js'
import { chooseReading } from '../../parsers/structure/choose.js'
import { accident } from './mutations.js'
import { composedSamples, hasItems, type Sample } from './samples.js'
import { chanceOf, fitLogistic, percent, shareWords } from './statistics.js'
import { withValues } from './write.js'

interface Judged {
  signs: Signs
  right: boolean
}

const judge = (sample: Sample): Judged[] => {
  const reading = chooseReading(sample.source, sample.declared)
  // a report without a list has no certainty
  if (reading.items.length === 0) return []
  const signs = signsOf(reading, sample.source, sample.declared, sample.broken)
  return [{ signs, right: hasItems(sample, reading.items) }]
}

/** Reports as composed and reports with accidents, as many of each. */
const judgedOf = async (seed: number, count: number): Promise<{ plain: Judged[]; damaged: Judged[] }> => ({
  plain: (await composedSamples(seed, count)).flatMap(judge),
  damaged: (await composedSamples(seed + 1000, count, accident(seed))).flatMap(judge),
})

const names = Object.keys(signWeights).filter((name): name is keyof Signs => name !== 'none')
const bins = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.001]

function table(title: string, judged: readonly Judged[], chance: (signs: Signs) => number): void {
  console.log(`\n${title}: ${judged.length} reports with a list`)
  const wrong = judged.filter(({ right }) => !right)
  const right = judged.filter((one) => one.right)
  const doubted = (list: readonly Judged[]) => list.filter(({ signs }) => chance(signs) < 0.9).length
  console.log(`  wrong lists below 0.9: ${shareWords(doubted(wrong), wrong.length)}`)
  console.log(`  right lists below 0.9: ${shareWords(doubted(right), right.length)}`)
  console.log('  certainty    reports  right')
  bins.slice(1).forEach((high, i) => {
    const low = bins[i] ?? 0
    const inside = judged.filter(({ signs }) => chance(signs) >= low && chance(signs) < high)
    const hits = inside.filter((one) => one.right).length
    const share = inside.length > 0 ? percent(hits / inside.length) : ''
    console.log(`  ${low.toFixed(2)}–${Math.min(1, high).toFixed(2)}  ${String(inside.length).padStart(7)}  ${share}`)
  })
}

export async function fitCertainty(seed: number, count: number, file: URL | null): Promise<void> {
  const { plain, damaged } = await judgedOf(seed, count)
  const fitted = fitLogistic(
    [...plain, ...damaged].map(({ signs, right }) => ({ signs: names.map((name) => signs[name]), right })),
  )
  const rounded = fitted.map((value) => Number(value.toFixed(2)))
  console.log(['none', ...names].map((name, i) => `${name} ${rounded[i]?.toFixed(2)}`).join(', '))
  const chance = (signs: Signs) =>
    chanceOf(
      rounded,
      names.map((name) => signs[name]),
    )
  if (file) {
    const values = new Map(['none', ...names].map((name, i) => [name, rounded[i] ?? 0]))
    writeFileSync(file, withValues(readFileSync(file, 'utf8'), values))
  }
  const fresh = await judgedOf(seed + 1, count)
  table('as composed', fresh.plain, chance)
  table('with accidents', fresh.damaged, chance)
  table('both', [...fresh.plain, ...fresh.damaged], chance)
  table('both, by the weights before', [...fresh.plain, ...fresh.damaged], certaintyOf)
}
