/**
 * Units: data only. Codes are UCUM (https://ucum.org, version 2.2) where it has one, else the printed name in braces;
 * money is ISO 4217. Spellings are those after folding (％ is %, µ is μ, full-width letters are ASCII), parted by blanks.
 * A unit's SI value is its figure times `factor` (an exact decimal or fraction), plus `offset` for temperatures.
 */

export interface UnitRow {
  code: string
  /** Base unit of its dimension, or null: it is a share, a ratio or a level. */
  si: string | null
  factor: string
  offset?: string
  names: string
}

/** Compact rows: code, SI unit, factor, spellings. */
const row = (code: string, si: string | null, factor: string, names: string, offset?: string): UnitRow =>
  offset === undefined ? { code, si, factor, names } : { code, si, factor, names, offset }

/** 计量单位. */
export const measures: readonly UnitRow[] = [
  // length 长度
  row('km', 'm', '1000', '公里 千米 公裏 km KM Km ㎞'),
  row('m', 'm', '1', '米 公尺 m 延米 延长米'),
  row('dm', 'm', '1/10', '分米 dm'),
  row('cm', 'm', '1/100', '厘米 公分 釐米 cm CM ㎝'),
  row('mm', 'm', '1/1000', '毫米 公釐 mm MM ㎜'),
  row('um', 'm', '1e-6', '微米 μm um'),
  row('nm', 'm', '1e-9', '纳米 奈米 nm'),
  row('[nmi_i]', 'm', '1852', '海里 浬'),
  row('[mi_i]', 'm', '1609.344', '英里 哩'),
  row('[ft_i]', 'm', '0.3048', '英尺 呎'),
  row('[in_i]', 'm', '0.0254', '英寸 吋'),
  row('[yd_i]', 'm', '0.9144', '码 碼'),
  row('{里}', 'm', '500', '华里 市里'),
  row('{丈}', 'm', '10/3', '丈 市丈'),
  row('{尺}', 'm', '1/3', '尺 市尺'),
  row('{寸}', 'm', '1/30', '寸 市寸'),
  row('[ly]', 'm', '9460730472580800', '光年'),
  // area 面积
  row('km2', 'm2', '1e6', '平方公里 平方千米 km2 km² KM2 k㎡ ㎢'),
  row('m2', 'm2', '1', '平方米 平方公尺 平方 平米 m2 m² ㎡ M2'),
  row('dm2', 'm2', '1/100', '平方分米 dm2'),
  row('cm2', 'm2', '1e-4', '平方厘米 平方公分 cm2 cm²'),
  row('mm2', 'm2', '1e-6', '平方毫米 mm2 mm²'),
  row('ha', 'm2', '10000', '公顷 公頃 hm2 hm² ha 垧'),
  row('{亩}', 'm2', '2000/3', '亩 畝 市亩'),
  row('{顷}', 'm2', '200000/3', '顷 市顷'),
  row('{英亩}', 'm2', '4046.8564224', '英亩 英畝'),
  row('[sft_i]', 'm2', '0.09290304', '平方英尺'),
  row('{平方英里}', 'm2', '2589988.110336', '平方英里'),
  // volume 体积、容积
  row('m3', 'm3', '1', '立方米 立方公尺 立方 立米 标准立方米 标立方米 标立方 标方 方 m3 m³ ㎥ Nm3 Nm³ M3'),
  row('km3', 'm3', '1e9', '立方公里 立方千米 km3'),
  row('dm3', 'm3', '1/1000', '立方分米 dm3'),
  row('cm3', 'm3', '1e-6', '立方厘米 立方公分 cm3 cm³ cc'),
  row('mm3', 'm3', '1e-9', '立方毫米 mm3'),
  row('L', 'm3', '1/1000', '升 公升 L l'),
  row('kL', 'm3', '1', '千升 kL'),
  row('dL', 'm3', '1e-4', '分升 dL dl'),
  row('cL', 'm3', '1e-5', '厘升 cL cl'),
  row('mL', 'm3', '1e-6', '毫升 公撮 mL ml ML ㎖'),
  row('uL', 'm3', '1e-9', '微升 μL μl'),
  row('[tsp_m]', 'm3', '5e-6', '茶匙 小匙'),
  row('[tbs_m]', 'm3', '1.5e-5', '汤匙 大匙'),
  row('[gal_us]', 'm3', '0.003785411784', '加仑 加侖'),
  row('[pt_us]', 'm3', '0.000473176473', '品脱'),
  row('[qt_us]', 'm3', '0.000946352946', '夸脱'),
  // mass 质量
  row('t', 'kg', '1000', '吨 公吨 噸 吨标准煤 吨标煤 吨标准煤当量 吨二氧化碳当量 吨二氧化碳 tce tCO2e tCO2 t'),
  row('kt', 'kg', '1e6', '千吨'),
  row('kg', 'kg', '1', '公斤 千克 公斤标准煤 千克标准煤 kg KG Kg ㎏ kgce'),
  row('g', 'kg', '1/1000', '克 公克 克标准煤 g gce'),
  row('mg', 'kg', '1e-6', '毫克 mg ㎎'),
  row('ug', 'kg', '1e-9', '微克 μg ug'),
  row('ng', 'kg', '1e-12', '纳克 ng'),
  row('pg', 'kg', '1e-15', '皮克 pg'),
  row('{斤}', 'kg', '1/2', '斤 市斤'),
  row('{两}', 'kg', '1/20', '两 市两 兩'),
  row('{担}', 'kg', '50', '担 市担'),
  row('[lb_av]', 'kg', '0.45359237', '磅 英磅 lb'),
  row('[oz_av]', 'kg', '0.028349523125', '盎司 盎斯 安士 oz'),
  row('[car_m]', 'kg', '0.0002', '克拉 卡拉'),
  // time 时间; year and month by UCUM are 365.25 and 30.4375 days
  row('ms', 's', '1/1000', '毫秒 ms'),
  row('s', 's', '1', '秒 秒钟 秒鐘 s'),
  row('min', 's', '60', '分钟 分鐘 min'),
  row('h', 's', '3600', '小时 小時 个小时 個小時 钟头 个钟头 鐘頭 h'),
  row('d', 's', '86400', '天 日 昼夜 自然日 个昼夜 个自然日'),
  row('wk', 's', '604800', '周 星期 个星期 個星期 礼拜 个礼拜 週'),
  row('mo', 's', '2629800', '个月 個月 个自然月 個月份'),
  row('a', 's', '31557600', '年 周年 周岁 岁 个年头 个自然年'),
  // speed, frequency, force, pressure 速度、频率、压强
  row('[kn_i]', 'm/s', '1852/3600', '海里/小时'),
  row('Hz', '1/s', '1', '赫兹 赫 Hz'),
  row('kHz', '1/s', '1000', '千赫 千赫兹 kHz'),
  row('MHz', '1/s', '1e6', '兆赫 兆赫兹 MHz'),
  row('GHz', '1/s', '1e9', '吉赫 吉赫兹 GHz'),
  row('Pa', 'Pa', '1', '帕斯卡 帕 Pa'),
  row('hPa', 'Pa', '100', '百帕 hPa'),
  row('kPa', 'Pa', '1000', '千帕 kPa'),
  row('MPa', 'Pa', '1e6', '兆帕 MPa Mpa'),
  row('N', 'N', '1', '牛顿'),
  row('kN', 'N', '1000', '千牛 kN'),
  // energy 能量; 度 is told from temperature by its context
  row('J', 'J', '1', '焦耳'),
  row('kJ', 'J', '1000', '千焦 千焦耳 kJ'),
  row('MJ', 'J', '1e6', '兆焦 兆焦耳 MJ'),
  row('GJ', 'J', '1e9', '吉焦 吉焦耳 GJ'),
  row('W.h', 'J', '3600', '瓦时 Wh'),
  row('kW.h', 'J', '3.6e6', '千瓦时 千瓦·时 千瓦•时 千瓦小时 度电 kWh KWh KWH kwh kW·h kw·h kW.h'),
  row('MW.h', 'J', '3.6e9', '兆瓦时 兆瓦·时 兆瓦小时 MWh MW·h'),
  row('GW.h', 'J', '3.6e12', '吉瓦时 GWh'),
  row('kcal', 'J', '4184', '千卡 大卡 kcal'),
  row('cal', 'J', '4.184', '卡路里 cal'),
  // power 功率, and a boiler's steam (1 蒸吨 gives 1 t of steam in an hour)
  row('W', 'W', '1', '瓦 瓦特'),
  row('kW', 'W', '1000', '千瓦 kW KW kw kWp'),
  row('MW', 'W', '1e6', '兆瓦 MW MWp'),
  row('GW', 'W', '1e9', '吉瓦 GW'),
  row('[HP]', 'W', '745.69987158227022', '马力 匹马力'),
  row('kV.A', 'W', '1000', '千伏安 kVA KVA kV·A'),
  row('MV.A', 'W', '1e6', '兆伏安 MVA'),
  row('t/h', 'kg/s', '1000/3600', '蒸吨 蒸吨/小时 蒸吨/时 蒸吨/h 蒸t/h'),
  row('V', 'V', '1', '伏特 伏'),
  row('kV', 'V', '1000', '千伏 kV KV kv'),
  row('mV', 'V', '1/1000', '毫伏 mV'),
  row('A', 'A', '1', '安培'),
  // temperature 温度
  row('Cel', 'K', '1', '℃ °C °c ºC ˚C 摄氏度 攝氏度 摄氏 攝氏 摄氏° 攝氏° 摄氏度° 度C', '273.15'),
  row('[degF]', 'K', '5/9', '℉ °F °f ºF 华氏度 華氏度 华氏 華氏 华氏° 華氏°', '459.67'),
  row('K', 'K', '1', '开尔文'),
  // substance, radiation, conductance 物质的量、辐射、电导
  row('mol', 'mol', '1', '摩尔 mol'),
  row('mmol', 'mol', '1/1000', '毫摩尔 mmol'),
  row('Bq', 'Bq', '1', '贝可 贝克勒尔 Bq'),
  row('uSv', 'Sv', '1e-6', '微西弗 μSv'),
  row('mSv', 'Sv', '1/1000', '毫西弗 mSv'),
  row('nGy', 'Gy', '1e-9', '纳戈瑞 nGy'),
  row('uS', 'S', '1e-6', '微西门子 μS'),
  row('mS', 'S', '1/1000', '毫西门子 mS'),
  row('lx', 'lx', '1', '勒克斯 lx'),
  // concentration that is printed without a denominator 浓度
  row('[ppm]', '1', '1e-6', 'ppm PPM'),
  row('[ppb]', '1', '1e-9', 'ppb PPB'),
  // a sound level is a logarithm: it has no base unit but itself 声级
  row('dB', 'dB', '1', '分贝 分贝（A） dB（A） dBA dB DB db'),
]

