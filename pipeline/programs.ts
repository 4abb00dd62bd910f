/** Programs of the system (LibreOffice, tesseract, pdftoppm): found on PATH, run in a folder of their own, with limits on time and memory. */
import { spawn } from 'node:child_process'
import { access, constants, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { LIMITS } from './limits.js'

/** The first of the programs that is on PATH, as an absolute path. */
export async function findProgram(names: readonly string[]): Promise<string | null> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (folder === '') continue
      const path = join(folder, name + suffix)
      try {
        await access(path, constants.X_OK)
        return path
      } catch {
        // The next folder may have it.
      }
    }
  return null
}

export interface RunResult {
  /** Exit code; null where the program was ended. */
  code: number | null
  timedOut: boolean
  /** The time that it had, in ms. */
  givenMs: number
  stdout: Buffer
  /** The last of what it said on standard error. */
  stderr: string
}

/** Sets the limit on the memory that a program may write to (RLIMIT_DATA, in KB), then becomes the program. Words are arguments, never code. */
const underLimit = 'ulimit -d "$1" 2>/dev/null; shift; exec "$@"'

/** When programs must have ended, as `performance.now()` tells it. */
let latest = Number.POSITIVE_INFINITY

/**
 * Programs that run for a file end before the time that the file has is over: else the thread that waits for one would be ended, and could neither
 * end the program nor clear its folder nor say why.
 */
export const endProgramsBy = (at: number): void => {
  latest = at
}

/** Bytes of standard output that are kept. */
const MAX_OUTPUT = 64 << 20

/**
 * Runs a program in `folder`, which is also its home. It may use so much memory and no more (Linux; elsewhere as far as the system's shell
 * can tell it): a program that asks for more fails by itself. At the time limit the whole process group is killed. Its environment has nothing
 * but what it needs: no proxy, no credentials.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  folder: string,
  timeoutMs: number,
  memoryMb: number = LIMITS.programMb,
): Promise<RunResult> {
  const givenMs = Math.max(0, Math.min(timeoutMs, latest - performance.now()))
  if (givenMs === 0) return { code: null, timedOut: true, givenMs, stdout: Buffer.alloc(0), stderr: '' }
  // A parsing thread that is ended cannot kill what it started: coreutils' timeout, where there is one, does it in any case.
  const guard = process.platform === 'win32' ? null : await findProgram(['timeout'])
  const shell = process.platform === 'win32' ? null : await findProgram(['sh'])
  const limited = shell ? [shell, '-c', underLimit, 'sh', String(memoryMb * 1024), program, ...args] : [program, ...args]
  const [first = program, ...rest] = guard ? [guard, '-k', '2', String(Math.ceil(givenMs / 1000) + 1), ...limited] : limited
  return new Promise((resolve) => {
    const child = spawn(first, rest, {
      cwd: folder,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH ?? '',
        HOME: folder,
        TMPDIR: folder,
        LANG: 'C.UTF-8',
        OMP_THREAD_LIMIT: '1',
        ...(process.env.SYSTEMROOT ? { SYSTEMROOT: process.env.SYSTEMROOT } : {}),
      },
    })
    const output: Buffer[] = []
    let size = 0
    let stderr = ''
    let timedOut = false
    const kill = (): void => {
      try {
        if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
        else child.kill('SIGKILL')
      } catch {
        // It had ended.
      }
    }
    const timer = setTimeout(() => {
      timedOut = true
      kill()
    }, givenMs)
    // A program that is still at work must not outlive us.
    process.once('exit', kill)
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size <= MAX_OUTPUT) output.push(part)
    })
    child.stderr.on('data', (part: Buffer) => {
      stderr = (stderr + part.toString('utf8')).slice(-2000)
    })
    const finish = (code: number | null): void => {
      clearTimeout(timer)
      process.removeListener('exit', kill)
      // What it started may still run (soffice starts soffice.bin).
      kill()
      resolve({ code, timedOut, givenMs, stdout: Buffer.concat(output), stderr })
    }
    child.on('error', (error) => {
      stderr = error.message
      finish(null)
    })
    child.on('close', finish)
  })
}

/** Calls `work` with a new empty folder, which is gone afterwards. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
