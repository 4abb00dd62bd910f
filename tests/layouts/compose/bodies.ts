/** The bodies and people of each kind of office; all invented. */
import type { Rng } from '../rng.js'
import type { Issuer } from '../types.js'

const government = [
  '政府办',
  '委办',
  '发改局',
  '财政局',
  '自然资源局',
  '生态环境局',
  '住建局',
  '城管局',
  '交通运输局',
  '水利局',
  '农业农村局',
  '林业局',
  '卫健局',
  '教育局',
  '民政局',
  '人社局',
  '公安局',
  '审计局',
  '应急管理局',
  '市场监管局',
  '纪委监委',
  '委组织部',
  '委宣传部',
  '行政审批局',
  '商务局',
  '科工局',
]
const prefixed = (prefix: string): string[] => government.map((name) => `${prefix}${name}`)

/** Departments that answer for a problem, by the office that reports. */
export const departments: Record<Issuer, string[]> = {
  province: [
    '省发展改革委',
    '省财政厅',
    '省自然资源厅',
    '省生态环境厅',
    '省住房城乡建设厅',
    '省交通运输厅',
    '省水利厅',
    '省农业农村厅',
    '省林业局',
    '省卫生健康委',
    '省审计厅',
    '省应急厅',
    '省市场监管局',
    '省民政厅',
  ],
  city: prefixed('市'),
  county: prefixed('县'),
  district: prefixed('区'),
  town: [
    '镇党政办',
    '镇财政所',
    '镇农业农村办公室',
    '镇应急管理办公室',
    '镇综合执法队',
    '镇社会事务办公室',
    '镇纪委',
    '镇经济发展办公室',
    '镇乡村振兴办公室',
    '上湾村村委会',
    '石桥村村委会',
  ],
  bureau: [
    '办公室',
    '人事科',
    '规划财务科',
    '政策法规科',
    '机关党委',
    '执法支队',
    '监测中心',
    '信息中心',
    '行政审批科',
    '综合业务科',
    '派驻纪检监察组',
  ],
  college: [
    '党委办公室',
    '党委组织部',
    '党委宣传部',
    '纪委办公室',
    '教务处',
    '科研处',
    '财务处',
    '人事处',
    '学生工作处',
    '后勤管理处',
    '国有资产管理处',
    '保卫处',
  ],
  company: [
    '党群工作部',
    '综合管理部',
    '财务资产部',
    '安全环保部',
    '纪检监察部',
    '工程管理部',
    '人力资源部',
    '企业管理部',
    '审计法务部',
    '生产技术部',
  ],
}

/** Regions below the office whose governments answer for a problem. */
export const regionsBelow: Partial<Record<Issuer, { names: string[]; government: string }>> = {
  province: { names: ['临沣市', '岚溪市', '云陂市', '澜平市'], government: '政府' },
  city: { names: ['云陂县', '沣南县', '石塘县', '桐岭县', '岚亭区', '雁坪区'], government: '政府' },
  county: { names: ['沙塘镇', '岩口镇', '白鹿坪镇', '云亭镇', '枫林镇'], government: '人民政府' },
}

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'
const given = [
  '志远',
  '明',
  '建国',
  '晓燕',
  '海涛',
  '丽娟',
  '伟',
  '文斌',
  '国庆',
  '佳',
  '永红',
  '春梅',
  '立新',
  '振华',
  '小兵',
  '莉',
  '德胜',
  '宏宇',
  '思源',
  '静',
]

/** `count` people, no name twice. */
export function drawNames(rng: Rng, count: number): string[] {
  const names = new Set<string>()
  while (names.size < count) names.add(`${rng.pick([...surnames])}${rng.pick(given)}`)
  return [...names]
}

/** Offices of people, by the office that reports. */
export const titlesOf: Record<Issuer, string[]> = {
  province: ['省政府副省长', '省生态环境厅厅长', '省水利厅副厅长'],
  city: ['市委常委、副市长', '市生态环境局局长', '市政府副秘书长'],
  county: ['副县长', '县水利局局长', '县住建局党组书记'],
  district: ['副区长', '区城管局局长', '区住建局副局长'],
  town: ['镇长', '镇党委副书记', '镇人大主席'],
  bureau: ['党组成员、副局长', '办公室主任', '执法支队支队长'],
  college: ['党委副书记', '财务处处长', '后勤管理处处长'],
  company: ['党委书记、董事长', '总经理', '安全总监'],
}
