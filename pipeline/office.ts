/**
 * Legacy office files (.doc .wps .rtf .xls .et, Office 2003 XML) through the system's LibreOffice, which writes the modern form
 * that our readers know. It is optional: without it the user is told what to install.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findProgram, inTemporaryFolder, runProgram } from './programs.js'

/** What the sniffer tells of a legacy file: the kind of its main stream, or `rtf`, or `xml` of Office 2003. */
export type LegacyKind = 'doc' | 'xls' | 'rtf' | 'xml'

export type Conversion =
  | { bytes: Uint8Array; format: 'docx' | 'xlsx' }
  | { code: 'libreoffice_missing' | 'conversion_failed' | 'conversion_timeout'; message: string }

/** The package to install, as Debian and its children name it. */
const packages = 'libreoffice-writer and libreoffice-calc (Debian, Ubuntu: apt-get install libreoffice-writer libreoffice-calc)'

/** A first start with a new profile takes some seconds; a long document some more. */
export const OFFICE_TIMEOUT_MS = 90_000

const targets: Record<LegacyKind, { extension: string; format: 'docx' | 'xlsx'; filter: string }> = {
  doc: { extension: 'doc', format: 'docx', filter: 'docx:MS Word 2007 XML' },
  rtf: { extension: 'rtf', format: 'docx', filter: 'docx:MS Word 2007 XML' },
  xls: { extension: 'xls', format: 'xlsx', filter: 'xlsx:Calc MS Excel 2007 XML' },
  xml: { extension: 'xml', format: 'docx', filter: 'docx:MS Word 2007 XML' },
}

/** Settings of the throw-away profile: no macro runs, no link is followed, nothing is fetched. */
const settings: [path: string, name: string, value: string][] = [
  ['/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  ['/org.openoffice.Office.Calc/Content/Update', 'Link', '2'],
]
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${settings.map(([path, name, value]) => `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`).join('\n')}
</oor:items>
`

/** Whether XML of Office 2003 is a workbook: its processing instruction names the program. */
const isSheet = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1000)).includes('Excel.Sheet')

/** Converts a legacy file to the modern form of its kind. Never throws for what is wrong with the file or the system. */
export async function convertLegacy(bytes: Uint8Array, kind: LegacyKind, timeoutMs = OFFICE_TIMEOUT_MS): Promise<Conversion> {
  const program = await findProgram(['soffice', 'libreoffice'])
  if (!program)
    return {
      code: 'libreoffice_missing',
      message: `A legacy office file (.${kind}) needs LibreOffice to be read: install ${packages}`,
    }
  const { extension, format, filter } = targets[kind === 'xml' && isSheet(bytes) ? 'xls' : kind]
  return inTemporaryFolder(async (folder) => {
    const user = join(folder, 'profile', 'user')
    await mkdir(user, { recursive: true })
    await writeFile(join(user, 'registrymodifications.xcu'), profile)
    await writeFile(join(folder, `in.${extension}`), bytes)
    const args = [
      '--headless',
      '--norestore',
      '--nologo',
      '--nodefault',
      '--nolockcheck',
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--convert-to',
      filter,
      '--outdir',
      join(folder, 'out'),
      join(folder, `in.${extension}`),
    ]
    const result = await runProgram(program, args, folder, timeoutMs)
    if (result.timedOut)
      return {
        code: 'conversion_timeout',
        message: `LibreOffice took longer than ${Math.round(result.givenMs / 1000)} s for the .${kind} file`,
      }
    try {
      return { bytes: new Uint8Array(await readFile(join(folder, 'out', `in.${format}`))), format }
    } catch {
      const said = result.stderr.trim().split('\n').at(-1) ?? ''
      return {
        code: 'conversion_failed',
        message: `LibreOffice cannot convert the .${kind} file${said && `: ${said.replaceAll(folder, '')}`}`,
      }
    }
  })
}
