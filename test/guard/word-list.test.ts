import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileWords, WordList } from '../../src/guard/word-list.ts'

const found = (list: unknown, text: string) =>
  compileWords(WordList.parse(list))
    .scan(text)
    .map(({ from, to, fix }) => (fix === undefined ? text.slice(from, to) : `${text.slice(from, to)}>${fix}`))

describe('word lists', () => {
  test('find plain words and expressions, leftmost first, without overlap', () => {
    expect(found({ find: ['最好', '最', '(?:保|包)证'] }, '最好的,包证最新')).toEqual(['最好', '包证', '最'])
  })
  test('an exception swallows what begins inside it', () => {
    expect(found({ except: ['不是最好'], find: ['最好'] }, '不是最好,是最好')).toEqual(['最好'])
  })
  test('an entry carries its fix, and the classes stand for their words', () => {
    expect(found({ find: [{ words: ['<n><piece>'], fix: '几件' }] }, '还有3件和两双')).toEqual([
      '3件>几件',
      '两双>几件',
    ])
  })
  test.each(['(', '(最)', ''])('refuses %j', (word) => {
    expect(WordList.safeParse({ find: [word] }).success).toBe(false)
  })
  test('a plain word is found where the text has it, however often', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('好', '您', '的')), (letters) => {
        const text = letters.join('')
        expect(found({ find: ['您'] }, text).length).toBe(letters.filter((letter) => letter === '您').length)
      }),
    )
  })
})
