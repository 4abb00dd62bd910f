/** A 巡察 notice with heading styles, typed numbers, soft line breaks in the paragraphs and states in brackets at the headings. */
import { buildDocx, paragraph, run, styles } from '../build-docx.js'

const style = (id: string, name: string, outline?: number) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${outline === undefined ? '' : `<w:pPr><w:outlineLvl w:val="${outline}"/></w:pPr>`}</w:style>`
const title = (text: string) => paragraph(text, { style: 'a3', align: 'center' })
const h1 = (text: string) => paragraph(text, { style: '1' })
const h2 = (text: string) => paragraph(text, { style: '2' })
const h3 = (text: string) => paragraph(text, { style: '3' })
const p = (text: string) => paragraph(run(text))

const body = [
  title('中共内乡县商务局党组\n关于巡察整改进展情况的通报'),
  p(
    '根据县委统一部署，2023年9月5日至10月28日，县委第一巡察组对县商务局党组开展了常规巡察，并于2023年12月15日反馈了巡察意见。按照十四届县委第五轮巡察工作要求，现将巡察整改进展情况通报如下。',
  ),
  h1('一、整改工作组织情况'),
  p('局党组召开专题会议，对照反馈的8个问题逐条认领，制定整改措施27条。'),
  h1('二、反馈问题整改落实情况'),
  h2('（一）贯彻落实上级决策部署方面'),
  h3('1.推动消费升级举措不多，电子商务进农村“上热下冷”。（已完成并长期坚持）'),
  p(
    '一是建成县级电子商务公共服务中心1个、镇级服务站16个，覆盖率达到100%；\n二是开展“直播带货”培训21期，培训农村电商带头人863名；\n三是2024年上半年全县网络零售额完成3.9亿元，同比增长17.4%。',
  ),
  h3('2.外贸外资工作主动性不强，连续两年未完成实际利用外资目标。（基本完成）'),
  p('成立招商专班，赴粤港澳大湾区、长三角开展招商活动9次，签约外资项目2个，到位外资1120万美元，占年度目标的93.3%。'),
  h3('3.安全生产监管存在盲区，对成品油零售企业检查走过场。（已完成）'),
  p('对全县57座加油站开展拉网式检查，整改隐患134处；对2座存在重大隐患的加油站责令停业整顿，整改合格后恢复经营。'),
  h2('（二）落实全面从严治党责任方面'),
  h3('4.党组会议题研究不充分，以局长办公会代替党组会研究“三重一大”事项。（已完成并长期坚持）'),
  p('整改情况：修订党组议事规则，列出“三重一大”事项清单32项，2024年以来召开党组会19次，均由纪检人员列席监督。'),
  h3('5.下属企业改制遗留问题久拖不决，职工信访不断。（正在推进）'),
  p(
    '整改情况：（1）对13家改制企业档案资料进行整理，核实职工身份1642人。\n（2）协调人社部门补缴养老保险欠费，已补缴911人，其余731人正在核算。\n（3）建立信访接待日制度，接待职工来访48批次，重复访量下降六成。',
  ),
  h3('6.财务管理不规范，违规使用现金支付劳务费12.6万元。（已完成）'),
  p(
    '整改情况：补齐劳务合同、签收单等原始凭证，对当时的会计、出纳进行批评教育；出台《财务报销管理办法》，500元以上支出一律转账结算。',
  ),
  h2('（三）基层党组织建设方面'),
  h3('7.企业党支部软弱涣散，3个支部超过两年没有换届。（已完成）'),
  p('整改情况：3个支部均已完成换届选举，选优配强支部书记，补选委员5名。'),
  h3('8.干部队伍结构老化，科级干部平均年龄偏大。（未完成，持续推进）'),
  p('整改情况：向县委组织部报送年轻干部调配建议，招录选调公务员2名；受职数限制，中层岗位调整工作尚在进行。'),
  h1('三、下一步打算'),
  p('（一）强化责任落实，确保未完成的问题按期清零。'),
  p('（二）强化建章立制，防止已完成的问题反弹回潮。'),
  p('联系电话：0377-65300000；电子邮箱：nxswj@example.com。'),
  paragraph('中共内乡县商务局党组', { align: 'right' }),
  paragraph('2024年8月6日', { align: 'right' }),
]

/** Bytes of report.docx. */
export const build = (): Uint8Array =>
  buildDocx({
    body,
    styles: styles(
      style('a', 'Normal') +
        style('a3', 'Title') +
        style('1', 'heading 1', 0) +
        style('2', 'heading 2', 1) +
        style('3', 'heading 3', 2),
    ),
  })
