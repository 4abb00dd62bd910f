/** The list as paragraphs: one block of lines for each item. */
import type { Layout } from '../axes.js'
import { mark, standsAlone } from '../marks.js'
import type { Block, ExpectedItem } from '../types.js'
import { line } from './front.js'
import { type ItemInput, printItem } from './items.js'
import { labelled } from './labels.js'
import type { Section } from './sections.js'

const ruleOf: Record<Layout['rules'], string> = {
  none: '',
  dashes: '────────────',
  equals: '====================',
  underscores: '____________________',
}

export interface PrintedList {
  blocks: Block[]
  items: ExpectedItem[]
}

function itemBlocks(input: ItemInput, lines: string[]): Block[] {
  const printed = mark(input.markStyle, input.number)
  return lines.map((text, index): Block => {
    if (index > 0) return line(text, 'field')
    const opened = { kind: 'line', text, style: 'item' } as const
    return printed === '' || standsAlone.has(input.markStyle)
      ? opened
      : { ...opened, numbered: { style: input.markStyle, number: input.number, printed } }
  })
}

/** What a notice of one problem says of itself under numbers that go on from the fields'. */
function singleTail(layout: Layout, lines: string[], { rng }: ItemInput): Block[] {
  if (layout.structure !== 'single' || layout.genre !== 'notice') return []
  const next = lines.filter((text) => /^[一二三四五六七八九十]+、/.test(text)).length + 1
  const month = rng.int(1, 12)
  const told = [`2024年${month}月6日至${month}月12日`, `${rng.pick(['0539', '0538'])}-${rng.int(2000000, 8999999)}`]
  return ['公示时间', '联系电话']
    .flatMap((word, at) => labelled(layout, word, [told[at] ?? ''], next + at))
    .map((text) => line(text, 'body'))
}

export function printBlocks(layout: Layout, sections: Section[]): PrintedList {
  const rule = layout.rules === 'none' ? [] : [line(ruleOf[layout.rules], 'rule')]
  const items: ExpectedItem[] = []
  const blocks = sections.flatMap((section, part) => [
    ...(part > 0 ? rule : []),
    ...section.opening,
    ...section.items.flatMap((input, index): Block[] => {
      const item = printItem(input)
      items.push(item.expected)
      return [...(index > 0 ? rule : []), ...itemBlocks(input, item.lines), ...singleTail(layout, item.lines, input)]
    }),
  ])
  return { blocks, items }
}
