import { expect, test } from 'vitest'
import { initialState } from '../../src/intents/index.ts'
import type { State } from '../../src/protocol/index.ts'
import { createFlows } from '../../src/suggest/index.ts'
import { nextStep } from '../../src/suggest/next-step.ts'
import type { Turn } from '../../src/suggest/turn.ts'
import { flow } from './flows/flow.ts'

const flows = createFlows([
  flow({ id: 'F1', start: [{ to: 'on', shopper: ['any'] }], states: { on: { suggests: ['C61', 'C15'], end: true } } }),
  flow({ id: 'F2', start: [{ to: 'on', shopper: ['any'] }], states: { on: { suggests: ['C69'], end: true } } }),
  flow({ id: 'F3', start: [{ to: 'on', shopper: ['any'] }], states: { on: { suggests: ['C99'], end: true } } }),
])
const at = (more: Partial<State>) =>
  nextStep({ analysis: { state: { ...initialState('zh'), ...more } }, deps: { flows } } as unknown as Turn)
const standing = (id: string) => ({ id, state: 'on', since: 0, touched: 0 })

test('what the two leading flows want said, the leading one first, each category once', () => {
  expect(at({ flows: ['F2', 'F1', 'F3'].map(standing) })).toEqual(['C69', 'C61', 'C15'])
})

test('where no flow stands: towards the order before the sale, follow-up after it', () => {
  expect(at({})[0]).toBe('C15')
  expect(at({ stage: 'aftersale' })[0]).toBe('C113')
})
