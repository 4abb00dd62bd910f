import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { runValues } from '../output/cli/values.js'
import { scanValues } from '../parsers/values/scan.js'

/** A stream that keeps what is written to it. */
class Sink extends Writable {
  text = ''
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

async function values(
  input: (string | Buffer)[],
): Promise<{ code: number; out: Record<string, unknown>[]; err: Record<string, unknown>[] }> {
  const [out, err] = [new Sink(), new Sink()]
  const code = await runValues(Readable.from(input), out, err)
  const lines = (text: string): Record<string, unknown>[] =>
    text.split('\n').flatMap((line): Record<string, unknown>[] => (line === '' ? [] : [JSON.parse(line)]))
  return { code, out: lines(out.text), err: lines(err.text) }
}

describe('taizhang values', () => {
  it('answers each line with one line', async () => {
    const { code, out } = await values([
      '{"id":"a","text":"2024年底前削减1700吨/日"}\n{"id":2,"text":"上个月","referenceDate":"2024-03-05"}\n\n{"text":"10月底","year":2023}',
    ])
    expect(code).toBe(0)
    expect(out.map(({ id }) => id)).toEqual(['a', 2, null])
    expect(out[0]).toMatchObject({
      dates: [{ text: '2024年底前', end: '2024-12-31', relation: 'by' }],
      quantities: [{ value: 1700, unit: 't/d' }],
    })
    expect(out[1]).toMatchObject({ dates: [{ start: '2024-02-01', end: '2024-02-29' }] })
    expect(out[2]).toMatchObject({ dates: [{ start: '2023-10-31' }] })
  })

  it('tells a date that cannot be placed', async () => {
    const { out } = await values(['{"text":"10月底"}'])
    expect(out[0]).toMatchObject({ dates: [{ text: '10月底', span: [0, 4], start: null, end: null }] })
  })

  it('names bad lines and goes on', async () => {
    const { code, out, err } = await values([
      '{"text":\n{"txt":"x"}\n{"text":"x","referenceDate":"2024-02-30"}\n{"id":4,"text":"三个"}\n',
    ])
    expect(code).toBe(1)
    expect(err.map(({ line }) => line)).toEqual([1, 2, 3])
    expect(out).toMatchObject([{ id: 4 }])
  })

  it('keeps a character whole that two chunks share', async () => {
    const bytes = Buffer.from('{"text":"2024年6月"}\n')
    const { out } = await values([bytes.subarray(0, 14), bytes.subarray(14)])
    expect(out[0]).toMatchObject({ dates: [{ text: '2024年6月' }] })
  })
})

describe('scanValues', () => {
  it('takes no quantity out of a date or a reference', () => {
    const found = scanValues('按《某标准3类》（某办〔2021〕14号）于2024年6月30日前关闭12家', { year: null })
    expect(found.references).toHaveLength(1)
    expect(found.dates.map(({ text }) => text)).toEqual(['2024年6月30日前'])
    expect(found.quantities.map(({ value }) => value)).toEqual([12])
  })
})
