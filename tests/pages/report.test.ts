import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { reportFile } from '../../output/pages/whole.js'
import { parseReport } from '../../pipeline/parse.js'

const source = `云溪县生态环境保护督察反馈问题整改方案

截至2024年6月底，督察反馈的3个问题，已完成整改1个。

一、白水镇生活污水直排，12个村没有管网。（正在整改）
整改目标：2024年底前农村生活污水治理率达到80%以上。
整改措施：
1.铺设管网18公里。
（1）先铺东片。（责任单位：白水镇政府）
2.建成处理站3座。
牵头单位：县住建局
完成时限：2024年12月底

二、青石矿区边坡裸露（已完成整改）
整改目标：完成复绿。
整改情况：已复绿260亩，执行《矿山修复规程》（GB 12345—2020）。
牵头单位：县自然资源局
完成时限：2023年底
`
const parse = async (text: string) => (await parseReport(new TextEncoder().encode(text), 'cloud.txt')).report

describe('the page of a report', async () => {
  const report = await parse(source)
  const page = reportFile({ report, lang: 'zh' })
  const { document } = parseHTML(page)

  test('each id is there once, and every link of the page leads to one', () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...document.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '')
    expect(targets.length).toBeGreaterThan(40)
    for (const target of targets) expect(ids).toContain(target.slice(1))
    expect(targets.filter((target) => !target.startsWith('#'))).toEqual([])
  })

  test('a marked word leads to its record, and the record to the word', () => {
    const word = [...document.querySelectorAll('.text a.k-party')].find((a) => a.textContent === '县住建局')
    const record = document.getElementById(word?.getAttribute('href')?.slice(1) ?? '')
    expect(record?.textContent).toBe('县住建局')
    const place = document.getElementById(record?.getAttribute('href')?.slice(1) ?? '')
    expect(place?.nextElementSibling).toBe(word)
  })

  test('measures are a tree; a target, a state, a total that disagrees and where it stands are shown', () => {
    const top = document.querySelector('#i1 .tree')
    expect(
      [...(top?.querySelectorAll('.tree .tree li, .tree > li > .tree > li') ?? [])].map((li) => li.textContent),
    ).toHaveLength(1)
    expect(document.querySelector('#i1 .targets b')?.textContent).toContain('≥ 80 %')
    expect(document.querySelector('#i2 .pill')?.textContent).toBe('完成整改')
    const first = document.querySelector('.records section')
    expect(first?.getAttribute('class')).toBe('uncertain')
    expect(first?.querySelector('.sev.d-error')?.textContent).toBe('不符')
  })

  test('nothing is loaded, and only the own script and style may run', () => {
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? ''
    const hash = (text: string | null | undefined) =>
      `'sha256-${createHash('sha256')
        .update(text ?? '')
        .digest('base64')}'`
    const between = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1]
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`style-src ${hash(between('style'))}`)
    expect(policy).toContain(`script-src ${hash(between('script'))}`)
    expect(page).not.toMatch(/<link|<img|src=|style="|https?:\/\/(?!www\.w3\.org)/)
  })

  test('it speaks the language that is asked for; the words of the report stay Chinese', () => {
    const english = parseHTML(reportFile({ report, lang: 'en' })).document
    expect(english.documentElement.getAttribute('lang')).toBe('en')
    expect(english.querySelector('.text')?.getAttribute('lang')).toBe('zh-CN')
    expect(english.querySelector('#i2 .pill')?.textContent).toBe('completed')
  })
})

test('what a hostile report holds is only shown', async () => {
  const hostile = source
    .replaceAll('白水镇', '<script>alert(1)</script>镇')
    .replace('青石矿区', '"><img src=x onerror=alert(2)>&amp;矿区')
    .replace('云溪县', "云溪县'onmouseover='alert(3)")
  const page = reportFile({ report: await parse(hostile), lang: 'zh' })
  const { document } = parseHTML(page)
  expect(document.querySelectorAll('script')).toHaveLength(1)
  expect(document.querySelectorAll('img')).toHaveLength(0)
  for (const one of document.querySelectorAll('*'))
    expect([...one.attributes].filter(({ name }) => name.startsWith('on'))).toEqual([])
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;镇')
})

/** The text of the page, without the numbers of items, and where in it each item begins. */
function textOf(document: ReturnType<typeof parseHTML>['document']): { text: string; starts: Map<number, number> } {
  let text = ''
  const starts = new Map<number, number>()
  for (const line of document.querySelectorAll('.text p')) {
    for (const node of line.childNodes) {
      const number = /^<a class="no[^"]*" id="w(\d+)"/.exec(node.toString())?.[1]
      if (number) starts.set(Number(number), text.length)
      else text += node.textContent ?? ''
    }
    text += '\n'
  }
  return { text, starts }
}

const own = (name: string) => parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8'))

test.each([
  '01-city-plan/report.txt',
  '03-audit-announcement/report.txt',
  '08-markdown-headings/report.md',
  '17b-html-measure-rows-with-progress/report.html',
  '29b-text-flattened-table/report.txt',
  '46-city-rectification-plan-actions/report.txt',
  '55-one-line-scrape/report.txt',
  '75b-text-blank-separated-table/report.txt',
])('%s: the text is whole, each item begins where its record says, every link leads to a place', async (name) => {
  const report = await own(name)
  const { document } = parseHTML(reportFile({ report, lang: 'zh' }))
  const { text, starts } = textOf(document)
  const short = (words: string) => words.replace(/\n+/g, '\n').replace(/^\n|\n$/g, '')
  expect(short(text)).toBe(short(report.document.text))
  for (const { seq, span } of report.items)
    expect(short(text.slice(starts.get(seq) ?? -1)), `item ${seq}`).toBe(short(report.document.text.slice(span[0])))
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const link of document.querySelectorAll('a')) expect(ids).toContain(link.getAttribute('href')?.slice(1))
})

test('a report without problems and an empty one have pages too', async () => {
  for (const text of ['', '今天上午召开会议。\n']) {
    const { document } = parseHTML(reportFile({ report: await parse(text), lang: 'zh' }))
    expect(document.querySelector('.uncertain')?.textContent).toContain('没有读出问题')
  }
})
