/** The value, `n` times: a value that stands more than once in an axis is drawn more often. */
export const often = <T extends string>(value: T, n: number): T[] => Array.from({ length: n }, () => value)
