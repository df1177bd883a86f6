import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cuesIn } from '../../src/intents/cues.ts'
import { normalise } from '../../src/intents/index.ts'
import { CUES_EN } from '../../src/intents/tables/cues-en.ts'
import { CUES_KO } from '../../src/intents/tables/cues-ko.ts'
import { CUES_ZH } from '../../src/intents/tables/cues-zh.ts'

const tell = (text: string) => cuesIn(normalise(text).text).map(({ sign, weight, word }) => `${sign} ${word} ${weight}`)

describe('cuesIn', () => {
  test('the longest word of a sign counts, and each word once', () => {
    expect(tell('不满意')).toEqual(['angry 不满意 0.6'])
    expect(tell('垃圾垃圾')).toEqual(['angry 垃圾 1'])
  })
  test('one word may tell several things', () => {
    expect(tell('急用').map((cue) => cue.split(' ')[0])).toEqual(['worried', 'T16'])
  })
  test('what goods are called tells nothing', () => {
    expect(tell('垃圾桶')).toEqual([])
    expect(tell('angry birds')).toEqual([])
  })
  test('a Latin word stands alone', () => {
    expect(tell('u ok')).toEqual(['slangy u 1'])
    expect(tell('use menu')).toEqual([])
  })
  test('a gap does not reach over a comma', () => {
    expect(tell('上次给我便宜了').some((cue) => cue.startsWith('insist'))).toBe(true)
    expect(tell('上次很好，便宜').some((cue) => cue.startsWith('insist'))).toBe(false)
  })
  test('quoted words are not the shopper’s', () => {
    expect(tell('写着“垃圾”')).toEqual([])
    expect(tell('写着“垃圾')).toEqual(['angry 垃圾 1'])
  })
  test('any text can be read, and words of weight stand in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const { text } = normalise(raw)
        for (const { word } of cuesIn(text)) expect(text).toContain(word)
      }),
    )
  })
  test.each([CUES_ZH, CUES_EN, CUES_KO])('no word is empty, or stands twice under a sign', (table) => {
    const faults = Object.entries(table).flatMap(([sign, weights]) => {
      const words = Object.values(weights).flatMap((list) => list.split('|'))
      return words
        .filter((word, i) => normalise(word).text === '' || words.indexOf(word) !== i)
        .map((w) => `${sign} ${w}`)
    })
    expect(faults).toEqual([])
  })
})
