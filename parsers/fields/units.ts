/**
 * Bodies in a field of units (牵头单位, 责任单位, …): one party each, with coordination expanded
 * (衡东县、衡山县党委、政府), roles told in brackets or in a sentence, and scopes.
 */
import {
  bodyEnding,
  clauseRole,
  emptyTail,
  genericPlace,
  groupName,
  leadWords,
  levelNote,
  nobody,
  organEnding,
  responsibleWords,
  sharedWords,
  supportWords,
} from '../lexicon/parties.js'
import { fold } from '../fold.js'
import type { Span } from '../tree.js'
import { type Piece, pieces } from './party-pieces.js'
import type { PartyNotice, PartyReading, PartyRole } from './party-types.js'

/** A body on its way: its words may still need the organ that is printed once for several places. */
interface Token {
  name: string
  span: Span
  role: PartyRole | null
  scope: string | null
  /** Tokens of one 、-list share （分别牵头） and an organ. */
  list: number
}

/** 市发改委和市财政局 is two bodies, 市自然资源和规划局 is one: what stands before 和 must end as a body does. */
function splitConjunctions(text: string, at: number): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = []
  const conjunction = /以及|和|及|与|暨/g
  let from = 0
  for (let match = conjunction.exec(text); match; match = conjunction.exec(text)) {
    const left = text.slice(from, match.index)
    const right = text.slice(match.index + match[0].length)
    if (!right || !left || insideBracket(text, match.index)) continue
    if (!(bodyEnding.test(left) || genericPlace.test(left)) || !(bodyEnding.test(right.replace(/等.*$/, '')) || groupName.test(right))) continue
    // 文化和旅游局, 住房和城乡建设局: the left ends like a body by accident only when it is very short
    if (left.length < 2 || /^(?:镇|乡|村|区|县|市|部|社|队|站|所|室|会|党)$/.test(left.slice(-2))) continue
    if (/(?:住房|教育|科技|文化|旅游|卫生|工业|信息化|人力资源|退役军人|民族|宗教|自然资源|林业|草原|水利|湖泊|商务|投资|市场|城市管理|交通|农业|畜牧|应急|体育|广电|新闻出版|发展|城乡|粮食|物资|综合执法|医疗)$/.test(left)) continue
    parts.push({ text: left, start: at + from })
    from = match.index + match[0].length
  }
  parts.push({ text: text.slice(from), start: at + from })
  return parts
}

function insideBracket(text: string, at: number): boolean {
  let depth = 0
  for (let i = 0; i < at; i++) if (text[i] === '（') depth++
    else if (text[i] === '）' && depth > 0) depth--
  return depth > 0
}

/** Role words and scope in the brackets behind a name; what is neither belongs to the name. */
function readNotes(piece: Piece): { keep: string; role: PartyRole | null; shared: boolean; scope: string | null } {
  let keep = ''
  let role: PartyRole | null = null
  let shared = false
  let scope = piece.scope
  for (const note of piece.notes) {
    const words = note.replace(/[。；，\s]+$/, '')
    if (leadWords.test(words)) {
      role = 'lead_unit'
      shared ||= sharedWords.test(words)
    } else if (supportWords.test(words)) {
      role = 'supporting_unit'
      shared ||= sharedWords.test(words)
    } else if (/负责|包干|承担/.test(words) || levelNote.test(words)) {
      if (/^(?:总)?牵头/.test(words)) role = 'lead_unit'
      else if (/^(?:配合|协助)/.test(words)) role = 'supporting_unit'
      scope = scope ? `${scope}；${words}` : words
    } else if (responsibleWords.test(words)) role = 'responsible_unit'
    else keep += `（${note}）`
  }
  return { keep, role, shared, scope }
}

const isPlace = (name: string): boolean => genericPlace.test(name) || (/(?:县|市|区|州|旗|盟|镇|乡|街道|开发区|新区|园区|高新区|经开区|省)$/.test(name) && !/(?:市直|县直|区直|省直|辖区|社区)$/.test(name) && name.length <= 14)

/** A place without its kind: 雨湖 before 岳塘区. */
const isShortPlace = (name: string, next: string | undefined): boolean => next !== undefined && /^[\u4e00-\u9fff]{2,3}$/.test(name) && !bodyEnding.test(name) && /(?:县|市|区)(?:党|政府|人民政府|管委会|$)/.test(next)

export interface UnitOptions {
  /** Role of the field. */
  role: PartyRole
  /** 排在首位的为牵头单位: the first of every list leads. */
  firstLeads?: boolean
}

