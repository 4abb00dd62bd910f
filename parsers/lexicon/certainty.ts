/**
 * How much each sign speaks against a list, as the terms of a logistic function. Fitted by `npm run fit -- --certainty` on composed
 * reports and on the same reports with accidents, none of them used for the weights of the readings.
 */
export const signWeights = {
  /** Where no sign speaks against it. */
  none: 4.31,
  /** Another list leads by little. */
  rival: -2.58,
  /** What a line of the report costs. */
  cost: -3.59,
  /** Lines at which the reading departs from what is expected. */
  departures: -2.17,
  /** Lines outside the items that read like problems. */
  outside: -0.41,
  /** The report declares another number of items. */
  declared: -2.12,
  /** Lines were cut at a margin, or come from a PDF or from pictures. */
  broken: -0.81,
  /** Openers that do not read like problems. */
  unlike: 0,
  /** Problems that hold labels. */
  swallowed: -1.21,
  /** An item is much longer than the others. */
  uneven: -1.79,
  /** One item or two. */
  few: 0,
} as const

export type Sign = Exclude<keyof typeof signWeights, 'none'>
