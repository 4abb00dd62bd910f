/** 1–999 in Chinese numerals. */
export const numeral: (n: number) => string
/** Name → text of about `length` characters. */
export const hostile: Readonly<Record<string, (length: number) => string>>
