/** What stands around the text of a page: a table that lays it out, navigation beside it, a hidden copy. */
import type { Layout } from '../axes.js'

const links = ['首页', '政务公开', '通知公告', '督查整改', '办事服务', '互动交流']
const navigation = links.map((name, at) => `<li><a href="/c${at}/">${name}</a></li>`).join('')

const frames: Partial<Record<Layout['container'], (body: string) => string>> = {
  htmlFragment: (body) => `<div class="content">\n${body}\n</div>\n`,
  htmlCell: (body) =>
    page(`<table width="980" border="0" cellspacing="0" cellpadding="0"><tr><td class="content">\n${body}\n</td></tr></table>`),
  htmlColumns: (body) =>
    page(
      `<table width="980" border="0"><tr><td width="180" valign="top"><ul>${navigation}</ul></td>\n<td valign="top"><table width="100%"><tr><td>\n${body}\n</td></tr></table></td></tr></table>`,
    ),
  htmlHidden: (body) =>
    page(
      `<div class="content">\n${body}\n</div>\n<div id="print" style="display:none">\n<div class="print-content">\n${body}\n</div>\n</div>`,
    ),
  htmlWord: (body) =>
    `<html xmlns:o="urn:schemas-microsoft-com:office:office">\n<head><meta charset="utf-8"><meta name=Generator content="Microsoft Word 15">\n<style>\n<!--\np.MsoNormal {margin:0cm; text-indent:32.0pt;}\n-->\n</style></head>\n<body lang=ZH-CN>\n<div class=WordSection1>\n${body.replaceAll('<p', '<p class=MsoNormal').replaceAll('</p>', '<o:p></o:p></p>')}\n</div>\n</body></html>\n`,
}
const page = (body: string): string =>
  `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"></head><body>\n${body}\n</body></html>\n`

export const framed = ({ container }: Layout, body: string): string =>
  frames[container]?.(body) ?? page(`<div class="content">\n${body}\n</div>`)
