/**
 * Composes a plan and the progress report that answers it, edited in the ways offices edit, with the links that are right beside them.
 * The sentences are made up; each kind of sentence is used for many places, so that the list is full of problems that differ in a name or figure only.
 */
import type { LinkItem, LinkReport } from '../../pipeline/links/index.js'
import { clausesOf, lettersOf } from '../../pipeline/links/letters.js'
import type { Right } from './score.js'

export type Random = () => number

/** mulberry32: the same numbers for the same seed. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
const pick = <T>(random: Random, values: readonly T[]): T => {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new RangeError('Nothing to pick from')
  return value
}
const between = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1))

const counties =
  '临湖县 青岭县 白沙县 云溪区 东河县 西河县 石桥市 南塘区 北塘区 枫林县 松岗县 龙泉县 龙潭县 清水县 浅水县'.split(' ')
const towns = '柳树镇 大坪乡 小坪乡 黄土镇 红旗镇 双河镇 三江镇 长坡乡 短坡乡 麻石镇'.split(' ')
const rivers = '沙河 清溪 浑水河 泥河 九曲江 大渡沟 小渡沟 月亮湖 镜湖 明湖'.split(' ')
const firms = '宏远 兴达 兴旺 金源 银源 鼎盛 华泰 恒泰 永昌 永盛'.split(' ')

/** Sentences of a problem: the head, then what bears it out. `{c}` county, `{t}` town, `{r}` water, `{f}` firm, `{n}` a figure, `{p}` a share, `{y}` a year. */
const kinds: readonly (readonly string[])[] = [
  [
    '{c}生活污水收集处理能力不足。',
    '{c}城区雨污合流管网长{n}公里，占比达{p}%。',
    '{c}污水处理厂进水浓度偏低，{y}年平均仅{n}毫克/升。',
  ],
  [
    '{r}水环境治理推进不力。',
    '督察组暗访看到，{r}沿岸{n}个排口雨天溢流，水体呈灰黑色。',
    '{c}未按方案要求在{y}年底前完成清淤。',
  ],
  ['{c}{t}垃圾填埋场渗滤液处置不规范。', '场内积存渗滤液约{n}吨，防渗膜多处破损。', '监测井氨氮浓度超过标准{p}倍。'],
  ['矿山修复进度滞后。', '{c}应修复矿山{n}座，至督察时只有{p}座完工。', '{f}采石场边坡裸露，既无截水沟也无沉淀池。'],
  ['{f}化工有限公司违法排污。', '该公司{y}年以来被群众举报{n}次，{c}有关部门每次都以罚款了事。'],
  ['畜禽养殖污染问题多发。', '{c}{t}规模养殖场共{n}家，粪污设施配套率为{p}%，个别养殖户把粪水排进{r}。'],
  ['扬尘管控流于形式。', '{c}在建工地{n}个，抽查的工地中超过{p}%没有落实围挡、覆盖、冲洗要求。'],
  ['{c}自然保护地监管缺位。', '核心区内仍有{n}户经营农家乐，{y}年卫星影像显示新增硬化地面{p}亩。'],
  ['工业园区环境基础设施欠账较多。', '{c}工业园规划环评批复要求{y}年建成的集中供热至今没有动工，园内{n}台小锅炉照常使用。'],
  ['{c}黑臭水体返黑返臭。', '{r}支流{n}处点位透明度不达标，{t}段尤为明显。'],
  ['饮用水水源保护区存在隐患。', '{c}{t}水源地一级保护区内有{n}座民房、{p}亩菜地。'],
  ['危险废物贮存管理混乱。', '{f}再生资源公司厂区露天堆放铝灰{n}吨，没有标识，也没有台账。'],
  ['群众身边的噪声油烟扰民反复投诉。', '{c}{y}年受理此类投诉{n}件，重复投诉占{p}%。'],
  ['秸秆禁烧责任没有压实。', '{y}年秋收期间{c}{t}出现火点{n}个，镇里没有问责一人。'],
  ['{c}码头岸电使用率低。', '{n}个泊位虽已装好岸电，全年使用率只有{p}%。'],
  ['尾矿库安全风险突出。', '{c}{f}尾矿库干滩长度不足，在线监测{n}次报警无人处理。'],
  [
    '党委政府抓生态环保的责任没有层层传导。',
    '{c}{y}年只召开{n}次专题会议，{t}等地把整改当成部门的事。',
    '有的干部认为这是历史遗留，慢一点没有关系。',
  ],
  ['耕地化肥减量数据不实。', '{c}上报{y}年减少化肥施用{n}吨，农资门店的销售账却增加了{p}%。'],
]

