/**
 * Numerals that are parts of names: slogans of Party documents (提法), programmes, ways of speaking, place names. Data only.
 * They stand without quotation marks in 巡察 and 督察 texts and count nothing.
 */

/** Names that hold a numeral, parted by blanks; the numeral may stand anywhere in them. What 个 counts is in `sloganNouns`. */
export const slogans =
  // 党的建设
  '八项规定 五位一体 三重一大 一岗双责 三会一课 三严三实 两学一做 四种形态 六项纪律 六大纪律 三大纪律 八项注意 四风 三不腐 ' +
  '十三个方面成就 四大考验 四种危险 四个对党 五个不直接分管 一准则一条例 两准则四条例 一报告两评议 一案双查 一案三查 三个代表(?!团) 两个责任 ' +
  '五化建设 三级书记 五级书记 两代表一委员 四议两公开 三务公开 三公经费 三支一扶 两优一先 三亮三比 三定方案 三定规定 两不愁三保障 五责协同 四责协同 一廉两报告 ' +
  '四套班子 五套班子 一套人马 两块牌子 一套班子 几块牌子 两张皮 两本账 ' +
  // 生态环境、城建
  '三线一单 三区三线 三区两线 两断三清 三同时 两高一低 两高一剩 十年禁渔 十年禁捕 十年退捕 三水统筹 五水共治 三改一拆 四好农村路 三清一改 四减四增 一江四水 一湖四水 一江一湖 ' +
  '七个专项行动 八大标志性战役 七大标志性战役 五大保卫战 三大保卫战 三大攻坚战 一企一策 一厂一策 一河一策 一户一策 ' +
  // 经济、社会
  '六稳六保 三去一降一补 三权分置 一二三产业 三产融合 一老一小 一老一幼 两免一补 三险一金 五险一金 三通一平 七通一平 三免三减半 三块地 三变改革 ' +
  '一件事一次办 高效办成一件事 只进一扇门 一枚印章管审批 双随机一公开 一业一证 一张蓝图绘到底 一本账 一盘棋 一条龙 一条心 一股绳 ' +
  '千亩方 万亩方 百亩方 千人计划 万人计划 百人计划 千家万户 万家灯火 万企兴万村 百镇千村 百县千镇 百千万工程 千村示范 万村整治 百年大计 千年大计 百年大党 百年奋斗 百年变局 百年未有 百年老店 百年树人 十年树木 ' +
  '两码事 三天打鱼 两天晒网 三天两头 四面八方 百分百'

/** Words before a single unit of length that make it a figure of speech: 最后一公里, 第一公里. */
export const lastMile = '(?:最后|最先|最初|最前|第|头)“?'

/** What 个 counts in slogans only: 四个意识, 六个100%. Pieces of a pattern behind 个. */
export const sloganNouns =
  '“?(?:意识|维护(?![人队公单站点组班])|自信|确立|全面|坚持|明确(?!的)|必须|务必|结合(?![部点])|牢牢|牢固|带头|到位|百分百|百分之百|100%|一批|一律|一流|一以贯之|一百年|一(?=[”，。；、）\\n]|工程|活动|工作|要求|标准|机制|行动|服务|建设)|' +
  '[^，。；、\\d\\n]{0,4}不放过|不摘|不变|不准|不得|转变|统一(?![的战])|服从|毫不动摇|区分开来|最严|伟大(?!的)|围绕|聚焦|着力|注重|进一步|有之|先锋队|革命)'

/** A plan or a campaign that is named by its time: 三年行动, 百日攻坚; a rhythm: 三天一通报. Pieces of a pattern behind the unit. */
export const campaigns =
  '(?:一[\\u4e00-\\u9fff]|大?(?:行动|攻坚|会战|计划|规划|禁渔|禁捕|退捕|滚动|倍增|大庆)|(?:提升|整治|改造|改革|发展|创建|治理|建设|清零|达标)(?:行动|计划|规划|攻坚|方案))'

/**
 * Places whose name begins with a numeral and what looks like its unit: 六家子, 二道河, 三门镇. Keyed by the unit; the value is
 * what follows it, as pieces of a pattern. A single Chinese digit with it counts nothing.
 */
export const placeTails: Readonly<Record<string, string>> = {
  家: '子(?!公司|企业|集团|单位|女|项|行)|[渠寨堡屯坪坝垸垭梁湾沟]|岗(?!位)|营(?![业运利])|庄(?!园)|[村铺](?=[、，。；和与及等])|[店村桥河塘山林畈铺集楼棚坨窑窝](?=[镇乡村街社断水组屯])',
  道: '[白黄青]?[河沟江岭街桥湾坎岗拐庙林石](?!道)',
  台: '[山子河村镇乡]',
  门: '[峡湾镇乡村滩]',
  面: '[坡山街镇村]',
  元: '[街镇村乡坊朱]',
  间: '房(?=[镇乡村])',
  层: '[岩岭]',
  塘: '[镇乡村街]',
  枝: '[特矿镇县]',
}