/** Roles a sentence tells, clause by clause: 由A牵头，B配合，C负责落实. */
function bySentence(text: string): { text: string; start: number; role: PartyRole | null }[] {
  if (!/牵头|配合|协助|协办|负责/.test(text)) return [{ text, start: 0, role: null }]
  const clauses: { text: string; start: number; role: PartyRole | null }[] = []
  let from = 0
  let depth = 0
  const flush = (end: number) => {
    let words = text.slice(from, end)
    let start = from
    from = end + 1
    const lead = /^[ \n]*(?:由|并由|以)?/.exec(words)?.[0] ?? ''
    words = words.slice(lead.length).trimEnd()
    start += lead.length
    if (!words) return
    let role: PartyRole | null = null
    for (const [told, pattern] of clauseRole) {
      const match = pattern.exec(words)
      if (match && match.index > 1 && !words.endsWith('）')) {
        // 319个信访件牵头责任单位 keeps its words: only an ending is a role
        role = told
        words = words.slice(0, match.index)
        break
      }
    }
    const before = clauses.at(-1)
    // A，B配合: the comma lists bodies, so an earlier clause without a role of its own takes this one's
    if (role && before && before.role === null && text[start - 1] === '，' && lead === '' && /、/.test(words) === false && clauses.length === 1 && role !== 'supporting_unit') before.role = role
    clauses.push({ text: words, start, role })
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (c === '（') depth++
    else if (c === '）' && depth > 0) depth--
    else if (depth === 0 && (c === '，' || c === '；' || c === '。' || c === '\n' || c === ',' || c === ';')) flush(i)
  }
  flush(text.length)
  return clauses
}

/** Reads bodies from folded text; `raw` is the same text as printed. */
export function readUnits(text: string, raw: string, options: UnitOptions): { parties: PartyReading[]; notices: PartyNotice[] } {
  const tokens: Token[] = []
  const notices: PartyNotice[] = []
  let list = 0
  for (const clause of bySentence(text)) {
    list++
    for (const piece of pieces(clause.text)) {
      const start = clause.start + piece.start
      let words = piece.text.replace(emptyTail, '')
      let at = start
      const lead = /^(?:由|牵头单位|责任单位|配合单位|其他)：?(?=[\u4e00-\u9fff]{3})/.exec(words)
      if (lead && words !== lead[0] && !/^其他(?:有关|相关)/.test(words)) {
        words = words.slice(lead[0].length)
        at += lead[0].length
      }
      if (!words || nobody.test(words)) continue
      const { keep, role: told, shared, scope } = readNotes(piece)
      const role = told ?? clause.role
      const [head = '', rest = ''] = splitAfterDeng(words)
      const parts = splitConjunctions(head, at)
      parts.forEach((part, i) => {
        const isLast = i === parts.length - 1
        const bracket = isLast && !rest ? keep : ''
        const end = part.start + part.text.length + bracket.length
        const verbatim = raw.slice(part.start, end)
        const name = bracket && verbatim.length === part.text.length + bracket.length ? verbatim : raw.slice(part.start, part.start + part.text.length) + bracket
        tokens.push({ name, span: [part.start, Math.min(end, raw.length)], role: isLast ? role : (shared ? role : clause.role), scope: isLast ? scope : null, list })
      })
      if (rest) tokens.push({ name: rest, span: [at + words.length - rest.length, at + words.length], role, scope, list })
      if (shared && role) for (const token of tokens) if (token.list === list && token.role === null) token.role = role
      if (piece.separator !== '、' && piece.separator !== '') list++
    }
  }
  const parties = expand(tokens).map((token, i): PartyReading => {
    const role = token.role ?? (options.firstLeads && i === 0 && options.role === 'responsible_unit' ? 'lead_unit' : options.role)
    return { role: refine(options.role, role), kind: isGroup(fold(token.name)) ? 'group' : 'unit', name: token.name, title: null, scope: token.scope, span: token.span }
  })
  const kept = parties.filter((party) => {
    const odd = /[。；：]/.test(party.name) || (party.name.length > 26 && !bodyEnding.test(party.name))
    if (odd) notices.push({ code: 'unit_unclear', message: `not read as a body: ${party.name.slice(0, 40)}`, span: party.span })
    return !odd && party.name.length > 1
  })
  return { parties: kept, notices }
}

/** In a field of acceptance bodies 牵头 and 配合 are roles of acceptance. */
function refine(field: PartyRole, told: PartyRole): PartyRole {
  if (field === 'acceptance_lead_unit' || field === 'acceptance_supporting_unit') {
    if (told === 'lead_unit') return 'acceptance_lead_unit'
    if (told === 'supporting_unit') return 'acceptance_supporting_unit'
    if (told === 'responsible_unit') return field
  }
  return told
}

/** A group has no name of its own: 各县市区党委, 园区管委会; 县政府 and 纪委 are the document's own bodies. */
function isGroup(name: string): boolean {
  if (groupName.test(name)) return true
  const place = organEnding.exec(name)?.[1] ?? name
  return place.length > 1 && genericPlace.test(place)
}

