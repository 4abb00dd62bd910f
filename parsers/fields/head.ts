/** The head of a report: title, kind, programme, the day it reports its state of, its own year. */
export { type AsOfReading, findAsOf } from './as-of.js'
export { type FieldCounts, type Kind, kindOf, kindWords } from './kind.js'
export { type OwnYear, ownYear, type YearInput } from './own-year.js'
export { findProgramme, type Programme } from './programme.js'
export { findTitle, type Title } from './title.js'
