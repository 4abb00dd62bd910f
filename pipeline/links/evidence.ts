/**
 * What speaks for a link and what against it, as data: each rule's weight is added to the share of words that the two problems have in common.
 * The weights were set by hand on pairs composed in tests/links/ and are pinned there.
 */

/** From this certainty on a link holds; below it a person is asked. */
export const LINKED = 0.72
/** Below this a link is not even suggested. */
export const SUGGESTED = 0.45
/** Least share of common words for which two problems are looked at. */
export const LEAST_SHARE = 0.3

export const evidence = {
  letters: [0.1, 'the letters are the same · 文字相同'],
  clauses: [0.06, 'every clause of the shorter stands in the longer, in order · 短文各分句均见于长文'],
  number: [0.1, 'the same number in lists that are numbered alike · 序号相同'],
  number_against: [-0.12, 'another number in lists that are numbered alike · 序号不同'],
  between: [0.12, 'stands between the same neighbours · 前后条目相同'],
  only_one_left: [0.14, 'the only one left between the same neighbours · 前后条目之间仅余此条'],
  category: [0.05, 'under the same heading · 类别相同'],
  goal: [0.12, 'the same goal · 整改目标相同'],
  figures: [-0.3, 'a figure differs · 个别数字不同'],
  all_figures: [-0.5, 'its figures differ · 数字不同'],
  name: [-0.5, 'one letter of a name differs · 名称有一字不同'],
  names: [-0.6, 'another place or body is named · 地名或单位名不同'],
  places: [-0.6, 'other regions are named · 行政区划不同'],
  rival: [-0.32, 'another item is as like · 另有同样相似的条目'],
  few_letters: [-0.3, 'few letters · 文字过短'],
  part: [-0.12, 'a small part of the other · 仅为对方一小部分'],
  region_unknown: [-0.3, 'a region is not known · 行政区划不明'],
  programme_unknown: [-0.04, 'an inspection or its round is not known · 督察或轮次不明'],
  programme_other: [-0.4, 'another inspection or round · 督察或轮次不同'],
  look_back: [-0.2, 'one of them is a look-back · 仅一方为“回头看”'],
} as const satisfies Record<string, readonly [weight: number, meaning: string]>

export type Rule = keyof typeof evidence
