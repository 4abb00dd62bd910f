/** Tables that a page sets with boxes (div, ul, li, span in rows of a CSS grid): they are given the names of a table's parts. */
import { type Dom, type Element, isElement, textOf, walk } from './html-dom.js'

const boxes = new Set(['div', 'ul', 'ol', 'li', 'section', 'dl', 'dd', 'dt', 'span', 'p'])
/** Two words of a head say that the boxes are columns. */
const headWords = /序号|问题|目标|措施|责任|时限|期限|进展|情况|单位|状态|类别|编号/
const longestHead = 12
/** Rows of a grid have at least as many cells; a page's menus are lists of more. */
const leastCells = 3
const mostCells = 40

const boxesIn = (element: Element): Element[] => element.children.filter((child): child is Element => isElement(child))

/** Whether all that an element shows stands in its boxes. */
const onlyBoxes = (element: Element): boolean =>
  element.children.every((child: Dom) => isElement(child) || child.type !== 'text' || child.data.trim() === '')

function cellsOf(row: Element): Element[] | null {
  if (!boxes.has(row.name) || !onlyBoxes(row)) return null
  const cells = boxesIn(row)
  return cells.length >= leastCells && cells.length <= mostCells && cells.every((cell) => boxes.has(cell.name)) ? cells : null
}

const isHead = (cells: readonly Element[]): boolean => {
  const words = cells.map((cell) => textOf(cell, longestHead + 1))
  return words.every((word) => word.length <= longestHead) && words.filter((word) => headWords.test(word)).length >= 2
}

/** Renames the boxes of each grid under `root`: a head, and at least two rows of as many cells. */
export function nameGrids(root: { children: Dom[] }): void {
  const grids: Element[][][] = []
  const tables: Element[] = []
  walk(root, {
    enter(element) {
      if (!boxes.has(element.name)) return true
      const first = element.children.find(isElement)
      const head = first ? cellsOf(first) : null
      if (!head || !isHead(head)) return true
      const rows = boxesIn(element).map(cellsOf)
      const whole = rows.filter((cells): cells is Element[] => cells?.length === head.length)
      if (whole.length < 3 || whole.length < rows.length) return true
      grids.push(whole)
      tables.push(element)
      return false
    },
    leave() {},
  })
  tables.forEach((table, i) => {
    table.name = 'table'
    for (const row of boxesIn(table)) row.name = 'tr'
    for (const cell of (grids[i] ?? []).flat()) cell.name = 'td'
  })
}
