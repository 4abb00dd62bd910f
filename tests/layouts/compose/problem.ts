/** The problem's words in the layout's form, as one paragraph or two. */
import type { Layout } from '../axes.js'
import type { Rng } from '../rng.js'
import type { Topic } from '../types.js'

/** Further sentences that make a problem long. */
const more = [
  '上述问题在以往检查中已多次指出，但责任单位重视不够，整改标准不高，同类问题反复出现',
  '主管部门日常监管手段单一，满足于发文件、开会议，对基层落实情况心中无数',
  '对群众反映的诉求回应不及时，个别工作人员存在推诿扯皮、敷衍塞责现象',
]
type OwnForm = Exclude<Layout['problemForm'], 'mixed'>
const forms: OwnForm[] = ['fault', 'quoted', 'noun', 'faultDetail']

export function printProblem(topic: Topic, layout: Layout, rng: Rng): string[] {
  const form = layout.problemForm === 'mixed' ? rng.pick(forms) : layout.problemForm
  const inner = topic.quoted.replaceAll('“', '‘').replaceAll('”', '’')
  const words: Record<OwnForm, string> = {
    fault: topic.fault,
    faultDetail: `${topic.fault}。${topic.detail}`,
    quoted: `关于“${inner}”的问题`,
    quotedWord: `关于“${inner}”问题`,
    about: `关于${topic.quoted}的问题`,
    noun: topic.noun,
    long: `${topic.fault}。${topic.detail}。${rng.sample(more, 2).join('。')}`,
  }
  const end = layout.problemEnd === 'full' || layout.itemShape === 'paragraph' ? '。' : ''
  if (layout.problemParagraphs === 'one') return [`${words[form]}${end}`]
  const second = form === 'faultDetail' || form === 'long' ? rng.pick(more) : `经查，${topic.detail}`
  return [`${words[form]}。`, `${second}${end}`]
}
