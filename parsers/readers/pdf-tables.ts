/** Ruling lines → tables: which lines form a grid, which of its boxes are one cell, and which glyphs stand in it. */
import { type Line, linesOf } from './pdf-lines.js'
import { framesOf, type OpenFrame, openTable } from './pdf-open-tables.js'
import type { Glyph, PageContent, Rule } from './pdf-page.js'

export interface PdfCell {
  column: number
  colspan: number
  rowspan: number
  x0: number
  x1: number
  lines: Line[]
}
export interface PdfTable {
  /** Edges of the columns, left to right. */
  xs: number[]
  /** Where no line parts the columns, the gaps between them, from … to. */
  gaps?: [number, number][]
  rows: PdfCell[][]
  top: number
  bottom: number
  /** Rows at the head that the pages repeat. */
  headerRows: number
  page: number
}

/** Lines this close are one (a double border, a joint of two cells). */
const near = 3
/** More crossings, or more lines that cross none, are a drawing. */
const MAX_CROSSINGS = 4_000_000
const MAX_RULES = 500

/** Pieces of one line (each cell may draw its own border, a dashed line its dashes) as one. */
const mergeRules = (rules: Rule[]): Rule[] => {
  const sorted = [...rules].sort((a, b) => a.at - b.at || a.from - b.from)
  const out: Rule[] = []
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1
    while (end < sorted.length && (sorted[end]?.at ?? 0) - (sorted[end - 1]?.at ?? 0) <= 1) end++
    const group = sorted.slice(start, end).sort((a, b) => a.from - b.from)
    let open: Rule | undefined
    for (const rule of group) {
      if (open && rule.from <= open.to + near) open.to = Math.max(open.to, rule.to)
      else {
        open = { ...rule }
        out.push(open)
      }
    }
    start = end
  }
  return out
}

const crosses = (h: Rule, v: Rule): boolean =>
  v.at >= h.from - near && v.at <= h.to + near && h.at >= v.from - near && h.at <= v.to + near

interface Mesh {
  horizontal: Rule[]
  vertical: Rule[]
}

/** Sets of lines that hang together. */
const meshesOf = (horizontal: Rule[], vertical: Rule[]): Mesh[] => {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at
      at = parent[at] ?? at
    }
    return at
  }
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      if (crosses(h, v)) parent[root(i)] = root(horizontal.length + j)
    })
  })
  const meshes = new Map<number, Mesh>()
  const meshOf = (index: number): Mesh => {
    const mesh = meshes.get(root(index)) ?? { horizontal: [], vertical: [] }
    meshes.set(root(index), mesh)
    return mesh
  }
  for (const [i, h] of horizontal.entries()) meshOf(i).horizontal.push(h)
  for (const [j, v] of vertical.entries()) meshOf(horizontal.length + j).vertical.push(v)
  return [...meshes.values()]
}

/** Edges of rows or columns: the lines' places, and the ends of the crossing lines where an outer border is not drawn. */
const edgesOf = (along: Rule[], across: Rule[]): number[] => {
  const ends = [Math.min(...across.map((rule) => rule.from)), Math.max(...across.map((rule) => rule.to))]
  const edges: number[] = []
  for (const at of [...along.map((rule) => rule.at), ...ends].sort((a, b) => a - b))
    if (at - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > near + 1) edges.push(at)
  return edges
}

/** Which inner edges have a line: `[band][edge]`, where a band lies between two edges of the other direction. */
const borders = (rules: Rule[], edges: number[], bands: number[]): boolean[][] => {
  const grid = Array.from({ length: bands.length - 1 }, () => new Array<boolean>(edges.length).fill(false))
  for (const rule of rules) {
    const edge = edges.findIndex((at) => Math.abs(at - rule.at) <= near + 1)
    if (edge < 0) continue
    for (let band = 0; band + 1 < bands.length; band++) {
      const middle = ((bands[band] ?? 0) + (bands[band + 1] ?? 0)) / 2
      const row = grid[band]
      if (row && middle > rule.from && middle < rule.to) row[edge] = true
    }
  }
  return grid
}

/** Boxes without a line between them are one cell, taken to the right first and then down. */
const cellsOf = (mesh: Mesh, xs: number[], ys: number[]): PdfCell[][] => {
  const right = borders(mesh.vertical, xs, ys)
  const below = borders(mesh.horizontal, ys, xs)
  const taken = Array.from({ length: ys.length - 1 }, () => new Array<boolean>(xs.length - 1).fill(false))
  return taken.map((row, r) => {
    const cells: PdfCell[] = []
    for (let c = 0; c < row.length; c++) {
      if (row[c]) continue
      let colspan = 1
      while (c + colspan < row.length && !row[c + colspan] && !right[r]?.[c + colspan]) colspan++
      let rowspan = 1
      const open = (at: number): boolean => Array.from({ length: colspan }, (_, k) => below[c + k]?.[at]).every((line) => !line)
      const whole = (at: number): boolean =>
        Array.from({ length: colspan - 1 }, (_, k) => right[at]?.[c + k + 1]).every((line) => !line)
      while (r + rowspan < taken.length && open(r + rowspan) && whole(r + rowspan)) rowspan++
      for (let dr = 0; dr < rowspan; dr++)
        for (let dc = 0; dc < colspan; dc++) if (taken[r + dr]) (taken[r + dr] ?? [])[c + dc] = true
      cells.push({ column: c, colspan, rowspan, x0: xs[c] ?? 0, x1: xs[c + colspan] ?? 0, lines: [] })
      c += colspan - 1
    }
    return cells
  })
}

