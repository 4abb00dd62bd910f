/** Names of columns, as offices print them and as no list of labels has them. */

export type Named = 'problem' | 'goal' | 'measures' | 'progress' | 'deadline' | 'status' | 'category' | 'unit' | 'number'

export const known: Record<Named, readonly string[]> = {
  number: ['序号', '编号', '序 号', '问题编号'],
  problem: ['反馈问题', '存在问题', '问题描述', '整改任务', '审计发现问题', '存在的主要问题'],
  goal: ['整改目标', '目标要求', '预期目标'],
  measures: ['整改措施', '具体举措', '整改举措', '拟采取的措施'],
  progress: ['整改进展', '整改情况', '落实情况', '整改完成情况'],
  deadline: ['整改时限', '完成时间', '完成时限', '整改期限（前）'],
  status: ['整改状态', '完成状态', '是否完成整改', '整改进度'],
  category: ['类别', '问题类型', '领域', '问题类别'],
  unit: ['责任单位', '责任部门', '整改责任单位', '责 任 单 位'],
}
/** Only what the column holds tells its field. */
export const unknown: Partial<Record<Named, readonly string[]>> = {
  problem: ['失分原因', '不足之处', '短板弱项', '督导组意见', '查摆情况', '具体内容'],
  measures: ['怎么改', '应对做法', '改进内容', '工作安排'],
  progress: ['目前做到', '当前成果', '已做工作', '本月推进'],
  deadline: ['何时改完', '最后节点', '要求', '计划'],
  status: ['备注', '说明', '现状', '销账'],
  unit: ['谁来改', '归口', '承接方', '落地单位'],
}
/** Columns whose words are no field of the record; null: the diagnostic must name them. */
export const extras: readonly { name: string; cells: readonly string[]; noticed: boolean }[] = [
  { name: '难易程度', cells: ['一般', '较难', '容易'], noticed: true },
  { name: '扣分', cells: ['0.5', '1', '2'], noticed: true },
  { name: '备注', cells: ['', '', '纳入年度计划管理'], noticed: false },
  { name: '问题来源', cells: ['省级督导', '市级抽查', '群众来信'], noticed: false },
  { name: '联系电话', cells: ['0830-1234567', '0830-7654321', '0830-2345678'], noticed: false },
]

/** Two roles under one name: how the cell parts them. */
export const twoRoles: readonly (readonly [name: string, form: 'slash' | 'bracket'])[] = [
  ['牵头/配合单位', 'slash'],
  ['牵头单位/配合单位', 'slash'],
  ['主办／协办部门', 'slash'],
  ['主办（协办）单位', 'bracket'],
  ['牵头（配合）单位', 'bracket'],
  ['牵头单位（配合单位）', 'bracket'],
]
export const apart: readonly (readonly [lead: string, support: string])[] = [
  ['牵头单位', '配合单位'],
  ['牵头部门', '配合部门'],
  ['主办', '协办'],
  ['主办单位', '协办单位'],
  ['主办部门', '配合部门'],
  ['牵头', '配合'],
]
export const labelled: readonly (readonly [name: string, lead: string, support: string])[] = [
  ['责任分工', '主办', '协办'],
  ['责任单位', '牵头', '配合'],
  ['承办单位', '主办单位', '协办单位'],
  ['责任部门', '牵头单位', '配合单位'],
]
export const hosts: readonly string[] = ['主办单位', '主办部门', '主办']