interface Problem {
  sentences: string[]
  goal: string
}

const compose = (random: Random): Problem => {
  const slots: Record<string, string> = {
    c: pick(random, counties),
    t: pick(random, towns),
    r: pick(random, rivers),
    f: pick(random, firms),
    y: String(between(random, 2017, 2023)),
  }
  const fill = (text: string) =>
    text.replace(
      /\{(\w)\}/g,
      (_, name: string) => slots[name] ?? String(name === 'p' ? between(random, 2, 96) : between(random, 3, 1900)),
    )
  const sentences = pick(random, kinds).map(fill)
  return {
    sentences,
    goal: fill(pick(random, ['完成{c}问题整治并建立长效机制', '{y}年底前全面整改到位', '确保{r}水质达到Ⅲ类', '问题整改到位'])),
  }
}

/** How an office may print a problem anew; `relation` is what the link is then, null where it may be several. */
interface Edit {
  name: string
  relation: string | null
  apply: (problem: Problem, random: Random) => string
}
const whole = ({ sentences }: Problem): string => sentences.join('')
const homophones = '治制 处出 不步 理里 河合 水谁 达大 未为 场厂 管馆 落洛 建健 设社 施师 监鉴 测侧 进近'.split(' ')
const heads: readonly (readonly [RegExp, string])[] = [
  [/能力不足/, '短板明显'],
  [/推进不力/, '工作不够有力'],
  [/不规范/, '存在漏洞'],
  [/进度滞后/, '迟缓'],
  [/违法排污/, '长期超标排放污水'],
  [/问题多发/, '较为普遍'],
  [/流于形式/, '不严不实'],
  [/监管缺位/, '管护不到位'],
  [/欠账较多/, '建设滞后'],
  [/存在隐患/, '风险没有消除'],
  [/管理混乱/, '不合要求'],
  [/没有压实/, '落实不到位'],
  [/突出/, '较大'],
  [/不实/, '弄虚作假'],
]
const numerals = '零一二三四五六七八九'
const inChinese = (n: number): string =>
  n < 10
    ? (numerals[n] ?? '')
    : n < 100
      ? `${n < 20 ? '' : numerals[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : numerals[n % 10]}`
      : String(n)

/** The same sentence of another place, body, water or with other figures: another problem. */
export const disguised = (text: string, random: Random): string => {
  const swap = (names: readonly string[], from: string) => names.find((name) => from.includes(name))
  const lists = [counties, towns, rivers, firms]
  const present = lists.filter((names) => swap(names, text))
  if (present.length === 0 || random() < 0.3)
    return text.replace(/(?<!20)\d+(?!年)/g, (n) => String(Number(n) + between(random, 1, 400)))
  const names = pick(random, present)
  const from = swap(names, text) ?? ''
  const others = names.filter((name) => name !== from)
  return text.replaceAll(from, pick(random, others))
}

