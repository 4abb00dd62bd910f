/** The parts of a workbook that are not its rows (ECMA-376): what kinds of parts there are, how they hang together, fonts and formats. */

export const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'

export const worksheet = (body: string): string => xml(`<worksheet xmlns="${main}">${body}`)

/** Numbers of the cell formats in `styles`. */
export const STYLE = { top: 0, text: 1, date: 2, head: 3 } as const

/** One font with a name, a head in bold on grey, days as 2024-06-30; texts wrap and stand at the top. */
export const styles = xml(`<styleSheet xmlns="${main}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="等线"/><family val="2"/></font><font><b/><sz val="11"/><name val="等线"/><family val="2"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`)

/** A sheet as the workbook lists it; `range` is that of its filter. */
export interface Listed {
  name: string
  range: string
}

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`
const absolute = (range: string): string => range.replace(/([A-Z]{1,3})(\d{1,7})/g, '$$$1$$$2')

/** The sheets in their order; the head of each is printed on every page. */
export const workbookXml = (sheets: readonly Listed[]): string =>
  xml(`<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews>
<sheets>${sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets>
<definedNames>${sheets.map(({ name, range }, index) => `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escaped(`${quoted(name)}!${absolute(range)}`)}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(`${quoted(name)}!$1:$1`)}</definedName>`).join('')}</definedNames></workbook>`)

export const workbookRelations = (sheets: number): string =>
  xml(
    `<Relationships xmlns="${packaging}/relationships">${Array.from({ length: sheets }, (_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  )

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
export const contentTypes = (sheets: number): string =>
  xml(
    `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>${Array.from({ length: sheets }, (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  )

export const rootRelations = xml(
  `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packaging}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
)

/** Who made it; when is not said, so that the same ledger gives the same bytes. */
export const coreProperties = xml(
  `<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>taizhang</dc:creator></cp:coreProperties>`,
)
