/** Where reports come from: files, folders, globs, standard input, URLs and archives. */
import { open, stat } from 'node:fs/promises'
import { type Limits, size } from './limits.js'

/** A source that cannot be taken: the message says why, and what to do where something can be done. */
export class SourceError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** The bytes of one file, or of standard input for `-`. */
export async function readInput(path: string, limits: Pick<Limits, 'fileBytes'>): Promise<Uint8Array> {
  return path === '-' ? readStdin(limits.fileBytes) : readFile(path, limits.fileBytes)
}

async function readStdin(most: number): Promise<Uint8Array> {
  if (process.stdin.isTTY)
    throw new SourceError('no_input', 'standard input is a terminal; pipe a report into it or name a file')
  const chunks: Buffer[] = []
  let total = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    total += chunk.length
    if (total > most) throw tooLarge('standard input', `more than ${size(most)}`, most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Reads a regular file within a limit on its size; a pipe or a device is refused, since it may never end. */
export async function readFile(path: string, most: number): Promise<Uint8Array> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw fileError(path, error)
  })
  if (info.isDirectory())
    throw new SourceError('is_folder', `${path} is a folder; to take all reports in it run: taizhang ingest ${path}`)
  if (!info.isFile()) throw new SourceError('not_a_file', `${path} is not a regular file`)
  if (info.size > most) throw tooLarge(path, size(info.size), most)
  try {
    const file = await open(path, 'r')
    try {
      // Not the whole file at once: it may have grown past the limit since it was measured.
      const bytes = Buffer.allocUnsafeSlow(info.size)
      let at = 0
      while (at < bytes.length) {
        const { bytesRead } = await file.read(bytes, at, bytes.length - at, at)
        if (bytesRead === 0) break
        at += bytesRead
      }
      return bytes.subarray(0, at)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw fileError(path, error as NodeJS.ErrnoException)
  }
}

const tooLarge = (path: string, has: string, most: number) =>
  new SourceError('too_large', `${path} is too large: ${has}, the limit is ${size(most)}; --max-size raises it`)

/** A file system error in words. */
function fileError(path: string, error: NodeJS.ErrnoException): SourceError {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new SourceError('not_found', `${path} does not exist`)
    case 'EACCES':
    case 'EPERM':
      return new SourceError('no_access', `${path} may not be read: permission denied`)
    case 'ELOOP':
      return new SourceError('not_found', `${path} is a loop of symbolic links`)
    default:
      return new SourceError('unreadable', `${path} cannot be read: ${error.message}`)
  }
}
