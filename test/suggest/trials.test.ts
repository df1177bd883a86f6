import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLibrary } from '../../src/scripts/index.ts'
import { armOf } from '../../src/suggest/trials.ts'
import { script } from '../scripts/script.ts'
import { agent, ask, desk, forbidding, shopper } from './small-desk.ts'

const WORDINGS = [
  { open: '甲开场，邮费看地区', short: '甲说法，邮费看地区' },
  { open: '乙开场，邮费看地区', short: '乙说法，邮费看地区' },
]
const FEE = script({ id: 'zh.fee', category: 'C79', intents: ['shipping_fee.fee'], wordings: WORDINGS })
const forms = createLibrary([FEE]).get('zh.fee')!.forms
const compared = { trials: (id: string) => (id === 'zh.fee' ? { id: 't', forms } : undefined) }
const QUESTION = '邮费多少'
const shownIn = (conversationId: string | undefined, more: Parameters<typeof desk>[1] = {}) => {
  const { suggestions, evidence, blocked } = ask(QUESTION, { conversationId }, desk([FEE], { ...compared, ...more }))
  return { text: suggestions[0]?.text, trial: evidence[0]?.trial, blocked }
}

describe('wordings that are compared', () => {
  test('a conversation gets one of them, always the same one, and it is told which', () => {
    const seen = new Set<string | undefined>()
    for (let i = 0; i < 40; i += 1) {
      const { text, trial } = shownIn(`c${i}`)
      const arm = armOf('t', 2, 'taobao', `c${i}`)
      expect(trial).toEqual({ id: 't', arm, of: 2 })
      expect(text).toBe(WORDINGS[arm]!.open)
      expect(shownIn(`c${i}`).text).toBe(text)
      seen.add(text)
    }
    expect(seen.size).toBe(2)
  })

  test('without a conversation nothing is compared', () => {
    expect(shownIn(undefined)).toMatchObject({ text: WORDINGS[0]!.open, trial: undefined })
  })

  test('once it was said the other one does not take its place', () => {
    const deps = desk([FEE, script({ id: 'zh.wait', category: 'C07', intents: [], text: '您稍等' })], compared)
    const said = WORDINGS[armOf('t', 2, 'taobao', 'c1')]!.short
    const talk = [shopper(QUESTION), agent(said), shopper(QUESTION)]
    const { suggestions } = ask(talk, { conversationId: 'c1' }, deps)
    expect(suggestions.map(({ text }) => text).filter((text) => text.includes('说法'))).toEqual([])
  })

  test('what the guard blocks is not shown, in a trial neither', () => {
    for (let i = 0; i < 10; i += 1) {
      const { text, blocked } = shownIn(`c${i}`, { guard: forbidding(/乙/) })
      expect(text ?? '').not.toContain('乙')
      expect(blocked.length > 0).toBe(armOf('t', 2, 'taobao', `c${i}`) === 1)
    }
  })
})

test('the arms come to equal numbers, also for ids that differ in their last letter only', () => {
  for (const of of [2, 3]) {
    const counts = Array.from({ length: of }, () => 0)
    for (let i = 0; i < 6_000; i += 1) counts[armOf('trial', of, 'web', `conversation-${i}`)]! += 1
    for (const count of counts) expect(Math.abs(count - 6_000 / of)).toBeLessThan(200)
  }
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer({ min: 2, max: 4 }), (trial, talk, of) => {
      const arm = armOf(trial, of, 'web', talk)
      expect(arm).toBeGreaterThanOrEqual(0)
      expect(arm).toBeLessThan(of)
    }),
  )
})
