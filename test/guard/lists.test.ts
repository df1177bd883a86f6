import { describe, expect, test } from 'vitest'
import { LIST_NAMES, RuleLists, STYLE_LISTS } from '../../src/guard/lists.ts'
import { compileWords, WordList } from '../../src/guard/word-list.ts'
import { shippedLists } from './shipped-guard.ts'

const scan = (list: unknown, text: string) =>
  compileWords(WordList.parse(list))
    .scan(text)
    .map((match) => text.slice(match.from, match.to))

describe('word lists', () => {
  test('exceptions swallow the words they cover', () => {
    const list = { except: ['不一定', '绝对值'], find: ['一定', '绝对'] }
    expect(scan(list, '不一定，绝对值，一定，绝对')).toEqual(['一定', '绝对'])
  })
  test('<n> is a number, a numeral or a printed slot', () => {
    const list = { find: ['剩<n>件?'] }
    expect(scan(list, '剩3件 剩两件 剩{{stock.left}} 剩下 剩{{smile}}')).toEqual([
      '剩3件',
      '剩两件',
      '剩{{stock.left}}',
    ])
  })
  test('broken or capturing expressions are refused', () => {
    expect(WordList.safeParse({ find: ['(保证)'] }).success).toBe(false)
    expect(WordList.safeParse({ find: ['保证('] }).success).toBe(false)
    expect(RuleLists.safeParse({ zh: { nonsense: { find: ['a'] } }, en: {}, ko: {}, aliases: [] }).success).toBe(false)
  })
})

describe('shipped lists', () => {
  const style = new Set<string>(STYLE_LISTS)
  test.each(['zh', 'en', 'ko'] as const)('%s has every list', (locale) => {
    // English has one word for 你 and 您
    const expected = LIST_NAMES.filter((name) => !style.has(name) && (locale !== 'en' || name !== 'address'))
    const found = Object.keys(shippedLists[locale]).filter((name) => !style.has(name))
    expect(found.sort()).toEqual([...expected].sort())
  })
  test('Chinese has every list of style', () => {
    expect(Object.keys(shippedLists.zh)).toEqual(expect.arrayContaining([...STYLE_LISTS]))
  })
})
