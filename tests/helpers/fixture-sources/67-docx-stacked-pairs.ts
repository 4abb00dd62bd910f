/** One table for all problems: label cells beside value cells, a shaded full-width row opens each problem. */
import { buildDocx, type CellInput, paragraph, run, table } from '../build-docx.js'

const label = (text: string): CellInput => ({ content: paragraph(run(text, { bold: true }), { align: 'center' }) })
const wide = (text: string): CellInput => ({ text, colspan: 3 })
interface Problem {
  head: string
  facts: string
  measures: string
  done: string
  unit: string
  person: string
  due: string
  state: string
}
const rows = ({ head, facts, measures, done, unit, person, due, state }: Problem): CellInput[][] => [
  [{ content: paragraph(run(head, { bold: true })), colspan: 4 }],
  [label('问题描述'), wide(facts)],
  [label('整改措施'), wide(measures)],
  [label('责任科室'), unit, label('责任人'), person],
  [label('完成时限'), due, label('整改结果'), state],
  [label('整改落实情况'), wide(done)],
]

const problems: Problem[] = [
  {
    head: '问题一',
    facts: '重复收取“心电监测”与“遥测心电监护”费用，涉及2022年1月至2023年6月结算数据1873人次，违规金额9.46万元。',
    measures: '1.在收费系统中设置互斥规则。\n2.退回违规使用的医保基金9.46万元。',
    unit: '医保办、信息科',
    person: '邝丽媛',
    due: '2023年11月30日前',
    state: '已完成',
    done: '互斥规则已于2023年11月3日上线；违规资金9.46万元全部退回医保基金专户。',
  },
  {
    head: '问题二',
    facts: '超标准收费，静脉输液第二组起仍按首组价格计费。',
    measures: '核对收费目录，退费并扣减责任科室绩效。',
    unit: '财务科',
    person: '符 昆',
    due: '立行立改',
    state: '已完成',
    done: '对收费目录逐条核对，扣减3个科室当月绩效1.2万元。',
  },
  {
    head: '问题三',
    facts: '串换高值耗材，将国产可吸收缝线按进口缝线上传结算。',
    measures: '（1）耗材出入库全部扫码；\n（2）对涉事人员停岗培训；\n（3）每季度盘点一次。',
    unit: '设备科（牵头）、手术室',
    person: '岑 武、符 昆',
    due: '2024年3月底前',
    state: '基本完成',
    done: '扫码系统覆盖率达到98%，2名涉事人员停岗3个月。\n2024年1月完成首次盘点，盘亏耗材17件已查明去向。',
  },
  {
    head: '问题四',
    facts: '分解住院，同一患者3日内因同一诊断再次入院的有46例。',
    measures: '建立再入院预警，主任签字后方可办理。',
    unit: '医务科、各临床科室',
    person: '吉 宏',
    due: '长期坚持',
    state: '持续推进',
    done: '预警系统运行以来，同一诊断再入院降至每月2例以下。',
  },
  {
    head: '问题五',
    facts: '限定支付药品超范围使用，人血白蛋白用于营养支持的占抽查病历的三分之一。',
    measures: '处方前置审核拦截；药学部每月点评处方100份。',
    unit: '药学部',
    person: '邝丽媛',
    due: '2024年6月底前',
    state: '未达序时进度',
    done: '前置审核软件尚未完成招标。',
  },
  {
    head: '问题六',
    facts: '病案首页编码错误率偏高，高套分组21份。',
    measures: '聘请编码专家复核，编码员持证上岗。',
    unit: '病案室',
    person: '—',
    due: '2023年12月底前',
    state: '已完成',
    done: '21份病案全部更正并重新结算，2名编码员取得证书。',
  },
]

/** Bytes of report.docx. */
export const build = (): Uint8Array =>
  buildDocx({
    body: [
      paragraph(run('陵水黎族自治县人民医院', { bold: true }), { align: 'center' }),
      paragraph(run('关于2023年国家医保飞行检查发现问题整改情况的公示', { bold: true }), { align: 'center' }),
      paragraph(
        '2023年9月，国家医保局飞行检查组对我院医保基金使用情况进行了检查，指出问题6个。医院党委逐项研究，现将整改情况公示如下。',
      ),
      table(problems.flatMap(rows)),
      paragraph('陵水黎族自治县人民医院'),
      paragraph('2024年4月12日'),
    ],
  })
