/** What stands behind the list and its chapters: signature, notices, and annexes with lists of their own. */
import type { Layout } from '../axes.js'
import type { Rng } from '../rng.js'
import type { Block } from '../types.js'
import { drawNames } from './bodies.js'
import { line } from './front.js'
import { offices } from './offices.js'

const dayOf = (rng: Rng): string => `2024年${rng.int(1, 12)}月${rng.int(1, 28)}日`

export function printBack(layout: Layout, rng: Rng): Block[] {
  const { signs, self } = offices[layout.issuer]
  switch (layout.back) {
    case 'none':
      return []
    case 'signature':
      return [line(signs, 'right')]
    case 'signatureDate':
      return [line(signs, 'right'), line(dayOf(rng), 'right')]
    case 'attachments':
      return [
        line('附件：1.整改工作领导小组成员名单', 'body'),
        line('2.整改销号流程图', 'body'),
        line(signs, 'right'),
        line(dayOf(rng), 'right'),
      ]
    case 'contacts':
      return [
        line('欢迎社会各界监督，如对上述情况有不同看法，可通过以下方式与我们联系。', 'body'),
        line(`联系人：${drawNames(rng, 1)[0]}`, 'body'),
        line(`联系电话：0539-${rng.int(2000000, 8999999)}`, 'body'),
        line('通讯地址：城关大道108号；邮政编码：410200', 'body'),
      ]
    case 'period': {
      const month = rng.int(1, 12)
      return [
        line(
          `公示期：2024年${month}月6日至${month}月12日（5个工作日）。公示期内对以上内容有不同意见的，可来信来访向${signs}提出，信函以邮局日戳为准。`,
          'body',
        ),
        line(`监督电话：0539-${rng.int(2000000, 8999999)}　电子邮箱：zgb${rng.int(100, 999)}@example.com`, 'body'),
        line(signs, 'right'),
        line(dayOf(rng), 'right'),
      ]
    }
    case 'pageFoot':
      return [
        line(signs, 'right'),
        line(dayOf(rng), 'right'),
        ...[
          `责任编辑：${drawNames(rng, 1)[0]}`,
          rng.pick(['扫一扫在手机打开当前页', '【打印本页】 【关闭窗口】']),
          `上一篇：${rng.pick(['关于开展公共机构节能宣传的通知', '2024年部门预算公开目录'])}`,
          `下一篇：${rng.pick(['便民服务中心办事指南', '关于公开征集意见建议的公告'])}`,
          `版权所有：${signs}　网站标识码：${rng.int(3700000000, 3799999999)}`,
        ].map((text) => line(text, 'plain')),
      ]
    case 'next':
      return [line(`下一步，${self}将持续巩固成果，对照反馈意见举一反三，推动各项工作再上新台阶。`, 'body')]
  }
}

const complaints = [
  ['反映夜市烧烤油烟直排、深夜营业噪声大', '属实', '责令4家烧烤店安装油烟净化器，规定22时后停止室外经营'],
  ['反映养猪场臭味影响周边居民', '部分属实', '养殖场已加盖封闭粪污池，喷洒除臭剂，每日清粪2次'],
  ['反映小区门口垃圾桶长期满溢', '属实', '增设分类垃圾桶6组，清运频次调整为每日3次'],
  ['反映修车铺废机油倒入下水道', '属实', '责令更换收集桶并签订危险废物处置合同，罚款8000元'],
  ['反映石料厂运输车辆带泥上路', '部分属实', '厂区出口增设洗车平台，安排专人冲洗'],
  ['反映广场舞音响声音过大', '属实', '与舞蹈队约定活动时段和音量，派员巡查劝导'],
  ['反映河边有人焚烧秸秆', '不属实', '现场未发现焚烧痕迹，已加强巡查和宣传'],
  ['反映饭店隔油池堵塞污水外溢', '属实', '饭店已疏通隔油池，签订定期清掏协议'],
  ['反映加油站卸油时气味刺鼻', '部分属实', '更换油气回收装置密封圈，监测结果达标'],
  ['反映沿街商铺占道经营', '属实', '劝导商铺退店经营，划定临时摊位12个'],
  ['反映快递站凌晨装卸扰民', '属实', '装卸时间调整至7时以后，更换静音推车'],
  ['反映池塘水体发黑发臭', '属实', '完成池塘清淤换水，封堵生活污水排口1处'],
] as const

const duties = [
  '对履职不力的2名科级干部给予诫勉',
  '对检查流于形式的工作人员1名给予政务警告处分',
  '责成3个单位作出书面检查',
  '对4名村干部进行批评教育',
]

export function printAnnex(layout: Layout, rng: Rng): Block[] {
  if (layout.annex === 'none') return []
  const cases = rng.sample(complaints, rng.int(2, 12))
  switch (layout.annex) {
    case 'complaints':
      return [
        line('附件', 'plain'),
        line('群众信访举报转办件办理情况', 'centre'),
        ...cases.map(([what, found, done], at) =>
          line(
            `${at + 1}．反映问题：${what}。调查核实情况：${found}。办理情况：${done}。办理状态：${rng.pick(['办结', '阶段性办结'])}。`,
            'body',
          ),
        ),
      ]
    case 'complaintsLabels':
      return [
        line('附件2', 'plain'),
        line('信访交办件办理情况一览', 'centre'),
        ...cases.flatMap(([what, found, done], at) => [
          line(`受理编号：X2024${String(at + 11).padStart(4, '0')}`, 'body'),
          line(`举报内容：${what}。`, 'body'),
          line(`是否属实：${found}`, 'body'),
          line(`处理情况：${done}。`, 'body'),
        ]),
      ]
    case 'names': {
      const [leader = '', ...others] = drawNames(rng, 5)
      return [
        line('附件', 'plain'),
        line('整改工作领导小组成员名单', 'centre'),
        line(`组　长：${leader}`, 'body'),
        line(`副组长：${others.slice(0, 2).join('、')}`, 'body'),
        line(`成　员：${others.slice(2).join('、')}`, 'body'),
      ]
    }
    case 'duty':
      return [
        line('附件', 'plain'),
        line('责任追究情况', 'centre'),
        ...rng.sample(duties, rng.int(2, 4)).map((text, at) => line(`${at + 1}.${text}。`, 'body')),
      ]
  }
}
