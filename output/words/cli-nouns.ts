/** What is counted, with the Chinese measure word (量词) and noun. */
export const nouns = {
  report: '份报告',
  item: '个条目',
  'more item': '个条目',
  source: '个来源',
  file: '个文件',
  link: '条关联',
  correction: '条更正',
  'failed attempt': '次失败记录',
  document: '份文件',
  job: '个任务',
  day: '天',
  diagnostic: '条诊断',
} as const
