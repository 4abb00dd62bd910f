/** `ingest --from`: paths and addresses out of a file, one a line. */
import { decode } from '../../parsers/readers/encoding.js'
import { SourceError } from '../../parsers/readers/source-error.js'
import { LIMITS } from '../../pipeline/limits.js'
import { readInput } from '../../pipeline/sources.js'
import { CommandError, nameOf } from './io.js'

/** The lines that name something. A line that begins with # is a comment; a # further on is part of an address. */
export const sourcesIn = (text: string): string[] =>
  text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.replace(/^\ufeff/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

/** Reads the list, in whatever encoding it was saved; `-` is standard input. Throws where it cannot be read or names nothing. */
export async function readSourceList(file: string): Promise<string[]> {
  let bytes: Uint8Array
  try {
    bytes = await readInput(file, LIMITS)
  } catch (error) {
    throw new CommandError(error instanceof SourceError ? error.message : `${nameOf(file)} cannot be read`)
  }
  const sources = sourcesIn(decode(bytes).text)
  if (sources.length === 0) throw new CommandError(`${nameOf(file)} names no path or address`)
  return sources
}
