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
  /**
   * UTF-16 units of a report's readable text, whatever the format. A report of 600 pages has about 600,000. Up to this many, the text is
   * parsed within `workerHeapMb`, whatever its lines are like (bench/memory.mjs measures it); a longer one is refused (`too_long`).
   */
  textLength: 1_200_000,
  /** Paragraphs and cells of a report; one of 600 pages has about 20,000. */
  textBlocks: 400_000,
  /** Bytes of a source of plain text, Markdown or HTML: what is longer cannot be within `textLength`, and is not even decoded. */
  textBytes: 24 * MB,
  /** Heap of one parsing worker, in MB. A worker that goes over it is ended; the rest of the batch goes on. */
  workerHeapMb: 512,
  /**
   * Up to this size plain text is parsed in the program's own thread, which cannot give it up: starting a worker takes longer than
   * the slowest text so short.
   */
  inProcessBytes: 32 * 1024,
  /** Memory that a program of the system (LibreOffice, tesseract) may write to, in MB. LibreOffice needs some 300 for a long report. */
  programMb: 1_000,
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
  /** Bytes of a robots.txt that are read and obeyed (RFC 9309 asks for 500 KiB at least). */
  robotsBytes: 500 * 1024,
  /** Characters of an address. */
  addressLength: 4_096,
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
