/** Pages of tables in short. */

/** `A|B>2|C^3`: cells of a row; `>` columns, `^` rows that the cell covers; ¶ parts paragraphs. */
const row = (cells: string): string =>
  `<tr>${cells
    .split('|')
    .map((cell) => {
      const [, words = '', wide, tall] = /^(.*?)(?:>(\d+))?(?:\^(\d+))?$/.exec(cell) ?? []
      const spans = `${wide ? ` colspan="${wide}"` : ''}${tall ? ` rowspan="${tall}"` : ''}`
      return `<td${spans}>${words
        .split('¶')
        .map((part) => `<p>${part}</p>`)
        .join('')}</td>`
    })
    .join('')}</tr>`
/** A row of these cells, as they stand. */
export const plainRow = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
export const table = (...rows: string[]): string => `<table border="1">${rows.map((cells) => row(cells)).join('')}</table>`
export const page = (...parts: string[]): string =>
  `<html><head><title>青溪县整改清单</title></head><body><h1>青溪县生态环境保护督察反馈问题整改清单</h1>${parts.join('')}</body></html>`

/** A page of these tables, each a list of rows; words behind @ stand over their table. */
export const tablePage = (tables: readonly (readonly string[])[]): string =>
  page(
    ...tables.map((rows) => {
      const over = rows.filter((cells) => cells.startsWith('@')).map((words) => `<p>${words.slice(1)}</p>`)
      return [...over, table(...rows.filter((cells) => !cells.startsWith('@')))].join('')
    }),
  )
