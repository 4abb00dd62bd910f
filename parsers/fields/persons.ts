/** Persons in a field of officials (督办领导, 责任人, 联系人): names, their titles, what each is responsible for. */
import type { DiagnosticCode } from '../diagnostics.js'
import { noOffice, notPerson, officeEnding, unnamedPerson } from '../lexicon/offices.js'
import { bodyEnding, levelNote, nobody, scopeNote, sectorWords, strongEnding } from '../lexicon/parties.js'
import { isSurname } from '../lexicon/surnames.js'
import type { Span } from '../tree.js'
import { type Piece, pieces } from './party-pieces.js'
import type { PartyNotice, PartyReading } from './party-types.js'
import { isPersonName, isSurelyPerson, namesRunTogether, splitTitle } from './person-names.js'

/** Words before a name that say what it is. */
const labelled =
  /^(?:第一责任人|直接责任人|具体责任人|主要责任人|责任人员|责任人|主要负责人|分管负责人|具体负责人|负责人|主要领导：|分管领导：|主管领导：|联络人员|联络员|联系人|经办人|牵头人|牵头|配合|由)：?(?=.)/
/** 同志 behind a name, 等 behind a list. */
const courtesy =
  /(?:等(?:\d{1,3}|[一二三四五六七八九十两]{1,2})?(?:名|位)?(?:人|同志|领导)?|(?:同志)?(?:牵头|负责|配合|协助|落实|主抓|包案)(?:落实)?|同志|先生|女士|兼任|（兼）)$/
const telephone = /[（：:]?\+?\d[\d\-—–+转() ]{5,}\d*/g
const telephoneWords = /(?:联系)?(?:电话|手机|座机|办公室?电话|联系方式|号码|传真)[：:]?/g

interface Word {
  is: 'name' | 'office' | 'body' | 'unclear' | 'joined'
  text: string
  /** An office printed in its bracket or without a mark between. */
  title: string | null
  start: number
  end: number
  separator: string
  scope: string | null
}

/** Whether the words are a person: a name with an office, or, where `apart`, a name alone. */
export function holdsPerson(words: string, apart = true): boolean {
  const bare = withoutPhone(words).replace(labelled, '').replace(courtesy, '').trim()
  if (bare.length < 2 || bare.length > 30 || strongEnding.test(bare)) return false
  if (apart && (isSurelyPerson(bare) || isSurelyPerson(bare.replace(/\s/g, '')))) return true
  const titled = splitTitle(bare)
  return titled !== null && isSurelyPerson(titled.name) && officeEnding.test(titled.title)
}

const blank = (words: string): string => ' '.repeat(words.length)
/** Telephone numbers become blanks, so that places stay. */
const withoutPhone = (text: string): string =>
  /\d{3}|电话|手机|传真|联系方式/.test(text) ? text.replace(telephoneWords, blank).replace(telephone, blank) : text

/** 李 莉, 何 家 旺: a name whose characters are set apart. More than three characters could be several names and stay apart. */
function joinSetApart(found: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (let i = 0; i < found.length; ) {
    let end = i
    while (
      found[end]?.text.length === 1 &&
      found[end]?.separator === ' ' &&
      found[end + 1]?.text.length === 1 &&
      found[end]?.notes.length === 0
    )
      end++
    const run = found.slice(i, end + 1)
    // 欧阳 修: a compound surname with one character behind it
    const [first, last] = [run[0], run.at(-1)]
    const second = found[i + 1]
    if (first && last && run.length > 1 && run.length <= 3)
      joined.push({ ...last, text: run.map((p) => p.text).join(''), start: first.start })
    else if (run.length === 4 && first) {
      for (const pair of [run.slice(0, 2), run.slice(2)]) {
        const tail = pair.at(-1)
        if (tail && pair[0]) joined.push({ ...tail, text: pair.map((p) => p.text).join(''), start: pair[0].start })
      }
    } else if (
      first &&
      second &&
      run.length === 1 &&
      first.separator === ' ' &&
      first.notes.length === 0 &&
      splitCompound(first.text, second.text)
    ) {
      joined.push({ ...second, text: first.text + second.text, start: first.start })
      end++
    } else joined.push(...run)
    i = end + 1
  }
  return joined
}

/** 欧阳 修, 区 洪涛 */
const splitCompound = (a: string, b: string): boolean =>
  (a.length === 1 && b.length === 2 && isSurname(a) && isPersonName(a + b)) ||
  (a.length === 2 && b.length === 1 && isPersonName(a + b))

function wordOf(piece: Piece): Word | null {
  const cut = labelled.exec(piece.text)?.[0].length ?? 0
  const bare = (cut < piece.text.length ? piece.text.slice(cut) : piece.text).replace(courtesy, '').trim()
  const start = piece.start + cut
  if (!bare || nobody.test(bare) || /^[\d\s\-—+.：]*$/.test(bare)) return null
  let scope = piece.scope
  let title: string | null = null
  for (const note of piece.notes) {
    const words = withoutPhone(note.text)
      .replace(/^[，、\s]+|[，、；\s]{1,20}$/g, '')
      .trim()
    if (!words || noOffice.test(words)) continue
    if (levelNote.test(words) || scopeNote.test(words)) scope = scope ? `${scope}；${words}` : words
    else title ??= words
  }
  const place = { start, end: start + bare.length, separator: piece.separator, scope }
  if (notPerson.test(bare)) return { ...place, is: 'unclear', text: bare, title }
  if (isSurelyPerson(bare)) return { ...place, is: 'name', text: bare, title }
  const split = splitTitle(bare)
  if (split) {
    const at = start + split.at
    return {
      ...place,
      start: at,
      end: at + split.name.length,
      is: 'name',
      text: split.name,
      title: title ? `${split.title}（${title}）` : split.title,
    }
  }
  if (officeEnding.test(bare)) return { ...place, is: 'office', text: bare, title }
  if (namesRunTogether(bare)) return { ...place, is: 'joined', text: bare, title }
  if (bodyEnding.test(bare)) return { ...place, is: 'body', text: bare, title }
  // a field of officials holds names: one with a rare surname is one too
  if (/^[\u3400-\u9fff]{2,3}$/.test(bare) && !sectorWords.has(bare)) return { ...place, is: 'name', text: bare, title }
  return { ...place, is: 'unclear', text: bare, title }
}

