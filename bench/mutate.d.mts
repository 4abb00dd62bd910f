export interface Fixture {
  name: string
  bytes: Uint8Array
}
export interface Step {
  kind: string
  /** Where, from 0 to 1. */
  at: number
  /** How much, from 0 to 1. */
  size: number
  pick: number
  /** On the bytes as they are. */
  raw: boolean
}
export const fixtures: () => Fixture[]
export const kinds: readonly string[]
export const mutate: (fixture: Fixture, steps: readonly Step[], other: Fixture) => Uint8Array
export const numbers: (seed: number) => () => number
export const inputOf: (all: readonly Fixture[], seed: number, index: number) => Fixture & { steps: Step[] }
