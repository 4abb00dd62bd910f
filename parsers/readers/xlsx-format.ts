/**
 * A number as the sheet prints it, by its format code: ECMA-376 part 1, 18.8.30 and 18.8.31, with the codes that a Chinese
 * Excel has built in. A date is a number too (days since 1899-12-30), told only by its format.
 */
import { formatNumber } from './docx-numerals.js'

/** Built-in codes by id; 27–36 and 50–58 are those of zh-CN. An id that is not here prints as General. */
export const builtinFormats: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

type Token = { kind: 'literal' | 'code'; text: string }
interface Section {
  tokens: Token[]
  /** [DBNum1] and its like: figures in Chinese. */
  chinese: boolean
  isDate: boolean
}

const tokenPattern =
  /"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(上午\/下午|AM\/PM|A\/P|General|G\/通用格式|y+|m+|d+|h+|s+|a{3,4}|e+|E[+-]|[0#?]+|.)/gisu

/** General prints up to eleven significant digits; a long whole number is printed whole, not in powers of ten. */
const general = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(11)))

const readSection = (code: string): Section => {
  const tokens: Token[] = []
  let chinese = false
  let isDate = false
  for (const [, quoted, escaped, , , bracket, plain = ''] of code.matchAll(tokenPattern)) {
    if (quoted !== undefined) tokens.push({ kind: 'literal', text: quoted })
    else if (escaped !== undefined) tokens.push({ kind: 'literal', text: escaped })
    else if (bracket !== undefined) {
      if (/^DBNum[12]$/i.test(bracket)) chinese = true
      const currency = /^\$([^-]*)/.exec(bracket)?.[1]
      if (currency) tokens.push({ kind: 'literal', text: currency })
      if (/^(h+|m+|s+)$/i.test(bracket)) tokens.push({ kind: 'code', text: bracket })
    } else if (plain !== '') {
      tokens.push({ kind: 'code', text: plain })
      if (/^(y+|m+|d+|h+|s+|a{3,4}|e+)$/i.test(plain)) isDate = true
    }
  }
  return { tokens, chinese, isDate }
}

/** Sections of the code; a semicolon in quotes or brackets separates nothing. */
const sectionsOf = (code: string): Section[] => {
  const parts = ['']
  for (const [whole] of code.matchAll(/"[^"]*"|\\.|\[[^\]]*\]|[\s\S]/g)) {
    if (whole === ';') parts.push('')
    else parts[parts.length - 1] += whole
  }
  return parts.map(readSection)
}

const cache = new Map<string, Section[]>()
const sectionsFor = (code: string): Section[] => {
  const known = cache.get(code)
  if (known) return known
  // Codes come from the document: no more than these are kept.
  if (cache.size > 500) cache.clear()
  const sections = sectionsOf(code)
  cache.set(code, sections)
  return sections
}

const dayMs = 86_400_000
/** The moment of a serial number, as UTC fields. The calendar of 1900 counts a 29 February that never was. */
const momentOf = (serial: number, epoch1904: boolean): Date => {
  const days = epoch1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  return new Date(Math.round(days * dayMs) + Date.UTC(1899, 11, 30))
}

const weekdays = '日一二三四五六'
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const formatDate = (moment: Date, { tokens, chinese }: Section): string => {
  const figure = (value: number, width: number, digits = false): string =>
    chinese
      ? formatNumber(digits ? 'ideographDigital' : 'chineseCountingThousand', value) || '〇'
      : String(value).padStart(width, '0')
  const codes = tokens.map((token) => (token.kind === 'code' ? token.text.toLowerCase() : ''))
  const half = codes.some((code) => code === 'am/pm' || code === '上午/下午' || code === 'a/p')
  /** m is minutes right after hours or right before seconds. */
  const isMinute = (at: number): boolean => {
    const before = codes.slice(0, at).findLast((code) => /^[ymdhs]/.test(code))
    const after = codes.slice(at + 1).find((code) => /^[ymdhs]/.test(code))
    return before?.startsWith('h') === true || after?.startsWith('s') === true
  }
  const print = (code: string, at: number): string => {
    const [year, month, day] = [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()]
    const hour = moment.getUTCHours()
    if (/^y+$|^e+$/.test(code))
      return code.length === 2 && code.startsWith('y') ? figure(year % 100, 2, true) : figure(year, 4, true)
    if (/^m+$/.test(code)) {
      if (isMinute(at)) return figure(moment.getUTCMinutes(), code.length)
      return code.length > 2 ? (months[month - 1] ?? '') : figure(month, code.length)
    }
    if (/^d+$/.test(code)) return code.length > 2 ? `星期${weekdays.charAt(moment.getUTCDay())}` : figure(day, code.length)
    if (/^a{3,4}$/.test(code)) return `${code.length === 4 ? '星期' : ''}${weekdays.charAt(moment.getUTCDay())}`
    if (/^h+$/.test(code)) return figure(half ? hour % 12 || 12 : hour, code.length)
    if (/^s+$/.test(code)) return figure(moment.getUTCSeconds(), code.length)
    if (code === '上午/下午' || code === 'am/pm')
      return code === 'am/pm' ? (hour < 12 ? 'AM' : 'PM') : hour < 12 ? '上午' : '下午'
    return code === '@' || code === ';' ? '' : code
  }
  return tokens
    .map((token, at) => (token.kind === 'literal' ? token.text : print(codes[at] ?? '', at)))
    .join('')
    .trim()
}

