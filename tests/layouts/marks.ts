/** Marks of lists: how each style prints its n-th number, and which styles cannot stand at two levels of one list. */

const digits = '零一二三四五六七八九'

/** 1 … 9999 in Chinese numerals. */
export function han(n: number): string {
  if (n < 10) return digits[n] ?? ''
  if (n < 20) return `十${n === 10 ? '' : han(n - 10)}`
  if (n < 100) return `${han(Math.floor(n / 10))}十${n % 10 ? han(n % 10) : ''}`
  if (n >= 1000) {
    const below = n % 1000
    return `${han(Math.floor(n / 1000))}千${below === 0 ? '' : below < 100 ? `零${han(below)}` : han(below)}`
  }
  const rest = n % 100
  return `${han(Math.floor(n / 100))}百${rest === 0 ? '' : rest < 10 ? `零${han(rest)}` : `${rest < 20 ? '一' : ''}${han(rest)}`}`
}
const circled = (n: number): string =>
  n <= 20
    ? String.fromCodePoint(0x245f + n)
    : n <= 35
      ? String.fromCodePoint(0x3250 + n - 20)
      : String.fromCodePoint(0x32b0 + n - 35)
const wide = (n: number): string => String(n).replaceAll(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)))

export const markStyles = {
  '一、': { family: 'han', print: (n: number) => `${han(n)}、` },
  '一．': { family: 'han', print: (n: number) => `${han(n)}．` },
  '（一）': { family: 'hanParen', print: (n: number) => `（${han(n)}）` },
  '(一)': { family: 'hanParen', print: (n: number) => `(${han(n)})` },
  '1.': { family: 'digit', print: (n: number) => `${n}.` },
  '1．': { family: 'digit', print: (n: number) => `${n}．` },
  '1、': { family: 'digit', print: (n: number) => `${n}、` },
  '1. ': { family: 'digit', print: (n: number) => `${n}. ` },
  '１．': { family: 'digit', print: (n: number) => `${wide(n)}．` },
  '- 1、': { family: 'digit', print: (n: number) => `- ${n}、` },
  '（1）': { family: 'digitParen', print: (n: number) => `（${n}）` },
  '(1)': { family: 'digitParen', print: (n: number) => `(${n})` },
  '1）': { family: 'digitParen', print: (n: number) => `${n}）` },
  '①': { family: 'circle', print: circled },
  一是: { family: 'run', print: (n: number) => `${han(n)}是` },
  '第一，': { family: 'run', print: (n: number) => `第${han(n)}，` },
  '其一，': { family: 'run', print: (n: number) => `其${han(n)}，` },
  '问题一：': { family: 'word', print: (n: number) => `问题${han(n)}：` },
  '问题1：': { family: 'word', print: (n: number) => `问题${n}：` },
  '问题1.': { family: 'word', print: (n: number) => `问题${n}.` },
  '【问题一】': { family: 'word', print: (n: number) => `【问题${han(n)}】` },
  '【问题1】': { family: 'word', print: (n: number) => `【问题${n}】` },
  '反馈问题一：': { family: 'word', print: (n: number) => `反馈问题${han(n)}：` },
  '整改任务一：': { family: 'word', print: (n: number) => `整改任务${han(n)}：` },
  '任务1：': { family: 'word', print: (n: number) => `任务${n}：` },
  '第一项：': { family: 'word', print: (n: number) => `第${han(n)}项：` },
  '第1项：': { family: 'word', print: (n: number) => `第${n}项：` },
  '第一个问题：': { family: 'word', print: (n: number) => `第${han(n)}个问题：` },
  '序号：1': { family: 'word', print: (n: number) => `序号：${n}` },
  问题一: { family: 'word', print: (n: number) => `问题${han(n)}` },
  整改任务1: { family: 'word', print: (n: number) => `整改任务${n}` },
  '甲、': { family: 'run', print: (n: number) => `${'甲乙丙丁戊己庚辛壬癸'[n - 1] ?? ''}、` },
  一方面: { family: 'run', print: (n: number) => (n === 1 ? '一方面' : '另一方面') },
  none: { family: 'none', print: () => '' },
} as const

export type MarkStyle = keyof typeof markStyles
export type MarkFamily = (typeof markStyles)[MarkStyle]['family']

export const mark = (style: MarkStyle, n: number): string => markStyles[style].print(n)
export const familyOf = (style: MarkStyle): MarkFamily => markStyles[style].family

/** Marks that stand on a line of their own, with the problem below. */
export const standsAlone: ReadonlySet<MarkStyle> = new Set<MarkStyle>(['序号：1', '问题一', '整改任务1'])
