/** 县发改局、县财政局、刘志强: a person's name in a list of bodies, told by what stands before and behind it. */
import { officeEnding } from '../lexicon/offices.js'
import { organEnding, strongEnding } from '../lexicon/parties.js'
import { notNamedSo } from '../lexicon/surnames.js'
import { isRegionName } from '../values/regions.js'
import type { Piece } from './party-pieces.js'
import { isSurelyPerson, splitTitle } from './person-names.js'

/** A body whole in itself: what stands beside it borrows nothing from it. 三镇人民政府 and 街道办事处 name places before them. */
const isWhole = ({ text }: Piece): boolean =>
  strongEnding.test(text) && !organEnding.test(text) && !/(?:[镇乡村区县市州旗盟]|街道|社区|两委)$/.test(text)

const isNamed = ({ text, notes }: Piece): boolean =>
  notes.length === 0 && isSurelyPerson(text) && !notNamedSo.test(text) && !isRegionName(text)

/**
 * The places, among the pieces of a list, of the names of persons: only whole bodies and persons stand before them and behind them up to the next
 * mark stronger than 、, and at least one body before. 金湖、银湖街道 and 华菱湘钢 are none.
 */
export function personsBehindBodies(list: readonly Piece[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let from = 0, i = 0; i < list.length; i++) {
    if (list[i]?.separator === '、' && i < list.length - 1) continue
    const run = list.slice(from, i + 1)
    const [first] = run
    if (first && run.length > 1 && isWhole(first) && run.every((piece) => isWhole(piece) || isNamed(piece)))
      run.forEach((piece, at) => {
        if (isNamed(piece)) found.add(from + at)
      })
    from = i + 1
  }
  return found
}

/** 县水利局党组书记、局长陈明: an office that stands before another of the same person goes with it. */
export function withOffices(list: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of list) {
    const before = joined.at(-1)
    const isOffice = before?.separator === '、' && before.notes.length === 0 && officeEnding.test(before.text)
    const titled = isOffice ? splitTitle(piece.text) : null
    if (before && titled && officeEnding.test(titled.title))
      joined[joined.length - 1] = { ...piece, text: `${before.text}、${piece.text}`, start: before.start }
    else joined.push(piece)
  }
  return joined
}
