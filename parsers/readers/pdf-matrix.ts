/** Transforms of the PDF page, and numbers out of what pdfjs hands over untyped. */

/** a b c d e f of PDF 8.3.4. */
export type Matrix = readonly [number, number, number, number, number, number]
export const identity: Matrix = [1, 0, 0, 1, 0, 0]
export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]
export const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

export const isNumber = (value: unknown): value is number => typeof value === 'number'
export const isNumbers = (value: unknown): value is ArrayLike<number> => Array.isArray(value) || value instanceof Float32Array
export const matrixOf = (value: unknown): Matrix => {
  if (!isNumbers(value) || value.length < 6) return identity
  const at = (index: number) => Number(value[index] ?? 0)
  return [at(0), at(1), at(2), at(3), at(4), at(5)]
}
