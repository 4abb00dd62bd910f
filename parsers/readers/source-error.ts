/** What is wrong with a source, thrown inside a reader and turned into a notice at the reader's edge. */
import type { SourceCode } from '../diagnostics.js'
import type { BlockRoot, ReaderNotice, SourceFormat } from '../tree.js'

/** A fault of the source (never of the program) with the rule id that the notice will carry. */
export class SourceError extends Error {
  constructor(
    readonly code: SourceCode,
    message: string,
  ) {
    super(message)
    this.name = 'SourceError'
  }
}

/** A root without blocks that says why. */
export const failedRoot = (format: SourceFormat, code: SourceCode, message: string): BlockRoot => ({
  type: 'root',
  children: [],
  data: { format, encoding: null, notices: [{ code, message }] },
})

/** Turns what a hostile or damaged source provokes into a root with one notice of severity error. */
export const failureOf = (format: SourceFormat, error: unknown): BlockRoot => {
  if (error instanceof SourceError) return failedRoot(format, error.code, error.message)
  // A library's own message may say more than we can; the source stays unread either way.
  return failedRoot(
    format,
    'unreadable_source',
    `The ${format} source cannot be read: ${error instanceof Error ? error.message : String(error)}`,
  )
}

/** Notices without repeats: the same code and message are kept once for each block, and at most `limit` of one code. */
export class NoticeBook {
  readonly notices: ReaderNotice[] = []
  private readonly counts = new Map<string, number>()
  private readonly seen = new Set<string>()

  constructor(private readonly limit = 200) {}

  add(notice: ReaderNotice): void {
    const key = `${notice.code}\0${notice.block ?? ''}\0${notice.message}`
    const count = this.counts.get(notice.code) ?? 0
    if (this.seen.has(key) || count >= this.limit) return
    this.seen.add(key)
    this.counts.set(notice.code, count + 1)
    this.notices.push(notice)
  }

  /** Parts of an Office file that are stored twice: programs differ in which of them they show. */
  addRepeated(names: readonly string[]): void {
    for (const name of names)
      this.add({ code: 'part_repeated', message: `The part ${name} is stored twice; the later one is read` })
  }
}
