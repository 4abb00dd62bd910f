/** The links between two real reports that were made by hand, where they are at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { linkReport, linkReports, prepare } from '../../pipeline/links/index.js'
import { parseReport } from '../../pipeline/parse.js'
import { scoreOf } from './score.js'

const shared = fileURLToPath(new URL('../../../shared', import.meta.url))
const goldPath = join(shared, 'gold/links.json')
const goldSchema = z.record(
  z.string(),
  z.object({
    from: z.string(),
    to: z.string(),
    links: z.array(z.object({ item: z.int(), match: z.int().nullable(), relation: z.string().nullable() })),
  }),
)

describe.skipIf(!existsSync(goldPath))('links between real reports (skipped where ../shared is not there)', () => {
  const gold = existsSync(goldPath) ? goldSchema.parse(JSON.parse(readFileSync(goldPath, 'utf8'))) : {}
  const read = async (name: string) => {
    const { report } = await parseReport(readFileSync(join(shared, 'reports', name)), name)
    return prepare(linkReport(report))
  }
  it.each(Object.entries(gold))('%s', async (_name, { from, to, links }) => {
    const [a, b] = [await read(from), await read(to)]
    const right = links.flatMap(({ item, match, relation }) => (match === null ? [] : [{ item, other: match, relation }]))
    const score = scoreOf(linkReports(a, b), right)
    if (process.env.SHOW) console.log(score)
    expect(score.f1).toBeGreaterThanOrEqual(0.96)
    expect(score.relations).toBeGreaterThanOrEqual(0.9)
    // The other way round the links are the same.
    const turned = linkReports(b, a).map((link) => ({ ...link, item: link.other, other: link.item }))
    expect(scoreOf(turned, right).f1).toBe(score.f1)
  })
})
