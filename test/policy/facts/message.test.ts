import { expect, test } from 'vitest'
import { createFacts } from '../../../src/policy/index.ts'
import type { Locale } from '../../../src/protocol/index.ts'
import { CATALOGUE, STORE } from '../demo.ts'

const place = (text: string, locale: Locale) =>
  createFacts({
    store: STORE,
    catalogue: CATALOGUE,
    slots: { region: { value: '香港', text } },
    locale,
    channel: 'web',
    roles: [],
    register: 'neutral',
    mood: 'calm',
    now: Date.parse('2026-11-18T12:00:00+08:00'),
  }).get('region')?.text

test('a way of sending that the store excludes is said back as it was asked for', () => {
  const courier = (text: string) =>
    createFacts({
      store: STORE,
      catalogue: CATALOGUE,
      slots: { courier: { value: 'EMS', text } },
      locale: 'zh',
      channel: 'taobao',
      now: Date.parse('2026-11-18T12:00:00+08:00'),
    })
  expect(courier('邮政小包').get('courier')?.text).toBe('邮政小包')
  expect(courier('邮政小包').get('courier.state')?.value).toBe('no')
  expect(courier('邮政').get('courier')?.text).toBe('EMS')
})

test('a place is said back in English with capitals, as written where it has them', () => {
  expect(place('hong kong', 'en')).toBe('Hong Kong')
  expect(place("xi'an", 'en')).toBe("Xi'an")
  expect(place('the state of perlis', 'en')).toBe('the State of Perlis')
  expect(place('Hong Kong', 'en')).toBe('Hong Kong')
  expect(place('홍콩', 'ko')).toBe('홍콩')
})
