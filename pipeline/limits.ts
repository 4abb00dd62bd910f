/**
 * Every limit on what comes from outside, in one table. Sources are untrusted: a file may be a bomb, an archive may unpack
 * to anything, a server may never stop sending.
 */
const MB = 1024 * 1024

export const LIMITS = {
  /** Bytes of one source file, page or archive member; `--max-size` changes it. */
  fileBytes: 64 * MB,
  /** Seconds that one file may take to parse; `--time-limit` changes it. */
  parseSeconds: 60,
  /** Heap of one parsing worker, in MB. A worker that goes over it is ended; the rest of the batch goes on. */
  workerHeapMb: 1024,
  /** From this size on, plain text is parsed in a worker too: smaller text takes well under a second. */
  inProcessBytes: 1 * MB,
  /** Files that one ingest takes. */
  files: 1_000_000,
  /** Folder depth that a walk follows. */
  folderDepth: 64,

  /** Members of one archive. */
  archiveMembers: 2_000,
  /** Unpacked bytes of one archive in all. */
  archiveBytes: 512 * MB,
  /** Unpacked bytes for each packed byte. Office files and text stay far below; a bomb goes to 1000. */
  archiveRatio: 200,
  /** A member smaller than this is never a bomb, whatever its ratio. */
  archiveRatioFloor: 1 * MB,
  /** Bytes of a member's path. */
  archivePathBytes: 1_024,

  /** Seconds until a server must have answered in full. */
  fetchSeconds: 30,
  /** Redirects that are followed. */
  fetchRedirects: 5,
  /** Attempts at one address, the first included. */
  fetchAttempts: 3,
  /** Requests to one host at a time. */
  fetchPerHost: 1,
  /** Milliseconds between two requests to one host. */
  fetchDelayMs: 1_000,
  /** The longest that a server's Retry-After or a robots.txt's Crawl-delay is waited for, in milliseconds. */
  fetchMaxWaitMs: 30_000,
  /** Bytes of a robots.txt (RFC 9309 asks for 500 KiB at least). */
  robotsBytes: 512 * 1024,
} as const

/** The limits that a user may change on the command line. */
export interface Limits {
  fileBytes: number
  parseSeconds: number
}

/** `64 MB`, `1.5 KB`: a size for people, in binary multiples. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  const [value, unit] = bytes < MB ? [bytes / 1024, 'KB'] : [bytes / MB, 'MB']
  return `${Number(value.toFixed(1))} ${unit}`
}
