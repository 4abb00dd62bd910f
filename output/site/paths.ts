/** Where the files of a site are, told from one of them. */
import { createHash } from 'node:crypto'
import { type Paths, queryText } from '../pages/paths.js'

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** Files by what they show, from the site's folder. Names of bodies are not names of files: they are hashed. */
export const fileOf = {
  report: (key: string): string => `report/${key}.html`,
  problem: (key: string): string => `problem/${key.replace('#', '-')}.html`,
  unit: (name: string): string => `unit/${short(name)}.html`,
  region: (code: string | null, name: string): string => `region/${code ?? short(name)}.html`,
} as const

/** Which pages a site has beyond those of its reports; what has none is shown in its report, or looked for. */
export interface Pages {
  problems: ReadonlySet<string>
  units: ReadonlySet<string>
}

/** `up`: '' in the site's folder, '../' one below. */
export function sitePaths(up: '' | '../', { problems, units }: Pages): Paths {
  const items: Paths['items'] = (query = {}) => `${up}search.html${queryText(query).replace('?', '#')}`
  const report: Paths['report'] = (key, seq) => `${up}${fileOf.report(key)}${seq === undefined ? '' : `#i${seq}`}`
  return {
    overview: `${up}index.html`,
    items,
    reports: `${up}reports.html`,
    report,
    problem: (key) => {
      const [name = '', seq = ''] = key.split('#')
      return problems.has(key) ? `${up}${fileOf.problem(key)}` : report(name, Number(seq))
    },
    due: `${up}due.html`,
    units: `${up}units.html`,
    unit: (name) => (units.has(name) ? `${up}${fileOf.unit(name)}` : items({ q: name })),
    regions: `${up}regions.html`,
    region: (code, name) => `${up}${fileOf.region(code, name)}`,
    sources: `${up}sources.html`,
    review: null,
  }
}