export const edits: readonly Edit[] = [
  { name: 'as it was', relation: 'same', apply: whole },
  { name: 'in 关于…的问题', relation: 'same', apply: (p) => `关于“${whole(p).replace(/。$/, '')}”的问题` },
  {
    name: 'other marks and widths',
    relation: 'same',
    apply: (p) =>
      whole(p)
        .replaceAll('，', ',')
        .replaceAll('。', '；')
        .replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  },
  { name: 'broken by blanks', relation: 'same', apply: (p) => whole(p).replace(/(\d+)/g, ' $1 ').replace(/。/g, '。\n') },
  {
    name: 'head alone',
    relation: 'shortened',
    apply: ({ sentences }) => sentences.slice(0, Math.max(1, sentences.length - 1)).join(''),
  },
  { name: 'without the head', relation: 'shortened', apply: ({ sentences }) => sentences.slice(1).join('') },
  {
    name: 'a clause cut',
    relation: 'shortened',
    apply: (p, random) => {
      const clauses = whole(p).split(/(?<=[，。])/)
      clauses.splice(between(random, 1, clauses.length - 1), 1)
      return clauses.join('')
    },
  },
  {
    name: 'head reworded',
    relation: 'edited',
    apply: ({ sentences: [head = '', ...rest] }) =>
      heads.reduce((text, [from, to]) => text.replace(from, to), head) + rest.join(''),
  },
  { name: 'more said', relation: 'shortened', apply: (p) => `${whole(p)}截至目前，有关单位正在抓紧落实。` },
  {
    name: 'a misprint',
    relation: null,
    apply: (p, random) => {
      const text = whole(p)
      const [from = '', to = ''] = [...pick(random, homophones.filter(([c = '']) => text.includes(c)).concat(['。。']))]
      return text.replace(from, to)
    },
  },
  {
    name: 'a letter lost',
    relation: 'edited',
    apply: (p, random) => {
      const text = whole(p)
      const at = between(random, 3, text.length - 3)
      return /[\d，。%]/.test(text.slice(at, at + 1)) ? text.replace('的', '') : text.slice(0, at) + text.slice(at + 1)
    },
  },
  {
    name: 'figures in words',
    relation: null,
    apply: (p) => whole(p).replace(/(?<![\d.])\d{1,2}(?=[个座次家户件台处])/g, (n) => inChinese(Number(n))),
  },
  {
    name: 'smoothed',
    relation: null,
    apply: (p) =>
      whole(p)
        .replace('没有', '未')
        .replace('只有', '仅')
        .replace('督察组暗访看到', '督察发现')
        .replace('至今没有动工', '尚未开工')
        .replace('至督察时', '截至督察进驻')
        .replace('照常使用', '仍在使用')
        .replace('有关部门', '相关部门'),
  },
  {
    name: 'the county is ours',
    relation: null,
    apply: (p) => counties.reduce((text, name) => text.replaceAll(name, '我县'), whole(p)),
  },
  {
    name: 'bare name of the county',
    relation: null,
    apply: (p) => counties.reduce((text, name) => text.replaceAll(name, name.slice(0, -1)), whole(p)),
  },
  { name: 'clauses turned round', relation: 'edited', apply: ({ sentences }) => [...sentences].reverse().join('') },
  { name: 'opened with what is known', relation: 'shortened', apply: (p) => `督察指出，${whole(p)}` },
  {
    name: 'days told otherwise',
    relation: null,
    apply: (p) => whole(p).replace('年底前', '年12月31日前').replace('以来', '年初以来'),
  },
  {
    name: 'place left out',
    relation: null,
    apply: (p) => counties.reduce((text, name) => text.replace(new RegExp(`(?<=[。，].*)${name}`), ''), whole(p)),
  },
]

export interface Composed {
  plan: LinkReport
  progress: LinkReport
  rights: Right[]
  /** Of each right link, how its problem was edited; for the message of a failure. */
  made: Map<number, string>
  texts: { plan: string[]; progress: string[] }
}

const itemOf = (seq: number, number: number | null, text: string, goal: string): LinkItem => ({
  seq,
  number,
  letters: lettersOf(text),
  clauses: clausesOf(text),
  category: '',
  goal: lettersOf(goal),
  places: [],
})

