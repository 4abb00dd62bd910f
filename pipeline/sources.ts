/** Where reports come from: files, folders, globs, standard input, URLs and archives. */
import { closeSync, type Dirent, openSync, readSync, statSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceCode } from '../parsers/diagnostics.js'
import { SourceError } from '../parsers/readers/source-error.js'
import { isArchive, type Member, readArchive } from './archive.js'
import type { Fetcher, FetchOptions } from './fetch.js'
import { globBase, globMatcher, isGlob } from './glob.js'
import { LIMITS, type Limits, size } from './limits.js'
import { isReportName } from './names.js'

/** One thing to read: a file, an address, standard input. An archive is one, and gives several reports. */
export interface Origin {
  /** Path or URL as given, or as found in a folder. */
  source: string
  /** The real path, or the address without its fragment, by which the source is known again; `-` for standard input. */
  resolved: string
  read: () => Promise<Uint8Array>
  /** Of an address: what a link of the page leads to, once it has been read; null where it is no report by its name, or was named or followed before. */
  follow?: (href: string) => Origin | null
}

/** An argument that gives nothing, and why. */
export interface Problem {
  source: string
  problem: SourceError
}

export interface SourceOptions {
  limits: Pick<Limits, 'fileBytes'>
  fetch?: FetchOptions
}

/** What the arguments name, in their order and each file and address once; folders and globs in the order of their names. */
export async function findOrigins(args: string[], options: SourceOptions): Promise<(Origin | Problem)[]> {
  const found: (Origin | Problem)[] = []
  const seen = new Set<string>()
  const file = async (path: string) => {
    const real = await realpath(path).catch(() => path)
    if (seen.has(real)) return
    seen.add(real)
    found.push({ source: path, resolved: real, read: () => readFile(path, options.limits.fileBytes) })
    if (found.length > LIMITS.files)
      throw new SourceError('too_many_files', `more than ${LIMITS.files} files; take them in parts`)
  }
  let fetcher: Promise<Pick<Fetcher, 'fetch'>> | undefined
  const address = (source: string): Origin => {
    fetcher ??= import('./fetch.js').then(
      ({ Fetcher }) => new Fetcher({ maxBytes: options.limits.fileBytes, ...options.fetch }),
    )
    const ready = fetcher
    let url = source
    const read = async () => {
      const fetched = await (await ready).fetch(source)
      url = fetched.url
      return fetched.bytes
    }
    const follow = (href: string): Origin | null => {
      const target = URL.canParse(href, url) ? addressOf(new URL(href, url).href) : ''
      if (!isUrl(target) || !isReportName(fileNameOf(target)) || seen.has(target)) return null
      seen.add(target)
      return address(target)
    }
    return { source, resolved: addressOf(source), read, follow }
  }
  for (const arg of args) {
    if (arg === '-')
      found.push(
        process.stdin.isTTY
          ? { source: arg, problem: noInput() }
          : { source: arg, resolved: arg, read: () => readStdin(options.limits.fileBytes) },
      )
    else if (isUrl(arg)) {
      if (seen.has(addressOf(arg))) continue
      seen.add(addressOf(arg))
      found.push(address(arg))
    } else {
      for (const path of await localFiles(arg))
        if (typeof path === 'string') await file(path)
        else found.push(path)
    }
  }
  return found
}

/** Reads an origin: itself, or the reports in it where it is an archive. What cannot be read is a problem, never an exception. */
export async function* openOrigin(origin: Origin, limits: SourceOptions['limits']): AsyncGenerator<Member> {
  const { source, resolved } = origin
  let bytes: Uint8Array
  try {
    bytes = await origin.read()
  } catch (error) {
    const problem =
      error instanceof SourceError
        ? error
        : new SourceError('unreadable_source', error instanceof Error ? error.message : String(error))
    yield { source, resolved, problem }
    return
  }
  if (isArchive(bytes)) yield* readArchive(bytes, origin, limits)
  else yield { source, resolved, bytes }
}

export const isUrl = (text: string): boolean => /^https?:\/\//i.test(text)

