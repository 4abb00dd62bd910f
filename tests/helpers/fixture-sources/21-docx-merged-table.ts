/** A checklist as a landscape table in two parts: the 序号 column is an automatic list, cells are merged over rows, the header stands again. */
import { buildDocx, type CellInput, numbering, paragraph, run, table } from '../build-docx.js'

const number = (rowspan = 1): CellInput => ({ content: paragraph('', { list: [1, 0], align: 'center' }), rowspan })
const bold = (text: string): CellInput => ({ content: paragraph(run(text, { bold: true }), { align: 'center' }) })
const header: CellInput[] = ['序号', '反馈问题', '整改目标', '具体整改措施', '责任单位', '责任人', '整改期限', '督导单位'].map(
  bold,
)

const first: CellInput[][] = [
  header,
  [{ content: paragraph(run('一、推动绿色发展方面', { bold: true })), colspan: 8 }],
  [
    number(),
    '莫莫格湿地补水通道淤积，生态补水量达不到批复要求。',
    '恢复补水通道过流能力，年生态补水量不少于1.2亿立方米。',
    '1.清淤疏浚补水干渠23公里。\n2.修订补水调度方案，建立水量计量台账。\n3.每年3月、9月各开展一次湿地水文监测。',
    '县水利局\n莫莫格国家级自然保护区管理局',
    '单世杰',
    '2022年10月底前',
    { text: '县委督查室', rowspan: 3 },
  ],
  [
    number(2),
    { text: '盐碱地开发项目未严格落实环评要求，退水直接排入嫩江湾附近泡沼。', rowspan: 2 },
    { text: '退水全部经生态沟渠净化后排放，开发项目环评手续齐全。', rowspan: 2 },
    '对2015年以来的17个盐碱地开发项目逐个核查环评手续，未批先建的依法处罚。',
    '白城市生态环境局镇赉县分局',
    '佟 岩',
    '2022年6月30日',
  ],
  ['新建生态沟渠46公里、净化塘9处。', '县农业农村局', '敖其尔', '2023年底'],
  [{ content: paragraph(run('二、环境基础设施建设方面', { bold: true })), colspan: 8 }],
  [
    number(),
    '县污水处理厂污泥长期堆存在厂区内，产生量与处置量台账对不上。',
    '存量污泥全部规范处置，台账真实完整。',
    '委托有资质单位分批转运处置存量污泥约5600吨；安装地磅和视频监控，执行转移联单制度。',
    { text: '县住房和城乡建设局', rowspan: 2 },
    '隋广田',
    '2022年8月底前',
    { text: '县政府办公室', rowspan: 2 },
  ],
  [
    number(),
    '镇赉镇等3个建制镇生活污水处理设施“建而不用”。',
    '设施正常运行，出水稳定达标。',
    '（1）逐镇排查停运原因；\n（2）落实运行经费每年380万元；\n（3）委托专业公司统一运维。',
    '隋广田、初 晓',
    '立行立改，并长期坚持',
  ],
]
const second: CellInput[][] = [
  header,
  [{ content: paragraph(run('三、其他方面', { bold: true })), colspan: 8 }],
  [
    number(),
    '城区供热企业煤场未封闭，冬季空气质量波动大。',
    '两家供热企业煤场全部封闭。',
    '督促企业新建全封闭煤棚1.4万平方米，过渡期全覆盖并定时洒水。',
    '县住房和城乡建设局、县工业和信息化局',
    '隋广田、车晓冬',
    '2022年供暖期前（10月20日）',
    '白城市生态环境局镇赉县分局',
  ],
  [
    number(),
    '废弃农药包装物回收体系不健全，田间地头随意丢弃现象普遍。',
    '回收网点覆盖全部行政村，回收率达到80%以上。',
    '设立回收网点141个，按0.2元/个给予回收补助，集中无害化处置。',
    '县农业农村局、各乡镇（场）',
    '敖其尔',
    '持续推进',
    '无',
  ],
]

const body = [
  paragraph('附件2'),
  paragraph(run('镇赉县贯彻落实第二轮中央生态环境保护督察', { bold: true }), { align: 'center' }),
  paragraph(run('反馈问题整改措施清单', { bold: true }), { align: 'center' }),
  table(first, { headerRows: 1 }),
  paragraph('<w:r><w:br w:type="page"/></w:r>'),
  table(second, { headerRows: 1 }),
  paragraph('填表说明：整改期限以上级批复为准。'),
]

/** Bytes of report.docx. */
export const build = (): Uint8Array =>
  buildDocx({ body, numbering: numbering([[{ format: 'decimal', text: '%1', suffix: 'nothing' }]], [{ definition: 0 }]) })
