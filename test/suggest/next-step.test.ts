import { expect, test } from 'vitest'
import { type Analysis, initialState } from '../../src/intents/index.ts'
import type { Stage } from '../../src/protocol/index.ts'
import { nextStep } from '../../src/suggest/next-step.ts'

const at = (stage: Stage): Analysis => ({
  locale: 'zh',
  text: '',
  intents: [],
  topics: [],
  entities: [],
  isOutOfScope: false,
  abstained: true,
  state: { ...initialState('zh'), stage },
  kind: 'text',
})

test.each([
  ['created', 'C62'],
  ['paid', 'C69'],
  ['dispatched', 'C92'],
  ['delivered', 'C125'],
  ['closed', 'C125'],
] as const)('an order that is %s calls for %s first, whatever the stage of the talk', (status, category) => {
  for (const stage of ['presale', 'insale', 'aftersale'] as const)
    expect(nextStep(at(stage), { id: '1', status })[0]).toBe(category)
})

test('without an order: towards the order before the sale, follow-up after it', () => {
  expect(nextStep(at('presale'), undefined)[0]).toBe('C15')
  expect(nextStep(at('aftersale'), undefined)[0]).toBe('C113')
})
