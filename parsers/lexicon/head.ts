/** Words by which a report's title, kind and programme (督察, 巡视巡察, 审计) are known. */

export type ProgrammeType =
  | 'central_environmental_inspection'
  | 'provincial_environmental_inspection'
  | 'discipline_inspection'
  | 'audit'
  | 'other'

const round = '(?:第?[一二三四五六七八九十\\d]{1,3}轮|首轮)'
const cn = '[一二三四五六七八九十\\d]{1,3}'
/** Longest and most specific first. The match is the programme's own words. */
export const programmes: ReadonlyArray<readonly [ProgrammeType, RegExp]> = [
  [
    'central_environmental_inspection',
    new RegExp(
      `(?:${round}(?:第${cn}批)?)?(?:中央|国家)(?:第?${cn})?(?:生态)?环(?:境保护|境|保)督察(?:组|“回头看”)?(?:“回头看”)?`,
    ),
  ],
  [
    'provincial_environmental_inspection',
    new RegExp(
      `(?:${round}(?:第${cn}批)?)?(?:[\\u4e00-\\u9fff]{2,8}?(?:省|自治区|市))?(?:省级?|自治区级?|市级?|兵团)?(?:第?${cn})?(?:生态)?环(?:境保护|境|保)督察(?:组|“回头看”)?(?:“回头看”)?`,
    ),
  ],
  [
    'discipline_inspection',
    new RegExp(
      `(?:(?:十|二十|第)?[一二三四五六七八九十]{0,3}届)?[\\u4e00-\\u9fff]{0,8}?(?:省委|市委|县委|区委|州委|自治区党委|旗委|盟委|党委|党组|中央|工委|国资委党委|集团党委)?(?:${round})?(?:常规|专项|提级|机动|交叉|联动|政治|异地)?(?:巡视|巡察)(?:组|“回头看”)?`,
    ),
  ],
  [
    'audit',
    /(?:(?:19|20)\d\d年度?)?[\u4e00-\u9fff]{0,12}?(?:预算执行和其他财政(?:财务)?收支|预算执行|财政收支|财务收支|经济责任|自然资源资产(?:离任)?|专项|跟踪|国家)?审计/,
  ],
  [
    'other',
    /(?:安全生产|消防安全|食品安全|耕地保护|自然资源|土地|粮食购销|长江经济带生态环境警示片|黄河流域生态环境警示片|警示片|人大执法检查|执法检查|大督查|督查激励|专项督查|考核巡查|综合督查|乡村振兴|巩固脱贫|教育督导|督导评估|统计督察|(?:“绿盾”)?(?:自然保护区|自然保护地|生态环境)?强化监督(?=检查|帮扶))(?:督察|督查|巡查|检查|考核|披露|督导|反馈|帮扶)?/,
  ],
]

export const titleEnding =
  /(?:方案|清单|台账|报告|通报|公示|公告|情况|一览表|汇总表|表|通知|进展|措施|意见|说明|函|总结|汇报)(?:（[^（）]{1,30}）)*$/
export const titleWords = /整改|督察|巡视|巡察|审计|销号|反馈|问题/
export const planTitle = /整改(?:工作|落实|实施|总体|专项|措施)?方案|整改实施方案|实施方案/
export const listTitle = /清单|台账|一览表|汇总表|明细表|任务分解|任务表|措施表|问题表/
export const progressTitle = /情况|进展|报告|通报|公示|公告|销号|成效|总结|汇报|完成/
