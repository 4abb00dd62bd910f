/** Writes numbers into a table of weights, whose comments and order stay. */

const row = /^( {2})(\w+): (-?\d+(?:\.\d+)?),$/

/** The source with other values for the names in `values`; it throws where a name has no row. */
export function withValues(source: string, values: ReadonlyMap<string, number>): string {
  const seen = new Set<string>()
  const lines = source.split('\n').map((line) => {
    const match = row.exec(line)
    const name = match?.[2]
    const value = name === undefined ? undefined : values.get(name)
    if (name === undefined || value === undefined) return line
    seen.add(name)
    return `  ${name}: ${Number(value.toFixed(2))},`
  })
  for (const name of values.keys()) if (!seen.has(name)) throw new Error(`the table has no row for ${name}`)
  return lines.join('\n')
}
