/** Words without blanks and without what takes no room: soft hyphens, joiners, direction marks, byte order marks. */
export const bareOf = (words: string): string => words.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
