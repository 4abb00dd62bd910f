/** The same problem in two reports: pure rules over records, see docs/links.md. */
export { type Prepared, prepare } from './compare.js'
export { dayOfReport } from './day.js'
export { evidence, LINKED, type Rule, SUGGESTED } from './evidence.js'
export { areaOf, codePrefix, kinshipOf, regionTie } from './kinship.js'
export { fingerprintsOf, lettersOf } from './letters.js'
export { isLinked, linkReports, repeatsIn } from './match.js'
export { bodyOf, linkItem, linkReport, placeOf, yearOf } from './prepare.js'
export { relationOf } from './relation.js'
export { type Happening, happenings, roundOf, type Told } from './round.js'
export {
  type Contradiction,
  contradictions,
  inOrder,
  type Standing,
  type State,
  type Statement,
  standingOf,
  standings,
  timeline,
} from './state.js'
export * from './types.js'
