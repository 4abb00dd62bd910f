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
  参: 3,
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
 * Words in which a numeral's character counts nothing, as pieces of a pattern. Only `findNumbers` leaves them out: a quantity
 * has its unit or classifier to show what it is.
 */
export const fixedWords: readonly string[] = [
  '一(?:切|看|旦|般|定(?!比例的?\\d)|直|起|样|致|律|贯|向|些|批|体|再|经|并|同|共|带|线|方面|系列|会儿?|边|把手|刀切|揽子|下|身|味|岗双责|案双查|网通办|票否决|事一议|路|时间|面|块|流|元化|如既往)',
  '一点(?![零〇一二三四五六七八九\\d])',
  '一[厂企湖河矿园村山路地人事县]一[策档表方案]',
  '(?:统|唯|同|单|万|逐|专|划|不|惟|合|如|进)一(?![千百十万])步?',
  '三(?:农|峡|亚|明|角|废|同时|线一单|定|清)|四(?:川|平|周|处|季|不两直)|五(?:金|行|莲|水共治)|六(?:安|盘水)|七夕|八(?:达|方|项规定)|九(?:江|寨|龙|九)',
  '十(?:分(?!之)|堰|足)|百(?:姓|货|色|科)|千(?:万[别不要]|秋|阳)|万(?:物|州|宁|象|能)',
  '两(?:岸|侧|边|旁|手|面|会|委|高|山|断三清)',
]

/** Financial digits that are ordinary characters as well (队伍, 大陆): alone inside a word they are no number. */
export const wordDigits = '伍陆陸參参拾仟佰'
/** What 半 counts: 半个, 半年, but not 半径. */
export const halved = '个個年天月日斤公里吨小成数'