const bandOf = (edges: number[], at: number): number => {
  let low = 0
  let high = edges.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}

interface Grid {
  table: PdfTable
  ys: number[]
  glyphs: Map<PdfCell, Glyph[]>
  /** Place in the grid → the cell that covers it. */
  cover: (PdfCell | undefined)[][]
}

const gridOf = (mesh: Mesh, page: number): Grid | null => {
  if (mesh.horizontal.length < 2 || mesh.vertical.length < 1) return null
  const xs = edgesOf(mesh.vertical, mesh.horizontal)
  const ys = edgesOf(mesh.horizontal, mesh.vertical)
  if (xs.length < 2 || ys.length < 2 || xs.length > 200) return null
  const rows = cellsOf(mesh, xs, ys)
  // A frame around a text is no table.
  if (rows.reduce((count, row) => count + row.length, 0) < 2) return null
  const cover = ys.slice(1).map(() => new Array<PdfCell | undefined>(xs.length - 1))
  rows.forEach((row, r) => {
    for (const cell of row)
      for (let dr = 0; dr < cell.rowspan; dr++)
        for (let dc = 0; dc < cell.colspan; dc++) if (cover[r + dr]) (cover[r + dr] ?? [])[cell.column + dc] = cell
  })
  const table: PdfTable = { xs, rows, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, headerRows: 0, page }
  return { table, ys, glyphs: new Map(), cover }
}

/** Takes out rows that hold nothing; a cell that reached over one is a row shorter. */
const dropEmptyRows = (table: PdfTable): void => {
  for (let r = table.rows.length - 1; r >= 0; r--) {
    const row = table.rows[r] ?? []
    if (row.some((cell) => cell.lines.length > 0 || cell.rowspan > 1)) continue
    table.rows.slice(0, r).forEach((above, index) => {
      for (const cell of above) if (index + cell.rowspan > r) cell.rowspan--
    })
    table.rows.splice(r, 1)
  }
}

/** A frame with rules across it and none between its columns. */
const frameOf = ({ table, ys }: Grid): OpenFrame | null =>
  table.xs.length === 2 && ys.length > 2 ? { ys, left: table.xs[0] ?? 0, right: table.xs[1] ?? 0 } : null

/** Takes the tables whose columns are not ruled out of the glyphs; gives those and the glyphs that are left. */
const openTables = (frames: readonly OpenFrame[], glyphs: Glyph[], page: number): { tables: PdfTable[]; rest: Glyph[] } => {
  const tables: PdfTable[] = []
  let rest = glyphs
  for (const frame of frames) {
    const table = openTable(frame, rest, page)
    if (!table) continue
    tables.push(table)
    const [left, right] = [frame.left, frame.right]
    rest = rest.filter((glyph) => {
      const y = glyph.y - glyph.size * 0.35
      const x = (glyph.x0 + glyph.x1) / 2
      return !(y > table.top && y < table.bottom && x > left && x < right)
    })
  }
  return { tables, rest }
}

const hanging = /^[，。；：、）》”’！？]$/

/** The page's tables with their text, and what stands outside them. */
export const tablesOf = (content: PageContent, page: number): { tables: PdfTable[]; rest: Glyph[]; rules: Rule[] } => {
  const horizontal = mergeRules(content.horizontal)
  const vertical = mergeRules(content.vertical)
  if (horizontal.length * vertical.length > MAX_CROSSINGS) return { tables: [], rest: content.glyphs, rules: horizontal }
  const grids: Grid[] = []
  const rules: Rule[] = []
  const frames: OpenFrame[] = []
  for (const mesh of meshesOf(horizontal, vertical)) {
    const grid = gridOf(mesh, page)
    const frame = grid && frameOf(grid)
    if (frame && openTable(frame, content.glyphs, page)) frames.push(frame)
    else if (grid) grids.push(grid)
    else rules.push(...mesh.horizontal)
  }
  if (rules.length <= MAX_RULES) frames.push(...framesOf(rules))
  const open = openTables(frames, content.glyphs, page)
  const rest: Glyph[] = []
  for (const glyph of open.rest) {
    // a mark that hangs over its cell's edge has its ink on the left
    const x = hanging.test(glyph.text) ? glyph.x0 + (glyph.x1 - glyph.x0) * 0.2 : (glyph.x0 + glyph.x1) / 2
    const y = glyph.y - glyph.size * 0.35
    const grid = grids.find(
      ({ table }) => y > table.top && y < table.bottom && x > (table.xs[0] ?? 0) && x < (table.xs.at(-1) ?? 0),
    )
    const cell = grid?.cover[bandOf(grid.ys, y)]?.[bandOf(grid.table.xs, x)]
    if (!grid || !cell) {
      rest.push(glyph)
      continue
    }
    const list = grid.glyphs.get(cell)
    if (list) list.push(glyph)
    else grid.glyphs.set(cell, [glyph])
  }
  const tables: PdfTable[] = [...open.tables]
  for (const { table, glyphs } of grids) {
    for (const [cell, inside] of glyphs) cell.lines = linesOf(inside, rules)
    dropEmptyRows(table)
    if (table.rows.length > 0) tables.push(table)
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest, rules }
}
