// The reports that a benchmark runs over: the real ones beside the checkout when they are there, else the text fixtures.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

export function findReports(dir) {
  const real = dir ?? join(root, '../shared/reports')
  if (existsSync(real))
    return {
      files: readdirSync(real)
        .filter((f) => f.endsWith('.txt'))
        .sort()
        .map((f) => readFileSync(join(real, f))),
      where: dir ?? 'shared/reports',
    }
  const fixtures = join(root, 'fixtures')
  const files = readdirSync(fixtures)
    .map((name) => join(fixtures, name, 'report.txt'))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file))
    .filter((file) => file.length > 0)
  return { files, where: 'fixtures' }
}
