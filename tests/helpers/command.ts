/** Runs the command line in this process, which is faster than as one of its own, and keeps what it prints. */
import { harmless, harmlessJson, type Terminal } from '../../output/cli/io.js'
import { main } from '../../output/cli/main.js'

export interface Result {
  code: number
  /** Standard output, JSON included. */
  out: string
  err: string
  /** The value that was printed as JSON; undefined where none was. */
  json: unknown
}

/** What a command prints goes into `result`, as it would go to a pipe. */
export const collector = (result: Result): Terminal => {
  const line = (text: string) => (text.endsWith('\n') ? text : `${text}\n`)
  return {
    out: (text) => {
      result.out += line(harmless(text))
    },
    json: (value) => {
      const text = harmlessJson(value)
      result.json = JSON.parse(text)
      result.out += line(text)
    },
    err: (text) => {
      result.err += line(harmless(text))
    },
    interactive: false,
    width: 100,
    tableWidth: Number.POSITIVE_INFINITY,
    paint: (_format, text) => text,
  }
}

export const runCommand = async (args: readonly string[]): Promise<Result> => {
  const result: Result = { code: 0, out: '', err: '', json: undefined }
  result.code = await main([...args], collector(result))
  return result
}
