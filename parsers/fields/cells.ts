/** What the words of one cell of a table may be, told without the name of its column. Words are folded, without blanks. */
import { doneWords, planVerb } from '../lexicon/columns.js'
import { problemCue } from '../lexicon/cues.js'
import { bodyEnding, proseWords } from '../lexicon/parties.js'
import { markAt } from '../tokens/marks.js'
import { parseDeadline } from './deadline.js'
import { holdsPerson } from './persons.js'
import { isStatusOnly } from './status.js'

/** The words behind their own number. */
export const withoutMark = (words: string): string => {
  const mark = markAt(words, 0)
  return mark && mark.body < words.length ? words.slice(mark.body) : words
}

/** A deadline begins with its day or its phrase; else it is short and no clause. */
const dueStart =
  /^(?:[（“"]?(?:19|20)\d\d[年.\-/]|[（“]?\d{1,2}月|力争|确保|预计|计划|拟|于|立[行知查整]|即[知查行时日]|长期|长效|持续|常态|马上|立即|全年|“?十[三四五]五|[本今明当]年|年[内底]|[上下]半年|第?[一二三四]季度|边[督查整]|每[年月季])/
/** A day or a standing phrase of a deadline, and hardly more. */
export const isDue = (words: string): boolean =>
  byRule.test(words) ||
  (words.length <= 40 &&
    !/[。；].{12}/.test(words) &&
    (dueStart.test(words) || (words.length <= 24 && !/[，。]/.test(words))) &&
    parseDeadline(words, { year: null }).entries.length > 0)

/** 按省定时限要求: a deadline without a day. */
const byRule = /^按照?[\u4e00-\u9fff]{0,10}(?:时限|时间|时间节点|序时进度)(?:要求|推进|完成)?$/

const bareDay = /^\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?$/
/** A day that may be one of anything. */
export const isBareDay = (words: string): boolean => bareDay.test(words)

const isBody = (part: string): boolean =>
  part.length >= 2 && part.length <= 24 && !/\d|已/.test(part) && bodyEnding.test(part) && !proseWords.test(part)

/** Names of bodies and nothing else. */
export const namesBodies = (words: string): boolean =>
  words.length <= 80 &&
  words
    .replace(/等$/, '')
    .split(/[、，；,;和及与/／（）\n]/)
    .filter((part) => part !== '')
    .every(isBody)

/** Names of persons and nothing else. */
export const namesPersons = (words: string): boolean =>
  words.length <= 60 &&
  words
    .split(/[、，；,;\n]/)
    .filter((part) => part !== '')
    .every((part) => part.length <= 20 && holdsPerson(part))

/** What will be done. */
export const isPlan = (words: string): boolean => words.length >= 4 && planVerb.test(withoutMark(words))
/** What has been done. */
export const isDone = (words: string): boolean => words.length >= 8 && doneWords.test(words) && !isStatusOnly(words)
/** A fault is stated, not what is or will be done. */
export const isFault = (words: string): boolean => {
  const own = withoutMark(words)
  return own.length >= 6 && problemCue.test(own) && !/^(?:已|目前已)/.test(own) && !isPlan(words) && !isStatusOnly(words)
}
