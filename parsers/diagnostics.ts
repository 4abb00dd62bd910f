/**
 * What may be wrong with a source or unclear in a report (诊断): every code with its severity and its meaning in English and Chinese.
 * This is the only place where a code is made; docs/diagnostics.md is written from it.
 * - error: something could not be read, the record is not whole
 * - warning: a person should look at the place
 * - info: something was left out or put right, so that every change of the text is told
 */

export type Severity = 'info' | 'warning' | 'error'

interface Row {
  severity: Severity
  en: string
  zh: string
}
const info = (en: string, zh: string): Row => ({ severity: 'info', en, zh })
const warning = (en: string, zh: string): Row => ({ severity: 'warning', en, zh })
const error = (en: string, zh: string): Row => ({ severity: 'error', en, zh })

/** The sections of the table, in the order in which a report goes through them. */
export const diagnosticSections = {
  // a file, a folder, an address that gives nothing
  source: {
    title: 'The source cannot be had · 无法取得来源',
    codes: {
      not_found: error('There is no such file', '文件不存在'),
      no_access: error('The file may not be read', '没有读取权限'),
      not_a_file: error('The path is no regular file', '不是普通文件'),
      is_folder: error('The path is a folder where one file is wanted', '路径是文件夹'),
      is_url: error('An address stands where a file is wanted', '此处需要文件，给出的是网址'),
      unreadable: error('The system cannot read the file', '系统无法读取文件'),
      no_input: error('Nothing was piped into the program', '标准输入没有内容'),
      no_match: error('A pattern matches no file', '没有匹配的文件'),
      no_reports: error('A folder or an archive holds no file that could be a report', '没有可能是报告的文件'),
      too_large: error('The source is larger than the limit', '来源超过大小限制'),
      too_many_files: error('There are more files than the limit', '文件数超过限制'),
      bad_url: error('The address is none of the web, or holds a user name', '网址无效'),
      address_refused: error('The address is in a private network, from which nothing is fetched', '内网地址，不予抓取'),
      host_not_found: error('The host has no address', '找不到主机'),
      robots_disallow: error('The robots.txt of the site forbids it', '网站的robots.txt不允许抓取'),
      too_many_redirects: error('The address was redirected too often', '重定向次数过多'),
      timeout: error('The host did not answer in time', '服务器未按时响应'),
      network: error('The connection failed', '网络连接失败'),
      retry_later: error('The host asks to come back later than the limit allows', '服务器要求稍后再试'),
      http_status: error('The host answered with an error', '服务器返回错误状态'),
    },
  },
  // bytes that no reader can turn into text
  format: {
    title: 'The source cannot be read · 无法读取来源',
    codes: {
      empty_source: error('There is no text in the source', '来源没有文字'),
      image_only: error('The source is pictures; it needs recognition', '来源只有图片，需要文字识别'),
      archive: error('The source is an archive; ingest reads its members', '来源是压缩包，请用ingest读取'),
      nested_archive: error('An archive inside an archive is not read', '压缩包内的压缩包不予读取'),
      damaged_archive: error('The archive is damaged or cut off', '压缩包损坏或不完整'),
      archive_limit: error('The archive goes beyond the limits', '压缩包超过限制'),
      unsupported_archive: error('A member is packed in a way that is not read', '不支持的压缩方法'),
      encrypted: error('The source is protected by a password', '来源有密码保护'),
      legacy_office: error('A legacy Office file needs LibreOffice', '旧版Office文件需要LibreOffice'),
      libreoffice_missing: error('LibreOffice is not installed', '未安装LibreOffice'),
      conversion_failed: error('LibreOffice could not convert the file', 'LibreOffice转换失败'),
      conversion_timeout: error('LibreOffice did not finish in time', 'LibreOffice转换超时'),
      tesseract_missing: error('Tesseract with Chinese data is not installed', '未安装tesseract或其中文数据'),
      pdftoppm_missing: error('Poppler, which makes pictures of pages, is not installed', '未安装poppler'),
      ocr_failed: error('Recognition found no text', '文字识别没有结果'),
      binary_source: error('The source is neither text nor a known format', '来源不是已知格式'),
      unsupported_format: error('The format is not read', '不支持的格式'),
      unreadable_source: error('The source is not what its format says', '来源与其格式不符'),
      damaged_pdf: error('The PDF is damaged or is none', 'PDF损坏'),
      pdf_limit: error('The PDF goes beyond the limits', 'PDF超过限制'),
      damaged_xml: error('A part of the document is no well-formed XML', '文档部件不是合格的XML'),
      xml_doctype: error('A part of the document declares a DTD', '文档部件声明了DTD'),
      xml_limit: error('A part of the document goes beyond the limits', '文档部件超过限制'),
      garbled_text: error('The fonts of the PDF do not tell the characters', 'PDF字体缺少字符映射'),
      memory_limit: error('Parsing needed more memory than the limit and was stopped', '解析超过内存限制，已中止'),
      time_limit: error('Parsing took longer than the limit and was stopped', '解析超过时间限制，已中止'),
      parser_failed: error('The parser failed; this is a fault of the program', '解析程序出错'),
      invalid_record: error('The record breaks its own schema; this is a fault of the program', '记录不符合格式，属程序错误'),
      too_long: error('The text is longer than the limit; divide the source', '正文超过长度限制，请拆分'),
      truncated: error('The source is longer than the limit; the rest was not read', '来源过长，其余部分未读取'),
    },
  },
  // what a reader or the clean-up left out or put right
  reading: {
    title: 'Left out or put right · 略去或更正的内容',
    codes: {
      converted: info('The file was converted before it was read', '文件经转换后读取'),
      ocr_confidence: info('The text was recognised from pictures', '文字由图片识别'),
      ocr_doubtful: warning('The text was recognised from pictures with low confidence', '文字由图片识别，置信度低'),
      charset_misdeclared: info('The text is in another encoding than declared', '编码与声明不符'),
      encoding_errors: warning('Some bytes do not decode; characters are lost', '部分字节无法解码'),
      unmapped_glyphs: info('Glyphs without a character are left out', '没有字符的字形被略去'),
      page_not_read: warning('A page cannot be read', '有页面无法读取'),
      page_limit: warning('Only the first pages are read', '只读取了前若干页'),
      page_without_text: warning('Pages have no text layer', '有页面没有文字层'),
      part_not_read: warning('An embedded part is not read', '嵌入部件未读取'),
      picture_not_read: info('Pictures of the document are not read', '文档中的图片未读取'),
      image_in_content: info('Pictures of the page are not read', '网页中的图片未读取'),
      content_in_frame: warning('The page shows another one, which was not read', '网页框架中的内容未读取'),
      attachment_link: info('The page links to an attachment, which was not read', '网页链接的附件未读取'),
      boilerplate_removed: info('Navigation and the like is left out', '网页导航等被略去'),
      hidden_text_read: info('Text that only a script shows is read', '读取了由脚本显示的文字'),
      hidden_text_removed: info('Hidden text is left out', '隐藏文字被略去'),
      filtered_rows_read: info(
        'Hidden rows are read, which a filter hides or the list counts',
        '读取了被筛选隐藏、或编号计入的隐藏行',
      ),
      hidden_cells_removed: warning('Hidden rows or columns are left out', '隐藏行列被略去'),
      hidden_sheet_removed: warning('A hidden sheet is left out', '隐藏工作表被略去'),
      struck_text_removed: info('Struck-out or deleted text is left out', '删除线或已删除文字被略去'),
      turned_text_removed: info('Text across the page (watermarks, stamps) is left out', '水印、印章等文字被略去'),
      running_head_removed: info('Running heads are left out', '页眉页脚被略去'),
      page_number_removed: info('Page numbers are left out', '页码被略去'),
      page_numbers_removed: info('Page numbers and running heads in the text are left out', '正文中的页码、页眉被略去'),
      repeated_header_removed: info('Header rows that later pages repeat are left out', '跨页重复的表头被略去'),
      contents_removed: info('The table of contents is left out', '目录被略去'),
      footnote_removed: info('A footnote and its mark in the text are left out', '脚注及其标号被略去'),
      part_repeated: warning('A part of an Office file is stored twice; the later one is read', '文件部件重复，读取后一个'),
      half_character: warning('Half a character stands in the source; U+FFFD is given for it', '含有半个字符，以U+FFFD代替'),
      signature_left_out: info('A signature behind the last party is left out', '末尾落款被略去'),
      stray_blanks_removed: info('Blanks between the characters of words are left out', '字间多余的空格已略去'),
      lines_joined: info('Lines that a page or line end had cut are joined', '被断开的行已连接'),
      numbering_format_unknown: warning(
        'Automatic numbers of an unknown format are given as decimals',
        '未知的自动编号格式按阿拉伯数字给出',
      ),
      table_too_wide: warning('A table has more columns than the limit; the rest is left out', '表格列数超过限制'),
      table_too_large: warning('A sheet has more cells than the limit; the rest is left out', '工作表单元格数超过限制'),
      nesting_too_deep: warning('Parts are nested deeper than the limit and read as plain text', '嵌套过深，按普通文字读取'),
    },
  },
  // what the report says, and what it leaves open
  report: {
    title: 'What a person should look at · 需要人工核对',
    codes: {
      grounding_repaired: warning(
        'A part that broke the grounding was put right or dropped',
        '不符合原文对应关系的部分已修正或略去',
      ),
      no_items: error('No list of problems was found', '没有找到问题清单'),
      reading_uncertain: warning(
        'The layout can be read in another way nearly as well; see document.reading',
        '版式有其他读法，条目清单需核对',
      ),
      declared_total_disagrees: warning('The report says another total than was found', '自报总数与提取结果不一致'),
      unknown_column: warning('A column of a table is read as no field', '表格中有无法识别的列'),
      row_without_problem: warning(
        'A numbered row of a table tells no problem and is left out',
        '表格中有编号的一行没有问题内容，未收录',
      ),
      column_by_content: info('A column is known by what its cells hold, not by its name', '列的含义由单元格内容得出'),
      region_missing: warning('Nothing says which region the report is about', '未说明行政区域'),
      region_disagrees: warning('Two places of the document name regions that do not agree', '行政区域前后不一致'),
      region_ambiguous: warning('Several regions have this name', '行政区域有重名'),
      region_former_name: info('The region is named by a former name', '使用了行政区域旧名'),
      region_from_name: info('The region is read from the name of an organisation', '行政区域由机构名称得出'),
      region_from_text: info('The region is read from the text, not from the title', '行政区域由正文得出'),
      status_unknown: warning('A status field says nothing that is known', '整改状态无法识别'),
      deadline_without_date: warning('A deadline names no day (按省时限要求)', '整改时限没有日期'),
      deadline_is_status: warning('A status stands where a deadline is expected', '整改时限处是整改状态'),
      date_impossible: warning('A day that the calendar lacks', '日期不存在'),
      date_implausible: warning('The year of a date cannot be meant; it is left out', '日期年份不合理，已略去'),
      date_without_year: info('A date has no year, and the document tells none', '日期没有年份'),
      year_unknown: info('The document does not tell its own year', '文件年份不明'),
      label_misread: warning('A label one character off is read as it', '标签疑有错字，按相近标签读取'),
      deadline_unclear: warning('A deadline is not read', '整改时限无法识别'),
      unit_unclear: warning('Words are not read as a body', '责任单位无法识别'),
      name_unclear: warning("Words are not read as a person's name", '人名无法识别'),
      names_run_together: warning('Two names may be printed as one', '人名可能连写'),
    },
  },
} as const satisfies Record<string, { title: string; codes: Record<string, Row> }>

type Sections = typeof diagnosticSections
/** The code of a diagnostic. */
export type DiagnosticCode = { [S in keyof Sections]: keyof Sections[S]['codes'] }[keyof Sections]
/** The code of what is wrong with a source as a whole: all of them errors. */
export type SourceCode = keyof Sections['source']['codes'] | keyof Sections['format']['codes']

const rows = new Map<string, Row>(Object.values(diagnosticSections).flatMap(({ codes }) => Object.entries(codes)))

/** The severity that every diagnostic of a code has. */
export function severityOf(code: DiagnosticCode): Severity {
  const row = rows.get(code)
  if (!row) throw new Error(`no diagnostic is called ${code}`)
  return row.severity
}
