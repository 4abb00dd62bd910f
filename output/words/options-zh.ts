/** Options that several commands have, in Chinese, keyed by their flags; the English is in output/cli/command-spec.ts. */

export const db = { '--db <file>': '台账：SQLite文件，或postgres://用户:密码@主机:端口/数据库（默认：taizhang.db）' }
export const json = { '--json': '输出JSON，供程序读取' }
export const quiet = { '--quiet': '只输出结果，不显示汇总、进度和说明' }
export const lang = { '--lang <lang>': '页面和提示的语言：zh或en（默认：按TAIZHANG_LANG、LC_ALL或LANG）' }
export const limits = {
  '--max-size <mb>': '单个来源的最大体积，单位MB（默认：64）',
  '--time-limit <seconds>': '单个文件的最长用时，单位秒（默认：60）',
}
export const out = { '--out <file>': '写入这个文件；xlsx格式必须指定' }

/** What list, search, due, digest and export are narrowed by. */
export const filters = {
  '--kind <kinds>': '报告类型：plan（方案）、checklist（清单）、progress（情况报告）、unknown（未识别）',
  '--region <names>': '地区名称或GB/T 2260代码，含所辖各级；也可只写名称的一部分',
  '--programme <types>':
    '督察巡视类别：audit（审计）、discipline_inspection（巡视巡察）、central_environmental_inspection（中央生态环境保护督察）等',
  '--round <numbers>': '督察巡视的轮次',
  '--year <years>': '报告日期的年份；没有日期的，取标题中的年份',
  '--certainty <most>': '条目清单的可信度不高于此数（0到1）的报告',
  '--status <codes>': '整改状态：completed（完成）、in_progress（正在整改）等；none指报告没有说明',
  '--open': '最新报告称尚未完成的',
  '--closure <codes>': '销号：submitted（拟销号）、closed（已销号）、none（未提销号）',
  '--unit <names>': '责任主体中有这个单位；全称、简称、名称的一部分均可',
  '--role <role>': '与--unit合用：单位的角色，如lead_unit（牵头单位）',
  '--due-from <day>': '期限在这一天或以后',
  '--due-to <day>': '期限在这一天或以前',
  '--text <words>': '问题、目标、措施或整改情况中含有所有这些词',
}
export const several = '可以取多个值的选项，重复写出或用逗号分开均可。台账中没有的报告、地区或单位，视为用法有误（2）。'

/** What `--help` says around the commands. */
export const helpZh = {
  description: '把公开的整改报告（整改方案、清单、整改情况报告、销号公示）汇成台账。',
  version: '显示版本',
  help: '显示用法',
  helpCommand: '显示某个命令的用法',
  lang: '用法说明、提示和页面的语言：zh或en（默认：按TAIZHANG_LANG、LC_ALL或LANG）',
  afterError: '加上--help运行，可查看用法。',
  exitCodes: '退出码：0 一切正常；1 某份报告、某个文件或台账有问题；2 命令用法有误；3 台账已损坏。',
  examples: '示例：',
}

/** Commander's own words. */
export const frameZh: Readonly<Record<string, string>> = {
  'Usage:': '用法:',
  'Options:': '选项：',
  'Commands:': '命令：',
  '[options]': '[选项]',
  '[command]': '[命令]',
}
