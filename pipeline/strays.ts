/**
 * pdfjs lets go of promises: over a damaged file one of them may be rejected though the reading itself goes on and ends well, and Node would
 * end the program for it. While a PDF is read, such strays are let pass; any other rejection does what it would have done.
 */

/** Names of pdfjs's own exceptions. */
const own = new Set([
  'AbortException',
  'FormatError',
  'InvalidPDFException',
  'MissingDataException',
  'ParserEOFException',
  'PasswordException',
  'ResponseException',
  'UnknownErrorException',
  'XRefEntryException',
  'XRefParseException',
])

/** A stray may come a little after the reading has ended. */
const AFTER_MS = 1_000

let readings = 0

const letPass = (reason: unknown): void => {
  if (!(reason instanceof Error) || !own.has(reason.name)) throw reason
}

/** Does the work, and lets pdfjs's strays pass until shortly after it. */
export async function withStrays<T>(work: () => Promise<T>): Promise<T> {
  if (readings++ === 0) process.on('unhandledRejection', letPass)
  try {
    return await work()
  } finally {
    setTimeout(() => {
      if (--readings === 0) process.off('unhandledRejection', letPass)
    }, AFTER_MS).unref()
  }
}
