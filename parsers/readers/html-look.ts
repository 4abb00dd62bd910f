/** What an element's look says: hidden, struck out, centred, bold. From inline style and simple class rules of `<style>`. */

export interface Look {
  hidden?: boolean
  struck?: boolean
  centered?: boolean
  bold?: boolean
  preformatted?: boolean
  /** `list-style-type` where it is said. */
  list?: string
}

const nothing: Look = {}
const interesting = /display|visibility|font|decoration|text-align|mso-hide|white-space|list-style/i
/** Pages repeat the same style thousands of times. */
const known = new Map<string, Look>()

const read = (style: string): Look => {
  const look: Look = {}
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const value = declaration.slice(colon + 1).trim()
    switch (declaration.slice(0, colon).trim()) {
      case 'display':
        if (value.startsWith('none')) look.hidden = true
        break
      case 'visibility':
        if (value.startsWith('hidden')) look.hidden = true
        break
      case 'mso-hide':
        if (value === 'all') look.hidden = true
        break
      case 'font-size':
        if (/^0(?:\.0+)?(?:px|pt|em|rem|%)?$/.test(value)) look.hidden = true
        break
      case 'text-decoration':
      case 'text-decoration-line':
        look.struck = value.includes('line-through')
        break
      case 'text-align':
        look.centered = value.includes('center')
        break
      case 'font-weight':
        look.bold = /^(?:bold|bolder|[6-9]00)/.test(value)
        break
      case 'font':
        if (/\bbold\b|\b[6-9]00\b/.test(value)) look.bold = true
        break
      case 'white-space':
        look.preformatted = value.startsWith('pre')
        break
      case 'list-style':
      case 'list-style-type':
        look.list = value
        break
    }
  }
  return look
}

/** The look that an inline style gives. */
export const styleLook = (style: string | undefined): Look => {
  if (style === undefined) return nothing
  const cached = known.get(style)
  if (cached) return cached
  const look = interesting.test(style) ? read(style) : nothing
  if (known.size > 5000) known.clear()
  if (style.length < 2000) known.set(style, look)
  return look
}

/**
 * Looks by class name, from the rules for one class alone (`.xl66 {…}`, `td.c1 {…}`): Word and Excel write strike-outs there.
 * What such a rule hides is not believed: scripts show and hide parts of a page.
 */
export const classLooks = (css: string): Map<string, Look> => {
  const looks = new Map<string, Look>()
  let depth = 0
  let selector = ''
  let from = 0
  for (let at = 0; at < css.length && looks.size < 2000; at++) {
    const char = css[at]
    if (char === '{') {
      if (depth === 0) selector = css.slice(from, at)
      depth++
      from = at + 1
    } else if (char === '}') {
      if (depth === 1) {
        const { hidden: _, ...look } = styleLook(css.slice(from, at))
        if (Object.keys(look).length > 0)
          for (const part of selector.split(',')) {
            const name = /^\s*[a-z]{0,10}\.([\w-]{1,60})\s*$/i.exec(part)?.[1]
            if (name !== undefined) looks.set(name, { ...looks.get(name), ...look })
          }
      }
      depth = Math.max(0, depth - 1)
      from = at + 1
    }
  }
  return looks
}
