/**
 * Beginnings of pages as they are copied from portals, posts, PDF and notices, with what their head is by the contract: written before the parser was tried
 * on them. Places are real, since a table of places is read; everything else is made up.
 */
export interface Beginning {
  name: string
  text: string
  title: string | null
  kind: 'plan' | 'checklist' | 'progress' | 'unknown'
  /** Name in full, or null. */
  region: string | null
  programme: string | null
}

const central = 'central_environmental_inspection'
const provincial = 'provincial_environmental_inspection'
const discipline = 'discipline_inspection'

export const first: readonly Beginning[] = [
  {
    name: 'county portal, trail and source over and under',
    text: `安化县人民政府门户网站
首页 | 走进安化 | 政务公开 | 政务服务 | 互动交流
当前位置：首页 > 政务公开 > 重点领域 > 生态环境 > 正文
安化县贯彻落实第二轮省生态环境保护督察反馈意见整改方案
发布时间：2024-06-12 09:30 信息来源：县生态环境保护委员会办公室 浏览量：356 字体：【大 中 小】
为切实抓好第二轮省生态环境保护督察反馈问题整改，结合我县实际，制定本方案。
一、总体要求
坚持问题导向，压实整改责任。
二、整改措施
（一）部分乡镇生活污水处理设施运行不正常。
整改目标：设施正常运行。
整改措施：逐站排查检修。
责任单位：县住建局
完成时限：2024年12月底
（二）资江沿岸存在垃圾堆放点。
整改目标：清理到位。
整改措施：全面清运。
责任单位：县城管局
完成时限：2024年9月底`,
    title: '安化县贯彻落实第二轮省生态环境保护督察反馈意见整改方案',
    kind: 'plan',
    region: '湖南省益阳市安化县',
    programme: provincial,
  },
  {
    name: 'information disclosure table over a notice of a discipline inspection',
    text: `索引号：11430000/2024-00123
主题分类：其他
发布机构：中共桃江县委巡察工作领导小组办公室
成文日期：2024-05-20
文号：无
名称：中共桃江县教育局党组关于县委第二巡察组反馈意见整改进展情况的通报
中共桃江县教育局党组
关于县委第二巡察组反馈意见整改进展情况的通报
根据县委统一部署，2023年9月至11月，县委第二巡察组对县教育局党组开展了常规巡察。现将整改进展情况予以公布。
一、党组履行整改主体责任情况
局党组召开专题会议3次。
二、重点问题整改情况
1.理论学习不深入的问题。
整改情况：制定学习计划，开展集中学习12次。
2.校服采购监管不严的问题。
整改情况：修订采购办法，约谈责任人2名。`,
    title: '中共桃江县教育局党组关于县委第二巡察组反馈意见整改进展情况的通报',
    kind: 'progress',
    region: '湖南省益阳市桃江县',
    programme: discipline,
  },
  {
    name: 'audit report to a congress, year first, speaker under the title',
    text: `政府信息公开平台
您所在的位置：首页>审计公开>审计整改
2023年度市级预算执行和其他财政收支审计查出问题整改情况的报告
——2024年11月28日在宿州市第六届人民代表大会常务委员会第二十次会议上
宿州市审计局局长　李明
主任、各位副主任、秘书长，各位委员：
受市人民政府委托，我向市人大常委会报告2023年度市级预算执行和其他财政收支审计查出问题整改情况，请予审议。
一、整改工作部署和推进情况
市政府召开常务会议研究部署。
二、审计查出问题整改情况
（一）预算编制不够细化的问题。市财政局修订编制办法，已完成整改。
（二）专项资金闲置的问题。已收回资金1200万元，已完成整改。`,
    title: '2023年度市级预算执行和其他财政收支审计查出问题整改情况的报告',
    kind: 'progress',
    region: '安徽省宿州市',
    programme: 'audit',
  },
  {
    name: 'red-head document that forwards a plan',
    text: `仁怀市人民政府办公室文件
仁府办发〔2023〕18号
仁怀市人民政府办公室
关于印发仁怀市中央生态环境保护督察反馈问题整改方案的通知
各乡镇人民政府、街道办事处，市政府各工作部门：
《仁怀市中央生态环境保护督察反馈问题整改方案》已经市人民政府同意，现印发给你们，请认真组织实施。
仁怀市人民政府办公室
2023年7月6日
仁怀市中央生态环境保护督察反馈问题整改方案
为深入贯彻习近平生态文明思想，制定本方案。
一、赤水河沿岸酿酒废水收集不全。
整改目标：应收尽收。
整改措施：新建收集管网。
责任单位：市酒业协同发展办
二、部分采石场未按要求修复。
整改目标：修复到位。
整改措施：督促企业修复。
责任单位：市自然资源局`,
    title: '仁怀市人民政府办公室关于印发仁怀市中央生态环境保护督察反馈问题整改方案的通知',
    kind: 'plan',
    region: '贵州省遵义市仁怀市',
    programme: central,
  },
  {
    name: 'annex alone, title over two lines',
    text: `附件1

濮阳市贯彻落实省生态环境保护督察

反馈意见整改任务清单

一、金堤河部分支流水质不达标。
整改目标：水质达到Ⅳ类。
整改措施：开展支流清淤和排污口整治。
责任单位：濮阳县、清丰县人民政府，市生态环境局
整改时限：2024年12月底
二、南乐县垃圾填埋场渗滤液积存。
整改目标：渗滤液清零。
整改措施：新增处理设备。
责任单位：南乐县人民政府
整改时限：2024年6月底`,
    title: '濮阳市贯彻落实省生态环境保护督察反馈意见整改任务清单',
    kind: 'checklist',
    region: '河南省濮阳市',
    programme: provincial,
  },
  {
    name: 'post of a county account',
    text: `【公示】昭化区督察反馈问题整改完成情况公示
昭化发布
2024年03月18日 17:05 四川
点击上方“昭化发布”关注我们
按照四川省生态环境保护督察整改销号要求，现将昭化区第三轮省生态环境保护督察反馈的第5项问题整改完成情况公示如下。
一、反馈问题
部分养殖场粪污处理设施不配套。
二、整改目标
粪污综合利用率达到90%以上。
三、整改完成情况
已完成32家养殖场设施改造。该问题已完成整改。
公示期：2024年3月18日至3月24日`,
    title: '【公示】昭化区督察反馈问题整改完成情况公示',
    kind: 'progress',
    region: '四川省广元市昭化区',
    programme: provincial,
  },
  {
    name: 'no title: the page begins with the opening',
    text: `现将县委第四巡察组反馈意见整改进展情况公布如下：
一、履行主体责任情况
成立以党委书记为组长的整改工作领导小组。
二、反馈问题整改情况
1.关于“三会一课”落实不到位的问题。
整改情况：制定计划，按月检查。
2.关于村级财务不规范的问题。
整改情况：开展专项检查，补齐手续36份。`,
    title: null,
    kind: 'progress',
    region: null,
    programme: discipline,
  },
  {
    name: 'no title: the page begins with a chapter',
    text: `一、整改工作总体情况
兰陵县高度重视审计整改工作，县委、县政府召开会议部署。
二、具体问题整改情况
1.专项资金使用不规范问题。
整改情况：已收回资金30万元。
整改状态：已完成
2.固定资产未入账问题。
整改情况：补登资产120万元。
整改状态：已完成`,
    title: null,
    kind: 'progress',
    region: '山东省临沂市兰陵县',
    programme: 'audit',
  },
  {
    name: 'university, central lines, party committee',
    text: `首页 » 信息公开 » 巡视巡察
中共华岳理工大学委员会
关于十二届省委第六轮巡视
整改进展情况的通报
2024-01-15
根据省委统一部署，省委第八巡视组对我校开展了常规巡视。
一、组织落实情况
二、重点任务整改情况
（一）办学方向把握不够精准。
整改情况：召开专题会议2次，修订规划。
（二）科研经费管理有漏洞。
整改情况：修订办法3项。`,
    title: '中共华岳理工大学委员会关于十二届省委第六轮巡视整改进展情况的通报',
    kind: 'progress',
    region: null,
    programme: discipline,
  },
  {
    name: 'provincial department on a city',
    text: `湖南省生态环境厅
首页 > 督察整改 > 销号公示
湖南省生态环境厅关于拟对株洲市2项督察整改任务予以销号的公示
发布时间：2023-12-01 来源：督察处
按照《湖南省生态环境保护督察整改销号管理办法》，经审核，拟对株洲市2项整改任务予以销号，现公示如下。
一、清水塘老工业区遗留污染治理不到位。
整改目标：完成治理。
整改完成情况：已完成治理。
二、部分县城污水收集率低。
整改目标：提高收集率。
整改完成情况：新建管网60公里。`,
    title: '湖南省生态环境厅关于拟对株洲市2项督察整改任务予以销号的公示',
    kind: 'progress',
    region: '湖南省株洲市',
    programme: provincial,
  },
  {
    name: 'PDF page: running head, page number, title over three lines',
    text: `湘西自治州生态环境保护委员会办公室
- 1 -
湘西自治州
贯彻落实第二轮中央生态环境保护督察报告
整改情况
截至2023年6月30日，我州承担的21项整改任务，已完成整改15项，达到序时进度6项。
一、酉水干流总磷偶有超标。（已完成整改）
整改进展情况：新建除磷设施4套。
二、锰渣库渗漏风险未消除。（达到序时进度）
整改进展情况：完成防渗工程80%。`,
    title: '湘西自治州贯彻落实第二轮中央生态环境保护督察报告整改情况',
    kind: 'progress',
    region: '湖南省湘西土家族苗族自治州',
    programme: central,
  },
  {
    name: 'township in a district, issuer only in the metadata',
    text: `发布机构：广元市昭化区射箭乡人民政府
公开日期：2023-08-09
关于巡察反馈问题整改情况的报告
区委巡察办：
根据区委第一巡察组反馈意见，我乡逐项整改，现将情况报告如下。
一、党的建设方面
（一）主题党日流于形式。
整改情况：规范程序，按月开展。
（二）发展党员把关不严。
整改情况：补齐材料8份。`,
    title: '关于巡察反馈问题整改情况的报告',
    kind: 'progress',
    region: '四川省广元市昭化区射箭乡',
    programme: discipline,
  },
  {
    name: 'title printed in the trail, cut in the list, whole over the text',
    text: `首页 > 公示公告 > 关于西海岸新区督察整改任务完成情况的公示
关于西海岸新区督察整改任务…
关于西海岸新区督察整改任务完成情况的公示
2022-10-21 来源：区环委办 【大 中 小】 【打印】 【关闭】
根据省生态环境保护督察整改要求，现将青岛西海岸新区一项整改任务完成情况公示如下。
一、整改任务：部分河道入海口垃圾清理不及时。
二、整改目标：建立常态清理机制。
三、整改完成情况：建立保洁队伍6支，已完成整改。`,
    title: '关于西海岸新区督察整改任务完成情况的公示',
    kind: 'progress',
    region: '山东省青岛市西海岸新区',
    programme: provincial,
  },
  {
    name: 'safety inspection, table of a company',
    text: `华岳矿业有限公司
安全生产专项督导检查反馈问题整改台账
填报单位：安全环保部 填报时间：2024年4月
1.井下通风设施破损。
整改措施：更换风门4道。
责任人：王建军
整改时限：2024年4月底
2.应急物资台账不全。
整改措施：补齐台账。
责任人：李红梅
整改时限：立行立改`,
    title: '安全生产专项督导检查反馈问题整改台账',
    kind: 'checklist',
    region: null,
    programme: 'other',
  },
  {
    name: 'news of a meeting',
    text: `首页 > 要闻
泸溪县召开生态环境保护督察整改工作推进会
2024-05-08 来源：县融媒体中心 作者：张华
5月7日，县委书记主持召开督察整改工作推进会，强调要压实责任，确保问题按期清零。
会议指出，要坚持举一反三，做到标本兼治。
县委常委、副县长出席会议。`,
    title: '泸溪县召开生态环境保护督察整改工作推进会',
    kind: 'unknown',
    region: '湖南省湘西土家族苗族自治州泸溪县',
    programme: null,
  },
  {
    name: 'branch bureau',
    text: `遵义市生态环境局
遵义市生态环境局仁怀分局
关于专项巡察反馈意见整改情况的公开
根据局党组统一部署，第三巡察组对仁怀分局开展了专项巡察。
一、执法监管不够严格。
整改情况：开展执法培训3期。
二、内部管理不够规范。
整改情况：修订制度5项。`,
    title: '遵义市生态环境局仁怀分局关于专项巡察反馈意见整改情况的公开',
    kind: 'progress',
    region: '贵州省遵义市仁怀市',
    programme: discipline,
  },
  {
    name: 'traditional characters',
    text: `首頁 > 政務公開
慈利縣生態環境保護督察反饋問題整改方案
發佈時間：2023-04-11
為做好督察反饋問題整改，制定本方案。
一、河道採砂監管不力。
整改目標：規範採砂。
整改措施：開展專項整治。
責任單位：縣水利局
整改時限：2023年12月底
二、城區揚塵污染。
整改目標：達標。
整改措施：加強灑水。
責任單位：縣城管局
整改時限：2023年6月底`,
    title: '慈利縣生態環境保護督察反饋問題整改方案',
    kind: 'plan',
    region: '湖南省张家界市慈利县',
    programme: 'environmental_inspection',
  },
  {
    name: 'look-back in the preface only',
    text: `益阳市公开督察“回头看”整改方案
2022-02-18
2021年9月，省第三生态环境保护督察组对益阳市开展了“回头看”，并于11月反馈了意见。现将整改方案公开如下。
一、洞庭湖矮围拆除不彻底。
整改目标：全面拆除。
整改措施：组织拆除。
责任单位：沅江市人民政府
二、黑臭水体返黑。
整改目标：消除黑臭。
整改措施：清淤补水。
责任单位：市住建局`,
    title: '益阳市公开督察“回头看”整改方案',
    kind: 'plan',
    region: '湖南省益阳市',
    programme: provincial,
  },
  {
    name: 'several provinces',
    text: `生态环境部通报长江经济带督察整改情况
吉林、浙江等8省区公开督察整改方案
发布日期：2021-07-02
近日，吉林、浙江等8省区陆续公开督察整改方案。`,
    title: '生态环境部通报长江经济带督察整改情况',
    kind: 'unknown',
    region: null,
    programme: null,
  },
  {
    name: 'job notice',
    text: `首页 > 通知公告
桃源县2024年事业单位公开招聘工作人员公告
发布时间：2024-03-01
根据有关规定，现将有关事项公告如下。
一、招聘岗位
（一）文员2名。
（二）会计1名。`,
    title: '桃源县2024年事业单位公开招聘工作人员公告',
    kind: 'unknown',
    region: '湖南省常德市桃源县',
    programme: null,
  },
]

