import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnonymiseDeps, anonymiseChat, type LoggedChat, PastChat, reviewOf } from '../../../src/insight/index.ts'
import { detectLocale, extract, redact } from '../../../src/intents/index.ts'
import { HELD, PLANTED, type Planted } from './planted.ts'

const DAY_MS = 86_400_000
const NOW = Date.parse('2026-11-22T10:00:00+08:00')
const deps = (rest: Partial<AnonymiseDeps> = {}): AnonymiseDeps => ({
  entities: (text) => extract(text, { locale: detectLocale(text, 'zh') }),
  agents: [{ text: '小美', mask: 'name' }],
  pseudonym: (of, id) => `${of}-${id.length}`,
  shift: () => -3 * DAY_MS,
  isGoods: () => false,
  ...rest,
})
const chat = (lines: readonly string[], rest: Partial<LoggedChat> = {}): LoggedChat => ({
  ...{ channel: 'web', id: 'c1', secrets: [] },
  lines: lines.map((text, i) => ({ role: i % 2 === 0 ? 'shopper' : 'agent', text, at: NOW + i * 1_000 })),
  ...rest,
})
const textsOf = (lines: readonly string[], more: Partial<LoggedChat> = {}, rest: Partial<AnonymiseDeps> = {}) =>
  anonymiseChat(chat(lines, more), deps(rest)).chat.turns.map(({ text }) => text)

/** Which secrets survive, and whether the line is one to be read then. */
function judge(cases: readonly Planted[]) {
  return cases.flatMap(({ locale, kind, text }) => {
    const secrets = [...text.matchAll(/⟦(.+?)⟧/g)].map((found) => found[1]!)
    const lines = text.replace(/[⟦⟧]/g, '').split('|')
    const { chat: made, doubts } = anonymiseChat(chat(lines), deps())
    return secrets.map((secret) => {
      const at = made.turns.findIndex((turn) => turn.text.includes(secret))
      return { locale, kind, secret, slipped: at >= 0, isToRead: doubts.some(({ line }) => line === at + 1) }
    })
  })
}

function recall(name: string, cases: readonly Planted[]) {
  const judged = judge(cases)
  const rows = (['zh', 'en', 'ko'] as const).map((locale) => {
    const own = judged.filter((one) => one.locale === locale)
    const slipped = own.filter((one) => one.slipped)
    const told = slipped.map(({ secret, isToRead }) => `${secret}${isToRead ? '' : ' (not in the review)'}`)
    return `${name} ${locale}: ${own.length - slipped.length} of ${own.length} masked${told.length > 0 ? `; slipped: ${told.join(', ')}` : ''}`
  })
  process.stdout.write(`${rows.join('\n')}\n`)
  const slipped = judged.filter((one) => one.slipped)
  return { masked: 1 - slipped.length / judged.length, unseen: slipped.filter(({ isToRead }) => !isToRead) }
}

describe('planted personal data', () => {
  test('is masked; what slips is among the lines to be read', () => {
    const { masked, unseen } = recall('seen', PLANTED)
    expect(masked).toBeGreaterThanOrEqual(0.9)
    expect(unseen.length).toBeLessThanOrEqual(8)
  })

  test('also in lines that no pattern was written for', () => {
    const { masked, unseen } = recall('held out', HELD)
    expect(masked).toBeGreaterThanOrEqual(0.6)
    expect(unseen.length).toBeLessThanOrEqual(8)
  })

  test('is masked in whole chats of made-up people', () => {
    const digits = (n: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((all) => all.join(''))
    const person = fc.record({
      name: fc
        .tuple(fc.constantFrom('王', '李', '欧阳', '陈'), fc.constantFrom('小明', '丽', '建国', '雪儿'))
        .map((parts) => parts.join('')),
      phone: digits(8).map((tail) => `138${tail}`),
      order: digits(16).map((tail) => `29${tail}`),
    })
    fc.assert(
      fc.property(person, ({ name, phone, order }) => {
        const lines = [`收件人：${name}，电话${phone}`, `${name}您好，查到订单${order}了`, `对，是${name}`]
        const text = textsOf(lines).join('\n')
        for (const secret of [name, phone, order]) expect(text).not.toContain(secret)
      }),
      { numRuns: 200 },
    )
  })
})

test('what facts and the desk know is hidden where it is only a word', () => {
  const secrets = [
    { text: '爱逛街的鱼', mask: 'name' },
    { text: 'Ann', mask: 'name' },
  ] as const
  const lines = ['我是爱逛街的鱼', '小美为您服务', 'ann again, the annual sale?', '小美在吗']
  expect(textsOf(lines, { secrets })).toEqual([
    '我是[name]',
    '[name]为您服务',
    '[name] again, the annual sale?',
    '[name]在吗',
  ])
})

test('ids are pseudonyms, the same for the same, and times move together', () => {
  const lines = [
    { role: 'shopper', text: '在吗', at: NOW },
    { role: 'agent', text: '在的', at: NOW + 4_000, agent: 'ann' },
    { role: 'shopper', text: '', at: NOW + 9_000, kind: 'product', product: '61' },
  ] as const
  const made = anonymiseChat(chat([], { lines }), deps()).chat
  expect(made).toEqual({
    id: 'chat-6',
    channel: 'web',
    turns: [
      { role: 'shopper', text: '在吗', at: '2026-11-19T02:00:00.000Z' },
      { role: 'agent', text: '在的', at: '2026-11-19T02:00:04.000Z', agent: 'agent-3' },
      { role: 'shopper', text: '', at: '2026-11-19T02:00:09.000Z', kind: 'product', product: '61' },
    ],
  })
  expect(PastChat.safeParse(made).success).toBe(true)
})

test('numbers of goods stay', () => {
  const isGoods = (number: string) => number === '612345678901'
  expect(textsOf(['612345678901这个和712345678901有什么区别'], {}, { isGoods })[0]).toMatch(
    /612345678901.*\[order_no\]/,
  )
})

test('masking once more changes nothing', () => {
  for (const { text } of [...PLANTED, ...HELD]) {
    const once = textsOf(text.replace(/[⟦⟧]/g, '').split('|'))
    expect(textsOf(once)).toEqual(once)
  }
})

test('lines that name nobody stay as they are', () => {
  const changed: string[] = []
  const read: string[] = []
  let count = 0
  for (const locale of ['zh', 'en', 'ko']) {
    const file = join(import.meta.dirname, `../../../data/eval/${locale}-gold.jsonl`)
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      const { text } = JSON.parse(line) as { text: string }
      count += 1
      const { chat: made, doubts } = anonymiseChat(chat([text]), deps({ agents: [] }))
      const masked = made.turns[0]!.text
      read.push(...doubts.map((one) => `${one.kind}: ${one.text}`))
      if (masked !== redact(text, deps().entities(text)).text) changed.push(`${text} -> ${masked}`)
    }
  }
  process.stdout.write(
    `of ${count} lines of our own, changed beyond what is redacted: ${changed.join('; ') || 'none'}\n`,
  )
  process.stdout.write(`to be read: ${read.length}\n`)
  expect(changed.length / count).toBeLessThan(0.005)
})

test('the lines to be read are listed by what may be the matter, with chat and line', () => {
  const { doubts } = anonymiseChat(chat(['在吗', '请问寄给谁', '白露']), deps())
  expect(doubts).toEqual([{ chat: 'chat-6', line: 3, kind: 'name', text: '白露' }])
  expect(reviewOf(doubts, 1)).toContain('- chat-6, line 3: 白露')
})
