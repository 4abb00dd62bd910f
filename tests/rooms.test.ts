import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
/** From the innermost room outwards: a module imports from its own room and from those before it. */
const rooms = ['parsers', 'pipeline', 'output']

test('imports go output → pipeline → parsers, never back', () => {
  const wrong = rooms.flatMap((room, rank) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const file = join(root, room, name)
        const imports = [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']*)'/g)]
        return imports
          .map(([, path = '']) => relative(root, join(dirname(file), path)))
          .filter((target) => rooms.indexOf(target.split(/[\\/]/)[0] ?? '') > rank)
          .map((target) => `${room}/${name} imports ${target}`)
      }),
  )
  expect(wrong).toEqual([])
})
