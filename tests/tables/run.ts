/** node run --count N --seed S [--show K]: composes tables, parses them and says what goes wrong, and with which options. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { check } from './check.js'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '6' },
    dump: { type: 'string' },
  },
})
const count = Number(values.count)
const first = Number(values.seed)
const wrong: Awaited<ReturnType<typeof check>>[] = []
const tally = new Map<string, [number, number]>()
for (let seed = first; seed < first + count; seed++) {
  const result = await check(seed)
  const bad = result.wrong.length > 0
  if (bad) wrong.push(result)
  for (const [name, value] of Object.entries(result.options)) {
    const key = `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`
    const entry = tally.get(key) ?? [0, 0]
    entry[0]++
    if (bad) entry[1]++
    tally.set(key, entry)
  }
}
for (const { seed, options, wrong: list, bytes } of wrong.slice(0, Number(values.show))) {
  console.log(`\nseed ${seed} ${JSON.stringify(options)}\n  ${list.slice(0, 6).join('\n  ')}`)
  if (values.dump) writeFileSync(`${values.dump}/${seed}.${options.container}`, bytes)
}
const share = wrong.length / count
console.log(`\n${count - wrong.length} of ${count} right`)
console.log(
  [...tally]
    .filter(([, [n, bad]]) => n >= 8 && bad / n > share * 1.2)
    .sort((a, b) => b[1][1] / b[1][0] - a[1][1] / a[1][0])
    .slice(0, 24)
    .map(([key, [n, bad]]) => `${key} ${bad}/${n}`)
    .join('\n'),
)
