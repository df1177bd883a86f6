import { describe, expect, test } from 'vitest'
import { detectLocale } from '../../src/intents/locale.ts'

describe('detectLocale', () => {
  test.each([
    ['穿什么码', 'en', 'zh'],
    ['这件有XL码吗', 'en', 'zh'],
    ['what size do I need', 'zh', 'en'],
    ['사이즈 추천해 주세요', 'zh', 'ko'],
    ['ㅇㅇ', 'zh', 'ko'],
    ['165cm 몸무게 55', 'zh', 'ko'],
    ['XL', 'zh', 'zh'],
    ['XL', 'ko', 'ko'],
    ['165 55', 'ko', 'ko'],
    ['😊😊', 'en', 'en'],
    ['', 'zh', 'zh'],
    ['ok', 'zh', 'zh'],
    ['ok thanks', 'zh', 'en'],
    ['hi', 'en', 'en'],
  ] as const)('%j in a %s talk is %s', (text, before, expected) => {
    expect(detectLocale(text, before)).toBe(expected)
  })

  test.each([
    ['hi', 'zh', 'en'],
    ['Hey~', 'ko', 'en'],
    ['XL', 'zh', 'zh'],
    ['안녕', 'zh', 'ko'],
    ['👋', 'ko', 'ko'],
  ] as const)('%j, the first words in a %s store, is %s', (text, store, expected) => {
    expect(detectLocale(text, store, true)).toBe(expected)
  })
})
