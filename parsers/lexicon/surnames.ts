/** Chinese surnames (《百家姓》 and the usual ones beside it), single and compound: a name that opens with none of them is doubted. */
const single =
  '郇亓綦谌庹睢眭甯呙朴蹇镡苌撒揭斛旷沐漆牟皋矫萨阙侴佀昃洑麴蔄瞿褟侣咸赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督晋楚闫法汝鄢涂钦岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖占覃练招麦原柒战柴揭初操苟但庹粟鲜卿仝苑邸郄刑降位代付闭冼冮区丘祖由线揣者么俸仁银玉兰海岩折来才奉盘仇植禤雒萨庆塔召茆信凡展笑楼端木丛候敬邝芦母尧台门拜那木展'
export const compoundSurnames = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '东方',
  '长孙',
  '宇文',
  '轩辕',
  '端木',
  '百里',
  '呼延',
  '南宫',
  '独孤',
  '西门',
  '申屠',
  '太史',
  '钟离',
  '闻人',
  '万俟',
  '赫连',
  '澹台',
  '公冶',
  '宗政',
  '濮阳',
  '淳于',
  '单于',
  '仲孙',
  '鲜于',
  '闾丘',
  '第五',
  '东郭',
  '南门',
  '拓跋',
  '纳兰',
  '左丘',
  '东门',
  '西陵',
  '完颜',
  '段干',
  '梁丘',
  '司空',
  '司寇',
  '子车',
  '颛孙',
  '乐正',
  '漆雕',
  '公西',
  '巫马',
  '公良',
  '羊舌',
  '微生',
  '岳帅',
  '那拉',
  '爱新',
] as const
const singles = new Set(single)
const compounds = new Set<string>(compoundSurnames)

/** Characters that names of Mongol, Tibetan, Uygur, Kazakh and other peoples are written with (音译). */
const sounds =
  '阿巴布达额尔格其木古哈吉加江卡库拉力丽娜麦米那尼帕热塞沙斯苏塔提图吐托瓦乌希依亚雅玉则扎次仁多顿珠玛卓旺洛桑丹增平措益西央金拉姆德白嘎班典朗杰强巴曲扎顿群培土登贡布索南才让措毛旦周尖罗藏日伊力哈木买合苏甫江阿不都热西提艾尼肯克孜努尔古娜孜叶赛里克别居马巴哈提那仁满都胡斯钦敖其尔特包音朝鲁高娃萨仁琪图雅娅苏和宝乐陶格套呼和毕力格照日格腾哥赫孟根花迪丽热巴帕尔哈提玉素甫吾布尔海尔沙吾提艾合麦提买尔旦祖农'
const soundSet = new Set(sounds)
/** Whether the characters are such a name's; a long one may hold one other: 扎西次仁, 阿依古丽, 关却扎西. */
export const isTransliteration = (text: string): boolean => {
  const others = [...text].filter((c) => !soundSet.has(c)).length
  return (
    others <= (text.length > 3 ? 1 : 0) ||
    (text.length === 4 && others === 2 && soundSet.has(text[2] ?? '') && soundSet.has(text[3] ?? ''))
  )
}

export const isSurname = (c: string): boolean => singles.has(c)
export const isCompoundSurname = (cc: string): boolean => compounds.has(cc)

/** Names that begin with a surname and end as places and works do: 马家沟, 白沙洲, 马钢. Persons whose names end so are rare. */
export const notNamedSo = /[钢矿煤铝铜锌铅化电投药纸糖盐网沟岭湖寨洲坝坪桥头港湾垭坡塘井庄屯堡营铺店集口沱滩冲垸圩岗垌埠山]$/

/** Surnames that begin few names of places: 王伟, 李娜; 金星, 高峰 and 石门 may be towns. */
export const seldomPlaces =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔谭陆汪范廖贾韦傅邹熊孟秦邱侯尹薛闫段雷龙]/