/** The last part of an address's path, without its escapes. */
function fileNameOf(address: string): string {
  const name = new URL(address).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** An address in its usual spelling, without the fragment, which the server never sees. */
export function addressOf(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  url.hash = ''
  return url.href
}

/** The files that an argument names: itself, the reports in a folder, the reports that a pattern matches. */
async function localFiles(arg: string): Promise<(string | Problem)[]> {
  const problem = (code: SourceCode, message: string): Problem[] => [{ source: arg, problem: new SourceError(code, message) }]
  const kind = await stat(arg).then(
    (info) => (info.isDirectory() ? 'folder' : 'file'),
    (error: NodeJS.ErrnoException) => error,
  )
  if (kind === 'file') return [arg]
  if (kind === 'folder') {
    const files = await walk(arg)
    if (files.length > 0) return files
    return problem('no_reports', `${arg} holds no file that could be a report (txt, md, html, docx, xlsx, pdf, zip, …)`)
  }
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(arg))
    return problem('bad_url', `${arg} is not an address that can be fetched (http or https)`)
  if (!isGlob(arg)) return [{ source: arg, problem: fileError(arg, kind) }]
  const matches = globMatcher(arg)
  const files = (await walk(globBase(arg))).filter((path) => typeof path === 'string' && matches(path))
  return files.length > 0 ? files : problem('no_match', `${arg} matches no file that could be a report`)
}

/** The reports in a folder and below, in the order of their names. Links to folders are not followed: they could go in circles. */
async function walk(folder: string, depth = 0): Promise<(string | Problem)[]> {
  if (depth > LIMITS.folderDepth) return []
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    return [{ source: folder, problem: fileError(folder, error as NodeJS.ErrnoException) }]
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const files: (string | Problem)[] = []
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await walk(path, depth + 1)))
    else if (isReportName(entry.name) && (await isFile(entry, path))) files.push(path)
  }
  return files
}

const isFile = async (entry: Dirent, path: string): Promise<boolean> =>
  entry.isFile() || (entry.isSymbolicLink() && ((await stat(path).catch(() => null))?.isFile() ?? false))

/** The bytes of one file, or of standard input for `-`. */
export async function readInput(path: string, limits: Pick<Limits, 'fileBytes'>): Promise<Uint8Array> {
  if (path === '-') return readStdin(limits.fileBytes)
  if (isUrl(path))
    throw new SourceError('is_url', `${path} is an address of the web; to fetch it into a ledger run: taizhang ingest ${path}`)
  return readFile(path, limits.fileBytes)
}

async function readStdin(most: number): Promise<Uint8Array> {
  if (process.stdin.isTTY)
    throw new SourceError('no_input', 'standard input is a terminal; pipe a report into it or name a file')
  const chunks: Buffer[] = []
  let total = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    total += chunk.length
    if (total > most) throw tooLarge('standard input', null, most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Reads a regular file within a limit on its size; a pipe or a device is refused, since it may never end. In one go: where the program stores
 * meanwhile, each step of a read of another kind would wait until some reports are stored, and parsing threads would have nothing to do.
 */
export async function readFile(path: string, most: number): Promise<Uint8Array> {
  try {
    const info = statSync(path)
    if (info.isDirectory())
      throw new SourceError('is_folder', `${path} is a folder; to take all reports in it run: taizhang ingest ${path}`)
    if (!info.isFile()) throw new SourceError('not_a_file', `${path} is not a regular file`)
    if (info.size > most) throw tooLarge(path, info.size, most)
    const file = openSync(path, 'r')
    try {
      // Not the whole file at once: it may have grown past the limit since it was measured.
      const bytes = Buffer.allocUnsafeSlow(info.size)
      let at = 0
      while (at < bytes.length) {
        const bytesRead = readSync(file, bytes, at, bytes.length - at, at)
        if (bytesRead === 0) break
        at += bytesRead
      }
      return bytes.subarray(0, at)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (error instanceof SourceError) throw error
    throw fileError(path, error as NodeJS.ErrnoException)
  }
}

const noInput = () => new SourceError('no_input', 'standard input is a terminal; pipe a report into it or name a file')

const tooLarge = (path: string, bytes: number | null, most: number) =>
  new SourceError(
    'too_large',
    `${path} is too large${bytes === null ? '' : ` (${size(bytes)})`}: the limit is ${size(most)}; --max-size raises it`,
  )

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
