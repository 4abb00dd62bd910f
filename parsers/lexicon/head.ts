/** Words by which a report's kind is known from its title and its opening. */

export const planTitle =
  /(?:整改|落实)(?:工作|落实|实施|总体|专项|措施)?方案|整改实施方案|实施方案|整改(?:工作)?计划|整改措施(?:（[^（）]*）)?$/
export const listTitle = /清单|台账|台帐|一览表|汇总表|明细表|任务分解|任务表|措施表|问题表|情况表/
export const progressTitle = /情况|进展|报告|通报|公示|公告|销号|成效|总结|汇报|完成/
/** A headline: 某部通报整改情况, 某县召开…. */
export const newsWords =
  /^[\u3400-\u9fff、]{2,12}(?:等\d+省区)?(?:通报|公布|发布|召开|部署|调研|督导|推进|开展|陆续公开)(?!.*(?:公示|公告|通报|报告|通知)$)/
/** What no plan tells: 整改进展情况, 销号. */
export const surelyProgress =
  /(?:整改|落实|完成|办理|推进|进展)(?:工作|任务|问题){0,2}(?:进展|落实|完成|推进|开展)?(?:情况|进展|成效|结果)|整改(?:工作)?报告|销号/
/** A report's title speaks of these. */
export const reportWords = /整改|销号|问题|巡视|巡察|督察|督查|督导|审计|反馈|检查|考核|测评/

/** 现将整改进展情况报告如下 */
export const openingProgress =
  /现(?:将|就)[^。]{0,60}(?:整改|落实|办理|完成|进展|销号)[^。]{0,30}(?:情况|进展|结果|工作)?[^。]{0,12}(?:报告|通报|公示|公布|公开|汇报|公告|反馈)(?:如下|[：:])/
/** 制定本方案, 提出如下整改措施 */
export const openingPlan =
  /制[定订](?:本|如下|以下|此)[^。]{0,8}(?:方案|措施)|特制[定订][^。]{0,12}方案|(?:提出|制定)(?:如下|以下)整改措施|整改方案如下/
