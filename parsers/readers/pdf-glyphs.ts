/**
 * Characters as a PDF gives them. Fonts that were cut down to the glyphs in use often map a glyph to its look-alike: the radical ⽔
 * (U+2F54) for 水, a compatibility ideograph, a ligature. The usual characters come back here; all else stays as it is.
 */

import { ordinary } from '../text/fold.js'

/** Simplified radicals of CJK Radicals Supplement that Unicode gives no compatibility mapping; each is the character of its own name. */
const radicals =
  '⺁⺅⺉⺎⺏⺐⺒⺓⺕⺗⺘⺙⺛⺜⺝⺟⺠⺡⺢⺣⺥⺦⺧⺨⺩⺫⺬⺭⺮⺰⺱⺲⺶⺷⺸⺹⺻⺼⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻲⻳'
const characters =
  '厂亻刂兀尣尢巳幺彐㣺扌攵旡曰月母民氵氺灬爫丬牜犭王罒示礻竹纟罓罒羊羊羊耂聿肉艹虎衤覀西见角讠贝车辶辶阝钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙亀龟'
const supplement = new Map([...radicals].map((radical, at) => [radical, characters.charAt(at)]))

/** Blocks whose characters only look like others: Kangxi radicals, compatibility ideographs, Latin ligatures. */
const lookAlike = /[\u2f00-\u2fd5\uf900-\ufaff\ufb00-\ufb06]/
const anyRadical = /[\u2e80-\u2eff]/
/** Marks that print nothing: controls, soft hyphen, zero width, byte order mark. */
const nothing = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2060\ufeff]/g
/** Private use and the replacement character: the font does not say what it shows. */
const unknown = /[\ue000-\uf8ff\ufffd]/

/** The text of a glyph; '' where it prints nothing, null where the font does not tell which character it is. */
export const cleanGlyph = (raw: string): string | null => {
  const code = raw.charCodeAt(0)
  if (raw.length === 1 && ((code >= 0x20 && code < 0x7f) || (code >= 0x3000 && code < 0xe000))) return raw
  if (code === 0x09 || code === 0x0a || code === 0x0d || code === 0xa0) return ' '
  if (unknown.test(raw)) return null
  let text = raw.replace(nothing, '')
  if (lookAlike.test(text)) text = ordinary(text)
  if (anyRadical.test(text)) text = text.replace(/[\u2e80-\u2eff]/g, (mark) => supplement.get(mark) ?? mark)
  // A glyph without a mapping shows as a control character: no text, and nothing known of it.
  return text === '' && raw !== '' && /^[\u0000-\u0008\u000b-\u001f]+$/.test(raw) ? null : text
}
