/** The superuser may write anywhere, so a test of what may not be written steps down. Gives what steps up again. */
export const withoutRoot = (): (() => void) => {
  if (process.getuid?.() !== 0) return () => {}
  process.seteuid?.(65_534)
  return () => process.seteuid?.(0)
}
