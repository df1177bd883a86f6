import { describe, expect, test } from 'vitest'
import { withManner, withMannerAnswered } from '../../src/intents/manner.ts'
import { said } from '../../src/intents/said.ts'
import { initialState } from '../../src/intents/state.ts'
import type { Intent, State } from '../../src/protocol/index.ts'

const HAGGLING: Intent[] = [{ name: 'price_haggle.probe', family: 'price_haggle', confidence: 0.9 }]
const says = (state: State, text: string, intents: Intent[] = HAGGLING) => withManner(state, said(text, intents, []))
const START = initialState('zh')

describe('haggling in the course of a talk', () => {
  test('a burst moves the rung once and keeps its strongest way', () => {
    const burst = ['便宜点', '不便宜我去别家买', '便宜点嘛'].reduce((state, text) => says(state, text), START)
    expect(burst).toMatchObject({ rung: 1, haggle: 'threat' })
  })
  test('a reply closes it, a line that holds does not', () => {
    const asked = says(START, '便宜点')
    expect(withMannerAnswered(asked, '稍等', true).haggle).toBe('probe')
    const answered = withMannerAnswered(asked, '统一价哦', false)
    expect(answered.haggle).toBeUndefined()
    expect(says(answered, '再便宜点')).toMatchObject({ rung: 2, haggle: 'insist' })
  })
})

test('what is not known has no key', () => {
  const state = says(START, '几点下班', [])
  expect(Object.keys(state)).toEqual(Object.keys(START))
})

test('a picture changes no mood', () => {
  const angry = says(START, '骗子', [])
  expect(says(angry, '', [])).toMatchObject({ mood: 'angry', heat: 1 })
})

test('mood and type go together', () => {
  const state = says(START, '你们就是骗子', [])
  expect(state).toMatchObject({ mood: 'angry', heat: 1, types: [{ id: 'T20', evidence: '骗子' }] })
  expect(withMannerAnswered(state, '非常抱歉', false).heat).toBeCloseTo(0.4)
})
