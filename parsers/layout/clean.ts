/**
 * Clean-up of one block's text: what layout put in is taken out, what was written stays.
 * Every removal is counted, so that the caller can say what was touched.
 */
import { exactFieldOf } from '../lexicon/labels.js'
import { fold, ordinary } from '../text/fold.js'
import { isPageNumber } from '../text/page-number.js'
import type { Span } from '../tree.js'

const cjk = '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff々〇'
const mark = '，。；：、！？“”‘’（）《》〈〉【】〔〕—…'
const invisible =
  /[\u200b-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\ufeff\u00ad\u0000-\u0008\u000b\u000e-\u001f\u007f\ue000-\uf8ff]/g
const oddSpace = /[\u00a0\u1680\u2000-\u200a\u3000\f\r]/g
/** A tab or several blanks part columns: 整改期限  2023-09-30. Kept as one blank, whatever stands beside it. */
const gap = /[\t ]{2,}|\t/g
const gapMark = '\u0001'
/** A blank that parts a label from its value, or a value from the next label, is no layout. */
const keptMark = '\u0002'
const labelThenValue = new RegExp(
  `(^|\\n)((?:[（(]?[一二三四五六七八九十\\d０-９]{1,3}[）)、.．]{1,2} ?)?)([${cjk}]{2,12})[ \\u0001]+(?=[^ \\u0001\\n：:])`,
  'g',
)
/** 问题 1 砖厂扬尘: the number counts the problem. */
const itsNumber = /^[\d０-９]{1,3}(?:[ \u0001、.．：:]|$)/
const beforeLabel = new RegExp(`[ \\u0001]{1,4}(?=([${cjk}]{2,12})[：:])`, 'g')
/** 完成时间  2024年5月（已完成）  牵头单位  区林业局: columns stand on both sides of the label. */
const betweenColumns = new RegExp(`\\u0001([${cjk}]{2,12})\\u0001`, 'g')

function keepLabels(text: string): string {
  return text
    .replace(labelThenValue, (whole, line: string, mark: string, words: string, at: number) => {
      const field = exactFieldOf(words)
      if (field === null || field === 'number' || (field === 'problem' && itsNumber.test(text.slice(at + whole.length))))
        return whole
      return `${line}${mark}${words}${keptMark}`
    })
    .replace(beforeLabel, (blank, words: string) => (exactFieldOf(words) ? keptMark : blank))
    .replace(betweenColumns, (whole, words: string) => (exactFieldOf(words) ? `${keptMark}${words}${keptMark}` : whole))
}

/** Kangxi radicals and compatibility ideographs, which PDF fonts print for the ordinary characters (Unicode NFKC). */
const radical = /[\u2e80-\u2fd5\uf900-\ufaff]/g
const needsWork =
  /[\u0000-\u0009\u000b-\u001f\u007f\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2e80-\u2fd5\u3000\ue000-\uf8ff\ufeff]| /

/** A blank between a figure and its word, or around a mark, is layout; so is one between two single characters (李 莉). */
const aroundMark = new RegExp(`[ \\u0001]?([${mark}])[ \\u0001]|[ \\u0001]([${mark}])`, 'g')
// 整改任务1 砖厂扬尘: the blank that parts the number of a problem from its words stays
// 1.2 台账不全, 3 财务管理方面: so does the one behind a line's own number, where no unit follows
const unitAhead = '[年月日号时分秒个家处项条件名人户吨亩公平立米毫万亿千百元余多次倍座辆份天℃％%]'
const digitThenWord = new RegExp(
  `(?<=[0-9０-９%％])(?<!^[${cjk}]{0,8}(?:问题|任务|事项|案例|清单)[0-9０-９]{1,3}) +(?=[${cjk}℃％%])(?<!^\\d{1,2}(?:\\.\\d{1,2}){0,3} (?!${unitAhead}))`,
  'g',
)
const wordThenDigit = new RegExp(`(?<=[${cjk}]) +(?=[0-9０-９])`, 'g')
const singles = new RegExp(`(?<![${cjk}])([${cjk}])((?:[ \\u0001][${cjk}])+)(?![${cjk}])`, 'g')
/** A figure of a date that a blank has cut in two: 1 1月, 202 4年. */
const cutFigure = /(?<![\d０-９.])([\d０-９]{1,3}) ([\d０-９]{1,3})(?=[年月日])/g
function joinFigure(whole: string, a: string, b: string, at: number, text: string): string {
  const joined = fold(a + b)
  const unit = text[at + whole.length]
  const fits =
    unit === '年' ? /^(?:19|20)\d\d$/.test(joined) : /^\d\d$/.test(joined) && Number(joined) <= (unit === '月' ? 12 : 31)
  return fits ? a + b : whole
}

/** A bullet or a list dash that stands before the text or its own number. */
const bullet = /^(?:[-*—] +|(?:——|--)(?! ?[\d０-９]) ?|[•·※▌▍▎\u25a0\u25a2-\u25ff★☆☛☞\u2794-\u27bf\u2b24-\u2b50❖✦✧] *)(?=\S)/

export interface Cleaned {
  text: string
  /** Words that were struck out in the source. */
  struck: string[]
}

/** Takes the struck ranges out of a raw text. */
function withoutStruck(raw: string, spans: readonly Span[]): { text: string; struck: string[] } {
  let text = ''
  let at = 0
  const struck: string[] = []
  for (const [start, end] of spans) {
    text += raw.slice(at, start)
    const words = raw.slice(start, end).replace(/~~/g, '').trim()
    if (words) struck.push(words)
    at = end
  }
  return { text: text + raw.slice(at), struck }
}

/** The readable text of one block (no line breaks at its ends; inner ones kept as `\n`). */
export function cleanText(raw: string, struckSpans: readonly Span[] = []): Cleaned {
  let text = raw
  let struck: string[] = []
  if (struckSpans.length > 0) ({ text, struck } = withoutStruck(raw, struckSpans))
  if (needsWork.test(text)) {
    text = text.replace(invisible, '').replace(oddSpace, ' ').replace(radical, ordinary)
    if (text.includes(' ') || text.includes('\t'))
      text = keepLabels(text.trim().replace(gap, gapMark))
        .replace(aroundMark, '$1$2')
        .replace(wordThenDigit, '')
        .replace(digitThenWord, '')
        .replace(cutFigure, joinFigure)
        // 王 伟  李 娜: where single blanks stand inside names, wide ones stand between them
        .replace(singles, (run: string) => (run.includes(' ') ? run.replace(/ /g, '') : run.replace(/\u0001/g, '')))
        .replaceAll(gapMark, ' ')
        .replaceAll(keptMark, ' ')
  }
  text = text.trim()
  return { text: text.includes('\n') ? text.split('\n').map(withoutBullet).join('\n') : withoutBullet(text), struck }
}

function withoutBullet(line: string): string {
  const dash = bullet.exec(line)
  return dash && !isPageNumber(line) && !option.test(line) ? line.slice(dash[0].length) : line
}
/** ■已完成 beside □推进中: a box of a form; an empty one is never a bullet. */
const option = /^■\s?(?:未|已|正在|推进|完成|整改|销号|办结|基本|进行|达到|达不到|滞后)[^，。；：]{0,8}$/

/** A bare number on a line of its own is a page number only where other signs of pages stand near. */
export const isBareNumber = (text: string): boolean => text.length <= 4 && /^\d+$/.test(text)
