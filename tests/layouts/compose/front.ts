/** Title, what stands before and under it, and the preface. */
import type { Layout } from '../axes.js'
import type { Rng } from '../rng.js'
import type { Block, LineStyle } from '../types.js'
import { inspections, offices } from './offices.js'

export const line = (text: string, style: LineStyle = 'plain'): Block => ({ kind: 'line', text, style })

const endings: Record<Layout['genre'], string[]> = {
  plan: ['反馈问题整改方案', '反馈问题整改工作方案', '反馈意见整改实施方案'],
  checklist: ['反馈问题整改清单', '反馈问题整改任务清单', '反馈问题整改措施清单'],
  progress: ['反馈问题整改情况的报告', '反馈问题整改进展情况的通报', '反馈意见整改落实情况的报告', '整改进展情况的公示'],
  notice: ['反馈问题整改完成情况的公示', '反馈问题拟销号公示', '反馈问题整改销号情况公示'],
}
const kindOf: Record<Layout['genre'], string> = {
  plan: 'plan',
  checklist: 'checklist',
  progress: 'progress',
  notice: 'progress',
}

export interface Front {
  blocks: Block[]
  /** Whose report it is on what, for the title of an attached list. */
  subject: string
  titles: (string | null)[]
  kinds: string[]
}

/** The title's two halves: who, and on what. */
function titleParts(layout: Layout, rng: Rng): [who: string, what: string] {
  const { name, signs } = offices[layout.issuer]
  const told = rng.pick(inspections[layout.programme].title)
  const ending = rng.pick(endings[layout.genre])
  const planned = layout.genre === 'plan' || layout.genre === 'checklist'
  // what speaks of an audit’s findings is not fed back
  const what = `${told}${layout.programme === 'audit' ? ending.replace(/反馈问题|反馈意见/, '发现问题') : ending}`
  if (planned) return [name, rng.int(0, 1) === 0 ? `贯彻落实${what}` : what]
  return [rng.int(0, 1) === 0 ? name : signs, `关于${what}`]
}

const dayOf = (rng: Rng): string => `2024年${rng.int(1, 12)}月${rng.int(1, 28)}日`

function beforeTitle(layout: Layout, rng: Rng): Block[] {
  const { code, signs } = offices[layout.issuer]
  switch (layout.front) {
    case 'navigation':
      return [
        line(
          rng.pick([
            '首页 > 政务公开 > 重点领域信息公开 > 督查整改',
            '当前位置：首页>>专题专栏>>整改公开',
            '您当前的位置：首页 → 通知公告',
          ]),
          'plain',
        ),
      ]
    case 'index':
      // the table of a page's data, copied with it
      return [
        `索 引 号：${rng.int(11000000, 99999999)}/2024-${rng.int(10000, 99999)}`,
        `发布机构：${signs}`,
        `公开日期：${dayOf(rng)}`,
        '公开方式：主动公开',
      ].map((text) => line(text, 'plain'))
    case 'number':
      return [line(`${code}〔2024〕${rng.int(1, 60)}号`, 'centre')]
    case 'issuer':
      return [line(`${signs}文件`, 'centre')]
    case 'attachment':
      return [line(rng.pick(['附件', '附件1', '附件：']), 'plain')]
    default:
      return []
  }
}

function underTitle(layout: Layout, rng: Rng): Block[] {
  if (layout.front === 'date') return [line(rng.pick([dayOf(rng), `（${dayOf(rng)}）`]), 'centre')]
  if (layout.front === 'tools')
    return [line(rng.pick(['字体：【大 中 小】　【打印】　【关闭】', '分享到：　字号：大 中 小　打印本页']), 'centre')]
  if (layout.front === 'source')
    return [
      line(
        `发布时间：2024-0${rng.int(1, 9)}-${rng.int(10, 28)}　来源：${offices[layout.issuer].signs}　浏览次数：${rng.int(20, 900)}`,
        'centre',
      ),
    ]
  return []
}

function preface(layout: Layout, count: number, rng: Rng): string[] {
  const { self } = offices[layout.issuer]
  const { told, found } = inspections[layout.programme]
  const planned = layout.genre === 'plan' || layout.genre === 'checklist'
  const opening = `2024年${rng.int(1, 6)}月，${told}。`
  const total = layout.preface === 'totals' ? `${found}共反馈问题${count}个。` : ''
  const closing = planned
    ? `为切实抓好反馈问题整改工作，结合实际，制定本${layout.genre === 'plan' ? '方案' : '清单'}。`
    : `现将整改${rng.pick(['情况', '进展情况'])}${rng.pick(['报告', '公布', '公示'])}如下。`
  const between = `${self}高度重视，多次召开会议专题研究，逐项分析原因，明确目标任务和完成时限。`
  return layout.preface === 'none'
    ? []
    : layout.preface === 'two'
      ? [opening + total, between + closing]
      : [opening + total + closing]
}

export function printFront(layout: Layout, count: number, rng: Rng): Front {
  const [who, what] = titleParts(layout, rng)
  const lead = layout.title === 'two' && what.startsWith('关于') ? offices[layout.issuer].signs : who
  const full = layout.title === 'yearFirst' ? `2024年${who}${what}` : `${lead}${what}`
  const lines: Record<Layout['title'], string[]> = {
    one: [full],
    yearFirst: [full],
    two: halves(layout, who, what),
    twice: [full, full],
    none: [],
  }
  const printed = lines[layout.title].map((text) => line(text, 'title'))
  const under = underTitle(layout, rng)
  // a title that is printed twice stands over the page's data and again over the text
  const titled = layout.title === 'twice' ? [...printed.slice(0, 1), ...under, ...printed.slice(1)] : [...printed, ...under]
  const opening = preface(layout, count, rng).map((text) => line(text, 'body'))
  const untitled = layout.title === 'none'
  return {
    subject: full.replace(/整改(?:工作|实施)?方案$/, ''),
    blocks: [...beforeTitle(layout, rng), ...titled, ...opening],
    titles: [untitled ? null : full],
    // without a title the preface says what the report is; without either nothing does
    kinds: untitled && layout.preface === 'none' ? [] : kindsOf(layout),
  }
}

/** The title over two lines: behind the body that reports, or before its last words. */
function halves(layout: Layout, who: string, what: string): string[] {
  if (what.startsWith('关于')) return [offices[layout.issuer].signs, what]
  const full = `${who}${what}`
  const cut = full.search(/反馈|发现问题/)
  return [full.slice(0, cut), full.slice(cut)]
}

/** The title of a list that is attached to a plan. */
export const attachedTitle = (layout: Layout, front: Front): Block[] =>
  layout.title === 'none' ? [line('整改任务清单', 'title')] : [line(`${front.subject}整改清单`, 'title')]

/** A list with states is a checklist or tells of progress. */
const kindsOf = (layout: Layout): string[] =>
  layout.genre === 'checklist' && layout.state !== 'none' ? ['checklist', 'progress'] : [kindOf[layout.genre]]
