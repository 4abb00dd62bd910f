/** A ledger to look at: three reports of one county, two of them about the same problems, and one of another province. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ledger, openLedger } from '../../output/store/index.js'
import { parseReport } from '../../pipeline/parse.js'

const plan = `安化县贯彻落实第二轮中央生态环境保护督察反馈意见整改方案

根据督察反馈意见，制定本方案。共有3个问题。

一、梅城镇生活污水直排洢水河，沿岸12个村没有收集管网。
整改目标：2023年底前农村生活污水治理率达到80%以上。
整改措施：
1.铺设管网18公里。（责任单位：梅城镇政府）
2.建成处理站3座。
牵头单位：县住建局
完成时限：2023年12月底

二、廖家坪矿区边坡裸露，应复绿的260亩只完成了90亩。
整改目标：完成复绿。
整改措施：分片实施复绿。
牵头单位：县自然资源局
完成时限：2024年6月底

三、城区扬尘管控流于形式，抽查的8个工地有5个没有围挡。
整改目标：工地围挡全覆盖。
整改措施：建立巡查制度。
牵头单位：县城管局
完成时限：立行立改，长期坚持
`
const progress = `安化县贯彻落实第二轮中央生态环境保护督察反馈意见整改情况报告

截至2024年3月底，督察反馈的3个问题，已完成整改2个。

一、梅城镇生活污水直排洢水河，沿岸12个村没有收集管网。（正在整改）
整改情况：已铺设管网11公里，建成处理站2座。
牵头单位：县住建局
完成时限：2023年12月底

二、廖家坪矿区边坡裸露，应复绿的260亩只完成了90亩。（已完成整改）
整改情况：260亩已全部复绿。
牵头单位：县自然资源局
完成时限：2024年6月底

三、城区扬尘管控流于形式，抽查的8个工地有5个没有围挡。（正在整改）
整改情况：开展巡查46次。
牵头单位：县城管局
完成时限：2024年9月底
`
const audit = `云南省大理白族自治州祥云县2022年度审计查出问题整改情况

截至2023年11月底，情况如下。

1.专项资金闲置1260万元。（已完成整改）
整改情况：资金已全部拨付。
责任单位：县财政局

2.三个项目未经招标“<b>直接</b>发包”。（未整改）
整改情况：=HYPERLINK("x")正在核查。
责任单位：县交通运输局
整改时限：2023年9月底
`
const news = '今天上午召开了一个会议，会议听取了有关工作的汇报。\n'

export const files: Readonly<Record<string, string>> = {
  'plan.txt': plan,
  'progress.txt': progress,
  'audit.txt': audit,
  'news.txt': news,
}

/** The ledger in a file of its own, with its links; `again` writes the same one anew. */
export async function sampleLedger(): Promise<{ path: string; folder: string; ledger: Ledger }> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-pages-'))
  const path = join(folder, 'ledger.db')
  const ledger = openLedger(path)
  for (const [name, text] of Object.entries(files)) {
    const { report } = await parseReport(new TextEncoder().encode(text), name)
    ledger.put(report, { parserVersion: 'test', resolved: `/reports/${name}` })
  }
  ledger.link()
  return { path, folder, ledger }
}
