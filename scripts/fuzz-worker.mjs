// One thread of scripts/fuzz.mjs: makes the input of a number, parses it and looks at the record.
import { parentPort, workerData } from 'node:worker_threads'
import { fixtures, inputOf } from '../bench/mutate.mjs'
import { checkRecord } from '../dist/pipeline/check-record.js'
import { parseReport } from '../dist/pipeline/parse.js'
import { reportSchema } from '../dist/pipeline/record.js'

const all = fixtures(workerData.folder)

/** What is wrong with a record; null for nothing. */
const faultOf = (report) => {
  const parsed = reportSchema.safeParse(report)
  if (!parsed.success) return `schema: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`
  const { repairs } = checkRecord(report)
  if (repairs.length > 0) return `not grounded: ${repairs[0].message}`
  const json = JSON.stringify(report)
  if (/\\ud[89a-f]/i.test(json)) return 'half a character'
  if (report.items.length === 0 && !report.diagnostics.some(({ severity }) => severity === 'error'))
    return 'no items, and no error says why'
  return null
}

parentPort.on('message', async (index) => {
  const { name, bytes } = inputOf(all, workerData.seed, index)
  const answer = { fault: null, repairs: [], found: 0, ms: 0, format: name.split('.').pop() }
  const start = performance.now()
  try {
    const { report } = await parseReport(bytes, name)
    answer.ms = performance.now() - start
    answer.found = report.items.length
    answer.repairs = report.diagnostics.filter(({ code }) => code === 'grounding_repaired').map(({ message }) => message)
    answer.fault = faultOf(report)
  } catch (error) {
    answer.ms = performance.now() - start
    answer.fault = `exception: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)}`
  }
  parentPort.postMessage(answer)
})
