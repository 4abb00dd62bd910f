/** The program's version, and the version of its parser by which the ledger knows what is out of date. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The package's version. A constant, so that nothing is read at start-up; a test holds it to package.json. */
export const VERSION = '0.2.0'

let known: string | undefined

/**
 * The parser's version: the package's version and a fingerprint of everything that can change a record — every module of the rooms
 * `parsers` and `pipeline`, and the installed version of every package that they use, directly or not. A label added to a lexicon is a changed parser, and so
 * is another version of the PDF library; the next ingest parses the reports again. A program of the system (LibreOffice, tesseract) is not in it.
 */
export function parserVersion(): string {
  known ??= `${VERSION}+${fingerprint(fileURLToPath(new URL('..', import.meta.url)))}`
  return known
}

/** The rooms whose modules make records; all that is in them counts, so that no list has to be kept. */
const rooms = ['parsers', 'pipeline']

/** Paths, from `root` (the repository or `dist`), of the modules that the fingerprint covers, in a fixed order. */
export function fingerprinted(root: string): string[] {
  return rooms
    .flatMap((room) => readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(?<!\.d)\.(?:js|ts|json)$/.test(name))
    .sort()
}

/** A short hash of the modules and packages under `root`. */
export function fingerprint(root: string): string {
  const hash = createHash('sha256')
  const used = new Set<string>()
  for (const name of fingerprinted(root)) {
    const bytes = readFileSync(join(root, name))
    hash.update(`${name}\n`).update(bytes)
    for (const one of packagesIn(bytes.toString('latin1'))) used.add(one)
  }
  for (const [place, version] of packageVersions(root, used)) hash.update(`${place} ${version}\n`)
  return hash.digest('hex').slice(0, 8)
}

/** The packages that a module imports, or whose files it asks for. */
export function packagesIn(code: string): string[] {
  return [...code.matchAll(/(?:from|import\(|resolve\() ?'([^'\n]+)'/g)].flatMap(([, path = '']) => {
    const [first = '', second = ''] = path.split('/')
    if (first.startsWith('.') || first === '') return []
    return [first.startsWith('@') ? `${first}/${second}` : first]
  })
}

const manifestSchema = z.object({ version: z.string().optional(), dependencies: z.record(z.string(), z.string()).default({}) })

const manifestOf = (path: string) => manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))

/** Place and installed version of each of these packages, where package.json names it for use, and of those that they use in turn. */
function packageVersions(root: string, used: ReadonlySet<string>): [string, string][] {
  const own = nearest(root, 'package.json')
  if (own === null) return []
  const found = new Map<string, string>()
  const visit = (manifest: string, dependencies: [name: string, asked: string][]): void => {
    for (const [name, asked] of dependencies) {
      const path = nearest(dirname(manifest), `node_modules/${name}/package.json`)
      const place = path === null ? name : path.slice(path.indexOf('node_modules/'))
      if (found.has(place)) continue
      const installed = path === null ? null : manifestOf(path)
      found.set(place, String(installed?.version ?? asked))
      if (path !== null && installed) visit(path, Object.entries(installed.dependencies))
    }
  }
  visit(
    own,
    Object.entries(manifestOf(own).dependencies).filter(([name]) => used.has(name)),
  )
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The file in this folder or in the nearest above that has it. */
function nearest(folder: string, file: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, file)
    if (existsSync(path)) return path
    if (at === dirname(at)) return null
  }
}
