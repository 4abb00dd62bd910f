/**
 * Automatic list numbers, which stand nowhere in document.xml: a model of word/numbering.xml with the counters that run
 * while the body is read. Source: ECMA-376 part 1, 17.9.
 */
import { formatNumber, knowsFormat } from './docx-numerals.js'
import { childOf, elementsOf, type XmlElement } from './xml.js'

interface Level {
  start: number
  format: string
  /** `（%1）`, `%1.%2`: %n is the number of level n, counted from 1. */
  text: string
  suffix: 'tab' | 'space' | 'nothing'
  /** The level starts anew after one of these (from 1); 0 never; null after any higher level. */
  restart: number | null
  /** All numbers of the label print as decimals. */
  legal: boolean
  /** The paragraph style that is tied to this level. */
  style: string | null
}

interface AbstractList {
  levels: (Level | undefined)[]
  /** The list only points to a numbering style, which points to the list that has the levels. */
  styleLink: string | null
}

interface ListInstance {
  abstractId: string
  starts: Map<number, number>
  levels: Map<number, Level>
}

const deepest = 8
const attributeOf = (parent: XmlElement | undefined, name: string): string | null =>
  childOf(parent, name)?.attributes['w:val'] ?? null
const numberOf = (parent: XmlElement | undefined, name: string): number | null => {
  const value = attributeOf(parent, name)
  return value !== null && /^-?\d{1,9}$/.test(value) ? Number(value) : null
}
const isOn = (parent: XmlElement, name: string): boolean => {
  const element = childOf(parent, name)
  return element !== undefined && !/^(0|false|off)$/.test(element.attributes['w:val'] ?? '')
}

/** `w:numFmt` may stand in mc:AlternateContent: a custom format inside, a plain one as the fallback. */
const formatOf = (level: XmlElement): string => {
  const direct = attributeOf(level, 'w:numFmt')
  if (direct !== null) return direct
  const fallback = childOf(childOf(level, 'mc:AlternateContent'), 'mc:Fallback')
  return attributeOf(fallback, 'w:numFmt') ?? 'decimal'
}

const readLevel = (element: XmlElement): Level => {
  const suffix = attributeOf(element, 'w:suff')
  return {
    start: numberOf(element, 'w:start') ?? 1,
    format: formatOf(element),
    text: attributeOf(element, 'w:lvlText') ?? '',
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    restart: numberOf(element, 'w:lvlRestart'),
    legal: isOn(element, 'w:isLgl'),
    style: attributeOf(element, 'w:pStyle'),
  }
}
const levelIndex = (element: XmlElement): number => Math.min(deepest, Math.max(0, Number(element.attributes['w:ilvl']) || 0))

/** The lists of a document and how far each has counted. */
export class Numbering {
  private readonly abstracts = new Map<string, AbstractList>()
  private readonly instances = new Map<string, ListInstance>()
  /** Of each abstract list, the last number given on each level; instances of one list count on together. */
  private readonly counters = new Map<string, (number | undefined)[]>()
  private readonly started = new Set<string>()
  /** Formats met that print as decimals here for want of a rule. */
  readonly unknownFormats = new Set<string>()

  /** `styleList` gives the list of a numbering style, for lists that only link to one. */
  constructor(
    root: XmlElement | null,
    private readonly styleList: (styleId: string) => string | null,
  ) {
    for (const element of root ? elementsOf(root) : []) {
      if (element.name === 'w:abstractNum') this.addAbstract(element)
      else if (element.name === 'w:num') this.addInstance(element)
    }
  }

  private addAbstract(element: XmlElement): void {
    const levels: (Level | undefined)[] = []
    for (const child of elementsOf(element)) if (child.name === 'w:lvl') levels[levelIndex(child)] = readLevel(child)
    this.abstracts.set(element.attributes['w:abstractNumId'] ?? '', {
      levels,
      styleLink: attributeOf(element, 'w:numStyleLink'),
    })
  }

  private addInstance(element: XmlElement): void {
    const starts = new Map<number, number>()
    const levels = new Map<number, Level>()
    for (const child of elementsOf(element)) {
      if (child.name !== 'w:lvlOverride') continue
      const start = numberOf(child, 'w:startOverride')
      const level = childOf(child, 'w:lvl')
      if (start !== null) starts.set(levelIndex(child), start)
      if (level) levels.set(levelIndex(child), readLevel(level))
    }
    this.instances.set(element.attributes['w:numId'] ?? '', {
      abstractId: attributeOf(element, 'w:abstractNumId') ?? '',
      starts,
      levels,
    })
  }

  private abstractOf(instance: ListInstance): { id: string; list: AbstractList } | null {
    let id = instance.abstractId
    for (let hops = 0; hops < 8; hops++) {
      const list = this.abstracts.get(id)
      if (!list) return null
      if (list.styleLink === null || list.levels.length > 0) return { id, list }
      const linked = this.instances.get(this.styleList(list.styleLink) ?? '')
      if (!linked) return null
      id = linked.abstractId
    }
    return null
  }

  /** The level that is tied to the paragraph style, where the style itself names only the list. */
  levelOfStyle(numId: string, styleId: string): number | null {
    const instance = this.instances.get(numId)
    const found = instance ? this.abstractOf(instance)?.list.levels.findIndex((level) => level?.style === styleId) : undefined
    return found === undefined || found < 0 ? null : found
  }

  /** Counts one paragraph of the list and gives its printed number; '' for a bullet or a list that does not exist. */
  next(numId: string, level: number): { text: string; blank: boolean } {
    const nothing = { text: '', blank: false }
    const instance = this.instances.get(numId)
    const abstract = instance && this.abstractOf(instance)
    if (!instance || !abstract || level < 0 || level > deepest) return nothing
    const levelAt = (at: number): Level | undefined => instance.levels.get(at) ?? abstract.list.levels[at]
    const own = levelAt(level)
    if (!own) return nothing
    const counters = this.counters.get(abstract.id) ?? []
    this.counters.set(abstract.id, counters)
    if (!this.started.has(numId)) {
      this.started.add(numId)
      for (const at of instance.starts.keys()) counters[at] = undefined
    }
    const startOf = (at: number): number => instance.starts.get(at) ?? levelAt(at)?.start ?? 1
    const last = counters[level]
    counters[level] = last === undefined ? startOf(level) : last + 1
    for (let below = level + 1; below <= deepest; below++) {
      const restart = levelAt(below)?.restart ?? null
      if (restart === null || (restart > 0 && level < restart)) counters[below] = undefined
    }
    if (own.format === 'bullet') return nothing
    const text = own.text.replace(/%([1-9])/g, (_whole, mark: string) => {
      const at = Number(mark) - 1
      const format = levelAt(at)?.format ?? 'decimal'
      if (!knowsFormat(format)) this.unknownFormats.add(format)
      return formatNumber(own.legal && format !== 'none' ? 'decimal' : format, counters[at] ?? startOf(at))
    })
    return { text, blank: own.suffix !== 'nothing' }
  }
}
