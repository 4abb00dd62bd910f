/** Commands that follow a problem through its reports, and keep what people know better. */
import { type CommandSpec, db, json, quiet } from './command-spec.js'

export const PROBLEM_COMMANDS: CommandSpec[] = [
  {
    name: 'history',
    args: '<item>',
    summary: 'a problem through the years 问题沿革',
    description: `Shows what each report says of a problem, oldest first, what became of it, and where the reports contradict one another: done and open again, a deadline moved.`,
    options: [db, json, quiet],
    examples: [['taizhang history 3fa9c1d2e4b5#12', 'an item, by the key that list --items prints']],
    load: () => import('./history.js'),
  },
  {
    name: 'link',
    args: '',
    summary: 'which items tell the same problem 关联同一问题',
    description: `Links items that tell the same problem: a plan's and its progress reports', a county's copy of its province's item. Ingest does so for each report as it comes;
this links what was left out (ingest --no-index), or all anew. What is not sure enough is a suggestion, and joins nothing until a person confirms it.`,
    options: [
      db,
      ['--all', 'make all links anew; what people confirmed or rejected stays so'],
      ['--review', 'list the suggestions, with both problems in full'],
      ['--report <key>', 'list the links of one report: key, beginning of its id, or source'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang link --review', 'then confirm or reject'],
      ['taizhang link --report 3fa9c1d2e4b5 --json', ''],
      ['taizhang link --all', ''],
    ],
    load: () => import('./link.js'),
  },
  {
    name: 'confirm',
    args: '<link...>',
    summary: 'say that a link is right 确认关联',
    description: `Confirms links, by the numbers that link --review prints, or two items as KEY#1=KEY#2. The decision is kept by the items' words and survives every re-parse and new version.`,
    options: [db, ['--by <name>', 'who decides'], ['--why <words>', 'why'], json, quiet],
    examples: [
      ['taizhang confirm 17 18', ''],
      ['taizhang confirm 3fa9c1d2e4b5#12=8be01c77ab90#9 --by 张某', 'two items that no rule links'],
    ],
    load: async () => ({ run: (await import('./decide.js')).decide('confirmed') }),
  },
  {
    name: 'reject',
    args: '<link...>',
    summary: 'say that a link is wrong 否定关联',
    description: `Rejects links, as confirm confirms them: the two items are not joined by it again.`,
    options: [db, ['--by <name>', 'who decides'], ['--why <words>', 'why'], json, quiet],
    examples: [['taizhang reject 19 --why 不是同一个镇', '']],
    load: async () => ({ run: (await import('./decide.js')).decide('rejected') }),
  },
  {
    name: 'diff',
    args: '<a> <b>',
    summary: 'what changed from one report to another 比对',
    description: `Compares two reports, or two versions of one: items that are new, that are gone, and that say otherwise: state, closure, deadline, lead units, words of the problem. Items are matched as links are.
Exit code 0 whether or not something changed.`,
    options: [db, json, quiet],
    examples: [
      ['taizhang diff 3fa9c1d2e4b5 8be01c77ab90', 'keys, as list and list --versions print them'],
      ['taizhang diff plan.docx progress.docx --json', ''],
    ],
    load: () => import('./diff.js'),
  },
  {
    name: 'correct',
    args: '<item> <field> <value>',
    summary: 'correct what was read, for good 更正',
    description: `Corrects a field of an item: status, closure, due, lead_units, responsible_units, category or problem. The record stays as it was read; every list, view and export
shows the right value and marks it (*). It is kept by what the item is, and survives every re-parse and new version; where the words beneath have changed it is in doubt (?), neither lost nor forced.
The value none says that the report does not say. Exit code 1 where the field cannot hold the value.`,
    options: [
      db,
      ['--why <words>', 'how this is known'],
      ['--by <name>', 'who says so'],
      ['--day <day>', 'when (default: today)'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang correct 3fa9c1d2e4b5#12 status completed --why 现场核实 --by 张某', ''],
      ['taizhang correct 3fa9c1d2e4b5#12 due 2025-06-30 --why 见更正通知 --by 张某', ''],
      ['taizhang correct 3fa9c1d2e4b5#12 lead_units 水利局、住建局 --why 分工调整 --by 张某', ''],
    ],
    load: async () => ({ run: (await import('./correct.js')).correct }),
  },
  {
    name: 'note',
    args: '<item> <words>',
    summary: 'note something beside an item 备注',
    description: 'Keeps a remark beside an item, as long as a correction is kept.',
    options: [db, ['--by <name>', 'who says so'], ['--day <day>', 'when (default: today)'], json, quiet],
    examples: [['taizhang note 3fa9c1d2e4b5#12 "等待省里复核" --by 张某', '']],
    load: async () => ({ run: (await import('./correct.js')).note }),
  },
  {
    name: 'corrections',
    args: '',
    summary: 'list, hand on and take in corrections 更正一览',
    description: `Lists what people corrected and noted. A file of them (JSONL) hands them on to another ledger, which finds the items by document or source and by their words.`,
    options: [
      db,
      ['--export <file>', 'write them all'],
      ['--import <file>', 'take in those that are not known'],
      ['--as-fixture <report>', 'print the expected record of a report, corrections laid over, as JSON for a test'],
      ['--drop <n>', 'take one back'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang corrections', ''],
      ['taizhang corrections --export corrections.jsonl', ''],
      ['taizhang corrections --import corrections.jsonl --db team.db', ''],
      ['taizhang corrections --as-fixture 3fa9c1d2e4b5 > expected.json', 'read it against the report before it is gold'],
    ],
    load: () => import('./corrections.js'),
  },
]
