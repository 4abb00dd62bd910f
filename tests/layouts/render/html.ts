/** Blocks as web pages: paragraphs, breaks, headings, strong letters, lists, and a fragment. */
import type { Layout } from '../axes.js'
import type { Block, Line, LineStyle, Table } from '../types.js'
import { framed } from './html-pages.js'
import { inlineOf } from './html-runs.js'
import { entityIndentOf } from './indent.js'

const cellParagraphs = (layout: Layout, text: string): string => {
  const parts = text.split('\n').map(inlineOf(layout))
  return parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => `<p>${part}</p>`).join('')
}
export function tableHtml(layout: Layout, { rows, head }: Table): string {
  const printed = rows.map((row, at) => {
    const tag = at < head ? 'th' : 'td'
    const cells = row.map(({ text, colspan, rowspan }) => {
      const spans = `${colspan ? ` colspan="${colspan}"` : ''}${rowspan ? ` rowspan="${rowspan}"` : ''}`
      return `<${tag}${spans}>${cellParagraphs(layout, text)}</${tag}>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table border="1">\n${printed.join('\n')}\n</table>`
}

const headings: Partial<Record<LineStyle, string>> = { chapter: 'h2', category: 'h3', item: 'h4' }
const strong: ReadonlySet<LineStyle> = new Set<LineStyle>(['chapter', 'category', 'item'])

function paragraph(layout: Layout, { text, style }: Line): string {
  const indent = style !== 'plain' && style !== 'centre' && style !== 'right' ? entityIndentOf(layout) : ''
  const words = `${indent}${inlineOf(layout)(text)}`
  if (style === 'title')
    return layout.container === 'htmlBr' ? `<p style="text-align:center"><strong>${words}</strong></p>` : `<h1>${words}</h1>`
  if (style === 'rule') return `<p>${words}</p>`
  if (style === 'centre') return `<p style="text-align:center">${words}</p>`
  if (style === 'right') return `<p style="text-align:right">${words}</p>`
  const heading = layout.container === 'htmlHeads' ? headings[style] : undefined
  if (heading) return `<${heading}>${words}</${heading}>`
  if (layout.container === 'htmlStrong' && strong.has(style))
    return `<p><strong>${words.replaceAll(/<\/?strong>/g, '')}</strong></p>`
  return `<p>${words}</p>`
}

/** Lines of the text in one element, parted by breaks. */
function broken(layout: Layout, blocks: Block[]): string {
  const out: string[] = []
  const wrap = layout.container === 'htmlOneBlock' ? 'p' : 'div'
  let open: string[] = []
  const close = (): void => {
    if (open.length > 0)
      out.push(`<${wrap}>${open.join(layout.spacing === 'blankLines' ? '<br/><br/>\n' : '<br/>\n')}</${wrap}>`)
    open = []
  }
  for (const block of blocks) {
    if (block.kind === 'line' && (layout.container === 'htmlOneBlock' || !['title', 'centre', 'right'].includes(block.style))) {
      open.push(`${layout.spacing === 'indent' ? '　　' : entityIndentOf(layout)}${inlineOf(layout)(block.text)}`)
      continue
    }
    close()
    out.push(block.kind === 'table' ? tableHtml(layout, block) : paragraph(layout, block))
  }
  close()
  return out.join('\n')
}

/** Items as entries of an ordered list, their marks left to the list. */
function listed(layout: Layout, blocks: Block[]): string {
  const out: string[] = []
  let open = false
  const close = (): void => {
    if (open) out.push('</li></ol>')
    open = false
  }
  for (const block of blocks) {
    if (block.kind === 'line' && block.style === 'item' && block.numbered) {
      const { printed, number } = block.numbered
      out.push(
        open ? `</li><li value="${number}">` : `<ol start="${number}"><li>`,
        paragraph(layout, { ...block, text: block.text.slice(printed.length) }),
      )
      open = true
      continue
    }
    if (!(block.kind === 'line' && block.style === 'field')) close()
    out.push(block.kind === 'table' ? tableHtml(layout, block) : paragraph(layout, block))
  }
  close()
  return out.join('\n')
}

/** Each block an element; an editor's empty line is a paragraph with a blank. */
const apart = (layout: Layout, blocks: Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'table') return [tableHtml(layout, block)]
    return [paragraph(layout, block), ...(layout.spacing === 'blankLines' ? ['<p>&nbsp;</p>'] : [])]
  })

/** Each line in a row of its own, as a sheet saves them. */
const inRows = (layout: Layout, blocks: Block[]): string =>
  `<table width="100%">\n${blocks
    .map((block) => `<tr><td>${block.kind === 'table' ? tableHtml(layout, block) : inlineOf(layout)(block.text)}</td></tr>`)
    .join('\n')}\n</table>`

export function renderHtml(layout: Layout, blocks: Block[]): string {
  const body =
    layout.container === 'htmlBr' || layout.container === 'htmlOneBlock'
      ? broken(layout, blocks)
      : layout.container === 'htmlLists'
        ? listed(layout, blocks)
        : layout.container === 'htmlRows'
          ? inRows(layout, blocks)
          : apart(layout, blocks).join('\n')
  return framed(layout, body)
}
