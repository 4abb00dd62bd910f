// Texts that are made to be slow: runs of one mark, endless lines, thousands of headings, labels, rows. Each is a function of its
// length in characters. bench/linear.mjs measures how the parser's time grows over them, tests/parse.test.ts that it ends.

const chinese = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** 1–999 in Chinese numerals. */
export const numeral = (n) => {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const ten = tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : tens === 1 && hundreds === 0 ? '十' : `${chinese[tens]}十`
  return `${hundreds > 0 ? `${chinese[hundreds]}百` : ''}${ten}${chinese[ones]}`
}

/** Pieces until the length is reached; `make` is given the piece's number from 1. */
const until = (length, make) => {
  let text = ''
  for (let n = 1; text.length < length; n++) text += make(n)
  return text
}
const ordinal = (n) => ((n - 1) % 999) + 1

/** Runs of one mark or word, which stand alone and in every field. */
const runs = {
  digits: '1',
  '1.': '1.',
  '1. 1.': '1. ',
  '1.1.1': '1.1.',
  '1-1-1': '1-1-',
  一: '一',
  '一、': '一、',
  '（': '（',
  '（(': '（(',
  '（）': '（）',
  '（一）': '（一）',
  '（一）。': '（一）。',
  一是: '一是',
  '一是；': '一是；',
  是: '是',
  '、': '、',
  '，': '，',
  '。': '。',
  '；': '；',
  '：': '：',
  '《': '《',
  '《》': '《》',
  '《〈': '《〈',
  '“': '“',
  '〔': '〔',
  '〔2020〕': '〔2020〕',
  万: '万',
  十: '十',
  '%': '%',
  '1万': '1万',
  年: '年',
  '2024年': '2024年',
  '2024年6月': '2024年6月',
  '6月底前': '6月底前',
  '1—': '1—',
  '—': '—',
  '-': '-',
  '~~': '~~',
  blanks: ' ',
  'wide blanks': '\u3000',
  lines: '\n',
  letters: 'a',
  A1: 'A1',
  县: '县',
  局: '局',
  市委: '市委',
  等: '等',
  县局: '县局',
  县发改局: '县发改局',
  '县发改局、': '县发改局、',
  '李四 ': '李四 ',
  牵头: '牵头',
  '由县局牵头，': '由县局牵头，',
  已完成: '已完成',
  完成整改: '完成整改',
  '（已完成）': '（已完成）',
  持续推进: '持续推进',
  问题: '问题',
  不到位: '不到位',
  关于: '关于',
  共5个问题: '共5个问题，',
  '整改目标：': '整改目标：',
  整改目标: '整改目标',
  '责任单位：': '责任单位：',
  '（责任单位：县局）': '（责任单位：县局）',
  '（责任单位：': '（责任单位：',
  附件: '附件',
  'NBSP and zero width': '\u00a0\u200b',
  '|': '|',
  '#': '#',
  '<': '<',
  '[](': '[](',
  '&': '&amp;',
}

/** Where a run stands: alone, or as the value of each field of an item. */
const places = {
  alone: (run) => run,
  'the problem': (run) => `青溪县整改方案\n一、${run}\n整改措施：加强巡查。\n二、砖厂扬尘扰民。\n整改措施：加强巡查。\n`,
  ...Object.fromEntries(
    ['整改目标', '整改措施', '整改情况', '整改时限', '责任单位', '责任人', '整改状态'].map((label) => [
      label,
      (run) => `青溪县整改方案\n一、砖厂扬尘扰民。\n${label}：${run}\n二、河道淤积。\n整改措施：加强巡查。\n`,
    ]),
  ),
}

