/** The program's version, and the version of its parser by which the ledger knows what is out of date. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's version. A constant, so that nothing is read at start-up; a test holds it to package.json. */
export const VERSION = '0.1.0'

let known: string | undefined

/**
 * The parser's version: the package's version and a fingerprint of the parser's own files. A label added to a lexicon is a
 * changed parser, so the next ingest parses the reports again.
 */
export function parserVersion(): string {
  known ??= `${VERSION}+${fingerprint(fileURLToPath(new URL('..', import.meta.url)))}`
  return known
}

function fingerprint(root: string): string {
  const files = readdirSync(join(root, 'parsers'), { recursive: true, encoding: 'utf8' })
    .map((name) => join('parsers', name))
    .concat('pipeline/parse.js', 'pipeline/parse.ts', 'pipeline/record.js', 'pipeline/record.ts')
    .filter((name) => /(?<!\.d)\.(js|ts|json)$/.test(name))
    .sort()
  const hash = createHash('sha256')
  for (const name of files) {
    try {
      hash.update(name.replaceAll('\\', '/')).update(readFileSync(join(root, name)))
    } catch {
      // Only one of .js (built) and .ts (source) is there.
    }
  }
  return hash.digest('hex').slice(0, 8)
}
