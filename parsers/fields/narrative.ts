/** A status told in the progress text of the whole item: 该问题已完成整改。 Only where nothing in it says otherwise. */
import type { Span } from '../tree.js'
import { readStatus, type StatusReading } from './status.js'

const whole =
  /(?:^|[。；，：\n])((?:目前，?|现|截至[^，。]{2,16}，)?(?:该|此|本|上述|以上)?(?:项|个)?(?:反馈)?(?:问题|任务|整改任务|整改事项|整改工作)?(?:现)?(?:已|均已|已经|已全部|全部)(?:按(?:时|期|要求)|如期)?(?:完成整改(?:任务|销号)?|整改(?:完成|到位|完毕|销号)|完成销号|通过[^，。；]{0,12}验收(?:销号)?|销号|办结)(?:并[^，。；]{0,12}销号|，?并?(?:长期坚持|持续推进))?)(?=[。；，\n]|$)/g
const contrary = /正在|未完成|尚未|推进中|下一步|计划|预计|将于|拟于|加快推进|待|进行中|在建|滞后|部分|仍/
const subject = /问题|任务|整改/

export interface NarrativeReading extends StatusReading {
  span: Span
}

export function narrativeStatus(folded: string, segments: readonly Span[]): NarrativeReading | null {
  const [first] = segments
  const last = segments.at(-1)
  if (!first || !last) return null
  const words = folded.slice(first[0], last[1])
  if (!/完成|整改|销号|办结|验收/.test(words) || contrary.test(words)) return null
  whole.lastIndex = 0
  let found: NarrativeReading | null = null
  for (let match = whole.exec(words); match; match = whole.exec(words)) {
    const told = match[1] ?? ''
    const reading = subject.test(told) ? readStatus(told.replace(/^.*?(?=已|均已|全部)/, '')) : null
    if (!reading || reading.code !== 'completed') continue
    const at = first[0] + match.index + match[0].length - told.length
    found = { ...reading, span: [at, at + told.length] }
  }
  return found
}
