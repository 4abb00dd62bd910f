/** The browser of the machine, where there is one. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Path of the first browser that is found under its usual names; null where there is none. */
export function browserPath(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const path of folders.flatMap((folder) => names.map((name) => join(folder, name))))
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // The next name.
    }
  return null
}

/** Starts it so that it talks to nobody but the pages. */
export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  })
