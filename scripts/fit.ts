/**
 * npm run fit -- --count N --seed S [--write]: fits the weights of the readings on composed reports and on the fixtures.
 * npm run fit -- --certainty --count N --seed S [--write]: fits what the certainty is made of.
 * The same seed gives the same table.
 */
import { parseArgs } from 'node:util'
import { fitCertainty } from './fit/certainty.js'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
    certainty: { type: 'boolean', default: false },
  },
})
const lexicon = (name: string) => new URL(`../../../parsers/lexicon/${name}.ts`, import.meta.url)
await fitCertainty(Number(options.seed), Number(options.count), options.write ? lexicon('certainty') : null)
