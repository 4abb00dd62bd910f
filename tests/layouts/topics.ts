/** The topics by programme, and how one is filled with places, firms and figures. */
import type { Rng } from './rng.js'
import { auditTopics } from './topics/audit.js'
import { disciplineTopics } from './topics/discipline.js'
import { natureTopics } from './topics/nature.js'
import { safetyTopics } from './topics/safety.js'
import { waterTopics } from './topics/water.js'
import type { Issuer, Programme, Topic } from './types.js'

const environment = [...waterTopics, ...natureTopics]
export const topicsOf: Record<Programme, Topic[]> = {
  central: environment,
  provincial: environment,
  discipline: disciplineTopics,
  audit: auditTopics,
  safety: safetyTopics,
}

/** Places inside the issuer's region; all invented. */
const places: Record<Issuer, string[]> = {
  province: ['临沣市', '岚溪市', '云陂市', '溧阳湾市', '青岫州', '澜平市', '沙洲市', '桐岭市'],
  city: ['云陂县', '沣南县', '岚亭区', '石塘县', '临沣高新区', '桐岭县', '雁坪区', '澄湖县'],
  county: ['沙塘镇', '岩口镇', '松涧乡', '白鹿坪镇', '云亭镇', '古渡街道', '枫林镇', '石门垭乡', '桥头镇', '双溪乡'],
  district: ['湖滨街道', '城北街道', '枫桥街道', '石井镇', '望江街道', '南岭镇', '金鸡湾街道', '云台街道'],
  town: ['上湾村', '石桥村', '枫树村', '老街社区', '双河村', '杨柳村', '青山村', '沙坪村'],
  bureau: ['城东分局', '城西分局', '岩口所', '沙塘所', '开发区分局', '云亭站'],
  college: ['东校区', '西校区', '云湖校区', '附属医院', '继续教育分部', '南校区'],
  company: ['云陂分公司', '岚亭项目部', '沙塘厂区', '物流分公司', '检修公司', '沣南电厂'],
}
const firms = ['恒沣建材有限公司', '云陂绿源化工厂', '岚溪水务公司', '鑫岩矿业有限公司', '永泰燃气有限公司', '宏远纸业有限公司']
const rivers = ['沣水', '岚溪河', '白鹿河', '松涧', '澜江', '桐溪']

/** One use of a topic: every text filled with the same places and figures. */
export function fillTopic(topic: Topic, issuer: Issuer, rng: Rng): Topic {
  const values: Record<string, string> = {
    P: rng.pick(places[issuer]),
    C: rng.pick(firms),
    R: rng.pick(rivers),
    N: String(rng.int(2, 9)),
    K: String(rng.int(11, 98)),
  }
  const fill = (text: string): string => text.replaceAll(/\{([PCRNK])\}/g, (_all, key: string) => values[key] ?? '')
  return {
    field: topic.field,
    fault: fill(topic.fault),
    detail: fill(topic.detail),
    quoted: fill(topic.quoted),
    noun: fill(topic.noun),
    goal: fill(topic.goal),
    measures: topic.measures.map(({ head, body, parts }) => ({ head: fill(head), body: fill(body), parts: parts.map(fill) })),
    progress: topic.progress.map(fill),
  }
}

const elsewhere = (topic: Topic, place: string): Topic => ({
  ...topic,
  quoted: `${place}${topic.quoted}`,
  noun: topic.noun.startsWith(place.slice(0, 2)) ? topic.noun : `${place}${topic.noun}`,
})

/** `count` filled topics; none comes twice in the same words. */
export function drawTopics(programme: Programme, issuer: Issuer, count: number, rng: Rng): Topic[] {
  const pool = topicsOf[programme]
  const seen = new Set<string>()
  const order = rng.shuffle(pool)
  return Array.from({ length: count }, (_, index) => {
    const topic = order[index % order.length]
    if (!topic) throw new Error(`${programme} has no topics`)
    for (let tries = 0; ; tries++) {
      const filled = fillTopic(topic, issuer, rng)
      if (seen.has(filled.fault) && tries < 20) continue
      seen.add(filled.fault)
      // a topic that comes again is told of another place
      return index < order.length ? filled : elsewhere(filled, rng.pick(places[issuer]))
    }
  })
}
