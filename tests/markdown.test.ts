import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../parsers/readers/markdown.js'
import { encode } from './encode.js'
import { outline } from './outline.js'

const read = (source: string) => readMarkdown(encode(source, 'utf-8'))

describe('readMarkdown', () => {
  it.each<[name: string, source: string, expected: string[]]>([
    ['headings', '# 柳溪县整改清单\n\n## 一、水环境 ##\n', ['#1 柳溪县整改清单', '#2 一、水环境']],
    ['a heading underlined', '整改方案\n====\n正文。\n', ['#1 整改方案', '正文。']],
    ['soft breaks', '第一行，\n第二行。\n\n另一段。', ['第一行，⏎第二行。', '另一段。']],
    ['indented prose, which is no code', '    根据要求，\n    现公示如下。\n', ['根据要求，⏎    现公示如下。']],
    ['numbers as printed', '3. 排查管网。\n4. 完成修复。\n\n7) 验收。\n', ['3. 排查管网。', '4. 完成修复。', '7) 验收。']],
    ['a number that interrupts nothing', '截至目前\n2. 已完成。', ['截至目前⏎2. 已完成。']],
    [
      'Chinese numbers, which are text',
      '一、问题\n\n1．措施\n\n（二）目标\n\n①其他',
      ['一、问题', '1．措施', '（二）目标', '①其他'],
    ],
    ['bullets without a mark', '- 1、立即排查。\n* 限期整改。\n+ 长期坚持。\n', ['1、立即排查。', '限期整改。', '长期坚持。']],
    ['nested lists in order', '1. 总体\n   - 分项甲\n   - 分项乙\n2. 其他\n', ['1. 总体', '分项甲', '分项乙', '2. 其他']],
    [
      'an item of several paragraphs',
      '1. 问题\n\n   整改情况：已完成。\n2. 其他',
      ['1. 问题', '整改情况：已完成。', '2. 其他'],
    ],
    ['a year that is no list', '2021年6月底前完成。\n', ['2021年6月底前完成。']],
    ['strike-outs', '限期~~6月~~9月完成，~~旧措施。~~新措施。', ['限期⟦6月⟧9月完成，⟦旧措施。⟧新措施。']],
    ['one tilde, which is a range', '浓度5~10毫克/升，20~30天。', ['浓度5~10毫克/升，20~30天。']],
    ['bold', '**一、问题**\n\n由**县住建局**牵头。', ['*一、问题*', '由县住建局牵头。']],
    ['a numbered label in bold before a word', '**（一）整改目标：**粉尘达标。', ['（一）整改目标：粉尘达标。']],
    ['a label in bold brackets before a word', '**【整改目标】**粉尘达标。', ['【整改目标】粉尘达标。']],
    ['a label in bold before a word', '**责任单位：**县住建局；**时限：** 6月底', ['责任单位：县住建局；时限： 6月底']],
    [
      'masked figures and names',
      '电话138****1234、139****5678，联系人李**、王**。',
      ['电话138****1234、139****5678，联系人李**、王**。'],
    ],
    ['bold runs that meet', '**整改****目标**粉尘达标。\n\n**整改****措施**', ['整改目标粉尘达标。', '*整改措施*']],
    ['lines broken by strokes', '整改目标：粉尘达标。\\\n整改时限：6月底', ['整改目标：粉尘达标。⏎整改时限：6月底']],
    ['products', '共3*5米和4*6米两处。', ['共3*5米和4*6米两处。']],
    ['an escape in bold beside Chinese marks', '**1\\.巡林记录雷同。**', ['*1.巡林记录雷同。*']],
    ['escapes and entities', '\\*注\\*：A&amp;B', ['*注*：A&B']],
    ['links', '见[整改方案](https://example.org/a.html)。', ['见整改方案。']],
    ['code as text', '```\n责任单位：县住建局\n```\n`COD`超标。', ['责任单位：县住建局', 'COD超标。']],
    ['quotations', '> 反馈意见指出：\n> 问题突出。', ['反馈意见指出：⏎问题突出。']],
    [
      'a table',
      '| 序号 | 问题 |\n|:--|--:|\n| 1 | 扬尘<br>噪声 |\n| 2 | a\\|b |',
      ['| 序号 | 问题 | (header)', '| 1 | 扬尘¶噪声 |', '| 2 | a|b |'],
    ],
    [
      'marks inside a table',
      '序号 | 单位\n-|-\n1 | **县~~环保~~生态局**',
      ['| 序号 | 单位 | (header)', '| 1 | 县⟦环保⟧生态局 |'],
    ],
    [
      'an HTML table with spans and a blank line',
      '前文。\n\n<table><tr><td rowspan="2">1</td>\n\n<td>甲</td></tr><tr><td>乙</td></tr></table>\n\n后文。',
      ['前文。', '| 1(1×2) | 甲 |', '| 乙 |', '后文。'],
    ],
    ['comments, which are not shown', '前文。\n\n<!-- 草稿\n\n内部 -->\n\n后文。', ['前文。', '后文。']],
    ['a heading with its number', '# 1. 总体要求\n', ['#1 1. 总体要求']],
    [
      'the line ends of Windows',
      '# 清单\r\n\r\n一、问题\r\n续行\r\n\r\n---\r\n\r\n- 甲**乙**\r\n  - 丙\r\n\r\n|a|b|\r\n|-|-|\r\n|1|2|\r\n\r\n```\r\n代码\r\n```\r\n',
      ['#1 清单', '一、问题⏎续行', '甲乙', '丙', '| a | b | (header)', '| 1 | 2 |', '代码'],
    ],
    ['the line ends of old Macs', '一、问题\r\r二、措施', ['一、问题', '二、措施']],
  ])('reads %s', (_, source, expected) => expect(outline(read(source))).toEqual(expected))

  it('takes front matter for metadata', () => {
    const root = read('---\ntitle: "柳溪县公示"\ndate: 2022-03-04\n---\n# 公示\n')
    expect(root.data.meta).toEqual({ title: '柳溪县公示', published: '2022-03-04' })
    expect(outline(root)).toEqual(['#1 公示'])
  })

  it('keeps offsets of the file', () => {
    const source = '# 甲\n\n1. 乙\n   - 丙**丁**\n\n戊'
    const root = read(source)
    const offsets = root.children.map((block) => block.data?.source?.offset ?? -1)
    expect(
      offsets.map((offset) =>
        source
          .slice(offset)
          .replace(/^[\s\d#.-]+/, '')
          .charAt(0),
      ),
    ).toEqual(['甲', '乙', '丙', '戊'])
  })

  it('notices pictures and files', () => {
    expect(read('![清单](a.png)').data.notices).toMatchObject([{ code: 'image_only' }])
    expect(read('正文。[清单](a.xlsx) ![图](b.png)').data.notices.map(({ code }) => code)).toEqual([
      'attachment_link',
      'image_in_content',
    ])
  })

  it.each([
    ['quotation marks', '> '.repeat(20_000)],
    ['list marks', '- '.repeat(20_000)],
    ['stars', '**a '.repeat(30_000)],
    ['brackets', '[a]('.repeat(30_000)],
    ['a row of cells', `|${'a|'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n`],
  ])('reads hostile %s with a notice', (_, source) => {
    const { notices } = read(source).data
    expect(notices.map(({ code }) => code)).toEqual([expect.stringMatching(/nesting_too_deep|table_too_wide/)])
  })

  it('loses no word of plain paragraphs', () => {
    const word = fc.constantFrom('整改', '一、', '问题', '（2）', '5~10', '2021年', '。', '、', 'pH', '——')
    const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `关于${words.join('')}`)
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), (paragraphs) => {
        expect(outline(read(paragraphs.join('\n\n')))).toEqual(paragraphs)
      }),
    )
  })

  it('never throws', () => {
    const token = fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '|',
      '-|-',
      '\n',
      '\n\n',
      '**',
      '~~',
      '`',
      '```\n',
      '<table>',
      '</table>',
      '<td>',
      '[a](b)',
      '> ',
      '  ',
      '整改',
      '\\',
      '&amp;',
      '---\n',
    )
    fc.assert(fc.property(fc.array(token, { maxLength: 60 }), (tokens) => void read(tokens.join(''))))
  })
})
