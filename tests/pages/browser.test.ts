/** The pages in a real browser: clicks, filters, forms, downloads, widths, print, and what axe finds. Skipped, and said to be, where there is no chromium. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportFile } from '../../output/pages/whole.js'
import { type Started, start } from '../../output/serve/start.js'
import { writeSite } from '../../output/site/index.js'
import type { Ledger } from '../../output/store/index.js'
import { browserPath, launch } from './browser.js'
import { sampleLedger } from './ledger.js'

const executable = browserPath()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const widths = [360, 1280, 1920]

if (executable === null)
  test('no chromium on this machine: install it (Debian: apt-get install chromium) to test the pages in a browser', (context) => {
    context.skip()
  })

describe.skipIf(executable === null)('in a browser', () => {
  let ledger: Ledger
  let folder: string
  let server: Started
  let browser: Browser
  let page: Page
  const problems: string[] = []
  const key = (end: string) => ledger.reports({ report: end })[0]?.key ?? ''
  const go = (path: string) => page.goto(new URL(path, server.url).href)

  beforeAll(async () => {
    ;({ ledger, folder } = await sampleLedger())
    server = await start({ ledger, lang: 'zh', write: true, host: '127.0.0.1', port: 0, today: () => '2024-04-01' })
    browser = await launch(executable ?? '')
    // The strict policy is for the pages; the checker is brought in by the driver.
    const context = await browser.newContext({ bypassCSP: false, acceptDownloads: true })
    page = await context.newPage()
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`)
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !/^(file|data|blob):/.test(request.url()))
        problems.push(`a request to ${request.url()}`)
    })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    ledger?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const serious = async (): Promise<string[]> => {
    await page.evaluate(`(() => { ${axe}\n; window.axe = axe })()`)
    const found = await page.evaluate<{ id: string; impact: string; nodes: { target: string[] }[] }[]>(
      `axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.slice(0, 3).map(({ target }) => ({ target })) })))`,
    )
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }

  const paths = () => [
    '/',
    '/items',
    '/items?q=管网&status=in_progress',
    '/reports',
    '/due',
    '/units',
    '/regions',
    '/region/430000',
    '/review',
    '/sources',
    `/report/${key('plan.txt')}`,
    `/problem/${key('plan.txt')}/1`,
    '/nothing',
  ]

  test('no page is wider than the window, and axe finds nothing serious', { timeout: 180_000 }, async () => {
    for (const path of paths())
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        await go(path)
        const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
        expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0)
        if (width !== 1920) expect(await serious(), `${path} at ${width}`).toEqual([])
      }
    // The browser itself reports the page that is not there.
    expect(problems.filter((text) => !text.includes('/nothing'))).toEqual([])
    problems.length = 0
  })

  test('on a telephone names have a line, letters of charts are large enough to read, and what is touched large enough to touch', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })
    const phone = await context.newPage()
    const heights = (selector: string) =>
      phone.$$eval(selector, (all) => all.map((one) => one.getBoundingClientRect().height).filter((height) => height > 0))
    for (const path of ['/', '/units', '/regions', '/items?q=管网', '/due', '/review']) {
      await phone.goto(new URL(path, server.url).href)
      const names = await phone.$$eval('.standing tbody th', (all) => all.map((one) => one.getBoundingClientRect().width))
      expect(
        names.filter((width) => width > 0 && width < 250),
        path,
      ).toEqual([])
      const scales = await phone.$$eval('.drawing > svg', (all) =>
        all.map((one) => one.getBoundingClientRect().width / Number(one.getAttribute('viewBox')?.split(' ')[2])),
      )
      expect(
        scales.filter((scale) => scale > 0 && scale < 0.85),
        path,
      ).toEqual([])
      for (const touched of ['.nav nav a', '.facet a', 'button', 'input:not([type=checkbox]):not([type=hidden])', 'select'])
        expect(
          (await heights(touched)).filter((height) => height < 38),
          `${path} ${touched}`,
        ).toEqual([])
    }
    await context.close()
  })

  test('where the eye is used to the dark all words can be read too', { timeout: 60_000 }, async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const path of [
      '/',
      '/items?q=管网',
      '/due',
      '/review',
      `/report/${key('plan.txt')}`,
      `/problem/${key('plan.txt')}/1`,
    ]) {
      await go(path)
      expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor'), path).toBe('rgb(18, 22, 28)')
      expect(await serious(), path).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
  })

  test('a click on a word shows its record, a click on the record its words', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await go(`/report/${key('plan.txt')}`)
    const word = page.locator('.text a.k-deadline', { hasText: '2024年6月底' })
    await word.click()
    const record = page.locator('.item a.p.on')
    expect(await record.textContent()).toBe('2024年6月底')
    expect((await record.boundingBox())?.y).toBeLessThan(800)
    await page.locator('#i1 a.p.k-party', { hasText: '县住建局' }).click()
    expect(await page.locator('.text a.on').allTextContents()).toEqual(['县住建局'])
  })

  test('words, filters and facets narrow the list; sorting and pages of it go along', async () => {
    await go('/items')
    await page.fill('#f-q', '管网')
    await page.locator('form.filters button').click()
    expect(await page.locator('tbody tr').count()).toBe(2)
    expect(await page.locator('tbody mark').first().textContent()).toBe('管网')
    await page.locator('.facet a', { hasText: '正在整改' }).click()
    expect(await page.locator('tbody tr').count()).toBe(1)
    expect(page.url()).toContain('status=in_progress')
    await page.locator('.facet a.on').click()
    expect(await page.locator('tbody tr').count()).toBe(2)
  })

  test('a list is downloaded as a file', async () => {
    await go('/items?status=in_progress')
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.links a', { hasText: 'CSV' }).click()])
    expect(download.suggestedFilename()).toBe('items.csv')
    const text = readFileSync(await download.path(), 'utf8')
    expect(text.startsWith('\uFEFFitem,report,')).toBe(true)
    expect(text.trim().split('\r\n')).toHaveLength(3)
  })

  test('a remark and a correction are kept by the forms, and who made them is filled in next time', async () => {
    await go(`/problem/${key('audit.txt')}/2`)
    await page.fill('#n-value', '等待核查')
    await page.fill('#n-by', '张某')
    await page.locator('form', { hasText: '备注' }).locator('button').click()
    await page.waitForURL(/done=1/)
    expect(await page.locator('.corrections').first().textContent()).toContain('等待核查')
    expect(await page.inputValue('#c-by')).toBe('张某')
    await page.selectOption('#c-field', 'due')
    await page.fill('#c-value', '2024-12-31')
    await page.fill('#c-why', '来函')
    await page.locator('form', { hasText: '正确值' }).locator('button').click()
    await page.waitForURL(/done=1/)
    expect(await page.locator('dl.head').textContent()).toContain('2024-12-31')
    for (const { correction } of ledger.corrections()) ledger.dropCorrection(correction)
  })

  test('the language is chosen once', async () => {
    await go('/')
    await page.locator('a.lang').click()
    expect(await page.locator('h1').textContent()).toBe('Overview')
    await go('/due')
    expect(await page.locator('h1').textContent()).toBe('Due')
    await page.locator('a.lang').click()
    expect(await page.locator('h1').textContent()).toBe('到期')
  })

  test('pages are printed', async () => {
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 680, height: 900 })
    await go('/due?as-of=2024-04-01')
    expect(await page.evaluate("getComputedStyle(document.querySelector('.items td')).display")).toBe('table-cell')
    expect(await page.locator('.nav').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    for (const path of ['/', `/report/${key('plan.txt')}`]) {
      await go(path)
      const pdf = await page.pdf({ format: 'A4' })
      expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    }
  })

  test('a report as a file is read from disk, with its script and without', async () => {
    const report = ledger.report(key('plan.txt'))
    if (!report) throw new Error('the sample has a plan')
    const path = join(folder, 'report.html')
    writeFileSync(path, reportFile({ report, lang: 'zh' }))
    const url = pathToFileURL(path).href
    await page.goto(url)
    expect(await serious()).toEqual([])
    await page.locator('.text a.k-party', { hasText: '县城管局' }).click()
    expect(await page.locator('a.p.on').textContent()).toBe('县城管局')
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const still = await plain.newPage()
    await still.goto(url)
    await still.locator('.text a.k-party', { hasText: '县城管局' }).click()
    expect(still.url()).toMatch(/#r3-\d+$/)
    await plain.close()
  })

  test('a site is read and searched from disk', { timeout: 120_000 }, async () => {
    const to = join(folder, 'site')
    writeSite(ledger, { to, lang: 'zh' })
    const at = (path: string) => pathToFileURL(join(to, path)).href
    for (const path of [
      'index.html',
      'search.html',
      'reports.html',
      'due.html',
      'units.html',
      'regions.html',
      'sources.html',
      `report/${key('plan.txt')}.html`,
    ])
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(at(path))
        expect(
          await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
          `${path} at ${width}`,
        ).toBeLessThanOrEqual(0)
        // The style sheet was loaded.
        expect(await page.evaluate("getComputedStyle(document.querySelector('.nav')).display"), path).toBe('flex')
        if (width === 1280) expect(await serious(), path).toEqual([])
      }
    await page.goto(at('search.html'))
    expect(await page.locator('#results > li').count()).toBe(8)
    await page.fill('#f-q', '收集管网')
    await page.locator('form button').click()
    await page.waitForFunction("document.querySelectorAll('#results > li').length === 2")
    expect(await page.locator('#results mark').first().textContent()).toBe('收集管网')
    await page.selectOption('#f-status', 'in_progress')
    await page.locator('form button').click()
    await page.waitForFunction("document.querySelectorAll('#results > li').length === 1")
    await page.locator('#results a').first().click()
    expect(await page.locator('h1').textContent()).toContain('梅城镇生活污水')
    expect(problems).toEqual([])
  })
})
