import { describe, expect, test } from 'vitest'
import { Action } from '../../src/protocol/index.ts'
import { ACTIONS, FAMILIES, SLOTS } from '../../src/ui/names.ts'
import { localeOf, WORDS } from '../../src/ui/words.ts'

const LOCALES = ['zh', 'en', 'ko'] as const

describe("the panel's words", () => {
  test('are there in every language, in their own script', () => {
    const han = /\p{Script=Han}/u
    const hangul = /\p{Script=Hangul}/u
    for (const [key, words] of Object.entries(WORDS.en))
      expect(words, key).not.toMatch(/[\p{Script=Han}\p{Script=Hangul}]/u)
    for (const [key, words] of Object.entries(WORDS.zh)) expect(words, key).not.toMatch(hangul)
    for (const [key, words] of Object.entries(WORDS.ko)) expect(words, key).not.toMatch(han)
    for (const locale of LOCALES) for (const words of Object.values(WORDS[locale])) expect(words.trim()).not.toBe('')
  })

  test('name the same things in every language', () => {
    for (const names of [FAMILIES, ACTIONS, SLOTS])
      for (const locale of LOCALES) expect(Object.keys(names[locale])).toEqual(Object.keys(names.en))
    expect(Object.keys(ACTIONS.en).sort()).toEqual([...Action.options].sort())
  })

  test('follow the language of the page', () => {
    expect(['zh-CN', 'ko-KR', 'en-GB', 'fr'].map(localeOf)).toEqual(['zh', 'ko', 'en', 'en'])
  })
})
