/** What `--help` says, in Chinese. The English stands in output/cli/commands-*.ts; a command that is missing here does not compile. */
import { db, filters, json, lang, limits, out, quiet, several } from './options-zh.js'

export interface CommandWords {
  summary: string
  description: string
  /** By flags. */
  options: Readonly<Record<string, string>>
  /** What is said of an example, by its command line. */
  examples: Readonly<Record<string, string>>
}
export type CommandName = keyof typeof commandsZh

export const commandsZh = {
  parse: {
    summary: '解析一份报告',
    description: `读取一份报告（文件，或者用 - 表示标准输入），把记录输出到标准输出。
记录中有错误级诊断时，照常输出，退出码为1。`,
    options: {
      '--format <format>': 'json、yaml，或供人阅读的table（默认：json）',
      '--explain': '不输出记录，而输出对版式的各种读法',
      '--line <n>': '说明--explain中第n行可能是什么、读成了什么、依据哪些规则',
      ...limits,
      ...quiet,
    },
    examples: {
      'taizhang parse report.txt --format table': '供人阅读',
      'taizhang parse report.txt --explain': '为什么这样读',
      'taizhang parse report.txt --line 12': '第12行为什么这样读',
    },
  },
  ingest: {
    summary: '报告入账',
    description: `把报告记入台账：文件、文件夹、通配符、网址（http、https）、ZIP压缩包，或者用 - 表示标准输入。
文件夹中只取可能是报告的文件：txt md html mht docx xlsx pdf doc wps xls rtf zip png jpg tif。
同样的内容再来一次，台账不变；解析规则变了，则重新解析。同一路径或网址的内容变了，就是新版本，在所有清单、统计和导出中取代旧版本。同样的内容换了名称，是一份报告有两个名称。
读不了的文件记为失败，其余照常入账；该文件先前入账的内容保留。加上--attachments时，网页本身不是报告，但附件中有报告的，不算失败。
有文件失败，或者某份报告有错误级诊断时，退出码为1。`,
    options: {
      ...db,
      '--from <file>': '同时收取文件中列出的来源：每行一个路径或网址，#后为注释；- 表示标准输入',
      '--log <file>': '为每个来源追加一行JSON：at、source、key、result、ms和诊断代码',
      '--reset': '台账中只留下这次收取的内容；原有内容在全部收完后清除',
      '--no-index': '暂不更新全文索引和关联，留待以后（taizhang index）',
      '--jobs <n>': '同时处理的文件数（默认：处理器数，最多4）',
      ...limits,
      '--attachments': '同时收取网页所链接的附件（doc、xls、pdf、zip等），抓取时同样遵守对方网站的规则',
      '--allow-private': '允许访问内网地址',
      '--queue': '现在不读取，只把所列来源放入Postgres台账的队列，由taizhang work处理',
      ...json,
      ...quiet,
    },
    examples: {
      "taizhang ingest 'reports/**/*.pdf'": '通配符',
      'taizhang ingest https://www.example.com/zhenggai.html': '一个网页；遵守robots.txt',
      'taizhang ingest --from addresses.txt --attachments': '若干网页，以及其中链接的清单和方案',
      'taizhang ingest --from addresses.txt --log ingest.ndjson --quiet': '每晚运行',
    },
  },
  work: {
    summary: '处理队列，把报告入账',
    description: `从Postgres台账的队列中取任务处理，任务由ingest --queue放入。可以在本机或其他机器上运行，处理器有几个就可以开几个；各处看到的文件路径必须相同。
一个任务的记录和完成标记在同一事务中写入：进程被杀，不丢也不重，任务随即由别的进程接手。可能好转的问题（对方网站没有应答、文件不在）会重试，间隔逐次加长；
不会好转的，以及使解析器出错的，由queue status列为死信。各进程轮流访问同一网站。数据库服务器停止时会等它恢复。一直运行，直到按下Ctrl-C或收到SIGTERM；届时处理完手头的任务再结束，退出码为0。`,
    options: {
      ...db,
      '--jobs <n>': '同时处理的文件数（默认：处理器数，最多4）',
      '--until-done': '队列已空、没有进程在忙时结束',
      '--json': '为每个任务输出一行JSON：at、documents、failed、ms',
      ...quiet,
    },
    examples: { 'taizhang work --db postgres://USER:PASSWORD@HOST/DATABASE --until-done --quiet': '在脚本中使用' },
  },
  queue: {
    summary: '查看队列',
    description: `列出队列中等待、处理中、已完成和死信的任务数与文件数，最近一分钟和一小时完成的文件数，以及死信的原因。
有死信时退出码为1。`,
    options: { ...db, ...json },
    examples: {},
  },
  watch: {
    summary: '监视文件夹，随到随记',
    description: `像ingest那样把文件夹中的报告记入台账，此后凡有文件新增或改动，待其写完即收取，并报告带来的变化：新增、完成、反弹、期限调整。
文件删除后，其内容仍留在台账中。一直运行，直到按下Ctrl-C或收到SIGTERM；届时处理完手头的文件再结束，退出码为0。`,
    options: {
      ...db,
      '--jobs <n>': '同时处理的文件数（默认：处理器数，最多4）',
      ...limits,
      '--json': '为每个文件输出一行JSON：at、source、result、key、title、items、changes、failure、ms',
      ...quiet,
    },
    examples: { 'taizhang watch inbox/ --db city.db --json >> inbox.ndjson': '供程序读取的日志' },
  },
  list: {
    summary: '列出报告或条目',
    description: `列出台账中的报告；加上--items，或用了与条目有关的选项时，列出条目。
${several}`,
    options: {
      ...db,
      '--items': '列条目，不列报告',
      '--versions': '连历史版本一并列出，它们平时不进入任何清单',
      '--uncertain': '版式还有另一种几乎同样说得通的读法的报告，应先由人核对',
      '--report <key>': '只列一份报告的：键、标识的开头或来源',
      ...filters,
      '--overdue [day]': '期限早于这一天（默认：今天）、最新报告称尚未完成的问题，每个问题列一次',
      '--unsaid': '与--overdue合用：到期后没有报告说明结果的也列出',
      '--sort <key>': '条目按report、due、status、region或unit排序；-due为倒序',
      '--limit <n>': '最多列出的行数；总数照样给出',
      '--format <format>': 'table、csv、tsv、ndjson、json或xlsx（默认：table）',
      ...out,
      ...json,
      ...quiet,
    },
    examples: {
      'taizhang list --uncertain': '应先由人核对的',
      'taizhang list --region 湘西州 --open --sort due': '含所辖各县',
      'taizhang list --versions': '带有历史版本的键，供show使用',
    },
  },
  show: {
    summary: '查看一份报告或一个条目',
    description: '显示一份报告（键、标识的开头或来源），或者一个条目（键#序号）。',
    options: { ...db, '--full': '显示报告时，列出每个条目的全部内容', ...json, ...quiet },
    examples: {
      'taizhang show 3fa9c1d2e4b5': '一份报告，用list给出的键',
      'taizhang show 3fa9c1d2e4b5#12': '其中第12条',
    },
  },
  search: {
    summary: '全文检索',
    description: `检索含有所有这些词的条目，最相关的在前。
${several}`,
    options: {
      ...db,
      '--field <names>':
        '只查这些内容：problem（问题）、goal（目标）、measures（措施）、progress（整改情况）、parties（责任主体），用逗号分开',
      '--report <key>': '只查一份报告：键、标识的开头或来源',
      ...filters,
      '--sort <key>': '按report、due、status、region或unit排序；-due为倒序（默认：最相关的在前）',
      '--limit <n>': '最多列出的条目数（默认：20）；总数照样给出',
      ...json,
      ...quiet,
    },
    examples: { 'taizhang search 污水 管网 --field measures,progress': '两个词都要有' },
  },
  due: {
    summary: '到期提醒',
    description: `把三种情形分开列出：已过期限而未完成的、已过期限而没有报告说明结果的、未到期限的。
每个问题只列一次，以最新一条为准；状态和期限，取最近一份写明它们的报告。问题本身没有期限的，按各项措施的期限计。
${several}`,
    options: {
      ...db,
      '--as-of <day>': '以哪一天为准，today为今天（默认：今天）',
      '--within <time>': '在多长时间内到期：30d（天）、8w（周）、6m（月）（默认：30d）',
      '--report <key>': '只列一份报告的：键、标识的开头或来源',
      ...filters,
      '--sort <key>': '按report、due、status、region或unit排序；-due为倒序（默认：due）',
      '--limit <n>': '每种情形最多列出的行数；总数不受影响',
      ...json,
      ...quiet,
    },
    examples: {},
  },
  digest: {
    summary: '两个日期之间的调度通报',
    description: `对照--from当日已知的情况，列出此后到--to为止各问题的变化：新增、完成、反弹、到期、逾期、到期而没有报告说明结果、期限调整；先按牵头单位、地区和督察巡视汇总，再逐个列出问题。
某一天已知什么，以报告自身的日期（截至、发布、落款）为准；没有写明日期的报告，视为一直已知。
筛选以每个问题的最新一条为准；--open和期限按--to当日的情况计。${several}`,
    options: {
      ...db,
      '--from <day>': '上一次调度的日期',
      '--to <day>': '这一次调度的日期，today为今天（默认：今天）',
      '--report <key>': '只列一份报告的：键、标识的开头或来源',
      ...filters,
      '--sort <key>': '各清单按report、due、status、region或unit排序；-due为倒序',
      '--limit <n>': '各清单最多列出的行数；总数不受影响',
      '--against <file>': '上一次已知的情况，以当时留存的这份台账副本为准，不以报告日期为准',
      '--format <format>': 'table、markdown、html、xlsx或json（默认：table）',
      ...out,
      ...json,
      ...quiet,
    },
    examples: { 'taizhang digest --from 2024-05-31 --format html > round.html': '可直接打开，横向打印' },
  },
  page: {
    summary: '把一份报告做成网页',
    description: `把一份报告输出为一个HTML网页：原文中凡是读出的文字，都按种类标出，旁边是记录，存疑的在前。
点文字可到对应的记录，点记录可回到原文。网页只有一个文件，不加载任何内容，不用JavaScript也能阅读和打印。
报告可以是文件、标准输入（-），或台账中一份报告的键；用键时，更正也一并显示。`,
    options: { ...db, ...lang, ...limits },
    examples: { 'taizhang page 3fa9c1d2e4b5 --db city.db > report.html': '台账中的一份报告，含更正' },
  },
  serve: {
    summary: '在浏览器里看台账',
    description: `在本机以网页形式提供台账，并给出网址：带图表的总览，可筛选和全文检索的问题清单，每个问题在历次报告中的情况，标出所有读出文字的报告，单位，地区，到期提醒，需要人工复核的内容，来源；任何清单都可下载为CSV、XLSX或JSON；/api/下有JSON接口，筛选条件与list相同。
页面不从别处加载任何内容。不加--write时只供阅读。监听本机以外的地址时需要口令，口令已包含在给出的网址中。`,
    options: {
      ...db,
      '--port <n>': '端口；0为任选一个空闲端口（默认：8750）',
      '--host <address>': '监听的地址（默认：127.0.0.1，只有本机可以访问）',
      '--write': '提供表单，用来确认和否定关联、更正和备注',
      '--as-of <day>': '以哪一天为准计算期限（默认：今天）',
      ...lang,
      ...quiet,
    },
    examples: { 'taizhang serve --db city.db --port 9000 --write': '供复核和更正' },
  },
  site: {
    summary: '把台账做成静态网站',
    description: `把台账写成一个文件夹的网页，网页之间用相对链接：带图表的总览，标出所有读出文字的报告，每个问题在历次报告中的情况，单位，地区，到期提醒，以及在浏览器中运行的检索。可以放到任何服务器上，也可以直接打开；不从别处加载任何内容。
除非另用--as-of指定，期限以最新报告的日期为准：同一本台账生成的文件完全相同。原有的网站在新网站全部写好后才被替换；内容不是网站的文件夹，不作改动。`,
    options: {
      ...db,
      '--to <dir>': '写入的文件夹；没有则新建',
      '--as-of <day>': '以哪一天为准计算期限（默认：最新报告的日期）',
      ...lang,
      ...json,
      ...quiet,
    },
    examples: { 'taizhang site --to site': '然后打开site/index.html' },
  },
  history: {
    summary: '问题沿革',
    description: '由早到晚列出各份报告对一个问题的说法、问题的结果，以及报告之间的矛盾：完成后又反弹，期限变动。',
    options: { ...db, ...json, ...quiet },
    examples: { 'taizhang history 3fa9c1d2e4b5#12': '一个条目，用list --items给出的键' },
  },
  link: {
    summary: '关联同一问题的条目',
    description: `把说同一个问题的条目关联起来：方案与此后的情况报告，省级清单与县级清单中的同一条。报告入账时会自动关联；本命令补做尚未关联的（ingest --no-index），或全部重做。把握不够的只作建议，经人确认后才起作用。`,
    options: {
      ...db,
      '--all': '全部重做；人工确认或否定过的保持不变',
      '--review': '列出待确认的建议，并列出两边问题的全文',
      '--report <key>': '列出一份报告的关联：键、标识的开头或来源',
      ...json,
      ...quiet,
    },
    examples: { 'taizhang link --review': '然后确认或否定' },
  },
  confirm: {
    summary: '确认关联',
    description:
      '确认关联，用link --review给出的编号，或用 键#1=键#2 指定两个条目。认定以条目的文字为准保存，重新解析或出现新版本后依然有效。',
    options: { ...db, '--by <name>': '认定人', '--why <words>': '理由', ...json, ...quiet },
    examples: { 'taizhang confirm 3fa9c1d2e4b5#12=8be01c77ab90#9 --by 张某': '规则没有关联起来的两个条目' },
  },
  reject: {
    summary: '否定关联',
    description: '否定关联，写法与confirm相同：两个条目不再因此关联。',
    options: { ...db, '--by <name>': '认定人', '--why <words>': '理由', ...json, ...quiet },
    examples: {},
  },
  diff: {
    summary: '比对两份报告',
    description: `比较两份报告，或同一报告的两个版本：新增的、消失的和说法有变的条目，包括状态、销号、期限、牵头单位和问题的文字。条目的对应方法与关联相同。
不论有无变化，退出码都是0。`,
    options: { ...db, ...json, ...quiet },
    examples: { 'taizhang diff 3fa9c1d2e4b5 8be01c77ab90': '用list和list --versions给出的键' },
  },
  correct: {
    summary: '更正读错的内容，长期有效',
    description: `更正条目的一个字段：status（整改状态）、closure（销号）、due（期限）、lead_units（牵头单位）、responsible_units（责任单位）、category（类别）或problem（反馈问题）。
读出的记录保持原样；所有清单、页面和导出都显示更正后的值，并作标记（*）。更正跟随条目本身，重新解析或出现新版本后依然有效；所依据的文字变了，则标为存疑（?），既不丢失，也不强加。
值为none表示报告没有说明。字段不能取所给的值时，退出码为1。`,
    options: {
      ...db,
      '--why <words>': '依据',
      '--by <name>': '更正人',
      '--day <day>': '更正日期（默认：今天）',
      ...json,
      ...quiet,
    },
    examples: {},
  },
  note: {
    summary: '给条目加备注',
    description: '在条目旁记下备注，保存方式与更正相同。',
    options: { ...db, '--by <name>': '备注人', '--day <day>': '备注日期（默认：今天）', ...json, ...quiet },
    examples: {},
  },
  corrections: {
    summary: '列出、转交和接收更正',
    description: '列出人工的更正和备注。可以写成文件（JSONL）转交给另一本台账，后者按文档或来源以及文字找到相应的条目。',
    options: {
      ...db,
      '--export <file>': '全部写入文件',
      '--import <file>': '收进尚未有的',
      '--as-fixture <report>': '以JSON输出一份报告加上更正后的应有记录，供测试使用',
      '--drop <n>': '撤回一项',
      ...json,
      ...quiet,
    },
    examples: { 'taizhang corrections --as-fixture 3fa9c1d2e4b5 > expected.json': '对照报告核对之后，才能作为标准答案' },
  },
  index: {
    summary: '更新全文索引',
    description: '把ingest --no-index留下的报告编入全文索引并建立关联，并升级旧版程序建立的台账。不会丢失任何内容。',
    options: { ...db, ...quiet },
    examples: {},
  },
  check: {
    summary: '核对总数、诊断、来源和台账',
    description: `核对报告自报的总数与读出的数目，列出读取中发现的问题，查看来源是否仍是原样，并检查台账是否完好：数据页、引用、全文索引、版本，以及每条记录与其原文是否一致。
最后一行供程序读取：check=ok、disagrees或broken，以及各项计数。
总数不符、有错误级诊断、来源读取失败或已经改动时，退出码为1；台账损坏时为3。`,
    options: {
      ...db,
      '--report <key>': '只核对一份报告',
      '--warnings': '逐条列出警告',
      '--no-sources': '不查看文件是否仍是原样',
      ...json,
      ...quiet,
    },
    examples: { 'taizhang check | tail -n 1': '供程序读取的一行' },
  },
  remove: {
    summary: '移出台账',
    description: `从台账中移出：一份报告，用键或标识的开头；一个路径或网址，连同其所有版本；一个读取失败的来源。
移出的报告若是某个来源的现行版本，则前一个版本恢复为现行。另有来源的报告仍然保留。`,
    options: { ...db, ...json, ...quiet },
    examples: { 'taizhang remove reports/empty.txt': '读取失败的来源' },
  },
  export: {
    summary: '导出数据集',
    description: `把台账写成表格：报告、条目、措施、责任主体、期限、自报总数、诊断，以及条目中的数值、日期等要素。
csv：UTF-8，带BOM，符合RFC 4180。jsonl：每行一个对象。xlsx：一个工作簿，带总览，供人阅读。parquet：每张表一个文件。
datapackage：Frictionless数据包，用中英文说明其中的CSV文件（在data/下，不带BOM）。
ical：deadlines.ics，没有报告称已完成的问题和措施的期限，可导入日历。
全部写好后才替换同名文件；manifest.json最后写入，列出各文件及其校验值。
有条目筛选时，只导出符合条件的条目及其所在的报告。${several}`,
    options: {
      ...db,
      '--to <dir>': '写入的文件夹；没有则新建',
      '--check': '不写入，只检查文件夹里的导出是否完整',
      '--format <names>': 'csv、jsonl、xlsx、parquet、datapackage、ical；多个用逗号分开（默认：csv）',
      '--report <key...>': '只导出这些报告：键、标识的开头或来源',
      ...filters,
      '--sort <key>': '与--limit合用：按report、due、status、region或unit取前若干条；-due为倒序',
      '--limit <n>': '最多导出的条目数；总数照样给出',
      '--versions': '连历史版本一并导出',
      '--places': '工作簿中也写出文字在报告原文中的位置',
      '--licence <name...>': '数据包采用的许可：CC-BY-4.0一类的代号，或者网址（默认：不写许可）',
      '--raw-cells': "以 = + - @ 开头的CSV单元格保持原样；默认在前面加'，以免电子表格把它当公式运行",
      ...json,
      ...quiet,
    },
    examples: {
      'taizhang export --to open-data --format datapackage --licence CC-BY-4.0': '用于发布',
      'taizhang export --to calendar --format ical': '期限，用于日历',
      'taizhang export --to open --format xlsx --region 湘西州 --open': '台账的一部分',
      'taizhang export --to dataset --check': '运行中断之后',
    },
  },
  copy: {
    summary: '把台账复制到文件或服务器',
    description: `把一本台账连同各个版本、失败记录、关联、人工认定和更正，复制到一本还是空的台账：从SQLite文件到Postgres，或者反过来，也可以复制到另一个文件。
关联和更正的编号不变。复制的是同一时刻的内容，不受同时写入的影响。`,
    options: { ...quiet },
    examples: { 'taizhang copy postgres://USER:PASSWORD@HOST/DATABASE city.db': '再复制回来' },
  },
  dump: {
    summary: '输出台账的全部内容，供比对',
    description: `逐行以JSON输出台账的全部内容：记录、来源、失败、关联、线索、认定、更正。不含台账自己的编号，次序与入账先后无关：
两本台账的这些行相同，内容就相同。`,
    options: { ...db, '--hash': '只输出这些行的sha256' },
    examples: {},
  },
  schema: {
    summary: '输出记录的JSON Schema',
    description: '输出taizhang parse所给记录的JSON Schema（draft 2020-12）。',
    options: {},
    examples: {},
  },
  values: {
    summary: '抽取日期和数值，NDJSON进，NDJSON出',
    description: '从标准输入逐行读取JSON对象，每行回答一行。',
    options: {},
    examples: {},
  },
} satisfies Record<string, CommandWords>
