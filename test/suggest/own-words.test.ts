import { expect, test } from 'vitest'
import { libraryInSteps, type Script } from '../../src/scripts/index.ts'
import { suggest } from '../../src/suggest/index.ts'
import { script } from '../scripts/script.ts'
import { desk, SCRIPTS } from './small-desk.ts'

const OWN = script({
  id: 'own.stock',
  category: 'C35',
  intents: ['stock_availability.check'],
  text: '仓库里都有的，放心拍',
})
const PACK = script({
  id: 'zh.stock-now',
  category: 'C35',
  intents: ['stock_availability.check'],
  stage: ['presale'],
  text: '都有现货的，直接拍就好',
})
const FEE = script({ id: 'own.fee', category: 'C79', intents: ['shipping_fee.fee'], text: '邮费看寄到哪里' })

function first(scripts: readonly Script[], isOwn: (id: string) => boolean, text: string) {
  const steps = libraryInSteps(scripts, isOwn)
  let built = steps.next()
  while (!built.done) built = steps.next()
  const input = { turnId: 't', because: 'message', channel: 'web', roles: ['agent'], uiLocale: 'zh', limit: 3 } as const
  const now = Date.parse('2026-11-24T10:00:00+08:00')
  const messages = [{ role: 'shopper', text }] as const
  return suggest({ ...input, messages, now }, { ...desk(), library: built.value }).suggestions[0]!
}

test("the store's own words come before a pack's that fit as well, and say so", () => {
  const scripts = [OWN, PACK]
  expect(first(scripts, () => false, '有货吗').scriptId).toBe('zh.stock-now')
  const own = first(scripts, (id) => id.startsWith('own.'), '有货吗')
  expect(own.scriptId).toBe('own.stock')
  expect(own.reasons).toContainEqual({ feature: 'own', value: expect.any(Number), says: '本店自己的话术' })
})

test('a true figure still comes before own words without any', () => {
  const scripts = [FEE, ...SCRIPTS]
  expect(first(scripts, (id) => id.startsWith('own.'), '寄到江苏邮费多少钱').scriptId).toBe('zh.fee')
})
