import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createStandings } from '../../../src/insight/learn/standings.ts'

const DAY = 86_400_000
const sentBy = (...agents: string[]) => {
  const standings = createStandings()
  for (const agent of agents) standings.add('t', 's', agent, { sent: 1 }, 0)
  return standings
}
const of = (standings: ReturnType<typeof createStandings>) => standings.stats.get('t')!.get('s')!

describe('a standing', () => {
  test('is won by five agents and only leans before', () => {
    expect(of(sentBy('a', 'b', 'c', 'd'))).toMatchObject({ won: 0 })
    expect(of(sentBy('a', 'b', 'c', 'd')).lean).toBeGreaterThan(0.3)
    const five = of(sentBy('a', 'b', 'c', 'd', 'e'))
    expect(five.won).toBeGreaterThan(0.5)
    expect(five.lean).toBe(0)
  })
  test('is not made by one agent who is heard above all others', () => {
    const standings = sentBy('a', 'b', 'c', 'd', 'e')
    for (let i = 0; i < 500; i += 1) standings.add('t', 's', 'loud', { passed: 1 }, 0)
    expect(standings.figures()[0]!.passed).toBe(8)
  })
  test('fades: what is long ago counts less than what is new', () => {
    const standings = sentBy('a', 'b', 'c', 'd', 'e')
    for (const agent of ['a', 'b', 'c', 'd', 'e']) standings.add('t', 's', agent, { passed: 1 }, 240 * DAY)
    expect(of(standings).won).toBeLessThan(0)
    expect(standings.figures()[0]!.sent).toBeCloseTo(5 / 16)
  })
  test('lies between never and always, and does not fall by being sent', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.boolean(), fc.nat(100)), { maxLength: 80 }), (steps) => {
        const standings = createStandings()
        let now = 0
        for (const [agent, isSent, days] of steps) {
          now += days * DAY
          standings.add('t', 's', `${agent}`, isSent ? { sent: 1 } : { passed: 1 }, now)
          const { won, lean } = of(standings)
          expect(Math.abs(won) <= 1 && Math.abs(lean) <= 1 && (won === 0 || lean === 0)).toBe(true)
        }
      }),
    ))
  test('of an agent is a liking after a few times', () => {
    const standings = createStandings()
    standings.add('t', 's', 'li', { sent: 1 }, 0)
    expect(standings.liking('li', 't', 's')).toBe(0)
    for (let i = 0; i < 3; i += 1) standings.add('t', 's', 'li', { sent: 1 }, 0)
    expect(standings.liking('li', 't', 's')).toBeGreaterThan(0.4)
    expect(standings.liking('wang', 't', 's')).toBe(0)
  })
})
