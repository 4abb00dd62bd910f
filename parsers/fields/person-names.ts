/** Names of persons: what can be one, and how names, offices and bodies are told apart when they are printed without a mark between them. */
import { officeEnding, officeStart } from '../lexicon/offices.js'
import { bodyEnding, sectorWords } from '../lexicon/parties.js'
import { isCompoundSurname, isSurname, isTransliteration } from '../lexicon/surnames.js'
import { isRegionName } from '../values/regions.js'

const han = /^[\u3400-\u9fff々〇]+$/
const dotted = /^[\u3400-\u9fff]{1,6}(?:[·•・．‧][\u3400-\u9fff]{1,8}){1,3}$/

/** Whether the characters can be one person's name. */
export function isPersonName(text: string): boolean {
  if (dotted.test(text)) return true
  if (!han.test(text) || text.length < 2 || text.length > 6) return false
  if (text.length <= 4 && text.length >= 3 && isCompoundSurname(text.slice(0, 2))) return true
  if (text.length <= 3 && isSurname(text[0] ?? '')) return true
  return text.length >= 3 && isTransliteration(text)
}

/** What ends a short name of a body or a place, and seldom a given name: 林业局, 马桥村, 党委. */
const bodyLike =
  /(?:局|委|办|厅|院|会|室|县|镇|乡|区|村|科|股|站|所|处|部|队|厂|组|街道|中心|单位|部门|企业|公司|政府|机关)$|副/

/** A name that nothing else can be: no sector, body or office. */
export const isSurelyPerson = (text: string): boolean =>
  isPersonName(text) &&
  !/^党(?:支|总|委|组|工|政|群)/.test(text) &&
  !sectorWords.has(text) &&
  !bodyLike.test(text) &&
  !officeEnding.test(text) &&
  !(/[省市州旗盟]$/.test(text) && isRegionName(text))

/** Two names printed without anything between them: 杨一广戴德清. */
export const namesRunTogether = (text: string): boolean => {
  if (!han.test(text) || text.length < 4 || text.length > 12 || isPersonName(text) || !isSurname(text[0] ?? '')) return false
  return [2, 3, 4].some(
    (n) => isPersonName(text.slice(0, n)) && (isPersonName(text.slice(n)) || namesRunTogether(text.slice(n))),
  )
}

export interface TitledName {
  name: string
  /** Offset of the name in the words. */
  at: number
  title: string
}

/** 云溪镇党委书记, 经开区党工委书记: a place and its office; names of three characters before 市委书记 are persons. */
const isPlaceBefore = (text: string, length: number): boolean =>
  /^[镇乡村街]/.test(text.slice(length)) ||
  (/^[省市县区州旗]/.test(text.slice(length)) && (length === 2 || isRegionName(text.slice(0, length + 1))))

/** What a title that ends in 长 ends with before it. */
const beforeChief = /[书市县区镇乡局院校部会厅队站所村行组处科司股州省委室盟旗社团舰机班排连营师军主]$/

/** 副市长张三, 张三副市长 and 市住建局张三 → name and title. Null where there is no office or body, or no name. */
export function splitTitle(text: string): TitledName | null {
  if (text.length < 4 || text.length > 60) return null
  const office = officeEnding.exec(text)?.[0].length ?? 0
  for (const n of [3, 2, 4]) {
    // 总工程师 is an office, whoever may be called 程师
    if (office > n) continue
    const [title, name] = [text.slice(0, -n).trimEnd(), text.slice(-n)]
    // 秘书长孙莉 is a 秘书长, whoever may be called 长孙
    if (name.startsWith('长') && beforeChief.test(title)) continue
    if (title.length >= 2 && isSurelyPerson(name) && officeEnding.test(title)) return { name, at: text.length - n, title }
  }
  for (const n of [2, 3, 4]) {
    const [name, title] = [text.slice(0, n), text.slice(n).trimStart()]
    if (isPlaceBefore(text, n)) continue
    if (isSurelyPerson(name) && officeStart.test(title) && officeEnding.test(title)) return { name, at: 0, title }
  }
  const dot = /[\u3400-\u9fff]{1,6}[·•・．‧][\u3400-\u9fff]{1,8}$/.exec(text)
  for (let n = 2; dot && n <= 6; n++) {
    const at = text.search(/[·•・．‧]/) - n
    if (at > 1 && officeEnding.test(text.slice(0, at))) return { name: text.slice(at), at, title: text.slice(0, at) }
  }
  for (const n of [3, 2, 4]) {
    const [body, name] = [text.slice(0, -n).trimEnd(), text.slice(-n)]
    if (body.length >= 3 && isSurelyPerson(name) && bodyEnding.test(body)) return { name, at: text.length - n, title: body }
  }
  return null
}
