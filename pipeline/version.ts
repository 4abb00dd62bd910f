/** The program's version, and the version of its parser by which the ledger knows what is out of date. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's version. A constant, so that nothing is read at start-up; a test holds it to package.json. */
export const VERSION = '0.2.0'

let known: string | undefined

/**
 * The parser's version: the package's version and a fingerprint of everything that can change a record — every module of the rooms
 * `parsers` and `pipeline`, and the installed version of every package that they use. A label added to a lexicon is a changed parser, and so
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
  for (const name of fingerprinted(root)) hash.update(`${name}\n`).update(readFileSync(join(root, name)))
  for (const [name, version] of packageVersions(root)) hash.update(`${name} ${version}\n`)
  return hash.digest('hex').slice(0, 8)
}

/** Name and installed version of each package that package.json names for use. */
function packageVersions(root: string): [string, string][] {
  const manifest = nearest(root, 'package.json')
  if (manifest === null) return []
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as { dependencies?: Record<string, string> }
  return Object.entries(dependencies)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, asked]): [string, string] => {
      const found = nearest(dirname(manifest), `node_modules/${name}/package.json`)
      return [name, found === null ? asked : String((JSON.parse(readFileSync(found, 'utf8')) as { version?: string }).version)]
    })
}

/** The file in this folder or in the nearest above that has it. */
function nearest(folder: string, file: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, file)
    if (existsSync(path)) return path
    if (at === dirname(at)) return null
  }
}
