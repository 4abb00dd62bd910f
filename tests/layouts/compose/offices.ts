/** The office that reports: its names, and what it answers. */
import type { Issuer, Programme } from '../types.js'

export interface Office {
  /** The region or body that the title names. */
  name: string
  /** The body that signs. */
  signs: string
  /** How the text speaks of itself. */
  self: string
  /** The head of a document number. */
  code: string
}
export const offices: Record<Issuer, Office> = {
  province: { name: '岚江省', signs: '岚江省人民政府', self: '省委、省政府', code: '岚政发' },
  city: { name: '临沣市', signs: '临沣市人民政府办公室', self: '市委、市政府', code: '临政办' },
  county: { name: '云陂县', signs: '云陂县人民政府办公室', self: '县委、县政府', code: '云政办发' },
  district: { name: '岚亭区', signs: '岚亭区人民政府', self: '区委、区政府', code: '岚政' },
  town: { name: '沙塘镇', signs: '沙塘镇人民政府', self: '镇党委、政府', code: '沙政' },
  bureau: { name: '中共云陂县水利局党组', signs: '中共云陂县水利局党组', self: '局党组', code: '云水党' },
  college: { name: '中共临沣职业技术学院委员会', signs: '中共临沣职业技术学院委员会', self: '学院党委', code: '临职党' },
  company: {
    name: '中共岚江能源集团有限公司委员会',
    signs: '中共岚江能源集团有限公司委员会',
    self: '集团党委',
    code: '岚能党',
  },
}

/** What was inspected, as a title names it and as a sentence tells it. */
export const inspections: Record<Programme, { title: string[]; told: string; found: string }> = {
  central: {
    title: ['第二轮中央生态环境保护督察', '中央生态环境保护督察'],
    told: '中央第三生态环境保护督察组对我地开展了督察，并反馈了督察意见',
    found: '督察',
  },
  provincial: {
    title: ['省生态环境保护督察', '第二轮省级生态环境保护督察'],
    told: '省第二生态环境保护督察组开展了为期一个月的例行督察，并反馈了督察报告',
    found: '督察',
  },
  discipline: {
    title: ['巡察', '专项巡察', '常规巡察'],
    told: '上级党委巡察组开展了常规巡察，并反馈了巡察意见',
    found: '巡察',
  },
  audit: {
    title: ['2023年度本级预算执行和其他财政收支审计', '领导干部经济责任审计', '审计'],
    told: '审计机关派出审计组开展了专项审计，并出具了审计报告',
    found: '审计',
  },
  safety: {
    title: ['安全生产督导检查', '安全生产执法检查', '省安委会安全生产督导'],
    told: '省安委会督导组开展了安全生产督导检查，并反馈了督导意见',
    found: '督导',
  },
}
