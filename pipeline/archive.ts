/** ZIP archives of reports: each member that is a report becomes a source of its own, `archive.zip!member`. */

import type { SourceCode } from '../parsers/diagnostics.js'
import { sniff } from '../parsers/readers/sniff.js'
import { SourceError } from '../parsers/readers/source-error.js'
import { openZip, type Zip } from '../parsers/readers/zip.js'
import { LIMITS, type Limits } from './limits.js'
import { isReportName } from './names.js'

/** A member that can be taken, or why it cannot. */
export type Member = { source: string; bytes: Uint8Array } | { source: string; problem: SourceError }

/** Whether the bytes are a plain archive: an office document is a ZIP too, but a report in itself. */
export function isArchive(bytes: Uint8Array): boolean {
  // Most sources are none, and to tell the format of a long text takes a while.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  const { format, detail } = sniff(bytes)
  return format === 'zip' && detail === undefined
}

/**
 * The reports in an archive, in its order. Nothing is written to disk, so that a member's path leads nowhere; it is only a name.
 * An archive inside the archive is not opened.
 */
export function* readArchive(bytes: Uint8Array, source: string, limits: Pick<Limits, 'fileBytes'>): Generator<Member> {
  const problem = (code: SourceCode, message: string): Member => ({ source, problem: new SourceError(code, message) })
  let zip: Zip
  try {
    zip = openZip(bytes, {
      members: LIMITS.archiveMembers,
      member: limits.fileBytes,
      total: LIMITS.archiveBytes,
      ratio: LIMITS.archiveRatio,
      ratioFrom: LIMITS.archiveRatioFloor,
    })
  } catch (error) {
    yield { source, problem: asProblem(error) }
    return
  }
  let reports = 0
  for (const { name } of zip.members) {
    if (!isReportName(name)) continue
    reports++
    const member = memberSource(source, name)
    try {
      const content = zip.read(name)
      if (!content) continue
      if (isArchive(content))
        yield {
          source: member,
          problem: new SourceError('nested_archive', `${member} is an archive inside an archive; unpack it first`),
        }
      else yield { source: member, bytes: content }
    } catch (error) {
      yield { source: member, problem: asProblem(error) }
    }
  }
  if (reports === 0) yield problem('no_reports', `${source} holds no file that could be a report`)
}

/** Control characters in a name could draw on the terminal. */
const memberSource = (source: string, name: string): string =>
  `${source}!${name.replace(/[\0-\x1f\x7f-\x9f]/g, '�').slice(0, LIMITS.archivePathBytes)}`

const asProblem = (error: unknown): SourceError =>
  error instanceof SourceError
    ? error
    : new SourceError('unreadable_source', error instanceof Error ? error.message : String(error))
