import { describe, expect, test } from 'vitest'
import { FlowFile } from '../../../src/suggest/index.ts'

const SAYS = { zh: '…', en: '…', ko: '…' }
const end = { says: SAYS, end: true }
const faults = (more: object) => {
  const flow = { id: 'F8', name: SAYS, start: [{ to: 'a', shopper: 'price_haggle' }], states: { a: end }, ...more }
  const { error } = FlowFile.safeParse({ flows: [flow] })
  return error?.issues.map(({ path, message }) => `${path.slice(2).join('.')}: ${message}`) ?? []
}

describe('a flow file', () => {
  test('is taken when every state can be reached and left', () => {
    expect(faults({})).toEqual([])
  })
  test('names a move to nowhere, a state never reached and one without a way out', () => {
    expect(faults({ start: [{ to: 'b', shopper: 'any' }] })).toEqual([
      'start.0.to: no state "b"',
      'states.a: is never reached',
    ])
    expect(faults({ states: { a: { says: SAYS } } })).toEqual(['states.a: has no way out and is no end'])
  })
  test('wants each move to happen on exactly one kind of step', () => {
    const message = 'needs exactly one of shopper, agent, event'
    expect(faults({ start: [{ to: 'a' }] })).toEqual([`start.0: ${message}`])
    expect(faults({ start: [{ to: 'a', shopper: 'any', agent: 'any' }] })).toEqual([`start.0: ${message}`])
  })
  test('refuses unknown events, categories, conditions and broken expressions', () => {
    expect(faults({ start: [{ to: 'a', event: 'order_lost' }] })).not.toEqual([])
    expect(faults({ states: { a: { ...end, suggests: ['greeting'] } } })).not.toEqual([])
    expect(faults({ start: [{ to: 'a', shopper: 'any', when: { weather: 'rain' } }] })).not.toEqual([])
    expect(faults({ start: [{ to: 'a', shopper: 'any', when: { words: '(' } }] })[0]).toContain('regular expression')
  })
})