/** Rounded half away from zero as Excel does, on the figure's shortest decimal form. */
const fixed = (value: number, decimals: number): string => {
  const plain = Number(value.toPrecision(15))
  const shifted = Number(`${plain}e${decimals}`)
  return Number.isFinite(shifted) && Math.abs(shifted) < 1e15
    ? (Math.round(shifted) / 10 ** decimals).toFixed(decimals)
    : plain.toFixed(decimals)
}

const formatFigure = (value: number, { tokens }: Section): string => {
  const isDigits = (token: Token) => token.kind === 'code' && /^[0#?]+$/.test(token.text)
  const first = tokens.findIndex((token) => isDigits(token) || (token.kind === 'code' && token.text === '.'))
  if (first < 0)
    return tokens
      .map((token) =>
        token.kind === 'code' && /^(general|g\/通用格式)$/i.test(token.text)
          ? general(value)
          : token.text === '@'
            ? ''
            : token.text,
      )
      .join('')
  const last = tokens.findLastIndex((token) => isDigits(token) || (token.kind === 'code' && /^[.,]$|^E[+-]$/i.test(token.text)))
  const core = tokens
    .slice(first, last + 1)
    .map((token) => token.text)
    .join('')
  const shape = /^([0#?,]*)(?:\.([0#?]*)(,*))?$/.exec(core)
  if (!shape) return general(value)
  const [, whole = '', decimals = '', scale = ''] = shape
  const trailing = /(?<!,),*$/.exec(whole)?.[0] ?? ''
  const percent = tokens.some((token) => token.kind === 'code' && token.text === '%')
  const scaled = (value * (percent ? 100 : 1)) / 1000 ** (scale.length + (decimals === '' ? trailing.length : 0))
  const optional = /(?<![#?])[#?]*$/.exec(decimals)?.[0].length ?? 0
  const [units = '', rest = ''] = fixed(scaled, Math.min(15, decimals.length)).split('.')
  const kept = rest.slice(0, rest.length - optional) + rest.slice(rest.length - optional).replace(/0+$/, '')
  const needed = (whole.match(/0/g) ?? []).length
  let figure = (units === '0' && needed === 0 ? '' : units).padStart(needed, '0')
  if (whole.slice(0, whole.length - trailing.length).includes(',')) figure = figure.replace(/\B(?=(?:\d{3})+$)/g, ',')
  const lead = tokens.slice(0, first).map((token) => token.text)
  const tail = tokens.slice(last + 1).map((token) => (token.text === '@' ? '' : token.text))
  return `${lead.join('')}${figure}${kept && `.${kept}`}${tail.join('')}`
}

/** The figure as printed under the format code; General where the code cannot be followed. */
export const formatCellNumber = (value: number, code: string | undefined, epoch1904 = false): string => {
  if (code === undefined || code === '' || /^(general|@|g\/通用格式)$/i.test(code)) return general(value)
  const sections = sectionsFor(code)
  const [positive, negative, zero] = sections
  if (!positive) return general(value)
  if (positive.isDate)
    return value >= 0 && value < 2_958_466 ? formatDate(momentOf(value, epoch1904), positive) : general(value)
  // The section for negative figures prints its own sign.
  if (value < 0 && negative && negative.tokens.length > 0) return formatFigure(-value, negative).trim()
  if (value === 0 && zero && zero.tokens.length > 0) return formatFigure(0, zero).trim()
  const printed = formatFigure(Math.abs(value), positive).trim()
  return value < 0 && /[1-9]/.test(printed) ? `-${printed}` : printed
}

/** The serial number of an ISO 8601 day or moment (cells of type d), or null. */
export const serialOfIso = (text: string): number | null => {
  const moment = Date.parse(/Z$|[+-]\d\d:\d\d$/.test(text) || !text.includes('T') ? text : `${text}Z`)
  return Number.isNaN(moment) ? null : (moment - Date.UTC(1899, 11, 30)) / dayMs
}
