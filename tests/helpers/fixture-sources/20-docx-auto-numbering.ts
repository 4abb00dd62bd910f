/** A plan whose numbers Word makes: chapters 一、, items （一） and measures 1. are one multilevel list; names carry tracked changes and strike. */
import { buildDocx, deleted, inserted, numbering, paragraph, run } from '../build-docx.js'

const title = (text: string) => paragraph(run(text, { bold: true }), { align: 'center' })
const chapter = (text: string) => paragraph(text, { list: [1, 0] })
const item = (text: string) => paragraph(text, { list: [1, 1] })
const measure = (text: string) => paragraph(text, { list: [1, 2] })
const text = (content: string) => paragraph(content)
/** A field: bold label, then ready runs or plain text. */
const field = (label: string, value: string) =>
  paragraph(run(`${label}：`, { bold: true }) + (value.startsWith('<') ? value : run(value)))
const measuresLabel = () => paragraph(run('整改措施：', { bold: true }))

const body = [
  title('洱源县贯彻落实省级生态环境保护督察反馈问题'),
  title('整改方案'),
  text(
    '2023年8月，云南省第二轮生态环境保护督察第三督察组对大理州开展督察，指出我县在洱海源头保护等方面存在5个突出问题。为抓好问题整改，制定本方案。',
  ),
  chapter('总体要求'),
  item('坚持政治引领。把督察整改作为检验“两个维护”的重要标尺，党政主要负责同志亲自抓、负总责。'),
  item('坚持举一反三。由点及面排查同类问题，防止按下葫芦浮起瓢。'),
  chapter('具体整改任务'),
  item('弥苴河流域农业面源污染防治措施不够有力，大蒜等大水大肥作物禁种成果有反弹苗头。'),
  field('整改目标', '流域内禁种区域大蒜种植面积保持为零，弥苴河入湖断面总氮浓度较2022年下降10%以上。'),
  field('整改时限', '2024年底前完成，并长期坚持'),
  field('牵头单位', '县农业农村局'),
  field(
    '配合单位',
    run('州生态环境局洱源分局、县水') + deleted('利') + inserted('务') + run('局、邓川镇人民政府、右所镇人民政府'),
  ),
  field('责任人', run('段') + deleted('志明') + inserted('嘉禾')),
  measuresLabel(),
  measure('开展种植结构专项排查，发现违规种植的限期铲除并改种。'),
  measure('推广有机肥替代化肥技术8.5万亩，测土配方施肥技术覆盖率保持在90%以上。'),
  measure('完善生态塘库和沟渠系统，推进农田退水循环利用。'),
  item('东湖湿地周边村落污水收集管网破损渗漏，雨季大量清水混入。'),
  field('整改目标', '破损管网全部修复，污水收集率达到85%。'),
  field('整改时限', '2024年6月30日前'),
  field('责任单位', run('县住房和城乡建设局（牵头）、') + run('县环境保护局、', { strike: true }) + run('右所镇人民政府')),
  field('责任人', '杨 溢、赵汝霖'),
  measuresLabel(),
  measure('对28公里村落管网进行检测，建立病害台账。'),
  measure('分两期修复破损管网，同步改造检查井。'),
  item('凤羽坝子露天采石场生态修复弄虚作假，以覆盖防尘网代替覆土复绿。'),
  field('整改目标', '完成采石场生态修复并通过验收，严肃查处弄虚作假行为。'),
  field('整改时限', '2024年9月底前'),
  field('责任单位', '县自然资源局、凤羽镇党委、政府'),
  field('责任人', '苏鹤鸣'),
  measuresLabel(),
  measure('重新编制修复方案，报州级主管部门审查；'),
  measure('按方案实施覆土、植树、种草；'),
  measure('由县纪委监委对弄虚作假问题调查处理。'),
  item('城区生活垃圾焚烧炉渣堆放不规范，未建设防雨防渗设施。'),
  field('整改目标', '建成规范化炉渣贮存场所，实现炉渣综合利用。'),
  field('整改时限', '立行立改'),
  field('责任单位', '县城市管理综合行政执法局'),
  field('责任人', run('施') + run('万福', { strike: 'double' }) + inserted('乐山')),
  paragraph(
    run('整改措施：', { bold: true }) + run('督促运营企业建设封闭式贮存库房，地面硬化防渗，签订综合利用协议，做到日产日清。'),
  ),
  item('生态环境监测能力薄弱，县级监测站持证人员不足，应急监测装备缺口大。'),
  field('整改目标', '监测站持证上岗人员不少于12人，具备41项指标监测能力。'),
  field('整改时限', '2024年3月底前完成人员补充，2025年6月底前完成能力建设'),
  field('责任单位', '州生态环境局洱源分局，县委编办、县财政局'),
  field('责任人', '杨 溢'),
  measuresLabel(),
  measure('通过公开招聘、选调等方式补充专业技术人员5名。'),
  measure('安排专项资金186万元，购置便携式监测设备。'),
  chapter('保障措施'),
  item('加强组织领导。成立县督察整改工作领导小组，下设办公室在州生态环境局洱源分局。'),
  item('加强督导检查。对工作推进缓慢的，由县委督查室、县政府督查室跟踪督办。'),
]

/** Bytes of report.docx. */
export const build = (): Uint8Array =>
  buildDocx({
    body,
    numbering: numbering(
      [
        [
          { format: 'chineseCounting', text: '%1、', suffix: 'nothing' },
          { format: 'chineseCounting', text: '（%2）', suffix: 'nothing' },
          { format: 'decimal', text: '%3.', suffix: 'space' },
        ],
      ],
      [{ definition: 0 }],
    ),
  })
