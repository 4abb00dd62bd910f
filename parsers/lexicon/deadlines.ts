/** Standing phrases of a deadline field (整改时限). Longest first where one holds another. */
export type StandingKind = 'immediate' | 'ongoing' | 'long_term'

export const standingPhrases: ReadonlyArray<readonly [StandingKind, string]> = [
  ['immediate', '立行立改|立知立改|即知即改|立查立改|立改立行|边查边改|边督边改|立即整改|立即改正|立即完成|立改|即刻整改|马上整改|立即落实|立即'],
  ['long_term', '长期坚持|长期执行|长期整改|长期推进|长期抓好|长期落实|长期保持|长期开展|长期实施|长期任务|长期有效|长期|常态化坚持|坚持长期|永久坚持'],
  [
    'ongoing',
    '持续推进整改|持续推进|持续加强|持续整改|持续坚持|持续落实|持续抓好|持续开展|持续实施|持续改进|持续巩固|持续用力|持续深化|持续提升|持续完善|持续强化|持续进行|持续跟进|持续关注|持续监管|持续发力|持续做好|持续|常态化推进|常态化开展|常态化|常抓不懈|不断推进|逐步推进|继续推进|全年推进|全年持续|即时推进|有序推进|分步推进|巩固提升|巩固深化',
  ],
]

/** Words around a date in a deadline that say no more than that it is one. */
export const deadlineFiller =
  /^(?:确保|力争|计划|预计|拟|争取|要求|应|须|需|必须|在|于|到|至|截至|截止|最迟|不迟于|不晚于|原则上|其中|分别|按期|限|为|并|且|以|的|：|，|、|—|-|\s)+|(?:确保|力争|计划|预计|拟|争取|应|须|必须|在|于|到|至|截至|截止|最迟|不迟于|不晚于|为|是|：|，|、|—|-|\s){1,12}$/g
export const barePurpose = /^(?:底|末)?(?:之?前|以前|内|止|起)?(?:全面|全部|基本|按期|如期|前)?(?:完成|整改到位|整改完成|完成整改|整改|销号|完成整改任务|完成销号|到位|办结)?(?:并?(?:长期坚持|持续推进|持续坚持))?$/

/** Standards for the time that name no date. */
export const relativeTime = /按.{0,8}(?:时限|要求|规定|部署|节点)|汛期|进驻|主汛期|收到.{0,8}(?:之日|后)|\d{1,4}个?(?:工作日|日|天|月)内|另行|视.{0,8}情况|同步/
