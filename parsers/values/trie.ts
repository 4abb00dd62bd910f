/** A tree of words by UTF-16 unit: the longest word of a table at a place in one walk, whatever the size of the table. */
export interface Trie<T> {
  next: Map<number, Trie<T>>
  value: T | null
}

export const trie = <T>(): Trie<T> => ({ next: new Map(), value: null })

/** Adds words that blanks part; the first value of a word holds. `reversed` is for tables that are read from the right. */
export function addWords<T>(root: Trie<T>, words: string, value: (word: string) => T, reversed = false): void {
  for (const word of words.split(' ')) {
    let at = root
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(reversed ? word.length - 1 - i : i)
      const next = at.next.get(code) ?? trie<T>()
      at.next.set(code, next)
      at = next
    }
    at.value ??= value(word)
  }
}
