/** Tables of what was noticed: declared totals, diagnostics, files that failed. */
import * as codes from './codes.js'
import { boolean, coded, count, integer, key, nth, report, span, type Table, table, text, words } from './columns.js'

export const checkTables: readonly Table[] = [
  table(
    'declared_totals',
    '自报总数',
    'Declared totals',
    '报告自报数与抽取数的核对',
    'declared_totals t JOIN reports r USING (report)',
    't.total',
    ['report', 'number'],
    { report: 'reports' },
    [
      report,
      nth('t.total', 'report', '报告'),
      key('measure', 't.measure', '统计项', 'items, status:<code>, deadline:<year> or deadline:ongoing', '统计项'),
      count('declared', 't.declared', '自报数', 'Figure in the report', '报告自报数'),
      integer('extracted', 't.extracted', '抽取数', 'Figure counted in the record', '抽取所得数'),
      boolean('agrees', 't.agrees', '一致', 'Whether both are the same; empty: cannot be checked', '是否一致，空为无法核对'),
      words('t'),
      span('t'),
    ],
  ),
  table(
    'diagnostics',
    '诊断',
    'Diagnostics',
    '解析诊断信息',
    'diagnostics d JOIN reports r USING (report)',
    'd.diagnostic',
    ['report', 'number'],
    { report: 'reports' },
    [
      report,
      nth('d.diagnostic', 'report', '报告'),
      key('code', 'd.code', '规则', 'Rule'),
      coded(key('severity', 'd.severity', '级别', 'info, warning or error', '提示、警告或错误'), codes.severities),
      text('message', 'd.message', '说明', 'What it is'),
      integer('item_number', 'd.item', '问题序号', 'Number of the item that it is about', '相关问题的序号'),
      span('d'),
    ],
  ),
  {
    ...table('failures', '失败文件', 'Failed files', '未能解析的文件', 'failures f', '', ['number'], {}, [
      count('number', 'row_number() OVER (ORDER BY f.source, f.resolved)', '序号', 'Number in this table, from 1', '表内序号'),
      key('source', 'f.source', '来源', 'Path or URL as given', '来源路径或网址'),
      text('id', 'f.id', '文件指纹', 'sha256 of the source bytes', '源文件的sha256'),
      key('parser_version', 'f.parser_version', '解析器版本', 'Version of the parser'),
      text(
        'reasons',
        `(SELECT group_concat(code || ': ' || message, char(10) ORDER BY diagnostic) FROM failure_diagnostics d WHERE d.failure = f.failure)`,
        '原因',
        'Why it failed, one diagnostic a line',
        '失败原因',
      ),
    ]),
    order: 'f.source, f.resolved',
  },
]
