/** 县发改局、县财政局、刘志强: a person's name in a list of bodies, told by what stands before and behind it. */
import { officeEnding } from '../lexicon/offices.js'
import { organEnding, strongEnding } from '../lexicon/parties.js'
import { notNamedSo, seldomPlaces } from '../lexicon/surnames.js'
import { isRegionName } from '../values/regions.js'
import type { Piece } from './party-pieces.js'
import { isSurelyPerson, splitTitle } from './person-names.js'

/** A body whole in itself, and no place that may stand for its government. */
const isWhole = ({ text }: Piece): boolean => strongEnding.test(text) && !/(?:[镇乡村区县市州旗盟]|街道|社区|两委)$/.test(text)
/** What stands behind a name lends it nothing: 三镇人民政府 and 街道办事处 name places before them. */
const lendsNothing = (piece: Piece): boolean => isWhole(piece) && !organEnding.test(piece.text)

const isNamed = ({ text, notes }: Piece): boolean =>
  notes.length === 0 &&
  (text.length > 2 || seldomPlaces.test(text)) &&
  isSurelyPerson(text) &&
  !notNamedSo.test(text) &&
  !isRegionName(text)

/**
 * The places, among the pieces of a list, of the names of persons: a whole body and nothing but such and persons stand before them, and behind
 * them, up to the next mark stronger than 、, nothing that lends its kind. 县局、金湖、银湖街道办事处 and 县局、马钢 hold none.
 */
export function personsBehindBodies(list: readonly Piece[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let from = 0, i = 0; i < list.length; i++) {
    if (list[i]?.separator === '、' && i < list.length - 1) continue
    const run = list.slice(from, i + 1)
    let open = run.findIndex((piece) => !isWhole(piece) && !isNamed(piece))
    if (open < 0) open = run.length
    for (let at = run.length - 1; at > 0; at--) {
      const piece = run[at]
      if (!piece || (!isNamed(piece) && !lendsNothing(piece))) break
      if (isNamed(piece) && at < open && run[0] && isWhole(run[0])) found.add(from + at)
    }
    from = i + 1
  }
  return found
}

/** 县水利局党组书记、局长陈明: an office that stands before another of the same person goes with it. */
export function withOffices(list: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of list) {
    const before = joined.at(-1)
    const isOffice =
      before?.separator === '、' &&
      before.notes.length === 0 &&
      officeEnding.test(before.text) &&
      !/^(?:各|有关|相关|全体)/.test(before.text)
    const titled = isOffice ? splitTitle(piece.text) : null
    if (before && titled && officeEnding.test(titled.title))
      joined[joined.length - 1] = { ...piece, text: `${before.text}、${piece.text}`, start: before.start }
    else joined.push(piece)
  }
  return joined
}
