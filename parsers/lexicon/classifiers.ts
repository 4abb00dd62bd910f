/** Counts: data only. Spellings are parted by blanks; the unit of a count is the classifier as printed, in braces. */

/** 量词 that follow Arabic and Chinese figures alike. */
export const classifiers =
  '个 個 只 隻 头 頭 座 家 条 條 处 處 件 项 項 人 户 戶 名 位 辆 輛 台 臺 套 艘 架 支 枝 张 張 份 本 篇 部 幅 块 塊 片 根 棵 株 口 眼 间 間 栋 幢 棟 所 场 場 次 轮 批 种 種 款 例 起 宗 笔 筆 组 ' +
  '堆 袋 箱 瓶 桶 罐 盒 包 车 船 趟 盏 扇 把 枚 颗 粒 尾 羽 匹 窝 群 丛 坛 床 桌 餐 顿 票 册 页 课时 学时 段 处所 层 道 双 ' +
  '羊单位 个羊单位 绵羊单位 标台 亩次 轮次 人次 户次 家次 台次 辆次 车次 场次 架次 艘次 件次 批次 频次 点次 条次 处次 篇次 班次 船次 航次 人天 台套 ' +
  '方面 大类 大项 小项 工作日 个工作日 个交易日 个季度 学期 学年 期次 分 ' +
  '期 路 门 面 封 节 孔 杆 具 卷 扎 剂次 针次 人份 条次 头次 单元'

/** Nouns that stand right after an Arabic figure without a classifier: 2市, 95县, 147村. */
export const countedNouns =
  '市 县 县市 县市区 县区 区 省 州 市州 乡 镇 乡镇 村 社区 街道 园区 企业 单位 部门 码头 泵站 电厂 水库 断面 点位 图斑 类 井 矿'

/**
 * What follows a classifier and makes it part of another word: 5个 is a count, 3部门 is not 3部 with 门.
 * Keyed by classifier; the value lists the first characters of the words.
 */
export const notBefore: Readonly<Record<string, string>> = {
  // classifiers 量词
  人: '员才口',
  户: '籍口',
  位: '于置',
  部: '门分队署委曲',
  处: '理置罚级',
  条: '例件款',
  项: '目',
  场: '所地景',
  起: '来草诉步点',
  批: '准复评发',
  份: '额',
  本: '级市县省',
  台: '账风湾山县',
  头: '部',
  座: '谈',
  组: '织成建',
  把: '关握控',
  车: '辆间站位道',
  船: '舶',
  包: '括含装保抓联案',
  层: '面级次',
  所: '在属有',
  支: '持出付撑援部',
  张: '家皮',
  段: '落位长期',
  口: '径岸碑头粮',
  眼: '睛前',
  株: '洲',
  例: '如行会',
  粒: '子径',
  间: '隔接断距歇',
  轮: '胎换流',
  只: '有能是要',
  根: '据本治源',
  块: '钱',
  票: '据',
  桌: '面',
  餐: '饮厨',
  页: '岩',
  群: '众体',
  箱: '涵',
  尾: '水矿气砂渣款',
  羽: '毛',
  分: '之别布类散局队公析工配级区批会管钟点成为流段',
  期: '间限末初货望内满满中权房',
  路: '口段基面由线径灯上桥网况标政边侧途过',
  门: '诊口窗面店户牌槛票球前卡峡头',
  面: '积临向对板料粉包貌子层上世试签',
  封: '闭存场山控堵条面盖育顶停',
  节: '约能水点假日省奏流目制',
  孔: '隙径雀板',
  杆: '塔件状路',
  具: '有体备',
  卷: '宗烟帘材尺积铺',
  扎: '实根堆',
  // nouns 名词
  类: '别似水标型及以区功地声用',
  区: '域划间块',
  市: '场政级',
  县: '级城域',
  省: '级',
  镇: '区级域',
  村: '级民庄',
  州: '级',
  乡: '级',
  矿: '山区石业井坑洞涌',
  井: '下巷',
  // measures and money 计量单位、货币
  米: '粉粮饭',
  方: '案面式法针向可便才能位形圆队程阵言略志剂格',
  码: '头垛',
  升: '级至到高降温幅旗',
  克: '服',
  吨: '位级',
  千吨: '级',
  周: '边围转口',
  伏: '安',
  瓦: '斯片房砖',
  天: '然',
  丈: '夫量',
  尺: '寸度子',
  寸: '步土',
  担: '任负保当心忧',
  秒: '杀',
  角: '度落钢色形铁膜洲',
  毛: '坯细石',
  元: '区里桥素',
  两: '个家级岸侧边年次名类种条项处座地高山委',
  倍: '增',
  欧: '洲美亚盟式阳标姆',
}

/** Words of a Chinese figure and what looks like its unit that count nothing. */
export const idioms =
  '四周 四处 三方 四方 五方 八方 两方 双方 十分 万分 百分 九州 两院 两委 两会 两面 两头 三省 五口 两口 百家 千家 百户 百日 三角 四角 五角 六角 八角 三伏'

/** Pairs of words before and behind a figure of which one must stand there; pieces of patterns, the first ends at the figure. */
export type Besides = ReadonlyArray<readonly [before: string, behind: string]>

const series = '班|简报|专报|通报|专栏|专刊|专版|节目|讲座|课堂?|课程|快报|论坛|动态|栏目|报道|期刊|提示|警示|提醒|周刊|通讯'
const issuing = '(?:举办|编发|编印|印发|刊发|刊登|播出|推出|开展|组织|发布|开设|制作|出刊|连续|开办|集中)了?[约近共]?'
const han = '[\\u4e00-\\u9fff“”]'

/** Classifiers that count only beside certain words, whatever the figure: 培训班2期, 举办2期培训班, but 二期工程. */
export const needsContext: Readonly<Record<string, Besides>> = {
  期: [
    [`(?:培训[^，。；、\\d]{0,8}|(?:${series})[了共计已举办编发刊印开展出约近]{0,4})`, ''],
    [issuing, `${han}{0,10}?(?:${series}|培训|学习)`],
  ],
  路: [
    ['(?:视频|监控|摄像头?|探头|信号|高清|前端|画面|图像)[^，。；、\\d]{0,4}', ''],
    ['', '(?:视频|监控|高清|摄像|信号|前端|图像|画面)'],
  ],
}

const wells = '(?:井眼?|塘|窑|锅|池|泉|灶|窖)'
/** The same for a single Chinese digit, which is rather a part of a name: 打井三口 and 三口机井, but 三口之家. */
export const besideOneDigit: Readonly<Record<string, Besides>> = {
  口: [
    [wells, ''],
    ['', `${han}{0,4}?${wells}`],
  ],
  门: [
    ['课程?', ''],
    ['', `${han}{0,4}?课`],
  ],
  道: [
    ['(?:工序|防线|关口|拦污栅|围挡|屏障|闸门?)', ''],
    ['', `${han}{0,3}?(?:防线|工序|关口|关卡|屏障|围挡|闸)`],
  ],
  层: [
    ['(?:楼房?|高|共)', ''],
    ['', '(?:楼|建筑|厂房|办公|住宅)'],
  ],
  段: [['', '(?:管网|管道|河道|河堤|道路|公路|护栏|围墙|渠)']],
  台: [['', '(?:挖掘|车|设备|机|泵|锅炉|压滤|监测|仪|服务器|电脑|变压|发电|吊)']],
}
