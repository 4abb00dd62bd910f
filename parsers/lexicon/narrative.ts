/** Words by which prose tells the status of a whole item, and by which it says otherwise. */

export const told = {
  /** Without one of these there is nothing to read. */
  any: /完成|整改|销号|办结|启动|序时|时序|解决|滞后|推进|进行中|验收/,
  /** Who and when, before the words of a status. */
  subject:
    /^(?:(?:截至|截止)[^，。]{2,16}，?)?(?:(?:目前|现|现在|至此|当前|经整改|通过整改|经过整改|上述|至目前|其间)，?)?(?:(?:该|此|本|上述|以上|反馈|具体|全部|所有|(?<!\d)\d{1,3}(?!\d)){0,6}(?:项|个|条)?(?:反馈|具体|整改){0,4}(?:问题|任务|事项|工作)(?:整改)?|(?:该|本|此)(?:项|条)|[^，。]{0,20}(?:问题|隐患|点位|意见)(?=均|全部|都))?(?:(?:现|目前)，?)?/,
  /** The same in a notice of one problem: 青禾县督察反馈第9项问题, 青禾县按照整改方案的要求. */
  anySubject:
    /^.{0,160}(?:问题|任务|事项|整改工作)(?:整改)?(?:现|目前)?|^.{0,60}(?:按照|对照|根据|依据|依照).{2,100}(?:要求|方案|标准|规定|部署)(?:现|目前)?(?=[已均全如])/,
  /** A subject that names the item. */
  names: /问题|任务|事项|工作|隐患|点位|意见|该|本|此/,
  /** Words that speak of the rectification of the problem, not of one piece of work. */
  ofTheProblem: /整改|销号|办结|序时|时序/,
} as const

/** Numbers that count some of the works: 3个, 2处; not 全部5项. */
export const counted = /\d(?:个|处|家|座|项|条|万?元|公里|米|亩|户|名|人|%)/
export const allOfThem = /全部|均|都|所有/

/** Work that is not done: what is done in the main leaves it open. */
export const contrary =
  /正在(?!(?:正常|稳定|平稳)?(?:运行|使用|执行|生产|运营|营业|试运行|发挥))|(?:尚|仍|还|暂)未(?![^，。；]{0,10}销号|(?:申请|申报|组织|开展|进行)[^，。；]{0,6}(?:验收|核查|复核))|未(?:能)?(?:全部|完全|彻底|如期|按期|全面)?(?:完成|整改|到位|办结|落实|解决|启动|开工|实施|收回|追回|归还|退还|支付|拨付|上缴|拆除|建成|投入|达到|达标|通过(?!.{0,4}$)|关停|清理|清运|恢复)|待(?:整改|完成|启动|开工|建|收回|追回)|(?<!大)部分(?:问题|任务|措施|内容|资金|点位)?(?:已)?(?:完成|整改|办结|解决|落实)|其余[^，。]{0,12}(?:正|未|将|待)|剩余[^，。]{0,12}(?:正|未|将|待|预计)|(?:推进|进行|建设|施工|整改|办理|招标|编制|清收|实施)中$|在建(?!工地|工程|项目|楼盘|住宅|小区|道路)|(?:进度|进展|整改|推进|工作)(?:相对|较|比较|明显)?(?:滞后|缓慢)|(?:预计|计划|拟于|将于)[^，。]{0,16}(?:完成|建成|完工|投用)|不到位|未果|(?:仍|依然|还|又)(?:然)?(?:存在|出现|发生)(?!.{0,8}的，)/

/** Phrases that go on behind what is done: no state of their own. */
export const lasting = /长期坚持|持续(?:坚持|推进|巩固|落实|抓好|加强|用力)|常态化|常抓不懈|巩固提升|长效/

/** What is to be done: no status of now. 后续长期坚持 goes with what is done. */
export const planned =
  /^(?:并|且|还|也)?(?!(?:后续|今后|以后|下一?步|仍|还|将|需|要|应|继续){1,4}长期坚持$)(?:持续(?!推进整改|整改)|长期(?!坚持)|立行|继续|有序(?!推进中|推进整改)|加快|积极|全力|将|拟(?!销号|申请|予|报|上报|提请)|下一?步|下一阶段|后续|今后|接下来|以后|要|应|需|确保|力争|进一步)/

/** Several works, each of which may have a state of its own. */
export const listedWorks = /[一二三四五]是|(?:^|[。；\n])(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]+）|[①-⑩])/
