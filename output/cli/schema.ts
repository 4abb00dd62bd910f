/** `taizhang schema`: the record's JSON Schema. */
import { reportJsonSchema } from '../../pipeline/record.js'
import type { Run } from './commands.js'

export const run: Run = async (_args, _options, io) => {
  io.json(reportJsonSchema())
  return 0
}
