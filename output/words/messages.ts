/**
 * Errors in Chinese. They are thrown in English, by this program and by commander, wherever they arise; at the terminal a line that one of
 * these sentences made is said in Chinese. `{name}` stands for words that stay as they are; `{message}`, `{why}`, `{what}` and `{hint}` for a
 * sentence of this table, `{list}` for words with commas and "or" between. tests/cli-lang.test.ts looks that every error of output/ is here.
 */
export const messages = {
  // What commander says.
  "error: unknown option '{name}'": '错误：没有选项{name}',
  "error: unknown command '{name}'": '错误：没有命令{name}',
  "error: missing required argument '{name}'": '错误：缺少参数{name}',
  "error: option '{flags}' argument missing": '错误：选项{flags}缺少值',
  "error: option '{flags}' argument '{value}' is invalid. {message}": '错误：选项{flags}的值{value}有误。{message}',
  "error: too many arguments for '{name}'. Expected {n} arguments but got {m}.":
    '错误：{name}的参数过多：最多{n}个，给出了{m}个。',
  "error: too many arguments for '{name}'. Expected {n} argument but got {m}.":
    '错误：{name}的参数过多：最多{n}个，给出了{m}个。',
  'error: too many arguments. Expected {n} arguments but got {m}.': '错误：参数过多：最多{n}个，给出了{m}个。',
  'error: too many arguments. Expected {n} argument but got {m}.': '错误：参数过多：最多{n}个，给出了{m}个。',
  '(Did you mean {name}?)': '（是否指{name}？）',
  '(Did you mean one of {list}?)': '（是否指{list}之一？）',
  'Expected {list}.': '应为{list}。',

  // A value that cannot be meant.
  'option --{name}: {message}': '选项--{name}：{message}',
  'expected {list}': '应为{list}',
  'expected some of {list}': '应为以下之一或若干：{list}',
  'expected some of {list}, with commas': '应为以下之一或若干，以逗号分开：{list}',
  'expected {list}, or -due for the last first': '应为{list}；-due表示从晚到早',
  'expected {what}, {n} at least': '应为{what}，至少{n}',
  'expected {what}, {n} at most': '应为{what}，最多{n}',
  'expected a number of files': '应为文件数',
  'expected a number of rows': '应为行数',
  'expected a number of MB': '应为兆字节数',
  'expected a number of seconds': '应为秒数',
  'a number of files': '文件数',
  'a number of rows': '行数',
  'a number of MB': '兆字节数',
  'a number of seconds': '秒数',
  'expected a file': '应为文件名',
  'expected a file name': '应为文件名',
  'expected a folder': '应为文件夹名',
  'expected a ledger': '应为台账',
  'expected a report': '应为报告',
  'expected a number': '应为数字',
  'expected a whole number': '应为整数',
  'expected a number from {n} to {m}': '应为{n}到{m}之间的数',
  'expected a number such as 2': '应为数字，如2',
  'expected the number of a line': '应为行号',
  'expected a year such as 2024': '应为年份，如2024',
  'expected a day such as 2024-12-31': '应为日期，如2024-12-31',
  'expected a day such as 2024-12-31, or today': '应为日期，如2024-12-31，或today（今天）',
  'expected a time such as 30d, 8w or 6m': '应为时长，如30d（天）、8w（周）或6m（月）',
  'expected words': '应为文字',
  'expected a name': '应为名称',
  'expected {n} characters at most': '最多{n}个字符',
  'there is no such filter': '没有这种筛选条件',
  'expected 1': '应为1',
  'expected an address': '应为地址',
  'expected an identifier such as CC-BY-4.0, or an address': '应为许可代号，如CC-BY-4.0，或者网址',
  'expected a port': '应为端口号',
  'expected a port, 0 for one that is free': '应为端口号，0表示任取一个空闲的',
  'expected a port, 65535 at most': '应为端口号，最大65535',
  'expected postgres://USER:PASSWORD@HOST:PORT/DATABASE': '应为postgres://用户:密码@主机:端口/数据库',
  'it is needed: the folder to write to': '必须指定：要写入的文件夹',
  'it is needed: who says so': '必须指定：由谁提出',
  'it is needed: how this is known': '必须指定：依据是什么',

  // Commands that cannot be meant.
  'expected words to search for': '缺少要检索的词',
  'expected two ledgers': '应为两个台账',
  'expected: queue status': '应为：queue status',
  'expected a path or an address, or a list of them with --from': '缺少路径或网址；也可用--from指定列有它们的文件',
  'standard input is the list, and no report': '标准输入已用作列表，不能再作报告',
  'not with --log or --reset': '不能与--log或--reset同用',
  'the queue is in Postgres; give its address with --db postgres://…': '队列在Postgres中；请用--db postgres://…指定其地址',
  'workers cannot read this standard input': '其他进程读不到这里的标准输入',
  'it needs --overdue': '需要与--overdue合用',
  'it needs --format datapackage': '需要--format datapackage',
  'it needs --unit': '需要与--unit合用',
  'it needs --limit; a data set has its own order': '需要与--limit合用；数据集有自己的顺序',
  'it needs --format csv, tsv, ndjson, json or xlsx': '需要--format csv、tsv、ndjson、json或xlsx',
  'it needs --format markdown, html, xlsx or json': '需要--format markdown、html、xlsx或json',
  'xlsx needs --out, the file to write': 'xlsx格式需要用--out指定要写的文件',
  'it is later than --to': '晚于--to',
  'it is later than --due-to': '晚于--due-to',
  'two reports can be compared, or two ledgers; one of these is a ledger and one is not':
    '可以比较两份报告，或两个台账；这里一个是台账，另一个不是',
  'there is no field {name}; expected one of {list}': '没有字段{name}；应为{list}之一',
  '{ledger} holds no report {name}': '{ledger}中没有报告{name}',
  '{ledger} holds no region {name}': '{ledger}中没有地区{name}',
  '{ledger} holds no unit {name}': '{ledger}中没有单位{name}',
  '{ledger} holds no report {name}; did you mean {list}?': '{ledger}中没有报告{name}；是否指{list}？',
  '{ledger} holds no region {name}; did you mean {list}?': '{ledger}中没有地区{name}；是否指{list}？',
  '{ledger} holds no unit {name}; did you mean {list}?': '{ledger}中没有单位{name}；是否指{list}？',

  // What is not there.
  '{ledger} has no report {name}; did you mean {list}?': '{ledger}中没有报告{name}；是否指{list}？',
  '{ledger} has no item {name}; did you mean {list}?': '{ledger}中没有条目{name}；是否指{list}？',
  '{ledger} has no report or item {name}; did you mean {list}?': '{ledger}中没有报告或条目{name}；是否指{list}？',
  '{ledger} has no report or failed source {name}; did you mean {list}?':
    '{ledger}中没有报告或失败的来源{name}；是否指{list}？',
  '{ledger} has no report {name}; {hint}': '{ledger}中没有报告{name}；{hint}',
  '{ledger} has no item {name}; {hint}': '{ledger}中没有条目{name}；{hint}',
  '{ledger} has no report or item {name}; {hint}': '{ledger}中没有报告或条目{name}；{hint}',
  '{ledger} has no report or failed source {name}; {hint}': '{ledger}中没有报告或失败的来源{name}；{hint}',
  'taizhang list --versions prints the keys of what it has': 'taizhang list --versions列出其中各报告的编号',
  'taizhang list --items prints the keys of what it has': 'taizhang list --items列出其中各条目的编号',
  'taizhang list and taizhang check print what it has': 'taizhang list和taizhang check列出其中的内容',
  'taizhang list prints the keys of what it has': 'taizhang list列出其中各报告的编号',
  '{ledger} has no item {name}: the report {key} has no items': '{ledger}中没有条目{name}：报告{key}没有条目',
  '{ledger} has no item {name}: the report {key} has items 1 to {n}': '{ledger}中没有条目{name}：报告{key}的条目为1至{n}',
  '{ledger} has no correction {n}; taizhang corrections prints their numbers':
    '{ledger}中没有更正{n}；taizhang corrections列出各更正的编号',
  'there is no file {name}, and {ledger} has no report of this key; taizhang list prints the keys of what it has':
    '没有文件{name}，{ledger}中也没有这个编号的报告；taizhang list列出其中各报告的编号',

  // Files and ports.
  '{name} cannot be written': '{name}无法写入',
  '{name} cannot be written; nothing was taken in': '{name}无法写入；没有收入任何内容',
  '{name} cannot be read': '{name}无法读取',
  '{name} names no path or address': '{name}中没有路径或网址',
  '{name} is no folder': '{name}不是文件夹',
  '{name}, line {n}: this is no correction; nothing was taken in': '{name}第{n}行不是更正；没有收入任何内容',
  'cannot listen on {host} port {port} ({code}); another --port may be free':
    '无法在{host}的端口{port}上提供服务（{code}）；可用--port另选端口',

  // What the ledger says.
  'Make a ledger with: taizhang ingest PATH… --db {name}': '建立台账可用：taizhang ingest PATH… --db {name}',
  '{path}: there is no ledger here.': '{path}：这里没有台账。',
  '{path}: there is no ledger in this file yet.': '{path}：这个文件中还没有台账。',
  '{path}: this is not a file.': '{path}：这不是文件。',
  '{path}: this file is not an SQLite database.': '{path}：这个文件不是SQLite数据库。',
  '{path}: this file is not an SQLite database; it is left as it is.': '{path}：这个文件不是SQLite数据库，未作改动。',
  '{path}: this is the database of another program; it is left as it is.': '{path}：这是其他程序的数据库，未作改动。',
  '{path}: a later version of taizhang made this ledger (schema {version}, this program knows {known}).':
    '{path}：这个台账由更新版本的taizhang建立（格式{version}，本程序只支持到{known}）。',
  '{path}: an earlier version of taizhang made this ledger. Bring it up to date, without loss, with: taizhang index --db {name}':
    '{path}：这个台账由较早版本的taizhang建立。升级不会丢失内容，请运行：taizhang index --db {name}',
  '{path}: another process is writing to the ledger; try again when it is done.':
    '{path}：另一个进程正在写入台账；请等它完成后再试。',
  '{path}: cannot open or write the database ({why}).': '{path}：无法打开或写入数据库（{why}）。',
  '{path}: cannot open the database ({why}).': '{path}：无法打开数据库（{why}）。',
  '{path}: cannot read the database ({why}).': '{path}：无法读取数据库（{why}）。',
  '{path}: cannot write ({why}).': '{path}：无法写入（{why}）。',
  '{path}: cannot make the folder ({why}).': '{path}：无法建立文件夹（{why}）。',
  '{path}: cannot write the export ({why}).': '{path}：无法写出导出文件（{why}）。',
  '{path}: cannot write the site ({why}).': '{path}：无法写出网站（{why}）。',
  '{path}: the database is damaged.': '{path}：数据库已损坏。',
  '{path}: the ledger holds rows without their report; it is left as it is.': '{path}：台账中有缺少报告的记录行，未作改动。',
  '{path}: the ledger was opened for reading only.': '{path}：台账以只读方式打开。',
  '{path}: the folder holds something else than a site; it is left as it is.': '{path}：文件夹中有网站以外的内容，未作改动。',
  '{path}: there is a ledger here that holds something; it is left as it is.': '{path}：这里的台账已有内容，未作改动。',
  '{path}: the database must be one in UTF-8 (it is in {encoding}).': '{path}：数据库必须采用UTF-8编码（现为{encoding}）。',
  '{path}: the schema {name} is of another program; it is left as it is.': '{path}：模式{name}属于其他程序，未作改动。',
  'This is no address of a Postgres database.': '这不是Postgres数据库的地址。',
  'A queue needs a ledger in Postgres.': '队列需要Postgres中的台账。',
  "SQLite's native part (better-sqlite3) is not built for this Node; run npm ci with its scripts, or: node scripts/postinstall.mjs":
    'SQLite的本机部件（better-sqlite3）没有为当前的Node构建；请运行npm ci（不要禁用脚本），或运行：node scripts/postinstall.mjs',
  'permission denied': '没有权限',
  'the file system is read-only': '文件系统只读',
  'a part of its path is a file': '路径中有一段是文件',
  'the disk is full': '磁盘已满',
  '{name}: there is no such report in the ledger.': '{name}：台账中没有这份报告。',
  '{name}: only items of current versions are linked.': '{name}：只有现行版本的条目才有关联。',
  '{name}: its report is not in the ledger.': '{name}：台账中没有其报告。',
  "{name} is the beginning of more than one report's id; give more digits.": '{name}是多份报告编号的开头；请多写几位。',
  '{name} may be any of {list}; name one of them in full.': '{name}可能指{list}；请写出全名。',
  '{field} cannot be {value}.': '{field}不能是{value}。',
  'There is no such item.': '没有这个条目。',
  'Search for at most {n} characters.': '检索词最多{n}个字符。',
  'Only statements that read are run here.': '这里只运行读取的语句。',
  'The ledger holds rows that are no valid record.': '台账中有不合格式的记录行。',
  'The ledger holds rows without their report; it is left as it is.': '台账中有缺少报告的记录行，未作改动。',
  'The record does not fit its schema: {path}: {detail}': '记录不符合格式：{path}：{detail}',
  'The items of a record are numbered from 1 without gaps.': '记录的条目应从1起连续编号。',
  'The text of the document holds half of a character (a lone surrogate).': '文档正文含有半个字符（单独的代理码位）。',
  '{n} rows of {table} refer to rows of {parent} that are not there': '{table}中有{n}行所引用的{parent}行不存在',
  '{path}: a later version of taizhang has brought this ledger up to date meanwhile ({detail}).':
    '{path}：更新版本的taizhang已将这个台账升级（{detail}）。',
  '{path}: tables or views of your own depend on the ledger’s, which are made anew for this version; take them out first ({detail}).':
    '{path}：您自建的表或视图依赖台账的表，而台账的表要按本版本重建；请先将其移除（{detail}）。',
  '{path}: the server does not let this user in; look at user and password ({detail}).':
    '{path}：服务器不允许这个用户登录；请检查用户名和密码（{detail}）。',
  '{path}: the server has no such database ({detail}).': '{path}：服务器上没有这个数据库（{detail}）。',
  '{path}: the server cannot be reached ({detail}).': '{path}：无法连接服务器（{detail}）。',
  '{path}: another process is writing to the ledger; try again when it is done ({detail}).':
    '{path}：另一个进程正在写入台账；请等它完成后再试（{detail}）。',
  '{path}: the server has no room for this ({detail}).': '{path}：服务器空间不足（{detail}）。',
  '{path}: the user may not write here ({detail}).': '{path}：这个用户无权写入（{detail}）。',
  '{path}: the text holds a character that Postgres cannot keep ({detail}).':
    '{path}：文字中有Postgres无法保存的字符（{detail}）。',
  '{path}: the server reports damage ({detail}).': '{path}：服务器报告数据损坏（{detail}）。',
  '{path}: the connection to the server broke ({detail}).': '{path}：与服务器的连接中断（{detail}）。',

  '{message} Waiting for it.': '{message}正在等待其恢复。',

  // What a source says.
  '{name} does not exist': '{name}不存在',
  '{name} may not be read: permission denied': '{name}无法读取：没有权限',
  '{name} is a loop of symbolic links': '{name}是循环的符号链接',
  '{name} cannot be read: {detail}': '{name}无法读取：{detail}',
  '{name} is a folder; to take all reports in it run: taizhang ingest {path}':
    '{name}是文件夹；要收取其中所有报告，请运行：taizhang ingest {path}',
  '{name} is not a regular file': '{name}不是普通文件',
  '{name} is an address of the web; to fetch it into a ledger run: taizhang ingest {path}':
    '{name}是网址；要抓取并记入台账，请运行：taizhang ingest {path}',
  'standard input is a terminal; pipe a report into it or name a file': '标准输入是终端；请用管道送入报告，或指定文件',
  '{name} is too large ({size}): the limit is {limit}; --max-size raises it':
    '{name}过大（{size}）：上限为{limit}，可用--max-size提高',
  '{name} is too large: the limit is {limit}; --max-size raises it': '{name}过大：上限为{limit}，可用--max-size提高',
  '{name} is larger than the limit of {limit}; --max-size raises it': '{name}超过上限{limit}，可用--max-size提高',
  'more than {n} files; take them in parts': '文件超过{n}个；请分批处理',
  '{name} holds no file that could be a report': '{name}中没有可能是报告的文件',
  '{name} holds no file that could be a report (txt, md, html, docx, xlsx, pdf, zip, …)':
    '{name}中没有可能是报告的文件（txt、md、html、docx、xlsx、pdf、zip等）',
  '{name} matches no file that could be a report': '没有与{name}匹配的报告文件',
  '{name} is not an address that can be fetched (http or https)': '{name}不是可以抓取的网址（http或https）',
  '{name} is not an address of the web (http or https)': '{name}不是网址（http或https）',
  '{name}: the address is too long': '{name}：网址过长',
  '{name}: an address with a user name is not taken': '{name}：不收取带用户名的网址',
  '{name} did not answer within {n} s': '{name}未在{n}秒内响应',
  '{name} answered with status {n}': '{name}返回状态{n}',
  '{name} could not be fetched: {detail}': '{name}无法抓取：{detail}',
  '{name} broke off before all of it had come': '{name}传输中断，内容不完整',
  '{name} was redirected more than {n} times': '{name}重定向超过{n}次',
  '{name} asks to wait {seconds} s (status {n}); try again then': '{name}要求等待{seconds}秒（状态{n}）；请届时再试',
  "{name} may not be fetched by programs: the site's robots.txt says so": '{name}不允许程序抓取：网站的robots.txt如此规定',
  'the host {name} is not known': '找不到主机{name}',
  'the host {name} has no address': '主机{name}没有地址',
  '{name} is an archive inside an archive; unpack it first': '{name}是压缩包中的压缩包；请先解压',

  // Headings of the account of the readings.
  '# Readings: cost, items, what opens an item': '# 读法：代价、条目数、条目由何开头',
  '# Lines: number, role and cost in the best readings, mark, label, words':
    '# 各行：行号、在最好的读法中的作用和代价、序号、栏目、文字',
  '# Head': '# 标题与概况',
  '# {name}, cost {n}': '# {name}，代价{n}',
  'there is no line {n}': '没有第{n}行',

  // A defect.
  'unexpected error: {detail}': '意外错误：{detail}',
  'This is a defect of the program. TAIZHANG_DEBUG=1 prints where it happened.':
    '这是程序的缺陷。设置TAIZHANG_DEBUG=1可显示出错位置。',
} as const satisfies Readonly<Record<string, string>>

export type Message = keyof typeof messages
