/** Writes a file that an option names. */
import { writeFileSync } from 'node:fs'
import { CommandError, nameOf } from './io.js'

export function save(file: string, data: string | Uint8Array): void {
  try {
    writeFileSync(file, data)
  } catch {
    throw new CommandError(`${nameOf(file)} cannot be written`)
  }
}