/** Spellings that mean a unit only after / or 每: 吨/日, t/d, 微克/立方, 次/季. */
export const denominators: readonly UnitRow[] = [
  row('d', 's', '86400', '日 天 d D day 昼夜'),
  row('a', 's', '31557600', '年 a yr 年度'),
  row('mo', 's', '2629800', '月 个月'),
  row('h', 's', '3600', '时 小时 h hr'),
  row('wk', 's', '604800', '周'),
  row('min', 's', '60', '分 分钟 min'),
  row('s', 's', '1', '秒 秒钟 s'),
]

/** 比例. A share is no physical dimension: no SI value. */
export const shares: readonly UnitRow[] = [
  row('%', null, '1', '%'),
  row('[ppth]', null, '1', '‰'),
  row('{百分点}', null, '1', '百分点 个百分点 百分點 個百分點 个百分點'),
  row('{千分点}', null, '1', '千分点 个千分点'),
  row('{倍}', null, '1', '倍'),
]

/** 货币: ISO 4217, the part of the main unit that one of it is, spellings. */
export const currencies: readonly (readonly [code: string, part: string, names: string])[] = [
  [
    'CNY',
    '1',
    '元 圆 圓 元整 圆整 圓整 元正 圆正 元钱 块钱 塊錢 元人民币 圆人民币 人民币元 人民币 人民幣 块人民币 RMB rmb CNY',
  ],
  ['CNY', '1/10', '角 毛 角钱 毛钱 毛錢'],
  ['CNY', '1/100', '分钱'],
  ['USD', '1', '美元 元美元 美金 元美金 美圆 美刀 美圓 US$ USD'],
  ['USD', '1/100', '美分'],
  ['EUR', '1', '欧元 元欧元 歐元 欧 EUR'],
  ['EUR', '1/100', '欧分'],
  ['GBP', '1', '英镑 英鎊 镑 GBP'],
  ['GBP', '1/100', '便士 新便士'],
  ['JPY', '1', '日元 元日元 日圆 日圓 日币 日幣 JPY'],
  ['JPY', '1/100', '日本銭 日本钱 銭'],
  ['HKD', '1', '港元 元港元 港币 元港币 港幣 元港幣 港圆 港圓 港纸 HKD HK$'],
  ['HKD', '1/100', '港仙'],
  ['TWD', '1', '台币 台幣 新台币 新臺幣 新台幣 元新台币 元台币 TWD'],
  ['MOP', '1', '澳门元 澳门币 澳門元 葡币 MOP'],
  ['KRW', '1', '韩元 韩圆 韓元 韩币 韓圜 KRW'],
  ['KPW', '1', '朝鲜元 朝元'],
  ['AUD', '1', '澳元 澳大利亚元 澳洲元 澳币 澳幣 AUD'],
  ['CAD', '1', '加元 加拿大元 加币 加幣 CAD'],
  ['NZD', '1', '新西兰元 纽元 纽币 NZD'],
  ['SGD', '1', '新加坡元 新加坡币 新元 新币 坡币 SGD'],
  ['RUB', '1', '卢布 盧布 俄罗斯卢布 RUB'],
  ['RUB', '1/100', '戈比'],
  ['INR', '1', '印度卢比 卢比 盧比 INR'],
  ['PKR', '1', '巴基斯坦卢比'],
  ['CHF', '1', '瑞士法郎 瑞郎 CHF'],
  ['THB', '1', '泰铢 泰銖 铢 THB'],
  ['VND', '1', '越南盾 VND'],
  ['IDR', '1', '印尼盾 印尼卢比 印度尼西亚盾 IDR'],
  ['MYR', '1', '林吉特 马来西亚林吉特 马币 令吉 MYR'],
  ['PHP', '1', '菲律宾比索 PHP'],
  ['MXN', '1', '墨西哥比索 MXN'],
  ['BRL', '1', '雷亚尔 巴西雷亚尔 BRL'],
  ['ZAR', '1', '兰特 南非兰特 ZAR'],
  ['SEK', '1', '瑞典克朗 SEK'],
  ['NOK', '1', '挪威克朗 NOK'],
  ['DKK', '1', '丹麦克朗 DKK'],
  ['CZK', '1', '捷克克朗'],
  ['ISK', '1', '冰岛克朗'],
  ['TRY', '1', '土耳其里拉 新土耳其里拉'],
  ['ITL', '1', '意大利里拉'],
  ['DEM', '1', '德国马克 马克'],
  ['FRF', '1', '法国法郎 法郎'],
  ['PLN', '1', '兹罗提'],
  ['HUF', '1', '福林'],
  ['UAH', '1', '格里夫纳'],
  ['KZT', '1', '坚戈'],
  ['MNT', '1', '图格里克'],
  ['MMK', '1', '缅甸元 缅元'],
  ['KHR', '1', '瑞尔'],
  ['LAK', '1', '基普'],
  ['SAR', '1', '沙特里亚尔'],
  ['IRR', '1', '伊朗里亚尔'],
  ['AED', '1', '迪拉姆 阿联酋迪拉姆'],
  ['ILS', '1', '谢克尔 新谢克尔'],
  ['KWD', '1', '科威特第纳尔'],
  ['IQD', '1', '伊拉克第纳尔'],
  ['EGP', '1', '埃及镑'],
  ['XBT', '1', '比特币'],
]

