/** Two questions at once: one reply to both leads, and once it is sent neither is open any more. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Locale, Message } from '../../src/protocol/index.ts'
import { type SuggestDeps, type Suggested, type SuggestInput, suggest } from '../../src/suggest/index.ts'
import { trainedEngine } from '../trained-engine.ts'
import { agent, inputOf, shopper } from './small-desk.ts'

let deps: SuggestDeps
beforeAll(async () => {
  deps = (await trainedEngine()).deps('demo')
})

const TEE: Message = { role: 'shopper', kind: 'product', text: '', ref: { id: 'tee-basic' } }
function answer(messages: readonly Message[], locale: Locale = 'zh', more: Partial<SuggestInput> = {}): Suggested {
  return suggest(inputOf(messages, { locale, agent: { id: '01', name: '小满' }, ...more }), deps)
}
const joined = ({ suggestions }: Suggested) => suggestions.filter(({ scriptId }) => scriptId.includes('+'))

const ASKED: [Locale, Message[]][] = [
  ['zh', [shopper('发什么快递 几天能到')]],
  ['zh', [shopper('有货吗，邮费多少')]],
  ['zh', [TEE, shopper('有货吗？今天能发吗')]],
  ['en', [shopper('is it in stock and how much is shipping?')]],
]

describe('two questions', () => {
  test.each(ASKED)('%s %o: a reply to both leads, then one to each', (locale, messages) => {
    const { suggestions, intents } = answer(messages, locale)
    const [both, ...rest] = suggestions
    expect(both).toMatchObject({ tier: 'answer', scriptId: expect.stringContaining('+') })
    expect(both!.reasons[0]).toMatchObject({ feature: 'both' })
    const parts = both!.scriptId.split('+')
    expect(rest.map(({ scriptId }) => scriptId)).toEqual(expect.arrayContaining(parts))
    const families = rest.map(({ intent }) => intent.split('.')[0])
    expect(families).toEqual(expect.arrayContaining(intents.slice(0, 2).map(({ family }) => family)))
  })
  test.each(ASKED)('%s %o: short, one address word, one smile', (locale, messages) => {
    const [both] = joined(answer(messages, locale))
    expect(both!.text.length).toBeLessThanOrEqual({ zh: 60, en: 160, ko: 90 }[locale])
    expect(both!.text.match(/亲/g) ?? []).toHaveLength(locale === 'zh' ? 1 : 0)
    expect(both!.text.split('/:^_^')).toHaveLength(2)
    expect(both!.text).not.toMatch(/[。，！？.,!?][。，.,]|\s{2}/)
  })
  test('inside a running talk nobody is greeted again', () => {
    const [both] = joined(answer([shopper('你好'), agent('您好，在的'), shopper('有货吗，邮费多少')]))
    expect(both!.text).not.toMatch(/亲|\/:/)
  })
  test('what a part asks the shopper for, the whole asks for, and the question comes last', () => {
    const [both] = joined(answer([shopper('发什么快递 几天能到')]))
    expect(both!.asks).toEqual(['region'])
    expect(both!.text).toMatch(/哪个城市[^。]*$/)
  })
})

test('a third question is answered right behind the reply to two', () => {
  const { suggestions, intents } = answer([shopper('能开发票吗？发什么快递？几天到广州')])
  expect(suggestions[0]!.scriptId).toContain('+')
  const asked = new Set(intents.slice(0, 3).map(({ family }) => family))
  const answered = suggestions
    .slice(0, 2)
    .flatMap(({ scriptId }) => scriptId.split('+').map((id) => deps.library.get(id)!.topics[0]!.split('.')[0]))
  expect(new Set(answered)).toEqual(asked)
})

describe('an answer and a wish, or an answer and a question back', () => {
  test('two wishes are taken in one reply, with one nod', () => {
    const [both] = joined(answer([shopper('麻烦包装结实一点哦 请尽快给我发货')]))
    expect(both!.scriptId).toMatch(/^zh\.C72\.packing.*\+zh\.C85\./)
    expect(both!.text).not.toMatch(/。(?:好的|收到)/)
  })
  test('what is not known is asked for after what is', () => {
    const [both] = joined(answer([shopper('这个是纯棉的吗 什么时候发货')]))
    expect(both).toMatchObject({ tier: 'answer', asks: ['product_ref'] })
    expect(both!.text).toMatch(/48小时.*哪/)
  })
})

describe('one reply is enough', () => {
  test.each<[string, Message[], Partial<SuggestInput>?]>([
    ['one question', [shopper('发什么快递')]],
    ['a greeting before it', [shopper('你好，发什么快递')]],
    ['an answer to the agent', [shopper('麻烦发顺丰'), agent('顺丰要补8块差价的，您看可以吗'), shopper('可以 补')]],
    ['a shopper in anger', [shopper('骗子！有货吗？邮费多少？气死我了')]],
    ['an agent who searches', [shopper('有货吗，邮费多少')], { query: '包邮' }],
  ])('%s', (_, messages, more) => {
    expect(joined(answer(messages, 'zh', more))).toEqual([])
  })
  test('bad news stands alone', () => {
    const gone = answer([TEE, shopper('藏青色XL有货吗？今天能发吗')])
    expect(gone.suggestions.map(({ scriptId }) => scriptId.split('.')[1])).toContain('C36')
    expect(joined(gone)).toEqual([])
  })
  test('what the guard blocks leaves its parts', () => {
    const guard: SuggestDeps['guard'] = {
      check: (text, context) =>
        /有货.*发出/.test(text)
          ? { verdict: 'block', warnings: [{ rule: 'X', level: 'block', start: 0, end: 1, says: 'no' }] }
          : deps.guard.check(text, context),
    }
    const messages = [TEE, shopper('有货吗？今天能发吗')]
    const shown = suggest(inputOf(messages, { locale: 'zh', explain: true }), { ...deps, guard })
    expect(joined(shown)).toEqual([])
    expect(shown.dropped).toContainEqual({ scriptId: 'zh.C35.in+zh.C81.today', code: 'blocked:X' })
    expect(shown.suggestions.length).toBeGreaterThan(1)
  })
})

describe('once it is sent', () => {
  test.each(ASKED)('%s %o: both questions are answered and both scripts used', (locale, messages) => {
    const [both] = joined(answer(messages, locale))
    const { state } = answer([...messages, agent(both!.text)], locale)
    expect(state.openQuestions).toEqual([])
    expect(state.used).toEqual(both!.scriptId.split('+'))
  })
  test('half of it leaves the other question open', () => {
    const messages = [shopper('邮费多少'), shopper('有货吗')]
    const stock = answer(messages).suggestions.find(({ scriptId }) => /^zh\.C35\.[\w-]+$/.test(scriptId))
    const { state } = answer([...messages, agent(stock!.text)])
    expect(state.openQuestions.map(({ family }) => family)).toEqual(['shipping_fee'])
  })
  test('it is not offered again in the same words', () => {
    const messages = [shopper('有货吗，邮费多少')]
    const [both] = joined(answer(messages))
    const again = answer([...messages, agent(both!.text), shopper('有货吗，邮费多少')])
    expect(again.suggestions.map(({ text }) => text)).not.toContain(both!.text)
  })
})
