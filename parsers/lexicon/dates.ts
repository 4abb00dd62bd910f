/** The words of dates, as data. All patterns are pieces of regular expressions over folded text. */

/** A word for a year, told from the year that a text is in. */
export interface YearWord {
  offset: number
  /**
   * writing: from the year in which the text is written (今年); named: from the year that was named last (当年), else the same;
   * told: only from one that was named (次年).
   */
  from: 'writing' | 'named' | 'told'
  /** Before these characters' words end: 以上年产, 说明年度, 不同年份, 应当年底 hold the word by accident. */
  notBehind?: string
}

export const yearWords: Readonly<Record<string, YearWord>> = {
  今年: { offset: 0, from: 'writing' },
  本年: { offset: 0, from: 'writing', notBehind: '基成资原根日' },
  这一年: { offset: 0, from: 'named' },
  去年: { offset: -1, from: 'writing', notBehind: '除减' },
  上年: { offset: -1, from: 'named', notBehind: '以之' },
  上一年: { offset: -1, from: 'named', notBehind: '以之' },
  前年: { offset: -2, from: 'writing', notBehind: '以之目大' },
  大前年: { offset: -3, from: 'writing' },
  明年: { offset: 1, from: 'writing', notBehind: '说表证阐申声注' },
  来年: { offset: 1, from: 'writing', notBehind: '以历近从向' },
  次年: { offset: 1, from: 'told', notBehind: '一二两三四五六七八九十几多每首再此本0123456789' },
  翌年: { offset: 1, from: 'told' },
  下年: { offset: 1, from: 'named', notBehind: '以之' },
  下一年: { offset: 1, from: 'named', notBehind: '以之' },
  后年: { offset: 2, from: 'writing', notBehind: '以之大前然最' },
  大后年: { offset: 3, from: 'writing' },
  当年: { offset: 0, from: 'named', notBehind: '应相适恰正每' },
  同年: { offset: 0, from: 'told', notBehind: '不相如共合' },
  该年: { offset: 0, from: 'told', notBehind: '应' },
}

/** Every dash that joins the two ends of a range, and the words for it. */
export const rangeDash = '(?:[-–—－―‐‑−─～~∼]{1,3}|至|到)'

/** 年 or 月 with these behind it is its end, beginning, middle. The second part keeps 底泥, 末端, 初步, 内河 and 年终考核 out. */
export const endWords = '(?:底(?![泥部数线层板图栏色片下座])|末(?![端梢日])|终(?![考奖总目述绩端止身点了审结]))'
export const beginningWords =
  '(?:初(?!预算|结转|结余|结存|余额|计划|目标|批复|存量|下达|到位率)(?![步期级审验始中稿检次衷见一二三四五六七八九十具评查诊心]))'
export const middleWords = '(?:中(?=[，。；、）之前完起至到\n]|$)|中期(?![规评检调预]))'
export const insideWords = '(?:内(?![蒙河湖部容涝审控设外陆江在涵港]))'

/** Behind a year these show that it is an edition, a return period or a document number, not a time. */
export const notAYear = '(?!度? {0,3}(?:一遇|以上|版|代(?![表理码])|修订|修正|本）|第? {0,2}\\d{1,4} {0,2}号))'

/** …前: the last day that is allowed. 前列, 前期 and 前往 are other words, 前后 is about that time. */
export const beforeWords =
  '(?:（含）| ?\\d{1,2} ?(?:时|点|：\\d\\d)整?)?(?:[及或和]?(?:之前|以前)|[及或]前|前(?![列往期景段端述置后後三两二几半身沿来去提言任]|[一二三四五六七八九十\\d]{1,2}个?[月季]))'
/** 以来, 起: from the date's first day on. */
export const sinceWords =
  '(?:(?:之日|[零0]时)?起(?![草步诉到因点码源伏重])(?: {0,3}(?:至|到)今(?![年天日后明]))?|以来|来(?=[，、])|[及或](?:之后|以后|之後|以後)|(?: {0,3}(?:至|到|迄)今|迄今)(?![年天日后明])|始(?![终建])|开始(?=[，。；、）\n]|$))'
/** 之后: from the day, month or year after it on. */
export const afterWords = '(?:之后|以后|之後|以後|后(?![期续者备半勤评方果来任台端处])|後(?![期續者備半]))'
/** 期间, 左右: the words' own days. */
export const duringWords = '(?:期间|左右|前后|前後|以内|间(?![接隔歇距断谍作]))'

/** 截至…: the state on that day. */
export const asOfWords: readonly string[] = ['截至到', '截止到', '截止至', '截至', '截止', '截到']
/** 自…, 从…: the beginning. */
export const fromWords: readonly string[] = ['自从', '自', '从', '從']
/** 到2025年: the last day that is allowed, where a clause opens with it or a verb of planning stands before it. */
export const untilWords: readonly string[] = ['到', '至']
export const untilBehind: readonly string[] = [
  '起',
  '有效期',
  '规划',
  '力争',
  '确保',
  '预计',
  '计划',
  '争取',
  '必须',
  '不迟于',
  '拟',
  '将',
]
/** 不晚于2025年: the same without a condition. */
export const notLaterWords: readonly string[] = ['不迟于', '不晚于', '最迟', '最晚']

/** Before a bare month or day these show a recurrence or a duration: 每年3月, 连续三月, 第3月. */
export const notBeforeBareMonth = /(?:[每近满期续逐历几数多余半第个\d]|[每逐历次翌同该]年|连续|为期|历时|年均) {0,2}$/

/** The same before a bare part of a year: 三年内, 每年底, 大年初一. */
export const notBeforeBarePart = /[每逐历半\d一二两三四五六七八九十几多近周当整同满老大少青成去今明前上次翌同该]$/

/** 一五 (1953–1957) to 十五五 (2026–2030): first years of the five-year plans. The years 1963–1965 stand between 二五 and 三五. */
export const planStarts: Readonly<Record<string, number>> = {
  一五: 1953,
  二五: 1958,
  三五: 1966,
  四五: 1971,
  五五: 1976,
  六五: 1981,
  七五: 1986,
  八五: 1991,
  九五: 1996,
  十五: 2001,
  十一五: 2006,
  十二五: 2011,
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
  十六五: 2031,
}

/** Months told from the one that was named last: 当月底, 次月10日前. Their offset in months. */
export const monthWords: Readonly<Record<string, number>> = { 当月: 0, 同月: 0, 该月: 0, 次月: 1, 翌月: 1 }

/** Before a month or a day these say that it comes again: 每年5月至8月 is no date. */
export const recurring = /(?:[每逐历]个?(?:年度?|季度?|月|半年)|按[年季月])的?(?:首月|第.个?月)?(?:在|于|到)? {0,2}$/
/** Between a month and 当月 these say that it comes again. */
export const repeats = /[每逐]个?(?:月|季)|按月/

/** Behind these a year and a month in figures are a date: 截至2022.12. */
export const monthCueBefore = /(?:截至|截止到?|截止至|自|从|至|到|于|期限：?|时间：?) {0,2}$/
/** In front of these too: 2023.6前, 2023-12底. */
export const monthCueBehind = '(?= ?月?(?:底|末|初)|之?前(?!期)|以[前来]|起|止|至今|完成|完工|建成|竣工)'

/** Before a date of a report on what was done these say that it is still to come: 预计10月底完工. */
export const planned = /(?:预计|计划|拟|力争|确保|将|争取|要求|应|须|需|下一步|待)[^。；\n]{0,16}$/

/** Years of dates that a record can hold; others are misprints or history. */
export const plausibleYears = { first: 1949, last: 2100 }
