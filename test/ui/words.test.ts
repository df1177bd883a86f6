import { describe, expect, test } from 'vitest'
import { SLOTS } from '../../src/intents/index.ts'
import { Action } from '../../src/protocol/index.ts'
import { LANGUAGE as EN } from '../../src/ui/words/en.ts'
import { LANGUAGE as KO } from '../../src/ui/words/ko.ts'
import { localeOf } from '../../src/ui/words/language.ts'
import { speak } from '../../src/ui/words/speak.ts'
import { LANGUAGE as ZH } from '../../src/ui/words/zh.ts'

const LANGUAGES = [ZH, EN, KO]

describe("the panel's words", () => {
  test('are there in every language, in their own script', () => {
    const han = /\p{Script=Han}/u
    const hangul = /\p{Script=Hangul}/u
    for (const [key, words] of Object.entries(EN.words))
      expect(words, key).not.toMatch(/[\p{Script=Han}\p{Script=Hangul}]/u)
    for (const [key, words] of Object.entries(ZH.words)) expect(words, key).not.toMatch(hangul)
    for (const [key, words] of Object.entries(KO.words)) expect(words, key).not.toMatch(han)
    for (const { words } of LANGUAGES) for (const text of Object.values(words)) expect(text.trim()).not.toBe('')
  })

  test('name the same things in every language', () => {
    for (const part of ['words', 'families', 'actions', 'slots'] as const)
      for (const language of LANGUAGES) expect(Object.keys(language[part])).toEqual(Object.keys(EN[part]))
    expect(Object.keys(EN.actions).sort()).toEqual([...Action.options].sort())
  })

  test('call slots what the service calls them', () => {
    for (const { locale, slots } of LANGUAGES)
      for (const [slot, name] of Object.entries(slots))
        expect((SLOTS as Record<string, { says: Record<string, string> }>)[slot]?.says[locale], slot).toBe(name)
  })

  test('are told in the language that is asked for', async () => {
    for (const language of LANGUAGES) {
      const told: unknown[] = []
      await speak(language.locale, (one) => told.push(one))
      expect(told).toEqual([language])
    }
  })

  test('follow the language of the page', () => {
    expect(['zh-CN', 'ko-KR', 'en-GB', 'fr'].map(localeOf)).toEqual(['zh', 'ko', 'en', 'en'])
  })
})
