/** The written questions of data/eval/comparisons.jsonl against their cards: the outcome, its words, and never a yes the card does not give. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { normalise } from '../../../src/intents/index.ts'
import { compare } from '../../../src/policy/compare/compare.ts'
import { Card } from '../../../src/policy/index.ts'
import { Locale } from '../../../src/protocol/index.ts'
import { CATALOGUE } from '../demo.ts'

/** `product` is one of the demo store's, `card` a made-up one; `none` is a text that asks nothing a card answers. */
const Row = z.strictObject({
  locale: Locale,
  part: z.enum(['open', 'held']),
  product: z.string().optional(),
  card: z.looseObject({}).optional(),
  text: z.string(),
  outcome: z.enum(['confirm', 'deny', 'choose', 'unknown', 'none']),
  value: z.string().optional(),
})
type Row = z.infer<typeof Row>

const ROWS = readFileSync(new URL('../../../data/eval/comparisons.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Row.parse(JSON.parse(line)))

function cardOf({ product, card }: Row): Card {
  if (product !== undefined) return CATALOGUE.get(product)!
  return Card.parse({ id: 'made-up', title: '商品', shortName: '商品', category: 'other', price: 1, ...card })
}

function outcomeOf(row: Row): { outcome: Row['outcome']; shown: string } {
  const reading = {
    card: cardOf(row),
    locale: row.locale,
    stockOf: ({ stock }: { stock?: number | undefined }) => stock,
  }
  const found = compare(normalise(row.text).text, reading)
  return { outcome: found?.verdict ?? 'none', shown: found?.shown ?? '' }
}

function isRight(row: Row): boolean {
  const { outcome, shown } = outcomeOf(row)
  return outcome === row.outcome && (row.value === undefined || shown.includes(row.value))
}

test('at least 300 questions: zh 200, en 60, ko 40, a hundred held back, a third of the others look-alikes', () => {
  const count = (wanted: Partial<Row>) =>
    ROWS.filter((row) => Object.entries(wanted).every(([key, value]) => row[key as keyof Row] === value)).length
  expect(count({ locale: 'zh' })).toBeGreaterThanOrEqual(200)
  expect(count({ locale: 'en' })).toBeGreaterThanOrEqual(60)
  expect(count({ locale: 'ko' })).toBeGreaterThanOrEqual(40)
  expect(count({ part: 'held' })).toBe(100)
  expect(count({ outcome: 'none' })).toBeGreaterThanOrEqual(100)
})

describe.each(['open', 'held'] as const)('%s', (part) => {
  const rows = ROWS.filter((row) => row.part === part)

  test('at least 95 of 100 right', () => {
    const wrong = rows.filter((row) => !isRight(row)).map((row) => `${row.text}: ${JSON.stringify(outcomeOf(row))}`)
    expect(wrong.length / rows.length, wrong.join('\n')).toBeLessThanOrEqual(0.05)
  })

  test('nothing affirmed against the card', () => {
    const affirmed = rows.filter((row) => row.outcome !== 'confirm' && outcomeOf(row).outcome === 'confirm')
    expect(affirmed.map(({ text }) => text)).toEqual([])
  })
})
