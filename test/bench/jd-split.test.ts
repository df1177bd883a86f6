import { describe, expect, test } from 'vitest'
import { type JdRow, splitOf, topicNames } from '../../bench/jd-split.ts'

const rows: JdRow[] = Array.from({ length: 2_000 }, (_, i) => ({ text: `第${i}个问题`, jd_intent: `意图${i % 20}` }))
const texts = (utterances: readonly { readonly text: string }[]) => new Set(utterances.map(({ text }) => text))

describe('splitOf', () => {
  test('parts all rows, about seven to three', () => {
    const { training, test: held } = splitOf(rows, 0)
    expect(texts([...training, ...held])).toEqual(texts(rows))
    expect(training.length + held.length).toBe(rows.length)
    expect(training.length / rows.length).toBeGreaterThan(0.66)
    expect(training.length / rows.length).toBeLessThan(0.74)
  })

  test('a text that occurs twice stays on one side', () => {
    const { training, test: held } = splitOf([...rows, ...rows.map((row) => ({ ...row, jd_intent: '意图0' }))], 3)
    expect(held.length).toBeGreaterThan(0)
    expect(texts(training).isDisjointFrom(texts(held))).toBe(true)
  })

  test('the same number parts the same, another one otherwise', () => {
    expect(splitOf(rows, 1)).toEqual(splitOf(rows, 1))
    expect(texts(splitOf(rows, 1).test)).not.toEqual(texts(splitOf(rows, 2).test))
  })

  test('an utterance stands under the name of its intent on both sides', () => {
    const names = topicNames(rows)
    const { training, test: held } = splitOf(rows, 0)
    const intentOf = new Map(rows.map(({ text, jd_intent }) => [text, jd_intent]))
    for (const { text, topics } of [...training, ...held]) expect(topics).toEqual([names.get(intentOf.get(text)!)])
  })
})

test('topicNames gives every intent a family of its own, whatever the order of the rows', () => {
  const names = topicNames(rows)
  expect(names.size).toBe(20)
  const families = [...names.values()].map((name) => name.split('.')[0])
  expect(new Set(families).size).toBe(20)
  expect(topicNames([...rows].reverse())).toEqual(names)
})
