/** What spoke for and against a link, in words. */
import { evidence, type Rule } from '../../pipeline/links/evidence.js'
import type { Lang } from '../words/index.js'

/** A rule of evidence in one language; the table holds both, with a point between. */
export const ruleText = (rule: string, lang: Lang): string => {
  const text =
    rule in evidence
      ? evidence[rule as Rule][1]
      : rule === 'clash'
        ? 'it would make two problems of one report one · 将使同一报告的两个问题合并'
        : rule
  return text.split(' · ')[lang === 'en' ? 0 : 1] ?? text
}
