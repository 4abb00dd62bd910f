/** Words around the totals that a report states of itself (自报总数). */

/** What is counted: 45个具体问题, 32项整改任务. */
export const countedNoun =
  /^(?:的|具体|突出|典型|主要|反馈|环境|生态|保护|督察|巡视|巡察|审计|整改|查出|发现|方面|反映|存在|环保|重点|隐患|安全|风险|遗留|中央|国家|省级?|市级?|首轮|第?[一二三四五]轮|“?回头看”?|类|各类)*?(?:反馈问题|整改任务|整改问题|整改事项|反馈意见|问题|任务|意见)(?!线索|线|整改措施|导向|底数|金额|楼|资金|的?(?:原因|根源))/
/** Before the number: 整改任务10项, 问题共8个. */
export const nounBefore =
  /(?:问题|整改任务|任务|整改事项|反馈意见)(?:清单|台账|整改|数|数量)?(?:共计?|总计?|合计|为|有|计|数|：|（|\s|达|分解|细化|梳理|成){0,4}$/
/** What tells that problems are those of the report. */
export const totalCue =
  /反馈|指出|提出|涉及|梳理|认领|查出|发现|督察|巡视|巡察|审计|整改任务|整改事项|方案|清单|交办|移交|披露|曝光|警示片|通报|共(?=\d|[一二三四五六七八九十])|总计|合计|下列|以下|公示|公布|公告|销号|现[将就](?=\d|[一二三四五六七八九十])/
/** Other things that are counted beside them; what follows speaks of those. */
export const foreign =
  /同类|类似|开展[^，。；]{0,10}(?:巡查|检查|督导|走访)|领办|领衔|督办|包案|包抓|包联|包保|自查|抽查|排查|信访|举报|投诉|案件|线索|问责|追责|责任追究|追究|项目|工程|协调|纠正|举一反三|另有|另外|另查|上一?轮|首轮|以往|累计解决|每个|企业|群众|措施|制度|文件|专项行动|典型(?!问题)|个性|共性|点位|新增|难点|重点难点|立案|隐患(?!问题)|建议|提案|回头看”?发现|反弹|宗|起$/
/** A part of a total: no total itself. */
export const subset = /(?:其中|里面|含|包括|剩余|余下|其余|还有|除|尚有|有)[^，。；、]{0,6}$/
/** A total that the report narrows to its own place: 涉及我市的12个. */
export const ownPart = /涉及(?:到)?(?:我|本|该|[\u4e00-\u9fff]{1,8}[省市县区州旗镇乡])[^，。；]{0,8}$/
/** 2024年底前完成整改32个 */
export const yearBefore =
  /((?:19|20)\d\d)年(?:底|末|年底)?(?:之?前|以前|内)?(?:需|要|计划|拟|应|预计|将|可)?(?:全部|全面)?(?:完成|整改到位|整改完成|整改|销号)(?:整改|销号|整改任务|任务)?(?:的)?(?:问题|任务)?(?:有|共|的)?(?:（|：)?(?:共)?$/
/** 长期坚持6个, 立行立改并长期坚持3个 */
export const ongoingBehind =
  /^(?:个|项)?(?:问题|任务)?(?:为|需|要|均|将)?(?:立行立改(?:、|，|并|且)?)?(?:长期坚持|长期整改|长期推进)(?:整改|抓好|落实)?$/
/** 3项立行立改、长期坚持: both of all. */
export const bothBehind = /^(?:问题|任务)?(?:需|要|均|将)?立行立改、长期(?:坚持|整改|推进)(?:$|[，；。])/
export const ongoingBefore =
  /(?:(?:立行立改|立即整改)(?:、|，|并|且)?)?(?:(?:持续|长期)(?:推进|坚持|整改|抓好|落实|巩固)(?:整改|落实)?)(?:的)?(?:问题|任务)?(?:有|共|的)?(?:（|：)?(?:共)?$/
/** What makes a state a plan: 应完成整改的问题. */
export const planned =
  /(?:应|需|须|拟|计划|预计|要求|力争|确保|将|限期|待)(?:于|在)?(?:全部|全面|予以?)?(?:完成|整改|办结|销号)|年(?:底)?(?:之?前|以前|内)/
/** 确保反馈的7个问题全部按期整改到位: what is wanted of them. */
export const wantedBefore = /(?:确保|力争|保证|务求|争取|推动)[^，。；]{0,20}$/
/** A part told by what is asked of it: 要求分阶段整改的3个问题. */
export const partBefore = /(?:要求|分阶段|立行立改|持续整改|长期整改|立即整改|完成整改|限期|属于|需|应)[^，。；]{0,8}的$/
/** Behind a number that is no state: 3项问题整改完成情况, 3个问题逐项整改. */
export const noState = /情况|清单|方案|进展|清零行动|^(?:问题|任务)?(?:逐[项一条个]|分类|分解|制定|明确|研究|认领)/
/** Before a number: what is done about all of them, not how many are done. */
export const aboutAll = /(?:针对|围绕|对照|对于|对|就|将|把)[^，。；]{0,12}$/
/** Before a number that sums up those before it: 2个问题和1条意见共3项. */
export const sumBefore = /(?:^|，|、|）|问题|意见|建议|任务)(?:共计?|合计|总计|总共)$/
/** A chapter's own words: what it counts is no total of the report. */
export const ofChapter = /^(?:本|该|此|这一?)(?:方面|类|领域|部分|项)/
/** A title that a count in a line of its own belongs to. */
export const listTitle = /(?:清单|台账|方案|任务|问题|一览表|情况表|汇总表|报告|情况)$/
