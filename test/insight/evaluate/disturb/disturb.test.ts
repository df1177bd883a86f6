import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disturb, disturbancesOf } from '../../../../src/insight/evaluate/disturb/disturb.ts'
import { normalise } from '../../../../src/intents/index.ts'

const LOCALES = ['zh', 'en', 'ko'] as const
const zh = (text: string, kind: string) => disturb(text, kind, 'zh', 1)
/** What one kind makes of a text over many seeds. */
const all = (text: string, kind: string, locale: (typeof LOCALES)[number]) =>
  new Set(Array.from({ length: 60 }, (_, seed) => disturb(text, kind, locale, seed)))

describe('chinese', () => {
  test('a homophone in its place', () => {
    expect(all('在吗', 'homophone', 'zh')).toEqual(new Set(['再吗', '载吗', '在嘛', '在码', '在马']))
    expect(zh('龘龘', 'homophone')).toBeUndefined()
  })
  test('a particle left out, no part of a word', () => {
    expect(zh('发货了', 'particle')).toBe('发货')
    for (const text of ['了解', '受不了', '目的', '吗', 'ok']) expect(zh(text, 'particle')).toBeUndefined()
  })
  test('words by their first letters', () => {
    expect(zh('能便宜点', 'initials')).toBe('能py点')
    expect(zh('能便点', 'initials')).toBeUndefined()
  })
  test('traditional characters and full width are read as if nothing had happened', () => {
    expect(zh('发货时间', 'traditional')).toBe('發貨時間')
    expect(zh('XL码165', 'full width')).toBe('ＸＬ码１６５')
    for (const [text, kind] of [
      ['发货时间', 'traditional'],
      ['xl码165', 'full width'],
    ] as const)
      expect(normalise(zh(text, kind)!).text).toBe(normalise(text).text)
  })
  test('a blank between characters', () => {
    expect(all('发什么', 'spaces', 'zh')).toEqual(new Set(['发 什么', '发什 么']))
    expect(zh('XL 165', 'spaces')).toBeUndefined()
  })
})

describe('english', () => {
  test('slips inside longer words', () => {
    expect(all('cap size ok', 'swapped', 'en')).toEqual(new Set(['cap szie ok', 'cap siez ok']))
    expect(all('cap size ok', 'dropped', 'en')).toEqual(new Set(['cap sze ok', 'cap sie ok']))
    expect(all('cap size ok', 'doubled', 'en')).toEqual(new Set(['cap siize ok', 'cap sizze ok']))
    expect(disturb('is it on', 'swapped', 'en', 1)).toBeUndefined()
  })
  test('two letters that are the same cannot be swapped', () => {
    expect(all('aaaa', 'swapped', 'en')).toEqual(new Set([undefined]))
  })
})

describe('korean', () => {
  test('spelled as it sounds', () => {
    expect(disturb('배', 'sound alike', 'ko', 1)).toBe('베')
    expect(disturb('돼', 'sound alike', 'ko', 1)).toBe('되')
    expect(disturb('있', 'sound alike', 'ko', 1)).toBe('잇')
    expect(disturb('많', 'sound alike', 'ko', 1)).toBe('만')
    expect(disturb('가', 'sound alike', 'ko', 1)).toBeUndefined()
  })
  test('words joined', () => {
    expect(disturb('배송비 얼마', 'joined', 'ko', 1)).toBe('배송비얼마')
    expect(disturb('L 얼마', 'joined', 'ko', 1)).toBeUndefined()
  })
})

describe('every language', () => {
  test('an emoji, marks again and again', () => {
    for (const locale of LOCALES) {
      expect(disturb('hello', 'emoji', locale, 1)).toMatch(/^hello\p{Extended_Pictographic}/u)
      expect(disturb('ok?', 'marks', locale, 1)).toBe('ok????')
      expect(disturb('ok', 'marks', locale, 1)).toMatch(/^ok[?!.~]{3,4}$/)
    }
  })
  test('laws: the same every time, never the text itself, never nothing, at most two places', () => {
    const text = fc.string({ unit: fc.constantFrom(...'在吗便宜发货了 size 배송 있 XL1?'.split('')), maxLength: 30 })
    fc.assert(
      fc.property(text, fc.constantFrom(...LOCALES), fc.integer(), (written, locale, seed) => {
        for (const kind of disturbancesOf(locale)) {
          const made = disturb(written, kind, locale, seed)
          expect(disturb(written, kind, locale, seed)).toBe(made)
          expect(made).not.toBe(written)
          expect(made).not.toBe('')
          if (['homophone', 'sound alike', 'swapped'].includes(kind) && made !== undefined) {
            const changed = [...written].filter((character, i) => character !== [...made][i]).length
            expect(made).toHaveLength(written.length)
            expect(changed).toBeLessThanOrEqual(kind === 'swapped' ? 4 : 2)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
  test('a kind that a language does not have has no place', () => {
    expect(disturb('hello there', 'homophone', 'en', 1)).toBeUndefined()
  })
})
