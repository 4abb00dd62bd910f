// Damaged reports: the project's own fixtures of every format, changed step by step. A step is data, so that a property can shrink a list
// of them and a script can name one by its seed. Office documents are changed inside, member by member, and packed again.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { unzipSync, zipSync } from 'fflate'

const own = fileURLToPath(new URL('../fixtures/', import.meta.url))

/** The fixtures, or the composed reports (`npm run layouts -- --dump DIR`) of a folder, in the order of their names, as { name, bytes }. */
export const fixtures = (folder = own) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:\breport|\b\d{5})\.(?!json)\w+$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) }))

/** What is put in between: marks, labels, states, half characters, controls, tags, ends of brackets without their beginnings. */
export const oddities = [
  ...'，。；：、！？“”‘’（）《》〈〉【】〔〕—…·|#*~-_=<>&"\'\\/%0189０９一十百千万亿①⑳㈠Ⅷａ　\t \n\r',
  '\u0000',
  '\u001b[2J',
  '\u009b31m',
  '\u061c',
  '\u180e',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '\ufffd',
  '\ud83d',
  '\udc00',
  '😀',
  '𠀀',
  '\u{e0041}',
  '一、',
  '（一）',
  '1.',
  '（1）',
  '一是',
  '二是',
  '附件1',
  '问题一：',
  '反馈问题：',
  '整改目标：',
  '整改措施：',
  '整改情况：',
  '整改时限：',
  '责任单位：',
  '牵头单位',
  '完成情况：完成',
  '（已完成）',
  '（牵头）',
  '（责任单位：',
  '（完成时限：2024年6月底）',
  '长期坚持',
  '同上',
  '合计',
  '2024年',
  '6月底前',
  '3.5万吨',
  '60%以上',
  '《方案》（县办发〔2023〕8号）',
  '关于',
  '的问题',
  '共5个问题，',
  '\n\n',
  '。\n',
  '<td rowspan="3">',
  '<td colspan="2">',
  '<tr>',
  '</table>',
  '<table>',
  '<th>序号</th>',
  '<constructor>',
  '<p>',
  '</p>',
  '<w:p>',
  '<w:vMerge/>',
  '<w:gridSpan w:val="2"/>',
  '&#xD83D;',
  '&constructor;',
  '| 序号 | 反馈问题 |\n',
]

/** The steps' names; each step is { kind, at, size, pick } with at and size from 0 to 1. */
export const kinds = ['flip', 'cut', 'drop', 'double', 'move', 'odd', 'splice', 'repeat', 'swapLines', 'dropLine']

const place = (length, fraction) => Math.min(length, Math.floor(fraction * (length + 1)))
/** Mostly short pieces, now and then a long one. */
const extent = (length, fraction) => Math.max(1, Math.floor(length * fraction ** 4))

/** One step on a text; `other` is the text that a splice takes from. */
const stepText = (text, { kind, at, size, pick }, other) => {
  const from = place(text.length, at)
  const to = Math.min(text.length, from + extent(text.length, size))
  const odd = oddities[pick % oddities.length]
  switch (kind) {
    case 'flip': {
      const code = text.charCodeAt(from)
      return from < text.length
        ? text.slice(0, from) + String.fromCharCode(code ^ (1 << (pick % 16))) + text.slice(from + 1)
        : text
    }
    case 'cut':
      return text.slice(0, from)
    case 'drop':
      return text.slice(0, from) + text.slice(to)
    case 'double':
      return text.slice(0, to) + text.slice(from)
    case 'move': {
      const rest = text.slice(0, from) + text.slice(to)
      const into = pick % (rest.length + 1)
      return rest.slice(0, into) + text.slice(from, to) + rest.slice(into)
    }
    case 'odd':
      return text.slice(0, from) + odd + text.slice(from)
    case 'splice': {
      const start = pick % (other.length + 1)
      return text.slice(0, from) + other.slice(start, start + extent(other.length, size)) + text.slice(from)
    }
    case 'repeat':
      return text.slice(0, from) + odd.repeat(1 + Math.floor(size * 200)) + text.slice(from)
    case 'swapLines':
    case 'dropLine': {
      const lines = text.split('\n')
      const one = place(lines.length - 1, at)
      const two = pick % lines.length
      if (kind === 'dropLine') lines.splice(one, 1)
      else [lines[one], lines[two]] = [lines[two], lines[one]]
      return lines.join('\n')
    }
    default:
      return text
  }
}

