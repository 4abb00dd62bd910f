/** Tables of what the values parsers find anywhere in an item. */
import * as codes from './codes.js'
import { coded, date, day, figure, key, number, ofItem, span, type Table, text, words } from './columns.js'

export const mentions: readonly Table[] = [
  ofItem('quantities', '数量', 'Quantities', '问题中的数量', 'quantities', 'quantity', [
    words('x'),
    figure('value', 'x.value', '数值', 'Figure; of a range, its low end', '数值，区间取下限'),
    number('low', 'x.low', '下限', 'Low end of a range'),
    number('high', 'x.high', '上限', 'High end of a range'),
    coded(key('comparator', 'x.comparator', '比较', '=, >=, >, <=, < or ~', '比较关系'), codes.comparators),
    text('unit', 'x.unit', '单位', 'UCUM code, printed unit in braces, or ISO 4217', '单位代码'),
    text('unit_text', 'x.unit_text', '原文单位', 'Unit as printed'),
    number('si_value', 'x.si_value', '国际单位值', 'Figure in the base unit of its dimension', '国际单位制数值'),
    text('si_unit', 'x.si_unit', '国际单位', 'That unit', '国际单位制单位'),
    coded(text('change', 'x.change', '增减', 'up or down', '上升或下降'), codes.changes),
    coded(text('change_kind', 'x.change_kind', '增减方式', 'Changed by, or changed to', '增减幅度或增减至'), codes.changeKinds),
    text('subject', 'x.subject', '指标主体', 'What the figure measures'),
    span('x'),
  ]),
  ofItem('dates', '日期', 'Dates', '问题中的日期', 'dates', 'date', [
    words('x'),
    day('start_date', 'x.start_date', '起始日', 'First day, inclusive', '起始日（含）'),
    day('end_date', 'x.end_date', '截止日', 'Last day, inclusive', '截止日（含）'),
    coded(key('precision', 'x.precision', '精度', 'Precision of the words', '原文精度'), codes.precisions),
    coded(key('relation', 'x.relation', '时间关系', 'by (前), since (以来), at or during', '时间关系'), codes.relations),
    span('x'),
  ]),
  ofItem('references', '引用', 'References', '问题中引用的文件与标准', 'refs', 'ref', [
    text('title', 'x.title', '标题', 'Title of the document or standard', '文件或标准名称'),
    text('document_number', 'x.number', '文号', 'Document or standard number', '文号或标准号'),
    span('x'),
  ]),
  ofItem('targets', '量化目标', 'Targets', '整改目标中可量化的部分', 'targets', 'target', [
    key('indicator', 'x.indicator', '指标', 'What is measured'),
    coded(key('comparator', 'x.comparator', '比较', '=, >=, >, <=, < or ~', '比较关系'), codes.comparators),
    figure('value', 'x.value', '数值', 'Figure'),
    text('unit', 'x.unit', '单位', 'UCUM code or printed unit in braces', '单位代码'),
    date('by', 'x.by_date', '期限', 'Last day'),
    text('per', 'x.per', '周期', 'Each: a is year', '周期'),
    words('x'),
    span('x'),
  ]),
  ofItem('places', '地点', 'Places', '问题中提及的行政区划', 'places', 'place', [
    key('name', 'x.name', '名称', 'Name in full', '全称'),
    text('code', 'x.code', '区划代码', 'GB/T 2260 code', '行政区划代码'),
    coded(text('level', 'x.level', '级别', 'nation, province, city, county or township', '行政级别'), codes.levels),
    span('x'),
  ]),
]
