/** Whether sources are still where they were and what they were: the ledger tells what it knows, the files what they hold. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { readArchive } from './archive.js'
import { LIMITS } from './limits.js'
import { isReportName } from './names.js'
import { isUrl, readFile } from './sources.js'

/** A source as the ledger knows it. */
export interface KnownSource {
  name: string
  resolved: string
  /** sha256 of the bytes that it held. */
  id: string
}

export type Whereabouts =
  | { name: string; state: 'missing' | 'changed' }
  /** The same bytes stand at `now`. */
  | { name: string; state: 'renamed'; now: string }

export interface Look {
  /** Sources that are not as they were, in the order given. */
  found: Whereabouts[]
  /** Sources that were looked at. */
  looked: number
  /** Addresses, standard input and names without a full path, which cannot be looked at. */
  elsewhere: number
}

const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isFile() ?? false

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch {
    return null
  }
}

/** Looks files up, each archive and folder once. */
class Looker {
  readonly #archives = new Map<string, Promise<Map<string, string>>>()
  readonly #folders = new Map<string, Promise<Map<string, string>>>()
  constructor(readonly known: ReadonlySet<string>) {}

  /** The hash of what stands at a resolved name now; null where nothing does. */
  async at(resolved: string): Promise<string | null> {
    if (await isFile(resolved)) return hashOf(resolved)
    for (let mark = resolved.indexOf('!'); mark >= 0; mark = resolved.indexOf('!', mark + 1)) {
      const archive = resolved.slice(0, mark)
      if (await isFile(archive)) return (await this.#membersOf(archive)).get(resolved) ?? null
    }
    return null
  }

  #membersOf(archive: string): Promise<Map<string, string>> {
    const members = this.#archives.get(archive) ?? hashMembers(archive)
    this.#archives.set(archive, members)
    return members
  }

  /** A file of the same folder that the ledger does not know and that holds these bytes. */
  async renamed(resolved: string, id: string): Promise<string | null> {
    const folder = dirname(resolved)
    const files = this.#folders.get(folder) ?? this.#hashFolder(folder)
    this.#folders.set(folder, files)
    return (await files).get(id) ?? null
  }

  async #hashFolder(folder: string): Promise<Map<string, string>> {
    const byHash = new Map<string, string>()
    for (const name of await readdir(folder).catch((): string[] => [])) {
      const path = join(folder, name)
      if (this.known.has(path) || !isReportName(name)) continue
      const info = await stat(path).catch(() => null)
      if (!info?.isFile() || info.size > LIMITS.fileBytes) continue
      const hash = await hashOf(path)
      if (hash !== null) byHash.set(hash, path)
    }
    return byHash
  }
}

/** Resolved name → hash of each member. What cannot be read is not there. */
async function hashMembers(archive: string): Promise<Map<string, string>> {
  const members = new Map<string, string>()
  const bytes = await readFile(archive, LIMITS.fileBytes).catch(() => null)
  if (!bytes) return members
  for (const member of readArchive(bytes, { source: archive }, { fileBytes: LIMITS.fileBytes }))
    if ('bytes' in member) members.set(member.resolved, createHash('sha256').update(member.bytes).digest('hex'))
  return members
}

/** Looks at all sources. Nothing is fetched, and nothing but hashes is kept. */
export async function lookFor(
  sources: readonly KnownSource[],
  onProgress?: (done: number, total: number) => void,
): Promise<Look> {
  const looker = new Looker(new Set(sources.map(({ resolved }) => resolved)))
  const look: Look = { found: [], looked: 0, elsewhere: 0 }
  const gone: KnownSource[] = []
  const present = new Map<string, string>()
  for (const [at, source] of sources.entries()) {
    const { name, resolved, id } = source
    if (isUrl(resolved) || !isAbsolute(resolved)) look.elsewhere++
    else {
      look.looked++
      const hash = await looker.at(resolved)
      if (hash === null) gone.push(source)
      else if (hash === id) present.set(id, name)
      else look.found.push({ name, state: 'changed' })
    }
    onProgress?.(at + 1, sources.length)
  }
  for (const { name, resolved, id } of gone) {
    const now = present.get(id) ?? (await looker.renamed(resolved, id))
    look.found.push(now === null ? { name, state: 'missing' } : { name, state: 'renamed', now })
  }
  return look
}
