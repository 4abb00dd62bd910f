import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlBlocks, readHtml, readHtmlText } from '../parsers/readers/html.js'
import type { Block, BlockRoot, Paragraph, Table } from '../parsers/tree.js'
import { bytes, encode } from './encode.js'
import { outline } from './outline.js'

const blocks = (html: string): string[] => outline({ children: htmlBlocks(html).blocks })
const codes = (root: Pick<BlockRoot, 'data'>): string[] => root.data.notices.map(({ code }) => code)

describe('htmlBlocks', () => {
  it.each<[name: string, html: string, expected: string[]]>([
    ['paragraphs', '<p>　　一、问题</p><p>措施</p>', ['一、问题', '措施']],
    [
      'Word’s spans cut at random',
      '<p class="MsoNormal"><span lang="EN-US">2</span><span>021年<b>6</b></span><span>月底<o:p></o:p></span><o:p>&nbsp;</o:p></p>',
      ['2021年6月底'],
    ],
    [
      'lines of the source broken in mid-sentence',
      '<p>责任单位：县\n   住建局\nCOD\nlimit</p>',
      ['责任单位：县住建局 COD limit'],
    ],
    ['blanks kept as one', '<p>问题   一 ：<span> 扬尘 </span> 噪声</p>', ['问题 一 ： 扬尘 噪声']],
    ['nothing but no-break blanks', '<p>&nbsp;&nbsp;\u200b</p><p>　　</p><div>\ufeff</div><p>甲</p>', ['甲']],
    ['a single break', '<p>关于整改情况的<br>公示</p>', ['关于整改情况的⏎公示']],
    ['prose parted by two breaks', '<div>第一段。<br><br/>第二段。<BR> <br>第三段</div>', ['第一段。', '第二段。', '第三段']],
    [
      'prose parted by a break and an indent',
      '<div>　　第一段。<br>　　第二段。<br>&nbsp;&nbsp;&nbsp;&nbsp;第三段。</div>',
      ['第一段。', '第二段。', '第三段。'],
    ],
    ['text beside boxes', '甲<div>乙<p>丙</p>丁</div>戊', ['甲', '乙', '丙', '丁', '戊']],
    ['headings', '<h1>整改<span>清单</span></h1><h3>一、水</h3>', ['#1 整改清单', '#3 一、水']],
    [
      'bold',
      '<p><strong>一、</strong><span style="font-weight: 700">问题</span></p><p><b>问题：</b>扬尘</p>',
      ['*一、问题*', '问题：扬尘'],
    ],
    ['bold taken back', '<b><p>粗<span style="font-weight:normal">细</span></p></b>', ['粗细']],
    [
      'strike-outs of every kind',
      '<p>甲<s>乙</s><del>丙</del><strike>丁</strike><span style="text-decoration: underline line-through">戊</span><ins>己</ins></p>',
      ['甲⟦乙丙丁戊⟧己'],
    ],
    [
      'strike-outs by class',
      '<style>@media print{.a{text-decoration:line-through}} td.xl66, .b {color:red;text-decoration:line-through;}</style><p>甲<span class="a">乙</span><span class="c b">丙</span></p>',
      ['甲乙⟦丙⟧'],
    ],
    ['struck words over an element’s end', '<p>限期<del>6月</del> <del>底前</del>完成</p>', ['限期⟦6月 底前⟧完成']],
    [
      'what is hidden',
      '<p>甲<span style="display:none">乙</span></p><div hidden>丙</div><p style="VISIBILITY: hidden">丁</p><p>戊<i style="font-size:0">己</i></p>',
      ['甲', '戊'],
    ],
    ['a body that a script shows', '<body style="display:none"><p>甲</p></body>', ['甲']],
    [
      'scripts, controls and comments',
      '<script>var a="<p>x</p>"</script><noscript>请开启</noscript><!-- <p>草稿</p> --><p>甲<button>打印</button><input value="x"><select><option>乙</select></p>',
      ['甲'],
    ],
    ['numbers of lists', '<ol><li>排查</li><li><p>修复</p><p>验收</p></li></ol>', ['1. 排查', '2. 修复', '验收']],
    [
      'numbers of lists that start late or skip',
      '<ol start="4"><li>甲<li value="9">乙<li>丙</ol>',
      ['4. 甲', '9. 乙', '10. 丙'],
    ],
    ['Chinese numbers of lists', '<ol style="list-style-type:cjk-ideographic"><li>甲<li>乙</ol>', ['一、甲', '二、乙']],
    [
      'lists that bring their numbers',
      '<ol><li>1、甲</li><li>（二）乙</li></ol><ol style="list-style:none"><li>丙</ol>',
      ['1、甲', '（二）乙', '丙'],
    ],
    ['bullets and nested lists', '<ul><li>甲<ol><li>乙</li></ol></li><li>丙</li></ul>', ['甲', '1. 乙', '丙']],
    ['raised figures', '<p>20毫克/m<sup>3</sup>，10<sup>4</sup>个，CO<sub>2</sub></p>', ['20毫克/m³，10⁴个，CO2']],
    ['preformatted text', '<pre>一、问题\n  扬尘\n\n二、措施</pre>', ['一、问题⏎  扬尘', '二、措施']],
    [
      'a table',
      '<table><thead><tr><td>序号</td><td>问题</td></tr></thead><tbody><tr><td>1</td><td>扬尘</td></tr></tbody></table>',
      ['| 序号 | 问题 | (header)', '| 1 | 扬尘 |'],
    ],
    [
      'several paragraphs in a cell',
      '<table><tr><td>1</td><td><p>县住建局</p><p>县城管局</p></td><td>甲<br>乙</td></tr></table>',
      ['| 1 | 县住建局¶县城管局 | 甲¶乙 |'],
    ],
    [
      'a header of two levels',
      '<table><tr><th rowspan=2>序号</th><th colspan=2>单位</th></tr><tr><th>牵头</th><th>配合</th></tr><tr><td>1</td><td>甲</td><td>乙</td></tr></table>',
      ['| 序号(1×2) | 单位(2×1) | (header)', '| 牵头 | 配合 | (header)', '| 1 | 甲 | 乙 |'],
    ],
    [
      'cells left unclosed',
      '<table><tr><td>1<td><p>甲<td>乙<tr><td>2<td>丙<td>丁</table>',
      ['| 1 | 甲 | 乙 |', '| 2 | 丙 | 丁 |'],
    ],
    [
      'a table in a cell',
      '<table><tr><td>1</td><td>甲<table><tr><td>乙</td><td>丙</td></tr></table>丁</td><td>县局</td></tr><tr><td>2</td><td>问题</td><td>市局</td></tr></table>',
      ['| 1 | 甲¶乙¶丙¶丁 | 县局 |', '| 2 | 问题 | 市局 |'],
    ],
    [
      'a layout table around a real one',
      '<table><tr><td>菜单</td><td><p>清单如下</p><table><tr><td>1</td><td>扬尘污染突出</td></tr><tr><td>2</td><td>噪声扰民严重</td></tr></table></td></tr></table>',
      ['菜单', '清单如下', '| 1 | 扬尘污染突出 |', '| 2 | 噪声扰民严重 |'],
    ],
    ['a box of one cell', '<table border=1><tr><td><p>甲</p><p>乙</p></td></tr></table>', ['甲', '乙']],
    ['a caption', '<table><caption>附表</caption><tr><td>1</td><td>甲</td></tr></table>', ['附表', '| 1 | 甲 |']],
    [
      'rows and columns of a ruler',
      '<table><tr></tr><tr><td colspan=3>1</td><td colspan=2 rowspan=3>甲</td></tr><tr></tr><tr><td colspan=3>2</td></tr></table>',
      ['| 1 | 甲(1×2) |', '| 2 |'],
    ],
    ['a hidden row', '<table><tr style="display:none"><td>0<td>x</tr><tr><td>1<td>甲</tr></table>', ['| 1 | 甲 |']],
    [
      'spans that claim too much',
      '<table><tr><td rowspan="1000000000">1</td><td rowspan="0">甲</td><td colspan="-3">乙</td></tr><tr><td>丙</td></tr></table>',
      ['| 1(1×2) | 甲(1×2) | 乙 |', '| 丙 |'],
    ],
  ])('reads %s', (_, html, expected) => expect(blocks(html)).toEqual(expected))

  it('tells what is centred', () => {
    const centered = htmlBlocks(
      '<center>甲</center><p align=center>乙</p><div style="text-align:center"><p>丙</p><p style="text-align:left">丁</p></div>',
    ).blocks
    expect(centered.map((block) => (block.type === 'paragraph' ? block.data?.centered === true : null))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('says how long a rendered number is', () => {
    const [first] = htmlBlocks('<ol start=12><li>甲</ol>').blocks
    expect(first).toMatchObject({ value: '12. 甲', data: { numberLength: 3 } })
  })

  it('places cells in columns under spans', () => {
    const [table] = htmlBlocks('<table><tr><td rowspan=2>1</td><td>甲</td></tr><tr><td>乙</td></tr></table>').blocks as Table[]
    expect(table?.children.map((row) => row.children.map(({ column }) => column))).toEqual([[0, 1], [1]])
  })
})

/** A page as content managers build them. */
const page = (content: string, head = ''): string => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>
<div class="top"><a href="/">网站首页</a><a href="/zw/">政务公开</a><a href="/hd/">互动交流</a></div>
<div class="header"><form><input name="q"><button>搜索</button></form>无障碍阅读 | 长者模式</div>
<div class="wrap"><div class="BreadcrumbNav">当前位置：<a href="/">首页</a> &gt; <a href="/z/">督察整改</a> &gt; 正文</div>
${content}
<div class="xgwz"><h3>相关文章</h3><ul><li><a href="/1.html">关于开展督察问题整改回头看的通知</a></li><li><a href="/2.html">我县召开整改推进会</a></li></ul></div></div>
<div class="foot"><p>主办：柳溪县人民政府办公室 承办：柳溪县大数据中心 技术支持：某公司</p><p>网站标识码4300000001 某ICP备12000001号-1 建议使用IE9以上浏览器，以获得最佳浏览效果。</p></div>
<div id="tc">您访问的链接即将离开“柳溪县人民政府”网站，是否继续？</div><script>document.write("<div>")</script></body></html>`

const body = [
  '根据省督察组反馈意见，现将整改情况公示如下。',
  '一、问题：城区污水管网破损，雨天溢流。',
  '整改情况：已完成修复3.2公里。',
  '公示期间如有异议，请联系县生态环境分局，电话0700-1234567。',
]
const prose = body.map((line) => `<p>　　${line}</p>`).join('\n')
const title = '柳溪县省督察反馈问题整改情况公示'
const info =
  '<div class="info"><span>发布时间：2022-03-04 10:20</span> <span>来源：县环委办</span> 浏览次数：<em>12</em> 字号：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>] <a href="javascript:window.print()">打印</a></div>'

describe('readHtmlText', () => {
  const whole = [`#1 ${title}`, ...body]
  it.each<[name: string, html: string, expected: string[]]>([
    [
      'a named container',
      page(`<div class="article"><h1>${title}</h1>${info}<div class="TRS_Editor">${prose}</div></div>`),
      whole,
    ],
    [
      'a container without a telling name',
      page(`<div class="c1"><h1>${title}</h1>${info}<div class="c2">${prose}</div><div>【打印】 【关闭】</div></div>`),
      whole,
    ],
    ['content without boxes', page(`<h1>${title}</h1>${info}${prose}`), whole],
    ['content in a wrapper named like a menu', page(`<div class="nav-main"><h1>${title}</h1>${prose}</div>`), whole],
    ['prose parted by breaks', page(`<div id="zoom"><h1>${title}</h1>${body.join('<br>　　')}</div>`), whole],
    [
      'every line in its own box',
      page(`<div class="c"><h1>${title}</h1>${body.map((line) => `<div><span>${line}</span></div>`).join('')}</div>`),
      whole,
    ],
    [
      'a layout of tables',
      page(
        `<table width="980"><tr><td width="200"><a href="/a">机构概况</a><br><a href="/b">工作动态</a></td><td><table><tr><td align="center"><h1>${title}</h1></td></tr><tr><td>${info}</td></tr><tr><td>${prose}</td></tr></table></td></tr></table>`,
      ),
      whole,
    ],
    [
      'the title in the head alone',
      page(`<div id="UCAP-CONTENT">${prose}</div>`, `<title>${title}_柳溪县人民政府门户网站</title>`),
      whole,
    ],
    [
      'the title in a meta tag',
      page(`<div class="view">${prose}</div>`, `<meta name="ArticleTitle" content="${title}"><title>柳溪县人民政府</title>`),
      whole,
    ],
    [
      'a title that the text has in two lines',
      page(
        `<div class="view"><p align="center">柳溪县省督察反馈问题</p><p align="center">整改情况公示</p>${prose}</div>`,
        `<meta name="ArticleTitle" content="${title}">`,
      ),
      ['柳溪县省督察反馈问题', '整改情况公示', ...body],
    ],
    [
      'a title in a box of its own',
      page(
        `<div class="xl_title">${title}</div>${info}<div class="TRS_Editor">${prose}</div>`,
        '<title>柳溪县人民政府网</title>',
      ),
      whole,
    ],
    [
      'a title in two lines of a heading',
      page(`<h1>柳溪县省督察反馈问题<br>整改情况公示</h1><div class="TRS_Editor">${prose}</div>`),
      whole,
    ],
    [
      'a site’s name as heading',
      page(`<h1>柳溪县人民政府</h1><div class="TRS_Editor">${prose}</div>`, `<title>${title}</title>`),
      whole,
    ],
    ['a column’s name in the head', page(`<div class="view">${prose}</div>`, '<title>柳溪县人民政府网</title>'), body],
    [
      'an index table over the text',
      page(
        `<div class="content"><table><tr><td>索引号：</td><td>0011/2022-0003</td><td>主题分类：</td><td>环境保护</td></tr><tr><td>发布机构：</td><td>县环委办</td><td>发布日期：</td><td>2022-03-04</td></tr></table><h1>${title}</h1>${prose}</div>`,
      ),
      whole,
    ],
    [
      'index lines over the text',
      page(
        `<div class="content"><ul><li>索引号：0011/2022-0003</li><li>主题分类：环境保护</li><li>发文机关：县环委办</li><li>发布日期：2022-03-04</li></ul><h1>${title}</h1>${prose}</div>`,
      ),
      whole,
    ],
    [
      'editors and neighbours after the text',
      page(
        `<div class="content"><h1>${title}</h1>${prose}<p>责任编辑：王某</p><p>上一篇：<a href="1">甲</a></p><p>下一篇：没有了</p><p>扫一扫在手机打开当前页</p></div>`,
      ),
      whole,
    ],
    [
      'a signature and its day',
      page(
        `<div class="content"><h1>${title}</h1>${prose}<p align="right">柳溪县环委办</p><p align="right">2022年3月4日</p></div>`,
      ),
      [...whole, '柳溪县环委办', '2022年3月4日'],
    ],
    [
      'titles of other pages behind it, which are no links',
      page(
        `<div class="article"><h1>${title}</h1>${prose}<p>相关文档：</p><ul><li>问题九：城区噪声扰民问题整改情况公示</li></ul></div>`,
      ),
      whole,
    ],
    [
      'words about other pages that prose follows',
      page(`<div class="article"><h1>${title}</h1><p>相关信息：</p>${prose}</div>`),
      whole,
    ],
    ['a fragment', prose, body],
    ['plain text in a page', `<html><body>${body.join('<br><br>')}</body></html>`, body],
  ])('finds the report in %s', (_, html, expected) => {
    const lines = outline(readHtmlText(html)).map((line) => line.replace(/^#\d /, '#1 '))
    expect(lines).toEqual(expected)
  })

  it('finds a short closure notice and its table among long menus', () => {
    const menu = `<div class="c9">${Array.from({ length: 120 }, (_, at) => `<li><a href="/${at}">栏目名称第${at}号，公开信息。</a></li>`).join('')}</div>`
    const table =
      '<table><tr><th>序号</th><th>问题</th><th>整改情况</th></tr><tr><td>1</td><td>扬尘</td><td>已完成</td></tr></table>'
    const lines = outline(
      readHtmlText(page(`${menu}<div class="c3"><p>现将拟销号问题公示如下：</p>${table}<p>监督电话：0700-1234567</p></div>`)),
    )
    expect(lines).toEqual([
      '现将拟销号问题公示如下：',
      '| 序号 | 问题 | 整改情况 | (header)',
      '| 1 | 扬尘 | 已完成 |',
      '监督电话：0700-1234567',
    ])
  })

  it.each<[name: string, head: string, content: string, meta: BlockRoot['data']['meta']]>([
    [
      'meta tags',
      '<meta name="ArticleTitle" content="甲公示"><meta name="PubDate" content="2022-03-04 10:20:01"><meta property="og:url" content="https://example.org/a.html">',
      prose,
      { title: '甲公示', published: '2022-03-04', url: 'https://example.org/a.html' },
    ],
    ['the title’s own part', `<title>督察整改-${title}-柳溪县人民政府</title>`, prose, { title }],
    ['a heading before the head’s title', '<title>柳溪县政府网</title>', `<h1>${title}</h1>${prose}`, { title }],
    [
      'the line under the title',
      '',
      `<h1>${title}</h1><p>日期：2022年3月4日　来源：本站</p>${prose}`,
      { title, published: '2022-03-04' },
    ],
    [
      'an index table over the content',
      '',
      `<table><tr><td>索引号</td><td>01</td><td>体裁</td><td>公告</td></tr><tr><td>发文机关</td><td>县环委办</td><td>公开日期</td><td>2022年03月04日</td></tr></table><div class="TRS_Editor">${prose}</div>`,
      { published: '2022-03-04' },
    ],
    [
      'a browser’s remark',
      '<!-- saved from url=(0028)https://example.org/gs/1.html -->',
      prose,
      { url: 'https://example.org/gs/1.html' },
    ],
    ['nothing', '', prose, {}],
  ])('takes metadata from %s', (_, head, content, meta) =>
    expect(readHtmlText(`<html><head>${head}</head><body><div>${content}</div></body></html>`).data.meta).toEqual(meta),
  )

  it('notices files and pictures, but not those of menus', () => {
    const root = readHtmlText(
      page(
        `<div class="content"><h1>${title}</h1>${prose}<p><img src="/upload/a.jpg"><a href="/p/清单.xlsx?v=1">附件：整改清单</a></p></div>`,
      ).replace('互动交流', '<img src="/x.png">'),
    )
    expect(root.data.notices.filter(({ code }) => code !== 'boilerplate_removed')).toMatchObject([
      { code: 'attachment_link', message: expect.stringContaining('整改清单 </p/清单.xlsx') },
      { code: 'image_in_content' },
    ])
  })

  it('says that the content is only a picture', () => {
    const root = readHtmlText(
      page(`<div class="content"><h1>${title}</h1><p><img src="/upload/a.jpg"><img src="/upload/b.jpg"></p></div>`),
    )
    expect(root.data.notices).toContainEqual(expect.objectContaining({ code: 'image_only' }))
  })

  it('reads a page that hides all its text until a script shows it', () => {
    const root = readHtmlText(`<html><body><div style="display:none">${prose}</div></body></html>`)
    expect(outline(root)).toEqual(body)
    expect(codes(root)).toEqual(['hidden_text_read'])
  })

  it('says that the content is in a frame', () => {
    const root = readHtmlText(
      '<html><body><iframe src="about:blank"></iframe><iframe src="/gs/list.html"></iframe></body></html>',
    )
    expect(root.data.notices).toMatchObject([{ code: 'content_in_frame', message: expect.stringContaining('/gs/list.html') }])
  })
})

describe('a title outside the box of the article', () => {
  const title = '中共青禾县水利局党组关于巡察整改进展情况的通报'
  const body = Array.from(
    { length: 4 },
    (_, i) => `<p>${i + 1}.关于第${i + 1}座水库管护不到位的问题。整改情况：已完成除险加固，落实管护人员。</p>`,
  ).join('')
  const forms: readonly string[] = [
    '<h1>T</h1>',
    '<h3>T</h3>',
    '<h5>T</h5>',
    '<div class="tit">T</div>',
    '<p class="tt">T</p>',
    '<div><span>T</span></div>',
    '<table><tr><td>T</td></tr></table>',
    '<div align="center"><b>T</b></div>',
  ]
  it.each(forms.flatMap((form) => ['id="zoom"', 'class="TRS_Editor"', 'class="article"'].map((box) => [form, box] as const)))(
    '%s before <div %s>',
    (form, box) => {
      const page =
        '<html><head><title>青禾县人民政府</title></head><body><h1 class="logo">青禾县廉政网</h1><div class="nav"><a href="/">首页</a></div>' +
        `${form.replace('T', title)}<div>发布时间：2023-05-06　来源：县水利局</div><div ${box}>${body}</div></body></html>`
      expect(readHtmlText(page).data.meta?.title).toBe(title)
    },
  )

  it('a line of navigation is none', () => {
    const page = `<html><head><title>青禾县人民政府</title></head><body><div>首页 &gt; 政务公开 &gt; 督察整改情况通报</div><div id="zoom">${body}</div></body></html>`
    expect(readHtmlText(page).data.meta?.title ?? '').not.toBe('督察整改情况通报')
  })
})

describe('readHtml', () => {
  it.each([
    ['GBK as declared', encode(page(prose).replace('utf-8', 'gb2312'), 'gb18030'), 'gb18030', []],
    ['GBK under a wrong declaration', encode(page(prose), 'gb18030'), 'gb18030', ['charset_misdeclared']],
    [
      'UTF-8 under a wrong declaration',
      encode(page(prose).replace('utf-8', 'gb2312'), 'utf-8'),
      'utf-8',
      ['charset_misdeclared'],
    ],
    ['UTF-16', bytes([0xff, 0xfe], encode(page(prose), 'utf-16le')), 'utf-16le', ['charset_misdeclared']],
  ])('reads %s', (_, source, encoding, notices) => {
    const root = readHtml(source)
    expect(outline(root)).toEqual(body)
    expect(root.data.encoding).toBe(encoding)
    expect(codes(root).filter((code) => code !== 'boilerplate_removed')).toEqual(notices)
  })

  it.each([
    [
      'quoted-printable',
      (html: string) =>
        [...encode(html, 'gb18030')]
          .map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
          .join('')
          .replace(/(.{60}(?<!=.?))/g, '$1=\r\n'),
    ],
    [
      'base64',
      (html: string) =>
        Buffer.from(encode(html, 'gb18030'))
          .toString('base64')
          .replace(/(.{76})/g, '$1\r\n'),
    ],
  ])('reads a web archive in %s', (coding, pack) => {
    const head = (type: string) =>
      `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${coding}\r\nContent-Location: https://example.org/gs.html\r\n\r\n`
    const archive = `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b1"\r\n\r\n\r\n------b1\r\n${head('text/css')}\r\n------b1\r\n${head('text/html; charset=gbk')}${pack(page(prose).replace(/<meta[^>]*>/, ''))}\r\n------b1--\r\n`
    const root = readHtml(bytes(archive))
    expect(outline(root)).toEqual(body)
    expect(root.data).toMatchObject({ encoding: 'gb18030', meta: { url: 'https://example.org/gs.html' } })
  })
})

describe('hostile pages', () => {
  it.each<[name: string, html: string, expected: string[]]>([
    ['tags nested deep', `${'<div>'.repeat(300_000)}<p>甲</p>`, ['nesting_too_deep']],
    ['tables nested deep', `${'<table><tr><td>'.repeat(10_000)}甲`, ['nesting_too_deep']],
    ['inline tags never closed', '<p><b><font size=1><a href=x>甲'.repeat(20_000), ['nesting_too_deep']],
    ['ends without starts', `${'<div>'.repeat(150)}${'</x></b>'.repeat(200_000)}甲`, []],
    ['a very wide table', `<table><tr>${'<td>甲</td>'.repeat(10_000)}</tr><tr><td>乙</table>`, ['table_too_wide']],
    [
      'a very wide span',
      '<table><tr><td colspan=1000>甲<td colspan=1000>乙<tr><td rowspan=65000>丙<td>丁</table>',
      ['table_too_wide'],
    ],
    ['spans over spans', `<table>${'<tr><td rowspan=65000 colspan=100>甲<td>乙'.repeat(300)}</table>`, ['table_too_wide']],
    ['a tag that never ends', `<p>甲</p><div ${'a '.repeat(200_000)}`, []],
    ['many attributes', `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(' ')}>甲</p>`, []],
    ['a comment that never ends', `<p>甲</p>${'<!-- '.repeat(200_000)}`, []],
    ['scripts that never end', `<p>甲</p>${'<script>'.repeat(100_000)}`, []],
    ['lines without end', `<div>${'甲<br>'.repeat(100_000)}</div>`, []],
  ])('reads %s', (_, html, expected) => {
    const root = readHtmlText(html)
    expect(codes(root).filter((code) => code !== 'boilerplate_removed')).toEqual(expected)
    expect(outline(root).join('')).toContain('甲')
  })

  it('stops at too many tags', () => {
    const root = readHtmlText(`<p>甲</p>${'<i></i>'.repeat(400_000)}<p>乙</p>`)
    expect(root.data.notices).toContainEqual(expect.objectContaining({ code: 'truncated' }))
    expect(outline(root)).toEqual(['甲'])
  })

  it('never throws and invents no character', () => {
    const token = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<table>',
        '<tr>',
        '<td>',
        '<td rowspan=3>',
        '<th colspan=9>',
        '</table>',
        '</td>',
        '<br>',
        '<s>',
        '</s>',
        '<b>',
        '<ul>',
        '<li>',
        '</ul>',
        '<span style="display:none">',
        '</span>',
        '<h1>',
        '<!--',
        '-->',
        '<',
        '>',
        '&amp',
        '&nbsp;',
        '<a href=x>',
        '</a>',
        '<script>',
        '</script>',
        '"',
        "'",
        '<p',
        ' \n',
      ),
      fc.constantFrom('整改', '一、', '县住建局', '2021年', '发布时间：', '打印', '。'),
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 50 }), (tokens) => {
        const source = tokens.join('')
        const root = readHtmlText(source)
        const characters = new Set(`${source}& \u00a0\n`)
        expect(
          [
            ...outline(root)
              .join('')
              .replace(/[⟦⟧⏎¶|*]|\(\d+×\d+\)|\(header\)|#1 /g, ''),
          ].filter((char) => !characters.has(char)),
        ).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('round trip', () => {
  const words = fc
    .array(fc.constantFrom('整改', '措施', '县住建局', '2021年', '，', '（一）', 'pH值', '<5', '&'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => `问${parts.join('')}`)
  const paragraph = fc
    .record({ value: words, heading: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }), struck: fc.boolean() })
    .map(({ value, heading, struck }): Paragraph => {
      const data: Paragraph['data'] = { ...(heading ? { heading } : {}), ...(struck ? { struck: [[0, 1]] } : {}) }
      return { type: 'paragraph', value, ...(Object.keys(data).length > 0 ? { data } : {}) }
    })
  const cellText = fc.array(
    words.map((value): Paragraph => ({ type: 'paragraph', value })),
    { minLength: 1, maxLength: 3 },
  )
  /** A grid in which the first column may be merged downwards, as 序号 is. */
  const table = fc
    .tuple(
      fc.integer({ min: 2, max: 4 }),
      fc.array(fc.tuple(fc.boolean(), fc.array(cellText, { minLength: 4, maxLength: 4 })), { minLength: 2, maxLength: 5 }),
    )
    .map(([columns, rows]): Table => {
      const merged = rows.map(([goesOn], at) => goesOn && at > 0)
      return {
        type: 'table',
        children: rows.map(([, cells], at) => {
          const end = merged.findIndex((goesOn, below) => below > at && !goesOn)
          return {
            type: 'row',
            children: cells.slice(0, columns).flatMap((children, column) =>
              column === 0 && merged[at]
                ? []
                : [
                    {
                      type: 'cell' as const,
                      column,
                      colspan: 1,
                      rowspan: column === 0 ? (end < 0 ? rows.length : end) - at : 1,
                      children,
                    },
                  ],
            ),
          }
        }),
      }
    })
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const marked = ({ value, data }: Paragraph): string =>
    data?.struck ? `<s>${escaped(value.slice(0, 1))}</s>${escaped(value.slice(1))}` : escaped(value)
  const render = (block: Block): string =>
    block.type === 'paragraph'
      ? `<${block.data?.heading ? `h${block.data.heading}` : 'p'}>${marked(block)}</${block.data?.heading ? `h${block.data.heading}` : 'p'}>`
      : `<table><tbody>${block.children.map((row) => `<tr>${row.children.map((cell) => `<td rowspan="${cell.rowspan}">${cell.children.map(render).join('')}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`

  it('gives back any paragraphs and tables', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ arbitrary: paragraph, weight: 3 }, { arbitrary: table, weight: 1 }), {
          minLength: 1,
          maxLength: 8,
        }),
        (tree: Block[]) => {
          expect(htmlBlocks(tree.map(render).join('\n')).blocks).toEqual(tree)
        },
      ),
    )
  })
})

const reports = new URL('../../shared/reports/', import.meta.url)
describe.skipIf(!existsSync(reports))('real reports as pages (run where ../shared/reports is there)', () => {
  const packs: [name: string, pack: (lines: readonly string[]) => string][] = [
    ['paragraphs', (lines) => `<div class="c7">${lines.map((line) => `<p>${line}</p>`).join('\n')}</div>`],
    [
      'boxes',
      (lines) =>
        `<div class="c7">${lines.map((line) => `<div><span>${line.slice(0, 7)}</span><span>${line.slice(7)}</span></div>`).join('\n')}</div>`,
    ],
    ['breaks', (lines) => `<div id="zoom">${lines.join('<br>\n')}</div>`],
  ]
  const cases = (existsSync(reports) ? readdirSync(reports) : []).flatMap((name) =>
    packs.map(([kind, pack]) => [name, kind, pack] as const),
  )
  it.each(cases)('loses and adds no line of %s in %s', (name, _, pack) => {
    const lines = readFileSync(new URL(name, reports), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
    const html = page(pack(lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))))
    const read = readHtmlText(html).children.flatMap((block) => (block.type === 'paragraph' ? block.value.split('\n') : []))
    const squeeze = (text: string): string => text.replace(/\s/g, '')
    expect(read.map(squeeze)).toEqual(lines.map(squeeze))
  })
})

describe('the publisher', () => {
  const page = (over: string, under: string, head = '') =>
    `<html><head>${head}</head><body><div class="nav">首页 政务公开</div>${over}<div class="content"><h1>整改情况的报告</h1><p>${'已完成整改并巩固成果。'.repeat(20)}</p></div>${under}</body></html>`
  const publisherOf = (html: string) => readHtml(new TextEncoder().encode(html)).data.meta?.publisher

  it('is named over the report, at the foot of the page or by the site', () => {
    const index = '<table><tr><td>索引号：</td><td>1-2</td></tr><tr><td>发布机构：</td><td>青禾县审计局</td></tr></table>'
    const foot = '<div class="footer"><p>主办单位：青禾县人民政府 承办：政府办公室</p></div>'
    const site = '<meta name="SiteName" content="青禾县政府网">'
    expect(publisherOf(page(index, foot, site))).toBe('青禾县审计局')
    expect(publisherOf(page('', foot, site))).toBe('青禾县人民政府')
    expect(publisherOf(page('', '', site))).toBe('青禾县政府网')
    expect(publisherOf(page('', ''))).toBeUndefined()
  })
})
