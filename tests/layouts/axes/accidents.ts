/** Accidents of conversion: what happens to a report on its way from Word, a PDF, a scan or a page to the file that is read. */
import { often } from './often.js'

export const accidentAxes = {
  /**
   * Its characters. 数字变全角, 标点变半角, 数字两边有空格, 识别时夹入空格, 字字之间有空格, 部首字（⽬标）, 零宽字符.
   */
  letters: [
    ...often('plain', 18),
    'wideDigits',
    'halfMarks',
    ...often('digitBlanks', 2),
    'strayBlanks',
    'everyBlank',
    'radicals',
    'zeroWidth',
  ],
} as const
