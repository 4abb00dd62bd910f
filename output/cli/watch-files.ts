/** New and changed files of folders, in batches, as they settle. */
import { statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { watch as chokidar } from 'chokidar'
import { LIMITS } from '../../pipeline/limits.js'
import { isReportName } from '../../pipeline/names.js'
import { CommandError, nameOf } from './io.js'

/** A file is taken when its size has not changed for so long, in milliseconds: it may still be copied. */
const SETTLED_MS = 1_000
/** Files that come within this time are taken together. */
const TOGETHER_MS = 200

export interface Watched {
  /** The next files that have settled, in the order of their names, `most` at a time; null once it was closed and nothing waits. */
  next(most: number): Promise<string[] | null>
  /** Resolves when the folders have been looked through for the first time. */
  ready: Promise<void>
  close(): Promise<void>
}

const folderOf = (path: string): string => {
  try {
    if (statSync(path).isDirectory()) return path
  } catch {
    // What is not there is told as what is no folder is.
  }
  throw new CommandError(`${nameOf(path)} is no folder`)
}

/** Hidden folders and files, and what is no report by its name, as `ingest` passes them over. */
const isIgnored = (root: string, path: string, isFile: boolean): boolean => {
  const below = relative(root, path)
  if (below === '') return false
  const parts = below.split(sep)
  return (
    parts.length > LIMITS.folderDepth ||
    (isFile ? !isReportName(parts.join('/')) : parts.some((part) => part.startsWith('.') || part === 'node_modules'))
  )
}

/** Watches folders and all below them; links to folders are not followed. Throws where one is no folder. */
export function watchFolders(folders: readonly string[]): Watched {
  const waiting = new Set<string>()
  let closed = false
  let wake: () => void = () => {}
  const watchers = folders.map(folderOf).map((folder) =>
    chokidar(folder, {
      ignored: (path, stats) => stats !== undefined && isIgnored(folder, path, stats.isFile()),
      followSymlinks: false,
      awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: 100 },
    }).on('all', (event, path) => {
      if (event !== 'add' && event !== 'change') return
      waiting.add(path)
      wake()
    }),
  )
  const ready = Promise.all(watchers.map((one) => new Promise<void>((done) => one.once('ready', () => done())))).then(() => {})
  return {
    ready,
    next: async (most) => {
      while (waiting.size === 0 && !closed)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      if (closed) return null
      await new Promise((resolve) => setTimeout(resolve, TOGETHER_MS))
      const taken = [...waiting].sort().slice(0, most)
      for (const path of taken) waiting.delete(path)
      return taken
    },
    close: async () => {
      closed = true
      wake()
      await Promise.all(watchers.map((one) => one.close()))
    },
  }
}
