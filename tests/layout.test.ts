import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hanging, table, truncate, width, wrap } from '../pipeline/cli/layout.js'

const bare = (text: string) => text.replace(/\s+/g, '')
/** Text as reports have it: characters, marks, figures, blanks, line breaks. */
const prose = fc
  .array(
    fc.constantFrom(
      '整',
      '改',
      '完',
      '，',
      '。',
      '（',
      '）',
      '“',
      '”',
      '《',
      '》',
      'a',
      'B',
      '7',
      '%',
      '.',
      ' ',
      '\n',
      'PM2.5',
      '2024年',
    ),
  )
  .map((parts) => parts.join(''))

test.each([
  ['整改', 4],
  ['a整b', 4],
  ['\u001b[1m整\u001b[22m', 2],
  ['', 0],
])('%j is %i columns wide', (text, columns) => expect(width(text)).toBe(columns))

test('wrapping keeps every line within its columns and loses nothing', () =>
  fc.assert(
    fc.property(prose, fc.integer({ min: 2, max: 40 }), (text, columns) => {
      const lines = wrap(text, columns)
      expect(bare(lines.join(''))).toBe(bare(text))
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns)
    }),
  ))

test('a line opens with no closing mark and ends with no opening one', () => {
  expect(wrap('一二三，四五六。', 6)).toEqual(['一二', '三，四', '五六。'])
  expect(wrap('一二“三四”', 6)).toEqual(['一二', '“三四”'])
})

test('figures and Latin words stay whole, what is too long is cut', () => {
  expect(wrap('浓度PM2.5下降', 8)).toEqual(['浓度', 'PM2.5下', '降'])
  expect(wrap('见 example.org/abcdef', 10)).toEqual(['见', 'example.or', 'g/abcdef'])
})

test('a hanging label indents what follows', () => expect(hanging('一、', '一二三四', 10, '  ')).toBe('  一、一二\n      三四'))

test('cutting keeps within the columns', () =>
  fc.assert(
    fc.property(prose, fc.integer({ min: 1, max: 30 }), (text, columns) => {
      expect(width(truncate(text.replaceAll('\n', ''), columns))).toBeLessThanOrEqual(columns)
    }),
  ))

test('columns of a table are aligned by width', () => {
  const rows = [
    ['整改', '1'],
    ['a', '23'],
  ]
  expect(table([{ title: 'x' }, { title: 'n', align: 'right' }], rows)).toBe('x      n\n────  ──\n整改   1\na     23')
})

test('a table gives way where it may, at the side that says less', () => {
  const head = [{ title: 'path', flexible: 'start' as const }, { title: 'n' }]
  expect(
    table(head, [['reports/2024/plan.txt', '1']], 18)
      .split('\n')
      .at(-1),
  ).toBe('…/2024/plan.txt  1')
  expect(
    table(head, [['reports/2024/plan.txt', '1']])
      .split('\n')
      .at(-1),
  ).toBe('reports/2024/plan.txt  1')
})