const lined = {
  'headings 1.': (length) => until(length, (n) => `${n}.砖厂扬尘问题\n`),
  'headings 一、': (length) => until(length, (n) => `${numeral(ordinal(n))}、砖厂扬尘问题\n`),
  'headings 问题一：': (length) => until(length, (n) => `问题${numeral(ordinal(n))}：砖厂扬尘。\n`),
  'headings that all say 一、': (length) => until(length, () => '一、砖厂扬尘问题\n'),
  'chapters that restart': (length) => until(length, (n) => `${n % 2 ? '一、' : '（一）'}砖厂扬尘问题\n`),
  'nine levels': (length) =>
    until(length, (n) => `${['一、', '（一）', '1.', '（1）', '①', '1）', 'A.', '一是', '第一，'][n % 9]}砖厂扬尘\n`),
  'levels 1.1.1': (length) => until(length, (n) => `${(n % 9) + 1}.${(n % 7) + 1}.${(n % 5) + 1}砖厂扬尘\n`),
  'labels alone': (length) => until(length, () => '整改目标\n'),
  'labels with values': (length) => until(length, (n) => `${['整改目标', '整改措施', '责任单位', '整改时限'][n % 4]}：县局\n`),
  'items with fields': (length) =>
    until(
      length,
      (n) =>
        `${n}.砖厂扬尘扰民。\n整改目标：2024年底前治理率达到60%以上。\n整改措施：（一）清扫。（二）巡查。\n责任单位：县发改局、县水利局\n整改时限：2024年6月底\n`,
    ),
  'items under categories': (length) =>
    until(
      length,
      (n) =>
        `${n % 10 === 1 ? `（${numeral(ordinal(Math.ceil(n / 10)))}）水环境方面\n` : ''}${n}.砖厂扬尘扰民。（已完成整改）\n整改情况：已清扫。\n`,
    ),
  'numbers in groups': (length) =>
    `一、存在问题\n${until(length, (n) => `（${numeral(ordinal(n))}）院区外部\n${n}、砖厂扬尘。\n`)}`,
  'glued numbers': (length) => until(length, (n) => `${(n % 99) + 1}砖厂扬尘扰民\n`),
  'problems of a paragraph': (length) => until(length, (n) => `${numeral(ordinal(n))}是砖厂扬尘。整改情况：已清扫。`),
  'page numbers': (length) => until(length, (n) => `- ${n} -\n砖厂扬尘，\n`),
  'bare numbers': (length) => until(length, (n) => `${n}\n`),
  'running heads': (length) => until(length, (n) => `青溪县整改方案\n第${n}页\n砖厂扬尘\n`),
  'lines of one character': (length) => until(length, () => '砖\n'),
  'lines of brackets': (length) => until(length, () => '（（（）））\n'),
  'wrapped lines': (length) => until(length, () => `${'砖厂扬尘扰民，河道淤积严重'.repeat(3)}\n`),
  attachments: (length) => until(length, (n) => `附件${n}\n青溪县问题清单\n一、砖厂扬尘问题\n`),
  'runs （一）…（二）…': (length) =>
    `青溪县整改方案\n一、砖厂扬尘。\n整改措施：${until(length, (n) => `（${numeral(ordinal(n))}）清扫。`)}\n二、河道淤积。\n整改措施：巡查。\n`,
  'runs 一是…二是…': (length) =>
    `青溪县整改方案\n一、砖厂扬尘。\n整改措施：${until(length, (n) => `${numeral(ordinal(n))}是清扫；`)}\n二、河道淤积。\n整改措施：巡查。\n`,
  'measures by line': (length) =>
    `青溪县整改方案\n一、砖厂扬尘。\n整改措施：\n${until(length, (n) => `${n}.清扫。\n`)}二、河道淤积。\n整改措施：巡查。\n`,
  'measures without numbers': (length) =>
    `青溪县整改方案\n一、砖厂扬尘。\n整改措施：\n${until(length, () => '清扫道路：\n')}二、河道淤积。\n整改措施：巡查。\n`,
  'one line of prose': (length) =>
    until(length, () => '砖厂扬尘扰民，已于2024年6月完成整改，清扫道路3.5公里，责任单位为县发改局。'),
  'one label over and over': (length) => `青溪县整改方案\n一、砖厂扬尘。\n${'整改措施：清。'.repeat(length / 7)}`,
  'one label over and over, line by line': (length) =>
    `青溪县整改方案\n一、砖厂扬尘。\n${'整改措施：清。\n'.repeat(length / 8)}`,
  'labels in turn in one line': (length) =>
    `青溪县整改方案\n一、砖厂扬尘。\n${'整改措施：清。责任单位：县局。完成时限：2024年底。'.repeat(length / 24)}`,
  'problems with labels in one line': (length) =>
    `青溪县整改方案\n一、扬尘治理方面${until(length, (n) => `${n}.砖厂扬尘。整改措施：清扫。责任单位：县局。`)}\n`,
  'chapters with labels in one line': (length) =>
    `青溪县整改方案\n${until(length, (n) => `${numeral(ordinal(n))}、扬尘治理方面（一）砖厂扬尘。整改措施：清扫。责任单位：县局。`)}\n`,
  'states of all before': (length) =>
    `青溪县整改方案\n${until(length, (n) => `${n}.砖厂扬尘。\n整改措施：清扫。\n以上${Math.min(n, 999)}个问题均已完成整改。\n`)}`,
  'states of a chapter': (length) =>
    `青溪县整改方案\n${until(length, (n) => `${n % 50 === 1 ? '该方面反馈的50个问题均已完成整改。\n' : ''}${n}.砖厂扬尘。\n整改措施：清扫。\n`)}`,
  'numbers of states': (length) =>
    `青溪县整改方案\n1.砖厂扬尘。\n整改措施：清扫。\n${until(length, (n) => `以上3项中，第1至99项、第3至${n}项已完成整改。\n`)}`,
  'signs and what they mean': (length) =>
    `青溪县整改方案\n${until(length, () => '“绿”表示已完成整改，红黄●○')}\n1.砖厂扬尘。\n`,
  'columns of a page': (length) =>
    `青溪县整改清单\n\n序号    反馈问题        整改措施      责任单位\n${until(length, (n) => `${n % 3 ? '        ' : String(n).padEnd(8)}砖厂扬尘        清扫道路      县局\n${n % 3 ? '' : '\n'}`)}`,
  'columns without a head': (length) => until(length, (n) => `${'砖厂    '.repeat((n % 9) + 1)}扬尘\n`),
  'figures behind numbers': (length) => until(length, (n) => `${n}.3号砖厂扬尘。\n整改措施：清扫。\n`),
  'declared totals': (length) =>
    `青溪县整改方案\n${until(length, (n) => `督察反馈${n}个问题，其中已完成${n}项，2024年完成${n}个。`)}\n一、砖厂扬尘。\n整改措施：巡查。\n`,
}

