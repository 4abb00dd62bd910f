import { expect, test } from 'vitest'
import { langOf, langs, wordsOf } from '../../output/words/index.js'

/** Every sentence of a catalogue by its path; those with figures in them by what they give for some. */
function sentences(node: unknown, path = ''): Map<string, string> {
  if (typeof node === 'string') return new Map([[path, node]])
  if (typeof node === 'function') return new Map([[path, String(node(7, 9, 11))]])
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(node ?? {}))
    for (const [at, text] of sentences(value, path === '' ? key : `${path}.${key}`)) found.set(at, text)
  return found
}

test('both catalogues have the same sentences, none empty', () => {
  const [zh, en] = langs.map((lang) => sentences(wordsOf(lang)))
  expect([...(zh?.keys() ?? [])].sort()).toEqual([...(en?.keys() ?? [])].sort())
  for (const words of [zh, en]) for (const [key, text] of words ?? []) expect(text.trim(), key).not.toBe('')
})

test('Chinese sentences are Chinese, English ones are not', () => {
  const han = /\p{Script=Han}/u
  const notChinese = [...sentences(wordsOf('zh'))].filter(([, text]) => !han.test(text)).map(([key]) => key)
  expect(notChinese).toEqual(['htmlLang', 'nav.otherLang'])
  const chinese = [...sentences(wordsOf('en'))].filter(([, text]) => han.test(text)).map(([key]) => key)
  expect(chinese).toEqual(['nav.otherLang'])
})

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh' }, 'zh'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'C', LC_MESSAGES: 'zh_TW' }, 'zh'],
  [{ LANG: 'zha_CN' }, 'en'],
  [{ TAIZHANG_LANG: 'zh', LC_ALL: 'C' }, 'zh'],
  [{ TAIZHANG_LANG: 'en', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{}, 'en'],
])('the environment %o asks for %s', (env, lang) => {
  expect(langOf(env)).toBe(lang)
})
