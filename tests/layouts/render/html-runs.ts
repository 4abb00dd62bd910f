/** Texts of a page as editors leave them: in spans cut anywhere, as Word exports them, as entities. */

import type { Layout } from '../axes.js'
import { boldClose, boldOpen } from '../compose/labels.js'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Parts of a text outside and inside bold letters. */
function parts(text: string): { words: string; bold: boolean }[] {
  let bold = false
  return text.split(/([\ue000\ue001])/).flatMap((words) => {
    if (words === boldOpen || words === boldClose) {
      bold = words === boldOpen
      return []
    }
    return words === '' ? [] : [{ words, bold }]
  })
}

const fonts = ['仿宋_GB2312', 'FangSong', '仿宋', '宋体']
/** Pieces of two to nine characters, by the text itself. */
function pieces(text: string): string[] {
  const out: string[] = []
  let rest = [...text]
  while (rest.length > 0) {
    const size = 2 + ((rest.length * 7 + (rest[0]?.codePointAt(0) ?? 0)) % 8)
    out.push(rest.slice(0, size).join(''))
    rest = rest.slice(size)
  }
  return out
}
const span = (words: string, at: number): string =>
  `<span style="font-family:${fonts[at % fonts.length]};font-size:16pt">${escaped(words)}</span>`

/** Spans that end in mid-word, bold ones too. */
const inSpans = (text: string): string =>
  parts(text)
    .map(({ words, bold }) => {
      const cut = pieces(words).map(span)
      return bold ? cut.map((one) => `<b>${one}</b>`).join('') : cut.join('')
    })
    .join('')

/** A source's own line ends, where a reader sees nothing. */
const broken = (text: string): string => escaped(text).replaceAll(/(.{22,36}?\p{Script=Han})(?=\p{Script=Han})/gu, '$1\n')

/** As Word saves a page: figures in runs of their own, and the source broken in mid-text. */
const fromWord = (text: string): string =>
  parts(text)
    .map(({ words, bold }) => {
      const runs = words
        .split(/([\x20-\x7e]+)/)
        .filter((run) => run !== '')
        .map((run) =>
          /^[\x20-\x7e]/.test(run)
            ? `<span lang=EN-US>${escaped(run)}</span>`
            : `<span\nstyle='font-family:仿宋'>${broken(run)}</span>`,
        )
        .join('')
      return bold ? `<b style='mso-bidi-font-weight:normal'>${runs}</b>` : runs
    })
    .join('')
/** Every character as its number. */
const inEntities = (text: string): string =>
  parts(text)
    .map(({ words, bold }) => {
      const coded = [...escaped(words)].map((char) => (char.charCodeAt(0) < 0x80 ? char : `&#${char.codePointAt(0)};`)).join('')
      return bold ? `<strong>${coded}</strong>` : coded
    })
    .join('')

const plain = (text: string): string => escaped(text).replaceAll(boldOpen, '<strong>').replaceAll(boldClose, '</strong>')

const printers: Partial<Record<Layout['container'], (text: string) => string>> = {
  htmlSpans: inSpans,
  htmlWord: fromWord,
  htmlEntities: inEntities,
}
export const inlineOf = ({ container }: Layout): ((text: string) => string) => printers[container] ?? plain
