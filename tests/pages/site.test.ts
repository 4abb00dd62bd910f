import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { replaceFolder } from '../../output/site/folder.js'
import { writeSite } from '../../output/site/index.js'
import type { Ledger } from '../../output/store/index.js'
import { sampleLedger } from './ledger.js'

let ledger: Ledger
let folder: string
beforeAll(async () => {
  ;({ ledger, folder } = await sampleLedger())
})
afterAll(() => {
  ledger.close()
  rmSync(folder, { recursive: true })
})

const filesOf = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(root, name)).isFile())
    .sort()

describe('a site', () => {
  test('every link leads to a file of the site, relative, and to a place in it', () => {
    const root = join(folder, 'links')
    const { files } = writeSite(ledger, { to: root, lang: 'zh' })
    const all = filesOf(root)
    expect(all).toHaveLength(files)
    const ids = new Map<string, Set<string>>()
    const links: [from: string, to: string][] = []
    for (const path of all.filter((name) => name.endsWith('.html'))) {
      const text = readFileSync(join(root, path), 'utf8')
      const { document } = parseHTML(text)
      ids.set(path, new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)))
      for (const one of document.querySelectorAll('[href], [src]'))
        links.push([path, one.getAttribute('href') ?? one.getAttribute('src') ?? ''])
    }
    for (const [from, to] of links) {
      expect(to).not.toMatch(/^(\/|[a-z]+:)/i)
      const [path = '', mark = ''] = to.split('#')
      const target = path === '' ? from : normalize(join(dirname(from), path))
      expect(all, `${from} → ${to}`).toContain(target)
      if (mark !== '' && target !== 'search.html') expect(ids.get(target), `${from} → ${to}`).toContain(mark)
    }
  })

  test('the same ledger gives the same bytes, whenever it is written', () => {
    const [one, other] = [join(folder, 'one'), join(folder, 'other')]
    writeSite(ledger, { to: one, lang: 'zh' })
    writeSite(ledger, { to: other, lang: 'zh' })
    expect(filesOf(one)).toEqual(filesOf(other))
    for (const name of filesOf(one))
      expect(readFileSync(join(one, name)).equals(readFileSync(join(other, name))), name).toBe(true)
  })

  test('its day is that of the newest report, unless another is given', () => {
    const to = join(folder, 'day')
    expect(writeSite(ledger, { to, lang: 'en' }).asOf).toBe('2024-03-31')
    expect(writeSite(ledger, { to, lang: 'en', asOf: '2030-01-01' }).asOf).toBe('2030-01-01')
    expect(readFileSync(join(to, 'index.html'), 'utf8')).toContain('2030-01-01')
  })

  test('what a report holds is only shown, in the data of the search too', () => {
    const to = join(folder, 'hostile')
    writeSite(ledger, { to, lang: 'zh' })
    const data = readFileSync(join(to, 'search-data.js'), 'utf8')
    expect(data).toContain('直接')
    expect(data).not.toContain('<')
    for (const name of filesOf(to).filter((path) => path.endsWith('.html')))
      expect(readFileSync(join(to, name), 'utf8'), name).not.toMatch(/<b>直接|<script>|style="| on[a-z]+="/)
  })
})

describe('the folder', () => {
  test('an earlier site is replaced, with what it had more', () => {
    const to = join(folder, 'again')
    writeSite(ledger, { to, lang: 'zh' })
    writeFileSync(join(to, 'report', 'old.html'), 'old')
    writeSite(ledger, { to, lang: 'zh' })
    expect(existsSync(join(to, 'report', 'old.html'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.startsWith('.again'))).toEqual([])
  })

  test('a folder of something else is left as it is', () => {
    const to = join(folder, 'mine')
    mkdirSync(to)
    writeFileSync(join(to, 'letter.txt'), 'dear')
    expect(() => writeSite(ledger, { to, lang: 'zh' })).toThrow('something else')
    expect(filesOf(to)).toEqual(['letter.txt'])
  })

  test('what fails on the way leaves the earlier site, or nothing', () => {
    const to = join(folder, 'broken')
    const fail = () =>
      replaceFolder(to, (put) => {
        put('a.html', 'a')
        throw new Error('half-way')
      })
    expect(fail).toThrow('half-way')
    expect(existsSync(to)).toBe(false)
    writeSite(ledger, { to, lang: 'zh' })
    const before = filesOf(to)
    expect(fail).toThrow('half-way')
    expect(filesOf(to)).toEqual(before)
    expect(relative(folder, to)).toBe('broken')
  })
})