/** Brackets in one another, which stand where the runs stand. */
const nested = Object.fromEntries(
  ['（）', '《》', '〈〉', '【】', '〔〕', '“”'].map((pair) => [
    `${pair} nested`,
    (length) => `${pair[0].repeat(length / 2)}扬尘${pair[1].repeat(length / 2)}`,
  ]),
)

const cell = (words, n = 1) => `<td${n > 1 ? ` rowspan="${n}"` : ''}>${words}</td>`
const page = (body) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>青溪县整改清单</title></head><body>${body}</body></html>`
const header = '<tr><th>序号</th><th>反馈问题</th><th>整改措施</th><th>责任单位</th><th>整改时限</th></tr>'
const pages = {
  'table rows': (length) =>
    page(
      `<table>${header}${until(length, (n) => `<tr>${cell(n)}${cell('砖厂扬尘')}${cell('清扫')}${cell('县发改局')}${cell('2024年底')}</tr>`)}</table>`,
    ),
  'one item in all rows': (length) => {
    const rows = Math.ceil(length / 80)
    return page(
      `<table>${header}<tr>${cell(1, rows)}${cell('砖厂扬尘', rows)}${cell('清扫')}${cell('县局')}${cell('2024年底')}</tr>${until(length, () => `<tr>${cell('清扫')}${cell('县发改局')}${cell('同上')}</tr>`)}</table>`,
    )
  },
  'header repeated': (length) =>
    page(
      `<table>${until(length, (n) => `${header}<tr>${cell(n)}${cell('砖厂扬尘')}${cell('清扫')}${cell('县局')}${cell('2024年底')}</tr>`)}</table>`,
    ),
  'category rows': (length) =>
    page(
      `<table>${header}${until(length, (n) => `<tr><td colspan="5">（${numeral(ordinal(n))}）水环境方面</td></tr><tr>${cell(n)}${cell('砖厂扬尘')}${cell('清扫')}${cell('县局')}${cell('2024年底')}</tr>`)}</table>`,
    ),
  tables: (length) =>
    page(
      until(
        length,
        (n) =>
          `<table>${header}<tr>${cell(n)}${cell('砖厂扬尘')}${cell('清扫')}${cell('县局')}${cell('2024年底')}</tr></table>`,
      ),
    ),
  'tables that a page has cut': (length) =>
    page(
      until(
        length,
        (n) =>
          `<table>${header}<tr>${cell(n % 2 ? '' : n)}${cell('砖厂扬尘，')}${cell('清扫，')}${cell('县局')}${cell('2024年底')}</tr></table>`,
      ),
    ),
  'forms that a page has cut': (length) =>
    page(
      `<table><tr>${cell('反馈问题')}${cell('砖厂扬尘，')}</tr><tr>${cell('整改措施')}${cell('清扫，')}</tr></table>${until(length, () => `<table><tr>${cell('整改措施（续）')}${cell('巡查，')}</tr></table>`)}`,
    ),
  'tables that go on': (length) =>
    page(until(length, (n) => `<p>（续表）</p><table>${header}<tr>${cell(n)}${cell('砖厂扬尘')}${cell('清扫')}</tr></table>`)),
  'cards with badges': (length) =>
    page(
      until(
        length,
        (n) =>
          `<div><span>问题${n}</span><span>整改中</span></div><dl><dt>问题表现</dt><dd>扬尘。</dd><dt>怎么改</dt><dd>清扫。</dd></dl>`,
      ),
    ),
  'boxes to tick': (length) =>
    page(`<table>${until(length, () => `<tr>${cell('整改状态')}${cell('☑已完成 □整改中')}</tr>`)}</table>`),
  columns: (length) =>
    page(
      `<table><tr>${until(length / 2, (n) => `<th>整改措施${n}</th>`)}</tr><tr>${until(length / 2, () => cell('清扫'))}</tr></table>`,
    ),
  pairs: (length) =>
    page(
      `<table>${until(length, (n) => `<tr><td>反馈问题</td><td>砖厂扬尘${n}</td><td>责任单位</td><td>县局</td></tr>`)}</table>`,
    ),
  'nested boxes': (length) => page(`${'<div>'.repeat(length / 12)}一、砖厂扬尘问题${'</div>'.repeat(length / 12)}`),
  'nested tables': (length) => page(`${'<table><tr><td>'.repeat(length / 16)}一、砖厂扬尘问题`),
  'open tags': (length) => page('<b>'.repeat(length / 3)),
  links: (length) => page(until(length, (n) => `<a href="/a/${n}.html">第${n}篇</a> `)),
  paragraphs: (length) => page(until(length, (n) => `<p>${n}.砖厂扬尘扰民。</p>`)),
}

const markdown = {
  'Markdown rows': (length) =>
    `# 青溪县整改清单\n\n| 序号 | 反馈问题 | 整改措施 |\n| --- | --- | --- |\n${until(length, (n) => `| ${n} | 砖厂扬尘 | 清扫 |\n`)}`,
  'Markdown headings': (length) => until(length, (n) => `## 问题${n}\n\n**整改措施**：清扫。\n\n`),
  'Markdown looks': (length) => `::: {custom-style="甲"}\n${until(length, (n) => `[]{#a${n} .anchor}[${n}.]{.mark}**\\[甲`)}\n`,
  'Markdown bold lines': (length) => `# 青溪县\n\n${until(length, (n) => `**${n}.砖厂扬尘**\n\n已清扫。\n\n`)}`,
  'Markdown quotes': (length) => `# 青溪县\n\n- **甲**：乙\n\n${'> '.repeat(length / 2)}`,
  'Markdown stars': (length) => `# 青溪县\n\n- **甲**：乙\n\n${'*甲 '.repeat(length / 3)}`,
}

