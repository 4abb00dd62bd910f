/** Accidents that change how a report is printed and not what its list is: for calibrating the certainty on what no axis has. */
import { type Rng, rngOf } from '../../tests/layouts/rng.js'
import type { Mutation, WantedItem } from './samples.js'

/** An accident: the lines after it, or null where it cannot happen. `holds` tells lines with words of a problem or with its label. */
type Accident = (lines: string[], holds: (line: string) => boolean, rng: Rng) => string[] | null

const bare = (text: string): string => text.replaceAll(/\s/g, '')
const label = /^(\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）).、．]\s?)?)(?:【[^】]{2,12}】：?|[\u4e00-\u9fff]{2,12}[：:])/
const mark = /^\s*[（(【]?[\d一二三四五六七八九十]{1,3}[】）).、．：]/
const han = '督改整完成问题措施目标单位责任落实进展情况'

/** Some of the places, in order. */
const some = (places: number[], share: number, rng: Rng): Set<number> =>
  new Set(rng.sample(places, Math.max(1, Math.round(places.length * share))))
const placesOf = (lines: string[], fits: (line: string) => boolean): number[] =>
  lines.flatMap((line, i) => (line.trim() !== '' && fits(line) ? [i] : []))

const without = (lines: string[], fits: (line: string) => boolean, share: number, rng: Rng): string[] | null => {
  const places = placesOf(lines, fits)
  if (places.length === 0) return null
  const drop = some(places, share, rng)
  return lines.filter((_, i) => !drop.has(i))
}

export const accidents: Readonly<Record<string, Accident>> = {
  /** Lines that hold no problem are lost. */
  dropped: (lines, holds, rng) => without(lines, (line) => !holds(line), rng.next() * 0.3, rng),
  /** Line breaks are lost, also between items. */
  merged: (lines, holds, rng) => {
    // what is glued to a problem's own line cannot be told from it, unless it begins as a line does
    const tells = (i: number): boolean => {
      const line = lines[i] ?? ''
      return i > 0 && (!holds(lines[i - 1] ?? '') || label.test(line) || mark.test(line))
    }
    const places = placesOf(lines, (line) => rng.next() < 0.5 || !holds(line)).filter(tells)
    if (places.length === 0) return null
    const join = some(places, rng.next() * 0.25, rng)
    const out: string[] = []
    lines.forEach((line, i) => {
      const last = out.length - 1
      if (join.has(i) && last >= 0) out[last] += line.trim()
      else out.push(line)
    })
    return out
  },
  /** Lines are broken at a width, and nothing tells where. */
  wrapped: (lines, _, rng) => {
    const width = rng.int(22, 44)
    return lines.flatMap((line) => {
      const pieces: string[] = []
      for (let at = 0; at < line.length; at += width) pieces.push(line.slice(at, at + width))
      return pieces.length === 0 ? [''] : pieces
    })
  },
  /** Labels are not printed, or not all of them. */
  unlabelled: (lines, holds, rng) => {
    const places = placesOf(lines, (line) => label.test(line) && (!holds(line) || rng.next() < 0.5))
    if (places.length === 0) return null
    const chosen = some(places, rng.pick([0.1, 0.3, 1]), rng)
    return lines.map((line, i) => (chosen.has(i) ? line.replace(label, '$1') : line))
  },
  /** The colons behind labels are lost. */
  uncoloned: (lines, _, rng) => {
    const places = placesOf(lines, (line) => label.test(line))
    if (places.length === 0) return null
    const chosen = some(places, rng.pick([0.2, 1]), rng)
    return lines.map((line, i) => (chosen.has(i) ? line.replace(/[：:]/, ' ') : line))
  },
  /** Numbers are lost where no problem stands. */
  unnumbered: (lines, holds, rng) => {
    const places = placesOf(lines, (line) => mark.test(line) && !holds(line))
    if (places.length === 0) return null
    const chosen = some(places, rng.pick([0.2, 0.6, 1]), rng)
    return lines.map((line, i) => (chosen.has(i) ? line.replace(mark, '') : line))
  },
  /** Characters are misread, as by recognition. */
  misread: (lines, holds, rng) =>
    lines.map((line) => (holds(line) ? line : [...line].map((c) => (rng.next() < 0.02 ? rng.pick([...han]) : c)).join(''))),
  /** Another list stands before or behind. */
  foreign: (lines, _, rng) => {
    const count = rng.int(2, 9)
    const style = rng.pick(['1.', '（1）', '一、'])
    const words = rng.pick([
      '加强组织领导',
      '开展专项检查',
      '群众反映道路积水',
      '召开会议研究部署',
      '完成年度考核任务',
      '某单位资料缺失',
    ])
    const list = Array.from({ length: count }, (_, i) => {
      const n = style === '一、' ? ('一二三四五六七八九'[i] ?? '九') : String(i + 1)
      return `${style.replace(/[1一]/, n)}${words}${rng.pick(['', '，落实到人', '，按月通报', '，尚未到位'])}。`
    })
    const heading = rng.pick(['工作要求', '有关事项', '其他情况', '相关问题', ''])
    const block = heading === '' ? list : [heading, ...list]
    return rng.next() < 0.5 ? [...lines, ...block] : [...lines.slice(0, 2), ...block, ...lines.slice(2)]
  },
}

/** Draws one accident, or two, for each report. */
export const accident =
  (seed: number): Mutation =>
  (text: string, wanted: readonly WantedItem[], index: number) => {
    const rng = rngOf(Math.imul(seed + 1, 0x85ebca6b) + index)
    const heads = wanted.flatMap(({ problem }) => {
      const words = bare(problem)
      return [words.slice(0, 10), words.slice(-8)]
    })
    const labels = new Set(wanted.flatMap((item) => item.labels.map(bare)).filter((one) => one !== ''))
    const holds = (line: string): boolean => {
      const words = bare(line)
      if (heads.some((head) => words.includes(head))) return true
      // 问题一 on a line of its own
      for (let n = 1; n <= Math.min(words.length, 10); n++) if (words.length <= 16 && labels.has(words.slice(0, n))) return true
      return false
    }
    const names = rng.sample(Object.keys(accidents), rng.next() < 0.7 ? 1 : 2)
    let lines: string[] | null = text.split('\n')
    for (const name of names) lines = lines && (accidents[name]?.(lines, holds, rng) ?? null)
    return lines?.join('\n') ?? null
  }
