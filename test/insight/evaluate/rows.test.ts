import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { FAMILIES } from '../../../src/insight/evaluate/families.ts'
import { ForeignRow, parseRows, Row } from '../../../src/insight/evaluate/rows.ts'

describe('parseRows', () => {
  test('text and intent are enough', () => {
    const { rows, faults } = parseRows('{"text":"hi","intent":"greeting.hello"}\n', Row)
    expect(faults).toEqual([])
    expect(rows).toEqual([{ text: 'hi', intent: 'greeting.hello', alt: [], natural: false, weight: 1 }])
  })

  test('keeps the optional fields and skips blank lines, byte-order mark and CRLF', () => {
    const line = '{"id":"a","text":"hi","intent":"greeting","alt":["other"],"source":"s","natural":true,"weight":2}'
    const { rows, faults } = parseRows(`\ufeff${line}\r\n\r\n${line}\r\n`, Row)
    expect(faults).toEqual([])
    expect(rows).toHaveLength(2)
    expect(rows[1]).toEqual({
      id: 'a',
      text: 'hi',
      intent: 'greeting',
      alt: ['other'],
      source: 's',
      natural: true,
      weight: 2,
    })
  })

  test('names every bad line and keeps the good ones', () => {
    const text = [
      '{"text":"ok","intent":"refund"}',
      '{"text":"no label"}',
      'not json',
      '',
      '{"text":"","intent":"refund"}',
      '{"text":"x","intent":"weather.rain"}',
      '{"text":"x","intent":"refund","alt":["refund","sky"]}',
      '{"text":"x","intent":"refund","weight":0}',
      '[]',
    ].join('\n')
    const { rows, faults } = parseRows(text, Row)
    expect(rows).toHaveLength(1)
    expect(faults.map((fault) => fault.line)).toEqual([2, 3, 5, 6, 7, 8, 9])
    expect(faults[0]!.message).toMatch(/^intent: /)
    expect(faults[1]!.message).toMatch(/^no JSON: /)
    expect(faults[3]!.message).toBe('intent: unknown family')
    expect(faults[4]!.message).toBe('alt: 1: unknown family')
  })

  test('messages of other trades need no family of ours', () => {
    expect(parseRows('{"text":"x","intent":"weather"}', ForeignRow).faults).toEqual([])
    expect(parseRows('{"text":"x"}', ForeignRow).faults).toHaveLength(1)
  })
})

test('the families are those of the topics file', async () => {
  const topics = parse(await readFile(new URL('../../../data/intents/topics.yaml', import.meta.url), 'utf8'))
  expect([...FAMILIES].sort()).toEqual(Object.keys(topics).sort())
})

test('a message of another trade may come as a question with its reply', () => {
  const text =
    '{"text":"what is my rate","intent":"exchange_rate"}\n{"q":"이별","a":"힘들죠","label":"2   "}\n{"q":"이별"}'
  const { rows, faults } = parseRows(text, ForeignRow)
  expect(rows).toEqual([
    { text: 'what is my rate', intent: 'exchange_rate' },
    { text: '이별', intent: '2' },
  ])
  expect(faults.map(({ line }) => line)).toEqual([3])
})
