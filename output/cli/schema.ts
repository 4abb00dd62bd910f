/** `taizhang schema`: the record's JSON Schema. */
import { reportJsonSchema } from '../../pipeline/record.js'
import type { Run } from './commands.js'

export const run: Run = async (_args, _options, io) => {
  io.out(JSON.stringify(reportJsonSchema(), null, 2))
  return 0
}