/** X等5个乡镇 → X, 5个乡镇; a trailing 等 is dropped. */
function splitAfterDeng(words: string): [string, string] {
  const match = /等(.*)$/.exec(words)
  if (!match || match.index < 2) return [words, '']
  const rest = match[1] ?? ''
  if (!rest) return [words.slice(0, match.index), '']
  if (/^(?:\d+|[一二两三四五六七八九十]+)(?:个|家|所)?|^(?:有关|相关|市直|县直|部门|单位|各|责任|成员|区直|省直|其他|涉及)/.test(rest)) return [words.slice(0, match.index), rest]
  return [words, '']
}

/** Gives every place its organ: places wait for the first organ behind them, bare organs go to all places before them. */
function expand(tokens: readonly Token[]): Token[] {
  const out: Token[] = []
  let waiting: Token[] = []
  /** Places that have an organ and may get another: 衡东县党委、政府. */
  let places: { place: string; token: Token; outAt: number }[] = []
  let list = -1
  const release = () => {
    out.push(...waiting)
    waiting = []
  }
  tokens.forEach((token, i) => {
    if (token.list !== list) {
      // places may wait over a comma only when what follows is their organ
      if (!isBareOrgan(token.name)) {
        release()
        places = []
      }
      list = token.list
    }
    const level = bareLevelOrgan(token.name, places)
    if (isBareOrgan(token.name) || level) {
      const organ = level ?? token.name
      if (waiting.length > 0 || places.length > 0) {
        const owners = waiting.length > 0 ? waiting.map((w) => ({ place: w.name, token: w })) : places.map(({ place, token: t }) => ({ place, token: t }))
        if (waiting.length > 0) {
          for (const owner of owners) {
            out.push({ ...owner.token, name: owner.place + organ, role: owner.token.role ?? token.role, scope: owner.token.scope ?? token.scope })
            places.push({ place: owner.place, token: owner.token, outAt: out.length - 1 })
          }
          waiting = []
        } else {
          // keep the printed order place by place
          let shift = 0
          for (const owner of places) {
            owner.outAt += shift
            let at = owner.outAt + 1
            while (at < out.length && out[at]?.name.startsWith(owner.place) && !places.some((p) => p !== owner && p.outAt + (p.outAt > owner.outAt ? shift : 0) === at)) at++
            out.splice(at, 0, { ...owner.token, name: owner.place + organ, span: owner === places.at(-1) ? token.span : owner.token.span, role: owner.token.role ?? token.role, scope: owner.token.scope ?? token.scope })
            shift++
          }
        }
        if (token.role) for (const party of out) if (places.some((p) => party.name.startsWith(p.place)) && party.role === null) party.role = token.role
        return
      }
    }
    const match = organEnding.exec(token.name)
    const place = match?.[1] ?? ''
    if (match && place && (isPlace(place) || /[\u4e00-\u9fff]{2,}/.test(place)) && /^(?:县委|市委|区委|省委|州委)$/.test(match[2] ?? '') === false && (isPlace(place) || waiting.length > 0)) {
      const organ = match[2] ?? ''
      places = []
      for (const w of waiting) {
        out.push({ ...w, name: w.name + organ, role: w.role ?? token.role, scope: w.scope ?? token.scope })
        places.push({ place: w.name, token: w, outAt: out.length - 1 })
      }
      waiting = []
      out.push(token)
      places.push({ place, token, outAt: out.length - 1 })
      return
    }
    const levelled = /^(.{2,})([省市县区州])委$/.exec(token.name)
    if (levelled?.[1] && levelled[2]) {
      release()
      out.push(token)
      places = [{ place: levelled[1] + levelled[2], token, outAt: out.length - 1 }]
      return
    }
    if (isPlace(token.name) || isShortPlace(token.name, tokens[i + 1]?.name)) {
      if (places.length > 0) places = []
      const kind = isPlace(token.name) ? '' : (/(县|市|区)(?:党|政府|人民政府|管委会|$)/.exec(tokens[i + 1]?.name ?? '')?.[1] ?? '')
      waiting.push({ ...token, name: token.name + kind })
      return
    }
    release()
    places = []
    out.push(token)
  })
  release()
  return out
}

const isBareOrgan = (name: string): boolean => /^(?:人民政府|党工委|管理委员会|管委会|党委|政府|人大|政协|纪委监委|纪委|办事处)$/.test(name)

/** 四平市委、市政府: the level is printed again, the place is not. */
function bareLevelOrgan(name: string, places: readonly { place: string }[]): string | null {
  const match = /^([省市县区州])(人民政府|政府|人大|政协|纪委监委|纪委)$/.exec(name)
  const place = places.at(-1)?.place
  return match?.[1] && match[2] && places.length === 1 && place && place.length > 1 && place.endsWith(match[1]) ? match[2] : null
}
