/** The same problem in two reports: pure rules over records, see docs/links.md. */
export { type Prepared, prepare } from './compare.js'
export { evidence, LINKED, type Rule, SUGGESTED } from './evidence.js'
export { areaOf, codePrefix, kinshipOf, regionTie } from './kinship.js'
export { fingerprintsOf, lettersOf } from './letters.js'
export { isLinked, linkReports } from './match.js'
export { linkReport } from './prepare.js'
export * from './types.js'
