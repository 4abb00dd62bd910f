/** Addresses of the server's pages. */
import { type Paths, queryText } from '../pages/paths.js'

const at = encodeURIComponent
const itemPath = (key: string): string => {
  const [report = '', seq = ''] = key.split('#')
  return `${at(report)}/${at(seq)}`
}

export const serverPaths: Paths = {
  overview: '/',
  items: (query = {}) => `/items${queryText(query)}`,
  reports: '/reports',
  report: (key, seq) => `/report/${at(key)}${seq === undefined ? '' : `#i${seq}`}`,
  problem: (key) => `/problem/${itemPath(key)}`,
  due: '/due',
  units: '/units',
  unit: (name) => `/unit/${at(name)}`,
  regions: '/regions',
  region: (code, name) => `/region/${at(code ?? name)}`,
  sources: '/sources',
  review: '/review',
}
