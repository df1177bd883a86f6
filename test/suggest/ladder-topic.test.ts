import { describe, expect, test } from 'vitest'
import { initialState } from '../../src/intents/index.ts'
import type { Haggle } from '../../src/protocol/index.ts'
import { meantOnLadder, withLadder } from '../../src/suggest/ladder-topic.ts'

const fits = (topics: Readonly<Record<string, number>>) =>
  new Map(Object.entries(topics).map(([topic, intent]) => [topic, { intent, relevance: 1, figures: 1 }]))
const inTalk = (haggle?: Haggle) => ({ ...initialState('zh'), ...(haggle ? { haggle } : {}) })
const topicsOf = (topics: Readonly<Record<string, number>>, haggle?: Haggle, answers = false) =>
  Object.fromEntries(
    [...withLadder(fits(topics), { state: inTalk(haggle), answers })].map(([t, fit]) => [t, fit.intent]),
  )

describe('what a turn is about', () => {
  test('is as read while nobody haggles', () => {
    expect(topicsOf({ 'payment.will_pay': 0.9 })).toEqual({ 'payment.will_pay': 0.9 })
  })
  test('is the ladder too where the words haggle and the reading missed it', () => {
    expect(topicsOf({ 'stock_availability.out': 0.6 }, 'threat')).toEqual({
      'stock_availability.out': 0.3,
      'price_haggle.threat_plea': 0.8,
    })
    expect(topicsOf({}, 'probe')).toEqual({ 'price_haggle.probe': 0.8 })
  })
  test('is the rung too where somebody compares and goes on', () => {
    expect(topicsOf({ 'price_haggle.compare': 0.9 }, 'probe')).toEqual({ 'price_haggle.compare': 0.9 })
    expect(topicsOf({ 'price_haggle.compare': 0.9 }, 'threat')).toEqual({
      'price_haggle.compare': 0.9,
      'price_haggle.threat_plea': 0.6,
    })
  })
  test('keeps a second question that is clear, or read beside the haggling', () => {
    expect(topicsOf({ 'shipping_time.eta': 0.9 }, 'probe')).toMatchObject({ 'shipping_time.eta': 0.9 })
    expect(topicsOf({ 'shipping_time.eta': 0.6, 'price_haggle.probe': 0.6 }, 'probe')).toEqual({
      'shipping_time.eta': 0.6,
      'price_haggle.probe': 0.8,
    })
  })
  test('is no acceptance under a condition, and nothing that the agent asked', () => {
    expect(topicsOf({ 'payment.will_pay': 0.9, 'price_haggle.final': 0.9 }, 'insist')).toEqual({
      'price_haggle.final': 0.9,
    })
    expect(topicsOf({ 'recommendation.style': 0.85 }, 'insist', true)).toEqual({ 'price_haggle.insist': 0.8 })
  })
})

describe('what a message means to the flows', () => {
  const intent = (name: string, confidence: number) => ({ name, family: name.split('.')[0]!, confidence })
  const meant = (haggle: Haggle | undefined, ...intents: ReturnType<typeof intent>[]) =>
    meantOnLadder(intents, inTalk(haggle)).map(({ name }) => name)
  test('nothing else while nobody haggles', () => {
    expect(meant(undefined, intent('payment.will_pay', 0.9))).toEqual(['payment.will_pay'])
  })
  test('haggling first, no acceptance', () => {
    expect(meant('insist', intent('payment.will_pay', 0.9), intent('price_haggle.final', 0.3))).toEqual([
      'price_haggle.final',
    ])
    expect(meant('plea', intent('chitchat_offtopic.personal', 0.7))).toEqual([
      'price_haggle.threat_plea',
      'chitchat_offtopic.personal',
    ])
  })
})