/** One step on bytes that are no text. */
const stepBytes = (bytes, { kind, at, size, pick }, other) => {
  const from = place(bytes.length, at)
  const to = Math.min(bytes.length, from + extent(bytes.length, size))
  const join = (...parts) => Uint8Array.from(Buffer.concat(parts))
  switch (kind) {
    case 'cut':
      return bytes.slice(0, from)
    case 'drop':
    case 'dropLine':
      return join(bytes.subarray(0, from), bytes.subarray(to))
    case 'double':
    case 'repeat':
      return join(bytes.subarray(0, to), bytes.subarray(from))
    case 'splice':
    case 'move': {
      const start = pick % (other.length + 1)
      return join(bytes.subarray(0, from), other.subarray(start, start + extent(other.length, size)), bytes.subarray(from))
    }
    case 'odd':
      return join(bytes.subarray(0, from), Buffer.from(oddities[pick % oddities.length], 'utf8'), bytes.subarray(from))
    default: {
      const changed = bytes.slice()
      if (from < changed.length) changed[from] ^= 1 << (pick % 8)
      return changed
    }
  }
}

const isPacked = (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Words are changed as words, for a text of which only bytes are changed is mostly broken at once. */
const encode = (text, name) => (/gbk/.test(name) ? Buffer.from(text, 'latin1') : new Uint8Array(Buffer.from(text, 'utf8')))
const decode = (bytes, name) => Buffer.from(bytes).toString(/gbk/.test(name) ? 'latin1' : 'utf8')

/** A text with half characters is not UTF-8; it is written as UTF-16, which can say them. */
const withHalves = (text, name) => {
  if (!/\p{Surrogate}/u.test(text) || /gbk/.test(name)) return encode(text, name)
  return Uint8Array.from(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
}

const texts = /\.(txt|md|html)$/
/** The members of an office document that hold its words. */
const parts = /(?:document|sheet\d+|sharedStrings|numbering|styles|workbook)\.xml$/

/**
 * The fixture after these steps. `raw` of a step changes the bytes as they are, whatever they are; without it, text is changed as text and
 * an office document inside.
 */
export const mutate = ({ name, bytes }, steps, other) => {
  let now = bytes
  const donor = decode(other.bytes, other.name)
  for (const step of steps) {
    if (step.raw) now = stepBytes(now, step, other.bytes)
    else if (texts.test(name)) now = withHalves(stepText(decode(now, name), step, donor), name)
    else if (isPacked(now)) now = repacked(now, step, donor)
    else now = stepBytes(now, step, other.bytes)
  }
  return now
}

/** A flipped size would have gigabytes unpacked here, before the program itself could refuse them. */
const withinBound = ({ originalSize }) => {
  if (originalSize > 16 << 20) throw new RangeError('too large to be changed inside')
  return true
}

const repacked = (bytes, step, donor) => {
  let members
  try {
    members = unzipSync(bytes, { filter: withinBound })
  } catch {
    return stepBytes(bytes, step, bytes)
  }
  const inner = Object.keys(members).filter((one) => parts.test(one))
  const one = inner[step.pick % Math.max(1, inner.length)]
  if (one === undefined) return stepBytes(bytes, step, bytes)
  const before = Buffer.from(members[one]).toString('utf8')
  // Tags and entities are oddities too, so no step is kept from breaking the XML; words alone are changed more often.
  const words = [...before.matchAll(/>([^<>]{2,})</g)]
  const word = words[Math.floor(step.at * words.length)]
  const plain = { ...step, at: step.size }
  const after =
    step.pick % 3 > 0 && word
      ? before.slice(0, word.index + 1) +
        stepText(word[1], plain, donor.replace(/[<&]/g, '')).replace(/[<]/g, '&lt;') +
        before.slice(word.index + word[0].length - 1)
      : stepText(before, step, before)
  return zipSync({ ...members, [one]: new Uint8Array(Buffer.from(after, 'utf8')) }, { level: 1 })
}

const formatOf = ({ name }) => name.split('.').pop()

/** Numbers from 0 to 1 by a seed (mulberry32): the same seed gives the same numbers everywhere. */
export const numbers = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Input number `index` of a seed: { name, bytes, steps }. */
export const inputOf = (all, seed, index) => {
  const next = numbers(Math.imul(seed, 0x9e3779b1) ^ index)
  for (let n = 0; n < 4; n++) next()
  // Every format as often as every other, however many fixtures it has.
  const formats = [...new Set(all.map(formatOf))]
  const format = formats[Math.floor(next() * formats.length)]
  const same = all.filter((one) => formatOf(one) === format)
  const fixture = same[Math.floor(next() * same.length)]
  const other = all[Math.floor(next() * all.length)]
  const steps = Array.from({ length: 1 + Math.floor(next() ** 2 * 8) }, () => ({
    kind: kinds[Math.floor(next() * kinds.length)],
    at: next(),
    size: next(),
    pick: Math.floor(next() * 2 ** 30),
    raw: next() < 0.1,
  }))
  return { name: fixture.name, steps, bytes: mutate(fixture, steps, other) }
}
