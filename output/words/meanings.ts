/** What the code of a diagnostic or of a failure means; the message beside it is in English. */
import { diagnosticSections } from '../../parsers/diagnostics.js'
import type { Lang } from './index.js'

const meanings = new Map<string, { en: string; zh: string }>(
  Object.values(diagnosticSections).flatMap(({ codes }) => Object.entries<{ en: string; zh: string }>(codes)),
)
export const meaningOf = (code: string, lang: Lang): string => meanings.get(code)?.[lang] ?? code
