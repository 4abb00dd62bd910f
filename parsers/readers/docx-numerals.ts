/**
 * How Word prints a list number: ST_NumberFormat of ECMA-376 part 1, 17.18.59. Formats that Chinese, Japanese and Western
 * documents use; one that is not here prints as a decimal figure.
 */
const digits = '〇一二三四五六七八九'
const counting = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 12 → 一〇 style: one character for each decimal digit. */
const eachDigit = (marks: string) => (value: number) => String(value).replace(/\d/g, (digit) => marks.charAt(Number(digit)))

/** 1–9999 with 十百千; 十 alone where the number starts with one ten. */
const thousands = (value: number): string => {
  if (value <= 0 || value > 9999) return String(value)
  let out = ''
  let gap = false
  for (const [unit, mark] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) gap = out !== ''
    else {
      out += `${gap ? '零' : ''}${unit === 10 && digit === 1 && out === '' ? '' : counting[digit]}${mark}`
      gap = false
    }
  }
  return out
}

const legalMarks = '零壹贰叁肆伍陆柒捌玖'
const legal = (value: number): string =>
  thousands(value)
    .replace(/^十/, '一十')
    .replace(/[一二三四五六七八九]/g, (mark) => legalMarks.charAt(counting.indexOf(mark)))
    .replace(/[十百千]/g, (mark) => ({ 十: '拾', 百: '佰', 千: '仟' })[mark] ?? mark)

const romanMarks = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const
const roman = (value: number): string => {
  if (value <= 0 || value > 9999) return String(value)
  let rest = value
  let out = ''
  for (const [size, mark] of romanMarks) for (; rest >= size; rest -= size) out += mark
  return out
}

/** A…Z, AA, BB…: Word repeats the letter instead of counting in base 26. */
const letter = (value: number): string =>
  value > 0 && value <= 780 ? String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26)) : String(value)

/** One character for each number of a closed series; decimal beyond its end. */
const series = (marks: string) => {
  const list = [...marks]
  return (value: number) => list[value - 1] ?? String(value)
}

const circled = series('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿')
const fullWidth = eachDigit('０１２３４５６７８９')
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

/** By the name that the file gives; a map, since a file may name anything. */
const formats = new Map<string, (value: number) => string>(
  Object.entries({
    decimal: String,
    decimalZero: (value: number) => String(value).padStart(2, '0'),
    decimalHalfWidth: String,
    decimalFullWidth: fullWidth,
    decimalFullWidth2: fullWidth,
    decimalEnclosedCircle: circled,
    decimalEnclosedCircleChinese: circled,
    decimalEnclosedFullstop: series('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'),
    decimalEnclosedParen: series('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
    numberInDash: (value: number) => `- ${value} -`,
    ordinal: String,
    upperRoman: roman,
    lowerRoman: (value: number) => roman(value).toLowerCase(),
    upperLetter: letter,
    lowerLetter: (value: number) => letter(value).toLowerCase(),
    chineseCounting: (value: number) => (value < 100 ? thousands(value) : eachDigit(digits)(value)),
    chineseCountingThousand: thousands,
    taiwaneseCounting: (value: number) => (value < 100 ? thousands(value) : eachDigit(digits)(value)),
    taiwaneseCountingThousand: thousands,
    japaneseCounting: thousands,
    ideographDigital: eachDigit(digits),
    japaneseDigitalTenThousand: eachDigit(digits),
    taiwaneseDigital: eachDigit('○一二三四五六七八九'),
    chineseLegalSimplified: legal,
    ideographTraditional: series(stems),
    ideographZodiac: series(branches),
    ideographZodiacTraditional: (value: number) => stems.charAt((value - 1) % 10) + branches.charAt((value - 1) % 12),
    ideographEnclosedCircle: series('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
    bullet: () => '',
    none: () => '',
  }),
)

/** The number in the format's own characters. */
export const formatNumber = (format: string, value: number): string => (formats.get(format) ?? String)(value)
/** Whether the format is one that is printed here as Word prints it. */
export const knowsFormat = (format: string): boolean => formats.has(format)
/** ①…㊿; a decimal beyond. Also used for the circled figures that Word draws with an EQ field. */
export const circledNumber = circled
