/**
 * What each line may be, and the rules that it would pay as that: what `parse --explain --line N` shows. Short reports in our own words; under a
 * line stand its roles, → before the one that it has in the best reading. Lines with nothing under them are only there for the others.
 */
import { describe, expect, it } from 'vitest'
import { rolesIn } from './helpers/lines.js'

const texts: [name: string, report: string][] = [
  [
    'a list of labels under numbers, with a chapter of other things behind it',
    `
青禾县关于巡察反馈问题的整改方案
一、存在问题
  → heading: headingLabelAlone 0.3
  other: otherEnter, otherBefore, otherLine, otherLabel 1.5, otherProblem 0.4
  prose: labelOutside 0.3, proseHeading
1.台账登记不全，账物不符。
  heading: headingStops, headingProblem 0.11, headingOpenerStyle
  → open: openUnlike 0.03
  other: otherEnter, otherBefore, otherLine, otherProblem 0.23
  prose: proseProblem, proseHeading, proseOpener 1.85
整改目标：账物相符。
  close: itemMissing 3, itemEmpty, closePlain, labelOutside
  → label:
  text: valueLabel, valueBeforeLabel
整改措施：
  close: itemMissing 2, closePlain, labelOutside
  heading: itemMissing 2, headingLabel, headingPlainKnown
  → label:
  value: valueLabel
（1）补登台账。
  heading: itemStarved, itemMissing, headingStops, headingNewInside
  → value:
（2）安排专人。
  heading: itemMissing, headingStops, headingJump, headingBreaksRun
  → value:
责任单位：县粮食局
  close: itemMissing, closePlain, labelOutside
  heading: itemMissing, headingAgain, headingLabel, headingPlain
  → label:
  value: valueLabel
（3）每月盘点。
  heading: headingStops, headingJump
  → resume: valueResume
  value: valueShortMark, valueJump
整改时限：2024年6月底
  close: closePlain, labelOutside
  heading: headingLabel, headingPlain
  → label: labelStrange
  value: valueLabel
已完成整改
  close: itemExtra, closePlain
  heading: itemExtra, headingAction, headingOdd, headingPlain
  → state:
  value: valueShort
2.仓库长期无人看管。
  heading: itemExtra 2, headingStops, headingJump, headingContinuesOpener, headingOpenerStyle
  → open: itemExtra 2, openUnlike 0.03
  value: valueShortMark, valueStrange, valueJump, valueContinuesOpener
整改目标：值守到位。
整改措施：安排值守。
整改措施：加装监控。
  close: itemMissing, closePlain, labelOutside
  → label: labelRepeat
  value: valueLabel
责任单位：县国资局
（正在推进）
  close: closePlain, proseProblem
  heading: headingProblem, headingState, headingOdd, headingPlain
  → state:
  value: valueShort, valueProblem
4.车辆超编。
  heading: itemExtra, headingStops, headingJump, headingOpenerStyle
  → open: itemExtra, openSkip, openUnlike 0.03
  value: valueShortMark, valueStrange, valueJump
整改目标：车辆合规。
整改措施：
（1）封存车辆。
（3）公开拍卖。
  heading: itemMissing, headingStops, headingJump
  → value: valueJump
5、公章由一人保管。
整改目标：双人保管。
下一步，我县将持续抓好整改。
  → close: itemMissing 2, closeTitle
  value: valueOutlook
二、加强组织领导
  → heading:
  other: otherEnter, otherLine
  prose: proseHeading 0.5
1.提高政治站位。
  → heading: headingStops
  open: openRestart, openUnlike 0.85, openAction, openUnderOther
  other: otherEnter, otherLine
  prose: proseHeading 0.2, proseOpener 0.1
2.压实工作责任。
  → heading: headingStops
  open: openJump, openUnlike 0.85, openAction, openUnderOther
  other: otherEnter, otherLine
  prose: proseHeading 0.2, proseOpener 0.1
青禾县人民政府
  heading: headingOdd, headingPlain
  other: otherEnter, otherLine
  → prose:
2024年5月8日
  heading: headingOdd, headingPlain
  other: otherEnter, otherLine
  → prose:`,
  ],
  [
    'problems under categories, and an annex of complaints',
    `
青禾县整改情况报告
县委高度重视，召开会议3次。
  → prose:
一、思想认识方面
  → heading:
  other: otherEnter, otherBefore, otherLine
  prose: proseHeading
（一）关于学习不深入的问题。
  heading: headingStops, headingProblem, headingOpenerStyle
  → open:
  other: otherEnter, otherBefore, otherLine, otherProblem
  prose: proseProblem, proseHeading, proseOpener 2.4
已组织学习12次。
  close: itemEmpty, closePlain
  → text:
责任人：李青
  close: closePlain, labelOutside
  heading: headingLabel, headingPlain
  → label: labelStrange
  text: valueLabel
（二）关于台账登记不全的问题。
  heading: headingStops, headingProblem, headingJump, headingContinuesOpener, headingOpenerStyle
  → open:
  value: valueShortMark, valueStrange, valueJump, valueOpener, valueContinuesOpener, valueProblem
已补登台账120册。
二、作风建设方面
  → heading:
  text: valueStrange, valueJump, valueContinuesHeading
（一）关于公章由一人保管的问题。
  heading: headingStops, headingProblem, headingOpenerStyle
  → open: openRestart
  other: otherEnter, otherLine, otherProblem
  prose: proseProblem, proseHeading, proseOpener 2.4
已交接公章。
完成时限：长期坚持
县粮食局
  → close:
  heading: headingOdd, headingPlain
  value: valueShort
已修订制度3项，培训人员40人。
  → prose:
三、下一步打算
  → heading: headingLabelAlone 0.3
  other: otherEnter, otherLine, otherLabel
  prose: labelOutside 0.3, proseHeading
（一）巩固整改成果。
  → heading: headingStops
  open: openRestart, openUnlike 1.1, openAction, openChapter, openUnderOther
  other: otherEnter, otherLine
  prose: proseHeading 0.4, proseOpener 0.1
（二）举一反三抓整改。
  → heading: headingStops
  open: openUnlike 1.1, openAction, openUnderOther
  other: otherEnter, otherLine
  prose: proseHeading 0.2, proseOpener 0.1, proseContinuesOpener
附件
  heading: headingPlainKnown
  other: otherEnter 0.4, otherLine
  → prose:
群众信访举报件办理情况
  heading: headingTitle, headingPlainKnown
  → other: otherEnter 0.4, otherLine
  prose: proseHeading
1.反映路口积水。
  heading: headingStops
  → other: otherLine
办理情况：已疏通管道。
  → other: otherLine
2.反映夜间噪声扰民的问题。
  heading: headingStops, headingProblem
  → other: otherLine`,
  ],
  [
    'problems behind their label',
    `
青禾县督察反馈问题整改清单
反馈问题：城南泵站停运。
  → open:
  prose: labelOutside, proseOpener 1.4
整改目标：泵站恢复运行。
  close: itemMissing 2, itemEmpty, closePlain, labelOutside
  → label:
  text: valueLabel, valueBeforeLabel
整改措施：更换水泵。
反馈问题：河道淤积严重。
  close: closePlain, labelOutside, proseOpener 1.4
  label: labelRepeat, labelProblemLate
  → open:
  value: valueLabel
整改目标：河道畅通。
整改措施：开展清淤。
  close: itemMissing, closePlain, labelOutside
  → label:
  value: valueLabel
整改目标：定期巡查。
  close: closePlain, labelOutside
  → label: labelRepeat
  value: valueLabel
反馈问题：砖厂扬尘扰民。
整改措施：清扫道路。
  close: itemMissing 2, itemEmpty, closePlain, labelOutside
  → label:
  text: valueLabel, valueBeforeLabel
联系人：李青
  → close: itemMissing
  heading: itemMissing, headingOdd, headingLabel, headingPlain
  label: valueClosing, labelStrange
  value: valueLabel
联系电话：0711-1234567`,
  ],
  [
    'measures without a label',
    `
青禾县巡察整改情况报告
一、关于台账登记不全的问题
  heading: headingProblem
  → open:
  other: otherEnter, otherBefore, otherLine, otherProblem
  prose: proseProblem, proseHeading, proseOpener 1.4
1.补登台账。
  heading: itemEmpty, headingStops, headingNewInside
  → text:
2.安排专人。
  heading: headingStops, headingJump, headingBreaksRun
  → text:
二、关于仓库无人看管的问题
  heading: headingProblem, headingJump, headingContinuesOpener, headingOpenerStyle
  → open:
  text: valueStrange, valueJump, valueOpener 1.5, valueContinuesOpener, valueProblem
1.安排值守。
2.加装监控。
三、关于车辆超编的问题
1.封存车辆。
  heading: itemEmpty, headingStops, headingNewInside
  → text:`,
  ],
  [
    'unnumbered problems before a label',
    `
青禾县巡察整改清单
台账登记不全，账物不符。
  → open: openUnlike 0.36
  prose: proseOpener 0.85
整改措施：补登台账。
责任单位：县粮食局
  close: itemMissing, closePlain, labelOutside
  heading: itemMissing, headingLabel, headingPlain
  → label:
  value: valueLabel
仓库长期无人看管。
  close: closeAfterShort, proseOpener 0.4
  → open: openUnlike 0.85
  value: valueProse
整改措施：安排值守。
责任单位：县国资局
车辆超编严重。
  close: closeAfterShort, proseOpener 0.4
  → open: openUnlike 0.85
  value: valueProse
整改措施：封存车辆。
责任单位：县国资局`,
  ],
  [
    'numbers twice, left out, and a second list',
    `
青禾县巡察整改清单
1、台账登记不全。
整改措施：补登台账。
2、仓库无人看管。
  heading: headingStops, headingJump, headingContinuesOpener, headingOpenerStyle
  → open: openUnlike 0.03
  value: valueStrange, valueJump, valueContinuesOpener
整改措施：安排值守。
2、车辆超编。
  heading: headingStops, headingJump, headingOpenerStyle
  → open: openRepeat 0.5, openUnlike 0.03
  value: valueStrange, valueJump
整改措施：封存车辆。
4、公章由一人保管。
  heading: headingStops, headingJump, headingContinuesOpener, headingOpenerStyle
  → open: openUnlike 0.03
  value: valueStrange, valueJump, valueContinuesOpener
整改措施：双人保管。
6、会议记录缺失。
  heading: headingStops, headingProblem 0.2, headingJump, headingOpenerStyle
  → open: openSkip 0.5, openUnlike 0.02
  value: valueStrange, valueJump, valueOpener 0.8, valueProblem 0.4
整改措施：补记会议。
7、围墙倾斜。
整改措施：修缮围墙。
8、照明损坏。
整改措施：更换灯具。
1、井盖缺失。
  heading: headingStops, headingProblem 0.2, headingNewInside, headingOpenerStyle
  → open: openRestartBare, openUnlike 0.02
  value: valueStrange, valueOpener 0.8, valueProblem 0.4
整改措施：补装井盖。`,
  ],
  [
    'a list that begins in the middle',
    `
青禾县巡察整改清单
18、台账登记不全。
  heading: headingStops, headingProblem 0.2, headingJump
  → open: openNotFirst 0.33, openUnlike 0.02
  other: otherEnter, otherBefore, otherLine, otherProblem 0.4
  prose: proseLike 0.8, proseHeading, proseOpener 1.2
19、仓库无人看管。
  heading: headingStops, headingJump, headingContinuesOpener, headingOpenerStyle
  → open: openUnlike 0.6
  text: valueStrange, valueJump, valueOpener 0.5, valueContinuesOpener
20、车辆超编。
（一）公章由一人保管。
  heading: headingStops, headingNewInside
  → text: valueStrange`,
  ],
  [
    'labels without a colon',
    `
青禾县整改方案
一、台账登记不全，账物不符。
整改目标 账物相符
  close: itemMissing 4, itemEmpty, closePlain, labelOutside 0.9
  heading: itemMissing 4, itemEmpty, headingAgain, headingLabel, headingPlain
  → label: labelBare 0.3
  text: valueLabel 0.9, valueBeforeLabel
整改措施1.补登台账。
  close: itemMissing 3, closePlain, labelOutside 0.5
  → label: labelGlued 0.3
  value: valueLabel 0.5
2.安排专人。
整改时限
  close: itemMissing 2, closePlain, labelOutside 0.9
  heading: itemMissing 2, headingAgain, headingLabel, headingPlainKnown
  → label: labelAlone 0.25
  value: valueLabel 0.9
2024年6月底
  close: itemStarved, itemMissing, closePlain
  heading: itemStarved, itemMissing, headingPlain
  → value:
整改进展
  close: itemMissing, closePlain, labelOutside 0.9
  heading: itemMissing, headingAgain, headingLabelAlone, headingPlainKnown
  → label: labelAlone 0.25
  value: valueLabel 0.9, valueShort
已完成整改
  close: itemStarved, closePlain, proseHeading
  heading: itemStarved, headingAction, headingOdd, headingPlainKnown
  state:
  → value:
二、仓库长期无人看管，设施破损。
整改措施1.安排值守。
  close: itemMissing 4, itemEmpty, closePlain, labelOutside 0.5
  → label: labelGlued 0.3
  text: valueLabel 0.5, valueBeforeLabel
整改时限2024年9月底
  close: itemMissing 3, closePlain, labelOutside 0.9
  heading: itemMissing 3, headingAgain, headingLabel, headingPlain
  → label: labelBare 0.3
  value: valueLabel 0.9
正在推进
  close: itemMissing 2, closePlain
  heading: itemMissing 2, headingOdd, headingPlain
  → state:
  value: valueShort
整改进展：已安排2人值守。
  close: itemMissing 2, itemExtra, closeAfterShort, labelOutside
  → label:
  value: valueLabel, valueProse
问题依然存在，值守记录不全。
  close: itemMissing, itemExtra, closePlain
  → value:
1.值守不到位的问题。
  heading: itemMissing, itemExtra, headingStops, headingProblem, headingNewInside
  → value: valueProblem
三、车辆超编。
整改措施：
  close: itemMissing 4, itemEmpty, closePlain, labelOutside
  heading: itemMissing 4, itemEmpty, headingAgain, headingLabel, headingPlain
  → label:
  text: valueLabel, valueBeforeLabel
整改时限：
  close: itemStarved, itemMissing 3, closePlain, labelOutside
  heading: itemStarved, itemMissing 3, headingAgain, headingLabel, headingPlain
  → label:
  value: valueLabel
整改目标：车辆合规。
  close: itemStarved, itemMissing 2, closeAfterShort, labelOutside
  → label:
  value: valueLabel`,
  ],
  [
    'one problem',
    `
青禾县整改情况公示
反馈问题：城南泵站停运。
  → open:
  prose: labelOutside, proseOpener 1.4
整改情况：泵站已恢复运行。
  close: itemEmpty 0.5, closePlain, labelOutside
  → label:
  text: valueLabel
公示期间，如有异议请向县住建局反映。
  → close:
  value: valueClosing
联系人：李青
  heading: headingOdd, headingLabel, headingPlain
  other: otherEnter, otherLine
  → prose:
联系电话：0711-1234567`,
  ],
  [
    'numbers alone on their lines',
    `
青禾县整改方案
问题一
  → open: openEmptyLine
  other: otherEnter, otherBefore, otherLine, otherProblem 0.7
  prose: proseHeading, proseOpener 0.4
台账登记不全。
  close: itemMissing, itemEmpty, closePlain
  → text: valueBeforeLabel
整改措施：补登台账。
问题二
  → open: openEmptyLine
  value: valueStrange, valueJump, valueContinuesOpener, valueIssue
仓库无人看管。
整改措施：安排值守。
第二部分 工作要求
  → heading: headingJump
  value: valueStrange, valueJump, valueIssue
一是加强领导。
  heading: headingStops, headingRun
  other: otherEnter, otherLine
  → prose: proseHeading 0.2`,
  ],
  [
    'numbered labels',
    `
青禾县巡察整改情况
一、台账登记不全的问题
1.整改目标：账物相符。
  heading: itemMissing 3, itemEmpty, headingStops, headingAgain, headingLabel, headingNewInside
  → label:
  text: valueLabel, valueBeforeLabel
2.整改措施：补登台账。
  heading: itemMissing 2, headingStops, headingAgain, headingLabel, headingJump
  → label:
  value: valueLabel, valueJump
3.责任单位：县粮食局
二、仓库无人看管的问题
  heading: headingProblem, headingJump, headingContinuesOpener, headingOpenerStyle
  → open:
  value: valueShortMark, valueStrange, valueJump, valueOpener, valueContinuesOpener, valueProblem
1.整改目标：值守到位。
2.整改措施：安排值守。
4.责任单位：县国资局
  heading: itemMissing, headingAgain, headingLabel, headingJump
  → label: labelNumber
  value: valueLabel, valueJump`,
  ],
  [
    'two levels of marks',
    `
青禾县整改方案
（一）台账登记不全。
  → heading: headingStops, headingProblem 0.2
  open: openUnlike 0.02, openChapter 0.5
  other: otherEnter, otherBefore, otherLine, otherProblem 0.4
  prose: proseLike 0.8, proseHeading, proseOpener 1.2
1.账册缺失。
  heading: headingStops, headingProblem 0.2
  → open: openUnlike 0.02
  other: otherEnter, otherBefore, otherLine, otherProblem 0.4
  prose: proseProblem, proseHeading, proseOpener 1.2
整改措施：补登账册。
2.仓库无人看管。
  heading: headingStops, headingJump, headingContinuesOpener
  → open: openUnlike 0.03
  value: valueStrange, valueJump, valueContinuesOpener
整改措施：安排值守。
（二）车辆超编。
  heading: headingStops, headingIdle
  → open: openUnlike 0.03
  value: valueStrange, valueJump, valueContinuesHeading
整改措施：封存车辆。
（三）公章由一人保管。
  → heading: headingStops, headingRestart 0.5
  open: openUnlike 0.85
  value: valueStrange, valueJump, valueContinuesOpener
1.用印无登记。
  heading: headingStops
  → open: openUnlike 0.03
  other: otherEnter, otherLine
  prose: proseHeading, proseOpener 0.4
整改措施：登记用印。
2.钥匙无登记。
整改措施：登记钥匙。`,
  ],
  [
    'lists side by side',
    `
青禾县整改方案
存在问题
  → heading: headingLabelAlone 0.3, headingPlainKnown
  other: otherEnter, otherBefore, otherLine, otherLabel 1.5
  prose: labelOutside 0.3, proseHeading
1.台账登记不全。
  heading: headingStops, headingProblem, headingOpenerStyle
  → open:
  other: otherEnter, otherBefore, otherLine, otherProblem 0.4
  prose: proseProblem, proseHeading, proseOpener 2.2
2.仓库无人看管。
  heading: headingStops, headingProblem, headingJump, headingContinuesOpener, headingOpenerStyle
  → open:
  text: valueStrange, valueJump, valueOpener 0.5, valueContinuesOpener, valueProblem
3.车辆超编。
4.公章由一人保管。
整改措施
  close: closePlain, labelOutside 0.3, proseHeading
  → heading: headingLabelAlone 0.3, headingPlainKnown
  label: labelAlone, labelStrange
  text: valueLabel 0.6
1.补登台账。
  heading: headingStops, headingOpenerStyle
  open: openRestart, openUnlike 0.6, openUnderOther
  other: otherEnter, otherLine
  → prose:
2.安排值守。
  heading: headingStops, headingJump, headingOpenerStyle
  open: openJump, openUnlike 0.6, openUnderOther
  other: otherEnter, otherLine
  → prose:
3.封存车辆。
4.双人保管。`,
  ],
  [
    'outlooks, attachments and other things with numbers of the list',
    `
青禾县巡察整改清单
1.台账登记不全，账物不符。
整改措施：补登台账。
2.仓库无人看管，设施破损。
整改措施：安排值守。
我县将持续抓好整改落实。
  → close: closeTitle
  value: valueOutlook
3.下一步，我县将持续抓好整改。
  heading: headingStops, headingJump, headingOpenerStyle
  open: openUnlike 0.85, openAction, openChapter, openOdd, openAfterEnd
  other: otherEnter, otherLine
  → prose: proseHeading, proseOpener 0.4
4.整改台账.docx
  heading: headingOdd, headingJump, headingOpenerStyle
  open: openSkip 0.5, openUnlike 0.85, openAction, openOdd 2, openAfterEnd
  other: otherEnter, otherLine
  → prose:
5.青禾县水利局
  heading: headingOdd, headingJump, headingOpenerStyle
  open: openSkip, openUnlike 0.85, openOdd, openAfterEnd
  other: otherEnter, otherLine
  → prose: proseHeading, proseOpener 0.4
6.已完成整改
  heading: headingAction, headingOdd, headingJump, headingOpenerStyle
  open: openJump, openUnlike 0.85, openAction, openOdd, openAfterEnd
  other: otherEnter, otherLine
  → prose: proseHeading 0.5, proseOpener 0.4`,
  ],
  [
    'runs as openers',
    `
青禾县整改情况报告
一是关于台账登记不全的问题。
  heading: headingStops, headingProblem, headingRun
  → open:
  other: otherEnter, otherBefore, otherLine, otherProblem
  prose: proseProblem, proseHeading, proseOpener 1.4
已补登台账120册。
二是关于仓库无人看管的问题。
  heading: headingStops, headingProblem, headingRun, headingJump, headingContinuesOpener, headingOpenerStyle
  → open:
  text: valueStrange, valueJump, valueOpener 1.5, valueContinuesOpener, valueProblem
1.安排值守。
  heading: itemEmpty, headingStops, headingNewInside
  → text: valueStrange
2.加装监控。
  heading: headingStops, headingJump, headingBreaksRun
  → text: valueStrange
三是车辆超编。
  heading: headingStops, headingRun, headingJump, headingContinuesOpener, headingOpenerStyle
  → open: openUnlike 0.55, openRun
  text: valueStrange, valueJump, valueOpener 0.5, valueContinuesOpener
已封存车辆3辆。`,
  ],
  [
    'sentences that lead to a list, categories without a number',
    `
青禾县整改方案
一、主要任务
（一）压减库存，盘活资产。
  → heading: headingStops
  other: otherEnter, otherBefore, otherLine
  prose: proseHeading
针对反馈的2个问题，具体任务如下：
  heading: headingPlainKnown
  other: otherEnter, otherBefore, otherLine
  → prose:
1.台账登记不全，账物不符。
  heading: headingStops, headingProblem 0.11, headingOpenerStyle
  → open: openUnlike 0.03
  other: otherEnter, otherBefore, otherLine, otherProblem 0.23
  prose: proseProblem, proseHeading, proseOpener 1.85
整改措施：补登台账。
2.仓库无人看管，设施破损。
整改措施：安排值守。
水环境方面
  close: closePlain, proseHeading
  → heading: headingPlainKnown
  value: valuePlain, valueCategory
1.河道淤积严重，长期未清理。
  heading: headingStops, headingProblem 0.2, headingOpenerStyle
  → open: openRestart, openUnlike 0.02
  other: otherEnter, otherLine, otherProblem 0.4
  prose: proseProblem, proseHeading, proseOpener 2.2
整改措施：开展清淤。`,
  ],
  [
    'values on the next line, labels twice, a problem behind other fields',
    `
青禾县整改清单
一、关于台账登记不全的问题
责任单位：县粮食局
整改时限：2024年6月底
二、关于仓库无人看管的问题
责任单位：
县国资局
  close: itemStarved, itemMissing
  heading: itemStarved, itemMissing, headingOdd, headingPlain
  → value:
整改时限：2024年9月底
  close: itemMissing, closePlain, labelOutside
  heading: itemMissing, headingAgain, headingLabel, headingPlain
  → label:
  value: valueLabel, valueShort
整改状态：已完成
  close: closePlain, labelOutside
  heading: headingOdd, headingAgain, headingLabel, headingPlain
  → label: labelStrange
  value: valueLabel, valueShort
整改状态：正在推进
  close: closePlain, labelOutside
  heading: headingOdd, headingAgain, headingLabel, headingPlain
  → label: labelRepeat, labelStrange
  value: valueLabel, valueShort
反馈问题：值守记录缺失。
  close: closeAfterShort, labelOutside
  → label: labelRepeat 0.25, labelProblemLate, labelStrange
  value: valueLabel, valueProse
三、关于车辆超编的问题
  heading: headingProblem, headingJump, headingContinuesOpener, headingOpenerStyle
  → open:
  value: valueStrange, valueJump, valueOpener, valueContinuesOpener, valueProblem
整改时限：2024年12月底`,
  ],
  [
    'a long category, one whose number is printed again, a title behind the list',
    `
青禾县审计整改情况报告
一、财政资金管理使用和预算执行以及重大政策措施贯彻落实还有国有资产管理方面
  → heading:
  other: otherEnter, otherBefore, otherLine
  prose: proseHeading
1.关于资金闲置的问题。
已盘活资金340万元。
一、政府采购方面
  → heading: headingRestart
  text: valueStrange
1.关于超标准采购的问题。
  heading: headingStops, headingProblem, headingOpenerStyle
  → open: openRestart
  other: otherEnter, otherLine, otherProblem
  prose: proseProblem, proseHeading, proseOpener 2.4
已追缴5万元。
青禾县审计整改情况表
  → close: closeTitle
  heading: headingPlainKnown
  other: otherEnter, otherLine
  text: valueTitle, valuePlain
关于虚列支出的问题
  heading: headingProblem, headingPlainKnown
  other: otherEnter, otherLine
  → prose: proseProblem`,
  ],
]

