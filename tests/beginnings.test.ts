/** The head of pages by their beginnings. */
import { describe, expect, it } from 'vitest'
import { type Beginning, first, second, third } from './helpers/beginnings.js'
import { read } from './helpers/sketch.js'

const squeeze = (words: string | null | undefined): string | null => words?.replace(/\s/g, '') ?? null

const table = (rows: readonly Beginning[]) =>
  describe.each(rows.map((row) => [row.name, row] as const))('%s', (_, { text, title, kind, region, programme }) => {
    it('title', async () => expect(squeeze((await read(text)).document.title)).toBe(squeeze(title)))
    it('kind', async () => expect((await read(text)).document.kind).toBe(kind))
    it('region', async () => expect((await read(text)).document.region?.name ?? null).toBe(region))
    it('programme', async () => expect((await read(text)).document.programme?.type ?? null).toBe(programme))
  })

describe('first', () => table(first))
describe('second', () => table(second))
describe('third', () => table(third))
