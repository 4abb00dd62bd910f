/**
 * What each departure of a report from a reading costs. A reading of the layout is the cheaper the shorter it describes the
 * report: what is as expected costs nothing. Fitted on composed layouts and fixtures by `npm run fit`.
 */
export const weights = {
  // grammars: how much it takes to say what opens an item
  /** Items open with a label (反馈问题：) and not with a mark. */
  grammarLabel: 0.4,
  /** Items open with headings of the format, or with bold lines. */
  grammarHeading: 0.4,
  /** Items open with unnumbered lines that read like problems. */
  grammarPlain: 0.8,
  /** Items open with an unnumbered line before a label that comes again and again. */
  grammarBefore: 1,
  /** Two styles of marks open items. */
  grammarPair: 1.2,
  /** Marks of several styles over fields open items, whatever they count. */
  grammarMixed: 3,
  /** Marks of two levels open items, the upper where it has none of the lower below it. */
  grammarLevels: 1.2,
  /** The report is one item. */
  grammarSingle: 1.5,
  /** Nothing is an item. */
  grammarNone: 3,
  /** Nothing is an item though the text speaks of rectification again and again. */
  noneThough: 4,
  /** A list of one item. */
  listOfOne: 1.5,
  /** Bare problems, though a list of rectification is attached. */
  listBare: 3,
  /** The report declares another number of items. */
  declaredOther: 2,

  // what opens an item
  openNotFirst: 2.2,
  openSkip: 2,
  openRepeat: 2,
  openRestart: 0.3,
  openRestartBare: 3,
  openJump: 3.5,
  /** An opener does not read like a problem. */
  openUnlike: 0.8,
  /** An opener begins like an action. */
  openAction: 1.2,
  /** An opener is called as chapters are (组织领导). */
  openChapter: 2,
  /** An opener under a chapter of other things. */
  openUnderOther: 1.5,
  /** An opener of a style of runs (一是, 第一，). */
  openRun: 2,
  /** An opener is a line of closing, a title, a body alone. */
  openOdd: 3,
  /** An opener without its number, or with the mark of another list. */
  openMisprint: 2,
  /** An opener in the middle of a count of marks in a field. */
  openBreaksRun: 1.5,
  /** An item opens with a label that the others do not have. */
  openStrange: 1.5,
  /** An item opens with another field than its problem. */
  openField: 1,
  /** A number alone, with its words on another line. */
  openEmptyLine: 0.3,

  // an item beside its siblings
  itemMissing: 0.8,
  itemExtra: 0.4,
  itemEmpty: 1,
  /** A label is left without a value. */
  itemStarved: 1.5,
  itemLong: 1.5,

  // labels
  labelRepeat: 2,
  labelOrder: 0.4,
  labelProblemLate: 2,
  labelStrange: 0.8,
  labelBare: 0.6,
  labelStop: 1,
  labelGlued: 1,
  labelAlone: 0.2,
  /** A numbered label whose number does not go on with those of its item. */
  labelNumber: 1,
  /** A numbered label that goes on with the chapters' or the items' count. */
  labelContinues: 2,
  /** A line reads like a label and its words are of no known field. */
  labelUnknown: 1.2,
  /** Labels that no reading takes. */
  labelOutside: 1.5,

  // words under a problem or a label
  valueShort: 1.2,
  valueShortMark: 2,
  valueProse: 1.5,
  valueJump: 0.8,
  valueMisprint: 0.3,
  /** A short line right over an opener is no heading. */
  valueBeforeOpener: 0.8,
  /** A mark that opens items elsewhere, over words like a problem's. */
  valueOpener: 0.6,
  /** A bold sentence over a paragraph, taken for one of an item's lines. */
  valueBold: 0.3,
  valueContinuesOpener: 1.5,
  valueContinuesHeading: 1.5,
  valueProblem: 1.8,
  valueState: 1,
  /** A line with a label is no field of its own. */
  valueLabel: 2.2,
  valueOutlook: 1.5,
  valueTitle: 2.5,
  valueClosing: 2.5,
  valueBody: 1,
  /** 问题2 or 第二部分 inside a field. */
  valueIssue: 2,
  /** A mark of a style that other items have not. */
  valueStrange: 0.4,
  /** A few words like a heading's inside a field. */
  valuePlain: 1.6,
  /** Unmarked words behind a list. */
  valueLoose: 0.8,
  valueHeading: 1.5,
  valueCategory: 1.2,
  /** A measure goes on behind the unit or the day of the one before it. */
  valueResume: 0.5,
  /** More words between a problem and the first label. */
  valueBeforeLabel: 0.2,

  // headings
  headingPlain: 1.5,
  headingPlainKnown: 0.4,
  headingJump: 2,
  headingRestart: 0.3,
  headingMisprint: 1,
  headingLong: 1,
  headingSentence: 1.5,
  headingStops: 0.1,
  /** A numbered sentence over a paragraph and nothing else. */
  headingIdle: 0.5,
  headingProblem: 1.6,
  headingState: 1.5,
  headingLabel: 2,
  headingLabelAlone: 0.4,
  /** （一）反馈问题：… over numbered problems. */
  headingLabelProblem: 0.8,
  headingOpenerStyle: 0.5,
  headingContinuesOpener: 1.2,
  headingBreaksRun: 1,
  headingAction: 0.2,
  headingNewInside: 1,
  headingAgain: 0.8,
  headingTitle: 1.5,
  /** A heading with a mark of runs (一是). */
  headingRun: 2,
  /** A state on a line of its own that reads like a heading, over an item. */
  stateHeads: 1.5,
  headingOdd: 0.8,

  // words outside items
  proseProblem: 1.2,
  /** A numbered line that reads a little like a problem. */
  proseLike: 0.3,
  proseState: 1.5,
  /** 问题2 that no item opens with. */
  proseIssue: 1,
  /** A numbered short line that heads nothing. */
  proseHeading: 0.6,
  proseOpener: 0.4,
  proseContinuesOpener: 1.5,
  /** Words outside behind an item that no closing line parts from it. */
  closePlain: 3,
  closeTitle: 0.3,
  closeAfterShort: 1,
  /** An item after the report's own end. */
  openAfterEnd: 1,

  // another list
  otherEnter: 3,
  otherLine: 0.05,
  otherLabel: 0.6,
  otherProblem: 0.8,
  otherBefore: 3,

  // tables
  /** A row of a table that names problems is no item. */
  rowOutside: 1.5,
} as const

export type Rule = keyof typeof weights
export type Weights = Readonly<Record<Rule, number>>
