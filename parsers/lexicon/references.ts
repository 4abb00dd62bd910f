/** The words of references to documents and standards, as data. */

/** Codes of Chinese standards: national, industry and local ones (GB/T 1.1; industry codes by the standards administration). */
export const standardCodes =
  '(?:GB[JZ]?|GBZ|GA|HJ|DB\\d{2}|CJJ?|SL|NY|HG|JTG?|JTJ|LY|SY|TD|QX|YC|WS|DL|MT|JB|JC|JGJ?|DZ|HY|SC|AQ|TSG|CECS|RISN|ISO|IEC|Q)'

/** Nouns that a document's name ends in. */
export const documentNouns =
  '(?:意见|通知|方案|办法|规定|规划|条例|函|决定|决议|批复|批示|纪要|公告|通告|通报|公报|标准|细则|规范|规程|规则|指南|导则|要求|文件|报告|计划|清单|目录|名录|令|法|协议|制度|章程|纲要|措施|督办单|任务书|责任书)'

/** A document's name begins behind these when it is not in 《》. */
export const beforeDocument = [
  '贯彻落实',
  '落实',
  '根据',
  '按照',
  '依据',
  '依照',
  '遵照',
  '参照',
  '对照',
  '执行',
  '印发了',
  '印发',
  '下发了',
  '下发',
  '出台了',
  '出台',
  '制定了',
  '制定',
  '转发',
  '发布',
  '修订',
  '违反',
  '符合',
  '围绕',
  '结合',
  '严格按',
  '下达',
  '收到',
  '报送',
  '关于印发',
  '以及',
  '以',
  '和',
  '与',
  '及',
  '或',
  '在',
  '由',
  '据',
  '按',
] as const
