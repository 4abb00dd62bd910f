/**
 * What an export wrote: a list of its files with their hashes, written last. A set that a killed run left half-exchanged does not fit its
 * list, and `checkExport` says so.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export const MANIFEST = 'manifest.json'

const entrySchema = z.strictObject({
  path: z.string(),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Fingerprint of the reports that the file was made from: files of two exports of one state go together. */
  state: z.string().regex(/^[0-9a-f]{64}$/),
})
const manifestSchema = z.strictObject({
  name: z.literal('taizhang-export'),
  version: z.literal(1),
  files: z.array(entrySchema),
})
export type ManifestEntry = z.infer<typeof entrySchema>

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The list in a folder; null where there is none, or none that can be read. */
export const readManifest = (folder: string): ManifestEntry[] | null => {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'))).files
  } catch {
    return null
  }
}

export const manifestText = (files: readonly ManifestEntry[]): string =>
  `${JSON.stringify({ name: 'taizhang-export', version: 1, files }, null, 2)}\n`

export interface ExportFault {
  path: string
  fault: 'no_manifest' | 'missing' | 'changed' | 'other_state'
}

/**
 * What keeps a folder from being a whole export: no list, files that are missing or not as they were written, or files of different
 * states of the ledger side by side. None: it is whole.
 */
export const checkExport = (folder: string): { files: number; faults: ExportFault[] } => {
  const files = readManifest(folder)
  if (!files) return { files: 0, faults: [{ path: MANIFEST, fault: 'no_manifest' }] }
  const newest = files.at(-1)?.state
  const faults = files.flatMap(({ path, bytes, sha256: expected, state }): ExportFault[] => {
    let content: Buffer
    try {
      content = readFileSync(join(folder, path))
    } catch {
      return [{ path, fault: 'missing' }]
    }
    if (content.length !== bytes || sha256(content) !== expected) return [{ path, fault: 'changed' }]
    return state === newest ? [] : [{ path, fault: 'other_state' }]
  })
  return { files: files.length, faults }
}
