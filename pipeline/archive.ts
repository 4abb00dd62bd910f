/** ZIP archives of reports: each member that is a report becomes a source of its own, `archive.zip!member`. */

import { sniff } from '../parsers/readers/sniff.js'
import { SourceError } from '../parsers/readers/source-error.js'
import { openZip, type Zip } from '../parsers/readers/zip.js'
import { oneLine } from './characters.js'
import { LIMITS, type Limits } from './limits.js'
import { isReportName } from './names.js'

/** A member that can be taken, or why it cannot. `source` is for people, `resolved` the name by which it is known again. */
export type Member = { source: string; resolved: string } & ({ bytes: Uint8Array } | { problem: SourceError })

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
export function* readArchive(
  bytes: Uint8Array,
  { source, resolved = source }: { source: string; resolved?: string },
  limits: Pick<Limits, 'fileBytes'>,
): Generator<Member> {
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
    yield { source, resolved, problem: asProblem(error) }
    return
  }
  const seen = new Map<string, number>()
  for (const [index, { name: stored }] of zip.members.entries()) {
    if (!isReportName(stored)) continue
    const name = memberName(stored, seen)
    const member = { source: `${source}!${name}`, resolved: `${resolved}!${name}` }
    try {
      const content = zip.read(index)
      if (!content) continue
      if (isArchive(content))
        yield {
          ...member,
          problem: new SourceError('nested_archive', `${member.source} is an archive inside an archive; unpack it first`),
        }
      else yield { ...member, bytes: content }
    } catch (error) {
      yield { ...member, problem: asProblem(error) }
    }
  }
  if (seen.size === 0)
    yield { source, resolved, problem: new SourceError('no_reports', `${source} holds no file that could be a report`) }
}

/** The member's name on one line, in a bearable length; the second of the same name is `name (2)`. */
function memberName(stored: string, seen: Map<string, number>): string {
  const name = oneLine(stored).slice(0, LIMITS.archivePathBytes)
  const times = (seen.get(name) ?? 0) + 1
  seen.set(name, times)
  return times === 1 ? name : `${name} (${times})`
}

const asProblem = (error: unknown): SourceError =>
  error instanceof SourceError
    ? error
    : new SourceError('unreadable_source', error instanceof Error ? error.message : String(error))