const pages: [name: string, page: string, lines: string][] = [
  [
    'headings of the format',
    '<html><body><p>青禾县整改情况报告</p><h2>一、台账登记不全</h2><p>已补登台账120册，账物已经相符。</p><h2>二、仓库无人看管</h2><p>已安排值守2人，值守已经到位。</p><h2>三、车辆超编</h2><p>已封存车辆3辆，并公开拍卖。</p><h3>下一步打算</h3><p>巩固成果。</p></body></html>',
    `
一、台账登记不全
  heading: headingProblem 0.2
  → open: openUnlike 0.02
  other: otherEnter, otherBefore, otherLine, otherProblem 0.4
  prose: proseLike 0.8, proseHeading, proseOpener 1.2
已补登台账120册，账物已经相符。
  close: itemEmpty, closePlain
  → text:
二、仓库无人看管
  heading: headingJump, headingContinuesOpener, headingOpenerStyle
  → open: openUnlike 0.3
  text: valueStrange, valueJump, valueOpener 0.5, valueContinuesOpener, valueHeading
已安排值守2人，值守已经到位。
  close: itemEmpty, closePlain
  → text:
三、车辆超编
  heading: headingJump, headingContinuesOpener, headingOpenerStyle
  → open: openUnlike 0.03
  text: valueStrange, valueJump, valueOpener 0.5, valueContinuesOpener, valueHeading
已封存车辆3辆，并公开拍卖。
  close: itemEmpty, closePlain
  → text:
下一步打算
  close: closePlain, labelOutside 0.3
  → heading: headingLabelAlone
  label: labelAlone, labelStrange, valueOutlook
  text: valueLabel 0.6, valueHeading
巩固成果。
  → prose:`,
  ],
  [
    'bold lines',
    '<html><body><p>青禾县整改情况报告</p><p><b>台账登记不全，账物不符。</b></p><p>已补登台账120册，账物已经相符。</p><p><b>仓库长期无人看管。</b></p><p>已安排值守2人，值守已经到位。</p><p><b>车辆超编严重，调度不严。</b></p><p>已封存车辆3辆，并公开拍卖。</p></body></html>',
    `
台账登记不全，账物不符。
  → open: openUnlike 0.04
  prose: proseOpener 0.85
已补登台账120册，账物已经相符。
  close: itemEmpty, closePlain
  → text:
仓库长期无人看管。
  close: closePlain, proseOpener 0.4
  → open: openUnlike 0.04
  text: valueOpener 0.5
已安排值守2人，值守已经到位。
  close: itemEmpty, closePlain
  → text:
车辆超编严重，调度不严。
  close: closePlain, proseOpener 1.2
  → open: openUnlike 0.02
  text: valueOpener 1.3
已封存车辆3辆，并公开拍卖。
  close: itemEmpty, closePlain
  → text:`,
  ],
  [
    'tables of problems, and one of other things',
    '<html><body><p>青禾县整改方案</p><p>一、问题清单</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>台账登记不全。</td><td>补登台账。</td></tr><tr><td>2</td><td>仓库无人看管。</td><td>安排值守。</td></tr></table><p>二、另一清单</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>车辆超编。</td><td>封存车辆。</td></tr></table><table><tr><td>名称</td><td>数量</td></tr><tr><td>轿车</td><td>3</td></tr></table></body></html>',
    `
一、问题清单
  → heading: headingLabelAlone 0.3
  other: otherEnter, otherBefore, otherLine, otherLabel 1.5, otherProblem 0.23
  prose: labelOutside 0.3, proseHeading
（表）
  other: otherEnter, otherBefore, otherLine, rowOutside 0.8
  prose: rowOutside 2
  → rows:
二、另一清单
  → heading:
  other: otherEnter, otherLine
  prose: proseHeading
（表）
  other: otherEnter, otherLine, rowOutside 0.4
  prose: rowOutside
  → rows:
（表）
  other: otherEnter, otherLine
  → prose:`,
  ],
]

/** The lines that a block asks for, each with its roles below it, set in by two blanks. */
const isRole = (row: string): boolean => row.startsWith('  ')
const set = (roles: readonly string[]): string[] => roles.map((role) => `  ${role}`)

describe('the roles of a line', () => {
  it.each(texts)('%s', async (_, report) => {
    const rows = report.trim().split('\n')
    const lines = rows.flatMap((row, i) => (isRole(row) ? [] : [{ row, asked: isRole(rows[i + 1] ?? '') }]))
    const told = await rolesIn(lines.map(({ row }) => row).join('\n'))
    expect(told.flatMap(({ line, roles }, i) => [line, ...(lines[i]?.asked ? set(roles) : [])])).toEqual(rows)
  })

  it.each(pages)('%s', async (_, page, rows) => {
    const [, ...told] = await rolesIn(page)
    expect(told.flatMap(({ line, roles }) => [line, ...set(roles)])).toEqual(rows.trim().split('\n'))
  })
})
