import { rmSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../output/serve/app.js'
import type { ServerOptions } from '../../output/serve/context.js'
import { start } from '../../output/serve/start.js'
import { type Ledger, openLedger } from '../../output/store/index.js'
import { parseReport } from '../../pipeline/parse.js'
import { files, sampleLedger } from './ledger.js'

let ledger: Ledger
let folder: string
beforeAll(async () => {
  ;({ ledger, folder } = await sampleLedger())
})
afterAll(() => {
  ledger.close()
  rmSync(folder, { recursive: true })
})

const host = 'localhost:8750'
const appOf = (options: Partial<ServerOptions> = {}) =>
  createApp({
    ledger,
    lang: 'zh',
    write: false,
    hosts: new Set([host]),
    token: null,
    formToken: 'form-token',
    today: () => '2024-04-01',
    ...options,
  })
const ask = (path: string, options: Partial<ServerOptions> = {}, init: RequestInit = {}) =>
  appOf(options).request(`http://${host}${path}`, { ...init, headers: { host, ...init.headers } })
const page = async (path: string, options: Partial<ServerOptions> = {}) => {
  const answer = await ask(path, options)
  return { status: answer.status, document: parseHTML(await answer.text()).document }
}
const keyOf = (end: string) => ledger.reports({ report: end })[0]?.key ?? ''

describe('pages', () => {
  test.each(['/', '/items', '/reports', '/due', '/units', '/regions', '/review', '/sources'])(
    '%s is a page in both languages',
    async (path) => {
      const zh = await page(path)
      expect(zh.status).toBe(200)
      expect(zh.document.documentElement.getAttribute('lang')).toBe('zh-CN')
      expect(zh.document.querySelectorAll('h1')).toHaveLength(1)
      const en = await page(`${path}?lang=en`)
      expect(en.document.documentElement.getAttribute('lang')).toBe('en')
      expect(en.document.querySelector('h1')?.textContent).not.toMatch(/\p{Script=Han}/u)
    },
  )

  test('every link of every page leads to a page', async () => {
    const seen = new Set<string>()
    const waiting = ['/']
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      const answer = await ask(path)
      expect(answer.status, path).toBe(200)
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      const { document } = parseHTML(await answer.text())
      const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id))
      for (const link of document.querySelectorAll('a')) {
        const href = link.getAttribute('href') ?? ''
        if (href.startsWith('#')) expect(ids, `${path} ${href}`).toContain(href.slice(1))
        // Facets lead to more facets without end: one step is enough.
        else if (!href.startsWith('/items?') || !path.startsWith('/items?')) waiting.push(href.replace(/#.*/, ''))
      }
    }
    expect(seen.size).toBeGreaterThan(40)
  })

  test('the overview counts each problem once', async () => {
    const { document } = await page('/')
    const figures = [...document.querySelectorAll('.figures li')].map((li) => li.querySelector('b')?.textContent)
    // Five problems: of the county's three, told twice, one is done; of the audit's two one.
    expect(document.querySelector('.lead')?.textContent).toContain('5个问题')
    expect(figures).toEqual(['2', '3', '0', '2', '0', '1'])
    expect(document.querySelectorAll('.chart svg').length).toBeGreaterThan(3)
    for (const chart of document.querySelectorAll('.chart'))
      expect(chart.querySelectorAll('table tbody tr').length).toBeGreaterThan(0)
  })

  test('filters and facets are those of the command line', async () => {
    const rows = async (query: string) => [...(await page(`/items?${query}`)).document.querySelectorAll('tbody tr')].length
    expect(await rows('')).toBe(8)
    expect(await rows('status=in_progress')).toBe(2)
    expect(await rows('status=in_progress&status=completed')).toBe(4)
    expect(await rows('status=in_progress,completed')).toBe(4)
    expect(await rows('region=湖南&open=1')).toBe(4)
    expect(await rows('unit=县住建局&role=lead_unit')).toBe(2)
    expect(await rows('due-from=2024-06-01&due-to=2024-12-31')).toBe(3)
    expect(await rows('programme=audit')).toBe(2)
    const { document } = await page('/items?status=in_progress')
    const on = document.querySelector('.facet a.on')
    expect(on?.textContent).toContain('正在整改')
    expect(on?.getAttribute('href')).toBe('/items')
  })

  test('words are found and shown where they stand', async () => {
    const { document } = await page('/items?q=管网')
    const rows = [...document.querySelectorAll('tbody tr')]
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(row.querySelector('mark')?.textContent).toBe('管网')
    const facet = [...document.querySelectorAll('.facet small')].reduce((sum, one) => sum + Number(one.textContent), 0)
    expect(facet).toBeGreaterThan(0)
  })

  test('words that stand apart in a problem are found, counted and faceted alike', async () => {
    const { document } = await page('/items?q=工地围挡')
    const rows = document.querySelectorAll('tbody tr').length
    expect(rows).toBeGreaterThan(0)
    expect(document.querySelector('#found')?.textContent).toBe(`共${rows}条`)
    const kinds = [...document.querySelectorAll('.facet')].find((one) => one.querySelector('h3')?.textContent === '类型')
    const counted = [...(kinds?.querySelectorAll('small') ?? [])].reduce((sum, one) => sum + Number(one.textContent), 0)
    expect(counted).toBe(rows)
  })

  test.each(['"', '" OR "', 'a*', 'NEAR(a b)', '{problem}: 管网', "';--", '%', '。', '（', '🙂', 'a'.repeat(400), '-', 'AND'])(
    'no words upset the search: %s',
    async (words) => {
      for (const path of ['/items', '/api/items', '/units', '/items.json'])
        expect((await ask(`${path}?q=${encodeURIComponent(words)}`)).status, path).toBe(200)
      expect((await ask(`/items?text=${encodeURIComponent(words)}`)).status).toBe(200)
      expect((await ask(`/items?unit=${encodeURIComponent(words)}&region=${encodeURIComponent(words)}`)).status).toBe(200)
    },
  )

  test('a page behind the last is the last', async () => {
    expect((await page('/items?page=99')).document.querySelectorAll('tbody tr')).toHaveLength(8)
    expect(await (await ask('/api/items?page=99&limit=3')).json()).toMatchObject({ page: 3, total: 8 })
  })

  test('a filter that cannot be meant is told, and a name that is not there with those like it', async () => {
    const wrong = await page('/items?status=finished')
    expect(wrong.status).toBe(400)
    expect(wrong.document.querySelector('[role=status]')?.textContent).toMatch(/^筛选条件有误：整改状态：应为completed、/)
    const { document } = await page('/items?region=安华县')
    expect(document.querySelector('[role=status] a')?.textContent).toContain('安化县')
    expect((await page('/items?nonsense=1')).status).toBe(400)
  })

  test.each([
    ['/items?due-from=2024', '期限起：应为日期，如2024-12-31', 'Due from: expected a day such as 2024-12-31'],
    ['/items?role=lead_unit', '角色：需要与--unit合用', 'Role: it needs --unit'],
    ['/items?due-from=2024-02-01&due-to=2024-01-01', '期限起：晚于--due-to', 'Due from: it is later than --due-to'],
    ['/items?limit=0', '每页条数：应为1到10000之间的数', 'Rows on a page: expected a number from 1 to 10000'],
    ['/items?nonsense=1', 'nonsense：没有这种筛选条件', 'nonsense: there is no such filter'],
    ['/items?certainty=2', '可信度：应为0到1之间的数', 'Certainty: expected a number from 0 to 1'],
    ['/due?as-of=yesterday', '截至：应为日期，如2024-12-31', 'As of: expected a day such as 2024-12-31'],
    ['/due?within=x', '期间：应为时长，如30d（天）、8w（周）或6m（月）', 'Within: expected a time such as 30d, 8w or 6m'],
  ])('%s is told to be wrong in the language of the page', async (path, zh, en) => {
    const told = async (lang: string) => {
      const { status, document } = await page(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      expect(status).toBe(400)
      return document.querySelector('[role=status]')?.textContent
    }
    expect(await told('zh')).toBe(`筛选条件有误：${zh}`)
    expect(await told('en')).toBe(`This filter cannot be meant: ${en}`)
  })

  test('a problem has its history, the newest report first', async () => {
    const { document } = await page(`/problem/${keyOf('plan.txt')}/1`)
    const entries = [...document.querySelectorAll('.history > li')]
    expect(entries).toHaveLength(2)
    expect(entries[0]?.querySelector('time')?.textContent).toBe('2024-03-31')
    expect(document.querySelector('.head .pill')?.textContent).toBe('未完成')
  })

  test('a unit and a region have their tasks', async () => {
    const unit = await page(`/unit/${encodeURIComponent('安化县住建局')}`)
    expect(unit.document.querySelectorAll('tbody tr').length).toBeGreaterThan(0)
    const region = await page('/region/430000')
    expect(region.document.querySelector('h1')?.textContent).toBe('湖南省')
    expect((await ask('/unit/火星局')).status).toBe(404)
  })

  test('a unit has the problems of its plan, though the newest report names nobody', async () => {
    const other = openLedger(':memory:')
    const report = (kind: string, day: string, fields: string) =>
      `湘乡市生态环境保护督察反馈问题整改${kind}\n\n截至${day}底。\n\n一、月山镇河道排污口整治不到位，沿河十二家豆腐作坊废水直排。\n${fields}\n二、城南砂石堆场没有覆盖，扬尘扰民，群众反映强烈。\n${fields.replace('水利', '城管')}\n`
    for (const [name, text] of [
      ['plan.txt', report('方案', '2023年3月', '整改措施：封堵排污口。\n牵头单位：市水利局\n完成时限：2024年5月31日\n')],
      ['done.txt', report('情况报告', '2024年6月', '整改情况：已经封堵。\n整改状态：已完成\n')],
    ] as const)
      other.put((await parseReport(new TextEncoder().encode(text), name)).report, { parserVersion: 'test' })
    other.link()
    const { document } = await page('/unit/湘乡市水利局', { ledger: other })
    expect([...document.querySelectorAll('.figures b')].map((one) => one.textContent)).toEqual(['1', '1', '0', '0'])
    expect(document.querySelectorAll('#tasks ~ table tbody tr, [aria-labelledby=tasks] tbody tr')).toHaveLength(1)
    expect(document.querySelector('tbody a')?.textContent).toContain('豆腐作坊')
    const units = await page('/units', { ledger: other })
    const rows = [...units.document.querySelectorAll('tbody tr')].map((tr) => [...tr.children].map((cell) => cell.textContent))
    expect(rows).toEqual([
      ['湘乡市城管局', '1', '1', '0', '0', '—'],
      ['湘乡市水利局', '1', '1', '0', '0', '—'],
    ])
    other.close()
  })

  test('what is not done comes first on the page of a unit or region', async () => {
    const { document } = await page('/region/430923')
    const states = [...document.querySelectorAll('[aria-labelledby=tasks] .pill')].map((one) => one.textContent)
    expect(states).toEqual(['未完成', '未完成', '已完成'])
  })

  test('an empty ledger says so, and shows no figures of nothing', async () => {
    const empty = openLedger(':memory:')
    for (const path of ['/', '/items', '/reports', '/due', '/units', '/regions', '/review', '/sources'])
      expect((await page(path, { ledger: empty })).status, path).toBe(200)
    const { document } = await page('/', { ledger: empty })
    expect(document.querySelector('.lead')?.textContent).toContain('台账是空的')
    expect(document.querySelectorAll('table, .figures')).toHaveLength(0)
    empty.close()
  })

  test('sources stand on pages of two hundred', async () => {
    const many = openLedger(':memory:')
    for (let n = 0; n < 203; n++) many.fail({ id: null, source: `${n}.pdf`, parserVersion: 'test', diagnostics: [] })
    const { report } = await parseReport(new TextEncoder().encode(files['plan.txt']), 'plan.txt')
    many.put(report, { parserVersion: 'test' })
    for (let n = 0; n < 202; n++) many.named(report.document.id, { source: `copy-${String(n).padStart(3, '0')}.txt` })
    const [first, second, last] = await Promise.all(
      ['', '?page=2', '?page=9'].map((query) => page(`/sources${query}`, { ledger: many })),
    )
    const rows = (of: typeof first) => of?.document.querySelectorAll('tbody tr').length
    expect([rows(first), rows(second), rows(last)]).toEqual([200, 3, 3])
    expect(first?.document.querySelector('.pages a')?.getAttribute('href')).toBe('/sources?page=2')
    many.close()
  })

  test('the due board has three truths', async () => {
    const { document } = await page('/due?as-of=2024-04-01&within=200')
    expect(
      [...document.querySelectorAll('#overdue tbody tr')].map((tr) => tr.querySelector('small')?.textContent?.trim()),
    ).toHaveLength(2)
    expect(document.querySelectorAll('#upcoming tbody tr')).toHaveLength(1)
  })

  test('what a report holds is only shown', async () => {
    const { document } = await page(`/report/${keyOf('audit.txt')}`)
    expect(document.querySelectorAll('.text b, .problem b')).toHaveLength(0)
    expect(document.querySelector('#i2 .problem')?.textContent).toContain('<b>直接</b>')
  })

  test.each(['/report/ffff', '/problem/ffff/1', '/report/..%2f..%2fetc', '/problem/x/y', '/assets/none.css', '/api/nothing'])(
    '%s is not there',
    async (path) => {
      expect((await ask(path)).status).toBe(404)
    },
  )
})

describe('downloads and the JSON interface', () => {
  test('the same filters give the same items in every form', async () => {
    const query = '?status=in_progress&sort=-due'
    const json: unknown = await (await ask(`/api/items${query}`)).json()
    expect(json).toMatchObject({ total: 2, items: [{ due: '2024-09-30' }, { due: '2023-12-31' }] })
    const csv = await ask(`/items.csv${query}`)
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="items.csv"')
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(3)
    const xlsx = await readXlsx(new Uint8Array(await (await ask(`/items.xlsx${query}`)).arrayBuffer()))
    expect(xlsx.sheets[0]?.rows).toHaveLength(3)
    expect(await (await ask(`/items.json${query}`)).json()).toHaveLength(2)
  })

  test('what cannot be meant is 400, what is unknown is told', async () => {
    expect((await ask('/api/items?status=finished')).status).toBe(400)
    expect((await ask('/api/due?as-of=yesterday')).status).toBe(400)
    expect(await (await ask('/api/items?region=火星')).json()).toMatchObject({
      total: 0,
      unknown: [{ what: 'region', name: '火星' }],
    })
  })

  test('overview, reports, record, history, due', async () => {
    expect(await (await ask('/api/overview')).json()).toMatchObject({
      reports: 4,
      items: 8,
      standing: { done: 2, open: 3, unknown: 0 },
    })
    expect(await (await ask('/api/reports?kind=plan')).json()).toMatchObject({ total: 1 })
    const key = keyOf('plan.txt')
    expect(await (await ask(`/api/report/${key}`)).json()).toEqual(ledger.report(key))
    expect(await (await ask(`/api/history/${key}/1`)).json()).toMatchObject({ state: 'open' })
    expect(await (await ask('/api/due?as-of=2024-04-01')).json()).toMatchObject({ counts: { overdue: 2 } })
  })
})

describe('who is answered', () => {
  test('a foreign name gets nothing', async () => {
    for (const foreign of ['evil.example', 'localhost:1', '127.0.0.1.evil.example:8750', '']) {
      const answer = await appOf().request('http://localhost:8750/', { headers: { host: foreign } })
      expect(answer.status, foreign).toBe(421)
      expect(await answer.text()).not.toContain('<')
    }
  })

  test('every answer has the strict policy', async () => {
    for (const path of ['/', '/api/overview', '/nothing', '/items.csv']) {
      const { headers } = await ask(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  test('no page has a style, a script or a handler of its own, or an address elsewhere', async () => {
    for (const path of ['/', '/items', '/due', '/review', `/report/${keyOf('plan.txt')}`, `/problem/${keyOf('plan.txt')}/1`]) {
      const text = await (await ask(path, { write: true })).text()
      expect(text, path).not.toMatch(
        /<style|style="|<script(?! src="\/assets\/)| on[a-z]+="|(?:href|src|action)="(?:https?:)?\/\//,
      )
    }
  })

  test('where a token is needed nothing is answered without', async () => {
    const token = 'a-token-of-some-length'
    expect((await ask('/', { token })).status).toBe(401)
    expect((await ask('/?token=wrong', { token })).status).toBe(401)
    const first = await ask(`/items?open=1&token=${token}`, { token })
    expect(first.status).toBe(302)
    expect(first.headers.get('location')).toBe('/items?open=1')
    const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/)
    expect((await ask('/items', { token }, { headers: { cookie } })).status).toBe(200)
    expect((await ask('/api/items', { token }, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
  })
})

describe('a server that has started', () => {
  test('has counted before it listens, so that the first page asks for nothing that takes long', async () => {
    const asked: string[] = []
    const watched: Ledger = {
      ...ledger,
      query: (sql, ...params) => {
        asked.push(sql)
        return ledger.query(sql, ...params)
      },
    }
    const server = await start({
      ledger: watched,
      lang: 'zh',
      write: false,
      host: '127.0.0.1',
      port: 0,
      today: () => '2024-04-01',
    })
    expect(asked.filter((sql) => sql.includes('item_facts')).length).toBeGreaterThan(0)
    asked.length = 0
    for (const path of ['', 'items', 'due', 'units', 'regions']) {
      const { status } = await fetch(new URL(path, server.url))
      expect(status).toBe(200)
    }
    expect(asked.filter((sql) => sql.includes('GROUP BY'))).toEqual([])
    await server.close()
  })
})

describe('forms', () => {
  const send = (
    what: string,
    fields: Record<string, string>,
    options: Partial<ServerOptions> = { write: true },
    headers: Record<string, string> = {},
  ) =>
    ask(`/review/${what}`, options, {
      method: 'POST',
      body: new URLSearchParams({ token: 'form-token', ...fields }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  const note = () => ({ item: `${keyOf('audit.txt')}#2`, value: '等待核查', by: '张某' })

  test('pages for reading have none and take none', async () => {
    expect((await page('/review')).document.querySelector('form[method=post]')).toBeNull()
    expect((await send('note', note(), { write: false })).status).toBe(403)
    expect(ledger.corrections()).toEqual([])
  })

  test.each([
    ['without the token', { token: '' }, {}],
    ['with another token', { token: 'forged' }, {}],
    ['from another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring site', {}, { 'sec-fetch-site': 'same-site' }],
    ['from another origin', {}, { origin: 'http://evil.example' }],
    ['from no origin', {}, { origin: 'null' }],
  ])('a form %s does nothing', async (_name, fields, headers) => {
    expect((await send('note', { ...note(), ...fields }, { write: true }, headers)).status).toBe(403)
    expect(ledger.corrections()).toEqual([])
  })

  test('a correction and a remark are laid over every list', async () => {
    const item = `${keyOf('audit.txt')}#2`
    const back = `/problem/${keyOf('audit.txt')}/2`
    const corrected = await send('correct', { item, field: 'status', value: 'completed', why: '现场核实', by: '张某', back })
    expect(corrected.status).toBe(303)
    expect(corrected.headers.get('location')).toBe(`${back}?done=1`)
    expect((await send('note', note())).status).toBe(303)
    const { document } = await page(back, { write: true })
    expect(document.querySelector('.corrections')?.textContent).toContain('现场核实')
    expect(document.querySelector('.head .pill')?.textContent).toBe('已完成')
    for (const { correction } of ledger.corrections()) {
      expect((await send('drop', { correction: String(correction), back })).headers.get('location')).toBe(`${back}?done=1`)
    }
    expect(ledger.corrections()).toEqual([])
    expect((await send('drop', { correction: '999' })).status).toBe(404)
    expect((await page(back)).document.querySelector('.corrections')).toBeNull()
  })

  test('a state is given by its code or in words, of either language', async () => {
    const item = `${keyOf('audit.txt')}#2`
    for (const [field, value, code] of [
      ['status', '完成整改', 'completed'],
      ['status', 'in progress', 'in_progress'],
      ['status', 'not_started', 'not_started'],
      ['closure', '已销号', 'closed'],
    ]) {
      expect((await send('correct', { item, field: field ?? '', value: value ?? '', why: '核实', by: '张某' })).status).toBe(
        303,
      )
      const kept = ledger.corrections().findLast((one) => one.field === field)
      expect(kept?.value).toBe(code)
    }
    for (const { correction } of ledger.corrections()) ledger.dropCorrection(correction)
  })

  test('a value that the field cannot hold is told, and changes nothing', async () => {
    const item = `${keyOf('audit.txt')}#2`
    for (const fields of [
      { item, field: 'due', value: 'soon', why: 'x', by: 'y' },
      { item, field: 'nothing', value: 'x', why: 'x', by: 'y' },
      { item: 'x', field: 'due', value: '2024-01-01', why: 'x', by: 'y' },
    ])
      expect((await send('correct', fields)).status).toBe(400)
    const unsaid = await send('correct', { item, field: 'due', value: '2024-01-01', why: ' ', by: '长'.repeat(101) })
    expect(unsaid.status).toBe(400)
    expect(parseHTML(await unsaid.text()).document.querySelector('main')?.textContent).toContain(
      '认定人：最多100个字符；理由：应为文字',
    )
    expect((await send('correct', { item: 'ffff#1', field: 'due', value: '2024-01-01', why: 'x', by: 'y' })).status).toBe(404)
    expect(ledger.corrections()).toEqual([])
  })

  test('a form leads back to pages of ours only', async () => {
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      expect((await send('note', { ...note(), back })).headers.get('location')).toBe('/review?done=1')
    }
    for (const { correction } of ledger.corrections()) ledger.dropCorrection(correction)
  })

  test('a link is decided', async () => {
    const [link] = ledger.links()
    if (!link) throw new Error('the sample has links')
    expect((await send('link', { link: String(link.link), verdict: 'rejected', by: '张某' })).status).toBe(303)
    expect(ledger.links({ state: 'rejected' })).toHaveLength(1)
    expect((await send('link', { link: String(link.link), verdict: 'confirmed', by: '张某' })).status).toBe(303)
    expect((await send('link', { link: '999999', verdict: 'confirmed', by: '张某' })).status).toBe(404)
  })

  test('a form that is too long is not read', async () => {
    const answer = await send('note', { ...note(), value: '长'.repeat(40_000) })
    expect(answer.status).toBe(413)
  })
})
