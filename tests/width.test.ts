/** Widths of texts where letters have a fixed width. */
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { width } from '../output/width.js'

describe('the width of a text', () => {
  it.each<[text: string, columns: number]>([
    ['', 0],
    ['No. 12', 6],
    ['整改台账', 8],
    ['“回头看”', 8],
    ['（一）', 6],
    ['e\u0301', 1],
    ['零\u200b宽', 4],
    ['\u001b[31m红\u001b[39m', 2],
    ['𠮷', 2],
  ])('%j', (text, columns) => expect(width(text)).toBe(columns))

  it('of a single character is that of string-width', () => {
    const wrong: string[] = []
    // Beyond the first plane every thirteenth: emoji, rare characters. A lone surrogate is no character.
    for (let code = 0x20; code < 0x30000; code += code < 0x10000 ? 1 : 13) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const char = String.fromCodePoint(code)
      if (width(char) !== stringWidth(char)) wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
  })
})
