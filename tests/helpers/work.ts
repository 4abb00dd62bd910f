import { vi } from 'vitest'

/** How many characters and patterns a run looks at: its work, measured without a clock. */
export function workOf(run: () => unknown): number {
  const spies = [
    vi.spyOn(String.prototype, 'charAt'),
    vi.spyOn(String.prototype, 'charCodeAt'),
    vi.spyOn(RegExp.prototype, 'exec'),
  ]
  try {
    run()
    return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
