import { describe, expect, test } from 'vitest'
import { atStage } from '../../src/intents/goodbye.ts'
import type { Reading } from '../../src/intents/state.ts'

const BYE: Reading = {
  intents: [{ name: 'thanks_bye.bye_no_order', family: 'thanks_bye', confidence: 0.9 }],
  topics: [
    { name: 'thanks_bye.bye_no_order', share: 0.8 },
    { name: 'thanks_bye.bye_order', share: 0.1 },
    { name: 'acknowledgement.ok', share: 0.05 },
  ],
}

describe('a goodbye', () => {
  test('after ordering is that of a buyer', () => {
    const { intents, topics } = atStage(BYE, { stage: 'insale' })
    expect(intents).toEqual([{ name: 'thanks_bye.bye_order', family: 'thanks_bye', confidence: 0.9 }])
    expect(topics).toEqual([
      { name: 'thanks_bye.bye_order', share: 0.8 },
      { name: 'acknowledgement.ok', share: 0.05 },
    ])
  })
  test.each(['presale', 'aftersale'] as const)('is left as it was read %s', (stage) => {
    expect(atStage(BYE, { stage })).toEqual(BYE)
  })
})
