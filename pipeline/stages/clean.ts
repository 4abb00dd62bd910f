/** clean: `document.text` and the place of every block in it. */
import type { Plugin } from 'unified'
import { layOut } from '../../parsers/layout/layout.js'
import { note, type ReportTree } from '../tree.js'

export const clean: Plugin<[], ReportTree> = () => (tree, file) => {
  const layout = layOut(tree)
  tree.data.layout = layout
  for (const { code, message, span } of layout.notices) note(file, code, message, span)
}