export interface ComposeOptions {
  items?: number
  /** How the list is ordered and numbered in the progress report. */
  order?: 'kept' | 'kept, numbered anew' | 'blocks moved' | 'shuffled' | 'no numbers'
  /** Share of the plan's items that the progress report leaves out, and of items that it adds. */
  dropped?: number
  added?: number
  goals?: boolean
  tie?: 'same' | 'copy'
  /** Share of the items that the progress report has of another place or with other figures, instead. */
  disguise?: number
}

const region = (name: string, code: string): LinkReport['region'] => ({
  name,
  code,
  level: code.endsWith('0000') ? 'province' : 'city',
})

/** Moves whole runs of the list about, as where it is arranged by another heading. */
const moved = <T>(random: Random, values: readonly T[]): T[] => {
  const runs: T[][] = []
  for (let at = 0; at < values.length; ) {
    const length = between(random, 5, 30)
    runs.push(values.slice(at, at + length))
    at += length
  }
  return shuffled(random, runs).flat()
}
const shuffled = <T>(random: Random, values: readonly T[]): T[] =>
  values
    .map((value) => ({ value, at: random() }))
    .sort((x, y) => x.at - y.at)
    .map(({ value }) => value)

export const composePair = (seed: number, options: ComposeOptions = {}): Composed => {
  const {
    items = 200,
    order = 'kept, numbered anew',
    dropped = 0.1,
    added = 0.1,
    goals = true,
    tie = 'same',
    disguise = 0,
  } = options
  const random = randomOf(seed)
  const problems: Problem[] = []
  while (problems.length < items) {
    const one = compose(random)
    // Two problems of the same words are one.
    if (!problems.some((other) => whole(other) === whole(one))) problems.push(one)
  }
  const entries = problems.flatMap((problem, index): { text: string; goal: string; of: number | null; edit: Edit | null }[] => {
    const extra = random() < added ? [{ text: whole(compose(random)), goal: '问题整改到位', of: null, edit: null }] : []
    if (random() < dropped) return extra
    if (random() < disguise) {
      const text = disguised(whole(problem), random)
      return problems.some((other) => whole(other) === text)
        ? extra
        : [{ text, goal: problem.goal, of: null, edit: null }, ...extra]
    }
    const edit = random() < 0.3 ? edits[0] : pick(random, edits)
    const text = edit?.apply(problem, random) ?? ''
    return [{ text, goal: random() < 0.7 ? problem.goal : '按要求完成整改', of: index, edit: edit ?? null }, ...extra]
  })
  const arranged =
    order === 'blocks moved' ? moved(random, entries) : order === 'shuffled' ? shuffled(random, entries) : entries
  const numberOf = (entry: (typeof entries)[number], index: number): number | null =>
    order === 'no numbers' ? null : order === 'kept' ? (entry.of === null ? null : entry.of + 1) : index + 1
  const base = {
    programme: { type: 'central_environmental_inspection' as const, round: 2, lookBack: false },
    body: null,
    place: null,
    year: null,
    day: null,
  }
  return {
    plan: {
      ...base,
      kind: 'plan',
      region: tie === 'same' ? region('河东省临江市', '991100') : region('河东省', '990000'),
      items: problems.map((problem, index) => itemOf(index + 1, index + 1, whole(problem), goals ? problem.goal : '')),
    },
    progress: {
      ...base,
      kind: 'progress',
      region: region('河东省临江市', '991100'),
      items: arranged.map((entry, index) => itemOf(index + 1, numberOf(entry, index), entry.text, goals ? entry.goal : '')),
    },
    rights: arranged.flatMap(({ of, edit, text }, index) => {
      const problem = of === null ? undefined : problems[of]
      if (of === null || !problem || !edit) return []
      // An edit that found nothing to change leaves the words as they were.
      const relation = lettersOf(text) === lettersOf(whole(problem)) ? 'same' : edit.relation
      return [{ item: of + 1, other: index + 1, relation }]
    }),
    made: new Map(arranged.flatMap(({ of, edit }) => (of === null ? [] : [[of + 1, edit?.name ?? '']]))),
    texts: { plan: problems.map(whole), progress: arranged.map(({ text }) => text) },
  }
}
