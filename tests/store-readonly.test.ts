/** A ledger where nothing may be written. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLedger } from '../output/store/index.js'
import { plainReport, sampleReport } from './helpers/record.js'
import { canStepDown, withoutRoot } from './helpers/root.js'

const v1 = { parserVersion: '1' }
let dir: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-readonly-'))
  chmodSync(dir, 0o755)
  mkdirSync(join(dir, 'fixed'))
  file = join(dir, 'fixed', 'ledger.db')
  const db = openLedger(file)
  db.put(sampleReport(), v1)
  db.close()
  chmodSync(file, 0o444)
  chmodSync(join(dir, 'fixed'), 0o555)
})
afterEach(() => {
  chmodSync(join(dir, 'fixed'), 0o755)
  rmSync(dir, { recursive: true, force: true })
})

describe.runIf(canStepDown)('a ledger in a folder that is read-only', () => {
  it('is read and searched', () => {
    const restore = withoutRoot()
    try {
      const db = openLedger(file, { readonly: true })
      expect(db.reports()).toHaveLength(1)
      expect(db.search('农村').map((hit) => hit.seq)).toEqual([1])
      db.close()
    } finally {
      restore()
    }
  })

  it('says that it cannot be written, and that none can be made', () => {
    const restore = withoutRoot()
    try {
      const unwritable = expect.objectContaining({ code: 'unwritable' })
      expect(() => openLedger(join(dir, 'fixed', 'new.db'))).toThrow(unwritable)
      expect(() => openLedger(file).put(plainReport({ items: [] }), v1)).toThrow(unwritable)
    } finally {
      restore()
    }
  })
})
