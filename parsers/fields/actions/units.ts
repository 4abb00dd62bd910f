/** Headings that are bodies or places: (一)县发改局, （二）长沙市. */
import { actionStart } from '../../lexicon/cues.js'
import { organEnding } from '../../lexicon/parties.js'
import type { Span } from '../../tree.js'

/** Endings of organs, whatever stands before them: 省住房城乡建设厅, 县城市管理局. */
const organ =
  /(?:局|委|办|厅|部|政府|党委|党工委|党组|管委会|管理委员会|纪委|监委|法院|检察院|办公室|领导小组|指挥部|专班|总队|支队|大队|街道办事处)$/
/** Words that end like organs and are none. */
const notOrgan =
  /(?:督|承|协|主|查|举|交|转|催|代|申|领|网|包|采|开|兴|创|筹|照|严|快|会|速|联)办$|(?:大|全|格|布|结|开|僵|定)局$|(?:全|内|外|干|局|东|西|南|北|中|上|下|顶|底|头|根)部$/
const place = /(?:街道|乡|镇|县|市|区|州|盟|旗|省)$/
const notPlace =
  /问题|工作|处理|整治|管理$|治理|建设|工程|项目|方面|措施|保护区|片区|矿区|园区$|城区|库区|市区$|社区$|地区$|辖区$|领域|区域|城市$|超市|门市|夜市|小区$|景区$|(?:盲|误|禁|雷|山|灌|厂|校|院|牧|林|灾|作业|养殖|种植|生产|办公|生活|居民|商业|功能|核心|缓冲|实验|水源|堆放|限养|禁养)区$|(?:城|集|村|圩)镇$/

/** 青禾县生态环境保护督察整改工作领导小组办公室: names of bodies for one task are long. */
const taskBody = /(?:领导小组|协调小组|工作组|指挥部|委员会)(?:办公室)?$/

const isUnit = (part: string): boolean =>
  part.length >= 2 &&
  part.length <= (taskBody.test(part) ? 40 : 24) &&
  ((organ.test(part) && !notOrgan.test(part)) || organEnding.test(part) || (place.test(part) && !notPlace.test(part)))

/** Words that are nothing but bodies or places. */
export function namesUnits(words: string): boolean {
  const bare = words.replace(/[：。]$/, '').replace(/（[^（）]*）$/, '')
  if (bare.length < 2 || bare.length > 60 || actionStart.test(bare) || /[，。；：“”《]|问题|方面/.test(bare)) return false
  return bare.split(/[、 ]/).every((part) => isUnit(part) || part.split(/[和及与]/).every(isUnit))
}

/** The bodies that a heading names, or that open a text behind a colon: 县水利局：清淤。 */
export function unitsOf(folded: string, [start, end]: Span, hasChildren: boolean): Span | null {
  const words = folded.slice(start, end)
  let to = words.length
  if (hasChildren && namesUnits(words)) while (to > 0 && /[：:。\s]/.test(words[to - 1] ?? '')) to--
  else {
    to = words.indexOf('：')
    if (to < 0 || to + 1 >= words.length || !namesUnits(words.slice(0, to))) return null
  }
  return [start, start + to]
}
