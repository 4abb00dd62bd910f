/** The check on what was read as a party: no day, standing phrase, label, heading or sentence is one. */

import {
  bodyEnding,
  dayWords,
  groupName,
  isKindOfPlaces,
  notBody,
  otherField,
  proseWords,
  standing,
  verbStart,
  workedOn,
} from '../lexicon/parties.js'
import { fold } from '../text/fold.js'
import { regionNameAt } from '../values/regions.js'
import type { PartyReading } from './party-types.js'

/** A body whose name does not end as bodies' names do (华菱湘钢, 湘潭电厂) is short. */
const longestOther = 12
const longestBody = 30

/** Why the words cannot be the name of a body, or null. */
function notBodyReason(name: string): string | null {
  if (name.length < 2 || name.length > 60 || !/[\u3400-\u9fff]{2}/.test(name)) return 'not read as a body'
  if (dayWords.test(name)) return 'a day and no body'
  if (standing.test(name)) return 'a standing phrase and no body'
  if (notBody.test(name)) return 'not read as a body'
  if (regionNameAt(name, 0) !== null) return null
  if (verbStart.test(name)) return 'begins as a measure does'
  const ends = bodyEnding.test(name) || isKindOfPlaces(name)
  if (ends || groupName.test(name))
    return /[。；：！？]/.test(name) || ((!ends || name.length > longestBody) && proseWords.test(name))
      ? 'a sentence and no body'
      : null
  if (workedOn.test(name)) return 'what is worked on and no body'
  if (otherField.test(name)) return 'a heading or a label and no body'
  return name.length > longestOther || proseWords.test(name) ? 'not read as a body' : null
}

/** Why a reading is no party, or null. */
export function notPartyReason({ kind, name }: PartyReading): string | null {
  const words = fold(name)
  if (kind === 'person') return dayWords.test(words) || standing.test(words) ? "not a person's name" : null
  if (kind === 'group' && !dayWords.test(words) && !standing.test(words) && (bodyEnding.test(words) || !proseWords.test(words)))
    return null
  return notBodyReason(words)
}
