/** A status told in the progress text of the whole item: 该问题已完成整改。 Only where nothing in it says otherwise. */
import type { Span } from '../tree.js'
import { isStatusOnly, readStatus, type StatusReading } from './status.js'

/** Who or when, before the words of a status. */
const subject = /^(?:截至[^，。]{2,16}，?)?(?:(?:目前|现|现在|至此|当前)，?)?(?:该|此|本|上述|以上)?(?:项|个|条)?(?:反馈|具体|整改)*(?:问题|任务|事项|工作)?(?:(?:现|目前)，?)?/
const contrary = /正在|未完成|尚未|推进中|将于|拟于|待完成|进行中|在建|滞后|部分|仍/

export interface NarrativeReading extends StatusReading {
  span: Span
}

export function narrativeStatus(folded: string, segments: readonly Span[]): NarrativeReading | null {
  const [first] = segments
  const last = segments.at(-1)
  if (!first || !last) return null
  const words = folded.slice(first[0], last[1])
  if (!/完成|整改|销号|办结|启动|序时/.test(words)) return null
  const found: NarrativeReading[] = []
  for (const sentence of words.matchAll(/[^。；\n]+/g)) {
    const clauses = [{ text: sentence[0], index: 0 }]
    // …，已完成整改。 counts only where it speaks of the rectification itself
    const comma = sentence[0].lastIndexOf('，')
    if (comma > 0 && /整改|销号/.test(sentence[0].slice(comma))) clauses.push({ text: sentence[0].slice(comma + 1), index: comma + 1 })
    for (const clause of clauses) {
      const lead = clause.text.length - clause.text.trimStart().length
      const skipped = subject.exec(clause.text.trimStart())?.[0] ?? ''
      const told = clause.text.trim().slice(skipped.length) || clause.text.trim()
      const whole = isStatusOnly(told) ? told : isStatusOnly(clause.text.trim()) ? clause.text.trim() : null
      if (!whole || /^(?:持续|长期|立行|继续|有序|加快|积极)/.test(whole)) continue
      const reading = readStatus(whole)
      if (!reading) continue
      const at = first[0] + sentence.index + clause.index + lead + (whole === told ? skipped.length : 0)
      found.push({ ...reading, span: [at, at + whole.length] })
      break
    }
  }
  const [one] = found
  if (!one || found.some((f) => f.code !== one.code)) return null
  if ((one.code === 'completed' || one.code === 'basically_completed') && contrary.test(words.slice(0, one.span[0] - first[0]) + words.slice(one.span[1] - first[0]))) return null
  return one
}
