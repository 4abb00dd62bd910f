/** Accidents of conversion: what happens to a report on its way from Word, a PDF, a scan or a page to the file that is read. */
import { often } from './often.js'

export const accidentAxes = {
  /**
   * Its characters. 数字变全角, 标点变半角, 数字两边有空格, 标点后有空格, 识别时夹入空格, 字字之间有空格, 部首字（⽬标）, 零宽字符.
   */
  letters: [
    ...often('plain', 18),
    'wideDigits',
    'halfMarks',
    ...often('digitBlanks', 2),
    'markBlanks',
    'strayBlanks',
    'everyBlank',
    'radicals',
    'zeroWidth',
  ],
  /** Between a mark and its text. 空格, 全角空格, 制表符, 序号单独一行. */
  markGap: [...often('none', 12), 'blank', 'wide', 'tab', 'line'],
  /** Labels. 整 改 目 标：, 时　　限：, 整改目标 ：, 整改目标： 值, 格内折成两行. */
  labelPrint: [...often('whole', 14), 'spaced', 'padded', 'colonApart', 'valueApart', ...often('twoLines', 2)],
  /** Breaks between an item’s fields. 都丢了, 变成两个空格, 丢了一处, 问题与第一个字段之间丢了. */
  breaks: [...often('kept', 14), 'lost', 'blanks', 'one', 'head'],
  /** Page ends between lines: 页码, 页眉和页码, 段落被页码断开. */
  pages: [...often('none', 14), 'number', 'headNumber', ...often('cut', 2)],
  /**
   * A table over a page's end. 一行断成两行, 断处重复表头, 断处有页码和表头, 断成两表（表头重复）, 续表, 两表之间有页码, 后一表无表头.
   */
  tablePages: [...often('none', 9), ...often('rowCut', 2), 'rowCutHead', 'rowCutNumber', 'tables', 'caption', 'number', 'bare'],
} as const
