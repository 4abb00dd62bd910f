/** What people read, in both languages: one catalogue for pages, and for whatever else speaks to people. */
import { type CliWords, cliEn } from './cli-en.js'
import { cliZh } from './cli-zh.js'
import { en, type Words } from './en.js'
import { zh } from './zh.js'

export type { CliWords, Noun } from './cli-en.js'
export type { Words } from './en.js'

export const langs = ['zh', 'en'] as const
export type Lang = (typeof langs)[number]

const catalogues: Record<Lang, Words> = { zh, en }
export const wordsOf = (lang: Lang): Words => catalogues[lang]

const ofCommands: Record<Lang, CliWords> = { zh: cliZh, en: cliEn }
export const cliWordsOf = (lang: Lang): CliWords => ofCommands[lang]

/** The language that the environment asks for (TAIZHANG_LANG, then as POSIX has it LC_ALL before LC_MESSAGES before LANG); English where it asks for none. */
export const langOf = (env: Readonly<Record<string, string | undefined>>): Lang =>
  /^zh(?![a-z])/i.test(env.TAIZHANG_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en'
