/** Measures and progress: numbered lines, runs inside a paragraph, headings over paragraphs, brackets that name who and when. */
import { describe, expect, it } from 'vitest'
import { type ActionReading, parseActions } from '../parsers/fields/actions.js'
import { fold } from '../parsers/text/fold.js'

/** `label‹own words›{children}`, then `[field value]` for each labelled bracket and `^` where the words name a body. */
const sketch = (text: string, action: ActionReading): string =>
  [
    `${action.label}‹${text.slice(...action.text)}›`,
    action.children.length > 0 ? `{${action.children.map((child) => sketch(text, child)).join('')}}` : '',
    ...action.notes.map(({ field, value }) => `[${field} ${text.slice(...value)}]`),
    action.isUnit ? '^' : '',
  ].join('')

/** The tree of a field whose paragraphs are the lines. */
const tree = (text: string): string => {
  let at = 0
  const segments = text.split('\n').map((line): [number, number] => {
    const start = at
    at += line.length + 1
    return [start, start + line.length]
  })
  return parseActions(fold(text), text, segments)
    .map((action) => sketch(text, action))
    .join('')
}

const cases: Record<string, [text: string, expected: string][]> = {
  'paragraphs by line': [
    ['加强巡查。', '‹加强巡查。›'],
    ['加强巡查。\n清扫道路。', '‹加强巡查。›‹清扫道路。›'],
    ['1.加强巡查。\n2.清扫道路。', '1.‹加强巡查。›2.‹清扫道路。›'],
    ['（一）加强巡查。\n（二）清扫道路。', '（一）‹加强巡查。›（二）‹清扫道路。›'],
    ['(1)加强巡查。\n(2)清扫道路。', '(1)‹加强巡查。›(2)‹清扫道路。›'],
    ['①加强巡查。\n②清扫道路。', '①‹加强巡查。›②‹清扫道路。›'],
    ['1．加强巡查。\n2、清扫道路。', '1．‹加强巡查。›2、‹清扫道路。›'],
    ['１．加强巡查。\n２．清扫道路。', '１．‹加强巡查。›２．‹清扫道路。›'],
  ],
  'levels by line': [
    [
      '（一）加强巡查。\n1.每天一次。\n2.夜间一次。\n（二）清扫道路。',
      '（一）‹加强巡查。›{1.‹每天一次。›2.‹夜间一次。›}（二）‹清扫道路。›',
    ],
    [
      '1.加强巡查\n（1）每天一次。\n（2）夜间一次。\n2.清扫道路\n（1）洒水。\n（2）机扫。',
      '1.‹加强巡查›{（1）‹每天一次。›（2）‹夜间一次。›}2.‹清扫道路›{（1）‹洒水。›（2）‹机扫。›}',
    ],
    ['（一）加强巡查\n每天一次，夜间加密。', '（一）‹加强巡查›{‹每天一次，夜间加密。›}'],
    ['（一）加强巡查\n每天一次。\n（二）清扫道路\n每天两次。', '（一）‹加强巡查›{‹每天一次。›}（二）‹清扫道路›{‹每天两次。›}'],
    [
      '一、加强巡查\n（一）白天\n1.每天一次。\n（二）夜间\n1.每晚一次。',
      '一、‹加强巡查›{（一）‹白天›{1.‹每天一次。›}（二）‹夜间›{1.‹每晚一次。›}}',
    ],
  ],
  'runs in one paragraph': [
    ['（一）加强巡查。（二）清扫道路。', '（一）‹加强巡查。›（二）‹清扫道路。›'],
    ['一是加强巡查；二是清扫道路。', '一是‹加强巡查；›二是‹清扫道路。›'],
    ['1.加强巡查。2.清扫道路。3.定期洒水。', '1.‹加强巡查。›2.‹清扫道路。›3.‹定期洒水。›'],
    ['①加强巡查；②清扫道路。', '①‹加强巡查；›②‹清扫道路。›'],
    ['（1）加强巡查；（2）清扫道路。', '（1）‹加强巡查；›（2）‹清扫道路。›'],
    ['县局牵头落实。一是加强巡查；二是清扫道路。', '‹县局牵头落实。›{一是‹加强巡查；›二是‹清扫道路。›}'],
    [
      '（一）抓好源头。一是加强巡查；二是清扫道路。（二）抓好末端。',
      '（一）‹抓好源头。›{一是‹加强巡查；›二是‹清扫道路。›}（二）‹抓好末端。›',
    ],
    ['1.抓好源头：（1）加强巡查；（2）清扫道路。', '1.‹抓好源头：›{（1）‹加强巡查；›（2）‹清扫道路。›}'],
  ],
  'no runs': [
    ['一是加强巡查。', '一是‹加强巡查。›'],
    ['全县共有1.5万户，2.3万人受益。', '‹全县共有1.5万户，2.3万人受益。›'],
    ['印发《实施方案（一）》《实施方案（二）》。', '‹印发《实施方案（一）》《实施方案（二）》。›'],
    ['做到“一是一、二是二”。', '‹做到“一是一、二是二”。›'],
    ['加强一、二级保护区巡查。', '‹加强一、二级保护区巡查。›'],
    ['2024年1月开工，2月完工。', '‹2024年1月开工，2月完工。›'],
  ],
  'labels before figures': [
    ['1.2021年完成清查。2.2022年完成复垦。', '1.‹2021年完成清查。›2.‹2022年完成复垦。›'],
    ['1.加强巡查。\n2.9家企业关停。', '1.‹加强巡查。›2.‹9家企业关停。›'],
  ],
  'numbers as printed by mistake': [
    ['（四）加强巡查。\n（5）清扫道路。\n（六）定期洒水。', '（四）‹加强巡查。›（5）‹清扫道路。›（六）‹定期洒水。›'],
    ['1.加强巡查。\n3.清扫道路。\n4.定期洒水。', '1.‹加强巡查。›3.‹清扫道路。›4.‹定期洒水。›'],
    ['1.加强巡查。\n2.清扫道路。\n2.定期洒水。', '1.‹加强巡查。›2.‹清扫道路。›2.‹定期洒水。›'],
    ['一是加强巡查；二是清扫道路；四是定期洒水。', '一是‹加强巡查；›二是‹清扫道路；›四是‹定期洒水。›'],
  ],
  'who and when': [
    [
      '加强巡查。（责任单位：县水利局；完成时限：2024年6月30日）',
      '‹加强巡查。（责任单位：县水利局；完成时限：2024年6月30日）›[responsible_unit 县水利局][deadline 2024年6月30日]',
    ],
    [
      '1.加强巡查（牵头单位：县水利局）。\n2.清扫道路（牵头单位：县城管局）。',
      '1.‹加强巡查（牵头单位：县水利局）。›[lead_unit 县水利局]2.‹清扫道路（牵头单位：县城管局）。›[lead_unit 县城管局]',
    ],
    [
      '抓好源头。一是加强巡查；二是清扫道路。（责任单位：县水利局）',
      '‹抓好源头。›{一是‹加强巡查；›二是‹清扫道路。（责任单位：县水利局）›}[responsible_unit 县水利局]',
    ],
    [
      '抓好源头。一是加强巡查（责任单位：县水利局）；二是清扫道路。（责任单位：县城管局）',
      '‹抓好源头。›{一是‹加强巡查（责任单位：县水利局）；›[responsible_unit 县水利局]二是‹清扫道路。（责任单位：县城管局）›[responsible_unit 县城管局]}',
    ],
    [
      '1.加强巡查。\n责任单位：县水利局\n2.清扫道路。\n责任单位：县城管局',
      '1.‹加强巡查。\n责任单位：县水利局›[responsible_unit 县水利局]2.‹清扫道路。\n责任单位：县城管局›[responsible_unit 县城管局]',
    ],
    ['加强巡查（含夜间）。', '‹加强巡查（含夜间）。›'],
  ],
  'headings that are bodies': [
    [
      '（一）县水利局\n加强巡查。\n（二）县城管局\n清扫道路。',
      '（一）‹县水利局›{‹加强巡查。›}^（二）‹县城管局›{‹清扫道路。›}^',
    ],
    ['（一）青溪市\n加强巡查。\n（二）白石市\n清扫道路。', '（一）‹青溪市›{‹加强巡查。›}^（二）‹白石市›{‹清扫道路。›}^'],
    ['（一）加强河道整治\n加强巡查。', '（一）‹加强河道整治›{‹加强巡查。›}'],
    ['（一）县水利局', '（一）‹县水利局›'],
  ],
}

for (const [name, rows] of Object.entries(cases))
  describe(name, () => {
    it.each(rows)('%s', (text, expected) => {
      expect(tree(text)).toBe(expected)
    })
  })

describe('spans', () => {
  it('cover label, words and children', () => {
    const text = '（一）抓好源头。1.加强巡查。2.清扫道路。'
    const [action] = parseActions(text, text, [[0, text.length]])
    expect(action?.span).toEqual([0, text.length])
    expect(action?.children.map((child) => text.slice(...child.span))).toEqual(['1.加强巡查。', '2.清扫道路。'])
  })
})
