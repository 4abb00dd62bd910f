/** What the composed tables report: problems of our own words with all that a ledger may hold of them. */

export interface Topic {
  category: string
  fault: string
  goal: string
  /** What is planned, without closing marks. */
  measures: string[]
  /** What was done, without closing marks. */
  progress: string[]
}

export const topics: readonly Topic[] = [
  {
    category: '水环境',
    fault: '东沟桥下游沿岸有3处生活污水直排口，雨后河面漂浮垃圾较多。',
    goal: '封堵全部直排口，河面保持干净。',
    measures: ['排查东沟两岸排水口并逐一封堵', '接通临河住户的污水支管', '安排保洁员每日打捞漂浮物'],
    progress: ['已封堵直排口3处', '接通污水支管420米', '落实保洁员2名'],
  },
  {
    category: '大气环境',
    fault: '北坡石料场破碎车间未封闭，物料露天堆放，出入口没有冲洗设施。',
    goal: '车间全封闭，出场车辆冲洗率达到100%。',
    measures: ['督促石料场封闭破碎车间', '增设车辆冲洗台1座', '对露天料堆加盖防尘网'],
    progress: ['石料场已封闭破碎车间2间', '建成冲洗台1座', '覆盖防尘网1200平方米'],
  },
  {
    category: '资金管理',
    fault: '部分单位差旅费报销未附审批单，2笔往来款挂账超过三年。',
    goal: '报销手续齐全，往来款清理完毕。',
    measures: ['修订差旅费管理办法', '逐笔核对往来款项并限期收回'],
    progress: ['修订办法1项', '收回往来款18万元'],
  },
  {
    category: '安全生产',
    fault: '老汽修厂区电线私拉乱接，灭火器过期12具，疏散通道被杂物占用。',
    goal: '消除用电和消防隐患。',
    measures: ['更换老化线路', '补配灭火器并建立检查卡', '清空疏散通道'],
    progress: ['更换线路600米', '补配灭火器12具'],
  },
  {
    category: '队伍建设',
    fault: '基层站所年轻干部偏少，业务培训走过场，考核结果运用不够。',
    goal: '形成合理的干部梯队。',
    measures: ['制定年轻干部培养计划', '每季度组织一次业务轮训'],
    progress: ['选派年轻干部9名到站所任职', '举办轮训2期'],
  },
  {
    category: '项目建设',
    fault: '二期供水管网项目进度滞后，监理日志缺失，变更签证不规范。',
    goal: '项目按期建成通水。',
    measures: ['倒排工期并增加施工班组', '补齐监理资料', '严格执行变更审批程序'],
    progress: ['完成管网敷设7.5公里', '补齐监理日志46份'],
  },
  {
    category: '土壤环境',
    fault: '废旧电池回收点地面破损，防渗措施缺失，台账记录不全。',
    goal: '回收点符合贮存要求。',
    measures: ['修补地面并铺设防渗层', '重新登记出入库台账'],
    progress: ['铺设防渗层80平方米', '建立出入库台账'],
  },
  {
    category: '民生服务',
    fault: '城西农贸市场公厕夜间关闭，群众反映如厕难，停车秩序混乱。',
    goal: '公厕全天开放，车辆有序停放。',
    measures: ['调整公厕开放时间', '施划停车泊位60个', '增派夜间巡查人员'],
    progress: ['公厕已全天开放', '施划泊位60个'],
  },
  {
    category: '作风建设',
    fault: '会议多、材料多的现象没有明显改观，个别部门以文件落实文件。',
    goal: '会议和文件数量下降三成。',
    measures: ['实行会议计划审批', '清理合并报表'],
    progress: ['取消会议11个', '合并报表23张'],
  },
  {
    category: '自然资源',
    fault: '南岭林场周边有4宗用地未批先建，违法建筑没有拆除到位。',
    goal: '依法处置4宗违法用地。',
    measures: ['对4宗用地立案查处', '拆除违法建筑并复垦'],
    progress: ['立案4宗', '拆除建筑面积2100平方米'],
  },
  {
    category: '党的建设',
    fault: '个别支部“三会一课”记录不完整，主题党日内容单一。',
    goal: '组织生活规范有序。',
    measures: ['开展支部台账互查', '印发主题党日指引'],
    progress: ['互查支部台账32本', '印发指引1份'],
  },
  {
    category: '固体废物',
    fault: '城郊填埋场渗滤液收集沟堵塞，夏季异味明显，覆土不及时。',
    goal: '渗滤液全量收集，异味得到控制。',
    measures: ['疏通收集沟并加装盖板', '每日作业后及时覆土'],
    progress: ['疏通收集沟380米', '新购覆土机械1台'],
  },
]

export const units = [
  '县水利局',
  '县城管局',
  '县财政局',
  '县住建局',
  '县林业局',
  '县应急管理局',
  '青石镇政府',
  '县教育局',
  '县委组织部',
  '县农业农村局',
  '市生态环境局青禾分局',
  '县审计局',
]
export const names = ['李莉', '周洋', '陈国强', '吴敏', '赵海波', '孙建华']

export const deadlines: readonly (readonly [text: string, value: string])[] = [
  ['2024年6月底前', '2024-06-30'],
  ['2024年12月31日', '2024-12-31'],
  ['2025年3月底', '2025-03-31'],
  ['立行立改', 'immediate'],
  ['长期坚持', 'long_term'],
  ['2024年9月', '2024-09-30'],
  ['2025年底', '2025-12-31'],
]
export const states: readonly (readonly [text: string, code: string])[] = [
  ['已完成', 'completed'],
  ['正在整改', 'in_progress'],
  ['达到序时进度', 'on_schedule'],
  ['基本完成', 'basically_completed'],
  ['已完成整改', 'completed'],
  ['未启动', 'not_started'],
]
