/** A PDF of 绿盾 points: a caption and a bordered key–value table for each, cut by the page ends. */
import { buildPdf, type FlowCell, type FlowParagraph, type FlowTable, flowPdf } from '../build-pdf.js'

interface Point {
  name: string
  kind: string
  facts: string
  goal: string
  measures: string
  unit: string
  official: string
  due: string
  state: string
  done: string
}
const wide = (text: string): FlowCell => ({ text, colspan: 3 })
const blocks = (point: Point, index: number): [FlowParagraph, FlowTable] => [
  { text: `表${index + 1}  ${point.name}`, bold: true, indent: false },
  {
    columns: [9, 20, 9, 20],
    rows: [
      ['点位名称', point.name, '问题类型', point.kind],
      ['存在问题', wide(point.facts)],
      ['整改目标', wide(point.goal)],
      ['整改措施', wide(point.measures)],
      ['责任单位', point.unit, '包抓领导', point.official],
      ['整改时限', point.due, '整改状态', point.state],
      ['整改进展', wide(point.done)],
    ],
  },
]

const points: Point[] = [
  {
    name: '石门沟铁矿',
    kind: '采矿（石）',
    facts:
      '该矿位于自然保护区实验区内，2008年取得采矿许可证，开采破坏山体面积38亩。2017年关停后，选厂厂房、尾矿输送管道等设施没有拆除，尾矿库坝面未覆土，雨季有泥水流入石门河。',
    goal: '采矿权退出，设施拆除，破坏山体完成修复并通过验收。',
    measures:
      '1.依法注销采矿许可证，签订补偿协议。\n2.拆除选厂厂房、管道等地上设施4300平方米。\n3.尾矿库覆土1.6万立方米，种植刺槐、紫穗槐等乡土植物，成活率不低于85%。',
    unit: '县自然资源局、石门镇人民政府',
    official: '阎立本（副县长）',
    due: '2022年10月底前',
    state: '已销号',
    done: '采矿许可证于2021年9月注销，支付补偿款2310万元。地上设施全部拆除，覆土1.7万立方米，植被成活率92%，2022年11月通过省级验收。',
  },
  {
    name: '白云峡漂流',
    kind: '旅游开发',
    facts: '未办理环评手续，在缓冲区内建设码头2处、栈道1.1公里。',
    goal: '缓冲区内旅游设施全部清除。',
    measures: '1.立即停止经营。\n2.拆除码头、栈道，恢复河岸植被。',
    unit: '县文化和旅游局（牵头）、白云乡人民政府',
    official: '顾恺之（县委常委）',
    due: '立行立改',
    state: '已完成',
    done: '2021年8月停止经营，码头和栈道拆除完毕，河岸补植柳树620株。',
  },
  {
    name: '大坪水电站',
    kind: '水电站',
    facts: '装机640千瓦，位于核心区，拦河坝阻断细鳞鲑洄游通道，未安装生态流量泄放设施，枯水期坝下游减水河段长2.3公里。',
    goal: '水电站退出，河道连通性恢复。',
    measures: '1.开展资产评估，签订退出协议。\n2.拆除拦河坝和引水渠。\n3.监测鱼类种群恢复情况，监测期不少于3年。',
    unit: '县水利局',
    official: '展子虔（副县长）',
    due: '2023年12月底前',
    state: '正在整改',
    done: '退出协议已签订，发电机组停运并封存。拦河坝拆除方案通过专家评审，计划枯水期施工。',
  },
  {
    name: '二郎坝养殖场',
    kind: '养殖场',
    facts: '冷水鱼养殖场占用实验区林地11亩，尾水直排。',
    goal: '尾水达标排放，违法占用林地恢复植被。',
    measures: '一是建设三级沉淀池和人工湿地；二是退还林地11亩；三是对业主立案处罚。',
    unit: '县农业农村局、县林业局',
    official: '展子虔（副县长）',
    due: '2022年6月30日',
    state: '已销号',
    done: '三级沉淀池投运，退还林地并造林11.4亩，罚款8.7万元。',
  },
  {
    name: '老龙沟探矿点',
    kind: '探矿',
    facts: '探槽、平硐未封堵回填，弃渣沿沟堆放约9000立方米。',
    goal: '探矿权注销，弃渣清理。',
    measures: '1.注销探矿权。\n2.封堵平硐7处，回填探槽23条。\n3.清运弃渣。',
    unit: '县自然资源局',
    official: '阎立本（副县长）',
    due: '2024年6月底前',
    state: '达到序时进度',
    done: '探矿权已注销，封堵平硐5处，清运弃渣4200立方米。',
  },
  {
    name: '青石岭风电场检修道路',
    kind: '道路',
    facts: '检修道路穿越实验区3.6公里，边坡未防护，水土流失严重。',
    goal: '边坡防护到位，水土流失得到控制',
    measures: '采取挡墙、植草等措施治理边坡；废弃支线退出复绿。',
    unit: '县发展和改革局、陕西某风电公司',
    official: '无',
    due: '2023年9月底前，长期坚持',
    state: '已完成，长期坚持',
    done: '修建挡墙1.9公里，植草2.8万平方米，废弃支线0.7公里退出复绿。',
  },
]

/** Bytes of report.pdf. */
export const build = (): Uint8Array =>
  buildPdf(
    flowPdf(
      [
        { text: '洋县“绿盾”自然保护区强化监督检查', centered: true, bold: true, size: 20 },
        { text: '重点问题整改情况', centered: true, bold: true, size: 20 },
        {
          text: '按照省生态环境厅等六部门部署，我县对国家级自然保护区人类活动重点问题进行整改。现将截至2023年10月底的6个重点问题整改情况公布如下。',
        },
        ...points.flatMap(blocks),
        { text: '洋县自然保护区监督检查整改工作专班', indent: false },
      ],
      { pageNumber: '第%页' },
    ),
  )
