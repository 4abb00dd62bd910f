/** Patterns for paths, for shells that do not expand them: `*` `?` `[…]` within a name, `{a,b}`, `**` over folders. */

/** Whether a path is a pattern. */
export const isGlob = (path: string): boolean => /[*?[{]/.test(path)

/** The folder that a pattern starts from: its leading parts without a mark. */
export function globBase(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex(isGlob)
  const base = parts.slice(0, first).join('/')
  return base === '' ? (pattern.startsWith('/') ? '/' : '.') : base
}

/** A test for paths with / between their parts. A leading dot of a name is matched only where the pattern has it. */
export function globMatcher(pattern: string): (path: string) => boolean {
  const expression = new RegExp(`^${translate(normalise(pattern))}$`, 'u')
  return (path) => expression.test(normalise(path))
}

const normalise = (path: string): string => path.replace(/^(?:\.\/)+/, '').replace(/\/{2,}/g, '/')

/** One mark of a pattern as a regular expression; everything else stands for itself. */
function translate(pattern: string): string {
  return pattern.replace(
    /(\*\*\/?)|(\*)|(\?)|\[([!^]?)([^\]/]+)\]|\{([^{}]*)\}|[\\^$.|+(){}[\]]/gu,
    (mark, deep, star, one, not, set, choice) => {
      if (deep) return deep.endsWith('/') ? '(?:[^./][^/]*/)*' : '.*'
      if (star) return '[^/]*'
      if (one) return '[^/]'
      if (set !== undefined) return `[${not ? '^/' : ''}${String(set).replace(/[\\\]^]/g, '\\$&')}]`
      if (choice !== undefined) return `(?:${String(choice).split(',').map(translate).join('|')})`
      return `\\${mark}`
    },
  )
}
