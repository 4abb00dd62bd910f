/** What the brackets behind a name say: 市住建局（牵头，负责管网）（县人防办）. */
import {
  acceptanceWords,
  dayWords,
  idleNote,
  leadWords,
  levelNote,
  responsibleWords,
  scopeNote,
  sharedWords,
  standing,
  supportWords,
} from '../lexicon/parties.js'
import type { Note, Piece } from './party-pieces.js'
import type { PartyRole } from './party-types.js'
import { holdsPerson } from './persons.js'

export interface NameNotes {
  role: PartyRole | null
  /** The role is that of the whole list: （分别牵头）. */
  shared: boolean
  scope: string | null
  /** Persons named in a bracket: 市住建局（张三）. */
  persons: Note[]
  /** Brackets that belong to the name: 住建局（人防办）. */
  own: Note[]
}

/** The role that the words are, if they are one. */
export const roleOf = (words: string): PartyRole | null => {
  if (leadWords.test(words)) return 'lead_unit'
  if (supportWords.test(words)) return 'supporting_unit'
  if (acceptanceWords.test(words)) return 'acceptance_lead_unit'
  return responsibleWords.test(words) ? 'responsible_unit' : null
}

const join = (before: string | null, words: string): string => (before ? `${before}；${words}` : words)

/** Reads the brackets behind a name; what is neither role, scope, person nor idle belongs to the name. */
export function readNotes({ notes, scope }: Piece): NameNotes {
  const found: NameNotes = { role: null, shared: false, scope, persons: [], own: [] }
  for (const note of notes) {
    const words = note.text.replace(/[。；，\s]{1,20}$/, '').trim()
    const whole = roleOf(words)
    const opening = /^(?:总?牵头|配合|协助)/.exec(words)?.[0] ?? words.split(/[，、；]/)[0] ?? ''
    if (/\d{7}/.test(words) && !holdsPerson(words)) continue
    if (whole) {
      found.role = whole
      found.shared ||= sharedWords.test(words)
    } else if (/^[^：]{0,6}人：/.test(words) && holdsPerson(words)) found.persons.push(note)
    else if (levelNote.test(words) || scopeNote.test(words)) {
      const told = roleOf(opening)
      if (told && told !== 'responsible_unit') found.role = told
      found.scope = join(found.scope, words)
    } else if (holdsPerson(words) || (words.length < 40 && words.split(/[、，；\s]/).every((word) => holdsPerson(word))))
      found.persons.push(note)
    else if (words && !idleNote.test(words) && !standing.test(words) && !dayWords.test(words)) found.own.push(note)
  }
  return found
}
