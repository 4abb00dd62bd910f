/** Pairs of a plan and its progress, composed: links found, and none wrong. */
import { describe, expect, it } from 'vitest'
import { linkReports, prepare } from '../../pipeline/links/index.js'
import { type ComposeOptions, composePair } from './compose.js'
import { scoreOf } from './score.js'

const SEEDS = Number(process.env.SEEDS ?? 2)
const cases: [string, ComposeOptions][] = [
  ['numbered anew', {}],
  ['numbers kept', { order: 'kept' }],
  ['blocks moved', { order: 'blocks moved' }],
  ['shuffled', { order: 'shuffled' }],
  ['no numbers', { order: 'no numbers' }],
  ['no goals', { goals: false }],
  ['much dropped and added', { dropped: 0.4, added: 0.5 }],
  ['a city copies its part', { dropped: 0.8, added: 0.05, tie: 'copy' }],
  ['some of other places in place of them', { disguise: 0.15 }],
  ['ten items', { items: 10 }],
]

describe.each(cases)('%s', (_name, options) => {
  it('links at least 98 % and nothing wrong', () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { plan, progress, rights, made, texts } = composePair(seed, options)
      const score = scoreOf(linkReports(prepare(plan), prepare(progress)), rights)
      const told = (item: number, other: number) => `\n    ${texts.plan[item - 1]}\n    ${texts.progress[other - 1]}`
      const wrong = score.wrong.map(
        ({ item, other, certainty, why }) => `${certainty} ${why.map(({ rule }) => rule)}${told(item, other)}`,
      )
      const missed = score.missed.map(
        ({ right: { item, other }, suggested }) =>
          `${made.get(item)} ${suggested?.certainty} ${suggested?.why.map(({ rule }) => rule)}${told(item, other)}`,
      )
      if (process.env.SHOW)
        console.log(
          score.unlike
            .map(
              ({ right, link }) =>
                `UNLIKE ${made.get(right.item)} ${right.relation} ${link.relation}${told(right.item, right.other)}`,
            )
            .join('\n'),
          seed,
          score.f1.toFixed(4),
          score.relations.toFixed(3),
          'WRONG',
          wrong.join('\n  '),
          '\nMISSED',
          missed.join('\n  '),
        )
      expect(wrong).toEqual([])
      expect(score.f1).toBeGreaterThanOrEqual(0.98)
      expect(score.relations).toBeGreaterThanOrEqual(0.95)
    }
  })
})
