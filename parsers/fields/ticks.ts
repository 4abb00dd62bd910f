/** Boxes of a form, of which some are ticked: ☑已完成 □推进中. */

const ticked = '☑√✓✔■'
const boxes = new RegExp(`[□☐${ticked}]`, 'g')
const oneTicked = new RegExp(`[${ticked}]`)
const isTicked = (sign: string): boolean => ticked.includes(sign)

/** Whether a folded text offers choices: one is ticked and another is not, or of several none is. */
export const offers = (words: string): boolean => {
  const empty = words.match(/[□☐]/g)?.length ?? 0
  return empty > 1 || (empty === 1 && oneTicked.test(words))
}

/** The text with blanks in the place of the boxes and of what is not ticked; offsets stay. */
export function onlyTicked(words: string): string {
  const signs = [...words.matchAll(boxes)].map(({ index, 0: sign }) => ({ index, sign }))
  // ☑已完成 or 已完成☑: what stands first tells
  const before = signs[0] !== undefined && words.slice(0, signs[0].index).trim() === ''
  let out = ''
  let from = 0
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
  for (const [nth, { index, sign }] of signs.entries()) {
    const option = words.slice(from, index)
    const chosen = before ? nth > 0 && isTicked(signs[nth - 1]?.sign ?? '') : isTicked(sign)
    out += `${chosen ? option : blank(option)} `
    from = index + 1
  }
  const rest = words.slice(from)
  return out + (!before || isTicked(signs.at(-1)?.sign ?? '') ? rest : blank(rest))
}