/** What conversion does to a report, over and over. */
const converted = {
  'strewn blanks': (length) => until(length, (n) => `砖厂 扬尘，扰 民${n}。整改 措施：清 扫\n`),
  'labels without breaks': (length) =>
    `整改措施：清扫\n整改措施：清扫\n${'责任单位：县水利局整改措施：清扫'.repeat(length / 16)}`,
  'names of labels in prose': (length) => `制定整改措施：${'制定整改措施：'.repeat(length / 7)}`,
  'names of labels in brackets': (length) => `甲（整改措施：${'县水利局整改措施：（'.repeat(length / 10)}`,
  'labels with numbers glued': (length) => `一、责任单位：县局${until(length, (n) => `${'二三四五'[n % 4]}、责任单位：县局`)}`,
  'lines before page numbers': (length) => until(length, (n) => `①清扫砖\n— ${n} —\n厂。\n`),
  'running heads': (length) => until(length, (n) => `青溪县整改方案${n % 7}\n— ${n} —\n`),
  'numbers alone and not': (length) => until(length, (n) => (n % 2 ? `0${n}\n` : `${n}.砖厂扬尘扰民。\n`)),
  'heads cell by cell': (length) =>
    `序号\n反馈问题\n整改措施\n责任单位\n整改时限\n1\n${'序号\n反馈问题\n整改措施\n责任单位\n整改时限\n砖厂扬尘\n'.repeat(length / 28)}`,
  'heads over one row': (length) =>
    until(length, (n) => `序号\n反馈问题\n整改措施\n责任单位\n整改时限\n${n}\n砖厂扬尘\n清扫\n县局\n2024年\n`),
  'one row cell by cell': (length) => `序号\n反馈问题\n整改措施\n责任单位\n整改时限\n1\n${'砖厂扬尘\n'.repeat(length / 5)}`,
  'ones cell by cell': (length) => `序号\n反馈问题\n整改措施\n责任单位\n整改时限\n${'1\n'.repeat(length / 2)}`,
  'grid table': (length) => `+----+----+\n${'| 甲 | 乙 |\n'.repeat(length / 10)}`,
  'grid borders': (length) => '+----+----+\n'.repeat(length / 12),
  'rows that never close': (length) => `序号\t问题\t措施\t单位\t时限\n${'1\t"甲\n'.repeat(length / 5)}`,
  'rows that lack cells': (length) => `序号\t问题\t措施\t单位\t时限\n${'1\t甲\n'.repeat(length / 4)}`,
  'names behind tabs': (length) => until(length, (n) => `责任单位\t县局${n}\n`),
  'aligned heads': (length) => '序号    反馈问题    整改措施    责任单位\n'.repeat(length / 30),
  'rows that are rests': (length) =>
    `序号\t问题\t措施\t单位\n1\t砖厂。\t清扫。\t县局\n2\t砖厂。\t清扫。\t县局\n${'\t砖厂扬尘扰\t清扫砖厂路\t县局\n'.repeat(length / 18)}`,
  'numbers of another style': (length) =>
    until(length, (n) => `${n % 2 ? `${n}.` : `（${n}）`}砖厂扬尘扰民。\n整改措施：清扫。\n`),
  'told of some': (length) => until(length, (n) => `${n}.砖厂扬尘。\n（第${n}至${n + 3}项责任单位：县局）\n`),
  'told of a chapter': (length) =>
    `一、水方面\n${'本类问题责任单位：县局；整改时限：2024年。\n'.repeat(length / 22)}1.砖厂扬尘。\n`,
  'lines under a heading': (length) => `（一）水方面\n${'牵头领导：高平\n'.repeat(length / 8)}1.砖厂扬尘。\n`,
  'labels cut in two': (length) => until(length, (n) => `整改责任\n单位\n县水\n利局${n}\n`),
  'labels cut to characters': (length) => '责\n任\n单\n位\n'.repeat(length / 8),
  'boxes with one label': (length) => until(length, (n) => `${String(n).padStart(2, '0')}\n砖厂扬尘\n整改措施\n清扫\n`),
  'names between strokes': (length) => until(length, (n) => `│责任单位│县局${n}│\n`),
  'names before blanks': (length) => until(length, (n) => `责任单位    县局${n}\n            县局\n`),
  'wide names': (length) => '说　　明　　说　　明'.repeat(length / 10),
  'drawn boxes': (length) => `┌──┬──┐\n${'│甲│乙│\n'.repeat(length / 6)}`,
  'drawn borders': (length) => '├──┼──┤\n'.repeat(length / 8),
  'lists before page numbers': (length) => until(length, (n) => `责任单位：县农业农村局、县\n— ${n} —\n水利局、县住建局\n`),
  'problems by name in one line': (length) => until(length, (n) => `问题${n}：砖厂扬尘。`),
  'brackets in lines of their own': (length) => `1.砖厂扬尘。\n${'（责任单位：县局）\n'.repeat(length / 10)}`,
  'dashes behind names': (length) => '整改目标——整改目标——'.repeat(length / 12),
  'figures with blanks': (length) => `砖厂 扬尘，扰 民，整 改 措施，清 扫 道路。\n${'2 0 2 4 '.repeat(length / 8)}`,
  'items glued': (length) => until(length, (n) => `${n}.砖厂扬尘。整改措施：清扫。责任单位：县局。`),
}

/** Name → text of about `length` characters. */
export const hostile = {
  ...Object.fromEntries(
    Object.entries(runs).flatMap(([name, run]) =>
      Object.entries(places).map(([place, put]) => [
        `${name} × n as ${place}`,
        (length) => put(run.repeat(length / run.length)),
      ]),
    ),
  ),
  ...Object.fromEntries(
    Object.entries(nested).flatMap(([name, make]) =>
      Object.entries(places).map(([place, put]) => [`${name} × n as ${place}`, (length) => put(make(length))]),
    ),
  ),
  ...lined,
  ...pages,
  ...markdown,
  ...converted,
}
