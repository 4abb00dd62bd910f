/** A folder that is written whole or not at all. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { LedgerError } from '../store/index.js'

/** The file by which a site of ours is known again: nothing else is ever replaced. */
export const MARK = 'taizhang-site.json'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Folders of ours beside the site: `.site-PID-…` is being made, `.site-PID-…` of a process that is gone was left by a kill. */
function cleanUp(parent: string, name: string): void {
  for (const entry of readdirSync(parent)) {
    const pid = new RegExp(`^\\.${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}-site-(\\d+)-`).exec(entry)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(parent, entry), { recursive: true, force: true })
  }
}

/**
 * `write` gets a function that puts a file, by its path in the site. When it has put all, the folder takes the place of an earlier site.
 * Throws a `LedgerError`: `unwritable`, also where there is a folder that holds something else.
 */
export function replaceFolder(to: string, write: (put: (path: string, data: string | Uint8Array) => void) => void): void {
  const target = resolve(to)
  const [parent, name] = [dirname(target), basename(target)]
  if (existsSync(target) && readdirSync(target).length > 0 && !existsSync(join(target, MARK)))
    throw new LedgerError('unwritable', `${to}: the folder holds something else than a site; it is left as it is.`)
  let made: string | undefined
  try {
    mkdirSync(parent, { recursive: true })
    cleanUp(parent, name)
    made = mkdtempSync(join(parent, `.${name}-site-${process.pid}-`))
    const folders = new Set<string>()
    const root = join(made, 'new')
    mkdirSync(root)
    write((path, data) => {
      const folder = dirname(path)
      if (folder !== '.' && !folders.has(folder)) mkdirSync(join(root, folder), { recursive: true })
      folders.add(folder)
      writeFileSync(join(root, path), data)
    })
    if (!existsSync(target)) renameSync(root, target)
    else {
      const old = join(made, 'old')
      renameSync(target, old)
      try {
        renameSync(root, target)
      } catch (error) {
        renameSync(old, target)
        throw error
      }
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
    if (error instanceof LedgerError || !/^E[A-Z]+$/.test(code)) throw error
    throw new LedgerError('unwritable', `${to}: cannot write the site (${code}).`, { cause: error })
  } finally {
    if (made !== undefined) rmSync(made, { recursive: true, force: true })
  }
}
