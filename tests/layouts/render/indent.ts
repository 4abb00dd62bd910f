/** What stands before the first word of a paragraph. */
import type { Layout } from '../axes.js'

type Indents = Partial<Record<Layout['spacing'], string>>
const inPlainText: Indents = {
  indent: '　　',
  indentBlanks: '    ',
  indentNbsp: '\u00a0\u00a0\u00a0\u00a0',
  indentTab: '\t',
}
const inPages: Indents = {
  indent: '&emsp;&emsp;',
  indentBlanks: '&ensp;&ensp;&ensp;&ensp;',
  indentNbsp: '&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;',
}

export const indentOf = ({ spacing }: Layout): string => inPlainText[spacing] ?? ''
export const entityIndentOf = ({ spacing }: Layout): string => inPages[spacing] ?? ''
