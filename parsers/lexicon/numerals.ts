/** The characters of Chinese numerals, simplified, traditional and financial (大写), as data. */

/** Digits: value by character. 幺 and 俩 are speech, not print, and are left out. */
export const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  兩: 2,
  壹: 1,
  贰: 2,
  貳: 2,
  叁: 3,
  參: 3,
  叄: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}

/** Units below 万: their power of ten. */
export const smallUnits: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3 }

/** Units from 万 up: their power of ten. 兆 is 10^12 here; before 瓦 it is the prefix mega and no part of the number. */
export const bigUnits: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8, 兆: 12 }

/** Whole tens in one character. */
export const tens: Readonly<Record<string, number>> = { 廿: 20, 卅: 30, 卌: 40 }

/** After these, 千 and 兆 belong to the unit of measure: 50千瓦, 兆瓦. */
export const prefixedUnits = '瓦伏克米卡帕焦赫乏安字欧'
/** The same after a Chinese digit, where 三千米 is rather 3000 m. */
export const prefixedUnitsAfterChinese = '瓦伏克'

/** More than the figure: 多, 余, 几 behind a unit. */
export const moreMarks = '多余餘几幾'
/** Words that begin with 余 or 多 and are no part of a figure: 余热, 余额. */
export const moreWords = /^(?:[余餘][热额量款下留料压党]|多[元样][化性])/

/** Before a unit without a digit these make it vague: 数十, 几百, 上千, 成百. */
export const vagueMarks = '数數几幾上成'

/** Words after 成 that show that it is not "tenths": 三成立. */
export const notTenths = '立为果效员功本品熟长绩因份型分就都才片交像套'

/**
 * Words in which a numeral's character counts nothing. `findNumbers` skips them; with a classifier or a unit a quantity is
 * decided by the quantity rules.
 */
export const fixedWords: readonly string[] = [
  '一切',
  '一看',
  '一旦',
  '一般',
  '一定',
  '一直',
  '一起',
  '一样',
  '一致',
  '一律',
  '一贯',
  '一向',
  '一些',
  '一批',
  '一体',
  '一再',
  '一经',
  '一并',
  '一同',
  '一度',
  '一共',
  '一带',
  '一线',
  '一方面',
  '一系列',
  '一会',
  '一边',
  '一点',
  '一把手',
  '一岗双责',
  '一厂一策',
  '一企一策',
  '一湖一策',
  '一河一策',
  '一矿一策',
  '一园一策',
  '一村一策',
  '一事一议',
  '一案双查',
  '一刀切',
  '一网通办',
  '一票否决',
  '一揽子',
  '统一',
  '唯一',
  '同一',
  '单一',
  '万一',
  '进一步',
  '逐一',
  '专一',
  '划一',
  '不一',
  '惟一',
  '合一',
  '如一',
  '一下',
  '一身',
  '三农',
  '三峡',
  '三亚',
  '三明',
  '三角',
  '三方',
  '四川',
  '四平',
  '四周',
  '四处',
  '四季',
  '五金',
  '五行',
  '五莲',
  '六安',
  '六盘水',
  '七夕',
  '八达',
  '八方',
  '九江',
  '九寨',
  '九龙',
  '九九',
  '十分',
  '十堰',
  '十足',
  '百姓',
  '百货',
  '百色',
  '百科',
  '千万别',
  '千万不',
  '千万要',
  '千秋',
  '千阳',
  '万物',
  '万州',
  '万宁',
  '万象',
  '万能',
  '两岸',
  '两侧',
  '两边',
  '两旁',
  '两美',
  '两手',
  '两面',
  '两会',
  '两委',
  '两高',
  '两山',
  '两断三清',
  '三废',
  '三同时',
  '三线一单',
  '三定',
  '三清',
  '四不两直',
  '五水共治',
  '八项规定',
  '半径',
  '半岛',
  '半夜',
  '半途',
]
