import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { harmless, harmlessJson, inLang } from '../output/cli/io.js'
import { itemAccount, reportOverview } from '../output/cli/overview.js'
import type { BlockRoot } from '../parsers/tree.js'
import { cleanTree, oneLine, visible } from '../pipeline/characters.js'
import { parseReport, parseTree } from '../pipeline/parse.js'
import { buildDocx, paragraph } from './helpers/build-docx.js'

/** What a terminal acts upon, or shows as if it were not there. */
const acts =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single characters are meant
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e0fff}\p{Surrogate}]/u

describe('what leaves for a terminal', () => {
  it.each([
    ['\u001b[2J\u001b]0;改名\u0007', '␛[2J␛]0;改名␇'],
    ['\u009b31m红', '�31m红'],
    ['甲\u202e乙\u061c\u180e\u{e0041}', '甲�乙���'],
    ['\ud83d甲\udc00', '�甲�'],
    ['甲\r乙\b\u007f', '甲␍乙␈␡'],
    ['一行\n二\t行', '一行\n二\t行'],
    ['平安😀𠀀', '平安😀𠀀'],
  ])('%j is shown as %j', (text, shown) => expect(visible(text)).toBe(shown))

  it('is harmless whatever it is, and keeps words as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(harmless(text)).not.toMatch(acts)
        expect(oneLine(text)).not.toMatch(/[\n\r]/)
        expect(harmlessJson({ [text]: text })).not.toMatch(acts)
        expect(JSON.parse(harmlessJson({ text }))).toEqual({ text })
      }),
    )
    expect(harmless('青溪县\n整改方案')).toBe('青溪县\n整改方案')
  })

  it('passes no colour that is not its own', () => expect(harmless('\u001b[31m红\u001b[0m')).toBe('␛[31m红␛[0m'))
})

const io = inLang(
  {
    out() {},
    json() {},
    err() {},
    interactive: false,
    width: 80,
    tableWidth: 80,
    paint: (_: unknown, text: string) => text,
  },
  'en',
)
const page = (title: string, words: string) =>
  strToU8(
    `<html><head><meta charset="utf-8"><title>${title}</title></head><body><p>青溪县督察整改方案</p><p>一、砖厂扬尘${words}。</p><p>整改措施：清扫${words}道路。</p></body></html>`,
  )

describe('what enters', () => {
  it('leaves no controls, marks of direction or halves in a record', async () => {
    const bad = '&#27;[2J&#x9b;31m\u061c\u180e\u202e\ufffe\u{e0041}&#xD83D;'
    const { report } = await parseReport(page(`青溪县${bad}整改方案`, bad), 'a.html')
    expect(report.items).toHaveLength(1)
    expect(JSON.stringify(report)).not.toMatch(/\\u(?:00[01]|d[89a-f])/i)
    const { text } = report.document
    expect(text.replaceAll('\n', '')).not.toMatch(acts)
    expect(
      `${reportOverview(report, io)}${report.items.map((item) => itemAccount(item, io))}`.replaceAll('\n', ''),
    ).not.toMatch(acts)
  })

  it('half of a character in a Word file costs that character, and is told', async () => {
    const words = ['青溪县督察整改方案', '一、砖&#xD83D;厂扬尘扰民。', '整改措施：清扫道路。']
    const bytes = buildDocx({ body: words.map((line) => paragraph(`<w:r><w:t>${line}</w:t></w:r>`)) })
    const { report } = await parseReport(bytes, 'a.docx')
    expect(report.items.map((item) => item.problem.text)).toEqual(['砖\ufffd厂扬尘扰民。'])
    const [told] = report.diagnostics.filter(({ code }) => code === 'half_character')
    expect(told?.severity).toBe('warning')
    expect(report.document.text.slice(...(told?.span ?? [0, 0]))).toContain('砖\ufffd厂')
  })

  it('keeps the ranges of struck words where something before them is taken out', () => {
    const root: BlockRoot = {
      type: 'root',
      data: { format: 'docx', encoding: null, notices: [] },
      children: [
        { type: 'paragraph', value: '青溪县督察整改方案' },
        { type: 'paragraph', value: '一、\u{e0041}\u001b砖厂废弃扬尘扰民。', data: { struck: [[7, 9]] } },
        { type: 'paragraph', value: '整改措施：清扫道路。' },
      ],
    }
    const { report } = parseTree(root, new Uint8Array(), 'a.docx')
    expect(report.items[0]?.problem.text).toBe('砖厂扬尘扰民。')
  })

  it('gives text without halves, as long as before, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
        const paragraph = { type: 'paragraph' as const, value }
        cleanTree({ type: 'root', data: { format: 'text', encoding: null, notices: [] }, children: [paragraph] })
        expect(paragraph.value).toHaveLength(value.length)
        // Carriage returns and form feeds are blanks to the clean stage.
        expect(paragraph.value.replace(/[\u200b\n\r\f]/g, '')).not.toMatch(acts)
      }),
    )
  })
})

test('a page whose tags are names of every object’s own is read as any other', async () => {
  const words =
    '<constructor>一、砖厂扬尘。</constructor><p>整改措施：清扫道路。</p><tostring><valueof><hasownproperty><p>二、河道淤积。</p><p>整改措施：清淤。</p>'
  const { report } = await parseReport(strToU8(`<html><body><p>青溪县督察整改方案</p>${words}</body></html>`), 'a.html')
  expect(report.items.map(({ problem }) => problem.text)).toEqual(['砖厂扬尘。', '河道淤积。'])
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  '“%s” is no list format, number format, entity or prefix',
  async (name) => {
    const list = `<ol style="list-style-type:${name}"><li>砖厂扬尘</li></ol><ol type="${name}"><li>河道淤积</li></ol>`
    const { report } = await parseReport(strToU8(`<html><body><p>青溪县督察整改方案</p>${list}</body></html>`), 'a.html')
    expect(report.document.text).not.toMatch(/function|object|native/)
    const bytes = buildDocx({ body: `<w:p xmlns:z="${name}"><z:r/><w:r><w:t>青溪县&${name};整改方案</w:t></w:r></w:p>` })
    expect((await parseReport(bytes, 'a.docx')).report.document.text).not.toMatch(/function|object|native/)
  },
)
