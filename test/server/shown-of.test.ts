import { expect, test } from 'vitest'
import { shownOf } from '../../src/server/shown-of.ts'
import { ask } from '../suggest/small-desk.ts'

test('the log keeps what decided each place: raw features, none of them cut off, and none that was 0', () => {
  const answer = ask('邮费多少钱')
  const shown = shownOf(answer, 'li')
  expect(shown).toMatchObject({ agent: 'li', stage: 'presale', quiet: undefined })
  shown.suggestions.forEach(({ features }, i) => {
    const raw = Object.entries(answer.evidence[i]!.features).filter(([, value]) => Math.abs(value) >= 0.0005)
    expect(Object.keys(features).sort()).toEqual(raw.map(([name]) => name).sort())
    for (const [name, value] of raw) expect(features[name]).toBeCloseTo(value, 3)
  })
  expect(shownOf(answer, 'li', { quiet: true })).toMatchObject({ quiet: true, heldOut: undefined })
})