/** Signs and names that stand before the figure: ￥300, 人民币 50元, 港币两千九百六十元. Longer first. */
export const currencyPrefixes: readonly (readonly [code: string, names: string])[] = [
  ['CNY', '￥ ¥ 人民币 人民幣 RMB CNY'],
  ['HKD', 'HK$ 港币 港幣 HKD'],
  ['TWD', 'NT$ 新台币 新臺幣 台币'],
  ['AUD', 'A$ AU$'],
  ['CAD', 'C$ CA$'],
  ['USD', 'US$ $ 美元 美金 USD'],
  ['EUR', '€ 欧元 EUR'],
  ['GBP', '£ ￡ 英镑 GBP'],
  ['KRW', '₩ 韩元'],
  ['JPY', 'JPY 日元'],
]

/** Words before a figure in 万 or 亿 without a unit that make it money: 完成投资2.3亿. Pieces of a pattern. */
export const moneyNouns =
  '投资|资金|经费|金额|款项?|专款|欠款|费用?|补助|补贴|奖补|奖金|预算|支出|收入|产值|损失|罚没|税收?|债务|贷款|融资|造价|概算|决算|结余|缺口|营收|利润|工资|薪酬|专债|债券|基金|捐款|保证金|合同价|估值|总价'

/** What may stand behind such a figure: a bound, or what the money is for. */
export const moneyTails = '以上|以下|以内|左右|用于|用来|支持|购|修建|建成|建设|实施'

/** Units of what a plant can do; 2×600MW is one of 1200 MW. SI units. */
export const capacities: ReadonlySet<string> = new Set(['W', 'kg/s', 'm3/s'])