/** How far apart a separator keeps two words. */
const distance = (separator: string): number =>
  /^\s?$/.test(separator) && separator !== '\n'
    ? 0
    : separator === '，' || separator === ',' || separator === '/'
      ? 1
      : separator === '、'
        ? 2
        : 3

interface Run {
  /** Offices and bodies in a row: 市委常委、副市长. */
  words: Word[]
  /** The name that the run belongs to. */
  owner: Word | null
}

/** Gives the offices that stand apart to the names they belong to: 副市长 张三; 张三，市水利局局长. */
function ownersOf(words: readonly Word[]): Run[] {
  const runs: Run[] = []
  const beforeNames = words[0]?.is === 'office' || words[0]?.is === 'body'
  for (let i = 0; i < words.length; i++) {
    const first = words[i]
    if (first?.is !== 'office' && first?.is !== 'body') continue
    let end = i
    while (
      distance(words[end]?.separator ?? '\n') < 3 &&
      (words[end + 1]?.is === 'office' || (words[end + 1]?.is === 'body' && first.is !== 'body'))
    )
      end++
    const run = words.slice(i, end + 1)
    const previous = words[i - 1]
    const next = words[end + 1]
    const onlyBody = run.every((word) => word.is === 'body')
    // 王伟、各村支部书记: those are others
    const isOthers = /^(?:各|有关|相关|其他|全体)/.test(first.text)
    const back = previous?.is === 'name' && previous.title === null && !isOthers ? distance(previous.separator) : 3
    const forth = next?.is === 'name' && end + 1 < words.length ? distance(words[end]?.separator ?? '') : 3
    const limit = onlyBody ? 2 : 3
    const forward = forth < limit && (forth < back || (forth === back && beforeNames))
    const backward = back < limit && (back < forth || (back === forth && !beforeNames && back < 2))
    runs.push({ words: run, owner: forward ? (next ?? null) : backward ? (previous ?? null) : null })
    i = end
  }
  return runs
}

const titleOf = (run: readonly Word[]): string =>
  run.map((word, i) => word.text + (i === run.length - 1 ? '' : word.is === 'body' ? '' : '、')).join('')

/** 张局长: a person without a given name. */
const surnameOnly = (text: string): boolean =>
  /^.副?(?:[局市县镇乡处科部厅院所站校]长|主任|书记|主席)$/.test(text) && isSurname(text[0] ?? '')

/** Reads persons from folded text; a body beside one only tells where the person sits. */
export function readPersons(text: string, role: PartyReading['role']): { parties: PartyReading[]; notices: PartyNotice[] } {
  const words = joinSetApart(pieces(withoutPhone(text), true))
    .map(wordOf)
    .filter((word) => word !== null)
  const runs = ownersOf(words)
  const owned = new Map<Word, Run[]>()
  for (const run of runs) if (run.owner) owned.set(run.owner, [...(owned.get(run.owner) ?? []), run])
  const parties: PartyReading[] = []
  const notices: PartyNotice[] = []
  const unclear = (code: DiagnosticCode, message: string, { start, end }: { start: number; end: number }) =>
    notices.push({ code, message, span: [start, end] })
  for (const word of words) {
    const span: Span = [word.start, word.end]
    if (word.is === 'name') {
      const printed = (owned.get(word) ?? []).map((run) => titleOf(run.words))
      const title = [...printed, ...(word.title ? [word.title] : [])].join('、') || null
      parties.push({ role, kind: 'person', name: word.text, title, scope: word.scope, span })
    } else if (word.is === 'joined') unclear('names_run_together', `two names may be printed as one: ${word.text}`, word)
    else if (word.is === 'unclear') unclear('name_unclear', `not read as a person's name: ${word.text.slice(0, 40)}`, word)
  }
  for (const { words: run, owner } of runs) {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) continue
    const span: Span = [first.start, last.end]
    const title = last.title
    if (last.is === 'body') {
      // 市住建局（张三）: the bracket names the person
      const named = title !== null && isSurelyPerson(title)
      if (!named && owner === null) parties.push({ role, kind: 'unit', name: last.text, title: null, scope: last.scope, span })
      if (named) parties.push({ role, kind: 'person', name: title, title: last.text, scope: last.scope, span })
    } else if (owner === null) {
      if (title !== null && isSurelyPerson(title))
        parties.push({ role, kind: 'person', name: title, title: titleOf(run), scope: last.scope, span })
      else if (unnamedPerson.test(last.text) && !surnameOnly(last.text))
        parties.push({ role, kind: 'group', name: titleOf(run), title, scope: last.scope, span })
      else
        unclear('name_unclear', `an office without a name: ${titleOf(run).slice(0, 40)}`, { start: first.start, end: last.end })
    }
  }
  parties.sort((a, b) => a.span[0] - b.span[0])
  return { parties, notices }
}
