/** Cuts a field of parties into pieces at its separators; a bracket stays with the words before it. */

export interface Piece {
  /** The words without trailing brackets that are notes. */
  text: string
  start: number
  end: number
  /** Contents of the brackets behind the words. */
  notes: string[]
  /** 负责… behind a name and its bracket. */
  scope: string | null
  /** The separator behind the piece: '' at the end. */
  separator: string
  /** No piece comes after it. */
  last: boolean
}

const separators = '、，,；;。\n /'

/** `text` is folded. Brackets in the middle of a name stay in it: 各县（市）区人民政府. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let start = 0
  let depth = 0
  const flush = (end: number, separator: string) => {
    let from = start
    let to = end
    while (from < to && (text[from] === ' ' || text[from] === '\n')) from++
    while (to > from && (text[to - 1] === ' ' || text[to - 1] === '\n')) to--
    start = end + 1
    if (to <= from) {
      const before = found.at(-1)
      if (before && separator && before.separator === ' ') before.separator = separator
      return
    }
    const piece = takeNotes(text.slice(from, to), from)
    const before = found.at(-1)
    // 谢平（副局长），负责…: what follows the comma is the scope of the name before it
    if (before && /^(?:具体|主要|牵头)?负责.{2,}/.test(piece.text) && before.separator !== '；') {
      before.scope = text.slice(from, to)
      before.separator = separator
      return
    }
    found.push({ ...piece, separator, last: false })
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (c === '（' || c === '“' || c === '《') depth++
    else if ((c === '）' || c === '”' || c === '》') && depth > 0) depth--
    else if (depth === 0 && separators.includes(c)) flush(i, c)
  }
  flush(text.length, '')
  const last = found.at(-1)
  if (last) last.last = true
  return found
}

function takeNotes(words: string, at: number): Omit<Piece, 'separator' | 'last'> {
  const notes: string[] = []
  let text = words
  let scope: string | null = null
  const tail = /^([^（）]*（[^（）]*）)((?:具体|主要|牵头)?负责.+)$/.exec(text)
  if (tail?.[1] && tail[2]) {
    text = tail[1]
    scope = tail[2]
  }
  for (;;) {
    const match = /（([^（）]*)）$/.exec(text)
    if (!match || match.index === 0) break
    notes.unshift(match[1] ?? '')
    text = text.slice(0, match.index)
  }
  return { text, start: at, end: at + text.length, notes, scope }
}
