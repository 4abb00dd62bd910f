/** Ledgers that are filled by a test: a copy of an empty one, for to make one takes longer than most tests. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openLedger } from '../../output/store/index.js'

let bytes: Buffer | undefined
const make = (): Buffer => {
  const dir = mkdtempSync(join(tmpdir(), 'taizhang-empty-'))
  const file = join(dir, 'ledger.db')
  openLedger(file).close()
  const made = readFileSync(file)
  rmSync(dir, { recursive: true })
  return made
}

/** Puts an empty ledger there, as `openLedger` makes it; gives its path. */
export const emptyLedger = (path: string): string => {
  bytes ??= make()
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  return path
}
