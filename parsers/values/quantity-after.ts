/** The words right behind a figure: 以上, （含）以下, 左右; of measures also 内, 多 and 余. */
import { boundsAfter } from '../lexicon/bounds.js'
import { skipBlanks } from './magnitude.js'
import { addWords, type Trie, trie } from './trie.js'
import type { Comparator } from './types.js'
import type { Unit } from './units.js'

const forward = trie<Comparator>()
for (const [comparator, words] of boundsAfter) addWords(forward, words, (): Comparator => comparator)

export interface After {
  end: number
  comparator: Comparator | null
}

const included = /^（含[^（）]{0,10}）/
const notMore = '次个家种处年层方元部点位式头条项名样少久于重云人类地变'
const notWithin = '部外侧容涵地陆衣科河湖设饰资业化在'
const notAround = '游级联班学车功'

/** Reads the words behind the figure that ends at `index`. */
export function lookAfter(text: string, index: number, unit: Unit | null): After {
  let at = skipBlanks(text, index)
  const note = text[at] === '（' ? included.exec(text.slice(at, at + 14)) : null
  if (note) at += note[0].length
  let end = 0
  let comparator: Comparator | null = null
  for (let node: Trie<Comparator> | undefined = forward, i = at; ; i++) {
    node = node.next.get(text.charCodeAt(i))
    if (!node) break
    if (node.value) [comparator, end] = [node.value, i + 1]
  }
  if (comparator !== null) {
    const misread = text.startsWith('上下', at) && notAround.includes(text.charAt(end) || '\0')
    return misread ? { end: index, comparator: null } : { comparator, end }
  }
  if (note?.[0] === '（含）') return { end: at, comparator: null }
  if (
    unit &&
    (unit.kind === 'measure' || unit.code === '{工作日}' || unit.code === '{倍}' || text.charAt(index - 1) === '成')
  ) {
    const [mark, next] = [text.charAt(at), text.charAt(at + 1)]
    if (mark === '内' && !notWithin.includes(next || '\0')) return { end: at + 1, comparator: '<=' }
    if ((mark === '多' || mark === '余') && !notMore.includes(next || '\0')) return { end: at + 1, comparator: '>' }
  }
  return { end: index, comparator: null }
}
