/** States: the words for each place where a state may stand, and what they must give. */
import type { Rng } from '../rng.js'
import type { ExpectedStatus } from '../types.js'

export interface PrintedState {
  text: string
  status: ExpectedStatus
}
type State = 'completed' | 'basically' | 'onSchedule' | 'behind' | 'inProgress' | 'notStarted' | 'submitted' | 'closed'

const statusOf: Record<State, ExpectedStatus> = {
  completed: { code: 'completed', closure: null },
  basically: { code: 'basically_completed', closure: null },
  onSchedule: { code: 'on_schedule', closure: null },
  behind: { code: 'behind_schedule', closure: null },
  inProgress: { code: 'in_progress', closure: null },
  notStarted: { code: 'not_started', closure: null },
  submitted: { code: 'completed', closure: 'submitted' },
  closed: { code: 'completed', closure: 'closed' },
}
const short: Record<State, string[]> = {
  completed: ['已完成', '完成整改', '已完成整改', '已整改到位', '整改完成'],
  basically: ['基本完成', '基本完成整改', '阶段性办结'],
  onSchedule: ['达到序时进度'],
  behind: ['未达到序时进度', '进度滞后'],
  inProgress: ['正在整改', '正在推进', '持续推进整改', '整改中'],
  notStarted: ['未启动', '暂未整改', '尚未启动'],
  submitted: ['已完成，拟申请销号', '已完成整改并上报销号'],
  closed: ['已销号', '已完成整改并销号'],
}
/** Whole sentences about the problem, at the end of what was done. */
const sentence: Record<State, string[]> = {
  completed: ['目前，该问题已完成整改', '该问题已完成整改', '已完成整改', '该项问题已整改到位'],
  basically: ['目前，该问题已基本完成整改', '该问题基本完成整改'],
  onSchedule: ['目前，该问题整改达到序时进度'],
  behind: ['目前，该问题整改未达到序时进度'],
  inProgress: ['目前，该问题正在整改', '该问题正在持续推进整改'],
  notStarted: ['目前，该问题整改尚未启动'],
  submitted: ['该问题已完成整改，拟报请予以销号', '该问题已完成整改并上报销号'],
  closed: ['该问题已完成整改并通过验收销号', '该问题已完成整改，已销号'],
}

const likely: State[] = [
  'completed',
  'completed',
  'completed',
  'basically',
  'onSchedule',
  'inProgress',
  'inProgress',
  'submitted',
  'closed',
  'behind',
  'notStarted',
]

/** Words for a marker behind the problem, a field, a column or a bracket in the deadline. */
export function shortState(rng: Rng, told: boolean, inDeadline = false): PrintedState {
  // what is told of was begun
  const state = rng.pick(told ? likely.filter((one) => one !== 'notStarted') : likely)
  // beside a day 持续推进 may be a deadline of its own
  const words = short[state].filter((text) => !inDeadline || !text.startsWith('持续'))
  return { text: rng.pick(words), status: statusOf[state] }
}
export function stateSentence(rng: Rng): PrintedState {
  const state = rng.pick(likely.filter((s) => s !== 'notStarted' && s !== 'behind'))
  return { text: rng.pick(sentence[state]), status: statusOf[state] }
}

/** Headings of chapters that gather the problems by their state; {N}: how many. */
export const stateChapters: { heading: string; status: ExpectedStatus }[] = [
  { heading: '已完成整改的问题（{N}个）', status: statusOf.completed },
  { heading: '达到序时进度的问题（{N}个）', status: statusOf.onSchedule },
  { heading: '正在整改的问题（{N}个）', status: statusOf.inProgress },
  { heading: '未达到序时进度的问题（{N}个）', status: statusOf.behind },
]
