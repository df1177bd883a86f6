import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inOneBreath } from '../../src/intents/burst.ts'
import { goesOn } from '../../src/intents/index.ts'
import type { Message } from '../../src/protocol/index.ts'

const START = Date.parse('2026-11-24T10:00:00+08:00')
const said = (ms?: number, text = '在吗'): Message => ({
  role: 'shopper',
  text,
  ...(ms === undefined ? {} : { at: new Date(START + ms).toISOString() }),
})

describe('a burst', () => {
  test('goes on for a second and a half, at first', () => {
    expect(goesOn([said(0)], said(1_500))).toBe(true)
    expect(goesOn([said(0)], said(1_501))).toBe(false)
  })

  test('of a quick typist is over sooner, that of a slow one later', () => {
    expect(goesOn([said(0), said(250)], said(1_100))).toBe(false)
    expect(goesOn([said(0), said(250)], said(1_000))).toBe(true)
    expect(goesOn([said(0), said(900)], said(2_300))).toBe(true)
    expect(goesOn([said(0), said(20)], said(310))).toBe(true)
    expect(goesOn([said(0), said(20)], said(330))).toBe(false)
  })

  test('is any row of messages as long as nobody knows when they were sent', () => {
    expect(goesOn([said()], said())).toBe(true)
    expect(goesOn([said(0)], said())).toBe(true)
    expect(inOneBreath([said()], said())).toBe(false)
    expect(inOneBreath([said(0)], said(100))).toBe(true)
  })

  test('is of one speaker, at most 8 messages and 600 characters', () => {
    const agent: Message = { ...said(0), role: 'agent' }
    expect(goesOn([agent], said(10))).toBe(false)
    expect(goesOn([said(0)], { ...agent, at: said(10).at })).toBe(false)
    expect(goesOn([], said(0))).toBe(false)
    const eight = Array.from({ length: 8 }, (_, i) => said(i))
    expect(goesOn(eight.slice(1), said(8))).toBe(true)
    expect(goesOn(eight, said(8))).toBe(false)
    expect(goesOn([said(0, '长'.repeat(599))], said(1, '长'))).toBe(true)
    expect(goesOn([said(0, '长'.repeat(599))], said(1, '长长'))).toBe(false)
  })

  test('never waits longer than a second and a half nor less than 300 ms', () => {
    const pauses = fc.array(fc.nat(1_500), { maxLength: 6 })
    fc.assert(
      fc.property(pauses, fc.nat(5_000), (before, pause) => {
        const times = [0]
        for (const ms of before) times.push(times.at(-1)! + ms)
        const burst = times.map((ms) => said(ms))
        const goes = goesOn(burst, said(times.at(-1)! + pause))
        if (pause <= 300) expect(goes).toBe(true)
        if (pause > 1_500) expect(goes).toBe(false)
      }),
    )
  })
})
