/** Persons in a field of officials (督办领导, 责任人, 联系人): names, their titles, what each is responsible for. */
import { levelNote, nobody, officeEnding, unnamedPerson } from '../lexicon/parties.js'
import { isCompoundSurname, isSurname } from '../lexicon/surnames.js'
import type { Span } from '../tree.js'
import type { PartyReading, PartyNotice } from './party-types.js'
import { pieces } from './party-pieces.js'

const han = /^[\u3400-\u9fff々〇]+$/
const minority = /^[\u3400-\u9fff]{1,6}(?:[·•・][\u3400-\u9fff]{1,8})+$/

/** Whether the characters can be one person's name. */
export function isPersonName(text: string): boolean {
  if (minority.test(text)) return true
  if (!han.test(text) || text.length < 2 || text.length > 4) return false
  if (text.length >= 3 && isCompoundSurname(text.slice(0, 2))) return true
  return text.length <= 3 && isSurname(text[0] ?? '')
}

/** Two names printed without anything between them: 杨一广戴德清. */
const runTogether = (text: string): boolean =>
  han.test(text) && text.length >= 4 && text.length <= 8 && isSurname(text[0] ?? '') && [2, 3].some((n) => isPersonName(text.slice(0, n)) && isPersonName(text.slice(n)))

/** 副市长张三 → title 副市长, name 张三; 张三副市长 → the same. */
function splitTitle(text: string): { name: string; at: number; title: string } | null {
  for (const n of [3, 2, 4]) {
    const name = text.slice(-n)
    const title = text.slice(0, -n)
    if (title.length >= 2 && isPersonName(name) && officeEnding.test(title) && !officeEnding.test(name)) return { name, at: text.length - n, title }
  }
  for (const n of [3, 2, 4]) {
    const name = text.slice(0, n)
    const title = text.slice(n)
    if (title.length >= 2 && isPersonName(name) && officeEnding.test(title) && !/^[长记任员]/.test(title)) return { name, at: 0, title }
  }
  return null
}

const phone = /[\d\-—+（）()转]{7,}|电话|手机|办公室?电话/
const spanOf = (start: number, length: number): Span => [start, start + length]

export function readPersons(text: string, role: PartyReading['role']): { parties: PartyReading[]; notices: PartyNotice[] } {
  const parties: PartyReading[] = []
  const notices: PartyNotice[] = []
  let pendingTitle: { text: string; start: number } | null = null
  for (const piece of pieces(text)) {
    const { start } = piece
    let words = piece.text
    let scope = piece.scope
    let title: string | null = null
    let begin = start
    for (const note of piece.notes) {
      if (levelNote.test(note) || /负责|包/.test(note.slice(0, 4))) scope = scope ? `${scope}；${note}` : note
      else if (!phone.test(note) && title === null) title = note
    }
    words = words.replace(/^(?:责任人员|责任人|负责人|联络人员|联系人|牵头|由|同志)：?/, (cut) => {
      begin += cut.length
      return ''
    })
    words = words.replace(/(?:同志|等(?:人|同志)?)$/, '')
    if (!words || nobody.test(words)) continue
    if (phone.test(words) && !/[\u4e00-\u9fff]{2}/.test(words.replace(/电话|手机|办公室?/g, ''))) continue
    const bare = words.replace(/[\d\-—+]{7,}.*$/, '').trim()
    // one name whose characters are set apart, or two names with a blank between
    if (isPersonName(bare)) {
      parties.push({ role, kind: 'person', name: bare, title: title ?? pendingTitle?.text ?? null, scope, span: spanOf(begin, bare.length) })
      pendingTitle = null
      continue
    }
    const glued = splitTitle(bare)
    if (glued) {
      parties.push({ role, kind: 'person', name: glued.name, title: (pendingTitle ? `${pendingTitle.text}、` : '') + (title ? `${glued.title}（${title}）` : glued.title), scope, span: spanOf(begin + glued.at, glued.name.length) })
      pendingTitle = null
      continue
    }
    if (runTogether(bare)) {
      notices.push({ code: 'names_run_together', message: `two names may be printed as one: ${bare}`, span: spanOf(begin, bare.length) })
      continue
    }
    if (officeEnding.test(bare) && !piece.last) {
      // 市委常委、副市长 张三: an office whose name is still to come
      pendingTitle = { text: pendingTitle ? `${pendingTitle.text}、${bare}` : bare, start: begin }
      continue
    }
    if (unnamedPerson.test(bare) || /[局委办厅部府司院会处室中心]$/.test(bare)) {
      const unit = !unnamedPerson.test(bare)
      const office = pendingTitle ? `${pendingTitle.text}、${bare}` : bare
      parties.push({ role, kind: unit ? 'unit' : 'group', name: unit ? bare : office, title, scope, span: spanOf(pendingTitle?.start ?? begin, begin + bare.length - (pendingTitle?.start ?? begin)) })
      pendingTitle = null
      continue
    }
    // a field of officials holds names: a rare surname is one too
    if (han.test(bare) && (bare.length <= 3 || (bare.length === 4 && !isSurname(bare[0] ?? ''))) && bare.length >= 2) {
      parties.push({ role, kind: 'person', name: bare, title, scope, span: spanOf(begin, bare.length) })
      continue
    }
    notices.push({ code: 'name_unclear', message: `not read as a person's name: ${bare.slice(0, 40)}`, span: spanOf(begin, bare.length) })
  }
  if (pendingTitle) notices.push({ code: 'name_unclear', message: `an office without a name: ${pendingTitle.text.slice(0, 40)}`, span: spanOf(pendingTitle.start, pendingTitle.text.length) })
  return { parties, notices }
}