const items = (form: 'plan' | 'progress'): string =>
  form === 'plan'
    ? `一、部分排污口未规范设置。
整改目标：规范设置。
整改措施：逐口排查建档。
责任单位：生态环境部门
整改时限：2025年6月底
二、建筑工地扬尘管控不严。
整改目标：达标。
整改措施：安装喷淋设施。
责任单位：住建部门
整改时限：2025年3月底`
    : `1.部分排污口未规范设置的问题。
整改情况：已规范设置排污口12个。
2.建筑工地扬尘管控不严的问题。
整改情况：已安装喷淋设施30套。`

export const second: readonly Beginning[] = [
  {
    name: 'navigation one word a line',
    text: `网站首页
机构概况
新闻中心
政务公开
办事服务
互动交流
专题专栏
中央环保督察
当前位置：网站首页>专题专栏>中央环保督察>整改公开
酉阳县2023年度中央生态环境保护督察反馈问题整改情况公示
日期：2023-12-29
字号：[大][中][小]
按照督察整改要求，现将酉阳县整改情况公示如下。
${items('progress')}`,
    title: '酉阳县2023年度中央生态环境保护督察反馈问题整改情况公示',
    kind: 'progress',
    region: '重庆市酉阳土家族苗族自治县',
    programme: central,
  },
  {
    name: 'joint issue over two lines',
    text: `中共鄂温克族自治旗委员会办公室文件
鄂党办发〔2022〕31号
中共鄂温克族自治旗委员会 鄂温克族自治旗人民政府
关于印发《鄂温克族自治旗贯彻落实自治区生态环境保护督察反馈意见整改方案》的通知
各苏木乡镇党委、人民政府，旗直各部门：
现将整改方案印发给你们。
2022年8月3日
${items('plan')}`,
    title:
      '中共鄂温克族自治旗委员会 鄂温克族自治旗人民政府关于印发《鄂温克族自治旗贯彻落实自治区生态环境保护督察反馈意见整改方案》的通知',
    kind: 'plan',
    region: '内蒙古自治区呼伦贝尔市鄂温克族自治旗',
    programme: provincial,
  },
  {
    name: 'party committee of a bureau in a city, title over two lines without break of sense',
    text: `中共阜阳市住房和城乡建设局党组关于市委第五巡察组
巡察反馈意见整改进展情况的通报
发布时间：2024-09-11  来源：市住建局  点击：88
根据市委巡察工作统一部署，市委第五巡察组对市住建局党组开展了巡察。
${items('progress')}`,
    title: '中共阜阳市住房和城乡建设局党组关于市委第五巡察组巡察反馈意见整改进展情况的通报',
    kind: 'progress',
    region: '安徽省阜阳市',
    programme: discipline,
  },
  {
    name: 'title twice with the day between',
    text: `关于颍上县第17项督察整改任务完成情况的公示
2023-06-20 10:20:33
关于颍上县第17项督察整改任务完成情况的公示
根据安徽省生态环境保护督察整改工作要求，现将颍上县承担的第17项整改任务完成情况公示如下，公示期为10个工作日。
整改任务：沿河砂场未清理。
整改目标：全部清理。
整改措施：拆除设备。
完成情况：已拆除设备9台，已完成整改。`,
    title: '关于颍上县第17项督察整改任务完成情况的公示',
    kind: 'progress',
    region: '安徽省阜阳市颍上县',
    programme: provincial,
  },
  {
    name: 'site section that ends as a title does',
    text: `审计公告
审计结果公告
监利市审计局
监利市2022年度本级预算执行审计查出问题整改结果公告
（2023年第6号）
2023年12月25日
根据审计法规定，现将整改结果公告如下。
${items('progress')}`,
    title: '监利市2022年度本级预算执行审计查出问题整改结果公告',
    kind: 'progress',
    region: '湖北省荆州市监利市',
    programme: 'audit',
  },
  {
    name: 'web page: h1, source line, crumbs in a list',
    text: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>汨罗市突出生态环境问题整改方案-汨罗市人民政府</title></head><body>
<div class="header"><a href="/">汨罗市人民政府</a></div>
<div class="crumb"><a href="/">首页</a>&gt;<a href="/zwgk">政务公开</a>&gt;<a href="/hb">环境保护</a></div>
<div class="main"><h1>汨罗市突出生态环境问题整改方案</h1><div class="info">发布时间：2022-04-18 来源：汨罗市生态环境局</div>
<div id="zoom">${`为切实抓好长江经济带生态环境警示片披露问题整改，制定本方案。\n${items('plan')}`
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}</div></div></body></html>`,
    title: '汨罗市突出生态环境问题整改方案',
    kind: 'plan',
    region: '湖南省岳阳市汨罗市',
    programme: 'other',
  },
  {
    name: 'functional area of a city',
    text: `衡阳松木经济开发区管理委员会
关于省生态环境保护督察反馈问题整改情况的报告
市生态环境保护委员会办公室：
按照要求，现将松木经开区整改情况报告如下。
${items('progress')}`,
    title: '衡阳松木经济开发区管理委员会关于省生态环境保护督察反馈问题整改情况的报告',
    kind: 'progress',
    region: '湖南省衡阳市松木经济开发区',
    programme: provincial,
  },
  {
    name: 'plan without a place in its title, signed',
    text: `巡察反馈意见整改方案
根据市委第三巡察组反馈意见，结合实际，制定本方案。
${items('plan')}
中共沅江市委
2023年10月12日`,
    title: '巡察反馈意见整改方案',
    kind: 'plan',
    region: '湖南省益阳市沅江市',
    programme: discipline,
  },
  {
    name: 'people’s congress inspection',
    text: `来源：县人大办 时间：2023-10-30
关于水污染防治“一法一条例”执法检查
审议意见整改落实情况的报告
长阳县人民代表大会常务委员会：
根据县人大常委会执法检查审议意见，现将整改落实情况报告如下。
${items('progress')}
长阳土家族自治县人民政府
2023年10月26日`,
    title: '关于水污染防治“一法一条例”执法检查审议意见整改落实情况的报告',
    kind: 'progress',
    region: '湖北省宜昌市长阳土家族自治县',
    programme: 'other',
  },
  {
    name: 'ledger of a bureau that counts its own day',
    text: `宝坻区省级督察反馈问题整改进展台账
（截至2023年9月30日）
填报单位（盖章）：区生态环境局
${items('progress')}`,
    title: '宝坻区省级督察反馈问题整改进展台账',
    kind: 'progress',
    region: '天津市宝坻区',
    programme: provincial,
  },
  {
    name: 'land inspection',
    text: `国家自然资源督察反馈问题整改方案
会同县自然资源局
2022年5月
针对国家自然资源督察武汉局反馈的耕地保护督察问题，结合会同县实际，制定本方案。
${items('plan')}`,
    title: '国家自然资源督察反馈问题整改方案',
    kind: 'plan',
    region: '湖南省怀化市会同县',
    programme: 'other',
  },
  {
    name: 'food safety, notice to units',
    text: `商城县食品安全委员会办公室
关于2023年度食品安全评议考核反馈问题整改方案的通知
各乡镇人民政府，县食安委各成员单位：
为做好评议考核反馈问题整改工作，制定整改方案如下。
${items('plan')}`,
    title: '商城县食品安全委员会办公室关于2023年度食品安全评议考核反馈问题整改方案的通知',
    kind: 'plan',
    region: '河南省信阳市商城县',
    programme: 'other',
  },
  {
    name: 'text with a chapter that could be a title, after a real title',
    text: `全州县
生态环境保护督察整改工作领导小组
全州县第三轮中央生态环境保护督察边督边改情况公开
整改工作开展情况
我县坚持边督边改，现将有关情况公开如下。
${items('progress')}`,
    title: '全州县第三轮中央生态环境保护督察边督边改情况公开',
    kind: 'progress',
    region: '广西壮族自治区桂林市全州县',
    programme: central,
  },
  {
    name: 'no title, only the list, bodies of one county',
    text: `序号 反馈问题
${items('plan').replace('生态环境部门', '二七区水利局').replace('住建部门', '二七区人民政府')}`,
    title: null,
    kind: 'checklist',
    region: null,
    programme: null,
  },
  {
    name: 'grain purchases, inspection of a company by a city committee',
    text: `驻马店市粮食储备有限公司党支部
关于涉粮问题专项巡察反馈意见整改进展情况的通报
发布者：综合部
2022年6月，市委第一专项巡察组对公司党支部开展了涉粮问题专项巡察，并反馈意见。
${items('progress')}`,
    title: '驻马店市粮食储备有限公司党支部关于涉粮问题专项巡察反馈意见整改进展情况的通报',
    kind: 'progress',
    region: '河南省驻马店市',
    programme: discipline,
  },
  {
    name: 'annex behind the body: the body’s title counts',
    text: `东安县贯彻落实省环境保护督察整改方案
为抓好整改，制定本方案，具体清单附后。
附件
东安县整改任务清单
${items('plan')}`,
    title: '东安县贯彻落实省环境保护督察整改方案',
    kind: 'plan',
    region: '湖南省永州市东安县',
    programme: provincial,
  },
  {
    name: 'street office of a district, city portal above',
    text: `长沙市人民政府 长者模式 无障碍 登录
首页 新闻 公开 服务 互动 数据
雨花区砂子塘街道办事处关于区委巡察反馈问题整改情况的公示
【 发布时间：2024-02-20 】 【 字体：大 中 小 】
按照区委第二巡察组要求，现予公示。
${items('progress')}`,
    title: '雨花区砂子塘街道办事处关于区委巡察反馈问题整改情况的公示',
    kind: 'progress',
    region: '湖南省长沙市雨花区砂子塘街道',
    programme: discipline,
  },
  {
    name: 'corps',
    text: `新疆生产建设兵团第八师石河子市贯彻落实中央生态环境保护督察反馈意见整改方案
为全面落实整改要求，制定本方案。
${items('plan')}`,
    title: '新疆生产建设兵团第八师石河子市贯彻落实中央生态环境保护督察反馈意见整改方案',
    kind: 'plan',
    region: '新疆维吾尔自治区石河子市',
    programme: central,
  },
  {
    name: 'education inspection of a county, no trail, title centred with blanks',
    text: `        麻阳县迎接省政府教育督导反馈问题整改台账
                （2023年5月20日）
单位：麻阳苗族自治县教育局
${items('progress')}`,
    title: '麻阳县迎接省政府教育督导反馈问题整改台账',
    kind: 'progress',
    region: '湖南省怀化市麻阳苗族自治县',
    programme: 'other',
  },
  {
    name: 'empty promise: only navigation',
    text: `首页
政务公开
通知公告
返回列表
版权所有：某某市人民政府办公室`,
    title: null,
    kind: 'unknown',
    region: null,
    programme: null,
  },
]

export const third: readonly Beginning[] = [
  {
    name: 'trail with arrows, title cut in it, look-back',
    text: `政务公开 → 环境保护 → 督察整改 → 关于浏阳市中央环境保护督察“回头看”…
关于浏阳市中央环境保护督察“回头看”反馈问题整改情况的公示
编辑：李敏　|　来源：长沙晚报　|　时间：2020-07-15
按照要求，现将浏阳市整改完成情况公示如下：
${items('progress')}`,
    title: '关于浏阳市中央环境保护督察“回头看”反馈问题整改情况的公示',
    kind: 'progress',
    region: '湖南省长沙市浏阳市',
    programme: central,
  },
  {
    name: 'summary line in the metadata that ends as a title does',
    text: `信息分类：督察整改
内容概述：公开我区督察整改方案
公开方式：主动公开
标题：柳南区贯彻落实中央生态环境保护督察报告整改方案
柳南区贯彻落实中央生态环境保护督察报告整改方案
为深入贯彻落实，制定本方案。
${items('plan')}`,
    title: '柳南区贯彻落实中央生态环境保护督察报告整改方案',
    kind: 'plan',
    region: '广西壮族自治区柳州市柳南区',
    programme: central,
  },
  {
    name: 'title over four lines',
    text: `西吉县人民政府
关于报送2021年度
县级预算执行和其他财政收支审计
查出问题整改情况的报告
县人大常委会：
现将2021年度县级预算执行和其他财政收支审计查出问题整改情况报告如下：
${items('progress')}
西吉县人民政府
2022年11月15日`,
    title: '西吉县人民政府关于报送2021年度县级预算执行和其他财政收支审计查出问题整改情况的报告',
    kind: 'progress',
    region: '宁夏回族自治区固原市西吉县',
    programme: 'audit',
  },
  {
    name: 'enterprise of the centre',
    text: `中共中国华岳集团有限公司委员会
关于二十届中央第一轮巡视整改进展情况的通报
2024-04-24
根据党中央统一部署，2023年4月，中央第十巡视组对集团党委开展了常规巡视。
${items('progress')}`,
    title: '中共中国华岳集团有限公司委员会关于二十届中央第一轮巡视整改进展情况的通报',
    kind: 'progress',
    region: null,
    programme: discipline,
  },
  {
    name: 'ministry',
    text: `中共水利部党组关于二十届中央第三轮巡视整改进展情况的通报
来源：中央纪委国家监委网站 发布时间：2025-03-20 16:00
根据中央统一部署，中央第七巡视组对水利部党组开展了常规巡视。
${items('progress')}`,
    title: '中共水利部党组关于二十届中央第三轮巡视整改进展情况的通报',
    kind: 'progress',
    region: '中华人民共和国',
    programme: discipline,
  },
  {
    name: 'plan whose title has a bracket of its version on the next line',
    text: `2022年2月21日印发
海西州贯彻落实第二轮中央生态环境保护督察报告整改方案
（公开稿）
为全面整改，制定本方案。
${items('plan')}`,
    title: '海西州贯彻落实第二轮中央生态环境保护督察报告整改方案（公开稿）',
    kind: 'plan',
    region: '青海省海西蒙古族藏族自治州',
    programme: central,
  },
  {
    name: 'unnumbered chapters only, title in the text’s own words',
    text: `华岳县第二中学
有关情况
根据县委第四巡察组对我校党支部的反馈意见，学校逐项整改。
${items('progress')}`,
    title: null,
    kind: 'progress',
    region: null,
    programme: discipline,
  },
  {
    name: 'audit of an official’s term, department',
    text: `淳安县文化和广电旅游体育局
关于经济责任审计查出问题整改情况的报告
县审计局：
根据《审计报告》（淳审经报〔2023〕4号）要求，我局认真整改，现将整改情况报告如下。
${items('progress')}
淳安县文化和广电旅游体育局
2023年9月1日`,
    title: '淳安县文化和广电旅游体育局关于经济责任审计查出问题整改情况的报告',
    kind: 'progress',
    region: '浙江省杭州市淳安县',
    programme: 'audit',
  },
  {
    name: 'list as a post without any furniture',
    text: `中牟县省级环保督察交办问题整改清单（第三批）
${items('plan')}`,
    title: '中牟县省级环保督察交办问题整改清单（第三批）',
    kind: 'checklist',
    region: '河南省郑州市中牟县',
    programme: provincial,
  },
  {
    name: 'plan of a people’s hospital on a medical insurance inspection',
    text: `安福县人民医院
医保基金使用专项检查反馈问题整改方案
为做好国家医保局飞行检查反馈问题整改工作，结合我院实际，制定本方案。
${items('plan')}`,
    title: '医保基金使用专项检查反馈问题整改方案',
    kind: 'plan',
    region: '江西省吉安市安福县',
    programme: 'other',
  },
  {
    name: 'two titles: notice and, behind a signature, the list',
    text: `关于公开武安市大气污染防治强化督察反馈问题整改情况的公告
为接受社会监督，现将整改情况公告如下。
武安市生态环境保护委员会办公室
2021年5月10日
武安市大气污染防治强化督察反馈问题整改情况
${items('progress')}`,
    title: '关于公开武安市大气污染防治强化督察反馈问题整改情况的公告',
    kind: 'progress',
    region: '河北省邯郸市武安市',
    programme: 'environmental_inspection',
  },
  {
    name: 'share buttons one by one',
    text: `微信
微博
QQ空间
复制链接
字体：
大
中
小
关于喀喇沁旗第三轮自治区生态环境保护督察第11项问题整改完成情况的公示
2024-07-22
来源：旗生态环境分局
根据要求，现予公示。
问题：养殖粪污随意堆放。
整改目标：粪污及时清运。
整改措施：建设堆粪场。
整改完成情况：建成堆粪场22处，已完成整改。`,
    title: '关于喀喇沁旗第三轮自治区生态环境保护督察第11项问题整改完成情况的公示',
    kind: 'progress',
    region: '内蒙古自治区赤峰市喀喇沁旗',
    programme: provincial,
  },
  {
    name: 'English site line and a web page without h1',
    text: `<html><head><meta charset="utf-8"><title>通知公告_平潭综合实验区管委会</title></head><body><div>English | 繁體 | 无障碍</div>
<div>首页&gt;&gt;通知公告</div><div class="con"><p style="text-align:center"><strong>平潭综合实验区贯彻落实中央生态环境保护督察</strong></p>
<p style="text-align:center"><strong>反馈意见整改方案</strong></p><p>为切实抓好整改，制定本方案。</p>
${items('plan')
  .split('\n')
  .map((line) => `<p>${line}</p>`)
  .join('')}</div></body></html>`,
    title: '平潭综合实验区贯彻落实中央生态环境保护督察反馈意见整改方案',
    kind: 'plan',
    region: '福建省平潭综合实验区',
    programme: central,
  },
  {
    name: 'report of a town to its county, region only in the salutation and the signature',
    text: `关于县委第三巡察组巡察反馈意见整改落实情况的报告
中共分宜县委巡察工作领导小组办公室：
2023年县委第三巡察组对我镇开展了巡察，我镇逐项整改，现报告如下。
${items('progress')}
中共分宜县洞村乡委员会
2023年12月5日`,
    title: '关于县委第三巡察组巡察反馈意见整改落实情况的报告',
    kind: 'progress',
    region: '江西省新余市分宜县洞村乡',
    programme: discipline,
  },
  {
    name: 'warning film of the province',
    text: `省级生态环境警示片披露问题整改销号公示
（丰宁县）
日期：2022.11.03
根据河北省生态环境警示片披露问题整改要求，现将丰宁县整改情况公示如下。
${items('progress')}`,
    title: '省级生态环境警示片披露问题整改销号公示',
    kind: 'progress',
    region: '河北省承德市丰宁满族自治县',
    programme: 'other',
  },
  {
    name: 'nothing of the kind: a regulation',
    text: `阳山县生态环境保护督察工作规定
第一章 总则
第一条 为规范督察工作，制定本规定。
第二条 本规定适用于本县行政区域。`,
    title: '阳山县生态环境保护督察工作规定',
    kind: 'unknown',
    region: '广东省清远市阳山县',
    programme: null,
  },
  {
    name: 'discipline inspection of villages',
    text: `当前位置： 首页 >> 党务公开 >> 巡察公开
桑植县官地坪镇关于县委第八轮对村（社区）巡察反馈问题整改情况的公示
浏览次数： 46　【字体：大 中 小】
按照县委统一部署，现将整改情况公示如下。
${items('progress')}`,
    title: '桑植县官地坪镇关于县委第八轮对村（社区）巡察反馈问题整改情况的公示',
    kind: 'progress',
    region: '湖南省张家界市桑植县官地坪镇',
    programme: discipline,
  },
  {
    name: 'title with its year in characters',
    text: `二〇二二年度审计查出问题整改情况通报
桃江县人民政府办公室
根据县政府第二十次常务会议要求，现将整改情况通报如下。
${items('progress')}`,
    title: '二〇二二年度审计查出问题整改情况通报',
    kind: 'progress',
    region: '湖南省益阳市桃江县',
    programme: 'audit',
  },
  {
    name: 'task ledger of a city bureau, no place but the body’s branch',
    text: `督察整改任务台账
填报单位：荆州市生态环境局松滋市分局
${items('plan')}`,
    title: '督察整改任务台账',
    kind: 'checklist',
    region: '湖北省荆州市松滋市',
    programme: 'environmental_inspection',
  },
  {
    name: 'tourism resort',
    text: `张家界市武陵源区
关于省第六生态环境保护督察组督察反馈意见的整改方案
按照《张家界市贯彻落实方案》要求，制定本方案。
${items('plan')}`,
    title: '张家界市武陵源区关于省第六生态环境保护督察组督察反馈意见的整改方案',
    kind: 'plan',
    region: '湖南省张家界市武陵源区',
    programme: provincial,
  },
]
